import { DEMO_ACCOUNTS } from '#app/cli/demo/accounts.ts'
import { demoAddress, type DemoOptions } from '#app/cli/demo.ts'
import type { DemoDistrict } from '#app/cli/demo/district.ts'
import type { Chance } from '#app/cli/demo/random.ts'
import type { Db } from '#db/client.server.ts'

const PILOT_START = '2025-03-01'

export async function addPeople(
  db: Db,
  _chance: Chance,
  district: DemoDistrict,
  { passwordHash }: DemoOptions,
): Promise<void> {
  for (const account of DEMO_ACCOUNTS) {
    const { id } = await db
      .insertInto('person')
      .values({
        givenName: account.givenName,
        familyName: account.familyName,
        email: demoAddress(account.mailbox),
        passwordHash,
        createdAt: new Date(`${PILOT_START}T08:00:00Z`),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const organisationId = district.idOf(account.organisation)
    await db
      .insertInto('membership')
      .values({ personId: id, organisationId, audience: account.audience, fromDate: PILOT_START })
      .execute()
    for (const role of account.roles) {
      await db
        .insertInto('roleAssignment')
        .values({
          personId: id,
          role,
          organisationId: role === 'trainingOfficer' ? organisationId : null,
          fromDate: PILOT_START,
          untilDate: role === 'consultant' ? '2027-12-31' : null,
        })
        .execute()
    }
  }
}
