import { expect, test } from 'vitest'
import { rectangle, path } from '#app/charts/scene.ts'
import { callout, heading, linkLine, list, paragraph } from '#reports/blocks.ts'
import { closeDocument, openDocument } from '#reports/document.ts'
import { figure } from '#reports/figure.ts'
import { renderSteeringCommitteeReport } from '#reports/steering-committee.ts'
import { keyFacts, table } from '#reports/table.ts'
import { demoReports } from '#tests/fixtures/demo.ts'
import {
  approved,
  differingDots,
  pdftoppmIsMissing,
  picturesOf,
  type Picture,
} from '#tests/reports/pictures.ts'

const missing = pdftoppmIsMissing()
/** What another release of the drawing program may do otherwise, in dots of a page of some 270,000. */
const FEW_DOTS = 60
const SECONDS = 60_000
const isAlike = (page: Picture, before = page) => differingDots(page, before) < FEW_DOTS

/** Everything of which documents are made, moved down by so many points. */
function aDocumentOfBlocks(movedBy = 0): Promise<Buffer> {
  const paper = openDocument({
    ...{ title: 'Bausteine', subject: 'Bausteine', author: 'Landkreis', locale: 'de' },
    ...{
      createdAt: new Date('2026-06-30T00:00:00Z'),
      demo: { mark: 'Beispiel', sentence: 'Erfundene Daten' },
    },
  })
  heading(paper, 1, 'Bericht an den Lenkungsausschuss')
  paragraph(paper, 'Ein Absatz mit Umlauten: Größe, Übung, Maß; „Anführung“ – und 60 % von 28 Kommunen.', {
    style: 'lead',
  })
  paper.pdf.y += movedBy
  paragraph(paper, `Ein langes Wort: ${'Verwaltungsdigitalisierung'.repeat(8)} und Zeichen ohne Bild: 🦔.`)
  callout(
    paper,
    'Das ist wichtig',
    'Ein Kasten mit einem Balken an der Seite, der zwei Zeilen lang sein soll, damit er umbricht.',
  )
  list(paper, [
    'Ein erster Punkt',
    'Ein zweiter Punkt, der so lang ist, dass er ganz sicher in eine zweite Zeile hineinreicht und eingerückt bleibt.',
  ])
  heading(paper, 2, 'Ein Bild')
  const bars = [40, 90, 65, 120].map((height, nth) =>
    rectangle(
      { x: 20 + nth * 60, y: 130 - height, width: 40, height },
      { fill: nth % 2 ? 'accent' : 'muted' },
    ),
  )
  const line = path('M20 100L80 60L140 80L200 20', { stroke: 'ink' })
  figure(paper, {
    scene: { width: 280, height: 140, items: [...bars, line] },
    alternative: 'Vier Balken',
    caption: 'Abbildung 1: Vier Balken',
  })
  keyFacts(paper, 'Eckdaten', [
    ['Wann', '3. Dezember 2026'],
    ['Wo', 'Riesa, Haus 2'],
  ])
  linkLine(paper, {
    before: 'Siehe',
    label: 'Netz',
    target: { url: 'https://example.org' },
    contents: 'Netz',
  })
  heading(paper, 2, 'Eine Tabelle über zwei Seiten')
  const columns = [
    { title: 'Kommune', width: 0.5 },
    { title: 'Einheiten', width: 0.25, numeric: true },
    { title: 'Zeichen', width: 0.25 },
  ]
  const rows = Array.from({ length: 30 }, (_, nth) => [
    `Musterstadt ${nth + 1}`,
    String(nth * 37),
    ['▲', '▼', '◆', '○'][nth % 4] ?? '',
  ])
  table(paper, { caption: 'Tabelle 1: Einheiten', columns, rows })
  return closeDocument(paper, { left: 'Bausteine', page: (page, count) => `Seite ${page} von ${count}` })
}

test('pages look as they were approved', { timeout: SECONDS }, async (context) => {
  if (missing) return context.skip(missing)
  const pages = await picturesOf(await aDocumentOfBlocks())
  const before = await approved('blocks', pages)
  expect(pages.length).toBe(before.length)
  expect(pages.every((page, nth) => isAlike(page, before[nth]))).toBe(true)
})

test('so does each page of the report of the demo district', { timeout: SECONDS }, async (context) => {
  if (missing) return context.skip(missing)
  const report = demoReports().at(-1)
  if (!report) throw new Error('no report')
  const pages = await picturesOf(await renderSteeringCommitteeReport(report, 'de'))
  const before = await approved('demo-report', pages)
  expect(pages.length).toBe(before.length)
  expect(pages.flatMap((page, nth) => (isAlike(page, before[nth]) ? [] : [`page ${nth + 1}`]))).toEqual([])
})

test('a paragraph that moves by five points is seen', { timeout: SECONDS }, async (context) => {
  if (missing) return context.skip(missing)
  const [first] = await picturesOf(await aDocumentOfBlocks(5))
  const [before] = await approved('blocks', [])
  expect(first && before && differingDots(first, before)).toBeGreaterThan(10 * FEW_DOTS)
})
