import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { indicatorTable } from '#reports/indicator-table.ts'
import { aReport, aTopic } from '#tests/reports/report-data.ts'

const table = indicatorTable(aReport(), 'de')
const rows = parse(table, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[]
const find = (quantity: string, indicator: string) =>
  rows.find((row) => row.Größe === quantity && row.Indikator === indicator)

test('a German Excel opens the table as it is: byte order mark, semicolons, decimal commas', () => {
  expect(table.startsWith('\ufeffArt der Daten;Indikator;')).toBe(true)
  expect(table.endsWith('\r\n')).toBe(true)
  expect(find('Wert', 'I1')).toMatchObject({
    Zähler: '4',
    Nenner: '6',
    Prozent: '66,6667',
    Stichtag: '2026-06-30',
  })
  expect(find('Wert', 'I2')).toMatchObject({
    Zähler: '110',
    Nenner: '154',
    Prozent: '71,4286',
    Eingeladen: '265',
  })
})

test('the people stand beside the municipalities, and targets with their state', () => {
  expect(find('Bevölkerung', 'I1')).toMatchObject({
    Zähler: '61234',
    Nenner: '98765',
    Stichtag: '2024-12-31',
  })
  const targets = rows.filter((row) => row.Größe === 'Ziel')
  expect(targets).toHaveLength(6)
  expect(targets[0]).toMatchObject({ Zähler: '3', Hinweis: 'beschlossen, LA 1/2025, erreicht' })
  expect(targets[2]).toMatchObject({ Zähler: '', Prozent: '', Hinweis: 'offen, Ziel offen' })
})

test('what may not be shown is a word, and of few answers no share is worked out', () => {
  const topics = rows.filter((row) => row.Größe === 'Thema')
  expect(topics[2]).toMatchObject({ Zähler: '6', Nenner: '8', Prozent: '' })
  expect(topics[3]).toMatchObject({ Zähler: '', Nenner: '', Prozent: '', Hinweis: 'zu wenige Antworten' })
})

test('every row of invented data says that it is invented', () => {
  expect(rows.every((row) => row['Art der Daten'] === 'Beispieldaten')).toBe(true)
})

test.each(['=HYPERLINK("https://example.org")', '+49 3521', '-1+1', '@SUM(A1)', '\t=1'])(
  'a title such as %j is never a formula for a spreadsheet',
  (title) => {
    const { satisfaction } = aReport()
    const topics = [aTopic('topic', title, [10, 10, 10, 10, 10])]
    const spiteful = indicatorTable(aReport({ satisfaction: { ...satisfaction, topics } }), 'de')
    const cells = (parse(spiteful, { bom: true, delimiter: ';' }) as string[][]).flat()
    expect(cells).toContain(`'${title}`)
    expect(cells.filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([])
  },
)

test('English names the columns and keeps the numbers as they are', () => {
  const [head, first] = indicatorTable(aReport(), 'en').split('\r\n')
  expect(head).toContain('Numerator;Denominator;Per cent')
  expect(first).toContain(';4;6;66,6667;')
})
