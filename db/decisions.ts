// Whether a workshop takes place: confirm it, merge it into another date of the same course, or call it off.

import { closedBecause } from '#app/domain/enrolment.ts'
import type { MergedPlace } from '#app/domain/mail.ts'
import {
  notConfirmedBecause,
  notMergedBecause,
  type GoingRefusal,
  type MergeRefusal,
} from '#app/domain/minimum.ts'
import { displayName } from '#app/domain/person.ts'
import { offerEnds, placeFor, positionOf, seatState, wishOf } from '#app/domain/queue.ts'
import { meetingsCalledOff, notCalledOffBecause, type CallOffRefusal } from '#app/domain/workshop.ts'
import { audit } from '#db/audit.ts'
import { tellCalendars } from '#db/calendar-entries.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { moveTo, type Enrolment } from '#db/enrolment-log.ts'
import { listAddressees } from '#db/enrolment-mail.ts'
import { beginEnrolment, endByCallOff } from '#db/enrolments.ts'
import { newMailLink } from '#db/mail-links.ts'
import { listRecorded, removeMeetings } from '#db/meetings.ts'
import { post } from '#db/outbox.ts'
import { listCurrent } from '#db/queue.ts'
import { tellGroup } from '#db/workshop-mail.ts'
import {
  getWorkshop,
  listWorkshops,
  lockWorkshop,
  lockWorkshops,
  workshopFacts,
  type Workshop,
} from '#db/workshops.ts'

export type CallOffResult = { ok: true } | { ok: false; refusal: CallOffRefusal }

const MOST_ALTERNATIVES = 3

/**
 * Calls a workshop off: every enrolment ends, and everybody who had one reads why. Once a meeting was attended, only
 * those that are left go: whoever has a place keeps it, what they attended counts, and whoever waits reads that it is over. It cannot be taken back.
 */
export function callOffWorkshop(
  db: Db,
  by: string,
  { id, reason }: { id: string; reason: string },
  now: Date,
): Promise<CallOffResult> {
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, id)
    const recorded = await listRecorded(trx, workshop.meetings)
    const refusal = notCalledOffBecause(workshop, recorded, now)
    if (refusal) return { ok: false, refusal }
    const left = meetingsCalledOff(workshop, recorded, now)
    const ended = left
      ? await callOffRest(trx, workshop, left, reason, now)
      : await callOffWhole(trx, workshop, by, reason, now)
    await tellCalledOff(trx, { workshop, ended, by, reason, left }, now)
    const details = left ? { meetings: left.length } : { ended: ended.length }
    await audit(trx, by, 'workshop:call-off', id, now, details)
    return { ok: true }
  })
}

type CalledOff = {
  workshop: Workshop
  /** Whose places or hopes have ended. */
  ended: readonly Enrolment[]
  by: string
  reason: string
  /** The meetings that go; without them it is all of it. */
  left?: readonly { startsAt: Date; endsAt: Date }[] | undefined
}

/** One mail for each of them and for who leads it. Whoever was in line for what has begun reads that in other words. */
export async function tellCalledOff(
  trx: Trx,
  { workshop, ended, by, reason, left }: CalledOff,
  now: Date,
): Promise<void> {
  const { id } = workshop
  const others = workshop.trainerIds.filter((trainerId) => trainerId !== by)
  const people = await listAddressees(trx, [...ended.map(({ personId }) => personId), ...others])
  const after = (await getWorkshop(trx, id)) ?? workshop
  const occasion = `${id}:${after.version}`
  if (!left) {
    const alternatives = await alternativesTo(trx, workshop, now)
    const news = { kind: 'workshop-called-off', reason, alternatives } as const
    return tellGroup(trx, news, occasion, people.values(), after, now)
  }
  const news = { kind: 'workshop-rest-called-off', reason, left: left.map(timesOf) } as const
  const waited = ended.filter(({ status }) => status !== 'confirmed').map(({ personId }) => personId)
  const inLine = waited.flatMap((personId) => people.get(personId) ?? [])
  for (const personId of waited) people.delete(personId)
  await tellGroup(trx, news, occasion, people.values(), after, now)
  await tellGroup(trx, { ...news, waited: true }, occasion, inLine, after, now)
}

