// The sheet of paper: its measures, its type, and how content gets a place and a tag on it.

import { palette, type Colour } from '#app/charts/scene.ts'

export type Structure = PDFKit.PDFStructureElement

/** An open document and where in it the next block belongs. */
export type Paper = {
  pdf: PDFKit.PDFDocument
  /** The element of the structure tree that takes the next block. */
  section: Structure
  root: Structure
  /** The last bookmark of each heading level. */
  bookmarks: Map<number, PDFKit.PDFOutline>
  /** In which type the next text is written. */
  type: TypeStyle
}

/** A4 in points. */
export const SHEET = { width: 595.28, height: 841.89 }
export const MARGIN = { top: 58, left: 56, right: 56, bottom: 60 }
export const CONTENT_WIDTH = SHEET.width - MARGIN.left - MARGIN.right
const CONTENT_END = SHEET.height - MARGIN.bottom

export type TypeStyle = { size: number; weight: 'regular' | 'bold'; colour: Colour; lineGap: number }

export const TYPE = {
  title: { size: 22, weight: 'bold', colour: 'accent', lineGap: 0 },
  section: { size: 15, weight: 'bold', colour: 'accent', lineGap: 0 },
  subsection: { size: 11.5, weight: 'bold', colour: 'ink', lineGap: 0 },
  lead: { size: 11, weight: 'regular', colour: 'ink', lineGap: 2.5 },
  body: { size: 10, weight: 'regular', colour: 'ink', lineGap: 2 },
  strong: { size: 10, weight: 'bold', colour: 'ink', lineGap: 2 },
  subtitle: { size: 11, weight: 'regular', colour: 'muted', lineGap: 1 },
  statement: { size: 15, weight: 'bold', colour: 'ink', lineGap: 4 },
  rating: { size: 11, weight: 'bold', colour: 'ink', lineGap: 3 },
  figure: { size: 26, weight: 'bold', colour: 'accent', lineGap: 0 },
  note: { size: 9, weight: 'regular', colour: 'muted', lineGap: 1.5 },
  caption: { size: 9, weight: 'bold', colour: 'ink', lineGap: 1 },
  cell: { size: 9, weight: 'regular', colour: 'ink', lineGap: 0.5 },
  headerCell: { size: 9, weight: 'bold', colour: 'ink', lineGap: 0.5 },
} as const satisfies Record<string, TypeStyle>

export type StyleName = keyof typeof TYPE

export function setType(paper: Paper, style: TypeStyle): void {
  paper.type = style
  paper.pdf.font(style.weight).fontSize(style.size).fillColor(palette[style.colour])
}

const MISSING = '□'
const INVISIBLE = /\p{Cc}|\p{Cf}/gu
/** "ﬁ" and its like are two letters for whoever searches or listens. */
const LIGATURE = /[\ufb00-\ufb4f]/g
/** A number and what belongs to it stay on one line: "31. Dezember", "Nr. 3", "60 %". */
const BOUND = /(?<=\d\.|\bNr\.|\bno\.) (?=[\p{L}\d])|(?<=\d) (?=%)/gu

/**
 * A text as it can be printed: on one line, without invisible signs, and with a box for each sign that the font does
 * not have (a missing glyph makes the file unfit for archives).
 */
export function printable({ pdf }: Paper, words: string): string {
  const plain = words
    .replace(LIGATURE, (sign) => sign.normalize('NFKD'))
    .normalize('NFC')
    .replace(/[\t\r\n]+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(BOUND, '\u00a0')
  const { font } = pdf._font
  return [...plain]
    .map((sign) => (font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? sign : MISSING))
    .join('')
}

export type Place = { x: number; y: number; width: number; align?: 'left' | 'right' | 'center' }

/** The space at the end parts words for those who copy or hear the text; it must be measured too. */
function printed(paper: Paper, words: string): string {
  return `${printable(paper, words)} `
}

export function heightOf(paper: Paper, words: string, style: TypeStyle, width: number): number {
  setType(paper, style)
  return paper.pdf.heightOfString(printed(paper, words), { width, lineGap: style.lineGap })
}

export function widthOf(paper: Paper, words: string, style: TypeStyle): number {
  setType(paper, style)
  return paper.pdf.widthOfString(printable(paper, words))
}

/** Writes into a box of that width, and leaves `pdf.y` below the last line. */
export function write(paper: Paper, words: string, style: TypeStyle, { x, y, width, align }: Place): void {
  setType(paper, style)
  paper.pdf.text(printed(paper, words), x, y, { width, align: align ?? 'left', lineGap: style.lineGap })
}

type StructureOptions = PDFKit.Mixins.StructureElementOptions

/** A piece of content under its tag in the structure tree, closed at once. */
export function tagged(parent: Structure, pdf: PDFKit.PDFDocument, tag: string, draw: () => void): void {
  const element = pdf.struct(tag, {}, [draw])
  parent.add(element)
  element.end()
}

/** An element that takes others; whoever opens it ends it. */
export function opened(
  { pdf }: Paper,
  parent: Structure,
  tag: string,
  options: StructureOptions = {},
): Structure {
  const element = pdf.struct(tag, options)
  parent.add(element)
  return element
}

/** What is drawn for the eye alone: rules, grounds, and everything that each page repeats. */
export function decoration({ pdf }: Paper, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  pdf.markContent('Artifact', { type })
  draw()
  pdf.endMarkedContent()
}

/** Turns the page unless that much height is left on it; what is higher than any page begins where it is. */
export function needHeight({ pdf }: Paper, height: number): void {
  if (height > CONTENT_END - MARGIN.top) return
  if (pdf.y + height > CONTENT_END && pdf.y > MARGIN.top) newPage(pdf)
}

export function newPage(pdf: PDFKit.PDFDocument): void {
  pdf.addPage()
  pdf.x = MARGIN.left
  pdf.y = MARGIN.top
}

/** The height that is left on this page. */
export function heightLeft({ pdf }: Paper): number {
  return CONTENT_END - pdf.y
}
