// Indicator 2 as pictures and tables: its passport, the overall rating, its course over the rounds.

import { distribution, type DistributionChart, type DistributionStep } from '#app/charts/distribution.ts'
import type { Picture } from '#app/charts/scene.ts'
import type { Table } from '#app/charts/table.ts'
import { trend, type Trend, type TrendPoint, type TrendTarget } from '#app/charts/trend.ts'
import { measuredIn } from '#app/domain/indicator.ts'
import { newVersionBetween, type PassportStep } from '#app/domain/passport-version.ts'
import type { ReportFigures, Satisfaction } from '#app/domain/report.ts'
import { isReadOtherwise, readingInForce } from '#app/domain/ruling.ts'
import { RATINGS, type Figure } from '#app/domain/satisfaction.ts'
import {
  formatDay,
  formatMonth,
  formatNumber,
  formatNumericDay,
  formatPercent,
  formatPercentRange,
} from '#app/i18n/format.ts'
import { baselineFacts } from '#reports/reading/baselines.ts'
import { marked } from '#reports/reading/changes.ts'
import { otherwiseRead, readingBasis } from '#reports/reading/readings.ts'
import { passportInShort } from '#reports/reading/passport.ts'
import {
  printedShare,
  runningTarget,
  targetOf,
  titleIn,
  type Reading,
  type Room,
} from '#reports/reading/values.ts'

/** What it is, and its value. */
export function satisfactionFacts(reading: Reading): [string, string][] {
  const { data, words, locale } = reading
  const { facts: label } = words.report
  const { satisfaction } = words
  const { definition, round, figure } = data.satisfaction
  const rows: [string, string][] = [[label.value, marked(valueIn(reading), 'I2', reading)]]
  const says = readingFact(reading)
  if (says) rows.push([label.reading, says])
  if (round) rows.push([label.round, satisfaction.round(titleIn(locale, round), round.closedOn)])
  if (round && (figure.kind === 'full' || figure.kind === 'words'))
    rows.push([label.turnout, satisfaction.turnoutShort(figure.responses, round.invited)])
  return [...rows, ...baselineFacts(reading, 'I2'), ...passportInShort(reading, 'I2', definition)]
}

/** The reading that counts; where it is another than that of the overall question, also what it counts. */
function readingFact(reading: Reading): string | null {
  const basis = readingBasis(reading)
  if (!basis) return null
  const { data, words } = reading
  const inForce = readingInForce(data.rulings)
  const ruled = `${words.ruling.name[inForce]}, ${basis}`
  return isReadOtherwise(data) ? `${ruled}. ${words.ruling.meaning[inForce]}` : ruled
}

function valueIn(reading: Reading): string {
  const { data, words, locale } = reading
  const { satisfaction } = words
  if (isReadOtherwise(data)) return otherwiseRead(reading).join(', ')
  const { figure } = data.satisfaction
  if (figure.kind === 'no-data') return satisfaction.noData
  if (figure.kind === 'too-few') return satisfaction.tooFewShort
  if (figure.kind === 'words') return satisfaction.wordsOnly(figure.satisfied, figure.responses)
  const share = printedShare(measuredIn(figure), runningTarget(data, 'I2'), locale) ?? words.report.none
  const certainty = figure.interval
    ? satisfaction.interval(figure.interval.low, figure.interval.high)
    : satisfaction.fullCount
  return `${share}, ${satisfaction.ratings(figure.satisfied, figure.responses)}, ${certainty}`
}

/** The five answers from the best to the worst; null where their numbers may not be told. */
function overallSteps({ data, words }: Reading): DistributionStep[] | null {
  const { satisfaction } = words
  const { figure } = data.satisfaction
  if (figure.kind !== 'full') return null
  return RATINGS.map((rating) => {
    const count = figure.distribution[rating]
    const name = satisfaction.steps[rating - 1] ?? ''
    return { name, count, label: satisfaction.step(count, count / figure.responses), counted: rating > 3 }
  })
}

/** Null where the numbers may not be told. */
export function overallChart(reading: Reading, room: Omit<Room, 'height'>): DistributionChart | null {
  const steps = overallSteps(reading)
  return steps && { steps, empty: reading.words.satisfaction.noData, ...room }
}

export function overallPicture(chart: DistributionChart, { words }: Reading): Picture {
  const { satisfaction } = words
  return {
    scene: distribution(chart),
    alternative: satisfaction.distributionAlternative(
      chart.steps.map(({ name, label }) => `${name}: ${label}`).join('; '),
    ),
    caption: satisfaction.distributionCaption,
  }
}

/** The same as a table. */
export function overallTable({ steps }: DistributionChart, { words }: Reading): Table {
  const { columns } = words.report
  return {
    caption: words.satisfaction.overallTable,
    columns: [
      { title: columns.answer, width: 0.6 },
      { title: columns.answers, width: 0.4, numeric: true },
    ],
    rows: steps.map(({ name, label }) => [name, label]),
  }
}

type FullRound = {
  closedOn: string
  figure: Extract<Figure, { kind: 'full' }>
  /** Another question than in the full round before. */
  asksAnew: boolean
  /** The version of the passport that began since then. */
  newVersion: PassportStep | undefined
}

