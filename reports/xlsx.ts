// A spreadsheet in the format of Excel (Office Open XML), as small as it may be. The libraries that are looked after
// keep every cell as an object and the whole sheet as text; this writes row by row, in little memory and with the same
// bytes for the same sheets.

import { strToU8, Zip, ZipDeflate } from 'fflate'
import { EPOCH, escaped, serialOf, sheetName, XML_HEAD, type Cell, type Sheet } from '#reports/sheet.ts'

/** The file in parts, in their order. */
export function* xlsx(sheets: readonly Sheet[]): Generator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, part) => {
    if (error) throw error
    ready.push(part)
  })
  for (const [name, texts] of files(sheets)) {
    const entry = new ZipDeflate(name, { level: LEVEL })
    entry.mtime = EPOCH
    zip.add(entry)
    for (const text of texts) {
      entry.push(strToU8(text))
      yield* ready.splice(0)
    }
    entry.push(new Uint8Array(), true)
  }
  zip.end()
  yield* ready
}

/** The level from which a sheet gets hardly any smaller, at a third of the time. */
const LEVEL = 3
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function* files(sheets: readonly Sheet[]): Generator<[string, Iterable<string>]> {
  const numbers = sheets.map((_, place) => place + 1)
  const overrides = [
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
    ...numbers.map(
      (nth) => `<Override PartName="/xl/worksheets/sheet${nth}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
    ),
  ]
  yield [
    '[Content_Types].xml',
    whole(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
        `ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`,
    ),
  ]
  yield ['_rels/.rels', whole(relations([['officeDocument', 'xl/workbook.xml']]))]
  const parts = numbers.map((nth) => ['worksheet', `worksheets/sheet${nth}.xml`] as const)
  yield ['xl/_rels/workbook.xml.rels', whole(relations([...parts, ['styles', 'styles.xml']]))]
  const named = sheets.map(
    ({ name }, place) =>
      `<sheet name="${escaped(sheetName(name))}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  )
  yield [
    'xl/workbook.xml',
    whole(`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${named.join('')}</sheets></workbook>`),
  ]
  yield ['xl/styles.xml', whole(STYLES)]
  for (const [place, sheet] of sheets.entries()) yield [`xl/worksheets/sheet${place + 1}.xml`, lines(sheet)]
}

function whole(xml: string): string[] {
  return [XML_HEAD + xml]
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const list = targets.map(
    ([type, target], place) =>
      `<Relationship Id="rId${place + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`
}

/** Plain, bold for the head, a day, and texts of several lines. */
const STYLE = { head: 1, day: 2, text: 3 } as const
const STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">' +
  '<alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>'

/** Rows that are packed together: fewer, larger pieces are quicker. */
const ROWS_AT_ONCE = 500

function* lines({ rows, widths = [] }: Sheet): Generator<string> {
  const columns = widths.map(
    (width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  )
  let text =
    `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`
  let nth = 0
  for (const row of rows) {
    nth += 1
    text += `<row r="${nth}">`
    for (const [place, value] of row.entries()) text += cell(value, `${letters(place)}${nth}`, nth === 1)
    text += '</row>'
    if (nth % ROWS_AT_ONCE !== 0) continue
    yield text
    text = ''
  }
  yield `${text}</sheetData></worksheet>`
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** "A" to "Z", then "AA". */
function letters(place: number): string {
  const last = ALPHABET.charAt(place % ALPHABET.length)
  return place < ALPHABET.length ? last : letters(Math.floor(place / ALPHABET.length) - 1) + last
}

function cell(value: Cell, at: string, isHead: boolean): string {
  if (value === '' || (typeof value === 'number' && !Number.isFinite(value))) return ''
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  if (typeof value === 'object') return `<c r="${at}" s="${STYLE.day}"><v>${serialOf(value)}</v></c>`
  const style = isHead ? ` s="${STYLE.head}"` : value.includes('\n') ? ` s="${STYLE.text}"` : ''
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${written(value)}</t></is></c>`
}

/** What Excel takes in one cell; a file with more is called damaged. */
const MOST_SIGNS = 32_767

/** "_x000D_" would be read as a sign by its number. */
function written(text: string): string {
  const most = text.length > MOST_SIGNS ? `${text.slice(0, MOST_SIGNS - 1)}…` : text
  return escaped(most.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_'))
}
