import { freeSeatsOf } from '#app/domain/queue.ts'
import { placeWith } from '#app/domain/room.ts'
import { isMoved, isPutIntoPast, problemsOf, type PlanRefusal } from '#app/domain/workshop.ts'
import { askOfMoved } from '#db/approval-requests.ts'
import { audit } from '#db/audit.ts'
import { bookingRefusal, type BookingRefusal, type Clash } from '#db/bookings.ts'
import { correctCertificates } from '#db/certificate-issue.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { lockCourse } from '#db/courses.ts'
import type { Enrolment } from '#db/enrolment-log.ts'
import { listAddressees, type Addressee } from '#db/enrolment-mail.ts'
import { listUses, setUses, type EquipmentUse } from '#db/equipment.ts'
import { addMeetings, changeMeetings, type MeetingPlan } from '#db/meetings.ts'
import { joinSeats, listCurrent, noteFewerSeats, promoteWaiting } from '#db/queue.ts'
import { getRoom } from '#db/rooms.ts'
import type { Row } from '#db/schema.ts'
import { tellTrainers } from '#db/trainer-mail.ts'
import { setTrainers } from '#db/trainers.ts'
import { tellGroup } from '#db/workshop-mail.ts'
import { getWorkshop, lockWorkshop, type Workshop } from '#db/workshops.ts'

export type WorkshopPlan = {
  place: string | null
  onlineUrl: string | null
  capacity: number
  minimum: number
  enrolUntil: Date
  withdrawUntil: Date
  note: string | null
  trainerIds: readonly string[]
  meetings: readonly MeetingPlan[]
  // What a plan does not mention stays as it is, or is the usual.
  roomId?: string | null
  equipment?: readonly EquipmentUse[]
  decideOn?: string | null
  linkMinutes?: number
} & Partial<EnrolmentRules>

/** What is left out keeps its value; in a new workshop, the usual one. */
export type EnrolmentRules = Pick<
  Row<'workshop'>,
  'enrolFrom' | 'quota' | 'quotaUntil' | 'promoteUntilHours' | 'offerHours' | 'onlineCapacity'
>

/** With `clash`, what is in the way; with `equipmentId`, what is missing. */
export type PlanResult = { ok: true } | PlanRefused
export type PlanRefused = { ok: false; refusal: PlanRefusal; clash?: Clash; equipmentId?: string }

/** Plans a workshop under the id that its form carried: sent twice, it is one workshop. */
export function addWorkshop(
  db: Db,
  by: string,
  { courseId, ...workshop }: NewWorkshop & { courseId: string },
  now: Date,
): Promise<PlanResult> {
  return db.transaction().execute(async (trx) => {
    const course = await lockCourse(trx, courseId)
    if (course.retiredAt) return { ok: false, refusal: 'course-retired' }
    const { added, ...result } = await addIn(trx, by, { courseId }, workshop, now)
    if (!result.ok || !added) return result
    await audit(trx, by, 'workshop:add', workshop.id, now, { course: courseId })
    await tellTrainers(trx, by, [{ before: undefined, after: added }], added.id, now)
    return result
  })
}

export type NewWorkshop = WorkshopPlan & { id: string }
type Within = { courseId: string; seriesId?: string }

