// What is to be resolved, with boxes for the vote.

import { palette } from '#app/charts/scene.ts'
import type { ReportDecision } from '#app/domain/report.ts'
import { heading, paragraph } from '#reports/blocks.ts'
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
  type Place,
  type Structure,
} from '#reports/page.ts'
import { hintFor, wordingOf } from '#reports/reading/decisions.ts'
import type { Report } from '#reports/steering-committee/report.ts'

const PADDING = 8
const NUMBER_WIDTH = 22
const LINE_GAP = 4
const TEXT_WIDTH = CONTENT_WIDTH - NUMBER_WIDTH - 2 * PADDING

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
  data.decisions.forEach((decision, index) => drawDecision(report, list, decision, index + 1))
  list.end()
}

function drawDecision(report: Report, list: Structure, decision: ReportDecision, number: number): void {
  const { paper, words } = report
  const { pdf } = paper
  const wording = wordingOf(decision, words)
  const wordingHeight = heightOf(paper, wording, TYPE.body, TEXT_WIDTH)
  const height = wordingHeight + heightOf(paper, '☐', TYPE.strong, TEXT_WIDTH) + LINE_GAP + 2 * PADDING
  needHeight(paper, height)
  const top = pdf.y
  decoration(paper, () =>
    pdf.lineWidth(0.8).rect(MARGIN.left, top, CONTENT_WIDTH, height).stroke(palette.grid),
  )

  const item = opened(paper, list, 'LI')
  const place = { x: MARGIN.left + PADDING, y: top + PADDING, width: NUMBER_WIDTH }
  tagged(item, pdf, 'Lbl', () => write(paper, `${number}.`, TYPE.strong, place))
  const body = opened(paper, item, 'LBody')
  const text = { x: place.x + NUMBER_WIDTH, y: place.y, width: TEXT_WIDTH }
  tagged(body, pdf, 'P', () => write(paper, wording, TYPE.body, text))
  drawVote(report, body, { ...text, y: text.y + wordingHeight + LINE_GAP }, hintFor(decision, words))
  body.end()
  item.end()
  pdf.x = MARGIN.left
  pdf.y = top + height + 7
}

/** Three boxes, and at the end of their line who says so. */
function drawVote({ paper, words }: Report, body: Structure, place: Place, hint: string | null): void {
  const { yes, no, abstention } = words.report.decisions
  const vote = [yes, no, abstention].map((choice) => `☐ ${choice}`).join(' '.repeat(8))
  if (hint) tagged(body, paper.pdf, 'P', () => write(paper, hint, TYPE.note, { ...place, align: 'right' }))
  tagged(body, paper.pdf, 'P', () => write(paper, vote, TYPE.strong, place))
}
