import { expect, test } from 'vitest'
import { readQuestionnaire, type Definition, type DefinitionElement } from '#app/domain/questionnaire.ts'
import { overallProblem, SCALE_WORDS } from '#app/domain/scale-words.ts'
import { currentVersion } from '#surveys/index.ts'

const text = (words: string) => ({ default: words })
const helped: DefinitionElement = { type: 'boolean', name: 'helped', title: text('Geholfen?') }
const overall = {
  type: 'radiogroup' as const,
  name: 'overall',
  title: text('Insgesamt?'),
  choices: SCALE_WORDS,
}
const problemOf = (...elements: DefinitionElement[]) => {
  const definition: Definition = { title: text('t'), pages: [{ name: 'page', elements }] }
  return overallProblem(readQuestionnaire(definition))
}
const saying = (value: number, words: { default: string; en?: string }) => ({
  ...overall,
  choices: SCALE_WORDS.map((option) => (option.value === value ? { value, text: words } : option)),
})

test('the indicator takes the question that asks everybody, in the words that it counts', () => {
  expect(problemOf(helped, overall)).toBeNull()
  expect(problemOf(saying(4, { default: 'Zufrieden' }))).toBeNull()
  expect(overallProblem(currentVersion('competence-centre').questionnaire)).toBeNull()
})

test('whoever is rated does not choose who rates them, nor what counts as satisfied', () => {
  expect(problemOf(helped)).toBe('no-overall')
  expect(problemOf(helped, { ...overall, visibleIf: '{helped} = true' })).toBe('overall-under-condition')
  expect(problemOf(saying(4, { default: 'weniger zufrieden' }))).toBe('overall-in-other-words')
  expect(problemOf(saying(4, { default: 'zufrieden', en: 'somewhat dissatisfied' }))).toBe(
    'overall-in-other-words',
  )
})
