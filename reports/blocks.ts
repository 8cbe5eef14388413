// Headings, paragraphs, lists, call-outs and links: each knows its height, its tag and its distance to the next.

import { palette } from '#app/charts/scene.ts'
import {
  CONTENT_WIDTH,
  decoration,
  heightOf,
  MARGIN,
  needHeight,
  opened,
  setType,
  SHEET,
  tagged,
  TYPE,
  widthOf,
  write,
  type Paper,
  type Structure,
  type StyleName,
} from '#reports/page.ts'

const HEADINGS = {
  1: { style: TYPE.title, before: 0, after: 4 },
  2: { style: TYPE.section, before: 12, after: 5 },
  3: { style: TYPE.subsection, before: 7, after: 3 },
} as const

/** A heading with its bookmark; `keep` is the height below it that must be on the same page. */
export function heading(paper: Paper, level: 1 | 2 | 3, words: string, keep = 60): void {
  const { pdf } = paper
  const { style, before, after } = HEADINGS[level]
  needHeight(paper, before + heightOf(paper, words, style, CONTENT_WIDTH) + after + keep)
  if (pdf.y > MARGIN.top) pdf.y += before
  if (level < 3) paper.section = opened(paper, paper.root, 'Sect')

  const above = paper.bookmarks.get(level - 1) ?? pdf.outline
  const target = { top: pdf.y - 8, left: SHEET.width, fit: false, expanded: true }
  paper.bookmarks.set(level, above.addItem(words, target))
  tagged(paper.section, pdf, `H${level}`, () =>
    write(paper, words, style, { x: MARGIN.left, y: pdf.y, width: CONTENT_WIDTH }),
  )
  pdf.y += after
}

type ParagraphOptions = { style?: StyleName; after?: number }

export function paragraph(paper: Paper, words: string, options: ParagraphOptions = {}): void {
  const { pdf } = paper
  const style = TYPE[options.style ?? 'body']
  needHeight(paper, heightOf(paper, words, style, CONTENT_WIDTH))
  tagged(paper.section, pdf, 'P', () =>
    write(paper, words, style, { x: MARGIN.left, y: pdf.y, width: CONTENT_WIDTH }),
  )
  pdf.y += options.after ?? 6
}

const BULLET_INDENT = 13
const POINT = { x: MARGIN.left + BULLET_INDENT, width: CONTENT_WIDTH - BULLET_INDENT }

/** Points with a bullet each. */
export function list(paper: Paper, points: readonly string[], style: StyleName = 'body'): void {
  if (points.length === 0) return
  const { pdf } = paper
  const element = opened(paper, paper.section, 'L')
  element.dictionary.data.A = { O: 'List', ListNumbering: 'Disc' }
  for (const point of points) {
    const [first = '', ...rest] = inParts(point)
    needHeight(paper, heightOfPoint(paper, first, style))
    const item = opened(paper, element, 'LI')
    const y = pdf.y
    tagged(item, pdf, 'Lbl', () =>
      write(paper, '•', TYPE[style], { x: MARGIN.left + 2, y, width: BULLET_INDENT }),
    )
    tagged(item, pdf, 'LBody', () => write(paper, first, TYPE[style], { ...POINT, y }))
    for (const part of rest) {
      needHeight(paper, heightOfPoint(paper, part, style))
      tagged(item, pdf, 'LBody', () => write(paper, part, TYPE[style], { ...POINT, y: pdf.y }))
    }
    item.end()
    pdf.y += 3
  }
  element.end()
  pdf.y += 4
}

/** Of what is kept together of a point. */
export function heightOfPoint(paper: Paper, point: string, style: StyleName = 'body'): number {
  return heightOf(paper, inParts(point)[0] ?? '', TYPE[style], POINT.width)
}

const PART = 900
/** Signs behind it take two places in a string, and are not torn apart. */
const LAST_SHORT_SIGN = 0xffff

