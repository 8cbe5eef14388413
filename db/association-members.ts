// Whom an association serves, from day to day: what changes counts from its day, and no figure of a day before changes.

import { addDays } from '#app/domain/calendar.ts'
import { changedFrom, holdsOn, overlaps, type OrganisationKind } from '#app/domain/organisation.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Ending } from '#db/memberships.ts'
import type { OrganisationName } from '#db/organisations.ts'
import type { Row } from '#db/schema.ts'

type Period = Row<'associationMember'>
type Side = 'associationId' | 'municipalityId'

export type ServedPeriod = OrganisationName & Pick<Period, 'fromDate' | 'untilDate'>

/** Whom this association serves, or which ones serve this municipality; past and coming times too, the oldest first. */
export function listServed(db: Db, side: Side, id: string): Promise<ServedPeriod[]> {
  const other = side === 'associationId' ? 'municipalityId' : 'associationId'
  return db
    .selectFrom('associationMember')
    .innerJoin('organisation', 'organisation.id', `associationMember.${other}`)
    .select(['organisation.id', 'organisation.name', 'organisation.kind', 'organisation.ags'])
    .select(['associationMember.fromDate', 'associationMember.untilDate'])
    .where(`associationMember.${side}`, '=', id)
    .orderBy('associationMember.fromDate')
    .execute()
}

type Ticked = { id: string; kind: OrganisationKind; memberIds: readonly string[] }

type Days = {
  /** The day of which the boxes show who is served. */
  shownOn: string
  /** From when counts what is ticked or unticked. */
  fromDate: string
}

/** Takes over boxes and tells for the record what has changed; whose box is as before keeps its days. */
export async function changeServed(
  trx: Trx,
  { id: associationId, kind, memberIds }: Ticked,
  { shownOn, fromDate }: Days,
): Promise<{ fromDate?: string; serves?: string[]; servesNoLonger?: string[] }> {
  const periods = await periodsOf(trx, 'associationId', associationId)
  const was = new Set(periods.flatMap((one) => (holdsOn(one, shownOn) ? [one.municipalityId] : [])))
  const is = new Set(kind === 'association' ? memberIds : [])
  const [begun, ended] = [[...is].filter((id) => !was.has(id)), [...was].filter((id) => !is.has(id))]
  for (const municipalityId of [...begun, ...ended]) {
    const own = periods.filter((one) => one.municipalityId === municipalityId)
    const change = { fromDate, holds: is.has(municipalityId), plannedAfter: shownOn }
    const next = changedFrom(own, change).map((days) => ({ associationId, municipalityId, ...days }))
    await replace(trx, own, next)
  }
  if (begun.length + ended.length === 0) return {}
  return { fromDate, serves: begun, servesNoLonger: ended }
}

/**
 * Where what merges was served by associations, its successor is from the day after its last; where it was an association,
 * its successor serves whom it has served. What a former ending had done is taken back first. Part of changing it.
 */
export async function followInAssociations(
  trx: Trx,
  by: string,
  { id, before, after }: { id: string; before: Ending; after: Ending },
  now: Date,
): Promise<void> {
  if (before.validUntil === after.validUntil && before.successorId === after.successorId) return
  for (const side of ['associationId', 'municipalityId'] as const) {
    await takeBack(trx, side, id, before)
    const { validUntil, successorId } = after
    if (!validUntil || !successorId || !(await isOfOneKind(trx, id, successorId))) continue
    const start = addDays(validUntil, 1)
    const there = await periodsOf(trx, side, successorId)
    for (const period of await periodsOf(trx, side, id)) {
      if (period.untilDate !== null && period.untilDate <= validUntil) continue
      const fromDate = period.fromDate > start ? period.fromDate : start
      const next = { ...period, [side]: successorId, fromDate }
      const isThere = there.some((one) => isSamePair(one, next) && overlaps(one, next))
      const until = period.fromDate <= validUntil ? [{ ...period, untilDate: validUntil }] : []
      await replace(trx, [period], isThere ? until : [...until, next])
      const details = { fromDate, serves: [next.municipalityId], merged: id }
      await audit(trx, by, 'organisation:edit', next.associationId, now, details)
    }
  }
}

async function takeBack(
  trx: Trx,
  side: Side,
  id: string,
  { validUntil, successorId }: Ending,
): Promise<void> {
  if (!validUntil || !successorId) return
  const start = addDays(validUntil, 1)
  const there = await periodsOf(trx, side, successorId)
  for (const period of await periodsOf(trx, side, id)) {
    if (period.untilDate !== validUntil) continue
    const next = there.find(
      (one) => isSamePair(one, { ...period, [side]: successorId }) && holdsOn(one, start),
    )
    if (!next) continue
    // What the successor had of its own, since before, stays with it.
    const handedOn = next.fromDate === start ? [next] : []
    await replace(trx, [period, ...handedOn], [{ ...period, untilDate: next.untilDate }])
  }
}

async function isOfOneKind(trx: Trx, ...ids: string[]): Promise<boolean> {
  const kinds = await trx
    .selectFrom('organisation')
    .select('kind')
    .distinct()
    .where('id', 'in', ids)
    .execute()
  return kinds.length === 1
}

const isSamePair = (one: Period, other: Period) =>
  one.associationId === other.associationId && one.municipalityId === other.municipalityId

const periodsOf = (trx: Trx, side: Side, id: string) =>
  trx
    .selectFrom('associationMember')
    .selectAll()
    .where(side, '=', id)
    .orderBy('fromDate')
    .orderBy('associationId')
    .orderBy('municipalityId')
    .forUpdate()
    .execute()

async function replace(trx: Trx, before: readonly Period[], after: readonly Period[]): Promise<void> {
  for (const { associationId, municipalityId, fromDate } of before)
    await trx
      .deleteFrom('associationMember')
      .where('associationId', '=', associationId)
      .where('municipalityId', '=', municipalityId)
      .where('fromDate', '=', fromDate)
      .execute()
  if (after.length > 0)
    await trx
      .insertInto('associationMember')
      .values([...after])
      .execute()
}
