// The two indicators at a glance, side by side.

import { palette } from '#app/charts/scene.ts'
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
import { cards, type Card } from '#reports/reading/cards.ts'
import { ratingOf } from '#reports/reading/values.ts'
import type { Report } from '#reports/steering-committee/report.ts'

type Line = { words: string; style: StyleName }
type Drawn = { title: string; lines: Line[] }

const GAP = 14
const PADDING = 11
const WIDTH = (CONTENT_WIDTH - GAP) / 2
const INSIDE = WIDTH - 2 * PADDING

export function drawCards(report: Report): void {
  const { paper } = report
  const drawn = cards(report).map((card) => ({ title: card.title, lines: linesOf(report, card) }))
  const height = Math.max(...drawn.map((card) => contentHeight(report, card))) + 2 * PADDING
  needHeight(paper, height)
  const top = paper.pdf.y
  drawn.forEach((card, index) => drawCard(report, card, MARGIN.left + index * (WIDTH + GAP), top, height))
  paper.pdf.x = MARGIN.left
  paper.pdf.y = top + height + 8
}

function contentHeight({ paper }: Report, { title, lines }: Drawn): number {
  const all = [{ words: title, style: 'subsection' as const }, ...lines]
  return all.reduce((sum, { words, style }) => sum + heightOf(paper, words, TYPE[style], INSIDE), 0)
}

function drawCard(
  { paper }: Report,
  { title, lines }: Drawn,
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

/** The same on paper: one line below the other, each in its type. */
function linesOf({ words }: Report, { value, isWord, lines, target, before, baseline, asOf }: Card): Line[] {
  const aim = target && words.report.card.target(target.phase, target.aim)
  const all: { words: string | null; style: StyleName }[] = [
    { words: value, style: isWord ? 'statement' : 'figure' },
    ...lines.map((text) => ({ words: text, style: 'body' as const })),
    { words: aim, style: 'body' },
    { words: target && ratingOf(target.rated, words), style: 'rating' },
    { words: before, style: 'note' },
    { words: baseline, style: 'note' },
    { words: asOf, style: 'note' },
  ]
  return all.flatMap(({ words: text, style }) => (text === null ? [] : [{ words: text, style }]))
}
