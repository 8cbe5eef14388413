// The first two pages: where we stand, whether the targets are reached, what is to be resolved. Many read no further.

import type { IndicatorKey, Measured } from '#app/domain/indicator.ts'
import type { ReportTarget } from '#app/domain/report.ts'
import { formatDateTime, formatNumericDay } from '#app/i18n/format.ts'
import { callout, heading, linkLine, paragraph } from '#reports/blocks.ts'
import { heightLeft, newPage } from '#reports/page.ts'
import { drawCards } from '#reports/steering-committee/cards.ts'
import { drawDecisions } from '#reports/steering-committee/decisions.ts'
import {
  legendOfSigns,
  printedShare,
  ratingOf,
  resolvedAim,
  runningPhase,
  runningTarget,
  satisfactionMeasured,
  sentences,
  targetOf,
  titleIn,
  type Report,
} from '#reports/steering-committee/reading.ts'
import { table } from '#reports/table.ts'

/** The table of targets with its heading and legend, rather more than less. */
const TARGETS_HEIGHT = 260

export function drawBrief(report: Report): void {
  const { paper, data, words } = report
  drawHead(report)
  heading(paper, 2, words.report.sections.position)
  paragraph(paper, sentences(participationSentence(report), verdictSentence(report, 'I1')), { style: 'lead' })
  paragraph(paper, sentences(satisfactionSentence(report), verdictSentence(report, 'I2')), { style: 'lead' })
  const between = runningPhase(data) ? null : words.target.noPhase
  paragraph(paper, sentences(between, words.report.decisions.count(data.decisions.length)), {
    style: 'lead',
    after: 10,
  })
  drawCards(report)
  // Two pages are enough for either: a short first page takes the targets, which leaves room for many decisions.
  const isRoomy = heightLeft(paper) > TARGETS_HEIGHT
  if (!isRoomy) newPage(paper.pdf)
  drawTargets(report)
  if (isRoomy) newPage(paper.pdf)
  drawDecisions(report)
  const { before, label, contents } = words.report.toAnnex
  linkLine(paper, { before, label, contents, target: { place: 'annex' } })
}

function drawHead({ paper, data, locale, words }: Report): void {
  const { report } = words
  paragraph(paper, `${data.districtName} · ${report.office}`, { style: 'note', after: 2 })
  heading(paper, 1, report.title)
  const state = data.releasedAt
    ? report.released(formatDateTime(new Date(data.releasedAt), locale))
    : report.draft
  paragraph(paper, `${report.subtitle(data.number, data.cutOff)}, ${state}`, { style: 'subtitle', after: 8 })
  if (data.demo) callout(paper, report.demo.mark, report.demo.explained)
}

/** Number and share of the municipalities, always with the people who live there. */
export function participationSentence({ data, words }: Report): string {
  const { count, denominator, share, declared, itSpecialists, population } = data.participation
  const { participation } = words
  return sentences(
    participation.count(count, denominator, share),
    participation.population(count, population.covered, population.total, population.share, population.asOf),
    participation.specialists(itSpecialists),
    participation.waiting(declared - count),
  )
}

/** What the evaluation says, or why it says nothing. */
export function satisfactionSentence({ data, locale, words }: Report): string {
  const { satisfaction } = words
  const { round, figure } = data.satisfaction
  if (!round) return satisfaction.noRound
  const title = titleIn(locale, round)
  if (figure.kind === 'no-data') return satisfaction.noRatings(title)
  if (figure.kind === 'too-few') return satisfaction.tooFew(title)
  const turnout = satisfaction.turnout(figure.responses, round.invited)
  if (figure.kind === 'words')
    return sentences(satisfaction.words(title, figure.satisfied, figure.responses), turnout)

  const printed = printedShare(satisfactionMeasured(data), runningTarget(data, 'I2'), locale) ?? ''
  const certainty = figure.interval
    ? satisfaction.interval(figure.interval.low, figure.interval.high)
    : satisfaction.everybody
  const result = satisfaction.full(title, printed, figure.satisfied, figure.responses, certainty)
  return figure.interval ? sentences(result, turnout) : result
}

function verdictSentence({ data, words }: Report, indicator: IndicatorKey): string | null {
  const phase = runningPhase(data)
  const target = runningTarget(data, indicator)
  if (!phase || !target) return null
  const verdict = words.target.verdict[target.attainment]
  return sentences(
    verdict(words.target.forPhase[phase.key], resolvedAim(target, words) ?? '', phase.untilDate),
    target.withinInterval ? words.target.uncertain : null,
  )
}

function drawTargets(report: Report): void {
  const { paper, data, words } = report
  const { columns, sections, targetsCaption } = words.report
  heading(paper, 2, sections.targets)
  const targets = data.phases.flatMap(({ key }) => [targetOf(data, 'I1', key), targetOf(data, 'I2', key)])
  table(paper, {
    caption: words.report.table(++report.numbering.tables, targetsCaption),
    columns: [
      { title: columns.phase, width: 0.19 },
      { title: columns.indicator, width: 0.14 },
      { title: columns.target, width: 0.24 },
      { title: columns.value, width: 0.21 },
      { title: columns.attainment, width: 0.22 },
    ],
    rows: targets.flatMap((target) => (target ? [targetRow(report, target)] : [])),
  })
  paper.pdf.y -= 6
  paragraph(paper, legendOfSigns(words), { style: 'note' })
}

function targetRow({ words, locale }: Report, target: ReportTarget): string[] {
  const { indicator, target: says, report } = words
  const value = shortValue(target.measured, target, words, locale)
  const day = target.measuredOn && formatNumericDay(target.measuredOn, locale)
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
  { indicator, target }: Report['words'],
): string {
  if (value === null) return indicator.state.open
  const aim = target.shortAim(measure, value)
  if (state !== 'resolved') return `${aim} (${indicator.state[state]})`
  return resolution ? `${aim}, ${target.resolvedBy(resolution)}` : aim
}

/** "11 von 28" or "71,4 %, 110 von 154". */
function shortValue(
  measured: Measured,
  target: ReportTarget,
  { report, satisfaction }: Report['words'],
  locale: Report['locale'],
): string {
  if (measured.kind === 'no-data') return satisfaction.noData
  if (measured.kind === 'too-few') return satisfaction.tooFewShort
  const counted = report.outOf(measured.numerator, measured.denominator)
  if (target.measure === 'count') return counted
  return `${printedShare(measured, target, locale) ?? report.none}, ${counted}`
}
