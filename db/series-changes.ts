// What becomes of the dates of a series when several are changed at once.

import { addDays, dayOf, daysBetween } from '#app/domain/calendar.ts'
import type { CalendarFact, WorkshopFacts } from '#app/domain/mail.ts'
import { displayName } from '#app/domain/person.ts'
import {
  leftOutBecause,
  shifted,
  shiftedDay,
  shiftedDeadline,
  type ClockProblem,
  type DatedMeeting,
  type LeftOut,
  type Scope,
  type TimeShift,
} from '#app/domain/series.ts'
import { isMoved, problemsOf, span, type PlanRefusal } from '#app/domain/workshop.ts'
import { askOfMoved } from '#db/approval-requests.ts'
import { audit } from '#db/audit.ts'
import { tellCalendars } from '#db/calendar-entries.ts'
import { bookingRefusal } from '#db/bookings.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { listAddressees } from '#db/enrolment-mail.ts'
import { listCurrent, listCurrentOf } from '#db/queue.ts'
import { listUses } from '#db/equipment.ts'
import { changeMeetings } from '#db/meetings.ts'
import { post } from '#db/outbox.ts'
import { answered, listSeriesDates, seriesDateIds, undo, type SeriesResult } from '#db/series.ts'
import { tellTrainers, type PlannedChange } from '#db/trainer-mail.ts'
import { setTrainers } from '#db/trainers.ts'
import { afterSeats, fits, isFewer, placeIn } from '#db/workshop-plans.ts'
import { getWorkshops, lockWorkshops, workshopFacts, type Workshop } from '#db/workshops.ts'

/** What is to become of the dates; undefined leaves it. */
export type SeriesChange = TimeShift & {
  /** Both together: a room, or a place in words. */
  where?: { roomId: string | null; place: string | null }
  onlineUrl?: string | null
  trainerIds?: readonly string[]
  capacity?: number
}

export type SeriesChoice = { scope: Scope; includesDetached: boolean }

/** One date of the series and what the change makes of it. */
export type SeriesStep = {
  workshop: Workshop
  /** Why it stays as it is. */
  leftOut?: LeftOut
  problem?: PlanRefusal | ClockProblem
  /** It would have fewer seats than people who hold one: asked once. */
  hasTooFew?: boolean
  meetings: DatedMeeting[]
  enrolUntil: Date
  withdrawUntil: Date
  decideOn: string | null
  enrolFrom: Date | null
  quotaUntil: Date | null
}

/** What a change would do, date by date, seen from one of them. Nothing is written. */
export async function previewSeriesChange(
  db: Db,
  from: Workshop,
  choice: SeriesChoice,
  change: SeriesChange,
  now: Date,
): Promise<SeriesStep[]> {
  const dates = from.seriesId === null ? [] : await listSeriesDates(db, from.seriesId)
  return stepsOf(db, dates, from, choice, change, now)
}

async function stepsOf(
  db: Db,
  dates: readonly Workshop[],
  from: Workshop,
  { scope, includesDetached }: SeriesChoice,
  change: SeriesChange,
  now: Date,
): Promise<SeriesStep[]> {
  const ids = dates.map(({ id }) => id)
  const recorded = await listRecorded(db, ids)
  const enrolled = await listCurrentOf(db, change.capacity === undefined ? [] : ids)
  return dates
    .filter(({ startsAt }) => scope === 'all' || startsAt >= from.startsAt)
    .map((workshop) => {
      const facts = { ...workshop, hasAttendance: recorded.has(workshop.id) }
      const leftOut = leftOutBecause(facts, includesDetached, now)
      if (leftOut) return { ...unchanged(workshop), leftOut }
      const after = { ...workshop, ...columnsOf(change) }
      const theirs = enrolled.filter(({ workshopId }) => workshopId === workshop.id)
      const hasTooFew = isFewer(workshop, after) && !fits(after, theirs)
      return { ...stepOf(workshop, change, now), hasTooFew }
    })
}

