// Figures beside the two indicators of the strategy. Each has one passport and one definition in the database, counts a
// stretch of days, and is set beside the same stretch a year earlier, which shares no day with it.

import { addDays, addMonths } from '#app/domain/calendar.ts'
import { directionIn, squareAndAdd } from '#app/domain/comparison.ts'
import { medianInterval, medianOf } from '#app/domain/median.ts'
import type { CountedPassport, Passport } from '#app/domain/passport.ts'
import { wilsonInterval, type Interval } from '#app/domain/satisfaction.ts'

/**
 * Shares are between 0 and 1 and unrounded. The interval is null for a full count, where there is nothing to estimate,
 * and for sums.
 */
export type Quantity =
  | {
      kind: 'measured'
      value: number
      numerator: number | null
      denominator: number | null
      interval: Interval | null
    }
  | { kind: 'no-data' }
  | { kind: 'too-few' }

/** "21 of 60 workshops": how much of what there was the figure rests on, and who or what is not in it. */
export type Coverage = { covered: number; of: number; leftOut: number }

/** A change is called one only when its interval leaves out 0, or where everything was counted. */
export const CHANGES = ['higher', 'lower', 'unchanged', 'unknown'] as const
export type Change = (typeof CHANGES)[number]

export type AccompanyingPart = {
  /** Null for a figure without parts; else the key of a topic. */
  key: string | null
  titleDe: string | null
  titleEn: string | null
  now: Quantity
  /** The same stretch of days a year earlier. */
  before: Quantity
  coverage: Coverage | null
  change: Change
}

export type AccompanyingFigure = {
  /** Key of its passport. */
  key: string
  /** First and last day that count; equal for what is counted on a day. */
  fromDate: string
  untilDate: string
  /** From when its passport counts, where a figure from before that cannot stand beside it; else null. */
  breaksOn: string | null
  parts: AccompanyingPart[]
}

/** What the database has counted: a line for the figure, or for each of its parts. What it has not is null. */
export type CountedLine = {
  part: string | null
  partDe: string | null
  partEn: string | null
  numerator: number | null
  denominator: number | null
  /** Of which the median is taken. */
  durations: readonly number[] | null
  covered: number | null
  whole: number | null
  leftOut: number | null
}

/** First and last day, both included. */
export type Stretch = { fromDate: string; untilDate: string }

/** The days that count up to the cut-off day; of what is counted on a day, that day alone. */
export function stretchUntil(untilDate: string, months: number): Stretch {
  return { fromDate: months === 0 ? untilDate : addDays(addMonths(untilDate, -months), 1), untilDate }
}

const YEAR = 12

/** As many months a year earlier; longer stretches end where this one begins, so that no day is in both. */
export function stretchBefore({ fromDate, untilDate }: Stretch, months: number): Stretch {
  return stretchUntil(months < YEAR ? addMonths(untilDate, -YEAR) : addDays(fromDate, -1), months)
}

/** `before` is null where nothing of that time can stand beside it. */
export type CountedFigure = { passport: CountedPassport; now: CountedLine[]; before: CountedLine[] | null }

export function accompanyingFigure(
  { passport, now, before }: CountedFigure,
  cutOff: string,
): AccompanyingFigure {
  const stretch = stretchUntil(cutOff, passport.months)
  const lines = now.length > 0 ? now : [NOTHING]
  const parts = lines.map((line) => {
    const earlier = before?.find(({ part }) => part === line.part) ?? null
    return partOf(passport, line, earlier)
  })
  return { key: passport.key, ...stretch, breaksOn: breaksOn(passport, stretch), parts }
}

/** The day since when another definition counts, where the year before was still another one's. */
export function breaksOn({ version, validFrom, months }: Passport, stretch: Stretch): string | null {
  return version > 1 && validFrom > stretchBefore(stretch, months).untilDate ? validFrom : null
}

const NOTHING: CountedLine = {
  part: null,
  partDe: null,
  partEn: null,
  numerator: null,
  denominator: null,
  durations: null,
  covered: null,
  whole: null,
  leftOut: null,
}

function partOf(passport: Passport, line: CountedLine, earlier: CountedLine | null): AccompanyingPart {
  const now = quantityOf(passport, line)
  const before: Quantity = earlier ? quantityOf(passport, earlier) : { kind: 'no-data' }
  return {
    key: line.part,
    titleDe: line.partDe,
    titleEn: line.partEn,
    now,
    before,
    coverage: coverageOf(line),
    change: changeBetween(now, before),
  }
}

function coverageOf({ covered, whole, leftOut }: CountedLine): Coverage | null {
  return covered === null || whole === null ? null : { covered, of: whole, leftOut: leftOut ?? 0 }
}

function quantityOf(passport: Passport, line: CountedLine): Quantity {
  if (passport.kind === 'share') return shareOf(passport, line)
  if (passport.kind === 'median') return middleOf(passport, line)
  const { numerator } = line
  if (numerator === null) return { kind: 'no-data' }
  if (numerator < passport.minimum) return { kind: 'too-few' }
  return { kind: 'measured', value: numerator, numerator, denominator: null, interval: null }
}

function shareOf({ minimum, fullCount }: Passport, { numerator, denominator }: CountedLine): Quantity {
  if (numerator === null || !denominator) return { kind: 'no-data' }
  if (denominator < minimum) return { kind: 'too-few' }
  const interval = fullCount ? null : wilsonInterval(numerator, denominator)
  return { kind: 'measured', value: numerator / denominator, numerator, denominator, interval }
}

function middleOf({ minimum }: Passport, { durations }: CountedLine): Quantity {
  const value = medianOf(durations ?? [])
  if (!durations || value === null) return { kind: 'no-data' }
  const interval = medianInterval(durations)
  if (durations.length < minimum || interval === null) return { kind: 'too-few' }
  return { kind: 'measured', value, numerator: null, denominator: durations.length, interval }
}

/**
 * What was counted in full differs where its values do. Of all else the interval of the difference decides, which
 * Newcombe's way makes of the two intervals.
 */
export function changeBetween(now: Quantity, before: Quantity): Change {
  if (now.kind !== 'measured' || before.kind !== 'measured') return 'unknown'
  return directionIn(squareAndAdd(within(now), within(before)))
}

function within({ value, interval }: Extract<Quantity, { kind: 'measured' }>) {
  return { value, interval: interval ?? { low: value, high: value } }
}
