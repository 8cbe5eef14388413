import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { excelCsv } from '#reports/csv.ts'
import { ods } from '#reports/ods.ts'
import type { Cell } from '#reports/sheet.ts'
import { xlsx } from '#reports/xlsx.ts'
import { readCsv, readOds, readXlsx, xmlIn } from '#tests/reports/files-of-figures.ts'

const xlsxOf = (rows: Cell[][], name = 'Tabelle') => Buffer.concat([...xlsx([{ name, rows }])])
const odsOf = (rows: Cell[][], name = 'Tabelle') => ods([{ name, rows }])

/** Each would be a formula in some program, alone or behind blanks and signs that it drops. */
const SPITEFUL = [
  ...['=', '+', '-', '@', '＝', '＋', '－', '＠'].map((sign) => `${sign}HYPERLINK("https://example.org")`),
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\u0000=1+1',
  '   =1+1',
  '\u00a0=1+1',
  '\ufeff=1+1',
  '\u200b=1+1',
  ' ＝1+1',
  '=cmd|" /C calc"!A0',
]

test.each(SPITEFUL)('%j is a text in every file, and for no program a formula', async (text) => {
  const rows: Cell[][] = [['Kopf'], [text]]

  const cell = readCsv(excelCsv(rows), ';')[1]?.[0] ?? ''
  expect(cell).toBe(`'${text.replaceAll('\u0000', '')}`)

  const sheet = strFromU8(unzipSync(xlsxOf(rows))['xl/worksheets/sheet1.xml']!)
  expect(sheet).not.toMatch(/<f[ >]/)
  expect([...sheet.matchAll(/<c [^>]*>/g)].every(([cellTag]) => cellTag.includes('t="inlineStr"'))).toBe(true)
  const content = strFromU8(unzipSync(odsOf(rows))['content.xml']!)
  expect(content).not.toContain('table:formula')
  expect([...content.matchAll(/office:value-type="(\w+)"/g)].map(([, type]) => type)).toEqual([
    'string',
    'string',
  ])
})

test('without the guard a CSV would hold a formula: what is tested above can fail', () => {
  const guarded = readCsv(excelCsv([['=1+1']]), ';')[0]?.[0] ?? ''
  expect(guarded.startsWith('=')).toBe(false)
  expect(guarded.replace(/^'/, '').startsWith('=')).toBe(true)
})

test('a negative number stays a number, and a dash in a text stays one', () => {
  expect(excelCsv([[-1.5, 'Markt – Rathaus', '–']])).toBe('\ufeff-1,5;Markt – Rathaus;–\r\n')
})

test('numbers, days, texts of several lines and blanks come back from every file as they went in', async () => {
  const rows: Cell[][] = [
    ['Kopf', 'Wert', 'Tag', 'Text'],
    ['a', 71.4, { day: '2026-06-30' }, 'zwei\nZeilen'],
    ['', 0, { day: '1999-12-31' }, '  zwei  Blanks '],
    ['&<>"\'', -0.5, { day: '2024-02-29' }, 'ẞ😀'],
  ]
  const expected = rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.day : String(cell))))
  expect(await readXlsx(xlsxOf(rows))).toEqual(expected)
  expect(readOds(odsOf(rows))).toEqual(expected)
})

test('rare characters that XML allows come back as they are, breaks of other worlds too', async () => {
  const rows: Cell[][] = [['Kopf', 'vor\u0085nach', 'vor\u2028nach', 'vor\u2029nach', 'M\ufffdller']]
  expect(readOds(odsOf(rows))).toEqual(rows)
  expect(await readXlsx(xlsxOf(rows))).toEqual(rows)
  expect(readCsv(excelCsv(rows), ';')).toEqual(rows)
})

test('what is no XML is refused by the reader of these tests: what they say of whole files can fail', () => {
  const packed = (text: string) => zipSync({ 'content.xml': strToU8(text) })
  expect(() => xmlIn(packed('<a>\ufffd</b>'), 'content.xml')).toThrow('content.xml')
  expect(() => xmlIn(packed('<a b=c>\ufffd</a>'), 'content.xml')).toThrow('content.xml: warning')
})

test('what no file can hold is left out: no file is ever damaged', async () => {
  const rows: Cell[][] = [['Kopf'], ['a\u0000b\u000Bc\ud800d\uffff'], [Number.NaN], [Infinity], ['_x000D_']]
  for (const bytes of [xlsxOf(rows, 'a/b:c[d]*?'), odsOf(rows, "'a'")]) {
    for (const name of Object.keys(unzipSync(bytes)).filter((one) => one.endsWith('.xml'))) xmlIn(bytes, name)
  }
  expect(readOds(odsOf(rows))[1]).toEqual(['abcd'])
  expect(strFromU8(unzipSync(xlsxOf(rows))['xl/worksheets/sheet1.xml']!)).toContain('_x005F_x000D_')
})

test('a text is never longer than Excel takes in a cell', async () => {
  const [[cell = ''] = []] = await readXlsx(xlsxOf([['ä'.repeat(40_000)]]))
  expect(cell).toHaveLength(32_767)
  expect(cell.endsWith('…')).toBe(true)
})

test('the same sheets give the same bytes', () => {
  const rows: Cell[][] = [['a', 1, { day: '2026-06-30' }]]
  expect(xlsxOf(rows)).toEqual(xlsxOf(rows))
  expect(odsOf(rows)).toEqual(odsOf(rows))
})

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

test('whatever a person types comes back from CSV, XLSX and ODS', async () => {
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(texts, async (row) => {
      const rows = [
        ['Kopf', ...row],
        ['Ende', ...row],
      ]
      const kept = (text: string) => text.replace(/\r\n?/g, '\n').replace(CONTROL, '')
      expect(readOds(odsOf(rows))[1]).toEqual(['Ende', ...row.map(kept)])
      const read = (await readXlsx(xlsxOf(rows)))[1] ?? []
      expect(row.map((_, place) => read[place + 1] ?? '')).toEqual(row.map(kept))
      const csv = readCsv(excelCsv(rows), ';')[1] ?? []
      expect(csv.slice(1).map((text) => text.replace(/^'/, ''))).toEqual(
        row.map((text) => text.replaceAll('\u0000', '').replace(/^'/, '')),
      )
    }),
    { numRuns: 60 },
  )
})
