// Snapshots: the frozen figures of a cut-off day. They follow one another and nobody changes them.

import { addDays } from '#app/domain/calendar.ts'

export type PrepareRefusal = 'cut-off-in-future' | 'cut-off-before-last'
export type ReleaseRefusal = 'unknown' | 'own-snapshot' | 'changed'
export type ChainFaultKind = 'payload-changed' | 'link-broken' | 'missing'

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

/** The last day of the quarter before: the usual cut-off day of a report. */
export function lastQuarterEnd(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const firstMonth = month - ((month - 1) % MONTHS_IN_QUARTER)
  return addDays(`${year}-${String(firstMonth).padStart(2, '0')}-01`, -1)
}
