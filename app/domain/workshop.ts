// Workshops: a dated run of a course. What a date implies is computed, never stored.

import { addDays, dayOf, endOfDay, unitsBetween } from '#app/domain/calendar.ts'
import type { BookingProblem } from '#app/domain/room.ts'
import { seatCount } from '#app/domain/queue.ts'

export type WorkshopState = 'not-open-yet' | 'open' | 'full' | 'closed' | 'running' | 'over' | 'called-off'

type Meeting = { startsAt: Date; endsAt: Date }
type KnownMeeting = Meeting & { id: string }

/** What a workshop is right now, in one word. */
export function workshopState(
  workshop: {
    capacity: number
    onlineCapacity: number | null
    enrolFrom: Date | null
    enrolUntil: Date
    calledOffAt: Date | null
  },
  meetings: readonly Meeting[],
  taken: number,
  now: Date,
): WorkshopState {
  if (workshop.calledOffAt) return 'called-off'
  const { startsAt, endsAt } = span(meetings)
  if (now >= endsAt) return 'over'
  if (now >= startsAt) return 'running'
  if (now > workshop.enrolUntil) return 'closed'
  if (workshop.enrolFrom && now < workshop.enrolFrom) return 'not-open-yet'
  return taken >= seatCount(workshop) ? 'full' : 'open'
}

/** From the start of the first meeting to the end of the last; a workshop without meetings does not exist. */
export function span(meetings: readonly Meeting[]): Meeting {
  const starts = meetings.map((meeting) => meeting.startsAt.getTime())
  const ends = meetings.map((meeting) => meeting.endsAt.getTime())
  return { startsAt: new Date(Math.min(...starts)), endsAt: new Date(Math.max(...ends)) }
}

export type Occupancy = {
  capacity: number
  onlineCapacity: number | null
  quota: number | null
  /** Seats that are confirmed, or held for an answer. */
  taken: number
  waiting: number
}

/**
 * How many seats somebody could have right now: a seat for which somebody waits is not free. With a quota those
 * who wait may not have it yet.
 */
