import { expect, test } from 'vitest'
import { attendanceTable } from '#reports/attendance-table.ts'
import { renderAttendanceSheet, type SheetData } from '#reports/attendance-sheet.ts'
import { problemsIn } from '#tests/reports/pdf-checker.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'

const missing = qpdfIsMissing()
const day = (nth: number) => ({
  startsAt: new Date(Date.UTC(2026, 11, nth, 8)),
  endsAt: new Date(Date.UTC(2026, 11, nth, 11)),
  units: 4,
})

const data: SheetData = {
  title: 'Netze verstehen',
  place: 'Rathaus Riesa',
  trainers: 'Ada Lovelace',
  districtName: 'Landkreis Muster',
  demo: true,
  meetings: [day(3), day(10)],
  rows: Array.from({ length: 24 }, (_, nth) => {
    return { code: `2A${nth}`, name: `Person ${nth} 🦔`, organisation: 'Riesa' }
  }),
}

test.for(['de', 'en'] as const)(
  'the sheet (%s) is fit for the archive and for everybody',
  async (locale, context) => {
    if (missing) return context.skip(missing)
    const pdf = await readPdf(await renderAttendanceSheet(data, locale))
    expect(problemsIn(pdf)).toEqual([])
  },
)

test('each meeting begins a page, each row has its code, and there is room for those who simply come', async (context) => {
  if (missing) return context.skip(missing)
  const pages = textOfPages(await readPdf(await renderAttendanceSheet(data, 'de')))
  const text = pages.join(' ').replaceAll('\u00a0', ' ')
  expect(text.match(/2A23/g)).toHaveLength(2)
  expect(text).toContain('Ohne Anmeldung gekommen')
  expect(pages.filter((page) => page.includes('Angaben zum Termin'))).toHaveLength(2)
})

test('a long title ends before the number of the page', async (context) => {
  if (missing) return context.skip(missing)
  const title =
    'Informationssicherheit und Datenschutz für Führungskräfte in kleinen und mittleren Kommunen '.repeat(2)
  const [first = ''] = textOfPages(await readPdf(await renderAttendanceSheet({ ...data, title }, 'de')))
  const foot = first.replaceAll('\u00a0', ' ').slice(first.lastIndexOf('Unterschriftenliste'))
  expect(foot).toMatch(/Informationssicherheit.*…\s*Seite 1 von/)
})

test('the same sheet gives the same bytes', async () => {
  expect(await renderAttendanceSheet(data, 'de')).toEqual(await renderAttendanceSheet(data, 'de'))
})

test('a name is never a formula for a spreadsheet', () => {
  const row = {
    key: '1',
    name: '=1+1',
    organisation: '@x',
    cells: [{ word: 'partial' as const, units: 3 }],
    units: 3,
  }
  const meetings = [{ id: 'm', startsAt: day(3).startsAt, units: 4 }]
  const table = attendanceTable({ meetings, rows: [row], unitsPlanned: 4 }, false, 'de')
  expect(table).toContain("'=1+1;'@x;teilweise (3);3;4")
})
