// Source Sans 3, embedded into every document: it has the signs of the reports (▲ ▼ ◆ ○ ● ☐ □), and the built-in
// fonts of PDF must not be used in documents for archives.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

const resolve = createRequire(import.meta.url).resolve
const FAMILY = '@expo-google-fonts/source-sans-3'
const REGULAR = '400Regular/SourceSans3_400Regular.ttf'
const BOLD = '700Bold/SourceSans3_700Bold.ttf'

/** Their name inside the files. */
export const FAMILY_NAME = 'Source Sans 3'

export function fontFiles(): string[] {
  return [REGULAR, BOLD].map((file) => resolve(`${FAMILY}/${file}`))
}

type Fonts = { regular: PDFKit.ParsedFont; bold: PDFKit.ParsedFont }

let loaded: Fonts | undefined

/** The two cuts in use. Reading them takes longer than writing a small document, so it is done once per process. */
export function fonts(): Fonts {
  loaded ??= {
    regular: parsed(REGULAR),
    bold: parsed(BOLD),
  }
  return loaded
}

function parsed(file: string): PDFKit.ParsedFont {
  const options: PDFKit.PDFDocumentOptions = { autoFirstPage: false }
  const reader = new PDFDocument(Object.assign(options, { font: null }))
  const { font } = reader.font(readFileSync(resolve(`${FAMILY}/${file}`)))._font
  // A glyph remembers the first sign it was asked for. Asked for all of them in order, it never depends on what
  // the process has printed before: the same data give the same bytes.
  const plain = font.characterSet.filter((codePoint) => !isPresentationForm(codePoint))
  for (const codePoint of plain.sort((one, other) => one - other)) font.glyphForCodePoint(codePoint)
  return font
}

/** Signs that are only another look of others: the glyph "ﬀ" must go on meaning two letters, or nobody finds them. */
function isPresentationForm(codePoint: number): boolean {
  return codePoint >= 0xfb00 && codePoint <= 0xfb4f
}
