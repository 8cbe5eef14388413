// The first two pages: where we stand, whether the targets are reached, what is to be resolved. Many read no further.

import { formatDateTime } from '#app/i18n/format.ts'
import { callout, heading, linkLine, paragraph } from '#reports/blocks.ts'
import { heightLeft, newPage } from '#reports/page.ts'
import { summary } from '#reports/reading/summary.ts'
import { targetTable } from '#reports/reading/targets.ts'
import { legendOfSigns } from '#reports/reading/values.ts'
import { drawCards } from '#reports/steering-committee/cards.ts'
import { drawDecisions } from '#reports/steering-committee/decisions.ts'
import { drawTable, type Report } from '#reports/steering-committee/report.ts'

/** The table of targets with its heading and legend, rather more than less. */
const TARGETS_HEIGHT = 260

export function drawBrief(report: Report): void {
  const { paper, words } = report
  drawHead(report)
  heading(paper, 2, words.report.sections.position)
  const paragraphs = summary(report, words.report.decisions.onPage)
  paragraphs.forEach((text, index) => {
    paragraph(paper, text, { style: 'lead', ...(index === paragraphs.length - 1 && { after: 10 }) })
  })
  drawCards(report)
  // Here and not below the decisions: there, one line more would begin a third page.
  const { before, label, contents } = words.report.toAnnex
  linkLine(paper, { before, label, contents, target: { place: 'annex' } })
  // Two pages are enough for either: a short first page takes the targets, which leaves room for many decisions.
  const isRoomy = heightLeft(paper) > TARGETS_HEIGHT
  if (!isRoomy) newPage(paper.pdf)
  drawTargets(report)
  if (isRoomy) newPage(paper.pdf)
  drawDecisions(report)
}

function drawHead({ paper, data, locale, words }: Report): void {
  const { report } = words
  paragraph(paper, `${data.districtName} · ${report.office}`, { style: 'note', after: 2 })
  heading(paper, 1, report.title)
  const state = data.releasedAt
    ? report.released(formatDateTime(new Date(data.releasedAt), locale))
    : report.draft
  paragraph(paper, `${report.subtitle(data.number, data.cutOff)}, ${state}`, { style: 'subtitle', after: 8 })
  const { correction } = data
  if (correction)
    callout(paper, report.correction.title(correction.number), report.correction.reason(correction.reason))
  if (data.demo) callout(paper, report.demo.mark, report.demo.explained)
}

function drawTargets(report: Report): void {
  const { paper, words } = report
  heading(paper, 2, words.report.sections.targets)
  drawTable(report, targetTable(report))
  paper.pdf.y -= 6
  paragraph(paper, legendOfSigns(words), { style: 'note' })
}
