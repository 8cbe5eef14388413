// Indicator 2 in full: its passport, the overall rating, the topics, its course over the rounds.

import { distribution } from '#app/charts/distribution.ts'
import { trend, type TrendPoint, type TrendTarget } from '#app/charts/trend.ts'
import { measuredIn } from '#app/domain/report-figures.ts'
import { RATINGS } from '#app/domain/satisfaction.ts'
import {
  formatDay,
  formatMonth,
  formatNumber,
  formatNumericDay,
  formatPercent,
  formatPercentRange,
} from '#app/i18n/format.ts'
import { heading, paragraph } from '#reports/blocks.ts'
import { figure } from '#reports/figure.ts'
import { CONTENT_WIDTH } from '#reports/page.ts'
import { satisfactionSentence } from '#reports/steering-committee/brief.ts'
import { passportRows } from '#reports/steering-committee/passport.ts'
import {
  printedShare,
  runningTarget,
  satisfactionMeasured,
  targetOf,
  titleIn,
  type Report,
} from '#reports/steering-committee/reading.ts'
import { drawTopics } from '#reports/steering-committee/topics.ts'
import { keyFacts, table } from '#reports/table.ts'

const TEXT_SIZE = 8.5

export function drawSatisfaction(report: Report): void {
  const { paper, data, words } = report
  const { sections } = words.report
  heading(paper, 2, sections.satisfaction, 300)
  keyFacts(paper, words.report.facts.caption, facts(report))
  heading(paper, 3, sections.answers, 190)
  paragraph(paper, satisfactionSentence(report))
  drawDistribution(report)
  if (data.satisfaction.topics.length > 0) {
    heading(paper, 3, sections.topics, 200)
    drawTopics(report)
  }
  if (data.satisfaction.history.length > 0) {
    heading(paper, 3, sections.history, 230)
    drawTrend(report)
    drawHistory(report)
  }
}

function facts({ data, words, locale }: Report): [string, string][] {
  const { facts: label } = words.report
  const { satisfaction } = words
  const { definition, round, figure: shown } = data.satisfaction
  const rows: [string, string][] = [[label.value, valueIn({ data, words, locale })]]
  if (round) rows.push([label.round, satisfaction.round(titleIn(locale, round), round.closedOn)])
  if (round && (shown.kind === 'full' || shown.kind === 'words'))
    rows.push([label.turnout, satisfaction.turnoutShort(shown.responses, round.invited)])
  return [...rows, ...passportRows(definition, words, locale)]
}

function valueIn({ data, words, locale }: Pick<Report, 'data' | 'words' | 'locale'>): string {
  const { satisfaction } = words
  const { figure: shown } = data.satisfaction
  if (shown.kind === 'no-data') return satisfaction.noData
  if (shown.kind === 'too-few') return satisfaction.tooFewShort
  if (shown.kind === 'words') return satisfaction.wordsOnly(shown.satisfied, shown.responses)
  const share =
    printedShare(satisfactionMeasured(data), runningTarget(data, 'I2'), locale) ?? words.report.none
  const certainty = shown.interval
    ? satisfaction.interval(shown.interval.low, shown.interval.high)
    : satisfaction.fullCount
  return `${share}, ${satisfaction.ratings(shown.satisfied, shown.responses)}, ${certainty}`
}

function drawDistribution({ paper, data, words, numbering }: Report): void {
  const { satisfaction, report } = words
  const { figure: shown } = data.satisfaction
  if (shown.kind === 'words') paragraph(paper, satisfaction.notShown, { style: 'note' })
  if (shown.kind !== 'full') return
  const steps = RATINGS.map((rating) => {
    const count = shown.distribution[rating]
    const name = satisfaction.steps[rating - 1] ?? ''
    return { name, count, label: satisfaction.step(count, count / shown.responses), counted: rating > 3 }
  })
  figure(paper, {
    scene: distribution({ steps, empty: satisfaction.noData, width: CONTENT_WIDTH, textSize: TEXT_SIZE }),
    alternative: satisfaction.distributionAlternative(
      steps.map(({ name, label }) => `${name}: ${label}`).join('; '),
    ),
    caption: report.figure(++numbering.figures, satisfaction.distributionCaption),
  })
}

function drawTrend({ paper, data, words, locale, numbering }: Report): void {
  const { satisfaction, report, target: says } = words
  const points = data.satisfaction.history.flatMap(({ closedOn, figure: shown }): TrendPoint[] => {
    if (shown.kind !== 'full') return []
    const { satisfied, responses, interval } = shown
    const label = printedShare(measuredIn(shown), runningTarget(data, 'I2'), locale) ?? ''
    return [
      {
        day: closedOn,
        dayLabel: formatMonth(closedOn, locale),
        value: satisfied / responses,
        label,
        interval: interval && { lower: interval.low, upper: interval.high },
      },
    ]
  })
  const targets = data.phases.flatMap(({ key, fromDate, untilDate }): TrendTarget[] => {
    const target = targetOf(data, 'I2', key)
    if (target?.state !== 'resolved' || target.value === null) return []
    const label = says.line(words.indicator.phase[key], says.shortAim(target.measure, target.value))
    return [{ from: fromDate, until: untilDate, value: target.value / 100, label }]
  })
  figure(paper, {
    scene: trend({
      points,
      targets,
      maximum: 1,
      tickLabel: (value) => formatPercent(value, locale, 0),
      empty: satisfaction.noHistory,
      width: CONTENT_WIDTH,
      height: 170,
      textSize: TEXT_SIZE,
    }),
    alternative: satisfaction.trendAlternative(
      points.map(({ day, label }) => `${formatDay(day, locale)}: ${label}`).join('; '),
    ),
    caption: report.figure(++numbering.figures, satisfaction.trendCaption),
  })
}

function drawHistory({ paper, data, words, locale, numbering }: Report): void {
  const { columns, none } = words.report
  const { satisfaction } = words
  table(paper, {
    caption: words.report.table(++numbering.tables, satisfaction.historyTable),
    columns: [
      { title: columns.round, width: 0.3 },
      { title: columns.closedOn, width: 0.14 },
      { title: columns.invited, width: 0.13, numeric: true },
      { title: columns.responses, width: 0.15, numeric: true },
      { title: columns.share, width: 0.12, numeric: true },
      { title: columns.interval, width: 0.16, numeric: true },
    ],
    rows: data.satisfaction.history.map((round) => {
      const { figure: shown, closedOn, invited } = round
      const start = [
        titleIn(locale, round),
        formatNumericDay(closedOn, locale),
        formatNumber(invited, locale),
      ]
      if (shown.kind === 'no-data') return [...start, formatNumber(0, locale), none, none]
      if (shown.kind === 'too-few') return [...start, satisfaction.tooFewShort, none, none]
      const responses = formatNumber(shown.responses, locale)
      if (shown.kind === 'words')
        return [...start, responses, words.report.outOf(shown.satisfied, shown.responses), none]
      const share = printedShare(measuredIn(shown), runningTarget(data, 'I2'), locale) ?? none
      const { interval } = shown
      const range = interval
        ? formatPercentRange(interval.low, interval.high, locale)
        : satisfaction.fullCount
      return [...start, responses, share, range]
    }),
  })
}
