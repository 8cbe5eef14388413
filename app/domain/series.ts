// Series: several dates of one course, planned by a rule and changed together. Days and wall times only: what an
// instant is, the clock of each day decides, so that nine o'clock stays nine o'clock across the clock changes.

import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  instantOf,
  startOfDay,
  timeOf,
  unitsBetween,
  weekday,
} from '#app/domain/calendar.ts'
import { holidayOn, type Holiday } from '#app/domain/holiday.ts'
import { deadlineOn } from '#app/domain/workshop.ts'

export const FREQUENCIES = ['weekly', 'monthly'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** Ends on a day, or after so many dates; with neither it has as many as a series may have. */
export type SeriesRule = {
  frequency: Frequency
  /** Every week, every second week, … or the same for months. */
  every: number
  until: string | null
  count: number | null
}

export const MOST_IN_SERIES = 40
const DAYS_OF_WEEK = 7
const SATURDAY = 6
/** Some months have four Tuesdays and some five: a fifth one is taken as the last. */
const LAST_WEEK = 5

/** The days of a series in their order, the first one included, whether or not anything speaks against them. */
export function recurringDays(first: string, { frequency, every, until, count }: SeriesRule): string[] {
  const most = Math.min(count ?? MOST_IN_SERIES, MOST_IN_SERIES)
  const days: string[] = []
  for (let nth = 0; nth < most; nth++) {
    const day =
      frequency === 'weekly' ? addDays(first, nth * every * DAYS_OF_WEEK) : monthLater(first, nth * every)
    if (until !== null && day > until) break
    days.push(day)
  }
  return days
}

/** The same weekday of a later month: the second Tuesday, or the last one. */
function monthLater(first: string, months: number): string {
  const week = Math.ceil(Number(first.slice(8)) / DAYS_OF_WEEK)
  const start = addMonths(`${first.slice(0, 7)}-01`, months)
  const toWeekday = (weekday(first) - weekday(start) + DAYS_OF_WEEK) % DAYS_OF_WEEK
  const nth = addDays(start, toWeekday + (week - 1) * DAYS_OF_WEEK)
  const isInMonth = nth.slice(0, 7) === start.slice(0, 7)
  return week === LAST_WEEK && !isInMonth ? addDays(nth, -DAYS_OF_WEEK) : nth
}

export type Obstacle = { kind: 'holiday'; holiday: Holiday } | { kind: 'weekend' }

/** Why a day is struck out of the preview, or undefined for a day on which people work. */
export function obstacleOn(day: string, withoutWeekends: boolean): Obstacle | undefined {
  const holiday = holidayOn(day)
  if (holiday) return { kind: 'holiday', holiday }
  return withoutWeekends && weekday(day) >= SATURDAY ? { kind: 'weekend' } : undefined
}

/** A meeting that the clock does not know on that day. */
export type ClockProblem = 'time-gap' | 'ends-before-start'

type Times = { start: string; end: string }
export type DatedMeeting = { startsAt: Date; endsAt: Date; units: number }

/** A meeting on a day at wall times. In the doubled hour of autumn the first one is meant. */
export function meetingOn(
  day: string,
  { start, end }: Times,
  units: number | null,
): DatedMeeting | ClockProblem {
  const [from, until] = [instantOf(day, start), instantOf(day, end)]
  if (!from.ok || !until.ok) return 'time-gap'
  if (until.instant <= from.instant) return 'ends-before-start'
  const fitting = unitsBetween(from.instant, until.instant)
  return { startsAt: from.instant, endsAt: until.instant, units: Math.min(units ?? fitting, fitting) }
}

/** How far a change of a series reaches, seen from one of its dates. */
export const SCOPES = ['following', 'all'] as const
export type Scope = (typeof SCOPES)[number]

export type LeftOut = 'called-off' | 'started' | 'attendance-recorded' | 'edited-individually'

type InSeries = {
  startsAt: Date
  calledOffAt: Date | null
  detachedAt: Date | null
  hasAttendance: boolean
}

/** Why a change of the series leaves a date as it is, or undefined where it is changed. */
export function leftOutBecause(
  workshop: InSeries,
  includesDetached: boolean,
  now: Date,
): LeftOut | undefined {
  if (workshop.calledOffAt) return 'called-off'
  if (workshop.hasAttendance) return 'attendance-recorded'
  if (now >= workshop.startsAt) return 'started'
  return workshop.detachedAt && !includesDetached ? 'edited-individually' : undefined
}

/** What is to become of the times: null leaves them. */
export type TimeShift = { shiftDays: number; start: string | null; end: string | null }

/** A meeting moved by days and to other wall times. Units stay as planned while they fit. */
export function shifted(
  { startsAt, endsAt, units }: DatedMeeting,
  { shiftDays, start, end }: TimeShift,
): DatedMeeting | ClockProblem {
  const day = addDays(dayOf(startsAt), shiftDays)
  const times = { start: start ?? timeOf(startsAt), end: end ?? timeOf(endsAt) }
  const isUsual = units === unitsBetween(startsAt, endsAt)
  return meetingOn(day, times, isUsual ? null : units)
}

/** A deadline keeps its distance in days; one that is the start itself follows the start. */
export function shiftedDeadline(deadline: Date, startsAt: Date, newStart: Date): Date {
  if (deadline.getTime() === startsAt.getTime()) return newStart
  const days = daysBetween(dayOf(startsAt), dayOf(newStart))
  const moved = deadlineOn(addDays(dayOf(deadline), days), newStart)
  return moved > newStart ? newStart : moved
}

/** The first moment of a day, so many days later. */
export function shiftedDay(moment: Date, days: number): Date {
  return startOfDay(addDays(dayOf(moment), days))
}
