// Answers to a questionnaire: nothing is cleaned or guessed. What the questionnaire does not offer is refused.

import { holds, parseCondition, type Answered } from '#app/domain/condition.ts'
import { itemsOf, rowKey, type Item, type Questionnaire } from '#app/domain/questionnaire.ts'

/** In this field SurveyJS sends all answers as JSON. No question has a name with a capital letter. */
export const ANSWERS_FIELD = 'Answers'

/** A question that was skipped has no key. */
export type Answers = Record<string, number | string | boolean | string[] | Record<string, number>>

/** What can be wrong with an answer; each has its sentence in t.questionnaire.answerError. */
export type AnswerError =
  | 'unreadable'
  | 'unknown-question'
  | 'unknown-row'
  | 'hidden-question'
  | 'not-a-choice'
  | 'not-a-number'
  | 'not-a-text'
  | 'empty'
  | 'too-long'

/** `key` names the question or row; it is empty when the whole answer is meant. */
export type AnswerProblem = { key: string; error: AnswerError }
export type CheckedAnswers = { ok: true; answers: Answers } | { ok: false; errors: AnswerProblem[] }

/** Longer than any questionnaire's answers can be; the guard in front limits the body as well. */
const MAX_CHARACTERS = 65_536
const MAX_KEY_SHOWN = 64
const MAX_PROBLEMS = 20

/** What no database and no other program keeps as it is: half a character, and the end-of-text sign. */
const UNSTORABLE = /[\p{Surrogate}\0]/u

/** The answers in a form field; undefined when it holds no JSON. */
export function parseAnswers(text: string): unknown {
  if (text.length > MAX_CHARACTERS) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export type CheckOfAnswers = (answers: unknown) => CheckedAnswers

/**
 * The strict check for one questionnaire, to be used for many answers: what it offers, where it was asked. Conditions are
 * read here, for SurveyJS takes ten milliseconds of everybody's time; tests/properties/answers.test.ts holds both
 * readings together.
 */
export function checkerFor(questionnaire: Questionnaire): CheckOfAnswers {
  const conditional = itemsOf(questionnaire).flatMap(({ key, shownIf }) =>
    shownIf === null ? [] : [{ key, condition: parseCondition(shownIf) }],
  )
  return (answers) => {
    const checked = checkAgainst(questionnaire, answers)
    if (!checked.ok) return checked
    const unasked = conditional.filter(
      ({ key, condition }) =>
        Object.hasOwn(checked.answers, key) &&
        !(condition && holds(condition, (on) => answerTo(checked.answers, on))),
    )
    if (unasked.length === 0) return checked
    return refused(unasked.map(({ key }) => ({ key, error: 'hidden-question' })))
  }
}

/** Checks one person's answers; nothing is cleaned, and nothing that the questionnaire does not offer is taken. */
export function checkAnswers(questionnaire: Questionnaire, answers: unknown): CheckedAnswers {
  return checkerFor(questionnaire)(answers)
}

/** `on` is a question, or a row like `topics.support`. */
export function answerTo(answers: Answers, on: string): Answered {
  const [key, row] = splitOnce(on)
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined
  if (typeof answer !== 'object' || Array.isArray(answer)) return row === undefined ? answer : undefined
  return row !== undefined && Object.hasOwn(answer, row) ? answer[row] : undefined
}

/** Checks against everything but conditions: whether a question was asked at all depends on the others. */
export function checkAgainst(questionnaire: Questionnaire, answers: unknown): CheckedAnswers {
  if (!isPlainObject(answers)) return refused([{ key: '', error: 'unreadable' }])
  const items = new Map(itemsOf(questionnaire).map((item) => [item.key, item]))
  const errors: AnswerProblem[] = []
  for (const [key, value] of Object.entries(answers)) {
    const item = items.get(key)
    errors.push(
      ...(item ? problemsOf(item, value) : [{ key: shortened(key), error: 'unknown-question' as const }]),
    )
    if (errors.length >= MAX_PROBLEMS) break
  }
  return errors.length === 0 && isAnswers(answers) ? { ok: true, answers } : refused(errors)
}

function refused(errors: AnswerProblem[]): CheckedAnswers {
  return { ok: false, errors: errors.slice(0, MAX_PROBLEMS) }
}

function problemsOf(item: Item, value: unknown): AnswerProblem[] {
  if (item.kind === 'matrix') return problemsOfMatrix(item, value)
  const error = errorOf(item, value)
  return error ? [{ key: item.key, error }] : []
}

function errorOf(item: Exclude<Item, { kind: 'matrix' }>, value: unknown): AnswerError | null {
  switch (item.kind) {
    case 'choice':
      return choiceError(item, value)
    case 'single':
      return isOffered(item, value) ? null : 'not-a-choice'
    case 'several':
      return severalError(item, value)
    case 'yes-no':
      return typeof value === 'boolean' ? null : 'not-a-choice'
    case 'number':
      return isWhole(value) && item.min <= value && value <= item.max ? null : 'not-a-number'
    case 'text':
      return textError(item.maxLength, value)
  }
}

function problemsOfMatrix(item: Extract<Item, { kind: 'matrix' }>, value: unknown): AnswerProblem[] {
  if (!isPlainObject(value)) return [{ key: item.key, error: 'not-a-choice' }]
  const given = Object.entries(value)
  if (given.length === 0) return [{ key: item.key, error: 'empty' }]
  const problems: AnswerProblem[] = []
  for (const [key, chosen] of given) {
    const row = item.rows.find((one) => one.key === key)
    const error = row ? choiceError(item, chosen) : 'unknown-row'
    if (error) problems.push({ key: rowKey(item, { key: shortened(key) }), error })
    if (problems.length >= MAX_PROBLEMS) break
  }
  return problems
}

function choiceError(item: { options: readonly { value: number }[] }, value: unknown): AnswerError | null {
  return item.options.some((option) => Object.is(option.value, value)) ? null : 'not-a-choice'
}

function isOffered({ choices }: { choices: readonly { value: string }[] }, value: unknown): boolean {
  return choices.some((choice) => choice.value === value)
}

/** In any order, each once, and at least one: whoever ticks nothing has skipped the question. */
function severalError(item: { choices: readonly { value: string }[] }, value: unknown): AnswerError | null {
  if (!Array.isArray(value) || value.length > item.choices.length) return 'not-a-choice'
  if (value.length === 0) return 'empty'
  const isEachOnce = new Set(value).size === value.length
  return isEachOnce && value.every((one) => isOffered(item, one)) ? null : 'not-a-choice'
}

/** Minus zero would be written down as zero, and so is another number than was sent. */
function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && !Object.is(value, -0)
}

