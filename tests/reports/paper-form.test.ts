import { expect, test } from 'vitest'
import { renderPaperForms, type PaperFormData } from '#reports/paper-form.ts'
import { ROUND_KINDS } from '#app/domain/evaluation.ts'
import type { Locale } from '#app/domain/locale.ts'
import { READERS_FOR } from '#app/domain/remark-readers.ts'
import { KEY_HOLDERS } from '#app/domain/trustee.ts'
import { ballotNotice, type NoticeFacts } from '#app/i18n/ballot-notice.ts'
import { messages } from '#app/i18n/index.ts'
import { currentVersion } from '#surveys/index.ts'
import { QUESTIONNAIRE_KEYS } from '#app/domain/questionnaire.ts'
import { problemsIn } from '#tests/reports/pdf-checker.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'

const missing = qpdfIsMissing()
const NOW = new Date('2026-03-11T09:00:00Z')
const { questionnaire } = currentVersion('competence-centre')

const round = { kind: 'competence-centre', keyHolder: 'server', minimum: 7, isSmall: true } as const
const noticeOf = (of: Partial<NoticeFacts> = {}, locale: Locale = 'de') =>
  ballotNotice(messages(locale).ballot.notice, { ...round, remarkReaders: 'report', ...of })

const data: PaperFormData = {
  title: 'Bewertung der IT-Kompetenzstelle',
  districtName: 'Landkreis Muster',
  demo: true,
  handIn: 'releasers',
  notice: noticeOf(),
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

test.for(['de', 'en'] as const)(
  'the cover (%s) fits on one page and says all that is read on screen, and until when and where to hand it in',
  async (locale, context) => {
    if (missing) return context.skip(missing)
    const { handIn } = messages(locale).paperForm.sheet
    for (const kind of ROUND_KINDS) {
      const promises = READERS_FOR[kind].flatMap((remarkReaders) =>
        KEY_HOLDERS.map((keyHolder) => ({ kind, keyHolder, remarkReaders })),
      )
      for (const promise of promises) {
        const notice = noticeOf(promise, locale)
        const [cover = '', form = ''] = textOfPages(
          await readPdf(await renderPaperForms({ ...data, notice }, locale, NOW)),
        ).map(letters)
        const said = [...notice.points, notice.few ?? '', ...notice.limits, handIn.releasers('2026-04-01')]
        expect(said.filter((sentence) => !cover.includes(letters(sentence)))).toEqual([])
        expect(form).toContain(letters('7KCD-X3PM-W9VT'))
      }
    }
  },
)

/** Where lines break is nobody's business here. */
function letters(words: string): string {
  return words.replaceAll(/\s/g, '')
}
