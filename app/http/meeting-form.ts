// The rows of a form that stand for meetings: 'day0', 'start0', …, times as wall times in Berlin.

import { dayOf, instantOf, timeOf, unitsBetween } from '#app/domain/calendar.ts'
import { problemOf } from '#app/domain/workshop.ts'
import type { Errors } from '#app/http/form.ts'
import type { MeetingPlan } from '#db/meetings.ts'

/** No workshop has more meetings; it bounds what a form can send. */
export const MOST_MEETINGS = 40

export type Submitted = Record<string, string | string[]>

export const textIn = (submitted: Submitted, name: string) => {
  const value = submitted[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** How many rows of meetings a form had. */
export function countRows(submitted: Submitted): number {
  const rows = Object.keys(submitted).flatMap((name) => /^day(\d{1,2})$/.exec(name)?.[1] ?? [])
  return Math.min(MOST_MEETINGS, Math.max(0, ...rows.map((row) => Number(row) + 1)))
}

/** Errors are keys of t.form.error, t.workshop.timeProblem or t.workshop.planRefusal. */
export function readMeetings(submitted: Submitted): { meetings: MeetingPlan[]; errors: Errors } {
  const meetings: MeetingPlan[] = []
  const errors: Errors = {}
  for (let row = 0; row < Math.max(1, countRows(submitted)); row++) {
    if (row > 0 && !textIn(submitted, `day${row}`)) continue
    const { meeting, field, problem } = readMeeting(submitted, row)
    if (meeting) meetings.push(meeting)
    else errors[`${field}${row}`] = problem
  }
  return { meetings, errors }
}

type ReadMeeting =
  | { meeting: MeetingPlan; field?: undefined; problem?: undefined }
  | { meeting?: undefined; field: 'day' | 'start' | 'end' | 'units'; problem: string }

function readMeeting(submitted: Submitted, row: number): ReadMeeting {
  const field = (name: string) => textIn(submitted, `${name}${row}`)
  const day = field('day')
  if (!day) return { field: 'day', problem: 'no-meeting' }
  const accepted = textIn(submitted, 'ambiguous') === 'accepted'
  const [startsAt, endsAt] = [readTime(day, field('start'), accepted), readTime(day, field('end'), accepted)]
  if (typeof startsAt === 'string') return { field: 'start', problem: startsAt }
  if (typeof endsAt === 'string') return { field: 'end', problem: endsAt }
  const units = field('units') === '' ? unitsBetween(startsAt, endsAt) : Number(field('units'))
  if (!Number.isInteger(units) || units < 1) return { field: 'units', problem: 'invalid' }

  const meeting = { id: field('meeting') || null, startsAt, endsAt, units }
  const problem = problemOf(meeting)
  if (!problem) return { meeting }
  return { field: problem === 'more-units-than-time' ? 'units' : 'end', problem }
}

/** The instant, or what is wrong with the time. The doubled hour of autumn is asked about once. */
export function readTime(day: string, time: string, accepted: boolean): Date | string {
  if (!time) return 'required'
  const wall = instantOf(day, time)
  if (!wall.ok) return wall.problem === 'gap' ? 'time-gap' : 'invalid'
  return wall.ambiguous && !accepted ? 'time-ambiguous' : wall.instant
}

/** Meetings as rows of the form; units only where they do not follow from the time. */
export function meetingValues(meetings: readonly MeetingPlan[]): Record<string, unknown> {
  const rows = meetings.map(({ startsAt, endsAt, units }, row) => ({
    [`day${row}`]: dayOf(startsAt),
    [`start${row}`]: timeOf(startsAt),
    [`end${row}`]: timeOf(endsAt),
    [`units${row}`]: units === unitsBetween(startsAt, endsAt) ? null : units,
  }))
  return Object.assign({}, ...rows)
}
