import { z } from 'zod'
import { dayOf } from '#app/domain/calendar.ts'
import {
  deadlineOn,
  ENROL_DAYS_BEFORE,
  problemsOf,
  span,
  usualDeadline,
  type WorkshopProblem,
} from '#app/domain/workshop.ts'
import { enrolmentRuleSchema, enrolmentRulesOf, enrolmentRuleValues } from '#app/http/enrolment-rule-form.ts'
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
import { meetingValues, readMeetings, type Submitted } from '#app/http/meeting-form.ts'
import type { WorkshopPlan } from '#db/workshop-plans.ts'
import type { Workshop } from '#db/workshops.ts'

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
  note: optionalText(2_000),
  ...enrolmentRuleSchema,
})

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

  const { id, version, courseId, ...columns } = form.value
  const trainerIds = fixedTrainers ?? columns.trainerIds
  const rules = rulesOf(form.value, span(meetings).startsAt, now)
  const plan = { ...columns, trainerIds, meetings, ...rules }
  const problems = errorsOf(plan)
  if (Object.keys(problems).length > 0) return { ok: false, errors: problems, submitted }
  return { ok: true, value: { id, version, courseId, plan }, submitted }
}

function rulesOf(fields: z.output<typeof WorkshopFields>, startsAt: Date, now: Date) {
  const { enrolUntil } = fields
  return {
    enrolUntil:
      enrolUntil === null
        ? usualDeadline(startsAt, ENROL_DAYS_BEFORE, now)
        : deadlineOn(enrolUntil, startsAt),
    ...enrolmentRulesOf(fields, startsAt, now),
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
    'online-needs-both': 'onlineCapacity',
    'opens-after-deadline': 'enrolFrom',
    'quota-until-alone': 'quotaUntil',
  }
  return Object.fromEntries(problemsOf(plan).map((problem) => [fieldOf[problem] ?? 'day0', problem]))
}

/** The form of a workshop as it stands, fields by name. */
export function workshopValues(workshop: Workshop): Record<string, unknown> {
  const { courseId, place, onlineUrl, trainerIds, capacity, minimum, note } = workshop
  return {
    ...{ courseId, place, onlineUrl, trainerIds, capacity, minimum, note },
    enrolUntil: dayOf(workshop.enrolUntil),
    ...enrolmentRuleValues(workshop),
    ...meetingValues(workshop.meetings),
  }
}