/** The same for a course that the caller has locked; `added` only where there was no such workshop yet. */
export async function addIn(
  trx: Trx,
  by: string,
  within: Within,
  { id, ...plan }: NewWorkshop,
  now: Date,
): Promise<PlanResult & { added?: Workshop }> {
  const [problem] = problemsOf(plan)
  if (problem) return { ok: false, refusal: problem }
  if (plan.meetings.some((meeting) => meeting.startsAt <= now)) return { ok: false, refusal: 'in-the-past' }
  const { meetings, trainerIds, equipment = [], ...columns } = plan
  const booked = await bookingRefusal(trx, { roomId: plan.roomId ?? null, equipment }, meetings, [id])
  if (booked) return refusedBy(booked)

  const added = await trx
    .insertInto('workshop')
    .values({ id, ...within, ...columns, ...(await placeIn(trx, plan)), createdBy: by, createdAt: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return { ok: true }
  await addMeetings(trx, id, meetings)
  await setTrainers(trx, id, trainerIds)
  await setUses(trx, id, equipment)
  const workshop = await getWorkshop(trx, id)
  return { ok: true, ...(workshop && { added: workshop }) }
}

function refusedBy({ problem, ...details }: BookingRefusal): PlanRefused {
  return { ok: false, refusal: problem, ...details }
}

/** The place names the room, so that pages, mails and calendars do; what else was said of it stands behind it. */
export async function placeIn(
  trx: Trx,
  { place, roomId }: Pick<WorkshopPlan, 'place' | 'roomId'>,
): Promise<{ place: string | null }> {
  const room = roomId ? await getRoom(trx, roomId) : undefined
  return { place: room ? placeWith(room, place) : place }
}

export type WorkshopChange = WorkshopPlan & {
  id: string
  version: number
  /** Whether fewer seats than people are meant: asked once, for nobody gets a new seat until it fits. */
  acceptsFewer?: boolean
}

/**
 * Changes a workshop; `version` is the one that the form started from. More seats let those who wait move up,
 * fewer throw nobody out. Whoever is enrolled hears of another time or place, once.
 */
export function changeWorkshop(
  db: Db,
  by: string,
  { id, version, acceptsFewer = false, ...plan }: WorkshopChange,
  now: Date,
): Promise<PlanResult> {
  return db.transaction().execute(async (trx) => {
    const before = await lockWorkshop(trx, id)
    const refusal = await refusalOf(trx, before, plan, { version, acceptsFewer, now })
    if (refusal) return refusal
    const untouchable = await changeMeetings(trx, id, before.meetings, plan.meetings, now)
    if (untouchable) return { ok: false, refusal: untouchable }
    const { meetings: _, trainerIds, equipment, ...columns } = plan
    await setTrainers(trx, id, trainerIds)
    if (equipment) await setUses(trx, id, equipment)
    const detachedAt = before.seriesId === null ? null : now
    await trx
      .updateTable('workshop')
      .set({ ...columns, ...(await placeIn(trx, plan)), detachedAt, version: version + 1 })
      .where('id', '=', id)
      .execute()
    await audit(trx, by, 'workshop:edit', id, now, { version: version + 1 })

    await afterChange(trx, by, before, now)
    return { ok: true }
  })
}

async function refusalOf(
  trx: Trx,
  before: Workshop,
  plan: WorkshopPlan,
  { version, acceptsFewer, now }: { version: number; acceptsFewer: boolean; now: Date },
): Promise<PlanRefused | undefined> {
  const refused = (refusal: PlanRefusal): PlanRefused => ({ ok: false, refusal })
  if (before.calledOffAt) return refused('called-off')
  if (before.version !== version) return refused('changed-meanwhile')
  const [problem] = problemsOf(plan)
  if (problem) return refused(problem)
  if (isPutIntoPast(before.meetings, plan.meetings, now)) return refused('in-the-past')
  const enrolled = await listCurrent(trx, before.id)
  const clash = enrolled.some(({ personId }) => plan.trainerIds.includes(personId))
  if (clash) return refused('trainer-is-enrolled')
  const isTaken = isFewer(before, { ...before, ...plan }) && !fits({ ...before, ...plan }, enrolled)
  if (isTaken && !acceptsFewer) return refused('fewer-than-enrolled')
  const booked = await newBookingRefusal(trx, before, plan)
  return booked && refusedBy(booked)
}

/** What is booked already needs no asking again: a room that has been closed since keeps its workshops. */
async function newBookingRefusal(
  trx: Trx,
  before: Workshop,
  plan: WorkshopPlan,
): Promise<BookingRefusal | undefined> {
  const uses = await listUses(trx, before.id)
  const { roomId = before.roomId, equipment = uses } = plan
  const sorted = [...equipment].sort((a, b) => (a.id < b.id ? -1 : 1))
  const isSame = roomId === before.roomId && JSON.stringify(sorted) === JSON.stringify(uses)
  if (isSame && !isMoved({ ...before, meetings: plan.meetings }, before)) return undefined
  return bookingRefusal(trx, { roomId, equipment }, plan.meetings, [before.id])
}

type Seats = Pick<Workshop, 'capacity' | 'onlineCapacity'>

export const isFewer = (before: Seats, after: Seats) =>
  after.capacity < before.capacity || (after.onlineCapacity ?? 0) < (before.onlineCapacity ?? 0)

export function fits(seats: Seats, enrolled: readonly Enrolment[]): boolean {
  const { room, online } = freeSeatsOf(seats, enrolled)
  return room >= 0 && online >= 0
}

async function afterChange(trx: Trx, by: string, before: Workshop, now: Date): Promise<void> {
  const after = await getWorkshop(trx, before.id)
  if (!after) return
  const occasion = `${after.id}:${after.version}`
  // Those who are enrolled already hear of it; whoever moves up now reads the new facts anyway.
  if (isMoved(before, after) && after.endsAt > now) {
    const people = await listGroup(trx, after.id)
    await tellGroup(trx, { kind: 'workshop-changed' }, occasion, people, after, now)
  }
  await correctCertificates(trx, after, by, now)
  await tellTrainers(trx, by, [{ before, after }], occasion, now)
  await askOfMoved(trx, before, after, now)
  await afterSeats(trx, before, after, now)
}

/** What another number of seats means for those who are enrolled and those who wait. */
export async function afterSeats(trx: Trx, before: Workshop, after: Workshop, now: Date): Promise<void> {
  if (after.onlineCapacity === null) await joinSeats(trx, after.id, now)
  if (isFewer(before, after) && !fits(after, await listCurrent(trx, after.id))) {
    await noteFewerSeats(trx, after.id, now)
  }
  await promoteWaiting(trx, after, now)
}

async function listGroup(trx: Trx, workshopId: string): Promise<Iterable<Addressee>> {
  const current = await listCurrent(trx, workshopId)
  const people = await listAddressees(
    trx,
    current.map((enrolment) => enrolment.personId),
  )
  return people.values()
}
