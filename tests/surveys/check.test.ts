import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  answersFromForm,
  checkAgainst,
  checkAnswers,
  parseAnswers,
  type Answers,
} from '#app/domain/answers.ts'
import { itemsOf, QUESTIONNAIRE_KEYS, type Item, type Questionnaire } from '#app/domain/questionnaire.ts'
import { currentVersion } from '#surveys/index.ts'
import { allowed, possible } from '#tests/surveys/possible-answers.ts'

const versions = QUESTIONNAIRE_KEYS.map(currentVersion)
const keysOf = (questionnaire: Questionnaire, kind: Item['kind']) =>
  itemsOf(questionnaire)
    .filter((item) => item.kind === kind)
    .map((item) => item.key)

/** Each is what an attacker, or a broken program, might send instead of answers. */
function hostileAnswers(questionnaire: Questionnaire): [string, unknown][] {
  const [matrix = ''] = keysOf(questionnaire, 'matrix')
  const [text = ''] = keysOf(questionnaire, 'text')
  const row = itemsOf(questionnaire).flatMap((item) => (item.kind === 'matrix' ? item.rows : []))[0]!.key
  return [
    ['a value that is not offered', { overall: 6 }],
    ['a value beyond the scale', { overall: -1 }],
    ['a number written as text', { overall: '5' }],
    ['half a point', { overall: 4.5 }],
    ['minus zero', { overall: -0 }],
    ['nothing', { overall: null }],
    ['a yes', { overall: true }],
    ['a list of values', { overall: [5] }],
    ['an object as value', { overall: { value: 5 } }],
    ['an unknown question', { evil: 5 }],
    ['a question of the prototype', JSON.parse('{"__proto__": {"overall": 5}}')],
    ['a method as question', { constructor: 5 }],
    ["a comment field of SurveyJS's own", { 'overall-Comment': 'x' }],
    ['an unknown row', { [matrix]: { evil: 5 } }],
    ['a row of the prototype', { [matrix]: JSON.parse('{"__proto__": 5}') }],
    ['a value that is not offered in a row', { [matrix]: { [row]: 9 } }],
    ['a number written as text in a row', { [matrix]: { [row]: '5' } }],
    ['a list instead of a matrix', { [matrix]: [5, 4] }],
    ['one value for a whole matrix', { [matrix]: 5 }],
    ['an empty matrix', { [matrix]: {} }],
    ['a key with a dot instead of a matrix', { [`${matrix}.${row}`]: 5 }],
    ['a text that is too long', { [text]: 'x'.repeat(1_001) }],
    ['an object as text', { [text]: { text: 'x' } }],
    ['a number as text', { [text]: 5 }],
    ['an empty text', { [text]: '' }],
    ['a text with a zero byte', { [text]: 'a\u0000b' }],
    ['half a character', { [text]: 'a\ud83d' }],
    ['a list instead of answers', [{ overall: 5 }]],
    ['a text instead of answers', 'overall=5'],
    ['no answers at all', undefined],
    ['a date', new Date(0)],
    ['a deep nest', JSON.parse(`${'{"overall":'.repeat(500)}5${'}'.repeat(500)}`)],
    ['ten thousand questions', Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`q${n}`, n]))],
  ]
}

const hostile = versions.flatMap(({ key, questionnaire }) =>
  hostileAnswers(questionnaire).map(([what, answers]) => ({ key, what, answers, questionnaire })),
)

test.each(hostile)('$key refuses $what', ({ answers, questionnaire }) => {
  const result = checkAnswers(questionnaire, answers)
  expect(result.ok).toBe(false)
  if (result.ok) return
  expect(result.errors.length).toBeGreaterThan(0)
  expect(result.errors.length).toBeLessThanOrEqual(20)
  for (const { key } of result.errors) expect(key.length).toBeLessThan(150)
})

