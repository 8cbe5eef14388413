import { expect, test } from 'vitest'
import {
  missingTranslations,
  OVERALL,
  QUESTIONNAIRE_KEYS,
  ratedItems,
  TOPICS,
  type Definition,
  type DefinitionFinding,
} from '#app/domain/questionnaire.ts'
import { evaluation as de } from '#app/i18n/de/evaluation.ts'
import { evaluation as en } from '#app/i18n/en/evaluation.ts'
import { checkDefinition } from '#surveys/definition.ts'
import { currentVersion } from '#surveys/index.ts'

const versions = QUESTIONNAIRE_KEYS.map(currentVersion)
const shipped = currentVersion('competence-centre').definition

/** A copy of a good definition with one thing changed. */
function changed(change: (definition: any) => void): unknown {
  const copy = structuredClone(shipped)
  change(copy)
  return copy
}
const first = (definition: any) => definition.pages[0].elements[0]

test.each(versions)(
  '$key keeps the rules and is complete in both languages',
  ({ definition, questionnaire }) => {
    expect(checkDefinition(definition)).toEqual([])
    expect(missingTranslations(questionnaire)).toEqual([])
  },
)

test.each(versions)('$key asks what the figures are made of', ({ questionnaire }) => {
  const keys = ratedItems(questionnaire).map((item) => item.key)
  expect(keys).toContain(OVERALL)
  expect(keys.filter((key) => key.startsWith(`${TOPICS}.`))).toHaveLength(5)
})

test.each(versions)('$key says the scale in the words of the results', ({ questionnaire }) => {
  for (const { options } of ratedItems(questionnaire)) {
    for (const { value, label } of options) {
      const key = String(value) as unknown as keyof typeof de.scale
      expect(label).toEqual({ de: de.scale[key], en: en.scale[key] })
    }
  }
})

const P = 'pages.0.elements.0'

const faults: [string, (definition: any) => unknown, string, DefinitionFinding][] = [
  [
    'raw HTML',
    (d) => d.pages[0].elements.push({ type: 'html', name: 'x', html: '<b>' }),
    'pages.0.elements.2.type',
    'not-allowed',
  ],
  ['a page of its own at the end', (d) => (d.completedHtml = '<b>'), 'completedHtml', 'not-allowed'],
  [
    'leading somewhere else',
    (d) => (d.navigateToUrl = 'https://evil.example'),
    'navigateToUrl',
    'not-allowed',
  ],
  [
    'asking another host',
    (d) => (first(d).choicesByUrl = { url: 'https://evil.example' }),
    `${P}.choicesByUrl`,
    'not-allowed',
  ],
  [
    'a regular expression',
    (d) => (first(d).validators = [{ type: 'regex', regex: '^(a+)+$' }]),
    `${P}.validators`,
    'not-allowed',
  ],
  ['a question that must be answered', (d) => (first(d).isRequired = true), `${P}.isRequired`, 'not-allowed'],
  ['a trigger', (d) => (d.triggers = []), 'triggers', 'not-allowed'],
  ['a file', (d) => (first(d).type = 'file'), `${P}.type`, 'not-allowed'],
  ['a picture from elsewhere', (d) => (d.logo = 'https://evil.example/x.png'), 'logo', 'not-allowed'],
  ['another free answer', (d) => (first(d).showOtherItem = true), `${P}.showOtherItem`, 'not-allowed'],
  [
    "somebody's answer in a text",
    (d) => (first(d).title.default = 'Weil Sie {overall} sagten'),
    `${P}.title.default`,
    'placeholder',
  ],
  ['no German', (d) => delete first(d).title.default, `${P}.title.default`, 'missing'],
  ['a blank text', (d) => (first(d).title.en = '  '), `${P}.title.en`, 'missing'],
  ['a third language', (d) => (first(d).title.fr = 'Bonjour'), `${P}.title.fr`, 'not-allowed'],
  [
    'a text as long as a book',
    (d) => (first(d).title.default = 'x'.repeat(301)),
    `${P}.title.default`,
    'too-long',
  ],
  ['a key with a capital', (d) => (first(d).name = 'Overall'), `${P}.name`, 'bad-key'],
  ['a key with a dot', (d) => (first(d).name = 'topics.x'), `${P}.name`, 'bad-key'],
  ['a dangerous key', (d) => (first(d).name = '__proto__'), `${P}.name`, 'bad-key'],
  ['a key twice', (d) => (d.pages[1].elements[0].name = 'missing'), 'pages.1.elements.1.name', 'key-twice'],
  [
    'a row twice',
    (d) => (d.pages[0].elements[1].rows[1].value = 'organisation'),
    'pages.0.elements.1.rows.1.value',
    'key-twice',
  ],
  ['a scale upside down', (d) => first(d).choices.reverse(), `${P}.choices`, 'not-the-scale'],
  ['a scale without "keine Angabe"', (d) => first(d).choices.pop(), `${P}.choices`, 'not-the-scale'],
  ['a value that is a text', (d) => (first(d).choices[0].value = '5'), `${P}.choices.0.value`, 'wrong-kind'],
  ['no questions', (d) => (d.pages[0].elements = []), 'pages.0.elements', 'too-few'],
  ['no pages', (d) => delete d.pages, 'pages', 'missing'],
  [
    'a text without limit',
    (d) => delete d.pages[1].elements[0].maxLength,
    'pages.1.elements.0.maxLength',
    'missing',
  ],
  ['texts that are too long together', (d) => (d.pages[1].elements[0].maxLength = 2_500), 'pages', 'too-big'],
  [
    'a condition that calls a function',
    (d) => (first(d).visibleIf = 'today() > 1'),
    `${P}.visibleIf`,
    'bad-condition',
  ],
  [
    'a condition on what comes later',
    (d) => (first(d).visibleIf = '{topics.support} > 1'),
    `${P}.visibleIf`,
    'bad-condition',
  ],
  [
    'a condition on a text',
    (d) => (d.pages[1].elements[1].visibleIf = '{helped} = 1'),
    'pages.1.elements.1.visibleIf',
    'bad-condition',
  ],
  [
    'topics that are no matrix',
    (d) => {
      d.pages[0].elements[1].name = 'other'
      d.pages[1].elements[0].name = 'topics'
    },
    'pages.1.elements.0.type',
    'wrong-kind',
  ],
]

test.each(faults)('%s is found', (_, change, path, finding) => {
  expect(checkDefinition(changed(change))).toContainEqual({ path, finding })
})

test.each([
  ['nothing', null],
  ['a list', []],
  ['a text', 'title'],
  ['a quarter of a megabyte', { title: 'x'.repeat(300_000) }],
  ['a nest without end', JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
])('%s is no definition', (_, json) => {
  expect(checkDefinition(json).length).toBeGreaterThan(0)
})

test('a condition on an earlier row is allowed, and one language is enough to begin with', () => {
  const definition = changed((copy: Definition) => {
    copy.pages[1]!.elements[1]!.visibleIf = '{topics.support} <= 2 and {topics.support} > 0'
    delete copy.title.en
  })
  expect(checkDefinition(definition)).toEqual([])
})

test('a definition with many faults does not answer with a book', () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`fault${index}`, 1]))
  expect(checkDefinition({ ...shipped, ...many })).toHaveLength(50)
})
