import { z } from 'zod'
import { dayOf } from '#app/domain/calendar.ts'
import { wordsBeside } from '#app/domain/room.ts'
import {
  deadlineOn,
  ENROL_DAYS_BEFORE,
  LINK_MINUTES,
  MOST_LINK_MINUTES,
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
import { meetingValues, readMeetings, textIn, type Submitted } from '#app/http/meeting-form.ts'
import { isId } from '#app/http/responses.ts'
import type { EquipmentUse } from '#db/equipment.ts'
import type { Room } from '#db/rooms.ts'
import type { WorkshopPlan } from '#db/workshop-plans.ts'
import type { Workshop } from '#db/workshops.ts'

/** What a new workshop begins with. */
export const USUAL_WORKSHOP = { capacity: 12, start0: '09:00', end0: '12:00', linkMinutes: LINK_MINUTES }

/** A choice that may stay open. */
export const optionalId = () => z.union([z.literal('').transform(() => null), id()]).default(null)

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
  roomId: optionalId(),
  decideOn: optionalDay(),
  linkMinutes: z
    .union([z.literal('').transform(() => LINK_MINUTES), wholeNumber(0, MOST_LINK_MINUTES)])
    .default(LINK_MINUTES),
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
  const uses = readUses(submitted)
  const wrong = { ...(form.ok ? {} : form.errors), ...errors, ...uses.errors }
  if (!form.ok || Object.keys(wrong).length > 0) return { ok: false, errors: wrong, submitted }

  const { id, version, courseId, ...columns } = form.value
  const trainerIds = fixedTrainers ?? columns.trainerIds
  const rules = rulesOf(form.value, span(meetings).startsAt, now)
  const plan = { ...columns, trainerIds, meetings, equipment: uses.equipment, ...rules }
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
    'decision-after-start': 'decideOn',
    nowhere: 'place',
    'online-needs-both': 'onlineCapacity',
    'opens-after-deadline': 'enrolFrom',
    'quota-until-alone': 'quotaUntil',
  }
  return Object.fromEntries(problemsOf(plan).map((problem) => [fieldOf[problem] ?? 'day0', problem]))
}

const MOST_PIECES = 1_000

/** Fields 'use-…' with the id of a thing: how many pieces of it are needed. */
function readUses(submitted: Submitted): { equipment: EquipmentUse[]; errors: Errors } {
  const equipment: EquipmentUse[] = []
  const errors: Errors = {}
  for (const name of Object.keys(submitted)) {
    const thing = /^use-(.+)$/.exec(name)?.[1]
    const value = textIn(submitted, name)
    if (!thing || !isId(thing) || value === '' || value === '0') continue
    const amount = Number(value)
    if (Number.isInteger(amount) && amount > 0 && amount <= MOST_PIECES) equipment.push({ id: thing, amount })
    else errors[name] = 'invalid'
  }
  return { equipment, errors }
}

/** The form of a workshop as it stands, fields by name. The room is not said twice. */
export function workshopValues(
  workshop: Workshop,
  room: Room | undefined,
  uses: readonly EquipmentUse[],
): Record<string, unknown> {
  const { courseId, place, onlineUrl, trainerIds, capacity, minimum, note } = workshop
  const { roomId, decideOn, linkMinutes } = workshop
  return {
    ...{ courseId, onlineUrl, trainerIds, capacity, minimum, note, roomId, decideOn, linkMinutes },
    place: room ? wordsBeside(room, place) : place,
    enrolUntil: dayOf(workshop.enrolUntil),
    ...enrolmentRuleValues(workshop),
    ...meetingValues(workshop.meetings),
    ...Object.fromEntries(workshop.meetings.map(({ id }, row) => [`meeting${row}`, id])),
    ...Object.fromEntries(uses.map(({ id, amount }) => [`use-${id}`, amount])),
  }
}

/** The same for a new workshop: everything but its days. */
export function copyValues(values: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(values).filter(
    ([name]) => !/^(day|units|meeting)\d|^(start|end)[1-9]|Until$|On$|From$/.test(name),
  )
  return Object.fromEntries(kept)
}
