// What is different from the last report, or what a correction puts right.

import { heading, list, paragraph } from '#reports/blocks.ts'
import { changesRead } from '#reports/reading/changes.ts'
import type { Report } from '#reports/steering-committee/report.ts'

export function drawChanges(report: Report): void {
  const { paper, data, words } = report
  const read = changesRead(report)
  if (!read) return
  heading(paper, 2, read.title)
  paragraph(paper, read.lead)
  list(paper, read.points)
  if (data.revised.length > 0) paragraph(paper, words.changes.revisedNote, { style: 'note' })
}
