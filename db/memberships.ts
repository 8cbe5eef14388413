import { addDays } from '#app/domain/calendar.ts'
import type { Audience } from '#app/domain/course.ts'
import { holdsOn, overlaps } from '#app/domain/organisation.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type PersonMembership = Row<'membership'> & { organisation: string }

/** Whom some people serve, and as what; past and coming times too, the oldest first. */
export function listMemberships(db: Db, personIds: string[]): Promise<PersonMembership[]> {
  if (personIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .selectAll('membership')
    .select('organisation.name as organisation')
    .where('personId', 'in', personIds)
    .orderBy('fromDate')
    .orderBy('organisation.name')
    .execute()
}

export type NewMembership = {
  id: string
  personId: string
  organisationId: string
  audience: Audience
  fromDate: string
  untilDate: string | null
}

export type MembershipRefusal = 'ends-before-start' | 'already-member'
export type MembershipResult = { ok: true } | { ok: false; refusal: MembershipRefusal }

/** From this day on somebody serves an organisation. The same id a second time changes nothing. */
export function addMembership(
  db: Db,
  by: string,
  membership: NewMembership,
  now: Date,
): Promise<MembershipResult> {
  return db.transaction().execute(async (trx) => {
    const { id, personId, organisationId, audience, fromDate, untilDate } = membership
    if (untilDate !== null && untilDate < fromDate) return { ok: false, refusal: 'ends-before-start' }
    await trx
      .selectFrom('person')
      .select('id')
      .where('id', '=', personId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const others = await trx.selectFrom('membership').selectAll().where('personId', '=', personId).execute()
    if (others.some((other) => other.id === id)) return { ok: true }
    const there = others.filter((other) => other.organisationId === organisationId)
    if (there.some((other) => overlaps(other, membership))) return { ok: false, refusal: 'already-member' }
    await trx
      .insertInto('membership')
      .values({ id, personId, organisationId, audience, fromDate, untilDate })
      .execute()
    await audit(trx, by, 'person:edit', personId, now, { organisationId, audience, fromDate, untilDate })
    return { ok: true }
  })
}

/** Ends a membership; `untilDate` is its last day. One that had not begun by then is taken back. */
export function endMembership(db: Db, by: string, id: string, untilDate: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('membership')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return
    await endOn(trx, row, untilDate)
    await audit(trx, by, 'person:edit', row.personId, now, { organisationId: row.organisationId, untilDate })
  })
}

async function endOn(trx: Trx, { id, fromDate }: Row<'membership'>, untilDate: string): Promise<void> {
  if (untilDate < fromDate) await trx.deleteFrom('membership').where('id', '=', id).execute()
  else await trx.updateTable('membership').set({ untilDate }).where('id', '=', id).execute()
}

/** How an organisation ends: its last day, and which one takes its place. */
export type Ending = Pick<Row<'organisation'>, 'validUntil' | 'successorId'>

/**
 * Lets the people of an organisation that merges into another go on there from the day after its last. What a former
 * ending had done is taken back first, so that a slip of the day can be put right. Part of changing the organisation.
 */
export async function followEnding(
  trx: Trx,
  by: string,
  { id, before, after }: { id: string; before: Ending; after: Ending },
  now: Date,
): Promise<void> {
  const isNew = before.validUntil !== after.validUntil || before.successorId !== after.successorId
  if (isNew) await takeBack(trx, by, id, before, now)
  const { validUntil, successorId } = after
  if (!validUntil || !successorId) return
  const rows = await membershipsIn(trx, id)
    .where((eb) => eb.or([eb('untilDate', 'is', null), eb('untilDate', '>', validUntil)]))
    .execute()
  const there = await membershipsIn(trx, successorId).execute()
  for (const { id: membershipId, ...row } of rows) {
    const start = addDays(validUntil, 1)
    const next = {
      ...row,
      organisationId: successorId,
      fromDate: row.fromDate > start ? row.fromDate : start,
    }
    const isThere = there.some((one) => one.personId === row.personId && overlaps(one, next))
    await endOn(trx, { id: membershipId, ...row }, validUntil)
    if (!isThere) await trx.insertInto('membership').values(next).execute()
    const { personId, fromDate } = next
    await audit(trx, by, 'person:edit', personId, now, { organisationId: successorId, fromDate, merged: id })
  }
}

async function takeBack(
  trx: Trx,
  by: string,
  organisationId: string,
  { validUntil, successorId }: Ending,
  now: Date,
): Promise<void> {
  if (!validUntil || !successorId) return
  const ended = await membershipsIn(trx, organisationId).where('untilDate', '=', validUntil).execute()
  const begun = await membershipsIn(trx, successorId).where('fromDate', '=', addDays(validUntil, 1)).execute()
  for (const { id, personId, audience } of ended) {
    const next = begun.find((one) => one.personId === personId && one.audience === audience)
    if (!next) continue
    const { untilDate } = next
    await trx.deleteFrom('membership').where('id', '=', next.id).execute()
    await trx.updateTable('membership').set({ untilDate }).where('id', '=', id).execute()
    await audit(trx, by, 'person:edit', personId, now, { organisationId, untilDate })
  }
}

const membershipsIn = (trx: Trx, organisationId: string) =>
  trx
    .selectFrom('membership')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .orderBy('id')
    .forUpdate()

/** As what somebody serves on this day: IT specialist, municipal user, leadership; each once. */
export async function listAudiences(db: Db, personId: string, day: string): Promise<Audience[]> {
  const memberships = await listMemberships(db, [personId])
  const held = memberships.filter((membership) => holdsOn(membership, day))
  return [...new Set(held.map(({ audience }) => audience))]
}
