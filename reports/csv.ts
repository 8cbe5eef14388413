// Tables as CSV for spreadsheets in Germany: UTF-8 with byte order mark, semicolons, decimal commas, days as they are
// written there, and no cell that would be taken for a formula. For programs there is `open-data.ts`.

import { stringify } from 'csv-stringify/sync'
import { formatNumericDay } from '#app/i18n/format.ts'
import type { Cell } from '#reports/sheet.ts'

export function excelCsv(rows: Iterable<readonly Cell[]>): string {
  return stringify(
    [...rows].map((row) => row.map(written)),
    { bom: true, delimiter: ';', record_delimiter: 'windows' },
  )
}

function written(cell: Cell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', ',') : ''
  return typeof cell === 'string' ? guarded(cell) : formatNumericDay(cell.day, 'de')
}

/**
 * Programs begin a formula with these, with their full-width twins, and some of them after blanks or after signs that
 * they drop. An apostrophe in front makes a text of it.
 */
// eslint-disable-next-line no-control-regex
const FORMULA = /^(?:[\s\u0000-\u001f\u007f\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r\n\u0000])/

function guarded(text: string): string {
  const whole = text.replaceAll('\u0000', '')
  return FORMULA.test(text) ? `'${whole}` : whole
}