/** A paragraph is never torn apart by the end of a page: one of several thousand signs would find no page. */
export function inParts(words: string): string[] {
  if (words.length <= PART) return [words]
  const blank = words.lastIndexOf(' ', PART)
  const end = blank > 0 ? blank : (words.codePointAt(PART - 1) ?? 0) > LAST_SHORT_SIGN ? PART - 1 : PART
  return [words.slice(0, end), ...inParts(words.slice(end).trimStart())]
}

const PADDING = 10

/** A box of its own colour with a bar at its side, for what must not be overlooked. */
export function callout(paper: Paper, title: string, words: string): void {
  const { pdf } = paper
  const place = { x: MARGIN.left + PADDING + 4, width: CONTENT_WIDTH - 2 * PADDING - 4 }
  const titleHeight = heightOf(paper, title, TYPE.strong, place.width)
  const height = titleHeight + heightOf(paper, words, TYPE.body, place.width) + 2 * PADDING - 2
  needHeight(paper, height)
  const top = pdf.y
  decoration(paper, () => {
    pdf.rect(MARGIN.left, top, CONTENT_WIDTH, height).fill(palette.pale)
    pdf.rect(MARGIN.left, top, 4, height).fill(palette.target)
  })
  tagged(paper.section, pdf, 'P', () => write(paper, title, TYPE.strong, { ...place, y: top + PADDING }))
  tagged(paper.section, pdf, 'P', () => write(paper, words, TYPE.body, { ...place, y: pdf.y }))
  pdf.y = top + height + 10
}

export type Link = {
  /** What stands before the link in the same line. */
  before: string
  label: string
  /** An address on the web, or the name of a place in this document. */
  target: { url: string } | { place: string }
  /** What is read aloud about where the link leads. */
  contents: string
}

/** One line that ends with a link. */
export function linkLine(paper: Paper, { before, label, target, contents }: Link): void {
  const { pdf } = paper
  const style = TYPE.body
  const lineHeight = heightOf(paper, label, style, CONTENT_WIDTH)
  needHeight(paper, lineHeight)
  const [y, line] = [pdf.y, opened(paper, paper.section, 'P')]
  const left = MARGIN.left + (before ? widthOf(paper, `${before} `, style) : 0)
  if (before) line.add(() => write(paper, before, style, { x: MARGIN.left, y, width: CONTENT_WIDTH }))
  const width = Math.min(widthOf(paper, label, style), SHEET.width - MARGIN.right - left)

  const link = opened(paper, line, 'Link')
  link.add(() => drawLink(paper, label, left, y, width))
  annotate(pdf, link, { x: left, y, width, height: lineHeight }, target, contents)
  link.end()
  line.end()
  pdf.x = MARGIN.left
  pdf.y = y + lineHeight + 6
}

function drawLink(paper: Paper, label: string, x: number, y: number, width: number): void {
  const { pdf } = paper
  setType(paper, { ...TYPE.body, colour: 'accent' })
  // A hair wider than measured, or rounding shortens a label that has room.
  pdf.text(label, x, y, { lineBreak: false, width: width + 1, ellipsis: true, height: 14 })
  pdf.lineWidth(0.6).strokeColor(palette.accent)
  pdf
    .moveTo(x, y + 12.5)
    .lineTo(x + width, y + 12.5)
    .stroke()
}

function annotate(
  pdf: PDFKit.PDFDocument,
  structParent: Structure,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  target: Link['target'],
  contents: string,
): void {
  const options = { structParent, Contents: new String(contents) }
  if ('url' in target) pdf.link(x, y, width, height, target.url, options)
  else pdf.goTo(x, y, width, height, target.place, options)
}

/** Where links to `name` lead: what comes next. */
export function destination({ pdf }: Paper, name: string): void {
  pdf.addNamedDestination(name, 'XYZ', 0, Math.max(pdf.y - 8, 0), null)
}
