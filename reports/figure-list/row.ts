// One row of the list of figures, and how its numbers are rounded.

import { inPercent, type Attainment, type TargetState } from '#app/domain/indicator.ts'
import { FIGURE_UNITS } from '#app/domain/passport.ts'
import type { Interval } from '#app/domain/satisfaction.ts'

export const QUANTITIES = [
  'value',
  'population',
  'declared',
  'specialists',
  'municipality',
  'municipality-specialists',
  'turnout',
  'step',
  'topic',
  'history',
  'target',
  'part',
  'year-before',
  'coverage',
  'baseline',
] as const
export type Quantity = (typeof QUANTITIES)[number]

export const UNITS = ['percent', ...FIGURE_UNITS] as const
export type Unit = (typeof UNITS)[number]

/** Why there is no number, in the signs of the Federal Statistical Office; null where there is one. */
export const SIGNS = ['–', '.', '/', '…', 'x'] as const
export type Sign = (typeof SIGNS)[number]

export type FigureRow = {
  /** 'I1', 'I2', or the key of a figure that accompanies them. */
  figure: string
  quantity: Quantity
  /** What of it: key of a topic, step of the scale, phase, municipality; null for the whole. */
  part: string | null
  /** The same in words that people wrote: no open data. */
  partName: { de: string; en: string | null } | null
  /** First and last day that count; equal for what is counted on a day, null for a phase that has not begun. */
  from: string | null
  until: string | null
  numerator: number | null
  denominator: number | null
  value: number | null
  unit: Unit
  /** Limits of the 95 % interval, in the unit of the value; null for a full count. */
  low: number | null
  high: number | null
  invited: number | null
  target: number | null
  targetState: TargetState | null
  /** Reference of the resolution, as somebody wrote it: no open data. */
  resolution: string | null
  rating: Attainment | null
  sign: Sign | null
  /** An earlier report told another value: the "r" of the Federal Statistical Office, with or without a value. */
  revised: boolean
  /** Of the definition by which it was counted. */
  version: number | null
}

const NOTHING = {
  part: null,
  partName: null,
  numerator: null,
  denominator: null,
  value: null,
  low: null,
  high: null,
  invited: null,
  target: null,
  targetState: null,
  resolution: null,
  rating: null,
  sign: null,
  revised: false,
  version: null,
} as const

type Given = Partial<FigureRow> & Pick<FigureRow, 'figure' | 'quantity' | 'unit'> & { day: string | null }

/** What is not said is empty. */
export function figureRow({ day, ...given }: Given): FigureRow {
  return { ...NOTHING, from: day, until: day, ...given }
}

/** As it is printed; the exact decimal decides, as in `formatNumber`. */
export function roundedTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

const DECIMALS = 1
export const printed = (share: number, decimals = DECIMALS) => roundedTo(inPercent(share), decimals)

/** A part of a whole that everybody may know: what a full count gives. */
export function counted(numerator: number, denominator: number): Partial<FigureRow> {
  if (denominator === 0) return { numerator, denominator, sign: 'x' }
  return { numerator, denominator, value: printed(numerator / denominator) }
}

export function limits(interval: Interval | null, decimals = DECIMALS): Partial<FigureRow> {
  return interval ? { low: printed(interval.low, decimals), high: printed(interval.high, decimals) } : {}
}
