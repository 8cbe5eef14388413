// Files of spreadsheets, read by programs that share nothing with those that wrote them.

import { DOMParser, type Element } from '@xmldom/xmldom'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'

/** Cells as text; a number as JavaScript writes it, a day as ISO 8601, an empty cell as ''. */
export type Table = string[][]

export async function readXlsx(bytes: Uint8Array, sheet: number | string = 1): Promise<Table> {
  const rows = await readSheet(Buffer.from(bytes), sheet, { trim: false })
  return rows.map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''))),
  )
}

const OPEN_DOCUMENT = 'urn:oasis:names:tc:opendocument:xmlns'
const TABLE = `${OPEN_DOCUMENT}:table:1.0`
const OFFICE = `${OPEN_DOCUMENT}:office:1.0`
const TEXT = `${OPEN_DOCUMENT}:text:1.0`

export function readOds(bytes: Uint8Array, sheet = 1): Table {
  const content = xmlIn(bytes, 'content.xml')
  const table = [...content.getElementsByTagNameNS(TABLE, 'table')][sheet - 1]
  const rows = table ? [...table.getElementsByTagNameNS(TABLE, 'table-row')] : []
  return rows.map((row) => [...row.getElementsByTagNameNS(TABLE, 'table-cell')].map(cellIn))
}

function cellIn(cell: Element): string {
  const type = cell.getAttributeNS(OFFICE, 'value-type')
  if (type === 'float') return String(Number(cell.getAttributeNS(OFFICE, 'value')))
  if (type === 'date') return cell.getAttributeNS(OFFICE, 'date-value') ?? ''
  return [...cell.getElementsByTagNameNS(TEXT, 'p')].map(textIn).join('\n')
}

/** Blanks in a row and tabulators are elements of their own. */
function textIn(paragraph: Element): string {
  return [...paragraph.childNodes]
    .map((node) => {
      if (node.nodeName === 'text:tab') return '\t'
      if (node.nodeName !== 'text:s') return node.textContent ?? ''
      return ' '.repeat(Number((node as Element).getAttributeNS(TEXT, 'c') ?? 1))
    })
    .join('')
}

export function readCsv(text: string, delimiter: ',' | ';'): Table {
  return parse(text, { bom: true, delimiter, relax_column_count: true }) as Table
}

/** By itself the parser breaks lines as XML 1.1 does, also at U+0085 and U+2028; our files are XML 1.0. */
const normalizeLineEndings = (text: string) => text.replace(/\r\n?/g, '\n')

/** A mere guess about the encoding: XML allows the character, and people paste it. */
const HAS_REPLACEMENT_CHARACTER = 'Unicode replacement character detected, source encoding issues?'

/** A part of a packed file as XML; what is no XML throws. */
export function xmlIn(bytes: Uint8Array, name: string) {
  const part = unzipSync(bytes)[name]
  if (!part) throw new Error(`no ${name} in the file`)
  const parser = new DOMParser({
    normalizeLineEndings,
    onError: (level, message) => {
      if (message !== HAS_REPLACEMENT_CHARACTER) throw new Error(`${name}: ${level}: ${message}`)
    },
  })
  return parser.parseFromString(strFromU8(part), 'text/xml')
}
