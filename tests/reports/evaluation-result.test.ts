import { expect, test } from 'vitest'
import { releasePayload } from '#app/domain/release.ts'
import { tallyOf, type Ballot } from '#app/domain/tally.ts'
import { renderEvaluationResult, type EvaluationResult } from '#reports/evaluation-result.ts'
import { currentVersion } from '#surveys/index.ts'
import { problemsIn } from '#tests/reports/pdf-checker.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'

const missing = qpdfIsMissing()

type Given = Partial<EvaluationResult> & { voices?: number; remarks?: readonly string[] }

/** A released round of so many IT specialists and as many users. */
function aResult({ voices = 12, remarks = [], ...given }: Given = {}): EvaluationResult {
  const { questionnaire } = currentVersion('competence-centre')
  const ballots = Array.from({ length: voices }, (_, nth): Ballot[] => [
    { stratum: 'it', answers: { overall: (nth % 4) + 2 } },
    { stratum: 'user', answers: { overall: (nth % 3) + 3 } },
  ]).flat()
  return {
    ...{
      titleDe: 'Erste Befragung',
      titleEn: 'First evaluation',
      opensOn: '2026-03-01',
      closesOn: '2026-03-21',
    },
    ...{ districtName: 'Landkreis Muster', demo: true, readsTexts: true, questionnaire },
    release: releasePayload({
      questionnaire,
      tallies: tallyOf(ballots, questionnaire, true),
      invited: { it: voices + 3, user: voices + 3 },
      used: { it: voices, user: voices },
      texts: { helped: remarks },
      paperForms: 0,
      minimum: 5,
    }),
    ...{ sha256: 'ab'.repeat(32), releasedAt: new Date('2026-03-24T09:00:00Z'), releasedBy: 'Petra Winkler' },
    ...given,
  }
}

const CASES = {
  'as usual': aResult({ remarks: Array.from({ length: 8 }, (_, nth) => `Anmerkung ${nth}`) }),
  'two hundred remarks': aResult({ remarks: Array.from({ length: 200 }, (_, nth) => `Anmerkung ${nth}`) }),
  'nobody has answered': aResult({ voices: 0, districtName: '', demo: false }),
  'three have answered': aResult({ voices: 3 }),
  'spiteful texts': aResult({
    titleDe: `🦔 <Über & "Unter"> ${'Donaudampfschifffahrt'.repeat(12)}`,
    remarks: ['=SUMME(A1)', '🦔🦔', 'عمان', 'x'.repeat(500), `${'lang '.repeat(900)}`],
  }),
}

test.for(
  (['de', 'en'] as const).flatMap((locale) =>
    Object.entries(CASES).map(([name, one]) => ({ locale, name, one })),
  ),
)(
  'the results ($name, $locale) are fit for the archive and for everybody',
  async ({ locale, one }, context) => {
    if (missing) return context.skip(missing)
    expect(problemsIn(await readPdf(await renderEvaluationResult(one, locale)))).toEqual([])
  },
)

async function textOf(result: EvaluationResult) {
  const pages = textOfPages(await readPdf(await renderEvaluationResult(result, 'de')))
  return pages.join(' ').replaceAll('\u00a0', ' ')
}

test('it says how many were invited and answered, what they said, and how it came about', async (context) => {
  if (missing) return context.skip(missing)
  const text = await textOf(CASES['as usual'])
  expect(text).toContain('24 von 30 Eingeladenen haben geantwortet (80,0 %).')
  expect(text).toMatch(/von 24, die bewertet haben, sind zufrieden oder sehr zufrieden/)
  expect(text).toContain('Anmerkung 7')
  expect(text).toContain('Mindestzahl 5 Antworten je gezeigter Zahl')
  expect(await textOf(CASES['two hundred remarks'])).toContain('Anmerkung 199')
})

test('where a figure is hidden there is the word for it, and no zero', async (context) => {
  if (missing) return context.skip(missing)
  const text = await textOf(aResult({ voices: 2 }))
  expect(text).toContain('Weniger als 5 Antworten: zum Schutz nicht angezeigt.')
  expect(text).not.toMatch(/NaN|undefined| 0,0 %/)
})

test('whoever was not named as a reader reads no remark, not even how many there are', async (context) => {
  if (missing) return context.skip(missing)
  const { release, ...result } = CASES['as usual']
  const text = await textOf({ ...result, release: { ...release, texts: [] }, readsTexts: false })
  expect(text).toContain('Anmerkungen sind in dieser Fassung nicht enthalten.')
  expect(text).not.toContain('Anmerkung 7')
})

test('the same release gives the same bytes', async () => {
  const one = CASES['as usual']
  expect(await renderEvaluationResult(one, 'de')).toEqual(await renderEvaluationResult(one, 'de'))
})
