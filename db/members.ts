import { sql } from 'kysely'
import { inGermanOrder } from '#app/domain/person.ts'
import type { Audience } from '#app/domain/course.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Addressee } from '#db/enrolment-mail.ts'

/** A person as a member of one organisation on a day. */
export type Member = Addressee & { organisationId: string }

/**
 * Those of the people who are members of an organisation on this day, once each: of the one that they have
 * served longest. `within` leaves only these organisations in question; null means any. People who are locked
 * out are nobody's members.
 */
export function listMembers(
  db: Db,
  personIds: readonly string[],
  within: readonly string[] | null,
  day: string,
): Promise<Member[]> {
  if (personIds.length === 0 || within?.length === 0) return Promise.resolve([])
  return membersOn(db, day)
    .distinctOn('person.id')
    .where('person.id', 'in', personIds)
    .$if(within !== null, (query) => query.where('membership.organisationId', 'in', within ?? []))
    .orderBy('person.id')
    .orderBy('membership.fromDate')
    .orderBy('membership.organisationId')
    .execute()
}

/**
 * The same before a seat is written, under the lock of its workshop: until the transaction ends nobody can lock
 * these people out, and whoever is just being locked out is waited for, and is nobody's member then.
 */
export async function holdMembers(
  trx: Trx,
  personIds: readonly string[],
  within: readonly string[] | null,
  day: string,
): Promise<Member[]> {
  if (personIds.length === 0) return []
  await trx
    .selectFrom('person')
    .select('id')
    .where('id', 'in', personIds)
    .orderBy('id')
    .forKeyShare()
    .execute()
  return listMembers(trx, personIds, within, day)
}

export type Colleague = Member & { organisation: string; audience: Audience }

/** Everybody of these organisations, for their training officer. */
export function listColleagues(
  db: Db,
  organisationIds: readonly string[],
  day: string,
): Promise<Colleague[]> {
  if (organisationIds.length === 0) return Promise.resolve([])
  return membersOn(db, day)
    .select(['organisation.name as organisation', 'membership.audience'])
    .where('membership.organisationId', 'in', organisationIds)
    .execute()
}

/** People whose name, address or organisation contains all the words, at most `limit` of them. */
export function findMembers(db: Db, words: string, limit: number, day: string): Promise<Colleague[]> {
  let query = membersOn(db, day).select(['organisation.name as organisation', 'membership.audience'])
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    const text = sql<string>`concat_ws(' ', person.given_name, person.family_name, person.email, organisation.name)`
    query = query.where(text, 'ilike', like)
  }
  return query.orderBy('person.familyName').orderBy('person.givenName').limit(limit).execute()
}

/** The organisations that a person serves on this day, the longest served first. */
export function listOrganisationsOf(
  db: Db,
  personId: string,
  day: string,
): Promise<{ id: string; name: string }[]> {
  return membersOn(db, day)
    .clearSelect()
    .select(['organisation.id', 'organisation.name'])
    .where('person.id', '=', personId)
    .orderBy('membership.fromDate')
    .orderBy('organisation.id')
    .execute()
}

/** What an organisation is on this day: itself, or the one into which it has merged. */
export async function organisationOn(db: Db, id: string, day: string): Promise<string> {
  const ended = await db
    .selectFrom('organisation')
    .select('successorId')
    .where('id', '=', id)
    .where('validUntil', '<', day)
    .executeTakeFirst()
  return ended?.successorId ?? id
}

/** The organisations into which this one has merged by this day, the nearest first; none while it exists. */
export async function listSuccessorIds(db: Db, id: string, day: string): Promise<string[]> {
  const ids: string[] = []
  for (let current = id; ;) {
    const next = await organisationOn(db, current, day)
    if (next === id || ids.includes(next) || next === current) return ids
    ids.push(next)
    current = next
  }
}

/** The organisations that have merged into this one by this day, also by way of others; in German order. */
export async function listPredecessors(
  db: Db,
  id: string,
  day: string,
): Promise<{ id: string; name: string; validUntil: string }[]> {
  const { rows } = await sql<{ id: string; name: string; validUntil: string }>`
    with recursive merged(id) as (
      select ${id}::uuid union
      select o.id from organisation o join merged on o.successor_id = merged.id and o.valid_until < ${day})
    select o.id, o.name, o.valid_until from organisation o join merged on merged.id = o.id
    where o.id <> ${id}`.execute(db)
  return rows.sort((one, other) => inGermanOrder(one.name, other.name))
}

/** Nobody serves what does not exist any more, even where nobody has ended their membership. */
function membersOn(db: Db, day: string) {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select([
      'person.id',
      'person.givenName',
      'person.familyName',
      'person.email as address',
      'person.locale',
    ])
    .select(sql<boolean>`person.password_hash is not null`.as('hasPassword'))
    .select('membership.organisationId')
    .where('membership.fromDate', '<=', day)
    .where((eb) => eb.or([eb('membership.untilDate', 'is', null), eb('membership.untilDate', '>=', day)]))
    .where((eb) =>
      eb.or([eb('organisation.validUntil', 'is', null), eb('organisation.validUntil', '>=', day)]),
    )
    .where('person.disabledAt', 'is', null)
}
