import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Locale } from '#app/domain/locale.ts'
import type { ReportData } from '#app/domain/report.ts'
import { renderSteeringCommitteeReport } from '#reports/steering-committee.ts'
import { problemsIn } from '#tests/reports/pdf-checker.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'
import { aRandomReport } from '#tests/reports/random-report.ts'
import { UNUSUAL_REPORTS, type UnusualReport } from '#tests/reports/unusual-reports.ts'

const missing = qpdfIsMissing()
const SECONDS = 60_000

/** What a program says where a person would say that there is nothing. */
const NO_WORDS = /\b(NaN|Infinity|undefined|null|Invalid Date)\b|\[object /

async function drawn(report: ReportData, locale: Locale) {
  const pdf = await readPdf(await renderSteeringCommitteeReport(report, locale))
  return { problems: problemsIn(pdf), text: textOfPages(pdf).join(' ').replaceAll('\u00a0', ' ') }
}

test.for(Object.keys(UNUSUAL_REPORTS) as UnusualReport[])(
  'a report %s is drawn whole, in both languages, and has a word for what is not there',
  { timeout: SECONDS },
  async (name, context) => {
    if (missing) return context.skip(missing)
    for (const locale of ['de', 'en'] as const) {
      const { problems, text } = await drawn(UNUSUAL_REPORTS[name], locale)
      expect(problems).toEqual([])
      expect(text).not.toMatch(NO_WORDS)
    }
  },
)

test.for([
  ['without data', 'liegt noch keine freigegebene Befragung vor'],
  ['whose evaluation nobody has released', 'liegt noch keine freigegebene Befragung vor'],
  ['of one municipality that takes part', 'nimmt die einzige kreisangehörige Kommune teil'],
  ['of one municipality that does not', 'nimmt die einzige kreisangehörige Kommune noch nicht teil'],
  ['whose targets are all open', '○ Ziel offen'],
] as const)('a report %s says “%s”, and no zero', { timeout: SECONDS }, async ([name, sentence], context) => {
  if (missing) return context.skip(missing)
  const { text } = await drawn(UNUSUAL_REPORTS[name], 'de')
  expect(text).toContain(sentence)
  expect(text).not.toMatch(/\b0 von 0\b|(?<!\d)0,0 % der Antwortenden/)
})

test(
  'whatever a district may report is fit for the archive and for everybody',
  { timeout: 2 * SECONDS },
  async (context) => {
    if (missing) return context.skip(missing)
    await fc.assert(
      fc.asyncProperty(
        aRandomReport,
        fc.constantFrom('de' as const, 'en' as const),
        async (report, locale) => {
          const { problems, text } = await drawn(report, locale)
          expect(problems).toEqual([])
          expect(text).not.toMatch(NO_WORDS)
        },
      ),
      { numRuns: 40, interruptAfterTimeLimit: 25_000, endOnFailure: true },
    )
  },
)