export function freeSeats(workshop: Occupancy): number {
  if (workshop.waiting > 0 && workshop.quota === null) return 0
  return Math.max(0, seatCount(workshop) - workshop.taken)
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

/** What one meeting can have wrong by itself. */
export type MeetingProblem = 'ends-before-start' | 'meeting-too-long' | 'more-units-than-time'

export type WorkshopProblem =
  | MeetingProblem
  | 'no-meeting'
  | 'no-trainer'
  | 'meetings-overlap'
  | 'deadline-after-start'
  | 'minimum-over-capacity'
  | 'decision-after-start'
  | 'nowhere'
  | 'online-needs-both'
  | 'opens-after-deadline'
  | 'quota-until-alone'

/** Why a plan is not taken, beyond what is wrong with the plan itself. */
export type PlanRefusal =
  | WorkshopProblem
  | BookingProblem
  | 'course-retired'
  | 'in-the-past'
  | 'changed-meanwhile'
  | 'called-off'
  | 'attendance-recorded'
  | 'certified'
  | 'trainer-is-enrolled'
  | 'fewer-than-enrolled'

export type CallOffRefusal = 'called-off' | 'over' | 'nothing-left'

type ToCallOff = { calledOffAt: Date | null; endsAt: Date; meetings: readonly KnownMeeting[] }

/** Why a workshop cannot be called off, or undefined while it can; `recorded` are meetings with attendance. */
export function notCalledOffBecause(
  workshop: ToCallOff,
  recorded: ReadonlySet<string>,
  now: Date,
): CallOffRefusal | undefined {
  if (workshop.calledOffAt) return 'called-off'
  if (now >= workshop.endsAt) return 'over'
  return meetingsCalledOff(workshop, recorded, now)?.length === 0 ? 'nothing-left' : undefined
}

/**
 * The meetings that calling off takes away once others have been attended: these stay, and count. Undefined while
 * nothing has been, for then the whole workshop goes.
 */
export function meetingsCalledOff(
  { meetings }: Pick<ToCallOff, 'meetings'>,
  recorded: ReadonlySet<string>,
  now: Date,
): KnownMeeting[] | undefined {
  if (!meetings.some(({ id, startsAt }) => startsAt <= now && recorded.has(id))) return undefined
  return meetings.filter(({ id, endsAt }) => endsAt > now && !recorded.has(id))
}

/** Whether nothing has been planned again since what was left was called off: only then the page still says so. */
export function isCutShort({
  restCalledOffAt,
  meetings,
}: {
  restCalledOffAt: Date | null
  meetings: readonly Meeting[]
}): boolean {
  return restCalledOffAt !== null && meetings.every(({ startsAt }) => startsAt <= restCalledOffAt)
}

/** The parts of a group that one can write to. */
export const GROUPS = ['confirmed', 'requested', 'offered', 'waiting'] as const
export type Group = (typeof GROUPS)[number]
export type MessageRefusal = 'nobody'

type PlannedMeeting = Meeting & { units: number }

type Plan = {
  meetings: readonly PlannedMeeting[]
  trainerIds: readonly string[]
  capacity: number
  minimum: number
  enrolUntil: Date
  withdrawUntil: Date
  place: string | null
  onlineUrl: string | null
  /** A room of ours is a place too. */
  roomId?: string | null | undefined
  /** Without it, the usual day. */
  decideOn?: string | null | undefined
  enrolFrom?: Date | null
  quota?: number | null
  quotaUntil?: Date | null
  onlineCapacity?: number | null
}

/** Everything that speaks against a plan; each problem has its sentence and belongs to a field. */
export function problemsOf(plan: Plan): WorkshopProblem[] {
  const problems: WorkshopProblem[] = []
  if (plan.trainerIds.length === 0) problems.push('no-trainer')
  if (plan.minimum > plan.capacity) problems.push('minimum-over-capacity')
  if (!isAnywhere(plan) && !plan.onlineUrl) problems.push('nowhere')
  problems.push(...ruleProblemsOf(plan))
  if (plan.meetings.length === 0) return [...problems, 'no-meeting']
  problems.push(...new Set(plan.meetings.flatMap((meeting) => problemOf(meeting) ?? [])))
  if (overlap(plan.meetings)) problems.push('meetings-overlap')
  const { startsAt } = span(plan.meetings)
  if (plan.enrolUntil > startsAt || plan.withdrawUntil > startsAt) problems.push('deadline-after-start')
  if (plan.decideOn && plan.decideOn > dayOf(startsAt)) problems.push('decision-after-start')
  return problems
}

const isAnywhere = ({ place, roomId }: Plan) => Boolean(place) || Boolean(roomId)

function ruleProblemsOf(plan: Plan): WorkshopProblem[] {
  const problems: WorkshopProblem[] = []
  const isHybrid = isAnywhere(plan) && plan.onlineUrl !== null
  if ((plan.onlineCapacity ?? null) !== null && !isHybrid) problems.push('online-needs-both')
  if (plan.enrolFrom && plan.enrolFrom > plan.enrolUntil) problems.push('opens-after-deadline')
  if (plan.quotaUntil && (plan.quota ?? null) === null) problems.push('quota-until-alone')
  return problems
}

/** Breaks may be left out of the units, but nobody teaches longer than the clock runs. */
export function problemOf({ startsAt, endsAt, units }: PlannedMeeting): MeetingProblem | undefined {
  if (endsAt <= startsAt) return 'ends-before-start'
  const most = unitsBetween(startsAt, endsAt)
  if (most > MOST_UNITS) return 'meeting-too-long'
  return units > most ? 'more-units-than-time' : undefined
}

function overlap(meetings: readonly Meeting[]): boolean {
  const inOrder = [...meetings].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  return inOrder.some((meeting, index) => {
    const next = inOrder[index + 1]
    return next !== undefined && next.startsAt < meeting.endsAt
  })
}

/** So many minutes before a meeting its people see the link, when nothing else is said. */
export const LINK_MINUTES = 15
export const MOST_LINK_MINUTES = 10_080

type WithLink = { linkMinutes: number; meetings: readonly Meeting[] }

/** Whether those who come see the way into the video conference right now: shortly before each meeting until its end. */
export function isLinkOpen({ linkMinutes, meetings }: WithLink, now: Date): boolean {
  return meetings.some((meeting) => linkOpens(meeting, linkMinutes) <= now && now < meeting.endsAt)
}

/** When it will next be seen, or undefined after the last meeting. */
export function linkOpensNext({ linkMinutes, meetings }: WithLink, now: Date): Date | undefined {
  const openings = meetings.map((meeting) => linkOpens(meeting, linkMinutes)).filter((opens) => opens > now)
  return openings.sort((a, b) => a.getTime() - b.getTime())[0]
}

function linkOpens({ startsAt }: Meeting, linkMinutes: number): Date {
  return new Date(startsAt.getTime() - linkMinutes * 60_000)
}

type Placed = { place: string | null; onlineUrl: string | null; meetings: readonly Meeting[] }

/** Whether somebody who relies on the old plan would stand in front of a closed door. */
export function isMoved(before: Placed, after: Placed): boolean {
  const where = ({ place, onlineUrl }: Placed) => JSON.stringify([place, onlineUrl])
  return where(before) !== where(after) || isRescheduled(before, after)
}

/**
 * Whether a plan puts into the past what is still ahead: a slip of the year, of which nobody would be told. What has
 * taken place may be put right, and what was forgotten beside it may be added.
 */
export function isPutIntoPast(
  before: readonly KnownMeeting[],
  plans: readonly (Meeting & { id: string | null })[],
  now: Date,
): boolean {
  const hasBegun = before.some(({ startsAt }) => startsAt <= now)
  return plans.some(({ id, startsAt }) => {
    if (startsAt > now) return false
    const known = before.find((meeting) => meeting.id === id)
    return known ? known.startsAt > now : !hasBegun
  })
}

/** Whether it takes place at another time. */
export function isRescheduled(before: Pick<Placed, 'meetings'>, after: Pick<Placed, 'meetings'>): boolean {
  const when = ({ meetings }: Pick<Placed, 'meetings'>) =>
    JSON.stringify(meetings.map(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]))
  return when(before) !== when(after)
}
