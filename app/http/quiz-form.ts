// The small form for one question of a quiz, and the definition that comes of it.

import type { QuizDefinition, QuizElement } from '#app/domain/quiz.ts'
import type { Errors } from '#app/http/form.ts'

/** What the small form can ask; ratings are written as JSON. */
export const FORM_KINDS = ['radiogroup', 'checkbox', 'boolean', 'text'] as const
export type FormKind = (typeof FORM_KINDS)[number]

export const CHOICES = 6
const LONGEST_ANSWER = 80
const VALUES = 'abcdef'

export type QuestionFields = {
  title: string
  explanation: string | null
  /** By row; empty rows are left out. */
  choices: readonly (string | null)[]
  right: readonly string[]
  answer: string | null
  shuffle: boolean
}

type Result = { ok: true; element: QuizElement } | { ok: false; errors: Errors }

/** The question that somebody has filled in; errors are keys of t.module.quiz. */
export function elementFrom(kind: FormKind, name: string, fields: QuestionFields): Result {
  const asked = {
    name,
    title: { default: fields.title },
    ...(fields.explanation !== null && { explanation: { default: fields.explanation } }),
  }
  if (kind === 'boolean') {
    const [right] = fields.right
    if (right === undefined) return { ok: false, errors: { right: 'required' } }
    return { ok: true, element: { ...asked, type: kind, correctAnswer: right === 'true' } }
  }
  if (kind === 'text') {
    if (fields.answer === null) return { ok: false, errors: { answer: 'required' } }
    const element = { ...asked, type: kind, maxLength: LONGEST_ANSWER, correctAnswer: fields.answer }
    return { ok: true, element }
  }
  return choiceFrom(kind, asked, fields)
}

type Asked = Pick<QuizElement, 'name' | 'title'>

function choiceFrom(kind: 'radiogroup' | 'checkbox', asked: Asked, fields: QuestionFields): Result {
  const rows = fields.choices.flatMap((text, row) =>
    text === null ? [] : [{ value: VALUES[row] ?? '', text: { default: text } }],
  )
  if (rows.length < 2) return { ok: false, errors: { choice0: 'twoChoices' } }
  const right = rows.map(({ value }) => value).filter((value) => fields.right.includes(value))
  const choices = { choices: rows, ...(fields.shuffle && { choicesOrder: 'random' as const }) }
  const [only, ...more] = right
  if (kind === 'checkbox') {
    if (only === undefined) return { ok: false, errors: { right: 'markSome' } }
    return { ok: true, element: { ...asked, ...choices, type: kind, correctAnswer: right } }
  }
  if (only === undefined || more.length > 0) return { ok: false, errors: { right: 'markOne' } }
  return { ok: true, element: { ...asked, ...choices, type: kind, correctAnswer: only } }
}

/** The value of the choice in a row of the form. */
export const valueOfRow = (row: number) => VALUES[row] ?? ''

const FIRST_PAGE = 'page1'

/** The quiz with this question instead of the one of its name, or at the end. */
export function withElement(quiz: QuizDefinition | null, element: QuizElement): QuizDefinition {
  const pages = quiz?.pages ?? [{ name: FIRST_PAGE, elements: [] }]
  const isThere = pages.some(({ elements }) => elements.some(({ name }) => name === element.name))
  return {
    pages: pages.map((page, nth) => ({
      ...page,
      elements: isThere
        ? page.elements.map((one) => (one.name === element.name ? element : one))
        : nth === pages.length - 1
          ? [...page.elements, element]
          : page.elements,
    })),
  }
}

/** The quiz without the question; null when none is left. */
export function withoutElement(quiz: QuizDefinition, name: string): QuizDefinition | null {
  const pages = quiz.pages
    .map((page) => ({ ...page, elements: page.elements.filter((one) => one.name !== name) }))
    .filter(({ elements }) => elements.length > 0)
  return pages.length > 0 ? { pages } : null
}

/** A name that no question has yet. */
export function freeName(quiz: QuizDefinition | null): string {
  const taken = new Set(quiz?.pages.flatMap(({ elements }) => elements.map(({ name }) => name)))
  for (let nth = taken.size + 1; ; nth += 1) if (!taken.has(`question${nth}`)) return `question${nth}`
}

/** The form as a question fills it. */
export function questionValues(element: QuizElement): Record<string, unknown> {
  const { title, explanation } = element
  const values: Record<string, unknown> = { title: title.default, explanation: explanation?.default ?? null }
  if (element.type === 'boolean') return { ...values, right: String(element.correctAnswer) }
  if (element.type === 'text') return { ...values, answer: element.correctAnswer }
  if (element.type === 'rating') return values
  const right = [element.correctAnswer].flat()
  element.choices.forEach(({ value, text }, row) => {
    values[`choice${row}`] = text.default
    values[`isRight${row}`] = right.includes(value)
  })
  return { ...values, shuffle: element.choicesOrder === 'random' }
}
