import { Model } from 'survey-core'
import type { Answers } from '#app/domain/answers.ts'
import type { Definition } from '#app/domain/questionnaire.ts'

/**
 * The questions that a person with these answers does not get to see, by SurveyJS's own reading of the conditions.
 * One model per call: a shared one would mix the answers of two people.
 */
export function hiddenQuestions(definition: Definition, answers: Answers): string[] {
  const model = new Model(definition)
  model.data = structuredClone(answers)
  return model
    .getAllQuestions()
    .filter((question) => !question.isVisible)
    .map((question) => question.name)
}
