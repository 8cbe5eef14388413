import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { figureCsv, figureOds, figureXlsx } from '#reports/figure-list/files.ts'
import { dataPackage, openCsv } from '#reports/figure-list/open-data.ts'
import { figureRows } from '#reports/figure-list/rows.ts'
import { aPassport } from '#tests/passport.ts'
import { readCsv, readOds, readXlsx } from '#tests/reports/files-of-figures.ts'
import { aReport, aTarget, aTopic, anEmptyReport } from '#tests/reports/report-data.ts'

const named = ([head = [], ...rows]: string[][]) =>
  rows.map((row) => Object.fromEntries(head.map((name, place) => [name, row[place] ?? ''])))
const table = named(readCsv(figureCsv(aReport(), 'de'), ';'))
const find = (figure: string, quantity: string, part = '') =>
  table.find((row) => row['Kennzahl'] === figure && row['Größe'] === quantity && row['Teil']?.includes(part))

test('a German Excel opens the table as it is: byte order mark, semicolons, decimal commas, German days', () => {
  const csv = figureCsv(aReport(), 'de')
  expect(csv.startsWith('\ufeffArt der Daten;Kennzahl;')).toBe(true)
  expect(csv.endsWith('\r\n')).toBe(true)
  expect(find('I1', 'Wert')).toMatchObject({ Zähler: '4', Nenner: '6', Wert: '66,7', Bis: '30.06.2026' })
  expect(find('I2', 'Wert')).toMatchObject({
    ...{ Zähler: '110', Nenner: '154', Wert: '71,4', Eingeladen: '265' },
    ...{ Untergrenze: '63,8', Obergrenze: '78' },
  })
})

test('every row of invented data says that it is invented', () => {
  expect(table.every((row) => row['Art der Daten'] === 'Beispieldaten')).toBe(true)
})

test('the people stand beside the municipalities, and targets with their state and their resolution', () => {
  expect(find('I1', 'Bevölkerung')).toMatchObject({ Zähler: '61234', Nenner: '98765', Bis: '31.12.2024' })
  const targets = table.filter((row) => row['Größe'] === 'Ziel')
  expect(targets).toHaveLength(6)
  expect(targets[0]).toMatchObject({
    ...{ Teil: 'Pilotphase', Wert: '3', Einheit: 'Kommunen', Ziel: '3', Bewertung: 'erreicht' },
    ...{ 'Stand des Ziels': 'beschlossen', Beschluss: 'LA 1/2025' },
  })
  expect(targets[2]).toMatchObject({ Wert: '', Ziel: '', Bewertung: 'Ziel offen', Zeichen: '…' })
})

test('what is not told is a sign and never a zero', () => {
  expect(find('I2', 'Thema', 'Austausch')).toMatchObject({ Zähler: '6', Nenner: '8', Wert: '', Zeichen: '/' })
  expect(find('I2', 'Thema', 'Fragen')).toMatchObject({ Zähler: '', Nenner: '', Wert: '', Zeichen: '.' })
  const empty = figureRows(anEmptyReport())
  expect(empty.find(({ figure, quantity }) => figure === 'I2' && quantity === 'value')?.sign).toBe('…')
  expect(empty.some(({ sign, value }) => sign !== null && value !== null)).toBe(false)
})

const ofFew = (denominator: number) => {
  const quantity = { kind: 'measured', value: 0.75, numerator: 6, denominator, interval: null } as const
  const titles = { titleDe: 'Austausch', titleEn: null }
  const part = { key: 'exchange', ...titles, now: quantity, before: quantity, change: 'unknown' } as const
  const coverage = { covered: denominator, of: 9, leftOut: 0 }
  const figure = { key: 'topics', fromDate: '2025-07-01', untilDate: '2026-06-30', breaksOn: null }
  return aReport({
    passports: [aPassport({ key: 'topics', kind: 'share', unit: 'answers' })],
    accompanying: [{ ...figure, parts: [{ ...part, coverage }] }],
  })
}

