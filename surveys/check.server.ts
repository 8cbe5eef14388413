import { checkAgainst, type Answers, type AnswerProblem, type CheckedAnswers } from '#app/domain/answers.ts'
import { itemsOf, readQuestionnaire, type Definition } from '#app/domain/questionnaire.ts'

export type CheckOfAnswers = (answers: unknown) => CheckedAnswers

/**
 * The strict check for one definition, to be used for many answers. SurveyJS itself is asked, and loaded, only
 * where a question has a condition: its own validation lets most hostile answers pass and costs milliseconds.
 */
export async function checkerFor(definition: Definition): Promise<CheckOfAnswers> {
  const questionnaire = readQuestionnaire(definition)
  if (itemsOf(questionnaire).every((item) => item.shownIf === null)) {
    return (answers) => checkAgainst(questionnaire, answers)
  }
  const { hiddenQuestions } = await import('#surveys/visibility.server.ts')
  return (answers) => {
    const checked = checkAgainst(questionnaire, answers)
    if (!checked.ok) return checked
    const errors = answeredThough(hiddenQuestions(definition, checked.answers), checked.answers)
    return errors.length === 0 ? checked : { ok: false, errors }
  }
}

function answeredThough(hidden: readonly string[], answers: Answers): AnswerProblem[] {
  return hidden
    .filter((key) => Object.hasOwn(answers, key))
    .map((key) => ({ key, error: 'hidden-question' as const }))
}

/** Checks one person's answers; nothing is cleaned, and nothing that the questionnaire does not offer is taken. */
export async function checkAnswers(definition: Definition, answers: unknown): Promise<CheckedAnswers> {
  const check = await checkerFor(definition)
  return check(answers)
}
