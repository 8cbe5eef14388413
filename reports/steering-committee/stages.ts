// The stages of the procedure: one table, then what each of them introduces and where it stands.

import { heading, paragraph } from '#reports/blocks.ts'
import { stageNames, stageSentence, stageTable } from '#reports/reading/stages.ts'
import { sentences } from '#reports/reading/values.ts'
import { drawTable, type Report } from '#reports/steering-committee/report.ts'

export function drawStages(report: Report): void {
  const { paper, data, words } = report
  // Reports of release 0.1 and 0.2 did not know of any.
  if (data.format < 2) return
  heading(paper, 2, words.report.sections.stages, 120)
  if (data.stages.length === 0) {
    paragraph(paper, words.stage.none)
    return
  }
  drawTable(report, stageTable(report))
  for (const stage of data.stages) {
    const { reason } = stage.decision
    heading(paper, 3, stage.subject, 60)
    paragraph(paper, stage.description)
    paragraph(
      paper,
      sentences(
        stageSentence(stage, report),
        stageNames(stage, report),
        reason && words.stage.because(reason),
      ),
    )
  }
  paragraph(paper, words.stage.note, { style: 'note' })
}
