// A table as files of spreadsheets hold it. What a cell is, its type says: a text is never read as anything else.

/** A calendar day; in a file it is a date, with which one can reckon. */
export type Day = { day: string }
export type Cell = string | number | Day

export type Sheet = {
  name: string
  /** The first row is the head. */
  rows: Iterable<readonly Cell[]>
  /** Of the columns, in letters; the others are as wide as the program likes. */
  widths?: readonly number[]
}

/** Days between the epoch of spreadsheets and a day, as both formats count them. */
export function serialOf({ day }: Day): number {
  const MILLISECONDS_PER_DAY = 86_400_000
  return (Date.parse(`${day}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / MILLISECONDS_PER_DAY
}

/** Nearly every text: nothing in it to take care of. */
const PLAIN = /^[ !#-%'-;=?-\uD7FF]*$/

/** Signs that XML 1.0 cannot hold at all are left out; ends of lines are all of one kind, as XML reads them anyway. */
export function inXml(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}

export function escaped(text: string): string {
  if (PLAIN.test(text)) return text
  return inXml(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

/** The most that both formats and all programs take as the name of a sheet. */
const LONGEST_NAME = 31

export function sheetName(name: string): string {
  const plain = name.replace(/[[\]:*?/\\']/g, ' ').trim()
  return [...plain].slice(0, LONGEST_NAME).join('').trim() || '1'
}

/** One moment for all files, or the same figures would give other bytes tomorrow. */
export const EPOCH = '1980-01-01T12:00:00'
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
