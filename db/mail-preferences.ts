import { sql } from 'kysely'
import { nextDigest, USUAL_PREFERENCE, type MailPreference } from '#app/domain/mail-preference.ts'
import type { Role } from '#app/domain/policy.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'

/** How somebody wants their mails. */
export async function getMailPreference(db: Db, personId: string): Promise<MailPreference> {
  const row = await db
    .selectFrom('mailPreference')
    .select(['rhythm', 'monthly', 'suggestions'])
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row ?? USUAL_PREFERENCE
}

/**
 * Changes how somebody wants their mails; `by` is null for whoever came by the link of a mail. What waits already
 * comes no later than the new rhythm says.
 */
export function changeMailPreference(
  db: Db,
  by: string | null,
  personId: string,
  preference: MailPreference,
  now: Date,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const row = { ...preference, changedAt: now }
    await trx
      .insertInto('mailPreference')
      .values({ personId, ...row })
      .onConflict((conflict) => conflict.column('personId').doUpdateSet(row))
      .execute()
    if (preference.rhythm !== 'at-once') {
      const next = nextDigest(preference.rhythm, now)
      await trx
        .updateTable('outbox')
        .set({ digestAt: sql<Date>`least(digest_at, ${next}::timestamptz)` })
        .where('personId', '=', personId)
        .where('digestAt', 'is not', null)
        .where('digestId', 'is', null)
        .execute()
    }
    await audit(trx, by, 'profile:edit', personId, now, { mails: preference.rhythm })
  })
}

/** Somebody who may still get mail, and which of the monthly mails could be meant for them. */
export type MailReader = {
  id: string
  givenName: string
  familyName: string
  isParticipant: boolean
  isOfficer: boolean
}

export async function getMailReader(db: Db, personId: string, day: string): Promise<MailReader | undefined> {
  const person = await db
    .selectFrom('person')
    .select(['id', 'givenName', 'familyName'])
    .where('id', '=', personId)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  if (!person) return undefined
  const held = await db
    .selectFrom('roleAssignment')
    .select('role')
    .where('personId', '=', personId)
    .where('fromDate', '<=', day)
    .where((eb) => eb.or([eb('untilDate', 'is', null), eb('untilDate', '>=', day)]))
    .execute()
  const has = (role: Role) => held.some((each) => each.role === role)
  return { ...person, isParticipant: has('participant'), isOfficer: has('trainingOfficer') }
}
