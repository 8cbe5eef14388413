import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { answersFromForm, checkAgainst } from '#app/domain/answers.ts'
import {
  itemsOf,
  QUESTIONNAIRE_KEYS,
  ratedItems,
  readQuestionnaire,
  textItems,
} from '#app/domain/questionnaire.ts'
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

const words = (german: string) => ({ default: german, en: `${german} (en)` })
const choices = ['alpha', 'beta'].map((value) => ({ value, text: words(value) }))
const everyKind = readQuestionnaire({
  title: words('Alles'),
  pages: [
    {
      name: 'all',
      elements: [
        { type: 'html', name: 'before', html: words('<p>Vorab <strong>etwas</strong></p>') },
        { type: 'radiogroup', name: 'way', title: words('Wie?'), choices },
        { type: 'checkbox', name: 'used', title: words('Was?'), choices },
        { type: 'boolean', name: 'again', title: words('Wieder?'), visibleIf: "{used} contains 'beta'" },
        { type: 'text', name: 'years', title: words('Jahre?'), inputType: 'number', min: 1, max: 40 },
        { type: 'text', name: 'word', title: words('Wort?'), maxLength: 20 },
      ],
    },
  ],
})

test('the plain form asks every kind of question, and says when one is meant', () => {
  const html = page(everyKind, 'de')
  expect([...namesIn(html)]).toEqual(['way', 'used', 'again', 'years', 'word'])
  expect(html).toContain('<p>Vorab <strong>etwas</strong></p>')
  expect(html).toContain('Bitte nur beantworten, wenn gilt: bei „Was?“ ist „beta“ angekreuzt.')
  expect(html).toContain('Eine ganze Zahl von 1 bis 40.')
  const inputs = [...html.matchAll(/<input[^>]*type="(?:radio|checkbox)"[^>]*>/g)].map(([input]) => {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)![1]!
    return [attribute('name'), attribute('value')] as const
  })
  expect(inputs).toHaveLength(6)
  for (const input of inputs) {
    expect(checkAgainst(everyKind, answersFromForm(everyKind, [input])).ok).toBe(true)
  }
  const both = answersFromForm(everyKind, [
    ['used', 'beta'],
    ['used', 'alpha'],
    ['years', '7'],
  ])
  expect(checkAgainst(everyKind, both)).toEqual({ ok: true, answers: { used: ['beta', 'alpha'], years: 7 } })
})
