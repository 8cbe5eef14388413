import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { ReportSection } from '#app/domain/report-draft.ts'
import type { ReportDecision } from '#app/domain/report.ts'
import { renderSteeringCommitteeReport } from '#reports/steering-committee.ts'
import { aPassport } from '#tests/passport.ts'
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

test('seven decisions stand on the second page too, and none alone on the next', async (context) => {
  if (missing) return context.skip(missing)
  const decisions: ReportDecision[] = [
    ...report.decisions,
    { key: 'choose-reading', proposed: 'overall' },
    { key: 'set-stage-target', subject: 'GIS', aim: 'trained', measure: 'percent', proposed: 50 },
    { key: 'decide-stage', subject: 'Bauleitplanung', decideBy: '2026-12-10' },
  ]
  await render('many decisions', await renderSteeringCommitteeReport(aReport({ decisions }), 'de'))
  const [, second, third] = rendered['many decisions']!.pages.map((page) => page.replaceAll('\u00a0', ' '))
  expect(decisions).toHaveLength(7)
  expect(second).toContain('die Stufe „Bauleitplanung“ fortzuführen (vorgesehen bis 10. Dezember 2026)')
  expect(third).not.toContain('☐ Ja')
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

test('what the coordination says is marked as its view, with headings, lists and links of its own', (context) => {
  if (missing) return context.skip(missing)
  const { text } = rendered.German!
  expect(text).toContain('Dieser Abschnitt gibt die Sicht der Koordination wieder.')
  expect(text).toContain('Das zweite Halbjahr gilt der Bauleitplanung.')
  expect(text).toContain('Plan: https://example.org/plan')
  expect(text).toContain('Zwei weitere Kommunen haben ihre Teilnahme angekündigt.')
})

test('what took place is told by topic, and few attended seats in a word', (context) => {
  if (missing) return context.skip(missing)
  const { text } = rendered.German!
  expect(text).toContain('fanden 6 Workshops aus 3 Kursen statt, mit zusammen 26 Unterrichtseinheiten.')
  expect(text).toContain('wenige')
})

test('a correction says so on its first page, with its reason, and marks what it puts right', async (context) => {
  if (missing) return context.skip(missing)
  const changes = aReport({
    correction: { number: 2, reason: 'Die Erklärung galt schon früher.' },
    changes: {
      since: { number: 2, cutOff: '2026-06-30' },
      list: [
        { kind: 'participation', before: { count: 3, denominator: 6 }, now: { count: 4, denominator: 6 } },
      ],
    },
    revised: ['I1', 'history 2026-06-30'],
    sections: ['participation'],
  })
  await render('correction', await renderSteeringCommitteeReport(changes, 'de'))
  const { text, pages, pdf } = rendered.correction!
  expect(pages[0]).toContain('Berichtigung von Bericht Nr. 2')
  expect(text).toContain('Teilnehmende Kommunen: jetzt 4 von 6 Kommunen, zuvor 3 von 6 Kommunen.')
  expect(text).toContain('4 r')
  expect(text).not.toContain('Indikator 2: Zufriedenheit mit der IT-Kompetenzstelle')
  expect(problemsIn(pdf)).toEqual([])
})

test('what accompanies the indicators stands where the coordination has put it, or not at all', async (context) => {
  if (missing) return context.skip(missing)
  const measured = { kind: 'measured', value: 0.2, numerator: 4, denominator: 20, interval: null } as const
  const part = { key: null, titleDe: null, titleEn: null, now: measured, before: measured, coverage: null }
  const days = { fromDate: '2025-07-01', untilDate: '2026-06-30', breaksOn: null }
  const accompanying = [{ key: 'no-show', ...days, parts: [{ ...part, change: 'unchanged' as const }] }]
  const placesIn = async (...sections: ReportSection[]) => {
    const data = aReport({ passports: [aPassport()], accompanying, sections })
    await render('moved', await renderSteeringCommitteeReport(data, 'de'))
    const { text } = rendered.moved!
    return ['Sie erklären die beiden Indikatoren', 'mit zusammen 26 Unterrichtseinheiten'].map((words) =>
      text.indexOf(words),
    )
  }
  const [first, second] = await placesIn('accompanying', 'training')
  expect(first).toBeGreaterThan(0)
  expect(second).toBeGreaterThan(first!)
  const [last, before] = await placesIn('training', 'accompanying')
  expect(last).toBeGreaterThan(before!)
  expect((await placesIn('training'))[0]).toBe(-1)
})

test('a view of thousands of signs, with words of five hundred, is printed whole and on whole pages', async (context) => {
  if (missing) return context.skip(missing)
  const ownView = `${'Wort '.repeat(1_100)}\n\n${'x'.repeat(500)} \u202E🦔 "\u0645\u0631\u062D\u0628\u0627"`
  await render('long view', await renderSteeringCommitteeReport(aReport({ ownView }), 'de'))
  const { text, pdf } = rendered['long view']!
  expect(text.match(/Wort/g)?.length).toBeGreaterThanOrEqual(1_100)
  expect(problemsIn(pdf)).toEqual([])
})
