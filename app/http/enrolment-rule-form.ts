// What the form of a workshop says about enrolling, beyond "enrol until".

import { z } from 'zod'
import { dayOf, startOfDay } from '#app/domain/calendar.ts'
import { OFFER_HOURS, PROMOTE_UNTIL_HOURS } from '#app/domain/queue.ts'
import { deadlineOn, usualDeadline, WITHDRAW_DAYS_BEFORE } from '#app/domain/workshop.ts'
import { optionalDay, wholeNumber } from '#app/http/form.ts'
import type { EnrolmentRules } from '#db/workshop-plans.ts'

/** What the fields allow; the form says the same to the browser. */
export const RULE_LIMITS = {
  quota: { min: 1, max: 1_000 },
  promoteUntilHours: { min: 0, max: 720 },
  offerHours: { min: 1, max: 336 },
  onlineCapacity: { min: 1, max: 1_000 },
}

type Limits = { min: number; max: number }

/** Left empty, it is the usual number, or none. */
const optionalNumber = <Usual extends number | null>({ min, max }: Limits, usual: Usual) =>
  z
    .string()
    .default('')
    .pipe(z.union([z.literal('').transform(() => usual), wholeNumber(min, max)]))

/** The fields of `enrolmentRuleFields`. */
export const enrolmentRuleSchema = {
  withdrawUntil: optionalDay(),
  enrolFrom: optionalDay(),
  quota: optionalNumber(RULE_LIMITS.quota, null),
  quotaUntil: optionalDay(),
  promoteUntilHours: optionalNumber(RULE_LIMITS.promoteUntilHours, PROMOTE_UNTIL_HOURS),
  offerHours: optionalNumber(RULE_LIMITS.offerHours, OFFER_HOURS),
  onlineCapacity: optionalNumber(RULE_LIMITS.onlineCapacity, null),
}

type RuleFields = z.output<z.ZodObject<typeof enrolmentRuleSchema>>
type Rules = EnrolmentRules & { withdrawUntil: Date }

/** What the fields come to for a workshop that starts then. What is left empty is the usual rule. */
export function enrolmentRulesOf(fields: RuleFields, startsAt: Date, now: Date): Rules {
  const { quota, promoteUntilHours, offerHours, onlineCapacity } = fields
  const { withdrawUntil, enrolFrom, quotaUntil } = fields
  return {
    ...{ quota, promoteUntilHours, offerHours, onlineCapacity },
    enrolFrom: enrolFrom === null ? null : startOfDay(enrolFrom),
    quotaUntil: quotaUntil === null ? null : startOfDay(quotaUntil),
    withdrawUntil:
      withdrawUntil === null
        ? usualDeadline(startsAt, WITHDRAW_DAYS_BEFORE, now)
        : deadlineOn(withdrawUntil, startsAt),
  }
}

/** The fields as they stand. */
export function enrolmentRuleValues(rules: Rules): Record<string, unknown> {
  const { withdrawUntil, enrolFrom, quotaUntil, quota, promoteUntilHours, offerHours, onlineCapacity } = rules
  return {
    ...{ quota, promoteUntilHours, offerHours, onlineCapacity },
    withdrawUntil: dayOf(withdrawUntil),
    enrolFrom: enrolFrom && dayOf(enrolFrom),
    quotaUntil: quotaUntil && dayOf(quotaUntil),
  }
}