const unchanged = (workshop: Workshop): SeriesStep => {
  const { meetings, enrolUntil, withdrawUntil, decideOn, enrolFrom, quotaUntil } = workshop
  return { workshop, meetings, enrolUntil, withdrawUntil, decideOn, enrolFrom, quotaUntil }
}

function stepOf(workshop: Workshop, change: SeriesChange, now: Date): SeriesStep {
  const moved = workshop.meetings.map((meeting) => shifted(meeting, change))
  const problem = moved.find((meeting) => typeof meeting === 'string')
  const meetings = moved.filter((meeting) => typeof meeting !== 'string')
  if (problem) return { ...unchanged(workshop), problem }
  const { startsAt } = span(meetings)
  const days = daysBetween(dayOf(workshop.startsAt), dayOf(startsAt))
  const step = {
    workshop,
    meetings,
    enrolUntil: shiftedDeadline(workshop.enrolUntil, workshop.startsAt, startsAt),
    withdrawUntil: shiftedDeadline(workshop.withdrawUntil, workshop.startsAt, startsAt),
    decideOn: workshop.decideOn && addDays(workshop.decideOn, days),
    enrolFrom: workshop.enrolFrom && shiftedDay(workshop.enrolFrom, days),
    quotaUntil: workshop.quotaUntil && shiftedDay(workshop.quotaUntil, days),
  }
  const [wrong] = problemsOf({
    ...workshop,
    ...columnsOf(change),
    ...step,
    trainerIds: trainersOf(workshop, change),
  })
  if (wrong) return { ...step, problem: wrong }
  return startsAt <= now ? { ...step, problem: 'in-the-past' } : step
}

const trainersOf = (workshop: Workshop, { trainerIds }: SeriesChange) => trainerIds ?? workshop.trainerIds

function columnsOf({ where, onlineUrl, capacity }: SeriesChange) {
  return {
    ...where,
    ...(onlineUrl !== undefined && { onlineUrl }),
    ...(capacity !== undefined && { capacity }),
  }
}

type ChangeRequest = SeriesChoice & {
  /** From the form, so that a change sent twice is written about once. */
  changeId: string
  workshopId: string
  seriesId: string
  /** What the summary showed, see `fingerprintOf`. */
  fingerprint: string
  /** Whether fewer seats than people are meant, as in a change of one workshop. */
  acceptsFewer?: boolean
}

/** The versions of all dates: whoever saves sees what they agreed to, or is told. */
export function fingerprintOf(steps: readonly SeriesStep[]): string {
  return steps.map(({ workshop }) => `${workshop.id.slice(0, 8)}.${workshop.version}`).join('-')
}

/** Changes many dates at once, all of them or none. Everybody concerned gets one mail, however many dates there are. */
export function changeSeries(
  db: Db,
  by: string,
  { changeId, workshopId, seriesId, fingerprint, acceptsFewer = false, ...choice }: ChangeRequest,
  change: SeriesChange,
  now: Date,
): Promise<SeriesResult> {
  return answered(() =>
    db.transaction().execute(async (trx) => {
      const dates = await lockWorkshops(trx, await seriesDateIds(trx, seriesId))
      const from = dates.find(({ id }) => id === workshopId)
      if (!from) return { ok: false, refusal: 'changed-meanwhile' }
      const steps = await stepsOf(trx, dates, from, choice, change, now)
      if (fingerprintOf(steps) !== fingerprint) return { ok: false, refusal: 'changed-meanwhile' }
      const changing = steps.filter(({ leftOut }) => leftOut === undefined)
      const at = changing.findIndex(({ hasTooFew }) => hasTooFew)
      if (at >= 0 && !acceptsFewer) return { ok: false, refusal: 'fewer-than-enrolled', at }
      const changes: PlannedChange[] = []
      for (const step of changing) changes.push(await changeOne(trx, step, change, changing, now))
      await audit(trx, by, 'series:edit', seriesId, now, { workshops: changes.length })
      await tellAll(trx, changes, changeId, now)
      await tellTrainers(trx, by, changes, changeId, now)
      for (const { before, after } of changes) {
        if (!before) continue
        await askOfMoved(trx, before, after, now)
        await afterSeats(trx, before, after, now)
      }
      return { ok: true }
    }),
  )
}

