// Tables that can be read aloud: header cells with their scope, a header repeated on each page for the eye alone, rows
// that stay whole.

import { palette } from '#app/charts/scene.ts'
import type { Column, Table } from '#app/charts/table.ts'
import {
  CONTENT_WIDTH,
  decoration,
  heightLeft,
  heightOf,
  MARGIN,
  needHeight,
  newPage,
  opened,
  tagged,
  TYPE,
  write,
  type Paper,
  type Structure,
  type TypeStyle,
} from '#reports/page.ts'

type Box = { x: number; width: number; numeric: boolean }

const PADDING = { across: 5, down: 2.8 }

type TableOptions = {
  /** Room in every row for what is written by hand. */
  leastRowHeight?: number
}

export function table(
  paper: Paper,
  { caption, columns, rows }: Table,
  { leastRowHeight = 0 }: TableOptions = {},
): void {
  const boxes = boxesOf(columns)
  const titles = columns.map(({ title }) => title)
  const headerHeight = rowHeight(paper, titles, boxes, [TYPE.headerCell])
  const captionHeight = heightOf(paper, caption, TYPE.caption, CONTENT_WIDTH) + 3
  const heightIn = (cells: readonly string[]) =>
    Math.max(leastRowHeight, rowHeight(paper, cells, boxes, ROW_STYLES))
  // Of two rows, neither goes to the next page alone: there the header would stay behind.
  const firstRows = rows.slice(0, rows.length === 2 ? 2 : 1).map(heightIn)
  needHeight(paper, captionHeight + headerHeight + firstRows.reduce((sum, height) => sum + height, 0))

  const element = openTable(paper, caption)
  const header = opened(paper, element, 'THead')
  drawHeader(paper, boxes, headerHeight, () => {
    const row = opened(paper, header, 'TR')
    drawCells(paper, titles, boxes, (index) => [row, 'TH', 'Column', TYPE.headerCell, index])
    row.end()
  })
  header.end()

  const body = opened(paper, element, 'TBody')
  const heights = rows.map(heightIn)
  rows.forEach((cells, index) => {
    const height = heights[index] ?? 0
    // The last row does not go to the next page alone.
    const needed = index === rows.length - 2 ? height + (heights[index + 1] ?? 0) : height
    if (needed > heightLeft(paper)) {
      newPage(paper.pdf)
      drawHeader(paper, boxes, headerHeight, () =>
        decoration(paper, () => repeat(paper, titles, boxes), 'Pagination'),
      )
    }
    drawRow(paper, body, cells, boxes, height)
  })
  body.end()
  element.end()
  paper.pdf.y += 12
}

/** Two columns without a header: what it is, and its value. */
export function keyFacts(paper: Paper, caption: string, facts: readonly (readonly [string, string])[]): void {
  const boxes = boxesOf([
    { title: '', width: 0.25 },
    { title: '', width: 0.75 },
  ])
  const heights = facts.map((fact) => rowHeight(paper, fact, boxes, ROW_STYLES))
  needHeight(paper, heightOf(paper, caption, TYPE.caption, CONTENT_WIDTH) + 3 + (heights[0] ?? 0))
  const element = openTable(paper, caption)
  decoration(paper, () => rule(paper, paper.pdf.y, 'muted'))
  const body = opened(paper, element, 'TBody')
  facts.forEach((fact, index) => {
    needHeight(paper, heights[index] ?? 0)
    drawRow(paper, body, fact, boxes, heights[index] ?? 0)
  })
  body.end()
  element.end()
  paper.pdf.y += 12
}

/** The first cell of a row is its header. */
const ROW_STYLES: readonly TypeStyle[] = [TYPE.headerCell, TYPE.cell]

function boxesOf(columns: readonly Column[]): Box[] {
  let x = MARGIN.left
  return columns.map(({ width, numeric = false }) => {
    const box = { x: x + PADDING.across, width: width * CONTENT_WIDTH - 2 * PADDING.across, numeric }
    x += width * CONTENT_WIDTH
    return box
  })
}

/** The styles go to the first, second … cell; the last of them to all further ones. */
function rowHeight(
  paper: Paper,
  cells: readonly string[],
  boxes: readonly Box[],
  styles: readonly TypeStyle[],
): number {
  const heights = cells.map((words, index) => {
    const style = styles[Math.min(index, styles.length - 1)] ?? TYPE.cell
    return heightOf(paper, words, style, boxes[index]?.width ?? 0)
  })
  return Math.max(...heights) + 2 * PADDING.down
}

function openTable(paper: Paper, caption: string): Structure {
  const element = opened(paper, paper.section, 'Table')
  element.dictionary.data.A = { O: 'Table', Summary: new String(caption) }
  tagged(element, paper.pdf, 'Caption', () =>
    write(paper, caption, TYPE.caption, { x: MARGIN.left, y: paper.pdf.y, width: CONTENT_WIDTH }),
  )
  paper.pdf.y += 3
  return element
}

function drawHeader(paper: Paper, boxes: readonly Box[], height: number, drawTitles: () => void): void {
  const { pdf } = paper
  const top = pdf.y
  decoration(paper, () => {
    pdf.rect(MARGIN.left, top, CONTENT_WIDTH, height).fill(palette.pale)
    rule(paper, top + height, 'muted')
  })
  pdf.y = top
  drawTitles()
  pdf.y = top + height
}

function rule({ pdf }: Paper, y: number, colour: 'grid' | 'muted'): void {
  pdf.lineWidth(colour === 'grid' ? 0.5 : 0.9).strokeColor(palette[colour])
  pdf
    .moveTo(MARGIN.left, y)
    .lineTo(MARGIN.left + CONTENT_WIDTH, y)
    .stroke()
}

type CellTag = [
  parent: Structure,
  tag: 'TH' | 'TD',
  scope: 'Column' | 'Row' | null,
  style: TypeStyle,
  index: number,
]

function drawCells(
  paper: Paper,
  cells: readonly string[],
  boxes: readonly Box[],
  tagOf: (index: number) => CellTag,
): void {
  const top = paper.pdf.y
  cells.forEach((words, index) => {
    const [parent, tag, scope, style] = tagOf(index)
    const cell = opened(paper, parent, tag, scope ? { scope } : {})
    cell.add(() => writeCell(paper, words, boxes[index], top, style))
    cell.end()
  })
}

function writeCell(paper: Paper, words: string, box: Box | undefined, top: number, style: TypeStyle): void {
  if (!box) return
  const align = box.numeric ? 'right' : 'left'
  write(paper, words, style, { x: box.x, y: top + PADDING.down, width: box.width, align })
}

function repeat(paper: Paper, titles: readonly string[], boxes: readonly Box[]): void {
  const top = paper.pdf.y
  titles.forEach((title, index) => writeCell(paper, title, boxes[index], top, TYPE.headerCell))
}

function drawRow(
  paper: Paper,
  body: Structure,
  cells: readonly string[],
  boxes: readonly Box[],
  height: number,
): void {
  const top = paper.pdf.y
  const row = opened(paper, body, 'TR')
  drawCells(paper, cells, boxes, (index) =>
    index === 0 ? [row, 'TH', 'Row', TYPE.headerCell, index] : [row, 'TD', null, TYPE.cell, index],
  )
  row.end()
  decoration(paper, () => rule(paper, top + height, 'grid'))
  paper.pdf.y = top + height
}
