// What the committee resolves beside targets: which reading of the strategy's sentence counts, and how often it is
// measured. Nothing is changed: a newer row counts, and a wrong entry is put right by one that says why.

import type { TargetState } from '#app/domain/indicator.ts'
import type { Passport } from '#app/domain/passport.ts'
import { PROVISIONAL_READING, READINGS, type ReadFigure, type ReadingKey } from '#app/domain/reading.ts'

export const RULING_SUBJECTS = ['reading', 'rhythm'] as const
export type RulingSubject = (typeof RULING_SUBJECTS)[number]

/** A proposed value is not in force; an open one has none. */
export type Ruling<Value> = {
  state: TargetState
  value: Value | null
  resolution: string | null
  decidedOn: string | null
}
export type Rulings = { reading: Ruling<ReadingKey>; rhythm: Ruling<number> }

/** As long as nobody has said anything. */
export const UNRULED: Rulings = {
  reading: { state: 'open', value: null, resolution: null, decidedOn: null },
  rhythm: { state: 'open', value: null, resolution: null, decidedOn: null },
}

/** Sooner the same people are not asked the same again: figures could be subtracted. */
export const LEAST_MONTHS = 3
export const MOST_MONTHS = 120

export type RulingRefusal = 'already-resolved' | 'nothing-to-correct' | 'reason-missing' | 'value-wrong'

/** What is put on record: a proposal, a resolution, or that the last entry was wrong. */
export type RulingEntry = { state: TargetState; value: string | null; reason: string | null }

/**
 * Why an entry cannot be made, or null. What the committee has resolved is replaced by a resolution alone, and taken
 * back only as an entry that was wrong, with its reason.
 */
export function unrulableBecause(
  subject: RulingSubject,
  entry: RulingEntry,
  current: Pick<RulingEntry, 'state'> | undefined,
): RulingRefusal | null {
  if (entry.value !== null && !isValueOf(subject, entry.value)) return 'value-wrong'
  if (entry.state === 'open') {
    if (current === undefined || current.state === 'open') return 'nothing-to-correct'
    return entry.reason ? null : 'reason-missing'
  }
  return entry.state === 'proposed' && current?.state === 'resolved' ? 'already-resolved' : null
}

function isValueOf(subject: RulingSubject, value: string): boolean {
  if (subject === 'reading') return isReading(value)
  const months = Number(value)
  return Number.isInteger(months) && months >= LEAST_MONTHS && months <= MOST_MONTHS
}

export function isReading(value: string | null): value is ReadingKey {
  return READINGS.some((key) => key === value)
}

/** As much of the rulings as says which reading counts. */
type RuledOnReading = { reading: Pick<Rulings['reading'], 'state' | 'value'> }

/** The reading by which indicator 2 is counted now; a proposal changes nothing. */
export function readingInForce({ reading }: RuledOnReading): ReadingKey {
  return (reading.state === 'resolved' && reading.value) || PROVISIONAL_READING
}

type Ruled = { rulings: RuledOnReading }

/** Whether indicator 2 is something else than the overall question by now. */
export function isReadOtherwise({ rulings }: Ruled): boolean {
  return readingInForce(rulings) !== PROVISIONAL_READING
}

type Read = Ruled & { satisfaction: { readings: readonly ReadFigure[] } }

/** The answers of the latest round as the reading in force takes them; undefined where there are none. */
export function figureInForce({ satisfaction, rulings }: Read): ReadFigure | undefined {
  return satisfaction.readings.find(({ reading }) => reading === readingInForce(rulings))
}

/** Every how many months a figure is measured, null while nobody has decided: of indicator 2 that is resolved apart. */
export function measuredEvery(
  { key, frequencyMonths }: Pick<Passport, 'key' | 'frequencyMonths'>,
  { rhythm }: Pick<Rulings, 'rhythm'>,
): number | null {
  return key === 'I2' && rhythm.state === 'resolved' ? rhythm.value : frequencyMonths
}
