import { expect, test } from 'vitest'
import { heading, paragraph } from '#reports/blocks.ts'
import { closeDocument, openDocument } from '#reports/document.ts'
import { heightLeft, heightOf, MARGIN, needHeight, printable, TYPE } from '#reports/page.ts'
import { table } from '#reports/table.ts'

const footer = { left: 'Bericht', page: (page: number, count: number) => `Seite ${page} von ${count}` }
const aPaper = () =>
  openDocument({
    title: 'Bericht',
    subject: 'Prüfung',
    author: 'Landkreis',
    locale: 'de',
    createdAt: new Date('2026-06-30T00:00:00Z'),
    demo: null,
  })
const pagesOf = (paper: ReturnType<typeof aPaper>) => paper.pdf.bufferedPageRange().count

test('a piece of structure that hangs nowhere fails in time instead of stopping the server', async () => {
  const paper = aPaper()
  paper.pdf.struct('P')
  await expect(closeDocument(paper, footer, 20)).rejects.toThrow('not finished within 20 ms')
})

test('a text is printed on one line, with its words, and a box for what the font lacks', () => {
  const paper = aPaper()
  expect(printable(paper, 'Groß\tund\nklein \u00ad\u200b🦔 ŁÓDŹ')).toBe('Groß und klein □ ŁÓDŹ')
  expect(printable(paper, 'A\u0308rger und o\ufb03ziell')).toBe('Ärger und offiziell')
})

test('a number stays with what belongs to it', () => {
  expect(printable(aPaper(), 'am 31. Dezember, Nr. 3, 60 % von 5 Orten')).toBe(
    'am 31.\u00a0Dezember, Nr.\u00a03, 60\u00a0% von 5 Orten',
  )
})

test('a heading is never the last thing on a page', () => {
  const paper = aPaper()
  heading(paper, 1, 'Bericht')
  while (heightLeft(paper) > 80) paragraph(paper, 'Ein Absatz.')
  heading(paper, 2, 'Abschnitt', 60)
  expect(pagesOf(paper)).toBe(2)
  expect(paper.pdf.y).toBeLessThan(MARGIN.top + 60)
})

test('what is higher than any page begins where it is and goes on', () => {
  const paper = aPaper()
  const words = 'viele Worte '.repeat(1200)
  expect(heightOf(paper, words, TYPE.body, 480)).toBeGreaterThan(800)
  paragraph(paper, 'Davor.')
  const before = paper.pdf.y
  needHeight(paper, 2000)
  expect(paper.pdf.y).toBe(before)
  paragraph(paper, words)
  expect(pagesOf(paper)).toBeGreaterThan(1)
})

test('the last row of a table does not stand alone on a page', () => {
  for (const count of [36, 37, 38, 39, 40, 41]) {
    const paper = aPaper()
    const rows = Array.from({ length: count }, (_, row) => [`Ort ${row}`, String(row)])
    const columns = [
      { title: 'Ort', width: 0.5 },
      { title: 'Zahl', width: 0.5, numeric: true },
    ]
    table(paper, { caption: 'Orte', columns, rows })
    const headerAndTwoRows = MARGIN.top + 3 * 16
    if (pagesOf(paper) > 1) expect(paper.pdf.y).toBeGreaterThan(headerAndTwoRows)
  }
})
