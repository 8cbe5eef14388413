import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraph } from '#reports/blocks.ts'
import { openDocument } from '#reports/document.ts'
import { table } from '#reports/table.ts'

const HEADER = 'Kopf'
const row = (nth: number) => `Zeile${nth}`

/** The marks of a table in the order in which they are drawn, by page: its caption, its header, its rows. */
function pagesWith(linesBefore: number, heights: readonly number[]): string[][] {
  const paper = openDocument({
    ...{ title: 'T', subject: 'T', author: 'T', locale: 'de', demo: null },
    createdAt: new Date('2026-06-30T00:00:00Z'),
  })
  const pages: string[][] = [[]]
  paper.pdf.on('pageAdded', () => pages.push([]))
  const pdf = paper.pdf as unknown as { _fragment: (text: string, ...rest: unknown[]) => void }
  const draw = pdf._fragment.bind(pdf)
  pdf._fragment = (text, ...rest) => {
    pages.at(-1)?.push(text.trim())
    draw(text, ...rest)
  }
  for (let nth = 0; nth < linesBefore; nth += 1) paragraph(paper, 'Davor.')
  const columns = [
    { title: HEADER, width: 0.3 },
    { title: 'Wert', width: 0.7 },
  ]
  const rows = heights.map((lines, nth) => [
    row(nth),
    Array.from({ length: lines }, () => 'lang '.repeat(18)).join(''),
  ])
  table(paper, { caption: 'Titel der Tabelle', columns, rows })
  return pages
}

test(
  'rows are never split from their header: whatever their heights, a page with rows begins with it',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 40 }),
        fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 40 }),
        (before, heights) => {
          const pages = pagesWith(before, heights)
          const marks = pages.map((page) =>
            page.filter((text) => text === HEADER || text.startsWith('Zeile')),
          )
          for (const page of marks) {
            if (page.length === 0) continue
            expect(page[0]).toBe(HEADER)
            // The header is never the last thing on a page.
            expect(page.length).toBeGreaterThan(1)
          }
          // All rows are there, each once, in their order.
          expect(marks.flat().filter((text) => text !== HEADER)).toEqual(heights.map((_, nth) => row(nth)))
          // The caption stands where the header stands for the first time.
          const first = marks.findIndex((page) => page.includes(HEADER))
          expect(pages[first]).toContain('Titel der Tabelle')
        },
      ),
      { numRuns: 150, interruptAfterTimeLimit: 20_000 },
    )
  },
)
