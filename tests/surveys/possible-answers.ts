// Answers as people can give them, and the rules of the check once more, written as simply as they can be said.

import fc from 'fast-check'
import { Model } from 'survey-core'
import type { Answers } from '#app/domain/answers.ts'
import type { Definition, Item, Questionnaire } from '#app/domain/questionnaire.ts'
import { itemsOf } from '#app/domain/questionnaire.ts'

const text = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength, 40) })
    .filter((value) => value.length <= maxLength && !value.includes('\0'))

function ofItem(item: Item): fc.Arbitrary<Answers[string]> {
  switch (item.kind) {
    case 'text':
      return text(item.maxLength)
    case 'choice':
      return fc.constantFrom(...item.options.map((option) => option.value))
    case 'single':
      return fc.constantFrom(...item.choices.map((choice) => choice.value))
    case 'several':
      return fc
        .shuffledSubarray(
          item.choices.map((choice) => choice.value),
          { minLength: 1 },
        )
        .map((chosen) => [...chosen])
    case 'yes-no':
      return fc.boolean()
    case 'number':
      return fc.integer({ min: item.min, max: item.max })
    case 'matrix': {
      const value = fc.constantFrom(...item.options.map((option) => option.value))
      const rows = Object.fromEntries(item.rows.map((row) => [row.key, value]))
      const anyRows = fc.record(rows, { requiredKeys: [] }) as fc.Arbitrary<Record<string, number>>
      return anyRows.filter((given) => Object.keys(given).length > 0)
    }
  }
}

/** Any question may be skipped. Conditions are not looked at. */
export function possible(questionnaire: Questionnaire): fc.Arbitrary<Answers> {
  const questions = Object.fromEntries(itemsOf(questionnaire).map((item) => [item.key, ofItem(item)]))
  return fc.record(questions, { requiredKeys: [] }) as fc.Arbitrary<Answers>
}

/** Whether all answers are offered; read from the questionnaire alone, without the code that is tested. */
export function allowed(questionnaire: Questionnaire, answers: any): boolean {
  return Object.keys(answers).every((key) => {
    const item = itemsOf(questionnaire).find((one) => one.key === key)
    return item !== undefined && fits(item, answers[key])
  })
}

/** Minus zero is not zero: it was not offered, though JSON would write it so. */
const written = (value: unknown) => (Object.is(value, -0) ? '-0' : JSON.stringify(value))

function fits(item: Item, answer: any): boolean {
  const json = written(answer)
  if (item.kind === 'text') {
    return typeof answer === 'string' && answer.length >= 1 && answer.length <= item.maxLength
  }
  if (item.kind === 'yes-no') return json === 'true' || json === 'false'
  if (item.kind === 'number') {
    return typeof answer === 'number' && /^\d+$/.test(json) && answer >= item.min && answer <= item.max
  }
  if (item.kind === 'choice') return item.options.some(({ value }) => written(value) === json)
  if (item.kind === 'single') return item.choices.some(({ value }) => written(value) === json)
  if (item.kind === 'several') {
    if (!Array.isArray(answer) || answer.length === 0) return false
    const left = item.choices.map(({ value }) => written(value))
    return answer.every((one) => {
      const place = left.indexOf(written(one))
      if (place >= 0) left.splice(place, 1)
      return place >= 0
    })
  }
  if (Object.prototype.toString.call(answer) !== '[object Object]') return false
  const given = Object.entries(answer)
  if (given.length === 0) return false
  return given.every(
    ([row, value]) =>
      item.rows.some((one) => one.key === row) &&
      item.options.some((option) => written(option.value) === written(value)),
  )
}

/** What was answered though it was not asked, by SurveyJS's own reading of the conditions. */
export function answeredUnasked(definition: Definition, answers: Answers): string[] {
  const model = new Model(definition)
  model.data = structuredClone(answers)
  return model
    .getAllQuestions()
    .filter(({ isVisible, name }) => !isVisible && Object.hasOwn(answers, name))
    .map(({ name }) => name)
}
