import { dayOf } from '#app/domain/calendar.ts'
import type { Locale } from '#app/domain/locale.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { hashToken } from '#db/login-tokens.ts'
import { addKnownDistrict } from '#db/organisations.ts'
import { changeSettingsIn } from '#db/settings.ts'

/** Keeps the one link with which an empty installation is set up; an earlier one no longer works. */
export function newSetupToken(db: Db, token: string, expiresAt: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await trx.deleteFrom('setupToken').execute()
    await trx
      .insertInto('setupToken')
      .values({ tokenHash: hashToken(token), expiresAt })
      .execute()
  })
}

/** Whether this link sets up the installation; looking uses nothing up. */
export async function isSetupToken(db: Db, token: string, now: Date): Promise<boolean> {
  const found = await db
    .selectFrom('setupToken')
    .select('tokenHash')
    .where('tokenHash', '=', hashToken(token))
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return found !== undefined
}

export type SetUp = {
  districtName: string
  districtKey: string
  givenName: string
  familyName: string
  email: string
  locale: Locale
  passwordHash: string
}

export type SetUpResult = { ok: true; personId: string } | { ok: false; refusal: 'link-used' }

/**
 * The first admin, the name of the district, and its municipalities where their register is known. Only the
 * first of two who open the link at once gets through, and only while there is nobody.
 */
export function setUp(db: Db, token: string, given: SetUp, now: Date): Promise<SetUpResult> {
  return db.transaction().execute(async (trx) => {
    const used = await trx
      .deleteFrom('setupToken')
      .where('tokenHash', '=', hashToken(token))
      .where('expiresAt', '>', now)
      .returning('tokenHash')
      .executeTakeFirst()
    const somebody = await trx.selectFrom('person').select('id').limit(1).executeTakeFirst()
    if (!used || somebody) return { ok: false, refusal: 'link-used' }
    const personId = await addFirstAdmin(trx, given, now)
    const { districtName, districtKey, email } = given
    await changeSettingsIn(trx, personId, { districtName, districtKey, contactEmail: email }, now)
    await addKnownDistrict(trx, personId, districtName, districtKey, now)
    await audit(trx, personId, 'person:manage', personId, now, { added: true, roles: ['admin'], setUp: true })
    return { ok: true, personId }
  })
}

async function addFirstAdmin(trx: Trx, given: SetUp, now: Date): Promise<string> {
  const { givenName, familyName, email, locale, passwordHash } = given
  const { id } = await trx
    .insertInto('person')
    .values({ givenName, familyName, email, locale, passwordHash, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('roleAssignment')
    .values({ personId: id, role: 'admin', fromDate: dayOf(now), assignedBy: id })
    .execute()
  return id
}