test('one wrong answer among right ones is named, and nothing of the rest is taken', () => {
  const { questionnaire } = currentVersion('competence-centre')
  const answers = { overall: 5, topics: { organisation: 4, support: 7 }, helped: 'Viel' }
  expect(checkAnswers(questionnaire, answers)).toEqual({
    ok: false,
    errors: [{ key: 'topics.support', error: 'not-a-choice' }],
  })
})

test('a prototype stays what it was, whatever was sent', () => {
  checkAnswers(
    currentVersion('competence-centre').questionnaire,
    JSON.parse('{"__proto__": {"polluted": 1}}'),
  )
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

const junk = fc.oneof(
  fc.integer({ min: -2, max: 7 }),
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    '5',
    'Text',
    'x'.repeat(1_001),
    {},
    [],
    [5],
    { organisation: 5 },
    4.5,
  ),
)
const junkKey = fc.constantFrom('overall', 'topics', 'helped', 'liked', 'evil', 'toString', 'organisation')

test.each(versions)('$key takes whatever a person can answer', ({ questionnaire }) => {
  fc.assert(
    fc.property(possible(questionnaire), (answers) => {
      expect(checkAgainst(questionnaire, answers)).toEqual({ ok: true, answers })
    }),
    { numRuns: 100 },
  )
})

test.each(versions)('$key takes exactly what it offers', ({ questionnaire }) => {
  fc.assert(
    fc.property(possible(questionnaire), junkKey, junk, fc.boolean(), (answers, key, value, inRow) => {
      const changed = inRow ? { ...answers, topics: { [key]: value } } : { ...answers, [key]: value }
      expect(checkAgainst(questionnaire, changed).ok).toBe(allowed(questionnaire, changed))
    }),
    { numRuns: 300 },
  )
})

test('an empty ballot is a vote: every question may be skipped', () => {
  for (const { questionnaire } of versions) expect(checkAnswers(questionnaire, {}).ok).toBe(true)
})

test.each(versions)('the plain form of $key gives the same answers', ({ questionnaire }) => {
  const fieldsOf = (answers: Answers) =>
    Object.entries(answers).flatMap(([key, value]): [string, string][] =>
      typeof value === 'object'
        ? Object.entries(value).map(([row, chosen]) => [`${key}.${row}`, String(chosen)])
        : [[key, String(value)]],
    )
  fc.assert(
    fc.property(possible(questionnaire), (answers) => {
      expect(answersFromForm(questionnaire, fieldsOf(answers))).toEqual(answers)
    }),
    { numRuns: 50 },
  )
})

test('the plain form counts a line break as one character and leaves out what was left blank', () => {
  const { questionnaire } = currentVersion('competence-centre')
  const fields: [string, string][] = [
    ['overall', '0'],
    ['helped', 'Erstens\r\nzweitens'],
    ['missing', ''],
  ]
  expect(answersFromForm(questionnaire, fields)).toEqual({ overall: 0, helped: 'Erstens\nzweitens' })
})

test.each([
  [
    'a field twice',
    [
      ['overall', '5'],
      ['overall', '1'],
    ],
  ],
  [
    'a row twice',
    [
      ['topics.support', '5'],
      ['topics.support', '1'],
    ],
  ],
  ['a value that is not offered', [['overall', '05']]],
  ['an unknown field', [['evil', '5']]],
  ['a row of the prototype', [['topics.__proto__', '5']]],
  ['a field of the prototype', [['__proto__', '5']]],
  [
    'a matrix as a whole and by row',
    [
      ['topics', '5'],
      ['topics.support', '5'],
    ],
  ],
] as [string, [string, string][]][])('what the plain form cannot send is refused: %s', (_, fields) => {
  const { questionnaire } = currentVersion('competence-centre')
  expect(checkAgainst(questionnaire, answersFromForm(questionnaire, fields)).ok).toBe(false)
})

test('a field that holds no JSON, or too much of it, is no answer', () => {
  expect(parseAnswers('{"overall":5}')).toEqual({ overall: 5 })
  expect(parseAnswers('{"overall":')).toBeUndefined()
  expect(parseAnswers(`{"helped":"${'x'.repeat(70_000)}"}`)).toBeUndefined()
})
