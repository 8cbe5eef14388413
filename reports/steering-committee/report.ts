// A report in the making: the figures, and the paper on which they are drawn.

import type { Picture } from '#app/charts/scene.ts'
import type { Table } from '#app/charts/table.ts'
import type { ReportData } from '#app/domain/report.ts'
import { figure } from '#reports/figure.ts'
import type { Paper } from '#reports/page.ts'
import type { Reading, Room } from '#reports/reading/values.ts'
import { table } from '#reports/table.ts'

export type Report = Reading & {
  data: ReportData
  paper: Paper
  /** How many figures and tables there are so far. */
  numbering: { figures: number; tables: number }
}

/** What is left of the sizes of pictures on paper. */
export const TEXT_SIZE: Room['textSize'] = 8.5

export function drawPicture({ paper, words, numbering }: Report, picture: Picture): void {
  figure(paper, { ...picture, caption: words.report.figure(++numbering.figures, picture.caption) })
}

/** Nothing where there are no rows. */
export function drawTable({ paper, words, numbering }: Report, content: Table): void {
  if (content.rows.length === 0) return
  table(paper, { ...content, caption: words.report.table(++numbering.tables, content.caption) })
}
