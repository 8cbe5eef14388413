// Quizzes: what is asked, and what is right. The part for the browser is made by leaving out, never by hiding:
// `questionsOf` builds new objects, so that no answer can travel along by accident.

import type { LocalText, Words } from '#app/domain/questionnaire.ts'

type Asked = { name: string; title: LocalText; description?: LocalText; explanation?: LocalText }
type Choice = { value: string; text: LocalText }
type Choices = { choices: Choice[]; choicesOrder?: 'random' | 'none' }

export type QuizElement =
  | (Asked & Choices & { type: 'radiogroup'; correctAnswer: string })
  | (Asked & Choices & { type: 'checkbox'; correctAnswer: string[] })
  | (Asked & { type: 'boolean'; correctAnswer: boolean })
  | (Asked & { type: 'rating'; rateMin: number; rateMax: number; correctAnswer: number })
  | (Asked & { type: 'text'; maxLength: number; correctAnswer: string })

/** The part of SurveyJS's language that quizzes use; surveys/quiz.ts refuses the rest. */
export type QuizDefinition = { pages: { name: string; elements: QuizElement[] }[] }

export type QuizOption = { value: string; label: Words }
type Question = { key: string; title: Words; hint: Words | null }
/** A question as it may be seen before it is answered. */
export type QuizQuestion = Question &
  (
    | { kind: 'one' | 'many'; options: QuizOption[]; isShuffled: boolean }
    | { kind: 'yes-no' }
    | { kind: 'rating'; from: number; to: number }
    | { kind: 'text'; maxLength: number }
  )

export type QuizAnswers = Record<string, string | number | boolean | string[]>
type Answer = QuizAnswers[string]

const words = (text: LocalText): Words => ({ de: text.default, en: text.en ?? null })
const elementsOf = (definition: QuizDefinition) => definition.pages.flatMap((page) => page.elements)

/** What is asked, without a trace of what is right. */
export function questionsOf(definition: QuizDefinition): QuizQuestion[] {
  return elementsOf(definition).map((element) => {
    const { name: key, title, description } = element
    const asked = { key, title: words(title), hint: description ? words(description) : null }
    switch (element.type) {
      case 'radiogroup':
      case 'checkbox':
        return {
          ...asked,
          kind: element.type === 'radiogroup' ? 'one' : 'many',
          options: element.choices.map(({ value, text }) => ({ value, label: words(text) })),
          isShuffled: element.choicesOrder === 'random',
        }
      case 'boolean':
        return { ...asked, kind: 'yes-no' }
      case 'rating':
        return { ...asked, kind: 'rating', from: element.rateMin, to: element.rateMax }
      case 'text':
        return { ...asked, kind: 'text', maxLength: element.maxLength }
    }
  })
}

/**
 * The answers in the fields of the plain form, by question. What a question does not offer counts as no answer, and
 * so does a second value where one is asked for: neither is preferred.
 */
export function answersOf(
  questions: readonly QuizQuestion[],
  valuesOf: (key: string) => readonly string[],
): QuizAnswers {
  const answers = questions.flatMap((question): [string, Answer][] => {
    const answer = readAnswer(question, valuesOf(question.key))
    return answer === undefined ? [] : [[question.key, answer]]
  })
  return Object.fromEntries(answers)
}

function readAnswer(question: QuizQuestion, values: readonly string[]): Answer | undefined {
  if (question.kind === 'many') {
    const offered = question.options.map(({ value }) => value)
    const chosen = offered.filter((value) => values.includes(value))
    return chosen.length > 0 ? chosen : undefined
  }
  const [value] = values
  if (value === undefined || values.length > 1) return undefined
  switch (question.kind) {
    case 'one':
      return question.options.find((option) => option.value === value)?.value
    case 'yes-no':
      return value === 'true' ? true : value === 'false' ? false : undefined
    case 'rating':
      return rated(value, question)
    case 'text':
      return value.trim().slice(0, question.maxLength) || undefined
  }
}

function rated(value: string, { from, to }: { from: number; to: number }): number | undefined {
  const rating = /^\d{1,2}$/.test(value) ? Number(value) : NaN
  return rating >= from && rating <= to ? rating : undefined
}

function isRight(element: QuizElement, answer: Answer | undefined): boolean {
  if (answer === undefined) return false
  switch (element.type) {
    case 'checkbox':
      return Array.isArray(answer) && isSameSet(answer, element.correctAnswer)
    case 'text':
      return typeof answer === 'string' && plain(answer) === plain(element.correctAnswer)
    default:
      return answer === element.correctAnswer
  }
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === new Set(b).size && a.every((one) => b.includes(one))
}

/** Capitals and blanks are no knowledge. */
const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

export type Score = { points: number; outOf: number }

/** A point for each question that is wholly right; what was left out or is right in part earns none. */
export function scoreOf(definition: QuizDefinition, answers: QuizAnswers): Score {
  const elements = elementsOf(definition)
  return {
    points: elements.filter((element) => isRight(element, answerTo(element, answers))).length,
    outOf: elements.length,
  }
}

function answerTo(element: QuizElement, answers: QuizAnswers): Answer | undefined {
  return Object.hasOwn(answers, element.name) ? answers[element.name] : undefined
}

/** Whether so many points are enough; compared in whole numbers, so that 60 % of five are three. */
export function isPassed({ points, outOf }: Score, passPercent: number): boolean {
  return points * 100 >= passPercent * outOf
}

/** An answer in words; yes and no are for the dictionary. */
export type Said = Words | boolean

/** One question after it was answered. */
export type Reviewed = {
  key: string
  title: Words
  isRight: boolean
  given: Said[]
  explanation: Words | null
  /** What would have been right; undefined while the quiz may still be tried. */
  solution: Said[] | undefined
}

/** What became of the answers. What would have been right is only said to those who need not try any more. */
export function reviewOf(
  definition: QuizDefinition,
  answers: QuizAnswers,
  withSolutions: boolean,
): Reviewed[] {
  return elementsOf(definition).map((element) => {
    const answer = answerTo(element, answers)
    return {
      key: element.name,
      title: words(element.title),
      isRight: isRight(element, answer),
      given: answer === undefined ? [] : inWords(element, answer),
      explanation: element.explanation ? words(element.explanation) : null,
      solution: withSolutions ? inWords(element, element.correctAnswer) : undefined,
    }
  })
}

function inWords(element: QuizElement, answer: Answer): Said[] {
  if (typeof answer === 'boolean') return [answer]
  if (element.type !== 'radiogroup' && element.type !== 'checkbox') return [{ de: String(answer), en: null }]
  const chosen: unknown[] = Array.isArray(answer) ? answer : [answer]
  return element.choices.filter(({ value }) => chosen.includes(value)).map(({ text }) => words(text))
}
