import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { renderPassportBook } from '#reports/passport-book.ts'
import { aPassport } from '#tests/passport.ts'
import { problemsIn } from '#tests/reports/pdf-checker.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'
import { aReport } from '#tests/reports/report-data.ts'

const missing = qpdfIsMissing()

const SQL = 'CREATE FUNCTION indicator_no_show\n  select count(*)'
const sqlSha256 = createHash('sha256').update(SQL).digest('hex')
const report = aReport({
  passports: [
    aPassport({
      key: 'I1',
      titleDe: 'Anzahl der teilnehmenden Kommunen',
      paperDe: 'Mind. XX Kommunen',
      sqlObject: null,
    }),
    aPassport({
      sqlSha256,
      minimum: 20,
      coverageDe: 'Termine mit Liste',
      limitsDe: 'Gründe werden nicht erhoben.',
    }),
  ],
})
const texts = new Map([['indicator_no_show', SQL]])

async function read(file: Buffer): Promise<{ text: string; problems: string[] }> {
  const pdf = await readPdf(file)
  return {
    text: textOfPages(pdf)
      .join('\n')
      .replace(/[\u00a0\u202f]/g, ' '),
    problems: problemsIn(pdf),
  }
}

test('the book tells all of each figure, and how the database counts it', async (context) => {
  if (missing) return context.skip(missing)
  const { text, problems } = await read(await renderPassportBook(report, texts, 'de'))
  expect(problems).toEqual([])
  for (const said of [
    'Mind. XX Kommunen',
    'Unter 20 gibt es keinen Wert',
    'select count(*)',
    'Termine mit Liste',
  ])
    expect(text).toContain(said)
  expect(text).not.toContain('Seit dem Bericht wurde diese Zählung geändert')
})

test('a count that was changed since the report is named as such', async (context) => {
  if (missing) return context.skip(missing)
  const changed = new Map([['indicator_no_show', `${SQL} + 1`]])
  const { text } = await read(await renderPassportBook(report, changed, 'de'))
  expect(text.replaceAll('\n', ' ')).toContain('Seit dem Bericht wurde diese Zählung geändert')
})

test('a passport with several versions tells what changed with each, why and on whose word', async (context) => {
  if (missing) return context.skip(missing)
  const steps = [
    { version: 1, validFrom: '2025-01-01', changed: [], reason: null, resolution: null },
    {
      version: 2,
      validFrom: '2026-03-01',
      changed: ['definition' as const, 'limits' as const],
      reason: 'Gäste 😀 zählen nicht mehr',
      resolution: 'LA 2026/05',
    },
  ].map((step) => ({ key: 'no-show', ...step }))
  const { text, problems } = await read(
    await renderPassportBook({ ...report, passportHistory: steps }, texts, 'de'),
  )
  expect(problems).toEqual([])
  expect(text.replace(/\s+/g, ' ')).toContain(
    'Fassung 2, gültig ab 1. März 2026. Geändert: Definition und Grenzen. Grund: Gäste □ zählen nicht mehr. ' +
      'Beschluss: LA 2026/05.',
  )
  expect(text).toContain('Fassung 1, gültig ab 1. Januar 2025.')
})

test('how often indicator 2 is measured is what the committee has resolved', async (context) => {
  if (missing) return context.skip(missing)
  const passports = [aPassport({ key: 'I2', frequencyMonths: null })]
  const resolved = {
    state: 'resolved' as const,
    value: 12,
    resolution: 'LA 1/2026',
    decidedOn: '2026-01-01',
  }
  const rulings = { ...report.rulings, rhythm: resolved }
  const open = await read(await renderPassportBook({ ...report, passports }, texts, 'de'))
  expect(open.text).toContain('noch nicht beschlossen')
  const { text } = await read(await renderPassportBook({ ...report, passports, rulings }, texts, 'de'))
  expect(text).toContain('alle 12 Monate')
  expect(text).not.toContain('noch nicht beschlossen')
})

test('the same report gives the same bytes, and a report without passports a finished book', async () => {
  const [one, other] = [
    await renderPassportBook(report, texts, 'en'),
    await renderPassportBook(report, texts, 'en'),
  ]
  expect(one.equals(other)).toBe(true)
  expect((await renderPassportBook(aReport(), new Map(), 'de')).length).toBeGreaterThan(1000)
})