/** The rounds with enough ratings for a share. */
function fullRounds({ satisfaction, passportHistory }: ReportFigures): FullRound[] {
  const full: FullRound[] = []
  // A break at a round without a share is one for the next that has a share.
  let breaks = false
  for (const round of satisfaction.history) {
    breaks ||= round.breaks === true
    const { closedOn, figure } = round
    if (figure.kind !== 'full') continue
    const between = { after: full.at(-1)?.closedOn, until: closedOn }
    const newVersion = newVersionBetween(passportHistory, 'I2', between)
    full.push({ closedOn, figure, asksAnew: breaks && full.length > 0, newVersion })
    breaks = false
  }
  return full
}

function satisfactionPoints({ data, locale }: Reading): TrendPoint[] {
  return fullRounds(data).map(({ closedOn, figure, asksAnew, newVersion }) => ({
    breaks: asksAnew || newVersion !== undefined,
    day: closedOn,
    dayLabel: formatMonth(closedOn, locale),
    value: figure.satisfied / figure.responses,
    label: printedShare(measuredIn(figure), runningTarget(data, 'I2'), locale) ?? '',
    interval: figure.interval && { lower: figure.interval.low, upper: figure.interval.high },
  }))
}

/** What a point of the trend says, for those who point at it. */
export function satisfactionSaid({ data, words, locale }: Reading, place: number): string[] {
  const round = fullRounds(data)[place]
  if (!round) return []
  const { satisfaction } = words
  const { satisfied, responses, interval } = round.figure
  const share = printedShare(measuredIn(round.figure), runningTarget(data, 'I2'), locale) ?? ''
  const certainty = interval ? satisfaction.interval(interval.low, interval.high) : satisfaction.fullCount
  return [share, satisfaction.ratings(satisfied, responses), certainty, formatDay(round.closedOn, locale)]
}

/** The targets that were resolved, as parts of one; none beside a line of something else than what they are set for. */
function satisfactionTargets({ data, words }: Reading): TrendTarget[] {
  if (isReadOtherwise(data)) return []
  return data.phases.flatMap(({ key, fromDate, untilDate }) => {
    const target = targetOf(data, 'I2', key)
    if (target?.state !== 'resolved' || target.value === null) return []
    const aim = words.target.shortAim(target.measure, target.value)
    const label = words.target.line(words.target.shortPhase[key], aim)
    return [{ from: fromDate, until: untilDate, value: target.value / 100, label }]
  })
}

export function satisfactionChart(reading: Reading, room: Room): Trend {
  const { words, locale } = reading
  return {
    points: satisfactionPoints(reading),
    targets: satisfactionTargets(reading),
    maximum: 1,
    tickLabel: (value) => formatPercent(value, locale, 0),
    empty: words.satisfaction.noHistory,
    ...room,
  }
}

export function satisfactionTrend(reading: Reading, room: Room): Picture {
  const { words, locale } = reading
  const { satisfaction } = words
  const points = satisfactionPoints(reading)
  return {
    scene: trend(satisfactionChart(reading, room)),
    alternative: satisfaction.trendAlternative(
      points.map(({ day, label }) => `${formatDay(day, locale)}: ${label}`).join('; '),
    ),
    caption: [
      satisfaction.trendCaption,
      ...(isReadOtherwise(reading.data) ? [words.ruling.trendIsOverall] : []),
      ...fullRounds(reading.data).flatMap(({ closedOn, asksAnew, newVersion }) => [
        ...(asksAnew ? [satisfaction.trendBreaks(closedOn)] : []),
        ...(newVersion ? [words.passport.lineBreaks(newVersion.validFrom)] : []),
      ]),
    ].join('. '),
  }
}

export function satisfactionHistory(reading: Reading): Table {
  const { columns } = reading.words.report
  return {
    caption: reading.words.satisfaction.historyTable,
    columns: [
      { title: columns.round, width: 0.3 },
      { title: columns.closedOn, width: 0.14 },
      { title: columns.invited, width: 0.13, numeric: true },
      { title: columns.responses, width: 0.15, numeric: true },
      { title: columns.share, width: 0.12, numeric: true },
      { title: columns.interval, width: 0.16, numeric: true },
    ],
    rows: reading.data.satisfaction.history.map((round, place, all) =>
      historyRow(round, all[place - 1]?.closedOn, reading),
    ),
  }
}

function historyRow(
  round: Satisfaction['history'][number],
  after: string | undefined,
  { data, words, locale }: Reading,
): string[] {
  const { satisfaction, report } = words
  const { figure, closedOn, invited } = round
  const name = titleIn(locale, round)
  const newVersion = newVersionBetween(data.passportHistory, 'I2', { after, until: closedOn })
  const title = round.breaks || newVersion ? `${name} (${satisfaction.newLine})` : name
  const start = [title, formatNumericDay(closedOn, locale), formatNumber(invited, locale)]
  if (figure.kind === 'no-data') return [...start, formatNumber(0, locale), report.none, report.none]
  if (figure.kind === 'too-few') return [...start, satisfaction.tooFewShort, report.none, report.none]
  const responses = formatNumber(figure.responses, locale)
  if (figure.kind === 'words')
    return [...start, responses, report.outOf(figure.satisfied, figure.responses), report.none]
  const share = printedShare(measuredIn(figure), runningTarget(data, 'I2'), locale) ?? report.none
  const { interval } = figure
  const range = interval ? formatPercentRange(interval.low, interval.high, locale) : satisfaction.fullCount
  return [...start, responses, share, range]
}
