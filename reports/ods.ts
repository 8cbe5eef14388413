// A spreadsheet in the format of LibreOffice (OpenDocument 1.3), as small as it may be: one sheet of texts and numbers.
// Texts are texts by their type, so none of them is ever taken for a formula.

import { strToU8, zipSync } from 'fflate'

export type Cell = string | number

const MIME = 'application/vnd.oasis.opendocument.spreadsheet'
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'urn:oasis:names:tc:opendocument:xmlns'

/** The first row is the head. The same table gives the same bytes. */
export function ods(name: string, rows: readonly (readonly Cell[])[]): Uint8Array {
  const stored = (text: string) => [strToU8(text), { mtime: EPOCH, level: 0 as const }] as const
  const packed = (text: string) => [strToU8(HEAD + text), { mtime: EPOCH }] as const
  // The type stands first and unpacked, so that programs know the file by its first bytes.
  return zipSync({
    mimetype: [...stored(MIME)],
    'META-INF/manifest.xml': [...packed(MANIFEST)],
    'content.xml': [...packed(content(name, rows))],
  })
}

const EPOCH = '1980-01-01T12:00:00'

const MANIFEST =
  `<manifest:manifest xmlns:manifest="${NAMESPACE}:manifest:1.0" manifest:version="1.3">` +
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME}"/>` +
  '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>' +
  '</manifest:manifest>'

function content(name: string, rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')
  const columns = Math.max(1, ...rows.map((row) => row.length))
  return (
    `<office:document-content xmlns:office="${NAMESPACE}:office:1.0" xmlns:table="${NAMESPACE}:table:1.0" ` +
    `xmlns:text="${NAMESPACE}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>` +
    `<table:table table:name="${escaped(name)}"><table:table-column table:number-columns-repeated="${columns}"/>` +
    `${lines}</table:table></office:spreadsheet></office:body></office:document-content>`
  )
}

function cell(value: Cell): string {
  if (value === '') return '<table:table-cell/>'
  const type =
    typeof value === 'number'
      ? `office:value-type="float" office:value="${value}"`
      : 'office:value-type="string"'
  const lines = String(value).split('\n')
  return `<table:table-cell ${type}>${lines.map((line) => `<text:p>${escaped(line)}</text:p>`).join('')}</table:table-cell>`
}

/** Signs that XML 1.0 cannot hold at all are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