test('of fewer than ten the list tells how many of how many, as the report does, and no share', () => {
  const rows = figureRows(ofFew(8)).filter(({ figure }) => figure === 'topics')
  expect(rows.map(({ quantity }) => quantity)).toEqual(['part', 'year-before', 'coverage'])
  expect(rows.slice(0, 2)).toEqual(
    [6, 6].map((numerator) => expect.objectContaining({ numerator, denominator: 8, value: null, sign: '/' })),
  )
  expect(rows[2]).toMatchObject({ numerator: 8, denominator: 9, value: null, sign: '/' })
  expect(figureRows(ofFew(10)).find(({ quantity }) => quantity === 'part')).toMatchObject({
    ...{ numerator: 6, denominator: 10, value: 75, sign: null },
  })
})

test('a target of satisfaction with fewer than ten answers has its counts, one of municipalities its share', () => {
  const measured = { kind: 'measured', numerator: 6, denominator: 8, interval: null } as const
  const came = (indicator: 'I1' | 'I2') => {
    const aim = { indicator, phase: 'firstYear', state: 'resolved', value: 70 } as const
    const targets = [aTarget({ ...aim, measured, measuredOn: '2026-06-30' })]
    return figureRows(aReport({ targets })).find(({ quantity }) => quantity === 'target')
  }
  expect(came('I2')).toMatchObject({ numerator: 6, denominator: 8, value: null, sign: '/', target: 70 })
  expect(came('I1')).toMatchObject({ numerator: 6, denominator: 8, value: 75, sign: null, target: 70 })
})

test('what a correction changed carries an r in every file, with or without a value, and the sheet says what it means', async () => {
  const revised = ['I1', 'municipality 14000030', 'target I1 pilot', 'topic support', 'history 2025-12-31']
  const report = aReport({ revised })
  const marked = (rows: string[][], column: string, mark: string) =>
    named(rows).flatMap((row) => (row[column] === mark ? [row] : []))
  const expected = ['Wert', 'Verlauf', 'Kommune nimmt teil', 'IT-Fachkräfte der Kommune', 'Thema', 'Ziel']
  const tables = [
    readCsv(figureCsv(report, 'de'), ';'),
    await readXlsx(figureXlsx(report, 'de')),
    readOds(figureOds(report, 'de')),
  ]
  for (const rows of tables)
    expect(marked(rows, 'Berichtigt', 'r').map((row) => row['Größe'])).toEqual(expected)
  expect(marked(tables[0]!, 'Berichtigt', 'r')[4]).toMatchObject({ Wert: '', Zeichen: '.' })
  expect(marked(readCsv(openCsv(report), ','), 'revised', 'true').map((row) => row.quantity)).toEqual([
    'value',
    'history',
    'municipality',
    'topic',
    'target',
  ])
  const explained = await readXlsx(figureXlsx(report, 'de'), 'Erläuterungen')
  expect(explained.find(([what]) => what === 'Zeichen r')?.[1]).toContain('berichtigt')
})

test('a district without municipalities divides by nothing', () => {
  const { participation } = aReport()
  const population = { ...participation.population, covered: 0, total: 0, share: null }
  const none = {
    ...participation,
    population,
    count: 0,
    denominator: 0,
    share: null,
    municipalities: [],
    history: [],
  }
  const rows = figureRows(aReport({ participation: none }))
  expect(rows.filter(({ sign }) => sign === 'x').map(({ quantity }) => quantity)).toContain('population')
  expect(figureCsv(aReport({ participation: none }), 'de')).not.toMatch(/NaN|Infinity/)
})

test('a value is rounded as the report prints it, and never across its target', () => {
  const measured = { kind: 'measured', numerator: 1499, denominator: 2500, interval: null } as const
  const target = aTarget({ indicator: 'I2', phase: 'pilot', state: 'resolved', value: 60, measured })
  const rows = figureRows(aReport({ targets: [{ ...target, measuredOn: '2026-06-30' }] }))
  expect(rows.find(({ quantity }) => quantity === 'target')).toMatchObject({ value: 59.9, target: 60 })
})

