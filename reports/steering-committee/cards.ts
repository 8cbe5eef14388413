// The two indicators at a glance, side by side: value, denominator, certainty, target, rating, what it was before.

import { palette } from '#app/charts/scene.ts'
import type { IndicatorKey } from '#app/domain/indicator.ts'
import { formatNumericDay } from '#app/i18n/format.ts'
import {
  CONTENT_WIDTH,
  decoration,
  heightOf,
  MARGIN,
  needHeight,
  opened,
  tagged,
  TYPE,
  write,
  type StyleName,
} from '#reports/page.ts'
import {
  participationMeasured,
  printedShare,
  ratingOf,
  resolvedAim,
  runningPhase,
  runningTarget,
  satisfactionMeasured,
  type Report,
} from '#reports/steering-committee/reading.ts'

type Line = { words: string; style: StyleName }
type Card = { title: string; lines: Line[] }

const GAP = 14
const PADDING = 11
const WIDTH = (CONTENT_WIDTH - GAP) / 2
const INSIDE = WIDTH - 2 * PADDING

export function drawCards(report: Report): void {
  const { paper } = report
  const cards = [participationCard(report), satisfactionCard(report)]
  const height = Math.max(...cards.map((card) => contentHeight(report, card))) + 2 * PADDING
  needHeight(paper, height)
  const top = paper.pdf.y
  cards.forEach((card, index) => drawCard(report, card, MARGIN.left + index * (WIDTH + GAP), top, height))
  paper.pdf.x = MARGIN.left
  paper.pdf.y = top + height + 8
}

function contentHeight({ paper }: Report, { title, lines }: Card): number {
  const all = [{ words: title, style: 'subsection' as const }, ...lines]
  return all.reduce((sum, { words, style }) => sum + heightOf(paper, words, TYPE[style], INSIDE), 0)
}

function drawCard(
  { paper }: Report,
  { title, lines }: Card,
  left: number,
  top: number,
  height: number,
): void {
  const { pdf } = paper
  decoration(paper, () => {
    pdf.lineWidth(0.8).rect(left, top, WIDTH, height).stroke(palette.grid)
    pdf.rect(left, top, WIDTH, 3).fill(palette.accent)
  })
  const group = opened(paper, paper.section, 'Div')
  const place = { x: left + PADDING, width: INSIDE }
  tagged(group, pdf, 'H3', () => write(paper, title, TYPE.subsection, { ...place, y: top + PADDING }))
  for (const { words, style } of lines) {
    tagged(group, pdf, 'P', () => write(paper, words, TYPE[style], { ...place, y: pdf.y }))
  }
  group.end()
}

function participationCard(report: Report): Card {
  const { data, words, locale } = report
  const { count, denominator, population, itSpecialists, history } = data.participation
  const { participation, satisfaction } = words
  const share = printedShare(participationMeasured(data), runningTarget(data, 'I1'), locale)
  const people = population.share === null ? null : participation.peopleShare(population.share)
  const before = history.at(-2)
  return {
    title: words.indicator.name.I1,
    lines: [
      {
        words: denominator === 0 ? words.report.none : words.report.outOf(count, denominator),
        style: 'figure',
      },
      line([share && participation.municipalitiesShare(share), satisfaction.fullCount]),
      line([people, participation.specialistCount(itSpecialists)]),
      ...targetLines(report, 'I1'),
      ...(before
        ? [beforeLine(report, words.report.outOf(before.count, before.denominator), before.asOf)]
        : []),
      { words: words.report.card.cutOff(data.cutOff), style: 'note' },
    ],
  }
}

function satisfactionCard(report: Report): Card {
  const { data, words } = report
  const { round } = data.satisfaction
  const { satisfaction } = words
  return {
    title: words.indicator.name.I2,
    lines: [
      ...valueLines(report),
      ...targetLines(report, 'I2'),
      ...earlierLine(report),
      ...(round ? [{ words: satisfaction.closed(round.closedOn), style: 'note' as const }] : []),
    ],
  }
}

function valueLines({ data, words, locale }: Report): Line[] {
  const { satisfaction } = words
  const { figure, round } = data.satisfaction
  if (figure.kind === 'no-data') return [{ words: satisfaction.noData, style: 'statement' }]
  if (figure.kind === 'too-few') return [{ words: satisfaction.tooFewShort, style: 'statement' }]
  const { satisfied, responses } = figure
  const turnout = round ? line([satisfaction.turnoutShort(responses, round.invited)]) : line([])
  if (figure.kind === 'words') {
    const value = words.report.outOf(satisfied, responses)
    return [{ words: value, style: 'figure' }, line([satisfaction.wordsOnly(satisfied, responses)]), turnout]
  }
  const share = printedShare(satisfactionMeasured(data), runningTarget(data, 'I2'), locale)
  const { interval } = figure
  const certainty = interval ? satisfaction.interval(interval.low, interval.high) : satisfaction.fullCount
  return [
    { words: share ?? words.report.none, style: 'figure' },
    line([satisfaction.wordsOnly(satisfied, responses)]),
    line([certainty]),
    ...(interval ? [turnout] : []),
  ]
}

/** The aim of the running phase, and the rating below it. */
function targetLines({ data, words }: Report, indicator: IndicatorKey): Line[] {
  const phase = runningPhase(data)
  const target = runningTarget(data, indicator)
  if (!phase || !target) return []
  const aim = resolvedAim(target, words) ?? words.indicator.state.open
  return [
    line([words.report.card.target(words.indicator.phase[phase.key], aim)]),
    { words: ratingOf(target, words), style: 'rating' },
  ]
}

function earlierLine(report: Report): Line[] {
  const { data, words } = report
  const before = data.satisfaction.history.at(-2)
  if (!before || (before.figure.kind !== 'full' && before.figure.kind !== 'words')) return []
  const { satisfied, responses } = before.figure
  return [beforeLine(report, words.satisfaction.ratings(satisfied, responses), before.closedOn)]
}

function beforeLine({ words, locale }: Report, value: string, day: string): Line {
  return { words: words.report.card.before(value, formatNumericDay(day, locale)), style: 'note' }
}

function line(parts: (string | null)[]): Line {
  return { words: parts.filter(Boolean).join(' · '), style: 'body' }
}
