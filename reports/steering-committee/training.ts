// What training took place since the last report.

import { heading, paragraph } from '#reports/blocks.ts'
import { trainingSentence, trainingTable } from '#reports/reading/training.ts'
import { drawTable, type Report } from '#reports/steering-committee/report.ts'

/** Nothing in reports of releases that did not count it yet. */
export function drawTraining(report: Report): void {
  const { paper, data, words } = report
  const sentence = trainingSentence(report)
  if (sentence === null) return
  heading(paper, 2, words.training.title, 120)
  paragraph(paper, sentence)
  drawTable(report, trainingTable(report))
  if ((data.training?.topics ?? []).length > 0) paragraph(paper, words.training.note, { style: 'note' })
}
