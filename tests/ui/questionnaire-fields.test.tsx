import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { answersFromForm, checkAgainst } from '#app/domain/answers.ts'
import { itemsOf, QUESTIONNAIRE_KEYS, ratedItems, textItems } from '#app/domain/questionnaire.ts'
import { LocaleProvider } from '#app/ui/locale.tsx'
import { QuestionnaireFields } from '#app/ui/questionnaire-fields.tsx'
import { currentVersion } from '#surveys/index.ts'

const versions = QUESTIONNAIRE_KEYS.map(currentVersion)
const page = (
  questionnaire: Parameters<typeof QuestionnaireFields>[0]['questionnaire'],
  locale: 'de' | 'en',
) =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <QuestionnaireFields questionnaire={questionnaire} />
    </LocaleProvider>,
  )
const namesIn = (html: string) => new Set([...html.matchAll(/ name="([^"]*)"/g)].map(([, name]) => name!))

test.each(versions)('the plain form of $key asks everything, in either language', ({ questionnaire }) => {
  const expected = [...ratedItems(questionnaire), ...textItems(questionnaire)].map((item) => item.key)
  const [german, english] = [page(questionnaire, 'de'), page(questionnaire, 'en')]
  expect([...namesIn(german)]).toEqual(expected)
  for (const { title } of itemsOf(questionnaire)) {
    expect(german).toContain(title.de)
    expect(english).toContain(title.en)
  }
  expect(german).not.toContain(' required')
})

test.each(versions)(
  'every button of the plain form of $key gives an answer that is taken',
  ({ questionnaire }) => {
    const buttons = [...page(questionnaire, 'de').matchAll(/<input[^>]*type="radio"[^>]*>/g)].map(
      ([input]) => {
        const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)![1]!
        return [attribute('name'), attribute('value')] as const
      },
    )
    expect(buttons).toHaveLength(36)
    for (const button of buttons) {
      expect(checkAgainst(questionnaire, answersFromForm(questionnaire, [button])).ok).toBe(true)
    }
  },
)
