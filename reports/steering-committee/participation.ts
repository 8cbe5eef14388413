// Indicator 1 in full: its passport, its course, who takes part.

import { heading } from '#reports/blocks.ts'
import { CONTENT_WIDTH } from '#reports/page.ts'
import { drawComment } from '#reports/steering-committee/own-view.ts'
import {
  municipalityTable,
  participationFacts,
  participationHistory,
  participationTrend,
} from '#reports/reading/participation.ts'
import { participationMap } from '#reports/reading/participation-map.ts'
import { drawPicture, drawTable, TEXT_SIZE, type Report } from '#reports/steering-committee/report.ts'
import { keyFacts } from '#reports/table.ts'

const TREND = { width: CONTENT_WIDTH, height: 160, textSize: TEXT_SIZE }
const MAP = { width: 390, textSize: TEXT_SIZE }
/** Room for what stands below the map, so that its heading goes to the next page with it. */
const CAPTION = 40

export function drawParticipation(report: Report): void {
  const { paper, words } = report
  const { sections } = words.report
  heading(paper, 2, sections.participation, 200)
  keyFacts(paper, words.report.facts.caption, participationFacts(report))
  drawComment(report, 'I1')
  heading(paper, 3, sections.history, 260)
  drawPicture(report, participationTrend(report, TREND))
  drawTable(report, participationHistory(report))
  const map = participationMap(report, MAP)
  heading(paper, 3, sections.map, map.scene.height + CAPTION)
  drawPicture(report, map)
  heading(paper, 3, sections.municipalities, 120)
  drawTable(report, municipalityTable(report))
}
