import { expect, test } from 'vitest'
import { renderPaperForms, type PaperFormData } from '#reports/paper-form.ts'
import { currentVersion } from '#surveys/index.ts'
import { QUESTIONNAIRE_KEYS } from '#app/domain/questionnaire.ts'
import { problemsIn } from '#tests/reports/pdf-checker.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'

const missing = qpdfIsMissing()
const NOW = new Date('2026-03-11T09:00:00Z')
const { questionnaire } = currentVersion('competence-centre')
const data: PaperFormData = {
  title: 'Bewertung der IT-Kompetenzstelle',
  districtName: 'Landkreis Muster',
  demo: true,
  promises: ['Sie antworten freiwillig.'],
  questionnaire,
  forms: [
    { code: '7KCDX3PMW9VT', name: 'Ada Lovelace', closesOn: '2026-04-01' },
    { code: '2KCDX3PMW9VT', name: 'Grace Hopper', closesOn: '2026-04-08' },
  ],
}

test.for(['de', 'en'] as const)(
  'the form (%s) is fit for the archive and for everybody',
  async (locale, context) => {
    if (missing) return context.skip(missing)
    for (const key of QUESTIONNAIRE_KEYS) {
      const one = { ...data, questionnaire: currentVersion(key).questionnaire }
      expect(problemsIn(await readPdf(await renderPaperForms(one, locale, NOW)))).toEqual([])
    }
  },
)

test('the name stands on the cover only and the code on the form only', async (context) => {
  if (missing) return context.skip(missing)
  const pages = textOfPages(await readPdf(await renderPaperForms(data, 'de', NOW)))
  const withName = pages.filter((page) => page.replaceAll('\u00a0', ' ').includes('Ada Lovelace'))
  const withCode = pages.filter((page) => page.includes('7KCD-X3PM-W9VT'))
  expect([withName.length, withCode.length]).toEqual([1, 1])
  expect(withName[0]).not.toBe(withCode[0])
})
