// What a town is told of its own people's attendance, and of the district beside it. Its training officer knows who
// was enrolled: so a sum is told only where it is one of enough people, and no two sums differ by fewer.

import { addDays, addMonths } from '#app/domain/calendar.ts'
import { MIN_RESPONSES } from '#app/domain/disclosure.ts'
import { lastQuarterEnd } from '#app/domain/snapshot.ts'

/** One thing that one person did: took part in a workshop, got a certificate. */
export type Line = { personId: string; day: string; units: number }

/** A sum with the days that it covers. */
export type Told = { from: string; until: string; count: number; units: number }

/** So long after a quarter its attendance lists are still being written. */
const SETTLING_DAYS = 14
const MONTHS_IN_QUARTER = 3
const MONTHS_IN_YEAR = 12
const MOST_YEARS = 5

/** The end of the last quarter whose lists are finished: up to it figures are told. */
export function lastToldDay(today: string): string {
  return lastQuarterEnd(addDays(today, -SETTLING_DAYS))
}

/**
 * The parts of which everything told is a sum. A quarter with too few people is not told alone: it waits until those
 * who come after make it enough, as feedback waits in its urn. Otherwise whoever notes the figures of two quarters
 * would read the difference: one colleague.
 */
export function toldParts(lines: readonly Line[], cutOff: string): Told[] {
  const sorted = lines.filter(({ day }) => day <= cutOff).sort((one, other) => (one.day < other.day ? -1 : 1))
  const parts: Told[] = []
  let waiting: Line[] = []
  let next = 0
  for (
    let end = quarterEnd(sorted[0]?.day ?? addDays(cutOff, 1));
    end <= cutOff;
    end = quarterEnd(addDays(end, 1))
  ) {
    const quarter = sorted.slice(next).filter(({ day }) => day <= end)
    next += quarter.length
    waiting = [...waiting, ...quarter]
    const [first] = waiting
    if (!first || !isEnough(waiting)) continue
    parts.push({ from: quarterStart(first.day), until: end, ...sumOf(waiting) })
    waiting = []
  }
  return parts
}

function isEnough(lines: readonly Line[]): boolean {
  return new Set(lines.map(({ personId }) => personId)).size >= MIN_RESPONSES
}

function sumOf(lines: readonly Line[]) {
  return { count: lines.length, units: lines.reduce((sum, { units }) => sum + units, 0) }
}

function quarterEnd(day: string): string {
  return lastQuarterEnd(addMonths(`${day.slice(0, 7)}-01`, MONTHS_IN_QUARTER))
}

function quarterStart(day: string): string {
  return addDays(lastQuarterEnd(day), 1)
}

type Days = { from: string; until: string }

/** The parts that were told in these days, together; null where there are none, whether few people came or nobody. */
export function toldIn(parts: readonly Told[], { from, until }: Days): Told | null {
  const within = parts.filter((part) => part.until >= from && part.until <= until)
  const [first, last] = [within[0], within.at(-1)]
  if (!first || !last) return null
  return {
    from: first.from < from ? first.from : from,
    until: last.until,
    count: within.reduce((sum, { count }) => sum + count, 0),
    units: within.reduce((sum, { units }) => sum + units, 0),
  }
}

/** The twelve months up to the cut-off day. */
export function twelveMonths(cutOff: string): Days {
  return { from: addMonths(addDays(cutOff, 1), -MONTHS_IN_YEAR), until: cutOff }
}

/** The years since a town takes part, the latest first, as far as they are over. */
export function yearsUntil(cutOff: string, since: string | null): Days[] {
  const last = Number(cutOff.slice(0, 4))
  const first = Math.max(Number((since ?? cutOff).slice(0, 4)), last - MOST_YEARS + 1)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, ago) => {
    const year = last - ago
    return { from: `${year}-01-01`, until: year === last ? cutOff : `${year}-12-31` }
  })
}

/** Where the middle half of the towns lies, in whole units. */
export type Band = { low: number; high: number; towns: number }

/**
 * With fewer towns, one quarter of them would be one that others could guess. With these, two lie below the band and
 * two above it: at most one of either is the reader's own, so any other town may lie anywhere.
 */
export const LEAST_TOWNS = 8
const QUARTER = 4

/** Without names, without order, and in whole numbers: its edges are those of real towns. */
export function bandOf(values: readonly number[]): Band | null {
  if (values.length < LEAST_TOWNS) return null
  const sorted = [...values].sort((one, other) => one - other)
  const outside = Math.floor(sorted.length / QUARTER)
  const [low, high] = [sorted[outside], sorted[sorted.length - 1 - outside]]
  if (low === undefined || high === undefined) return null
  return { low: Math.round(low), high: Math.round(high), towns: sorted.length }
}

/**
 * Attended units for each registered person and year; null where the one or the other is too few. A sum that reaches
 * back further than the twelve months, because it had to wait, is spread over the time that it covers.
 */
export function unitsPerPerson(told: Told | null, registered: number, cutOff: string): number | null {
  if (told === null || registered < MIN_RESPONSES) return null
  return (told.units / registered) * (MONTHS_IN_YEAR / monthsBetween(told.from, cutOff))
}

function monthsBetween(from: string, until: string): number {
  const [first, last] = [from, until].map((day) => {
    const [year = 0, month = 0] = day.split('-').map(Number)
    return year * MONTHS_IN_YEAR + month
  })
  return (last ?? 0) - (first ?? 0) + 1
}

export type PlaceInBand = 'below' | 'within' | 'above'

/** Compared as both are printed, so that the comparison says no more than they do. */
export function placeInBand(own: number, { low, high }: Band): PlaceInBand {
  const printed = Math.round(own)
  return printed < low ? 'below' : printed > high ? 'above' : 'within'
}

export type TownPeriod = Days & { attended: Told | null; certificates: Told | null }

/** All that the page of a town's figures says, and the statement for its council. */
export type TownFigures = {
  format: 1
  asOf: string
  cutOff: string
  districtName: string
  demo: boolean
  organisation: string
  participation: { since: string | null; declaration: string | null }
  specialists: number
  registered: number
  toCome: { going: number; toAnswer: number; waiting: number }
  twelveMonths: TownPeriod
  years: TownPeriod[]
  perPerson: number | null
  band: Band | null
}
