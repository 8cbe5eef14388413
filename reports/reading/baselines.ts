// Where a figure stood before the work began, as it is told beside the figure. Nothing is worked out from it.

import type { Table } from '#app/charts/table.ts'
import type { Baseline } from '#app/domain/baseline.ts'
import { formatDay, formatNumber, formatSetPercent } from '#app/i18n/format.ts'
import { titleIn, type Reading } from '#reports/reading/values.ts'

export function baselineOf({ baselines }: Known, key: string): Baseline | null {
  return baselines.find((one) => one.key === key) ?? null
}

type Known = { baselines: readonly Baseline[] }
type Told = Pick<Reading, 'words' | 'locale'>

/** "4 Kommunen", "62,5 %": with the decimals that somebody has entered. */
export function baselineValue(
  { value, unit }: Pick<Baseline, 'value' | 'unit'>,
  { words, locale }: Told,
): string {
  if (unit === 'percent') return formatSetPercent(value, locale)
  const digits = [0, 1].find((count) => Number(value.toFixed(count)) === value) ?? 2
  return words.accompanying.unit[unit](value, formatNumber(value, locale, digits))
}

/** "Ausgangswert 4 Kommunen am 1. März 2025"; where it can be found stands in the section of the figure. */
export function baselineLine(reading: Reading, key: string): string | null {
  const baseline = baselineOf(reading.data, key)
  return baseline && reading.words.baseline.said(baselineValue(baseline, reading), baseline.asOf)
}

/** Among the facts about a figure, with its source; nothing where there is none. */
export function baselineFacts(reading: Told & { data: Known }, key: string): [string, string][] {
  const baseline = baselineOf(reading.data, key)
  if (!baseline) return []
  const { words } = reading
  const value = baselineValue(baseline, reading)
  return [[words.baseline.value, words.baseline.saidWithSource(value, baseline.asOf, baseline.source)]]
}

/** Of the figures that accompany the indicators; null where none of them has one. */
export function baselineTable(reading: Reading): Table | null {
  const { data, words, locale } = reading
  const { baseline: says } = words
  const rows = data.accompanying.flatMap(({ key }) => {
    const passport = data.passports.find((one) => one.key === key)
    const baseline = baselineOf(data, key)
    if (!passport || !baseline) return []
    const { asOf, source } = baseline
    return [[titleIn(locale, passport), baselineValue(baseline, reading), formatDay(asOf, locale), source]]
  })
  if (rows.length === 0) return null
  return {
    caption: says.caption,
    columns: [
      { title: says.figure, width: 0.28 },
      { title: says.value, width: 0.18, numeric: true },
      { title: says.asOf, width: 0.2 },
      { title: says.source, width: 0.34 },
    ],
    rows,
  }
}
