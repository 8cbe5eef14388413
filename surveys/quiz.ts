// Which SurveyJS definitions we take as quizzes: the same texts, names and limits as questionnaires, with other kinds
// of questions, a right answer to each, and the explanation that is read afterwards.

import { z } from 'zod'
import type { QuizDefinition, QuizElement } from '#app/domain/quiz.ts'
import {
  Key,
  localText,
  MAX_HINT,
  MAX_OPTIONS,
  MAX_PAGES,
  MAX_QUESTIONS,
  MAX_TITLE,
  readAs,
  text,
} from '#surveys/definition.ts'
import { repeated } from '#surveys/definition-rules.ts'
import { readJson, type Finding } from '#surveys/json.ts'

export const MAX_SOLUTION = 200
const MOST_RATING = 10

const Choice = z.strictObject({ value: Key, text: localText(MAX_TITLE) })
const Choices = z.array(Choice).min(2).max(MAX_OPTIONS)
const asked = {
  name: Key,
  title: localText(MAX_TITLE),
  description: localText(MAX_HINT).exactOptional(),
  explanation: localText(MAX_HINT).exactOptional(),
}
const chosen = { choices: Choices, choicesOrder: z.enum(['random', 'none']).exactOptional() }
const rate = z.int().min(0).max(MOST_RATING)

const Element = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('radiogroup'), ...asked, ...chosen, correctAnswer: Key }),
  z.strictObject({
    type: z.literal('checkbox'),
    ...asked,
    ...chosen,
    correctAnswer: z.array(Key).min(1).max(MAX_OPTIONS),
  }),
  z.strictObject({ type: z.literal('boolean'), ...asked, correctAnswer: z.boolean() }),
  z.strictObject({ type: z.literal('rating'), ...asked, rateMin: rate, rateMax: rate, correctAnswer: rate }),
  z.strictObject({
    type: z.literal('text'),
    ...asked,
    maxLength: z.int().min(1).max(MAX_SOLUTION),
    correctAnswer: text(MAX_SOLUTION),
  }),
])

const QuizSchema = z
  .strictObject({
    pages: z
      .array(z.strictObject({ name: Key, elements: z.array(Element).min(1).max(MAX_QUESTIONS) }))
      .min(1)
      .max(MAX_PAGES),
  })
  .superRefine((definition, context) => {
    for (const { path, finding } of acrossElements(definition))
      context.addIssue({ code: 'custom', path: path.split('.'), message: finding })
  })

function acrossElements(definition: QuizDefinition): Finding[] {
  const elements = definition.pages.flatMap((page, p) =>
    page.elements.map((element, e) => ({ element, path: `pages.${p}.elements.${e}` })),
  )
  return [
    ...repeated(elements.map(({ element, path }) => ({ key: element.name, path: `${path}.name` }))),
    ...elements.flatMap(({ element, path }) => [
      ...('choices' in element
        ? repeated(
            element.choices.map(({ value }, c) => ({ key: value, path: `${path}.choices.${c}.value` })),
          )
        : []),
      ...(canBeAnswered(element)
        ? []
        : [{ path: `${path}.correctAnswer`, finding: 'wrong-solution' as const }]),
    ]),
  ]
}

/** Whether what is right can be chosen at all. */
function canBeAnswered(element: QuizElement): boolean {
  switch (element.type) {
    case 'radiogroup':
      return element.choices.some(({ value }) => value === element.correctAnswer)
    case 'checkbox':
      return element.correctAnswer.every((right) => element.choices.some(({ value }) => value === right))
    case 'rating':
      return element.rateMin <= element.correctAnswer && element.correctAnswer <= element.rateMax
    case 'text':
      return element.correctAnswer.trim().length <= element.maxLength
    case 'boolean':
      return true
  }
}

export type ReadQuiz = { ok: true; definition: QuizDefinition } | { ok: false; findings: Finding[] }

/** Takes any JSON and gives the quiz, or everything that speaks against it. */
export function readQuiz(json: unknown): ReadQuiz {
  return readAs(QuizSchema, json)
}

/** The same for the text of a form. */
export function readQuizText(json: string): ReadQuiz {
  const read = readJson(json)
  return read.ok ? readQuiz(read.json) : read
}

/** The quiz that is stored with a page. Only what was checked is stored, so anything else is our fault. */
export function storedQuiz(json: string): QuizDefinition {
  const result = readQuizText(json)
  if (!result.ok) throw new Error(`surveys: stored quiz ${JSON.stringify(result.findings)}`)
  return result.definition
}