test('for programs there are points, commas, ISO days and keys, and nothing that a person wrote', () => {
  const spiteful = aReport({
    satisfaction: { ...aReport().satisfaction, topics: [aTopic('topic', '=SECRET()', [10, 10, 10, 10, 10])] },
    targets: [
      aTarget({ indicator: 'I1', phase: 'pilot', state: 'resolved', value: 3, resolution: '@SECRET' }),
    ],
  })
  const csv = openCsv(spiteful)
  expect(csv).not.toMatch(/SECRET|Ahausen|Zufriedenheit|Satisfaction|\ufeff/)
  const rows = named(readCsv(csv, ','))
  expect(rows.find((row) => row.figure === 'I2' && row.quantity === 'value')).toMatchObject({
    ...{ report: '3', cut_off: '2026-06-30', example: 'true', until: '2026-06-21' },
    ...{ numerator: '110', denominator: '154', value: '71.4', interval_low: '63.8', unit: 'percent' },
  })
  for (const cell of readCsv(csv, ',').flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
})

test('how many specialists one municipality has is no open data', () => {
  expect(figureCsv(aReport(), 'de')).toContain('IT-Fachkräfte der Kommune')
  expect(openCsv(aReport())).not.toContain('municipality-specialists')
})

test('the description names each column of the open file in its order, and holds for each of its cells', () => {
  const described = JSON.parse(dataPackage(aReport())) as {
    resources: [{ path: string; schema: { fields: { name: string; type: string; constraints?: Limits }[] } }]
  }
  const [{ path, schema }] = described.resources
  const [head, ...rows] = readCsv(openCsv(aReport()), ',')
  expect(path).toBe('indicators-open.csv')
  expect(schema.fields.map(({ name }) => name)).toEqual(head)
  for (const row of rows)
    for (const [place, { type, constraints }] of schema.fields.entries())
      expect(fits(row[place] ?? '', type, constraints)).toBe(true)
  expect(fits('', 'string', { required: true })).toBe(false)
  expect(fits('30.06.2026', 'date')).toBe(false)
})

type Limits = { required?: boolean; enum?: string[] }
const FORMS: Record<string, RegExp> = {
  integer: /^\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  boolean: /^(true|false)$/,
  string: /^/,
}

function fits(cell: string, type: string, { required = false, enum: words }: Limits = {}): boolean {
  if (cell === '') return !required
  return (FORMS[type]?.test(cell) ?? false) && (!words || words.includes(cell))
}

test('XLSX and ODS hold the same list, and a second sheet says what one needs to read it', async () => {
  const report = aReport()
  const [xlsx, ods] = [figureXlsx(report, 'de'), figureOds(report, 'de')]
  expect(await readXlsx(xlsx)).toEqual(readOds(ods))
  const explained = Object.fromEntries(
    (await readXlsx(xlsx, 'Erläuterungen')).map(([what, text]) => [what, text]),
  )
  expect(readOds(ods, 2)).toEqual(await readXlsx(xlsx, 'Erläuterungen'))
  expect(explained).toMatchObject({
    'Prüfsumme (SHA-256)': report.sha256,
    Stichtag: '30. Juni 2026',
    Beispieldaten: expect.stringContaining('erfunden') as string,
    'Zeichen .': expect.stringContaining('zu wenige') as string,
  })
  expect(Object.keys(explained).some((what) => what.startsWith('I2 Zufriedenheit'))).toBe(true)
})

test('the same report gives the same bytes in every format', () => {
  const hashes = (write: typeof figureXlsx) =>
    [1, 2].map(() => createHash('sha256').update(write(aReport(), 'de')).digest('hex'))
  for (const write of [figureXlsx, figureOds]) expect(new Set(hashes(write)).size).toBe(1)
})

test('English names the columns and keeps the figures as they are', () => {
  const english = named(readCsv(figureCsv(aReport(), 'en'), ';'))
  expect(english[0]).toMatchObject({ Figure: 'I1', Numerator: '4', Value: '66,7', Unit: 'Per cent' })
})
