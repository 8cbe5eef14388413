// The passport of a figure: what is counted, of what, on whose word, how often, and what it cannot tell. It stands beside
// the figure wherever that one is shown, and a change of it is a new version that breaks the line.

import { INDICATOR_KEYS } from '#app/domain/indicator.ts'

/** A share of something; a number of things; a sum of amounts; the middle one of durations. */
export const FIGURE_KINDS = ['share', 'count', 'sum', 'median'] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]

/** What is counted or measured; a share is in per cent whatever it is a share of. */
export const FIGURE_UNITS = [
  'municipalities',
  'people',
  'answers',
  'seats',
  'units',
  'days',
  'certificates',
] as const
export type FigureUnit = (typeof FIGURE_UNITS)[number]

/** What would be an improvement; 'neither' where more is not better in itself. */
export const DIRECTIONS = ['higher', 'lower', 'neither'] as const
export type Direction = (typeof DIRECTIONS)[number]

export type Passport = {
  /** 'I1' and 'I2' are the indicators of the strategy; all others accompany them, and never stand on the cover. */
  key: string
  version: number
  /** The first day for which this version counts. */
  validFrom: string
  titleDe: string
  titleEn: string
  /** What the strategy paper says, word for word; null for what it does not ask for. */
  paperDe: string | null
  paperEn: string | null
  definitionDe: string
  definitionEn: string
  numeratorDe: string
  numeratorEn: string
  /** Null for what is not divided by anything. */
  denominatorDe: string | null
  denominatorEn: string | null
  kind: FigureKind
  unit: FigureUnit
  direction: Direction
  /** How many decimals of a per cent or an amount are printed. */
  decimals: number
  /** Fewer people or events than this make no figure. */
  minimum: number
  /** Over how many months up to the cut-off day it is counted; 0 for what is so on that day. */
  months: number
  /** Everything was counted, so that a difference is a fact; else chance is part of it, and it has an interval. */
  fullCount: boolean
  /** What the figure rests on, and what is left out of it: "Termine mit geführter Liste", "Gäste ohne Konto". */
  coverageDe: string | null
  coverageEn: string | null
  leftOutDe: string | null
  leftOutEn: string | null
  sourceDe: string
  sourceEn: string
  /** How often it is measured; null while nobody has decided. */
  frequencyMonths: number | null
  responsibleDe: string
  responsibleEn: string
  limitsDe: string
  limitsEn: string
  /** The function of the database that counts; null for what is read from released evaluations. */
  sqlObject: string | null
  /** Reference of the resolution that set it; null for what the strategy or the coordination set. */
  resolution: string | null
}

/** A passport as a report freezes it: with the fingerprint of the definition by which the database counted. */
export type CountedPassport = Passport & { sqlSha256: string | null }

/** What accompanies the indicators of the strategy. */
export function accompanies({ key }: { key: string }): boolean {
  return !(INDICATOR_KEYS as readonly string[]).includes(key)
}
