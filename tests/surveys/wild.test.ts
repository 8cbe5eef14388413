import { expect, test } from 'vitest'
import { questionnaire as de } from '#app/i18n/de/questionnaire.ts'
import { readDefinitionText } from '#surveys/definition.ts'
import competenceCentre from '#surveys/competence-centre.json'

// Files as they are found: everything that SurveyJS can do, and everything that a file can be. Each gets a verdict.

const page = (...elements: object[]) => ({ title: 'Umfrage', pages: [{ name: 'page1', elements }] })
const findings = (text: string) => {
  const read = readDefinitionText(text)
  return read.ok ? [] : read.findings
}
const of = (json: unknown) => findings(JSON.stringify(json))

const wild: [string, unknown, { path: string; finding: string }][] = [
  [
    'every type there is',
    page(
      ...[
        'rating',
        'ranking',
        'dropdown',
        'tagbox',
        'file',
        'signaturepad',
        'image',
        'imagepicker',
        'imagemap',
      ]
        .concat(['multipletext', 'matrixdropdown', 'matrixdynamic', 'paneldynamic', 'expression', 'slider'])
        .map((type, n) => ({ type, name: `q${n}`, title: 'Frage' })),
    ),
    { path: 'pages.0.elements.14.type', finding: 'unknown-type' },
  ],
  [
    'a scale from an experiment',
    page({ type: 'matrix', name: 'M1', columns: [1, 2, 3], rows: ['a'] }),
    { path: 'pages.0.elements.0.name', finding: 'bad-key' },
  ],
  [
    'pages as an object',
    { title: 'x', pages: { 0: { elements: [] } } },
    { path: 'pages', finding: 'wrong-kind' },
  ],
  [
    'questions without pages',
    { title: 'x', elements: [{ type: 'text', name: 'a' }] },
    { path: 'elements', finding: 'not-allowed' },
  ],
  [
    'a panel with templates',
    page({ type: 'paneldynamic', name: 'a', templateElements: [{ type: 'text', name: 'b' }] }),
    { path: 'pages.0.elements.0.type', finding: 'unknown-type' },
  ],
  [
    'a validator with an expression',
    page({
      type: 'text',
      name: 'a',
      title: 'x',
      maxLength: 5,
      validators: [{ type: 'expression', expression: '{a} > 1' }],
    }),
    { path: 'pages.0.elements.0.validators', finding: 'not-allowed' },
  ],
  [
    'a catastrophic expression',
    page({
      type: 'text',
      name: 'a',
      title: 'x',
      maxLength: 50,
      validators: [{ type: 'regex', text: 'no', regex: '^(a+)+$' }],
    }),
    { path: 'pages.0.elements.0.validators', finding: 'not-allowed' },
  ],
  ...(
    [
      ['completedHtml', '<script>alert(1)</script>'],
      ['completedBeforeHtml', '<p>x</p>'],
      ['completedHtmlOnCondition', [{ expression: '{a} = 1', html: '{a}' }]],
      ['loadingHtml', 'x'],
      ['navigateToUrl', 'https://evil.example'],
      ['navigateToUrlOnCondition', []],
      ['cookieName', 'x'],
      ['surveyId', 'x'],
      ['surveyPostId', 'x'],
      ['sendResultOnPageNext', true],
      ['triggers', [{ type: 'runexpression', runExpression: 'x' }]],
      ['calculatedValues', [{ name: 'x', expression: '1' }]],
      ['logo', 'https://evil.example/x.png'],
      ['backgroundImage', 'url(https://evil.example)'],
      ['locale', 'xx'],
      ['timeLimit', 5],
    ] as const
  ).map(([key, value]): [string, unknown, { path: string; finding: string }] => [
    key,
    { ...competenceCentre, [key]: value },
    { path: key, finding: 'not-allowed' },
  ]),
]

