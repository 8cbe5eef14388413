// What is to be resolved, with boxes for the vote.

import { palette } from '#app/charts/scene.ts'
import type { ReportDecision } from '#app/domain/report.ts'
import { heading, paragraph } from '#reports/blocks.ts'
import {
  CONTENT_WIDTH,
  decoration,
  heightLeft,
  heightOf,
  MARGIN,
  needHeight,
  opened,
  tagged,
  TYPE,
  write,
  type Place,
  type Structure,
} from '#reports/page.ts'
import { hintFor, wordingOf } from '#reports/reading/decisions.ts'
import type { Report } from '#reports/steering-committee/report.ts'

const PADDING = 8
const NUMBER_WIDTH = 22
const LINE_GAP = 4
const TEXT_WIDTH = CONTENT_WIDTH - NUMBER_WIDTH - 2 * PADDING

/** Above and below what stands in a frame, and between two frames, in points. */
type Spacing = { padding: number; gap: number }
const ROOMY: Spacing = { padding: 8, gap: 7 }
/** Closer together where a single one would else stand alone on the next page. */
const TIGHT: Spacing = { padding: 4, gap: 3 }

export function drawDecisions(report: Report): void {
  const { paper, data, words } = report
  const { decisions, sections } = words.report
  heading(paper, 2, sections.decisions)
  if (data.decisions.length === 0) {
    paragraph(paper, decisions.none)
    return
  }
  const list = opened(paper, paper.section, 'L')
  list.dictionary.data.A = { O: 'List', ListNumbering: 'Decimal' }
  const needed = data.decisions.reduce((sum, one) => sum + heightNeeded(report, one, ROOMY) + ROOMY.gap, 0)
  const spacing = needed > heightLeft(paper) ? TIGHT : ROOMY
  data.decisions.forEach((decision, index) => drawDecision(report, list, { decision, spacing }, index + 1))
  list.end()
}

function heightNeeded(report: Report, decision: ReportDecision, { padding }: Spacing): number {
  const { paper } = report
  const wording = heightOf(paper, wordingOf(decision, report), TYPE.body, TEXT_WIDTH)
  return wording + heightOf(paper, '☐', TYPE.strong, TEXT_WIDTH) + LINE_GAP + 2 * padding
}

type Framed = { decision: ReportDecision; spacing: Spacing }

function drawDecision(report: Report, list: Structure, framed: Framed, number: number): void {
  const { decision, spacing } = framed
  const { paper } = report
  const { pdf } = paper
  const wording = wordingOf(decision, report)
  const height = heightNeeded(report, decision, spacing)
  needHeight(paper, height)
  const top = pdf.y
  decoration(paper, () =>
    pdf.lineWidth(0.8).rect(MARGIN.left, top, CONTENT_WIDTH, height).stroke(palette.grid),
  )

  const item = opened(paper, list, 'LI')
  const place = { x: MARGIN.left + PADDING, y: top + spacing.padding, width: NUMBER_WIDTH }
  tagged(item, pdf, 'Lbl', () => write(paper, `${number}.`, TYPE.strong, place))
  const body = opened(paper, item, 'LBody')
  const text = { x: place.x + NUMBER_WIDTH, y: place.y, width: TEXT_WIDTH }
  tagged(body, pdf, 'P', () => write(paper, wording, TYPE.body, text))
  const below = text.y + heightOf(paper, wording, TYPE.body, TEXT_WIDTH) + LINE_GAP
  drawVote(report, body, { ...text, y: below }, hintFor(decision, report))
  body.end()
  item.end()
  pdf.x = MARGIN.left
  pdf.y = top + height + spacing.gap
}

/** Three boxes, and at the end of their line who says so. */
function drawVote({ paper, words }: Report, body: Structure, place: Place, hint: string | null): void {
  const { yes, no, abstention } = words.report.decisions
  const vote = [yes, no, abstention].map((choice) => `☐ ${choice}`).join(' '.repeat(8))
  if (hint) tagged(body, paper.pdf, 'P', () => write(paper, hint, TYPE.note, { ...place, align: 'right' }))
  tagged(body, paper.pdf, 'P', () => write(paper, vote, TYPE.strong, place))
}
