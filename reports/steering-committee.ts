// The report to the steering committee: two pages that can be read and voted on, then everything behind them.

import type { Locale } from '#app/domain/locale.ts'
import { payloadOf, type ReportData } from '#app/domain/report.ts'
import { attach, closeDocument, openDocument, type Attachment } from '#reports/document.ts'
import { indicatorTable } from '#reports/indicator-table.ts'
import { newPage } from '#reports/page.ts'
import { drawAnnex } from '#reports/steering-committee/annex.ts'
import { drawBrief } from '#reports/steering-committee/brief.ts'
import { drawParticipation } from '#reports/steering-committee/participation.ts'
import { drawSatisfaction } from '#reports/steering-committee/satisfaction.ts'
import { wordsIn, type Words } from '#reports/words.ts'

/** A function of the snapshot alone: the same data give the same bytes, on any day and in any time zone. */
export function renderSteeringCommitteeReport(data: ReportData, locale: Locale): Promise<Buffer> {
  const words = wordsIn(locale)
  const { report } = words
  const createdAt = new Date(data.releasedAt ?? `${data.cutOff}T00:00:00Z`)
  const paper = openDocument({
    title: `${report.title}, ${report.subtitle(data.number, data.cutOff)}`,
    subject: report.subject(data.cutOff),
    author: `${data.districtName}, ${report.office}`,
    locale,
    createdAt,
    demo: data.demo ? report.demo : null,
  })
  const inTheMaking = { paper, data, locale, words, numbering: { figures: 0, tables: 0 } }
  drawBrief(inTheMaking)
  newPage(paper.pdf)
  drawParticipation(inTheMaking)
  drawSatisfaction(inTheMaking)
  drawAnnex(inTheMaking)
  for (const file of attachments(data, locale, words)) attach(paper, file, createdAt)
  return closeDocument(paper, {
    left: `${data.districtName} · ${report.subtitle(data.number, data.cutOff)} · ${data.sha256.slice(0, 12)}`,
    page: report.page,
  })
}

function attachments(data: ReportData, locale: Locale, { report }: Words): Attachment[] {
  return [
    {
      name: 'indikatoren.csv',
      type: 'text/csv',
      description: report.files.csv,
      bytes: Buffer.from(indicatorTable(data, locale)),
    },
    {
      name: 'indikatoren.json',
      type: 'application/json',
      description: report.files.json,
      bytes: Buffer.from(payloadOf(data)),
    },
  ]
}