async function changeOne(
  trx: Trx,
  step: SeriesStep,
  change: SeriesChange,
  changing: readonly SeriesStep[],
  now: Date,
): Promise<PlannedChange> {
  const { workshop, meetings, problem, enrolUntil, withdrawUntil, decideOn, enrolFrom, quotaUntil } = step
  const at = changing.indexOf(step)
  if (problem) undo({ ok: false, refusal: problem === 'time-gap' ? 'no-meeting' : problem, at })
  const { id } = workshop
  const trainerIds = trainersOf(workshop, change)
  const enrolled = await listCurrent(trx, id)
  if (enrolled.some(({ personId }) => trainerIds.includes(personId)))
    undo({ ok: false, refusal: 'trainer-is-enrolled', at })

  const columns = columnsOf(change)
  const roomId = change.where ? change.where.roomId : workshop.roomId
  // Dates that are still to be moved by this change do not stand in its way.
  const later = changing.slice(at).map((other) => other.workshop.id)
  const booking = { roomId, equipment: await listUses(trx, id) }
  const isBookedAnew = roomId !== workshop.roomId || isMoved(workshop, { ...workshop, meetings })
  const refusal = isBookedAnew && (await bookingRefusal(trx, booking, meetings, later))
  if (refusal) {
    const { problem: because, ...details } = refusal
    undo({ ok: false, refusal: because, ...details, at })
  }
  const plans = meetings.map((meeting, nth) => ({ ...meeting, id: workshop.meetings[nth]?.id ?? null }))
  const untouchable = await changeMeetings(trx, id, workshop.meetings, plans, now)
  if (untouchable) undo({ ok: false, refusal: untouchable, at })
  await setTrainers(trx, id, trainerIds)
  await trx
    .updateTable('workshop')
    .set({ ...columns, ...(change.where && (await placeIn(trx, change.where))) })
    .set({ enrolUntil, withdrawUntil, decideOn, enrolFrom, quotaUntil, version: workshop.version + 1 })
    .where('id', '=', id)
    .execute()
  const [after] = await getWorkshops(trx, [id])
  if (!after) throw new Error('the workshop has vanished')
  return { before: workshop, after }
}

/** Those who are enrolled in dates that were moved: one mail each, with all of theirs. */
async function tellAll(
  trx: Trx,
  changes: readonly PlannedChange[],
  occasion: string,
  now: Date,
): Promise<void> {
  const dates = new Map<string, Workshop[]>()
  const notices = new Map<string, { workshop: WorkshopFacts; calendar: CalendarFact[] }[]>()
  for (const { before, after } of changes) {
    if (!before || !isMoved(before, after)) continue
    const personIds = (await listCurrent(trx, after.id)).map(({ personId }) => personId)
    const calendars = await tellCalendars(trx, personIds, after, now)
    for (const personId of personIds) {
      dates.set(personId, [...(dates.get(personId) ?? []), after])
      const calendar = calendars.get(personId)
      const notice = calendar ? [{ workshop: workshopFacts(after), calendar }] : []
      notices.set(personId, [...(notices.get(personId) ?? []), ...notice])
    }
  }
  const people = await listAddressees(trx, [...dates.keys()])
  for (const person of people.values()) {
    const to = { personId: person.id, address: person.address, locale: person.locale }
    const workshops = (dates.get(person.id) ?? []).map(workshopFacts)
    const data = { name: displayName(person), workshops, notices: notices.get(person.id) ?? [] }
    await post(trx, to, 'series-changed', occasion, data, now)
  }
}

async function listRecorded(db: Db, workshopIds: readonly string[]): Promise<Set<string>> {
  if (workshopIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('attendance', 'attendance.meetingId', 'meeting.id')
    .select('meeting.workshopId')
    .distinct()
    .where('meeting.workshopId', 'in', workshopIds)
    .execute()
  return new Set(rows.map(({ workshopId }) => workshopId))
}
