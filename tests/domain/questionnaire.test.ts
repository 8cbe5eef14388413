import { expect, test } from 'vitest'
import {
  itemsOf,
  missingTranslations,
  ratedItems,
  readQuestionnaire,
  SCALE,
  textItems,
  type Definition,
  type DefinitionElement,
} from '#app/domain/questionnaire.ts'

const word = (german: string) => ({ default: german, en: `${german} (en)` })
const options = SCALE.map((value) => ({ value, text: word(`Wert ${value}`) }))
const overall: DefinitionElement = {
  type: 'radiogroup',
  name: 'overall',
  title: word('Insgesamt'),
  choices: options,
}
const topics: DefinitionElement = {
  type: 'matrix',
  name: 'topics',
  title: word('Themen'),
  columns: options,
  rows: [
    { value: 'support', text: word('Unterstützung') },
    { value: 'exchange', text: word('Austausch') },
  ],
}
const remark: DefinitionElement = {
  type: 'comment',
  name: 'remark',
  title: word('Anmerkung'),
  maxLength: 500,
}
const definition = (...elements: DefinitionElement[]): Definition => ({
  title: word('Fragebogen'),
  pages: [{ name: 'one', elements }],
})

test('a definition is read into sections and questions in both languages', () => {
  const questionnaire = readQuestionnaire(definition(overall, topics, remark))
  expect(questionnaire.title).toEqual({ de: 'Fragebogen', en: 'Fragebogen (en)' })
  expect(itemsOf(questionnaire).map(({ key, kind }) => [key, kind])).toEqual([
    ['overall', 'choice'],
    ['topics', 'matrix'],
    ['remark', 'text'],
  ])
})

test('each row of a matrix is rated on its own', () => {
  const questionnaire = readQuestionnaire(definition(overall, topics, remark))
  expect(ratedItems(questionnaire).map(({ key }) => key)).toEqual([
    'overall',
    'topics.support',
    'topics.exchange',
  ])
  expect(textItems(questionnaire).map(({ key, lines }) => [key, lines])).toEqual([['remark', 'many']])
})

test('every text without English is named', () => {
  const half = { ...topics, rows: [{ value: 'support', text: { default: 'Unterstützung' } }] }
  const hinted = { ...remark, description: { default: 'Bitte keine Namen.' } }
  const questionnaire = readQuestionnaire({
    ...definition(overall, half, hinted),
    title: { default: 'Titel' },
  })
  expect(missingTranslations(questionnaire)).toEqual(['title', 'topics.support', 'remark (hint)'])
  expect(missingTranslations(readQuestionnaire(definition(overall, topics, remark)))).toEqual([])
})
