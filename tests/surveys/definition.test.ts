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
import { checkDefinition, readDefinition } from '#surveys/definition.ts'
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
const Q = 'pages.0.elements.2'
const choice = (value: string) => ({ value, text: { default: `Antwort ${value}` } })
const add = (definition: any, element: object) =>
  definition.pages[0].elements.push({ name: 'added', title: { default: 'Noch eine' }, ...element })

const faults: [string, (definition: any) => unknown, string, DefinitionFinding][] = [
  ...[
    '<b>fett</b>',
    '<script>alert(1)</script>',
    '<p onclick="alert(1)">Text</p>',
    '<img src=x onerror=alert(1)>',
    '<p>Text<svg onload=alert(1)></p>',
    '<a href="javascript:alert(1)">hier</a>',
    '<style>*{display:none}</style>',
    '<p style="display:none">Text</p>',
    '<!-- <p> -->Text',
    '<p>Text</p><iframe></iframe>',
    '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<p/onmouseover=alert(1)>Text</p>',
  ].map((html): [string, (d: any) => unknown, string, DefinitionFinding] => [
    `raw HTML (${html})`,
    (d) => d.pages[0].elements.push({ type: 'html', name: 'x', html: { default: html } }),
    'pages.0.elements.2.html.default',
    'bad-html',
  ]),
  [
    'an answer piped into HTML',
    (d) => d.pages[0].elements.push({ type: 'html', name: 'x', html: { default: '<p>{helped}</p>' } }),
    'pages.0.elements.2.html.default',
    'placeholder',
  ],
  [
    'an address elsewhere',
    (d) => (first(d).title.default = 'Mehr auf https://evil.example'),
    `${P}.title.default`,
    'external-address',
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
  ['a question that must be answered', (d) => (first(d).isRequired = true), `${P}.isRequired`, 'required'],
  ['a trigger', (d) => (d.triggers = []), 'triggers', 'not-allowed'],
  ['a file', (d) => (first(d).type = 'file'), `${P}.type`, 'unknown-type'],
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
  ['a value that is a text', (d) => (first(d).choices[0].value = '5'), `${P}.choices.0.value`, 'bad-key'],
  [
    'a scale that is half words',
    (d) => (first(d).choices[0].value = 'five'),
    `${P}.choices`,
    'not-the-scale',
  ],
  [
    'an overall rating in words',
    (d) => (first(d).choices = [choice('good'), choice('bad')]),
    `${P}.choices`,
    'not-the-scale',
  ],
  [
    'one answer to choose from',
    (d) => add(d, { type: 'checkbox', choices: [choice('a')] }),
    `${Q}.choices`,
    'too-few-choices',
  ],
  [
    'an answer twice',
    (d) => add(d, { type: 'checkbox', choices: [choice('a'), choice('a')] }),
    `${Q}.choices.1.value`,
    'key-twice',
  ],
  [
    'a number without limits',
    (d) => add(d, { type: 'text', inputType: 'number', max: 5 }),
    `${Q}.min`,
    'missing',
  ],
  [
    'limits upside down',
    (d) => add(d, { type: 'text', inputType: 'number', min: 6, max: 5 }),
    `${Q}.max`,
    'wrong-range',
  ],
  [
    'a number beyond all limits',
    (d) => add(d, { type: 'text', inputType: 'number', min: 0, max: 1e9 }),
    `${Q}.max`,
    'wrong-range',
  ],
  [
    'a date',
    (d) => add(d, { type: 'text', inputType: 'date', maxLength: 9 }),
    `${Q}.inputType`,
    'not-allowed',
  ],
  ['a group in a page', (d) => add(d, { type: 'panel', elements: [] }), `${Q}.type`, 'panel'],
  ['stars', (d) => add(d, { type: 'rating' }), `${Q}.type`, 'rating'],
  [
    'a condition on a word that is not offered',
    (d) => {
      add(d, { type: 'checkbox', choices: [choice('a'), choice('b')] })
      d.pages[1].elements[0].visibleIf = "{added} contains 'c'"
    },
    'pages.1.elements.0.visibleIf',
    'bad-condition',
  ],
  [
    'answers longer than a ballot',
    (d) => {
      for (let n = 0; n < 10; n += 1)
        add(d, {
          name: `added${n}`,
          type: 'checkbox',
          choices: Array.from({ length: 20 }, (_, c) => choice(`${'x'.repeat(40)}${c}`)),
        })
    },
    'pages',
    'too-big',
  ],
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

test('paragraphs, lists and emphasis may stand between questions', () => {
  const html = {
    default: '<p>Vorab &amp; <strong>kurz</strong>:<br>eins<br />zwei</p><ul><li><em>drei</em></li></ul>',
  }
  expect(
    checkDefinition(changed((d) => d.pages[0].elements.push({ type: 'html', name: 'x', html }))),
  ).toEqual([])
})

test('texts may be plain ones, or name German by its own name', () => {
  const read = readDefinition(
    changed((d) => {
      d.title = 'Nur ein Titel'
      first(d).title = { de: 'Deutsch', en: 'English' }
    }),
  )
  expect(read.ok && read.definition.title).toEqual({ default: 'Nur ein Titel' })
  expect(read.ok && read.definition.pages[0]?.elements[0]).toMatchObject({
    title: { default: 'Deutsch', en: 'English' },
  })
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
