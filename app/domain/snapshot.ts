// Snapshots: the frozen figures of a cut-off day. They follow one another and nobody changes them.

import { addDays } from '#app/domain/calendar.ts'

export type PrepareRefusal = 'cut-off-in-future' | 'cut-off-before-last'
export type ReleaseRefusal = 'unknown' | 'own-snapshot' | 'changed' | 'corrected-already' | 'fewer-readers'
export type CorrectRefusal =
  'unknown' | 'not-released' | 'corrected-already' | 'changed' | 'nothing-to-correct'
export type ChainFaultKind =
  'payload-changed' | 'link-broken' | 'missing' | 'correction-astray' | 'definition-changed'

/** Why the figures of a day cannot be frozen, or null. `last` is the cut-off day of the latest snapshot. */
export function unpreparableBecause(
  cutOff: string,
  today: string,
  last: string | null,
): PrepareRefusal | null {
  if (cutOff > today) return 'cut-off-in-future'
  return last !== null && cutOff < last ? 'cut-off-before-last' : null
}

const MONTHS_IN_QUARTER = 3

/** Every so many months a report is due; 0 for districts that report on demand only. All of them end with the year. */
export const REPORT_RHYTHMS = [0, 1, 3, 6, 12] as const

/** The last day of the period that has ended before `today`, of so many months each; null without a rhythm. */
export function reportingDate(today: string, months: number): string | null {
  return months === 0 ? null : periodEnd(today, months)
}

function periodEnd(today: string, months: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const first = month - ((month - 1) % months)
  return addDays(`${year}-${String(first).padStart(2, '0')}-01`, -1)
}

const REMINDER_AFTER_DAYS = 14
const FORGOTTEN_AFTER_DAYS = 28

/**
 * What the office is told of a report that nobody has prepared: once when its period has ended, once two weeks later, and
 * then no more. `latest` is the cut-off day of the latest report.
 */
export function reportReminder(today: string, cutOff: string, latest: string | null): 'due' | 'again' | null {
  if (latest !== null && latest >= cutOff) return null
  if (today > addDays(cutOff, FORGOTTEN_AFTER_DAYS)) return null
  return today > addDays(cutOff, REMINDER_AFTER_DAYS) ? 'again' : 'due'
}

/** The last day of the quarter before. */
export function lastQuarterEnd(today: string): string {
  return periodEnd(today, MONTHS_IN_QUARTER)
}
