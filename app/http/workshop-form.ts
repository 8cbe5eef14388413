import { z } from 'zod'
import { dayOf, instantOf, timeOf, unitsBetween } from '#app/domain/calendar.ts'
import {
  deadlineOn,
  ENROL_DAYS_BEFORE,
  problemOf,
  problemsOf,
  span,
  usualDeadline,
  WITHDRAW_DAYS_BEFORE,
  type WorkshopProblem,
} from '#app/domain/workshop.ts'
import {
  id,
  list,
  optionalDay,
  optionalText,
  optionalUrl,
  parseForm,
  wholeNumber,
  type Errors,
} from '#app/http/form.ts'
import type { MeetingPlan } from '#db/meetings.ts'
import type { WorkshopPlan } from '#db/workshop-plans.ts'
import type { Workshop } from '#db/workshops.ts'

/** No workshop has more meetings; it bounds what a form can send. */
export const MOST_MEETINGS = 40

const WorkshopFields = z.object({
  id: id(),
  version: wholeNumber(0, 1_000_000),
  courseId: id(),
  place: optionalText(300),
  onlineUrl: optionalUrl(1_000),
  trainerIds: list(id(), 20),
  capacity: wholeNumber(1, 1_000),
  minimum: z.union([z.literal('').transform(() => 0), wholeNumber(0, 1_000)]).default(0),
  enrolUntil: optionalDay(),
  withdrawUntil: optionalDay(),
  note: optionalText(2_000),
})

type Submitted = Record<string, string | string[]>
type Filled = { id: string; version: number; courseId: string; plan: WorkshopPlan }

export type WorkshopFormResult =
  { ok: true; value: Filled; submitted: Submitted } | { ok: false; errors: Errors; submitted: Submitted }

/**
 * Reads the form of a workshop: fields by name, meetings by row ('day0', 'start0', …), times as wall times in
 * Berlin. A deadline that is left empty is the usual one. Errors are keys of t.form.error, t.workshop.timeProblem
 * or t.workshop.planRefusal. `fixedTrainers` count whatever the form says: not everybody may choose them.
 */
export async function readWorkshopForm(
  request: Request,
  fixedTrainers: readonly string[] | null,
  now: Date,
): Promise<WorkshopFormResult> {
  const form = await parseForm(request, WorkshopFields)
  const { submitted } = form
  const { meetings, errors } = readMeetings(submitted)
  const wrong = { ...(form.ok ? {} : form.errors), ...errors }
  if (!form.ok || Object.keys(wrong).length > 0) return { ok: false, errors: wrong, submitted }

  const { id, version, courseId, ...fields } = form.value
  const trainerIds = fixedTrainers ?? fields.trainerIds
  const plan = { ...fields, trainerIds, meetings, ...deadlines(fields, meetings, now) }
  const problems = errorsOf(plan)
  if (Object.keys(problems).length > 0) return { ok: false, errors: problems, submitted }
  return { ok: true, value: { id, version, courseId, plan }, submitted }
}

type Days = { enrolUntil: string | null; withdrawUntil: string | null }

function deadlines({ enrolUntil, withdrawUntil }: Days, meetings: readonly MeetingPlan[], now: Date) {
  const { startsAt } = span(meetings)
  const until = (day: string | null, daysBefore: number) =>
    day === null ? usualDeadline(startsAt, daysBefore, now) : deadlineOn(day, startsAt)
  return {
    enrolUntil: until(enrolUntil, ENROL_DAYS_BEFORE),
    withdrawUntil: until(withdrawUntil, WITHDRAW_DAYS_BEFORE),
  }
}

/** The field at which each problem of a plan is said; those of a single meeting stand at its row already. */
function errorsOf(plan: WorkshopPlan): Errors {
  const isEnrolLate = plan.meetings.length > 0 && plan.enrolUntil > span(plan.meetings).startsAt
  const fieldOf: Partial<Record<WorkshopProblem, string>> = {
    'no-trainer': 'trainerIds',
    'meetings-overlap': 'day1',
    'deadline-after-start': isEnrolLate ? 'enrolUntil' : 'withdrawUntil',
    'minimum-over-capacity': 'minimum',
    nowhere: 'place',
  }
  return Object.fromEntries(problemsOf(plan).map((problem) => [fieldOf[problem] ?? 'day0', problem]))
}

const text = (submitted: Submitted, name: string) => {
  const value = submitted[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** How many rows of meetings a form had. */
export function countRows(submitted: Submitted): number {
  const rows = Object.keys(submitted).flatMap((name) => /^day(\d{1,2})$/.exec(name)?.[1] ?? [])
  return Math.min(MOST_MEETINGS, Math.max(0, ...rows.map((row) => Number(row) + 1)))
}

function readMeetings(submitted: Submitted): { meetings: MeetingPlan[]; errors: Errors } {
  const meetings: MeetingPlan[] = []
  const errors: Errors = {}
  for (let row = 0; row < Math.max(1, countRows(submitted)); row++) {
    if (row > 0 && !text(submitted, `day${row}`)) continue
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
  const field = (name: string) => text(submitted, `${name}${row}`)
  const day = field('day')
  if (!day) return { field: 'day', problem: 'no-meeting' }
  const accepted = text(submitted, 'ambiguous') === 'accepted'
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
function readTime(day: string, time: string, accepted: boolean): Date | string {
  if (!time) return 'required'
  const wall = instantOf(day, time)
  if (!wall.ok) return wall.problem === 'gap' ? 'time-gap' : 'invalid'
  return wall.ambiguous && !accepted ? 'time-ambiguous' : wall.instant
}

/** The form of a workshop as it stands, fields by name. */
export function workshopValues(workshop: Workshop): Record<string, unknown> {
  const { courseId, place, onlineUrl, trainerIds, capacity, minimum, note } = workshop
  const rows = workshop.meetings.map(({ startsAt, endsAt, units }, row) => ({
    [`day${row}`]: dayOf(startsAt),
    [`start${row}`]: timeOf(startsAt),
    [`end${row}`]: timeOf(endsAt),
    [`units${row}`]: units === unitsBetween(startsAt, endsAt) ? null : units,
  }))
  return Object.assign(
    { courseId, place, onlineUrl, trainerIds, capacity, minimum, note },
    { enrolUntil: dayOf(workshop.enrolUntil), withdrawUntil: dayOf(workshop.withdrawUntil) },
    ...rows,
  )
}
