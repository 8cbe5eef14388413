import {
  problemsOf,
  notCalledOffBecause,
  type CallOffRefusal,
  type PlanRefusal,
} from '#app/domain/workshop.ts'
import { freeSeatsOf } from '#app/domain/queue.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { lockCourse } from '#db/courses.ts'
import type { Enrolment } from '#db/enrolment-log.ts'
import { listAddressees, type Addressee } from '#db/enrolment-mail.ts'
import { endByCallOff } from '#db/enrolments.ts'
import { addMeetings, changeMeetings, type MeetingPlan } from '#db/meetings.ts'
import { listCurrent, noteFewerSeats, promoteWaiting } from '#db/queue.ts'
import { setTrainers } from '#db/trainers.ts'
import type { Row } from '#db/schema.ts'
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
} & Partial<EnrolmentRules>

/** What is left out keeps its value; in a new workshop, the usual one. */
export type EnrolmentRules = Pick<
  Row<'workshop'>,
  'enrolFrom' | 'quota' | 'quotaUntil' | 'promoteUntilHours' | 'offerHours' | 'onlineCapacity'
>

export type PlanResult = { ok: true } | { ok: false; refusal: PlanRefusal }

/** Plans a workshop under the id that its form carried: sent twice, it is one workshop. */
export function addWorkshop(
  db: Db,
  by: string,
  { id, courseId, ...plan }: WorkshopPlan & { id: string; courseId: string },
  now: Date,
): Promise<PlanResult> {
  return db.transaction().execute(async (trx) => {
    const course = await lockCourse(trx, courseId)
    if (course.retiredAt) return { ok: false, refusal: 'course-retired' }
    const [problem] = problemsOf(plan)
    if (problem) return { ok: false, refusal: problem }
    if (plan.meetings.some((meeting) => meeting.startsAt <= now)) return { ok: false, refusal: 'in-the-past' }

    const { meetings, trainerIds, ...columns } = plan
    const added = await trx
      .insertInto('workshop')
      .values({ id, courseId, ...columns, createdBy: by, createdAt: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) return { ok: true }
    await addMeetings(trx, id, meetings)
    await setTrainers(trx, id, trainerIds)
    await audit(trx, by, 'workshop:add', id, now, { course: courseId })
    return { ok: true }
  })
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
    const refusal = await refusalOf(trx, before, plan, { version, acceptsFewer })
    if (refusal) return { ok: false, refusal }
    if (!(await changeMeetings(trx, id, before.meetings, plan.meetings))) {
      return { ok: false, refusal: 'attendance-recorded' }
    }
    const { meetings: _, trainerIds, ...columns } = plan
    await setTrainers(trx, id, trainerIds)
    await trx
      .updateTable('workshop')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', id)
      .execute()
    await audit(trx, by, 'workshop:edit', id, now, { version: version + 1 })

    await afterChange(trx, before, now)
    return { ok: true }
  })
}

async function refusalOf(
  trx: Trx,
  before: Workshop,
  plan: WorkshopPlan,
  { version, acceptsFewer }: { version: number; acceptsFewer: boolean },
): Promise<PlanRefusal | undefined> {
  if (before.calledOffAt) return 'called-off'
  if (before.version !== version) return 'changed-meanwhile'
  const [problem] = problemsOf(plan)
  if (problem) return problem
  const enrolled = await listCurrent(trx, before.id)
  const clash = enrolled.some(({ personId }) => plan.trainerIds.includes(personId))
  if (clash) return 'trainer-is-enrolled'
  const isTaken = isFewer(before, { ...before, ...plan }) && !fits({ ...before, ...plan }, enrolled)
  return isTaken && !acceptsFewer ? 'fewer-than-enrolled' : undefined
}

type Seats = Pick<Workshop, 'capacity' | 'onlineCapacity'>

const isFewer = (before: Seats, after: Seats) =>
  after.capacity < before.capacity || (after.onlineCapacity ?? 0) < (before.onlineCapacity ?? 0)

function fits(seats: Seats, enrolled: readonly Enrolment[]): boolean {
  const { room, online } = freeSeatsOf(seats, enrolled)
  return room >= 0 && online >= 0
}

async function afterChange(trx: Trx, before: Workshop, now: Date): Promise<void> {
  const after = await getWorkshop(trx, before.id)
  if (!after) return
  // Those who are enrolled already hear of it; whoever moves up now reads the new facts anyway.
  if (isMoved(before, after) && after.endsAt > now) {
    const people = await listGroup(trx, after.id)
    await tellGroup(trx, { kind: 'workshop-changed' }, `${after.id}:${after.version}`, people, after, now)
  }
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

/** Whether somebody who relies on the old plan would stand in front of a closed door. */
function isMoved(before: Workshop, after: Workshop): boolean {
  const where = ({ place, onlineUrl }: Workshop) => JSON.stringify([place, onlineUrl])
  const when = ({ meetings }: Workshop) =>
    JSON.stringify(meetings.map(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]))
  return where(before) !== where(after) || when(before) !== when(after)
}

export type CallOffResult = { ok: true } | { ok: false; refusal: CallOffRefusal }

/** Calls a workshop off: every enrolment ends, and everybody who had one reads why. It cannot be taken back. */
export function callOffWorkshop(
  db: Db,
  by: string,
  { id, reason }: { id: string; reason: string },
  now: Date,
): Promise<CallOffResult> {
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, id)
    const refusal = notCalledOffBecause(workshop, now)
    if (refusal) return { ok: false, refusal }
    await trx
      .updateTable('workshop')
      .set({ calledOffAt: now, callOffReason: reason, version: workshop.version + 1 })
      .where('id', '=', id)
      .execute()
    const ended = await endByCallOff(trx, id, by, now)
    const people = await listAddressees(trx, [
      ...ended.map((enrolment) => enrolment.personId),
      ...workshop.trainerIds.filter((trainerId) => trainerId !== by),
    ])
    await tellGroup(trx, { kind: 'workshop-called-off', reason }, id, people.values(), workshop, now)
    await audit(trx, by, 'workshop:call-off', id, now, { ended: ended.length })
    return { ok: true }
  })
}
