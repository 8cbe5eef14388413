// Indicator 2 in full: its passport, the overall rating, the topics, its course over the rounds.

import { heading, paragraph } from '#reports/blocks.ts'
import { CONTENT_WIDTH } from '#reports/page.ts'
import {
  overallChart,
  overallPicture,
  satisfactionFacts,
  satisfactionHistory,
  satisfactionTrend,
} from '#reports/reading/satisfaction.ts'
import { satisfactionSentence } from '#reports/reading/summary.ts'
import { topicsPicture, topicsTable } from '#reports/reading/topics.ts'
import { drawComment } from '#reports/steering-committee/own-view.ts'
import { drawRemarks } from '#reports/steering-committee/remarks.ts'
import { drawPicture, drawTable, TEXT_SIZE, type Report } from '#reports/steering-committee/report.ts'
import { keyFacts } from '#reports/table.ts'

const WIDE = { width: CONTENT_WIDTH, textSize: TEXT_SIZE }

export function drawSatisfaction(report: Report): void {
  const { paper, data, words } = report
  const { sections } = words.report
  heading(paper, 2, sections.satisfaction, 300)
  keyFacts(paper, words.report.facts.caption, satisfactionFacts(report))
  drawComment(report, 'I2')
  heading(paper, 3, sections.answers, 190)
  paragraph(paper, satisfactionSentence(report))
  drawOverall(report)
  if (data.satisfaction.topics.length > 0) {
    heading(paper, 3, sections.topics, 200)
    drawPicture(report, topicsPicture(report, WIDE))
    drawTable(report, topicsTable(report))
  }
  if (data.satisfaction.history.length > 0) {
    heading(paper, 3, sections.history, 230)
    drawPicture(report, satisfactionTrend(report, { ...WIDE, height: 170 }))
    drawTable(report, satisfactionHistory(report))
  }
  drawRemarks(report)
}

function drawOverall(report: Report): void {
  const { paper, data, words } = report
  const chart = overallChart(report, WIDE)
  if (chart) drawPicture(report, overallPicture(chart, report))
  if (data.satisfaction.figure.kind === 'words')
    paragraph(paper, words.satisfaction.notShown, { style: 'note' })
}
