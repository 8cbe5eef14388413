import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { renderSteeringCommitteeReport } from '#reports/steering-committee.ts'
import { problemsIn } from '#tests/reports/pdf-checker.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf, textIn, type Pdf } from '#tests/reports/qpdf.ts'
import { anEmptyReport, aReport } from '#tests/reports/report-data.ts'

const missing = qpdfIsMissing()
const report = aReport()
const spiteful = aReport({
  demo: false,
  districtName: 'Kreis <Über & Unter> 🦔',
  decisions: [],
  participation: { ...report.participation, municipalities: [], count: 0, denominator: 0, share: null },
})

type Rendered = { file: Buffer; pdf: Pdf; pages: string[]; text: string }
const rendered: Record<string, Rendered> = {}

async function render(name: string, file: Buffer): Promise<void> {
  const pdf = await readPdf(file)
  const pages = textOfPages(pdf)
  rendered[name] = { file, pdf, pages, text: pages.join(' ').replaceAll('\u00a0', ' ') }
}

// Drawing takes a fifth of a second, so the tests look at the same three reports.
beforeAll(async () => {
  if (missing) return
  await Promise.all([
    render('German', await renderSteeringCommitteeReport(report, 'de')),
    render('first day', await renderSteeringCommitteeReport(anEmptyReport(), 'de')),
    render('English, with spiteful names', await renderSteeringCommitteeReport(spiteful, 'en')),
  ])
})

const NAMES = ['German', 'English, with spiteful names', 'first day']

test.for(NAMES)('the report (%s) is fit for the archive and for everybody', (name, context) => {
  if (missing) return context.skip(missing)
  expect(problemsIn(rendered[name]!.pdf)).toEqual([])
})

test('two pages say where we stand and what is to be resolved', (context) => {
  if (missing) return context.skip(missing)
  const [first, second, third] = rendered.German!.pages.map((page) => page.replaceAll('\u00a0', ' '))
  expect(first).toContain('Zum Stichtag nehmen 4 der 6 kreisangehörigen Kommunen teil (66,7 %).')
  expect(first).toContain(
    'In ihnen leben 62,0 % der Bevölkerung (61.234 von 98.765, Stand 31. Dezember 2024).',
  )
  expect(first).toContain('sind 71,4 % der Antwortenden insgesamt zufrieden oder sehr zufrieden (110 von 154')
  expect(first).toContain('◆ im Plan; Ziel im Konfidenzintervall')
  expect(second).toContain('☐ Ja ☐ Nein ☐ Enthaltung')
  expect(second).toContain('mindestens ______ % der Kommunen')
  expect(third).toContain('Indikator 1: Teilnehmende Kommunen')
})

test('every page has its number, and invented figures are marked on every page', (context) => {
  if (missing) return context.skip(missing)
  const { pages } = rendered.German!
  pages.forEach((page, index) => {
    expect(page).toContain(`Seite ${index + 1} von ${pages.length}`)
    expect(page).toContain('Beispieldaten')
  })
  expect(rendered['first day']!.text).not.toContain('Beispieldaten')
})

test('topics with few answers are told in words, and those with too few not at all', (context) => {
  if (missing) return context.skip(missing)
  const { text } = rendered.German!
  expect(text).toContain('6 von 8 zufrieden oder sehr zufrieden')
  expect(text).toContain('zu wenige Antworten')
})

test('on the first day there are words, and no zero stands for what nobody has asked', (context) => {
  if (missing) return context.skip(missing)
  const { text } = rendered['first day']!
  expect(text).toContain('nimmt noch keine der 6 kreisangehörigen Kommunen teil')
  expect(text).toContain('liegt noch keine freigegebene Befragung vor')
  expect(text).toContain('○ Ziel offen')
  expect(text).toContain('Entwurf, noch nicht freigegeben')
  // Once in the legend, and nowhere else.
  expect(text.match(/▼ verfehlt/g)).toHaveLength(1)
})

test('a name may hold anything: signs that the font lacks become boxes, and the metadata stay readable', (context) => {
  if (missing) return context.skip(missing)
  const { text, pdf } = rendered['English, with spiteful names']!
  expect(text).toContain('Kreis <Über & Unter> □')
  expect(pdf.bytes(pdf.catalogue['/Metadata']).toString()).toContain('Kreis &lt;Über &amp; Unter&gt; 🦔')
})

test('the attached figures have the fingerprint that is printed', (context) => {
  if (missing) return context.skip(missing)
  const { pdf, text } = rendered.German!
  const files = pdf.list(pdf.catalogue['/AF']).map((reference) => {
    const specification = pdf.dictionary(reference)
    const embedded = pdf.dictionary(specification['/EF'])['/F']
    return { name: textIn(specification['/UF']), bytes: pdf.bytes(embedded) }
  })
  expect(files.map(({ name }) => name)).toEqual(['indikatoren.csv', 'indikatoren.json'])
  expect(createHash('sha256').update(files[1]!.bytes).digest('hex')).toBe(report.sha256)
  expect(text).toContain(report.sha256)
})

test('the same data give the same bytes, whatever was drawn before and whatever the order of keys', async (context) => {
  if (missing) return context.skip(missing)
  const first = anEmptyReport()
  const reordered = Object.fromEntries(Object.entries(first).reverse()) as typeof first
  const again = await renderSteeringCommitteeReport(reordered, 'de')
  expect(again.equals(rendered['first day']!.file)).toBe(true)
})

test('English says the same, and a district without municipalities has no share', (context) => {
  if (missing) return context.skip(missing)
  const { text } = rendered['English, with spiteful names']!
  expect(text).toContain('No municipalities of the district are recorded on the cut-off day.')
  expect(text).toContain('71.4% of those who answered are satisfied or very satisfied overall (110 of 154')
  expect(text).not.toContain('NaN')
})

test('a name that is too long for its tile stands in full in the table', (context) => {
  if (missing) return context.skip(missing)
  expect(rendered.German!.text).toContain('Bad Gottleuba-Berggießhübel')
})
