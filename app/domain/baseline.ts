// Where a figure stood before the work began: a value that somebody has found elsewhere, with the day it holds for and its
// source. How it was found, and how certain it is, only its source can say; so nothing is worked out from it, and no
// difference from it is called a change.

import { INDICATOR_KEYS } from '#app/domain/indicator.ts'
import type { FigureUnit, Passport } from '#app/domain/passport.ts'

export type BaselineUnit = 'percent' | FigureUnit

/** As a report freezes it. */
export type Baseline = {
  /** Key of the passport of its figure. */
  key: string
  value: number
  unit: BaselineUnit
  /** The day for which the value holds. */
  asOf: string
  /** Where it can be found, as somebody wrote it. */
  source: string
}

type Counted = Pick<Passport, 'key' | 'kind' | 'unit'>

/** Indicator 1 is told as a number of municipalities; else a share is in per cent. */
export function baselineUnit({ key, kind, unit }: Counted): BaselineUnit {
  return kind === 'share' && key !== INDICATOR_KEYS[0] ? 'percent' : unit
}

/** The one figure that has several values, one for each topic: no single value could be where it stood. */
const DIVIDED = 'satisfied-by-topic'

export function mayHaveBaseline({ key }: Pick<Passport, 'key'>): boolean {
  return key !== DIVIDED
}

/** `statement` is null where an entry says that there is no baseline after all. */
export type BaselineEntry = {
  statement: { value: number; asOf: string; source: string } | null
  /** Why it replaces the entry before; null where there is none. */
  reason: string | null
}

export type BaselineRefusal =
  | 'no-such-figure'
  | 'value-too-big'
  | 'value-not-whole'
  | 'value-too-fine'
  | 'day-to-come'
  | 'reason-missing'
  | 'nothing-to-correct'

const FULL_PERCENT = 100
const HUNDREDTHS = 100

/** Why an entry cannot be made, or null. `hasOne` says whether there is a baseline that it would replace. */
export function unenterableBecause(
  { statement, reason }: BaselineEntry,
  { passport, hasOne, today }: { passport: Counted | undefined; hasOne: boolean; today: string },
): BaselineRefusal | null {
  if (!passport || !mayHaveBaseline(passport)) return 'no-such-figure'
  if (statement === null && !hasOne) return 'nothing-to-correct'
  if (hasOne && !reason) return 'reason-missing'
  if (statement === null) return null
  if (statement.asOf > today) return 'day-to-come'
  return wrongValue(statement.value, passport)
}

/** What would be rounded away in print is not taken. */
function wrongValue(value: number, passport: Counted): BaselineRefusal | null {
  const unit = baselineUnit(passport)
  if (unit === 'percent' && value > FULL_PERCENT) return 'value-too-big'
  const isWhole = unit !== 'percent' && passport.kind !== 'median' && passport.kind !== 'sum'
  if (isWhole && !Number.isInteger(value)) return 'value-not-whole'
  return Number.isInteger(Number((value * HUNDREDTHS).toFixed(SURE_DECIMALS))) ? null : 'value-too-fine'
}

/** Decimals that floating-point arithmetic gets right after the multiplication. */
const SURE_DECIMALS = 6
