import { attach, closeDocument, openDocument } from '#reports/document.ts'
import { heading, linkLine, paragraph } from '#reports/blocks.ts'
import { figure } from '#reports/figure.ts'
import { MARGIN, opened, type Paper } from '#reports/page.ts'
import { table } from '#reports/table.ts'
import { rectangle } from '#app/charts/scene.ts'

const DAY = new Date('2026-06-30T00:00:00Z')

/** A small document with a bit of everything, spoilt by `flaw` before it is closed. */
export function aDocument(flaw: (paper: Paper) => void = () => undefined): Promise<Buffer> {
  const paper = openDocument({
    title: 'Lernen & Prüfen <2026>',
    subject: 'Prüfung',
    author: 'Landkreis',
    locale: 'de',
    createdAt: DAY,
    demo: null,
  })
  heading(paper, 1, 'Bericht', 0)
  flaw(paper)
  paragraph(paper, 'Ein Absatz mit einem Zeichen, das der Schrift fehlt: 🦔')
  linkLine(paper, {
    before: 'Siehe',
    label: 'Netz',
    target: { url: 'https://example.org/?a=1&b=2' },
    contents: 'Externe Seite',
  })
  const scene = {
    width: 20,
    height: 20,
    items: [rectangle({ x: 0, y: 0, width: 20, height: 20 }, { fill: 'ink' })],
  }
  figure(paper, { scene, alternative: 'Ein Quadrat', caption: 'Abbildung' })
  table(paper, { caption: 'Tabelle', columns: [{ title: 'Ort', width: 1 }], rows: [['Riesa']] })
  attach(paper, { name: 'daten.csv', type: 'text/csv', description: 'Daten', bytes: Buffer.from('a;b') }, DAY)
  return closeDocument(paper, { left: 'Fuß', page: (page, count) => `${page}/${count}` })
}

/** What only a spoilt document needs from the inside of pdfkit. */
type Inside = {
  _root: { data: Record<string, any> }
  metadata: { _metadata: string }
  info: Record<string, unknown>
  _addColorOutputIntent: () => void
}
const inside = ({ pdf }: Paper) => pdf as unknown as Inside

function element(paper: Paper, tag: string, draw: () => void): void {
  const made = opened(paper, paper.section, tag)
  made.add(draw)
  made.end()
}

const rawText = (paper: Paper, words: string) => paper.pdf.text(words, MARGIN.left, 300, { lineBreak: false })

/** Each leaves out one thing; the sentence is a part of what the checker must say. */
export const FLAWS: [problem: string, flaw: (paper: Paper) => void][] = [
  ['not marked as tagged', (paper) => (inside(paper)._root.data.MarkInfo.data.Marked = false)],
  ['names no language', (paper) => delete inside(paper)._root.data.Lang],
  ['name of the file', (paper) => (inside(paper)._root.data.ViewerPreferences.data.DisplayDocTitle = false)],
  ['which colours', (paper) => (inside(paper)._addColorOutputIntent = () => undefined)],
  ['bookmarks are not counted', ({ pdf }) => (pdf.outline.options = { expanded: false })],
  [
    'does not claim PDF/UA-1',
    (paper) => {
      const { metadata } = inside(paper)
      metadata._metadata = metadata._metadata.replace('<pdfuaid:part>1</pdfuaid:part>', '')
    },
  ],
  ['not well-formed XML', (paper) => (inside(paper).info.Title = 'Lernen & Prüfen')],
  ['not well-formed XML', (paper) => (inside(paper).info.Title = 'Lernen \u0007')],
  [
    'font /Helvetica is not embedded',
    (paper) => element(paper, 'P', () => (paper.pdf.font('Helvetica'), rawText(paper, 'Text'))),
  ],
  [
    'figure has no alternative text',
    (paper) => element(paper, 'Figure', () => paper.pdf.rect(9, 9, 9, 9).fill('#000')),
  ],
  ['header cell has no scope', (paper) => element(paper, 'TH', () => rawText(paper, 'Kopf'))],
  ['cell of a table stands outside', (paper) => element(paper, 'TD', () => rawText(paper, 'Zelle'))],
  ['row of a table stands outside', (paper) => element(paper, 'TR', () => rawText(paper, 'Zeile'))],
  ['jumps from level 1 to level 3', (paper) => heading(paper, 3, 'Zu tief', 0)],
  ['outside of the structure (f)', ({ pdf }) => pdf.rect(9, 9, 9, 9).fill('#000')],
  ['outside of the structure (TJ)', (paper) => rawText(paper, 'Text')],
  ['signs that the font does not have', (paper) => element(paper, 'P', () => rawText(paper, '🦔'))],
  [
    'does not say where it leads',
    (paper) => {
      const link = opened(paper, paper.section, 'Link')
      link.add(() => rawText(paper, 'Netz'))
      paper.pdf.link(9, 9, 9, 9, 'https://example.org', { structParent: link, Contents: new String('') })
      link.end()
    },
  ],
  ['link stands outside of the structure', ({ pdf }) => pdf.link(9, 9, 9, 9, 'https://example.org')],
  [
    'roh.csv has no MIME type',
    ({ pdf }) => pdf.file(Buffer.from('a'), { name: 'roh.csv', modifiedDate: DAY }),
  ],
  ['roh.csv has no date', ({ pdf }) => pdf.file(Buffer.from('a'), { name: 'roh.csv', type: 'text/csv' })],
  [
    'roh.csv does not say what it is',
    ({ pdf }) => pdf.file(Buffer.from('a'), { name: 'roh.csv', type: 'text/csv' }),
  ],
]
