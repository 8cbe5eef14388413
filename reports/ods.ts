// A spreadsheet in the format of LibreOffice (OpenDocument 1.3), as small as it may be: sheets of texts, numbers and
// days. Texts are texts by their type, so none of them is ever taken for a formula. No library that is looked after
// writes OpenDocument.

import { strToU8, zipSync } from 'fflate'
import { EPOCH, escaped, sheetName, XML_HEAD, type Cell, type Sheet } from '#reports/sheet.ts'

const MIME = 'application/vnd.oasis.opendocument.spreadsheet'
const NAMESPACE = 'urn:oasis:names:tc:opendocument:xmlns'

/** The same sheets give the same bytes. */
export function ods(sheets: readonly Sheet[]): Uint8Array {
  const stored = (text: string) => [strToU8(text), { mtime: EPOCH, level: 0 as const }] as const
  const packed = (text: string) => [strToU8(XML_HEAD + text), { mtime: EPOCH }] as const
  // The type stands first and unpacked, so that programs know the file by its first bytes.
  return zipSync({
    mimetype: [...stored(MIME)],
    'META-INF/manifest.xml': [...packed(MANIFEST)],
    'content.xml': [...packed(content(sheets))],
  })
}

const MANIFEST =
  `<manifest:manifest xmlns:manifest="${NAMESPACE}:manifest:1.0" manifest:version="1.3">` +
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME}"/>` +
  '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>' +
  '</manifest:manifest>'

function content(sheets: readonly Sheet[]): string {
  const widths = [...new Set(sheets.flatMap((sheet) => sheet.widths ?? []))]
  return (
    `<office:document-content xmlns:office="${NAMESPACE}:office:1.0" xmlns:table="${NAMESPACE}:table:1.0" ` +
    `xmlns:text="${NAMESPACE}:text:1.0" xmlns:style="${NAMESPACE}:style:1.0" ` +
    `xmlns:number="${NAMESPACE}:datastyle:1.0" xmlns:fo="${NAMESPACE}:xsl-fo-compatible:1.0" office:version="1.3">` +
    `<office:automatic-styles>${styles(widths)}</office:automatic-styles>` +
    `<office:body><office:spreadsheet>${sheets.map(table).join('')}</office:spreadsheet></office:body>` +
    '</office:document-content>'
  )
}

const CENTIMETRES_PER_LETTER = 0.2

function styles(widths: readonly number[]): string {
  const columns = widths.map(
    (width) =>
      `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties ` +
      `style:column-width="${(width * CENTIMETRES_PER_LETTER).toFixed(2)}cm"/></style:style>`,
  )
  return (
    '<number:date-style style:name="iso"><number:year number:style="long"/><number:text>-</number:text>' +
    '<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>' +
    '<style:style style:name="day" style:family="table-cell" style:data-style-name="iso"/>' +
    '<style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>' +
    columns.join('')
  )
}

function table({ name, rows, widths = [] }: Sheet): string {
  const lines: string[] = []
  let most = 1
  for (const row of rows) {
    most = Math.max(most, row.length)
    const style = lines.length === 0 ? ' table:style-name="head"' : ''
    lines.push(`<table:table-row>${row.map((value) => cell(value, style)).join('')}</table:table-row>`)
  }
  const columns = widths.map((width) => `<table:table-column table:style-name="w${width}"/>`)
  const others = Math.max(0, most - widths.length)
  if (others > 0) columns.push(`<table:table-column table:number-columns-repeated="${others}"/>`)
  const head = lines.shift() ?? '<table:table-row><table:table-cell/></table:table-row>'
  return (
    `<table:table table:name="${escaped(sheetName(name))}">${columns.join('')}` +
    `<table:table-header-rows>${head}</table:table-header-rows>${lines.join('')}</table:table>`
  )
}

function cell(value: Cell, style: string): string {
  if (value === '' || (typeof value === 'number' && !Number.isFinite(value))) return '<table:table-cell/>'
  if (typeof value === 'number')
    return `<table:table-cell office:value-type="float" office:value="${value}"${style}><text:p>${value}</text:p></table:table-cell>`
  if (typeof value === 'object')
    return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${value.day}"><text:p>${value.day}</text:p></table:table-cell>`
  const lines = escaped(value).split('\n')
  const paragraphs = lines.map((line) => `<text:p>${spaced(line)}</text:p>`).join('')
  return `<table:table-cell office:value-type="string"${style}>${paragraphs}</table:table-cell>`
}

/** Blanks in a row, and at an end, are dropped by the format where they are not named. */
function spaced(line: string): string {
  return line
    .replace(/^ +| +$| {2,}/g, (blanks) => `<text:s text:c="${blanks.length}"/>`)
    .replace(/\t/g, '<text:tab/>')
}