function textError(maxLength: number, value: unknown): AnswerError | null {
  if (typeof value !== 'string' || UNSTORABLE.test(value)) return 'not-a-text'
  if (value === '') return 'empty'
  return value.length > maxLength ? 'too-long' : null
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function isAnswers(answers: Record<string, unknown>): answers is Answers {
  return Object.values(answers).every(
    (value) =>
      ['number', 'string', 'boolean'].includes(typeof value) || Array.isArray(value) || isPlainObject(value),
  )
}

function shortened(key: string): string {
  return key.slice(0, MAX_KEY_SHOWN)
}

/**
 * The answers in the fields of the plain HTML form: `overall=5`, `topics.organisation=4`, texts under their key, and
 * one field for each box that was ticked. Skipped questions are left out; whatever does not fit is handed on as it is,
 * for the check to refuse. The caller takes its own fields out first.
 */
export function answersFromForm(
  questionnaire: Questionnaire,
  fields: Iterable<readonly [string, unknown]>,
): Record<string, unknown> {
  const items = new Map(itemsOf(questionnaire).map((item) => [item.key, item]))
  const answers = new Map<string, unknown>()
  const matrices = new Map<string, Map<string, unknown>>()
  for (const [name, value] of fields) {
    if (value === '') continue
    const [key, row] = splitOnce(name)
    const item = items.get(key)
    if (row !== undefined && item?.kind === 'matrix') {
      const rows = matrices.get(key) ?? new Map<string, unknown>()
      matrices.set(key, put(rows, row, valueFromForm(item, value)))
    } else if (item?.kind === 'several' && row === undefined) {
      const ticked = answers.get(key)
      answers.set(key, [...(Array.isArray(ticked) ? ticked : []), value])
    } else {
      put(answers, name, valueFromForm(items.get(name), value))
    }
  }
  for (const [key, rows] of matrices) put(answers, key, Object.fromEntries(rows))
  return Object.fromEntries(answers)
}

/** A field that comes twice becomes a list, which no such question takes: neither value is preferred. */
function put(map: Map<string, unknown>, key: string, value: unknown): Map<string, unknown> {
  return map.set(key, map.has(key) ? [map.get(key), value] : value)
}

function splitOnce(name: string): [string, string | undefined] {
  const dot = name.indexOf('.')
  return dot < 0 ? [name, undefined] : [name.slice(0, dot), name.slice(dot + 1)]
}

const YES_NO: Record<string, boolean> = { yes: true, no: false }

function valueFromForm(item: Item | undefined, value: unknown): unknown {
  if (!item || typeof value !== 'string') return value
  switch (item.kind) {
    case 'text':
      // Browsers send line breaks as two characters but count them as one against maxlength.
      return value.replaceAll('\r\n', '\n')
    case 'number':
      return /^\d{1,9}$/.test(value) ? Number(value) : value
    case 'yes-no':
      return Object.hasOwn(YES_NO, value) ? YES_NO[value] : value
    case 'choice':
    case 'matrix':
      return item.options.find((option) => String(option.value) === value)?.value ?? value
    case 'single':
    case 'several':
      return value
  }
}
