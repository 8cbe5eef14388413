// What accompanies the two indicators: one table, and under it what the figures rest on and cannot tell.

import { heading, list, paragraph } from '#reports/blocks.ts'
import { accompanyingNotes, accompanyingTable } from '#reports/reading/accompanying.ts'
import { baselineTable } from '#reports/reading/baselines.ts'
import { drawTable, type Report } from '#reports/steering-committee/report.ts'

export function drawAccompanying(report: Report): void {
  const { paper, data, words } = report
  if (data.accompanying.length === 0) return
  const { accompanying } = words
  heading(paper, 2, accompanying.title, 200)
  paragraph(paper, accompanying.lead)
  drawTable(report, accompanyingTable(report))
  const baselines = baselineTable(report)
  if (baselines) {
    heading(paper, 3, words.baseline.title)
    drawTable(report, baselines)
    paragraph(paper, words.baseline.note, { style: 'note' })
  }
  heading(paper, 3, accompanying.limitsOf)
  list(
    paper,
    accompanyingNotes(report).map(({ title, text }) => `${title}: ${text}`),
  )
}
