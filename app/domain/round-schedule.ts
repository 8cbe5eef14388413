// When the competence centre is evaluated: at the end of the pilot phase, then every so many months. Either may still
// be open, and is then not guessed.

import { addDays, addMonths } from '#app/domain/calendar.ts'

export type RoundSchedule = {
  /** Last day of the pilot phase; null until it is set. */
  pilotEndsOn: string | null
  /** Months from one evaluation to the next; null until the committee has decided. */
  months: number | null
}

/** So long before a round is due it is planned, in days. */
export const PLANNED_AHEAD_DAYS = 60
/** How long a round that the schedule plans can be answered, in days. */
export const SCHEDULED_ROUND_DAYS = 21
/** Whoever coordinates has so many days at least to prepare a round that was due long ago, or earlier than thought. */
export const LEAST_NOTICE_DAYS = 14

/** The day on which the next round is due, after those that began before; null while it is still open. */
export function nextDue({ pilotEndsOn, months }: RoundSchedule, begunOn: readonly string[]): string | null {
  const last = begunOn.toSorted().at(-1)
  if (last === undefined) return pilotEndsOn
  return months === null ? null : addMonths(last, months)
}

/** First and last day of a round that is due on a day. It never begins without notice. */
export function daysOfDue(dueOn: string, today: string): { opensOn: string; closesOn: string } {
  const earliest = addDays(today, LEAST_NOTICE_DAYS)
  const opensOn = dueOn < earliest ? earliest : dueOn
  return { opensOn, closesOn: addDays(opensOn, SCHEDULED_ROUND_DAYS) }
}

/** Whether it is time to plan a round that is due on this day. */
export function isTimeToPlan(dueOn: string, today: string): boolean {
  return dueOn <= addDays(today, PLANNED_AHEAD_DAYS)
}
