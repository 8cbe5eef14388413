// How the figures were made, whose data they are, and how anybody can check them.

import { readingInForce } from '#app/domain/ruling.ts'
import { formatDateTime, formatDay } from '#app/i18n/format.ts'
import { destination, heading, linkLine, list, paragraph } from '#reports/blocks.ts'
import type { Report } from '#reports/steering-committee/report.ts'
import { keyFacts } from '#reports/table.ts'

export function drawAnnex(report: Report): void {
  const { paper, data, words } = report
  const { sections, method } = words.report
  heading(paper, 2, sections.method)
  list(paper, method(readingInForce(data.rulings)))
  drawSources(report)
  drawFrozenFigures(report)
}

function drawSources({ paper, data, words }: Report): void {
  if (data.sources.length === 0) return
  heading(paper, 2, words.report.sections.sources)
  for (const { text, url } of data.sources) {
    paragraph(paper, text, { after: url ? 1 : 6 })
    if (url)
      linkLine(paper, { before: '', label: url, target: { url }, contents: words.report.externalLink(url) })
  }
}

function drawFrozenFigures({ paper, data, words, locale }: Report): void {
  const { annex, sections } = words.report
  heading(paper, 2, sections.annex, 220)
  destination(paper, 'annex')
  paragraph(paper, annex.explained)
  keyFacts(paper, annex.caption, [
    [annex.number, String(data.number)],
    [annex.cutOff, formatDay(data.cutOff, locale)],
    [
      annex.released,
      data.releasedAt ? formatDateTime(new Date(data.releasedAt), locale) : words.report.draft,
    ],
    [annex.hash, data.sha256 || words.report.draft],
    [annex.previous, data.previousSha256 ?? annex.first],
    [annex.application, data.applicationVersion],
    [annex.attachments, annex.attachmentList],
  ])
}
