import { expect, test } from 'vitest'
import type { TownFigures, TownPeriod } from '#app/domain/town-figures.ts'
import { renderTownStatement, townCsv } from '#reports/town-statement.ts'
import { problemsIn } from '#tests/reports/pdf-checker.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'

const missing = qpdfIsMissing()

function aYear(year: number, count = 12): TownPeriod {
  const days = { from: `${year}-01-01`, until: `${year}-12-31` }
  return { ...days, attended: { ...days, count, units: count * 4 }, certificates: null }
}

const figures: TownFigures = {
  format: 1,
  asOf: '2026-11-26',
  cutOff: '2026-09-30',
  districtName: 'Landkreis Muster',
  demo: true,
  organisation: 'Großenhain',
  participation: { since: '2025-03-03', declaration: 'Ratsbeschluss 12/2025' },
  specialists: 3,
  registered: 8,
  toCome: { going: 3, toAnswer: 1, waiting: 2 },
  twelveMonths: aYear(2026, 25),
  years: [2026, 2025, 2024, 2023, 2022].map((year) => aYear(year)),
  perPerson: 12.5,
  band: { low: 4, high: 11, towns: 14 },
}

const nothing: TownFigures = {
  ...figures,
  ...{ districtName: '', demo: false, participation: { since: null, declaration: null } },
  ...{ specialists: 0, registered: 0, toCome: { going: 0, toAnswer: 0, waiting: 0 } },
  twelveMonths: { ...aYear(2026), attended: null },
  ...{ years: [], perPerson: null, band: null },
}

const spiteful: TownFigures = {
  ...figures,
  organisation: `Bad 🦔 <Über & "Unter"> عمان ${'Donaudampfschifffahrtsgesellschaft'.repeat(6)}`,
  participation: { since: '2025-03-03', declaration: `=HYPERLINK("x") ${'Beschluss '.repeat(80)}` },
}

const CASES = { figures, nothing, spiteful }

test.for(
  (['de', 'en'] as const).flatMap((locale) =>
    Object.entries(CASES).map(([name, one]) => ({ locale, name, one })),
  ),
)(
  'the statement ($name, $locale) is fit for the archive and for everybody',
  async ({ locale, one }, context) => {
    if (missing) return context.skip(missing)
    expect(problemsIn(await readPdf(await renderTownStatement(one, locale)))).toEqual([])
  },
)

test('it says what the town has, and where the middle of the district lies', async (context) => {
  if (missing) return context.skip(missing)
  const pages = textOfPages(await readPdf(await renderTownStatement(figures, 'de')))
  const text = pages.join(' ').replaceAll('\u00a0', ' ')
  expect(text).toContain('wurden 25 Workshop-Plätze besucht, zusammen 100 Unterrichtseinheiten')
  expect(text).toContain('zwischen 4 und 11 Unterrichtseinheiten je Person')
  expect(text).toContain('Ihr Wert liegt darüber.')
})

test('where there is nothing to tell there are words, and no zero stands for what is not told', async (context) => {
  if (missing) return context.skip(missing)
  const text = textOfPages(await readPdf(await renderTownStatement(nothing, 'de')))
    .join(' ')
    .replaceAll('\u00a0', ' ')
  expect(text).toContain('bisher nicht erklärt')
  expect(text).toContain('lässt sich keine Summe nennen')
  expect(text).toContain('Letzte zwölf Monate noch zu wenige')
  expect(text).not.toContain('NaN')
})

test('no cell of the attached table is a formula', () => {
  expect(townCsv(spiteful, 'de')).toContain(`"'=HYPERLINK(""x"")`)
  expect(townCsv(figures, 'de')).not.toContain('\u00ad')
})

test('the same figures give the same bytes', async () => {
  expect(await renderTownStatement(figures, 'de')).toEqual(await renderTownStatement(figures, 'de'))
})
