import { glyphsIn, operationsIn } from '#tests/reports/content-stream.ts'
import type { Dictionary, Pdf } from '#tests/reports/qpdf.ts'

/** What each page says, in the order in which it was drawn, with single spaces. */
export function textOfPages(pdf: Pdf): string[] {
  return pdf.pages.map((page) => textOfPage(pdf, page).replace(/\s+/g, ' ').trim())
}

function textOfPage(pdf: Pdf, page: Dictionary): string {
  const fonts = pdf.dictionary(pdf.dictionary(page['/Resources'])['/Font'])
  let signs = new Map<number, string>()
  let text = ''
  for (const { operator, operands } of operationsIn(pdf.bytes(page['/Contents']))) {
    if (operator === 'Tf') signs = signsOf(pdf, pdf.dictionary(fonts[operands[0] ?? '']))
    if (operator === 'TJ' || operator === 'Tj')
      text += glyphsIn(operands)
        .map((glyph) => signs.get(glyph) ?? '')
        .join('')
  }
  return text
}

const RANGE = /<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi

/** Which glyph stands for which sign, from the table that makes texts of a PDF searchable. */
function signsOf(pdf: Pdf, font: Dictionary): Map<number, string> {
  const table = pdf.bytes(font['/ToUnicode']).toString('latin1')
  const signs = new Map<number, string>()
  for (const [, first, , list] of table.matchAll(RANGE)) {
    const start = Number.parseInt(first ?? '0', 16)
    const entries = (list ?? '').match(/<[^>]*>/g) ?? []
    entries.forEach((entry, index) => signs.set(start + index, signsIn(entry)))
  }
  return signs
}

function signsIn(entry: string): string {
  const units = (entry.match(/[0-9a-f]{4}/gi) ?? []).map((digits) => Number.parseInt(digits, 16))
  return String.fromCharCode(...units)
}