async function alternativesTo(trx: Trx, workshop: Workshop, now: Date) {
  return (await listOtherDates(trx, workshop, now)).slice(0, MOST_ALTERNATIVES).map(timesOf)
}

const timesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
})

/** Ends all of it; returns those who had a place, or hoped for one. */
export async function callOffWhole(
  trx: Trx,
  { id, version }: Workshop,
  by: string,
  reason: string,
  now: Date,
): Promise<Enrolment[]> {
  await trx
    .updateTable('workshop')
    .set({ calledOffAt: now, callOffReason: reason, version: version + 1 })
    .where('id', '=', id)
    .execute()
  return endByCallOff(trx, id, by, now)
}

/** Returns those who would have come, or still hoped to. */
async function callOffRest(
  trx: Trx,
  { id, version }: Workshop,
  left: readonly { id: string }[],
  reason: string,
  now: Date,
): Promise<Enrolment[]> {
  await removeMeetings(
    trx,
    left.map((meeting) => meeting.id),
  )
  await trx
    .updateTable('workshop')
    .set({ restCalledOffAt: now, restCallOffReason: reason, version: version + 1 })
    .where('id', '=', id)
    .execute()
  return listCurrent(trx, id)
}

/** The dates of the same course in which one can still enrol, the next one first. */
export async function listOtherDates(db: Db, { id, courseId }: Workshop, now: Date) {
  const lines = await listWorkshops(db, { courseId, from: now })
  return lines.filter((line) => line.id !== id && closedBecause(line, now) === null)
}

export type ConfirmResult = { ok: true } | { ok: false; refusal: GoingRefusal }

/** Says that a workshop takes place, however many will come: everybody reads it, and it is no longer asked. */
export function confirmWorkshop(db: Db, by: string, id: string, now: Date): Promise<ConfirmResult> {
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, id)
    const refusal = notConfirmedBecause(workshop, now)
    if (refusal) return { ok: false, refusal }
    await trx
      .updateTable('workshop')
      .set({ goingAt: now, goingBy: by, version: workshop.version + 1 })
      .where('id', '=', id)
      .execute()
    const current = await listCurrent(trx, id)
    const people = await listAddressees(trx, [
      ...current.map((enrolment) => enrolment.personId),
      ...workshop.trainerIds.filter((trainerId) => trainerId !== by),
    ])
    await tellGroup(trx, { kind: 'workshop-going' }, id, people.values(), workshop, now)
    await audit(trx, by, 'workshop:confirm', id, now, { enrolled: current.length })
    return { ok: true }
  })
}

export type MergeResult =
  { ok: true; offered: number; waiting: number } | { ok: false; refusal: MergeRefusal }

/**
 * Calls a workshop off and offers its people the other date, in their order: a seat while there are any, else a
 * place on the waiting list behind those who wait there already. Nobody is enrolled by it; whoever does not answer
 * is simply not enrolled. Both workshops are held in the order of their ids.
 */
