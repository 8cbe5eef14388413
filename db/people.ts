import { dayOf } from '#app/domain/calendar.ts'
import type { Audience } from '#app/domain/course.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Role } from '#app/domain/policy.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { sendOffersAgain } from '#db/enrolment-mail.ts'
import { endAllOf, listAhead } from '#db/enrolments.ts'
import { removeSessionsOf } from '#db/login-sessions.ts'
import { endLoginTokens, sendLoginToken } from '#db/login-tokens.ts'
import { endOfferLinks } from '#db/mail-links.ts'
import { listMemberships, type PersonMembership } from '#db/memberships.ts'
import { lockAdmins, listRoles, type PersonRole } from '#db/roles.ts'
import type { Row } from '#db/schema.ts'
import { lockWorkshops } from '#db/workshops.ts'

/** Somebody with all memberships and roles, past and coming ones too. Never the password's hash. */
export type Person = Omit<Row<'person'>, 'passwordHash'> & {
  hasPassword: boolean
  memberships: PersonMembership[]
  roles: PersonRole[]
}

export async function getPerson(db: Db, id: string): Promise<Person | undefined> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { passwordHash, ...person } = row
  const memberships = await listMemberships(db, [id])
  const roles = await listRoles(db, [id])
  return { ...person, hasPassword: passwordHash !== null, memberships, roles }
}

export type SignIn = { personId: string; passwordHash: string | null }

/** What it takes to check a password; undefined for the unknown and the disabled alike. */
export async function getSignIn(db: Db, email: string): Promise<SignIn | undefined> {
  return db
    .selectFrom('person')
    .select(['id as personId', 'passwordHash'])
    .where('email', '=', email)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
}

/** The hash alone, to ask for the password once more before something important. */
export async function getPasswordHash(db: Db, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .select('passwordHash')
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.passwordHash ?? null
}

export async function countPeople(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export type NewPerson = {
  id: string
  givenName: string
  familyName: string
  email: string
  locale: Locale
  /** Whom the person serves from today on, and as what. */
  membership: { organisationId: string; audience: Audience } | null
  /** From today on; a training officer becomes one of the organisation of the membership. */
  roles: Role[]
  /** Whether the invitation goes out at once. */
  invite: boolean
}

export type AddPersonResult = { ok: true } | { ok: false; refusal: 'email-taken' }

/** Adds somebody, with everything that is needed to begin. The same id a second time changes nothing. */
export function addPerson(db: Db, by: string, person: NewPerson, now: Date): Promise<AddPersonResult> {
  return db.transaction().execute((trx) => addPersonIn(trx, by, person, now))
}

/** The same inside another command. */
export async function addPersonIn(
  trx: Trx,
  by: string,
  person: NewPerson,
  now: Date,
): Promise<AddPersonResult> {
  const { id, givenName, familyName, email, locale } = person
  const added = await trx
    .insertInto('person')
    .values({ id, givenName, familyName, email, locale, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) {
    const before = await trx.selectFrom('person').select('email').where('id', '=', id).executeTakeFirst()
    return before?.email === email ? { ok: true } : { ok: false, refusal: 'email-taken' }
  }
  const fromDate = dayOf(now)
  if (person.membership) {
    await trx
      .insertInto('membership')
      .values({ personId: id, ...person.membership, fromDate })
      .execute()
  }
  for (const role of person.roles) {
    const organisationId = role === 'trainingOfficer' ? (person.membership?.organisationId ?? null) : null
    await trx
      .insertInto('roleAssignment')
      .values({ personId: id, role, organisationId, fromDate, assignedBy: by })
      .execute()
  }
  if (person.invite) await sendLoginToken(trx, { ...person }, 'invitation', now)
  const { roles, invite } = person
  await audit(trx, by, 'person:manage', id, now, { added: true, roles, invited: invite })
  return { ok: true }
}

export type PersonChange = {
  givenName: string
  familyName: string
  email: string
  locale: Locale
  version: number
}

export type ChangePersonResult = { ok: true } | { ok: false; refusal: 'email-taken' | 'changed-meanwhile' }

/**
 * A new address ends all sessions and all links: whoever had the old one must not come in with it, nor answer for
 * its owner. Open offers go to the new one.
 */
export function changePerson(
  db: Db,
  by: string,
  id: string,
  change: PersonChange,
  now: Date,
): Promise<ChangePersonResult> {
  return db.transaction().execute(async (trx) => {
    const person = await lockPerson(trx, id)
    if (person.version !== change.version) return { ok: false, refusal: 'changed-meanwhile' }
    const other = await trx
      .selectFrom('person')
      .select('id')
      .where('email', '=', change.email)
      .where('id', '<>', id)
      .executeTakeFirst()
    if (other) return { ok: false, refusal: 'email-taken' }

    const { givenName, familyName, email, locale } = change
    await trx
      .updateTable('person')
      .set({ givenName, familyName, email, locale, version: person.version + 1 })
      .where('id', '=', id)
      .execute()
    const newAddress = email !== person.email
    if (newAddress) {
      await shutOut(trx, id)
      await sendOffersAgain(trx, id, now)
    }
    await audit(trx, by, by === id ? 'profile:edit' : 'person:edit', id, now, { newAddress })
    return { ok: true }
  })
}

/** The language of the screen and of mails; not worth a version. */
export function changeLocale(db: Db, id: string, locale: Locale, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await trx.updateTable('person').set({ locale }).where('id', '=', id).execute()
    await audit(trx, id, 'profile:edit', id, now, { locale })
  })
}

