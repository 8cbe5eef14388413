// Snapshots: the frozen figures of a cut-off day. They follow one another and nobody changes them.

import { addDays } from '#app/domain/calendar.ts'

export type PrepareRefusal =
  'cut-off-in-future' | 'cut-off-too-early' | 'cut-off-before-last' | 'released-already'
export type ReleaseRefusal =
  'unknown' | 'own-snapshot' | 'changed' | 'corrected-already' | 'superseded' | 'fewer-readers'
/** Why a report is handed out to nobody: its text was changed, or fewer may read its remarks since it was prepared. */
export type Withheld = 'changed' | 'fewer-readers'
export type CorrectRefusal =
  'unknown' | 'not-released' | 'corrected-already' | 'changed' | 'nothing-to-correct'
export type ChainFaultKind =
  'payload-changed' | 'link-broken' | 'missing' | 'correction-astray' | 'definition-changed'

/** What is known of a snapshot beside its figures. */
export type SnapshotFacts = {
  number: number
  cutOff: string
  releasedAt: Date | string | null
  /** The earlier report of the same day that it puts right. */
  corrects: number | null
}

/** From the day on which both indicators have a passport. */
export type CountableDays = { first: string; today: string }

/** Why the figures of a day cannot be frozen as a report of their own, or null. `all` are the snapshots so far. */
export function unpreparableBecause(
  cutOff: string,
  { first, today }: CountableDays,
  all: readonly SnapshotFacts[],
): PrepareRefusal | null {
  if (cutOff > today) return 'cut-off-in-future'
  if (cutOff < first) return 'cut-off-too-early'
  // What holds of a day is put right by a correction with its reason, never replaced without a word.
  if (all.some((one) => one.cutOff === cutOff && one.releasedAt)) return 'released-already'
  return all.some((one) => one.cutOff > cutOff) ? 'cut-off-before-last' : null
}

/** The released report that says what holds of a day: the last one that no other has put right. */
export function reportOfDay(
  cutOff: string,
  all: readonly (SnapshotFacts & { correctedBy: number | null })[],
): number | null {
  const released = all.filter((one) => one.cutOff === cutOff && one.releasedAt && one.correctedBy === null)
  return released.length === 0 ? null : Math.max(...released.map(({ number }) => number))
}

/**
 * Which report has taken the place of one that nobody has released, if any: the same one prepared again, or one of that day
 * or a later one that was released. A trial of a later day takes no place until it is released.
 */
export function supersededBy(one: SnapshotFacts, all: readonly SnapshotFacts[]): number | null {
  if (one.releasedAt) return null
  const others = all.filter((other) => {
    if (other.number === one.number || other.corrects !== one.corrects) return false
    if (other.releasedAt) return other.cutOff >= one.cutOff
    return other.cutOff === one.cutOff && other.number > one.number
  })
  return others.length === 0 ? null : Math.max(...others.map(({ number }) => number))
}

/** Why one snapshot cannot be released beside the others any more, or null. */
export function unreleasableBecause(
  one: SnapshotFacts,
  all: readonly SnapshotFacts[],
): Extract<ReleaseRefusal, 'corrected-already' | 'superseded'> | null {
  if (one.releasedAt) return null
  const isCorrected = all.some(
    ({ number, corrects, releasedAt }) =>
      corrects !== null && corrects === one.corrects && number !== one.number && releasedAt,
  )
  // Whoever reads that another correction holds knows what to do next.
  if (isCorrected) return 'corrected-already'
  return supersededBy(one, all) === null ? null : 'superseded'
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