test.each(wild)('%s gets a verdict that names the place', (_, json, expected) => {
  const found = of(json)
  expect(found).toContainEqual(expected)
  for (const { finding } of found) expect(de.finding[finding]).toMatch(/^[A-ZÄÖÜ].*[.]$/)
})

const good = JSON.stringify(competenceCentre)
const deep = (open: string, close: string, times: number) => `${open.repeat(times)}1${close.repeat(times)}`

test.each([
  ['nothing', '', 'not-json'],
  ['blanks', '   ', 'not-json'],
  ['half of a file', good.slice(0, 500), 'not-json'],
  ['something else', '<?xml version="1.0"?><survey/>', 'not-json'],
  ['JavaScript', 'export const json = {}', 'not-json'],
  ['a picture', '\x89PNG\r\n\x1a\n\0\0', 'not-json'],
  ['a number', '5', 'wrong-kind'],
  ['eleven pages', JSON.stringify({ title: 'x', pages: Array.from({ length: 11 }, () => ({})) }), 'too-many'],
  ['null', 'null', 'wrong-kind'],
  ['a list', '[]', 'wrong-kind'],
  ['a nest of lists', deep('[', ']', 3_000), 'too-deep'],
  ['a nest of lists that nobody closes', '['.repeat(100_000), 'not-json'],
  ['a nest of objects', deep('{"a":', '}', 30_000), 'too-deep'],
  [
    'panels in panels',
    JSON.stringify(page()).replace('[]', deep('[{"type":"panel","elements":', '}]', 3_500)),
    'too-deep',
  ],
  ['ten megabytes', JSON.stringify({ title: 'x'.repeat(10_000_000) }), 'too-big'],
  [
    'a hundred thousand questions',
    JSON.stringify(page(...Array.from({ length: 100_000 }, () => ({})))),
    'too-big',
  ],
  [
    'fifty thousand zeros',
    JSON.stringify({ title: 'x', pages: Array.from({ length: 50_000 }, () => 0) }),
    'too-big',
  ],
])('%s: %#', (_, text, finding) => {
  const found = findings(text)
  expect(found.map((one) => one.finding)).toContain(finding)
  expect(found.length).toBeLessThanOrEqual(50)
})

test('of two equal keys neither is taken', () => {
  expect(findings(good.replace('{', '{"title":"x",'))).toEqual([{ path: 'title', finding: 'key-twice' }])
  expect(findings(good.replace('"type":', '"na\\u006de":"x","type":'))).toEqual([
    { path: 'pages.0.elements.0.name', finding: 'key-twice' },
  ])
  expect(findings(good)).toEqual([])
})

test('keys of the prototype are keys like others, and nothing is polluted', () => {
  for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
    expect(findings(good.replace('{', `{"${key}":{"polluted":1},`))).toContainEqual({
      path: key,
      finding: 'not-allowed',
    })
    expect(findings(good.replace('"type":', `"${key}":{"polluted":1},"type":`))).toContainEqual({
      path: `pages.0.elements.0.${key}`,
      finding: 'not-allowed',
    })
    expect(findings(good.replace('"radiogroup"', `"${key}"`))).toContainEqual({
      path: 'pages.0.elements.0.type',
      finding: 'unknown-type',
    })
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('half characters are named, in keys they are mended, and a mark at the beginning does not matter', () => {
  expect(findings(good.replace('Wie zufrieden', 'Wie \\ud83d'))).toContainEqual({
    path: expect.stringContaining('default'),
    finding: 'unstorable',
  })
  const [named] = findings(good.replace('{', '{"\\udc00":1,'))
  expect(named).toEqual({ path: '\ufffd', finding: 'not-allowed' })
  expect(findings(`\ufeff${good}`)).toEqual([])
})

test('a key as long as a book is shortened where it is named', () => {
  const [named] = findings(good.replace('{', `{"${'k'.repeat(5_000)}":1,`))
  expect(named?.path.length).toBeLessThan(80)
})
