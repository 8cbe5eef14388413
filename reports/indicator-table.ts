// The figures of a report as a table for Excel in Germany: UTF-8 with byte order mark, semicolons, decimal commas, and
// no cell that a spreadsheet would take for a formula.

import { stringify } from 'csv-stringify/sync'
import type { Locale } from '#app/domain/locale.ts'
import { measuredIn } from '#app/domain/report-figures.ts'
import type { ReportData } from '#app/domain/report.ts'
import { RATINGS, type Figure } from '#app/domain/satisfaction.ts'
import { wordsIn, type Words } from '#reports/words.ts'

type Column = keyof Words['report']['files']['columns']
type Row = Partial<Record<Column, string>>
type Reader = { data: ReportData; words: Words; locale: Locale }

export function indicatorTable(data: ReportData, locale: Locale): string {
  const words = wordsIn(locale)
  const { columns, real } = words.report.files
  const reader = { data, words, locale }
  const origin = data.demo ? words.report.demo.mark : real
  const rows = [...participationRows(reader), ...satisfactionRows(reader), ...targetRows(reader)]
  return stringify(
    rows.map((row) => ({ ...row, origin })),
    {
      bom: true,
      columns,
      delimiter: ';',
      escape_formulas: true,
      header: true,
      record_delimiter: 'windows',
    },
  )
}

/** Four decimals: more than any reading of the data bears, and fine enough to see what rounding hid. */
function inPercent(share: number): string {
  return (share * 100).toFixed(4).replace('.', ',')
}

function counted(numerator: number, denominator: number): Row {
  const percent = denominator === 0 ? '' : inPercent(numerator / denominator)
  return { numerator: String(numerator), denominator: String(denominator), percent }
}

function participationRows({ data, words }: Reader): Row[] {
  const { quantity } = words.report.files
  const { count, denominator, population, history } = data.participation
  const row = (name: string, day: string, values: Row): Row => ({
    indicator: 'I1',
    quantity: name,
    day,
    ...values,
  })
  return [
    row(quantity.value, data.cutOff, counted(count, denominator)),
    row(quantity.population, population.asOf, counted(population.covered, population.total)),
    ...history.map(({ asOf, count: then, denominator: all }) =>
      row(quantity.history, asOf, counted(then, all)),
    ),
  ]
}

function satisfactionRows({ data, words, locale }: Reader): Row[] {
  const { quantity } = words.report.files
  const { round, figure, topics, history } = data.satisfaction
  const title = (one: { titleDe: string; titleEn: string | null }) =>
    (locale === 'en' && one.titleEn) || one.titleDe
  const row = (name: string, subject: string, day: string, values: Row): Row => {
    return { indicator: 'I2', quantity: name, subject, day, ...values }
  }
  const day = round?.closedOn ?? data.cutOff
  const invited = round ? { invited: String(round.invited) } : {}
  const steps =
    figure.kind === 'full' ? RATINGS.map((rating) => [rating, figure.distribution[rating]] as const) : []
  const answers = figure.kind === 'full' ? figure.responses : 0
  return [
    row(quantity.value, round ? title(round) : '', day, { ...shown(figure, words), ...invited }),
    ...steps.map(([rating, count]) =>
      row(quantity.step, words.satisfaction.steps[rating - 1] ?? '', day, counted(count, answers)),
    ),
    ...topics.map((topic) => row(quantity.topic, title(topic), day, shown(topic.figure, words))),
    ...history.map((one) => {
      const values = { ...shown(one.figure, words), invited: String(one.invited) }
      return row(quantity.history, title(one), one.closedOn, values)
    }),
  ]
}

/** Of what may not be shown only the word is given. */
function shown(figure: Figure, { satisfaction }: Words): Row {
  const measured = measuredIn(figure)
  if (measured.kind === 'no-data') return { note: satisfaction.noData }
  if (measured.kind === 'too-few') return { note: satisfaction.tooFewShort }
  const { numerator, denominator, interval } = measured
  if (figure.kind === 'words') return { numerator: String(numerator), denominator: String(denominator) }
  const limits = interval
    ? { low: inPercent(interval.low), high: inPercent(interval.high) }
    : { note: satisfaction.fullCount }
  return { ...counted(numerator, denominator), ...limits }
}

function targetRows({ data, words }: Reader): Row[] {
  const { quantity } = words.report.files
  return data.targets.map(
    ({ indicator, phase, measure, state, value, resolution, attainment, measuredOn }) => {
      const notes = [words.indicator.state[state], resolution, words.indicator.attainment[attainment]]
      const aim = aimIn(measure, value)
      const note = notes.filter(Boolean).join(', ')
      const subject = words.indicator.phase[phase]
      return { indicator, quantity: quantity.target, subject, day: measuredOn ?? '', ...aim, note }
    },
  )
}

function aimIn(measure: 'count' | 'percent', value: number | null): Row {
  if (value === null) return {}
  return measure === 'percent' ? { percent: inPercent(value / 100) } : { numerator: String(value) }
}
