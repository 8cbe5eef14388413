import type { Audience } from '#app/domain/course.ts'
import { holdsOn, overlaps } from '#app/domain/organisation.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
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
    if (untilDate < row.fromDate) await trx.deleteFrom('membership').where('id', '=', id).execute()
    else await trx.updateTable('membership').set({ untilDate }).where('id', '=', id).execute()
    await audit(trx, by, 'person:edit', row.personId, now, { organisationId: row.organisationId, untilDate })
  })
}

/** As what somebody serves on this day: IT specialist, municipal user, leadership; each once. */
export async function listAudiences(db: Db, personId: string, day: string): Promise<Audience[]> {
  const memberships = await listMemberships(db, [personId])
  const held = memberships.filter((membership) => holdsOn(membership, day))
  return [...new Set(held.map(({ audience }) => audience))]
}
