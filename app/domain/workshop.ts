// Workshops: a dated run of a course. What a date implies is computed, never stored.

import { addDays, dayOf, endOfDay, unitsBetween } from '#app/domain/calendar.ts'

export type WorkshopState = 'open' | 'full' | 'closed' | 'running' | 'over' | 'called-off'

type Meeting = { startsAt: Date; endsAt: Date }

/** What a workshop is right now, in one word. */
export function workshopState(
  workshop: { capacity: number; enrolUntil: Date; calledOffAt: Date | null },
  meetings: readonly Meeting[],
  taken: number,
  now: Date,
): WorkshopState {
  if (workshop.calledOffAt) return 'called-off'
  const { startsAt, endsAt } = span(meetings)
  if (now >= endsAt) return 'over'
  if (now >= startsAt) return 'running'
  if (now > workshop.enrolUntil) return 'closed'
  return taken >= workshop.capacity ? 'full' : 'open'
}

/** From the start of the first meeting to the end of the last; a workshop without meetings does not exist. */
export function span(meetings: readonly Meeting[]): Meeting {
  const starts = meetings.map((meeting) => meeting.startsAt.getTime())
  const ends = meetings.map((meeting) => meeting.endsAt.getTime())
  return { startsAt: new Date(Math.min(...starts)), endsAt: new Date(Math.max(...ends)) }
}

/** How many seats somebody could have right now: a seat for which somebody waits is not free. */
export function freeSeats(workshop: { capacity: number; taken: number; waiting: number }): number {
  return workshop.waiting > 0 ? 0 : Math.max(0, workshop.capacity - workshop.taken)
}

/** What applies when nothing else is said. */
export const ENROL_DAYS_BEFORE = 3
export const WITHDRAW_DAYS_BEFORE = 2

/** A deadline meant as "until this day": the whole day counts, but never longer than until the start. */
export function deadlineOn(day: string, startsAt: Date): Date {
  return day === dayOf(startsAt) ? startsAt : endOfDay(day)
}

/** The usual deadline, some days before the start; for what is planned at short notice, the start itself. */
export function usualDeadline(startsAt: Date, daysBefore: number, now: Date): Date {
  const usual = deadlineOn(addDays(dayOf(startsAt), -daysBefore), startsAt)
  return usual > now ? usual : startsAt
}

/** The longest meeting, in teaching units: 15 hours. */
export const MOST_UNITS = 20

export type WorkshopProblem =
  | 'no-meeting'
  | 'no-trainer'
  | 'ends-before-start'
  | 'meeting-too-long'
  | 'more-units-than-time'
  | 'meetings-overlap'
  | 'deadline-after-start'
  | 'minimum-over-capacity'
  | 'nowhere'

type Plan = {
  meetings: readonly (Meeting & { units: number })[]
  trainerIds: readonly string[]
  capacity: number
  minimum: number
  enrolUntil: Date
  withdrawUntil: Date
  place: string | null
  onlineUrl: string | null
}

/** Everything that speaks against a plan; each problem has its sentence and belongs to a field. */
export function problemsOf(plan: Plan): WorkshopProblem[] {
  const problems: WorkshopProblem[] = []
  if (plan.trainerIds.length === 0) problems.push('no-trainer')
  if (plan.minimum > plan.capacity) problems.push('minimum-over-capacity')
  if (!plan.place && !plan.onlineUrl) problems.push('nowhere')
  if (plan.meetings.length === 0) return [...problems, 'no-meeting']
  if (plan.meetings.some((meeting) => meeting.endsAt <= meeting.startsAt)) problems.push('ends-before-start')
  else problems.push(...problemsOfUnits(plan.meetings))
  if (overlap(plan.meetings)) problems.push('meetings-overlap')
  const { startsAt } = span(plan.meetings)
  if (plan.enrolUntil > startsAt || plan.withdrawUntil > startsAt) problems.push('deadline-after-start')
  return problems
}

/** Breaks may be left out of the units, but nobody teaches longer than the clock runs. */
function problemsOfUnits(meetings: Plan['meetings']): WorkshopProblem[] {
  if (meetings.some((meeting) => unitsBetween(meeting.startsAt, meeting.endsAt) > MOST_UNITS)) {
    return ['meeting-too-long']
  }
  const tooMany = meetings.some(({ startsAt, endsAt, units }) => units > unitsBetween(startsAt, endsAt))
  return tooMany ? ['more-units-than-time'] : []
}

function overlap(meetings: readonly Meeting[]): boolean {
  const inOrder = [...meetings].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  return inOrder.some((meeting, index) => {
    const next = inOrder[index + 1]
    return next !== undefined && next.startsAt < meeting.endsAt
  })
}
