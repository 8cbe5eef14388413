import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { codeFrom, inGroups } from '#app/domain/certificate-code.ts'
import type { CertificateContent } from '#app/domain/certificate.ts'
import { patternOf, renderCertificate } from '#reports/certificate.ts'
import { problemsIn } from '#tests/reports/pdf-checker.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf, type Pdf } from '#tests/reports/qpdf.ts'

const missing = qpdfIsMissing()
const code = codeFrom([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5])

function aCertificate(given: Partial<CertificateContent> = {}): CertificateContent {
  return {
    ...{ format: 1, code, locale: 'de', name: 'Ada Lovelace', title: 'Netze verstehen' },
    meetings: [{ startsAt: '2026-12-03T08:00:00Z', endsAt: '2026-12-03T14:00:00Z' }],
    ...{ place: 'Rathaus Großenhain, Sitzungssaal', online: false },
    goals: '- Störungen selbst **eingrenzen**\n- Messgeräte bedienen',
    contents: '- Adressen\n- Vermittlung\n- [Werkzeuge](https://example.org)',
    ...{ unitsPlanned: 8, unitsAttended: 8, issuedOn: '2026-12-04', demo: false },
    issuer: { district: 'Landkreis Meißen', contactEmail: 'koordination@lernkreis.example' },
    verifyAt: 'https://lernkreis.example/verify',
    ...given,
  }
}

const long = (word: string, times: number) => Array.from({ length: times }, () => word).join(' ')
const everyWeek = Array.from({ length: 20 }, (_, week) => {
  const startsAt = new Date(Date.UTC(2026, 8, 1, 7) + week * 7 * 86_400_000)
  return { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 5_400_000).toISOString() }
})
const longest = aCertificate({
  name: `Dr. Maria-Magdalena ${long('Freifrau von und zu Hohenstein', 3)}`,
  title: `Netze verstehen: ${long('Adressen, Vermittlung und Messgeräte', 5)}`,
  meetings: everyWeek,
  contents: Array.from({ length: 30 }, (_, nth) => `- Punkt ${nth + 1}: ${long('Wissen', 20)}`).join('\n'),
  unitsAttended: 33,
  unitsPlanned: 40,
  demo: true,
})

const SHEETS = {
  plain: renderWith(aCertificate()),
  reduced: renderWith(aCertificate({ unitsAttended: 6, online: true })),
  english: renderWith(
    aCertificate({ locale: 'en', place: null, online: true, unitsPlanned: 1, unitsAttended: 1 }),
  ),
  longest: renderWith(longest),
  bare: renderWith(
    aCertificate({
      goals: '',
      contents: '',
      issuer: { district: '', contactEmail: '' },
      name: '🦔 <Ada> & "Co"',
    }),
  ),
  revoked: () =>
    renderCertificate(aCertificate(), {
      kind: 'withdrawn',
      reason: 'Doppelt ausgestellt.',
      on: '2026-12-10',
    }),
}

function renderWith(content: CertificateContent) {
  return () => renderCertificate(content)
}

type Sheet = { file: Buffer; pdf: Pdf; pages: string[]; text: string }
const sheets: Record<string, Sheet> = {}

beforeAll(async () => {
  if (missing) return
  for (const [name, render] of Object.entries(SHEETS)) {
    const file = await render()
    const pdf = await readPdf(file)
    const pages = textOfPages(pdf).map((page) => page.replaceAll('\u00a0', ' '))
    sheets[name] = { file, pdf, pages, text: pages.join(' ') }
  }
})

test.for(Object.keys(SHEETS))(
  'a certificate (%s) is fit for the archive and for everybody',
  (name, context) => {
    if (missing) return context.skip(missing)
    expect(problemsIn(sheets[name]!.pdf)).toEqual([])
  },
)

test('it says who, what, when, where, how much, by whom, and how to check it, on one sheet', (context) => {
  if (missing) return context.skip(missing)
  const { pages, text } = sheets.plain!
  expect(pages).toHaveLength(1)
  for (const words of [
    ...['Teilnahmebescheinigung', 'Ada Lovelace', 'Netze verstehen', 'Do., 3. Dez. 2026, 9:00–15:00 Uhr'],
    ...[
      'Rathaus Großenhain, Sitzungssaal',
      '8 Unterrichtseinheiten',
      'Störungen selbst eingrenzen',
      'Werkzeuge',
    ],
    ...['IT-Kompetenzstelle, Landkreis Meißen, 4. Dezember 2026', 'koordination@lernkreis.example'],
    ...[inGroups(code), 'https://lernkreis.example/verify'],
  ]) {
    expect(text).toContain(words)
  }
  expect(text).not.toContain('Teilgenommen an')
})

test('whoever missed something reads how much they attended', (context) => {
  if (missing) return context.skip(missing)
  expect(sheets.reduced!.text).toContain('Teilgenommen an 6 von 8 Unterrichtseinheiten.')
  expect(sheets.reduced!.text).toContain('Rathaus Großenhain, Sitzungssaal, oder online')
})

test('in English it is a whole English document', (context) => {
  if (missing) return context.skip(missing)
  const { text, pdf } = sheets.english!
  expect(text).toContain('Certificate of attendance')
  expect(text).toContain('one teaching unit')
  expect(text).not.toMatch(/Bescheinigung|Unterrichtseinheit|Prüfcode/)
  expect(JSON.stringify(pdf.catalogue['/Lang'])).toContain('en-GB')
})

test('twenty dates and long names go on to the next page, whole', (context) => {
  if (missing) return context.skip(missing)
  const { text } = sheets.longest!
  expect(text).toContain('20 Termine, siehe unten')
  expect(text.match(/\d{4}, \d+:00–\d+:30 Uhr/g)).toHaveLength(20)
  expect(text).toContain('Punkt 30')
  expect(text).toContain('Teilgenommen an 33 von 40 Unterrichtseinheiten.')
  expect(text).toContain('Beispiel')
})

test('a copy of a revoked one says so, and why', (context) => {
  if (missing) return context.skip(missing)
  expect(sheets.revoked!.text).toContain('Diese Bescheinigung wurde am 10. Dezember 2026 widerrufen.')
  expect(sheets.revoked!.text).toContain('Doppelt ausgestellt.')
  expect(sheets.plain!.text).not.toContain('iderrufen')
})

test('fetched again it is the same file, byte for byte, whatever was printed before', async () => {
  const hash = async () =>
    createHash('sha256')
      .update(await SHEETS.reduced())
      .digest('hex')
  const first = await hash()
  await SHEETS.english()
  expect(await hash()).toBe(first)
})

test('the pattern is drawn as shapes within its square', () => {
  const { items, width } = patternOf('https://lernkreis.example/verify/7KCD-X3PM-W9VT')
  const [shape] = items
  const numbers = (shape?.kind === 'path' ? shape.d : '').match(/[\d.]+/g)!.map(Number)
  expect(Math.max(...numbers)).toBeCloseTo(width)
  expect(Math.min(...numbers)).toBe(0)
})
