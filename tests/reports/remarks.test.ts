import { expect, test } from 'vitest'
import { catalogueOf, jsonLd } from '#reports/catalogue.ts'
import { dataPackage } from '#reports/figure-list/open-data.ts'
import { renderSteeringCommitteeReport } from '#reports/steering-committee.ts'
import type { ReportData } from '#app/domain/report.ts'
import { outputsOf } from '#tests/reports/contract.tsx'
import { problemsIn } from '#tests/reports/pdf-checker.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'
import { aReport } from '#tests/reports/report-data.ts'

const missing = qpdfIsMissing()
const TITLE = 'Was die Befragten geschrieben haben'
const QUESTION = 'Was hat Ihnen geholfen?'
const remark = (place: number) => `Satz Nummer${place}ende aus der Befragung.`
const many = (count: number) => Array.from({ length: count }, (_, place) => remark(place))

type Told = { title: string; texts: string[] | null; count?: number | null }

function withRemarks(...asked: Told[]): ReportData {
  const questions = asked.map(({ title, texts, count = texts?.length ?? 0 }, place) => {
    return { key: `text_${place}`, titleDe: title, titleEn: `${title} (en)`, count, texts }
  })
  return aReport({ satisfaction: { ...aReport().satisfaction, remarks: { readers: 'report', questions } } })
}

async function print(report: ReportData, locale: 'de' | 'en' = 'de') {
  const pdf = await readPdf(await renderSteeringCommitteeReport(report, locale))
  const pages = textOfPages(pdf).map((page) => page.replaceAll('\u00a0', ' '))
  return { pdf, pages, text: pages.join(' ') }
}

const printedIn = (text: string) => [...text.matchAll(/Nummer(\d+)ende/g)].map(([, place]) => Number(place))

test('of forty remarks ten are printed, in the order of their release, and where the others are is said', async (context) => {
  if (missing) return context.skip(missing)
  const report = withRemarks({ title: QUESTION, texts: many(40) })
  const { pdf, text } = await print(report)
  expect(printedIn(text)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(text).toContain('Gedruckt sind die ersten 10 von 40 Anmerkungen in dieser Reihenfolge.')
  expect(printedIn(report.payload)).toHaveLength(40)
  expect(problemsIn(pdf)).toEqual([])
})

test('a few remarks are all printed, and nothing is said of others', async (context) => {
  if (missing) return context.skip(missing)
  const { text } = await print(withRemarks({ title: QUESTION, texts: many(6) }), 'en')
  expect(printedIn(text)).toEqual([0, 1, 2, 3, 4, 5])
  expect(text).toContain('What people wrote')
  expect(text).not.toContain('Printed are')
})

test('too few remarks, none, or a number that would tell an answer are words', async (context) => {
  if (missing) return context.skip(missing)
  const { text } = await print(
    withRemarks(
      { title: 'Frage A', texts: null, count: 1 },
      { title: 'Frage B', texts: null, count: 0 },
      { title: 'Frage C', texts: null, count: null },
    ),
  )
  expect(text).toContain('Frage A Eine Anmerkung, zum Schutz nicht angezeigt.')
  expect(text).toContain('Frage B Dazu wurde nichts angemerkt, oder nichts davon wird gezeigt.')
  expect(text).toContain('Frage C Zum Schutz nicht angezeigt.')
})

const LONG = ['Donaudampfschiff'.repeat(32), 'W'.repeat(3000), 'wort '.repeat(600).trim(), '😀'.repeat(500)]
const STRANGE = ['عربي מימין לשמאל', 'Danke 🦔!', '  \n\n', '=HYPERLINK("x")', 'zwei\nZeilen']

test(
  'remarks may be long, joined into one word, from right to left or full of signs that no typeface has',
  { timeout: 30_000 },
  async (context) => {
    if (missing) return context.skip(missing)
    const { pdf, text } = await print(withRemarks({ title: QUESTION, texts: [...LONG, ...STRANGE] }))
    expect(problemsIn(pdf)).toEqual([])
    expect(text).toContain('Danke □!')
    expect(text).toContain('Ein □ steht für ein Zeichen, das die Druckschrift nicht hat.')
    expect(text.match(/W/g)?.length).toBeGreaterThanOrEqual(3000)
  },
)

test(
  'no heading of remarks stands alone at the end of a page, wherever the page ends',
  { timeout: 30_000 },
  async (context) => {
    if (missing) return context.skip(missing)
    for (const lines of [1, 4, 8, 12, 16, 20]) {
      const before = 'Zeile für Zeile mehr. '.repeat(lines * 4)
      const report = withRemarks(
        { title: QUESTION, texts: [before, ...many(4)] },
        { title: 'Was fehlt Ihnen?', texts: many(5) },
      )
      const { pages } = await print(report)
      const begins = pages.find((page) => page.includes(TITLE))
      expect(begins).toMatch(new RegExp(`${TITLE}.*${QUESTION.replace('?', '\\?')} • Zeile`))
      expect(pages.find((page) => page.includes('Was fehlt Ihnen?'))).toMatch(
        /Was fehlt Ihnen\? • Satz Nummer0ende/,
      )
    }
  },
)

test('where they were promised to others the report says so, and has neither remark nor heading', async (context) => {
  if (missing) return context.skip(missing)
  const { text } = await print(aReport())
  expect(text).not.toContain(TITLE)
  expect(text).toContain('Das lesen nur Koordination, Personalrat und Datenschutz.')
})

test('a report from before there could be any says nothing of remarks', async (context) => {
  if (missing) return context.skip(missing)
  const { text } = await print(aReport({ satisfaction: { ...aReport().satisfaction, remarks: null } }))
  expect(text).not.toContain('geschrieben')
})

test(
  'remarks stand in the PDF and in the JSON that is attached to it, and in no file of figures nor in open data',
  { timeout: 30_000 },
  async (context) => {
    if (missing) return context.skip(missing)
    const owner = { origin: 'https://example.org', districtName: 'Kreis', districtKey: '', contactEmail: '' }
    for (const count of [7, 14]) {
      const report = withRemarks({ title: QUESTION, texts: many(count) })
      const { json, pdf, ...others } = await outputsOf(report)
      expect(printedIn(json)).toHaveLength(count)
      expect(printedIn(pdf ?? '')).toHaveLength(Math.min(count, 10))
      const open = [dataPackage(report), jsonLd(catalogueOf({ ...owner, contributor: '' }, [report]))]
      expect(Object.keys(others)).toEqual(['csv', 'openCsv', 'xlsx', 'ods', 'html'])
      expect(JSON.stringify([others, open])).not.toMatch(/Nummer|Was hat Ihnen geholfen/)
    }
  },
)
