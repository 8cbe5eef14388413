// What somebody fills in who plans a round.

import { z } from 'zod'
import { daysBetween } from '#app/domain/calendar.ts'
import { AUDIENCES } from '#app/domain/course.ts'
import { MIN_RESPONSES, mostMinimum } from '#app/domain/disclosure.ts'
import type { QuestionnaireKind } from '#app/domain/questionnaire.ts'
import { FEWEST_READERS, READERS_FOR } from '#app/domain/remark-readers.ts'
import type { RoundAudience } from '#app/domain/round-audience.ts'
import { day, id, list, oneOf, requiredText, wholeNumber, type Errors } from '#app/http/form.ts'
import { isId } from '#app/http/responses.ts'

/** Kinds that somebody plans by hand, in the order in which they are offered. */
export const PLANNED_KINDS = ['competence-centre', 'needs', 'free'] as const
export type PlannedKind = (typeof PLANNED_KINDS)[number]

/** What questionnaires for a kind may be for; those for the kind itself stand first. */
export const QUESTIONNAIRE_KINDS_FOR = {
  'competence-centre': ['competence-centre'],
  needs: ['needs', 'free'],
  free: ['free', 'needs'],
} as const satisfies Record<PlannedKind, readonly QuestionnaireKind[]>

const MOST_DAYS = 90

const common = {
  id: id(),
  title: requiredText(200),
  /** Its key, for the route to look whether a round of this kind may take it; left out, it is the first of these. */
  questionnaire: z.string().max(48).default(''),
  opensOn: day(),
  closesOn: day(),
}

const chosen = {
  ...common,
  groups: list(oneOf(AUDIENCES)).pipe(z.array(oneOf(AUDIENCES)).min(1)),
  attended: z.string().default('').transform(attendedOf),
  organisationIds: list(z.string().refine(isId)),
}

const promisedOf = (kind: PlannedKind) => ({
  minimum: wholeNumber(MIN_RESPONSES, mostMinimum(kind)),
  remarkReaders: oneOf(READERS_FOR[kind]).default(FEWEST_READERS),
})

export const RoundForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('competence-centre'), ...common, ...promisedOf('competence-centre') }),
  z.object({ kind: z.literal('needs'), ...chosen, ...promisedOf('needs') }),
  z.object({ kind: z.literal('free'), ...chosen, ...promisedOf('free') }),
])

/** `course:<id>` or `workshop:<id>`, as one field offers both. */
function attendedOf(value: string, context: z.RefinementCtx): RoundAudience['attended'] {
  if (value === '') return null
  const [what, of = ''] = value.split(':')
  if (isId(of) && what === 'course') return { courseId: of }
  if (isId(of) && what === 'workshop') return { workshopId: of }
  context.addIssue({ code: 'custom', input: value })
  return z.NEVER
}

/** Keys of t.round.add.problem. */
export function problemsOf(plan: { opensOn: string; closesOn: string }, today: string): Errors {
  if (plan.opensOn < today) return { opensOn: 'in-the-past' }
  if (plan.closesOn <= plan.opensOn) return { closesOn: 'ends-before-start' }
  return daysBetween(plan.opensOn, plan.closesOn) > MOST_DAYS ? { closesOn: 'lasts-too-long' } : {}
}
