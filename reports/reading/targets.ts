// The targets of all phases and what came of them, as a table.

import type { Table } from '#app/charts/table.ts'
import { isOfFew } from '#app/domain/disclosure.ts'
import type { Measured } from '#app/domain/indicator.ts'
import type { ReportTarget } from '#app/domain/report.ts'
import { formatNumericDay } from '#app/i18n/format.ts'
import { marked } from '#reports/reading/changes.ts'
import { printedShare, ratingOf, targetOf, type Reading } from '#reports/reading/values.ts'

export function targetTable(reading: Reading): Table {
  const { data, words } = reading
  const { columns, targetsCaption } = words.report
  const targets = data.phases.flatMap(({ key }) => [targetOf(data, 'I1', key), targetOf(data, 'I2', key)])
  return {
    caption: targetsCaption,
    columns: [
      { title: columns.phase, width: 0.19 },
      { title: columns.indicator, width: 0.14 },
      { title: columns.target, width: 0.24 },
      { title: columns.value, width: 0.21 },
      { title: columns.attainment, width: 0.22 },
    ],
    rows: targets.flatMap((target) => (target ? [targetRow(reading, target)] : [])),
  }
}

function targetRow(reading: Reading, target: ReportTarget): string[] {
  const { words, locale } = reading
  const { indicator, target: says, report } = words
  const day = target.measuredOn && formatNumericDay(target.measuredOn, locale)
  const name = `target ${target.indicator} ${target.phase}`
  const value = marked(shortValue(target.measured, target, reading), name, reading)
  return [
    indicator.phase[target.phase],
    report.shortName[target.indicator],
    aimIn(target, words),
    day ? `${value} (${day})` : says.notBegun,
    ratingOf(target, words),
  ]
}

function aimIn(
  { state, measure, value, resolution }: ReportTarget,
  { indicator, target }: Reading['words'],
): string {
  if (value === null) return indicator.state.open
  const aim = target.shortAim(measure, value)
  if (state !== 'resolved') return `${aim} (${indicator.state[state]})`
  return resolution ? `${aim}, ${target.resolvedBy(resolution)}` : aim
}

/** "11 von 28" or "71,4 %, 110 von 154"; of few answers no per cent. */
function shortValue(measured: Measured, target: ReportTarget, { words, locale }: Reading): string {
  const { report, satisfaction } = words
  if (measured.kind === 'no-data') return satisfaction.noData
  if (measured.kind === 'too-few') return satisfaction.tooFewShort
  const counted = report.outOf(measured.numerator, measured.denominator)
  if (target.measure === 'count') return counted
  if (target.indicator === 'I2' && isOfFew(measured.denominator)) return counted
  return `${printedShare(measured, target, locale) ?? report.none}, ${counted}`
}
