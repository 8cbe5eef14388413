// A document for authorities: PDF/A-3a for the archive and PDF/UA-1 for everybody, the same bytes for the same data.

import PDFDocument from 'pdfkit'
import { palette } from '#app/charts/scene.ts'
import type { Locale } from '#app/domain/locale.ts'
import { fonts } from '#reports/fonts.ts'
import { universalAccess, xmpText } from '#reports/metadata.ts'
import {
  CONTENT_WIDTH,
  decoration,
  MARGIN,
  newPage,
  printable,
  SHEET,
  setType,
  TYPE,
  type Paper,
} from '#reports/page.ts'
import { TooSlow, turnedPage } from '#reports/progress.ts'

export type DocumentFacts = {
  title: string
  subject: string
  author: string
  locale: Locale
  /** Stands in the file as its date; the clock is never asked. */
  createdAt: Date
  /** The word that marks every page of invented data, and the sentence in its head; null for real data. */
  demo: { mark: string; sentence: string } | null
  /** Smaller streams; off only to compare files across releases of Node, whose zlib may differ. */
  compress?: boolean
}

const PRODUCT = 'Lernkreis'
const LANGUAGE: Record<Locale, string> = { de: 'de-DE', en: 'en-GB' }

let isArchiveOnly = false

/**
 * The same pages as PDF/A-1b, without attachments: the only standard that the foreign validator of the tests knows.
 * For one document at a time.
 */
export async function asArchiveOnly(render: () => Promise<Buffer>): Promise<Buffer> {
  isArchiveOnly = true
  try {
    return await render()
  } finally {
    isArchiveOnly = false
  }
}

/** An empty document on its first page. Whoever opens it closes it. */
export function openDocument(facts: DocumentFacts): Paper {
  const { title, subject, author } = facts
  // pdfkit would otherwise load a built-in font, which it must not embed.
  const pdf = new PDFDocument(Object.assign(optionsFor(facts), { font: null }))
  Object.assign(pdf.info, { Title: xmpText(title), Subject: xmpText(subject), Author: xmpText(author) })
  pdf.appendXML(universalAccess)
  // Without this the root of the bookmarks has no /Count. A new object: the default is shared by all documents.
  pdf.outline.options = { expanded: true }
  const { regular, bold } = fonts()
  pdf.registerFont('regular', regular).registerFont('bold', bold).font('regular')

  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const paper: Paper = { pdf, root, section: root, bookmarks: new Map(), type: TYPE.body }
  pdf.on('pageAdded', () => {
    turnedPage()
    markPage(paper, facts)
  })
  newPage(pdf)
  return paper
}

function optionsFor(facts: DocumentFacts): PDFKit.PDFDocumentOptions {
  return {
    size: 'A4',
    margins: MARGIN,
    pdfVersion: isArchiveOnly ? '1.4' : '1.7',
    // Not 'PDF/UA', which makes pdfkit write an incomplete CIDSet: its mark is added by hand.
    subset: isArchiveOnly ? 'PDF/A-1b' : 'PDF/A-3a',
    tagged: true,
    lang: LANGUAGE[facts.locale],
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    compress: facts.compress ?? true,
    info: {
      Title: facts.title,
      Subject: facts.subject,
      Author: facts.author,
      Creator: PRODUCT,
      CreationDate: facts.createdAt,
    },
  }
}

/** Invented data is marked on every page, behind the text and above it. */
function markPage(paper: Paper, { demo }: DocumentFacts): void {
  if (!demo) return
  const { pdf, type } = paper
  const watermark = { ...TYPE.title, size: 92, colour: 'pale' } as const
  decoration(
    paper,
    () => {
      setType(paper, watermark)
      const mark = printable(paper, demo.mark)
      const width = pdf.widthOfString(mark)
      const centre: [number, number] = [SHEET.width / 2, SHEET.height / 2]
      pdf.save().rotate(-52, { origin: centre })
      pdf.text(mark, centre[0] - width / 2, centre[1] - 46, { lineBreak: false }).restore()
      setType(paper, { ...TYPE.note, colour: 'target' })
      const sentence = printable(paper, demo.sentence)
      const left = SHEET.width - MARGIN.right - pdf.widthOfString(sentence)
      pdf.text(sentence, left, 28, { lineBreak: false })
    },
    'Pagination',
  )
  // The page may have turned in the middle of a text, which goes on as it was.
  setType(paper, type)
  pdf.x = MARGIN.left
  pdf.y = MARGIN.top
}

export type Attachment = { name: string; type: string; description: string; bytes: Buffer }

/** Puts a file into the document, so that whoever has the one has the other. */
export function attach({ pdf }: Paper, { bytes, ...file }: Attachment, changedAt: Date): void {
  if (isArchiveOnly) return
  pdf.file(bytes, { ...file, relationship: 'Data', creationDate: changedAt, modifiedDate: changedAt })
}

export type Footer = { left: string; page: (number: number, count: number) => string }

/** An element of the structure tree that hangs nowhere makes pdfkit wait for ever; that must not stop a server. */
const TIME_LIMIT_MS = 20_000

/** Numbers the pages and hands over the bytes. */
export function closeDocument(paper: Paper, footer: Footer, timeLimitMs = TIME_LIMIT_MS): Promise<Buffer> {
  const { pdf, root } = paper
  root.end()
  const { count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page)
    // The footer stands in the margin, where text() would otherwise turn the page.
    pdf.page.margins.bottom = 0
    decoration(paper, () => drawFooter(paper, footer.left, footer.page(page + 1, count)), 'Pagination')
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const tooLate = setTimeout(() => {
      reject(new TooSlow(`The PDF was not finished within ${timeLimitMs} ms`))
    }, timeLimitMs)
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('error', reject)
    pdf.on('end', () => {
      clearTimeout(tooLate)
      resolve(Buffer.concat(chunks))
    })
    pdf.end()
  })
}

function drawFooter(paper: Paper, left: string, right: string): void {
  const { pdf } = paper
  const y = SHEET.height - 40
  pdf.lineWidth(0.5).strokeColor(palette.grid)
  pdf
    .moveTo(MARGIN.left, y - 8)
    .lineTo(SHEET.width - MARGIN.right, y - 8)
    .stroke()
  setType(paper, TYPE.note)
  const end = printable(paper, right)
  const endWidth = pdf.widthOfString(end)
  const start = shortened(paper, printable(paper, left), CONTENT_WIDTH - endWidth - FOOTER_GAP)
  pdf.text(start, MARGIN.left, y, { lineBreak: false })
  pdf.text(end, SHEET.width - MARGIN.right - endWidth, y, { lineBreak: false })
}

const FOOTER_GAP = 16

/** A long title ends before the number of the page. */
function shortened({ pdf }: Paper, text: string, width: number): string {
  if (pdf.widthOfString(text) <= width) return text
  const signs = [...text]
  while (signs.length > 0 && pdf.widthOfString(`${signs.join('').trimEnd()}…`) > width) signs.pop()
  return `${signs.join('').trimEnd()}…`
}