export function mergeWorkshop(
  db: Db,
  by: string,
  { id, intoId, reason }: { id: string; intoId: string; reason: string },
  now: Date,
): Promise<MergeResult> {
  return db.transaction().execute(async (trx) => {
    const both = await lockWorkshops(trx, [id, intoId])
    const [from, into] = [id, intoId].map((one) => both.find((workshop) => workshop.id === one))
    if (!from || !into) return { ok: false, refusal: 'other-course' }
    const refusal = notMergedBecause(from, into, now)
    if (refusal) return { ok: false, refusal }
    await trx
      .updateTable('workshop')
      .set({ calledOffAt: now, callOffReason: reason, mergedInto: intoId, version: from.version + 1 })
      .where('id', '=', id)
      .execute()

    const moving = await listCurrent(trx, id)
    await moveTo(trx, moving, { status: 'called-off', reason: 'workshop-merged' }, by, now)
    const places = await placeAll(trx, into, moving, by, now)
    await tellMerged(trx, by, { from, into, moving, places }, now)
    const [offered, waits] = (['offered', 'waiting'] as const).map(
      (kind) => [...places.values()].filter((place) => place.kind === kind).length,
    )
    const details = { into: intoId, offered: offered ?? 0, waiting: waits ?? 0 }
    await audit(trx, by, 'workshop:merge', id, now, details)
    return { ok: true, offered: offered ?? 0, waiting: waits ?? 0 }
  })
}

/**
 * By person, in the order in which they stood at the other date: each gets what the one decision gives to anybody
 * for whom somebody else asks.
 */
async function placeAll(
  trx: Trx,
  into: Workshop,
  moving: readonly Enrolment[],
  by: string,
  now: Date,
): Promise<Map<string, MergedPlace>> {
  const current = await listCurrent(trx, into.id)
  const places = new Map<string, MergedPlace>()
  for (const { personId, organisationId, ...seat } of moving) {
    const isThere = current.some((enrolment) => enrolment.personId === personId)
    if (isThere || into.trainerIds.includes(personId)) {
      places.set(personId, { kind: 'enrolled-already' })
      continue
    }
    const applicant = { organisationId, wish: wishOf(seat), enrolsThemselves: false }
    const decision = placeFor(into, current, applicant, now)
    const member = { id: personId, organisationId }
    const moved = { reason: 'moved-by-merge', offerUntil: offerEnds(into, now) } as const
    const enrolment = await beginEnrolment(trx, into, { ...decision, ...moved, member, by }, now)
    if (!enrolment) throw new Error('a new id was used before')
    current.push(enrolment)
    places.set(personId, placeOf(into, current, enrolment))
  }
  return places
}

function placeOf(into: Workshop, inOrder: readonly Enrolment[], enrolment: Enrolment): MergedPlace {
  const { id: enrolmentId, offerUntil } = enrolment
  if (!offerUntil) return { kind: 'waiting', position: positionOf(inOrder, enrolmentId) ?? inOrder.length }
  const seat = seatState(into, enrolment)
  return { kind: 'offered', enrolmentId, until: offerUntil.toISOString(), seat }
}

type Merged = {
  from: Workshop
  into: Workshop
  moving: readonly Enrolment[]
  places: Map<string, MergedPlace>
}

async function tellMerged(trx: Trx, by: string, { from, into, moving, places }: Merged, now: Date) {
  const trainers = from.trainerIds.filter((trainerId) => trainerId !== by)
  const movingIds = moving.map(({ personId }) => personId)
  const people = await listAddressees(trx, [...movingIds, ...trainers])
  const calendars = await tellCalendars(trx, movingIds, from, now)
  for (const person of people.values()) {
    const to = { personId: person.id, address: person.address, locale: person.locale }
    const about = { name: displayName(person), workshop: workshopFacts(from), into: workshopFacts(into) }
    const place = places.get(person.id) ?? { kind: 'none' as const }
    const calendar = calendars.get(person.id)
    const link = place.kind === 'offered' ? await linkOf(trx, place) : {}
    const data = { ...about, place, ...link, ...(calendar && { calendar }) }
    await post(trx, to, 'workshop-merged', from.id, data, now)
  }
}

/** Whoever is merged may have no password: the mail is enough to answer. */
async function linkOf(trx: Trx, { enrolmentId, until }: Extract<MergedPlace, { kind: 'offered' }>) {
  return { token: await newMailLink(trx, 'offer', enrolmentId, new Date(until)), validUntil: until }
}
