// What the form of a workshop says about enrolling, beyond "enrol until".

import { dayOf } from '#app/domain/calendar.ts'
import { deadlineOn, usualDeadline, WITHDRAW_DAYS_BEFORE } from '#app/domain/workshop.ts'
import { optionalDay } from '#app/http/form.ts'

/** The fields of `enrolmentRuleFields`. */
export const enrolmentRuleSchema = { withdrawUntil: optionalDay() }

type RuleFields = { withdrawUntil: string | null }
type Rules = { withdrawUntil: Date }

/** What the fields come to for a workshop that starts then. What is left empty is the usual rule. */
export function enrolmentRulesOf({ withdrawUntil }: RuleFields, startsAt: Date, now: Date): Rules {
  return {
    withdrawUntil:
      withdrawUntil === null
        ? usualDeadline(startsAt, WITHDRAW_DAYS_BEFORE, now)
        : deadlineOn(withdrawUntil, startsAt),
  }
}

/** The fields as they stand. */
export function enrolmentRuleValues({ withdrawUntil }: Rules): Record<string, unknown> {
  return { withdrawUntil: dayOf(withdrawUntil) }
}
