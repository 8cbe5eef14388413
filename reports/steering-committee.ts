// The report to the steering committee: two pages that can be read and voted on, then everything behind them.

import type { Locale } from '#app/domain/locale.ts'
import type { ReportSection } from '#app/domain/report-draft.ts'
import type { ReportData } from '#app/domain/report.ts'
import { attach, closeDocument, openDocument, type Attachment } from '#reports/document.ts'
import { figureCsv } from '#reports/figure-list/files.ts'
import { newPage } from '#reports/page.ts'
import { drawAccompanying } from '#reports/steering-committee/accompanying.ts'
import { drawAnnex } from '#reports/steering-committee/annex.ts'
import { drawBrief } from '#reports/steering-committee/brief.ts'
import { drawChanges } from '#reports/steering-committee/changes.ts'
import { drawOwnView } from '#reports/steering-committee/own-view.ts'
import { drawParticipation } from '#reports/steering-committee/participation.ts'
import type { Report } from '#reports/steering-committee/report.ts'
import { drawSatisfaction } from '#reports/steering-committee/satisfaction.ts'
import { drawTraining } from '#reports/steering-committee/training.ts'
import { drawStages } from '#reports/steering-committee/stages.ts'
import { wordsIn, type Words } from '#reports/words.ts'

const SECTIONS: Record<ReportSection, (report: Report) => void> = {
  participation: drawParticipation,
  satisfaction: drawSatisfaction,
  stages: drawStages,
  training: drawTraining,
  view: drawOwnView,
  accompanying: drawAccompanying,
}

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
  for (const section of data.sections) SECTIONS[section](inTheMaking)
  drawChanges(inTheMaking)
  drawAnnex(inTheMaking)
  for (const file of attachments(data, locale, words)) attach(paper, file, createdAt)
  return closeDocument(paper, {
    left: `${data.districtName} · ${report.subtitle(data.number, data.cutOff)} · ${data.sha256.slice(0, 12) || report.draft}`,
    page: report.page,
  })
}

function attachments(data: ReportData, locale: Locale, { report }: Words): Attachment[] {
  return [
    {
      name: 'indikatoren.csv',
      type: 'text/csv',
      description: report.files.csv,
      bytes: Buffer.from(figureCsv(data, locale)),
    },
    {
      name: 'indikatoren.json',
      type: 'application/json',
      description: report.files.json,
      bytes: Buffer.from(data.payload),
    },
  ]
}