export type DisableRefusal = 'last-admin' | 'yourself'
export type DisableResult = { ok: true } | { ok: false; refusal: DisableRefusal }

/**
 * Shuts an account: sessions and links end at once, no more mails go out, and what the person is still enrolled in
 * goes to others. What happened stays on record.
 */
export async function disablePerson(db: Db, by: string, id: string, now: Date): Promise<DisableResult> {
  const run = () => db.transaction().execute((trx) => disableIn(trx, by, id, now))
  let result = await run()
  while (result === 'enrolled-meanwhile') result = await run()
  return result
}

async function disableIn(
  trx: Trx,
  by: string,
  id: string,
  now: Date,
): Promise<DisableResult | 'enrolled-meanwhile'> {
  if (by === id) return { ok: false, refusal: 'yourself' }
  const admins = await lockAdmins(trx, dayOf(now))
  if (admins.length > 0 && admins.every((admin) => admin.personId === id)) {
    return { ok: false, refusal: 'last-admin' }
  }
  // Workshops before people, as everybody locks them.
  const workshops = await lockWorkshops(trx, await listAhead(trx, id, now))
  const person = await lockPerson(trx, id)
  // Only now can nobody enrol them any more. A seat given since would be in a workshop that is not locked, and may
  // not be locked behind the person: nothing is written yet, so it all begins again.
  const locked = new Set(workshops.map((workshop) => workshop.id))
  if ((await listAhead(trx, id, now)).some((ahead) => !locked.has(ahead))) return 'enrolled-meanwhile'
  await endAllOf(trx, id, workshops, by, now)
  if (person.disabledAt) return { ok: true }
  await trx
    .updateTable('person')
    .set({ disabledAt: now, version: person.version + 1 })
    .where('id', '=', id)
    .execute()
  await shutOut(trx, id)
  await audit(trx, by, 'person:edit', id, now, { disabled: true })
  return { ok: true }
}

export function enablePerson(db: Db, by: string, id: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const { version } = await lockPerson(trx, id)
    await trx
      .updateTable('person')
      .set({ disabledAt: null, version: version + 1 })
      .where('id', '=', id)
      .execute()
    await audit(trx, by, 'person:edit', id, now, { disabled: false })
  })
}

/** Sends a fresh invitation; the link of an earlier one no longer works. Nothing goes to a disabled person. */
export function inviteAgain(db: Db, by: string, id: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const person = await lockPerson(trx, id)
    if (person.disabledAt) return
    await sendLoginToken(trx, person, 'invitation', now)
    await audit(trx, by, 'person:manage', id, now, { invited: true })
  })
}

async function shutOut(trx: Trx, personId: string): Promise<void> {
  await removeSessionsOf(trx, personId)
  await endLoginTokens(trx, personId)
  await endOfferLinks(trx, personId)
}

function lockPerson(trx: Trx, id: string): Promise<Row<'person'>> {
  return trx.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}
