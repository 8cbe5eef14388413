import fc from 'fast-check'
import { Model } from 'survey-core'
import { expect, test } from 'vitest'
import { answersFromForm, checkAgainst, checkAnswers, type Answers } from '#app/domain/answers.ts'
import { itemsOf, readQuestionnaire } from '#app/domain/questionnaire.ts'
import { readDefinition } from '#surveys/definition.ts'
import { aDefinition } from '#tests/surveys/random-definitions.ts'
import { allowed, answeredUnasked, possible } from '#tests/surveys/possible-answers.ts'

/** SurveyJS reads hundreds of definitions here; a busy machine needs its time for that. */
const SLOW = 120_000

/** A definition, and answers to it in which any question may be skipped. */
const answered = aDefinition.chain((definition) =>
  fc.record({ definition: fc.constant(definition), answers: possible(readQuestionnaire(definition)) }),
)

/** What a broken or hostile program could put in the place of one answer. */
const junk = fc.oneof(
  fc.integer({ min: -2, max: 45 }),
  fc.constantFrom<unknown>(null, true, false, '', '5', 'alpha', 'x'.repeat(100), {}, [], [5], 4.5, -0, 1e21),
  fc.constantFrom<unknown>(['alpha'], ['alpha', 'alpha'], ['alpha', 'zeta'], ['beta', 'alpha'], [['alpha']]),
  fc.constantFrom<unknown>({ support: 5 }, { support: '5' }, { evil: 5 }, { support: 5, exchange: 9 }),
  fc.jsonValue(),
)
const anyKey = fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4', 'evil', 'toString', 'q0-Comment', 'page0')

/** The same with one answer exchanged: for what somebody else could say there, or for anything at all. */
const exchanged = aDefinition.chain((definition) => {
  const questionnaire = readQuestionnaire(definition)
  const ours = fc.record({ answers: possible(questionnaire), other: possible(questionnaire) })
  return fc
    .tuple(ours, anyKey, junk, fc.integer({ min: 0, max: 2 }))
    .map(([{ answers, other }, key, value, what]) => ({
      definition,
      answers: { ...answers, ...(what === 0 ? { [key]: value } : other) } as Record<string, unknown>,
    }))
})

test('whatever is taken, SurveyJS reads without a complaint, and asks the same questions', () => {
  fc.assert(
    fc.property(aDefinition, (definition) => {
      const read = readDefinition(JSON.parse(JSON.stringify(definition)))
      if (!read.ok) throw new Error(JSON.stringify(read.findings))
      const model = new Model(read.definition)
      expect(model.jsonErrors ?? []).toEqual([])
      const names = definition.pages.flatMap((page) => page.elements.map(({ name }) => name))
      expect(model.getAllQuestions().map(({ name }) => name)).toEqual(names)
    }),
    { numRuns: 100 },
  )
})

test(
  'what a person can answer is taken, unless it was not asked',
  () => {
    fc.assert(
      fc.property(answered, ({ definition, answers }) => {
        const unasked = answeredUnasked(definition, answers)
        const result = checkAnswers(readQuestionnaire(definition), answers)
        expect(result.ok).toBe(unasked.length === 0)
        if (!result.ok) {
          expect(result.errors).toEqual(unasked.map((key) => ({ key, error: 'hidden-question' })))
        }
      }),
      { numRuns: 150 },
    )
  },
  SLOW,
)

test(
  'what is taken is exactly what the definition allows, whatever is put in the place of an answer',
  () => {
    let taken = 0
    let refused = 0
    fc.assert(
      fc.property(exchanged, ({ definition, answers }) => {
        const questionnaire = readQuestionnaire(definition)
        const expected =
          allowed(questionnaire, answers) && answeredUnasked(definition, answers as Answers).length === 0
        expect(checkAnswers(questionnaire, answers).ok).toBe(expected)
        if (expected) taken += 1
        else refused += 1
      }),
      { numRuns: 400 },
    )
    // Both sides were seen: a check that says the same to everything would pass neither.
    expect(taken).toBeGreaterThan(20)
    expect(refused).toBeGreaterThan(20)
  },
  SLOW,
)

test('the plain form gives the same answers as SurveyJS', () => {
  const fieldsOf = (answers: Answers) =>
    Object.entries(answers).flatMap(([key, value]): [string, string][] => {
      if (Array.isArray(value)) return value.map((one) => [key, one])
      if (typeof value === 'boolean') return [[key, value ? 'yes' : 'no']]
      if (typeof value !== 'object') return [[key, String(value)]]
      return Object.entries(value).map(([row, chosen]) => [`${key}.${row}`, String(chosen)])
    })
  fc.assert(
    fc.property(answered, ({ definition, answers }) => {
      const questionnaire = readQuestionnaire(definition)
      const read = answersFromForm(questionnaire, fieldsOf(answers))
      expect(read).toEqual(answers)
      expect(checkAgainst(questionnaire, read).ok).toBe(true)
      expect(itemsOf(questionnaire).length).toBeGreaterThanOrEqual(Object.keys(read).length)
    }),
    { numRuns: 200 },
  )
})
