// Whose reminder to an evaluation is due.

import { addDays, dayOf } from '#app/domain/calendar.ts'
import { isPooled, type Round } from '#app/domain/evaluation.ts'

/** How long before their last day people are reminded, in days. */
export const REMINDER_DAYS_BEFORE = 4

/**
 * Whose reminder is due: those whose last day lies after `after` and not after `until`; null when nobody's is. Each
 * last day falls into one such span only, so nobody is reminded twice; where all have one last day, once is all.
 */
export function reminderDue(
  round: Round & { remindedAt: Date | null },
  now: Date,
): { after: string; until: string } | null {
  const today = dayOf(now)
  if (!round.openedAt || round.countedAt || round.givenUpAt || today <= round.opensOn) return null
  const until = addDays(today, REMINDER_DAYS_BEFORE)
  if (round.remindedAt === null) return { after: addDays(today, -1), until }
  if (!isPooled(round.kind)) return null
  const after = addDays(dayOf(round.remindedAt), REMINDER_DAYS_BEFORE)
  return after < until ? { after, until } : null
}
