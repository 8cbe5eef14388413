// When a question is asked: comparisons of earlier answers, in the words of SurveyJS.

import type { Item } from '#app/domain/questionnaire.ts'

export const OPERATORS = ['=', '<>', '<', '<=', '>', '>=', 'contains'] as const
export type Operator = (typeof OPERATORS)[number]

/** One comparison; `on` is the key of an item, or of a row like `topics.support`. */
export type Comparison = { on: string; operator: Operator; value: number | string | boolean }
/** Comparisons, each joined to the one before; `and` binds closer than `or`. */
export type Condition = { first: Comparison; more: { join: 'and' | 'or'; comparison: Comparison }[] }

const COMPARISON =
  /^\{([a-z][a-z0-9_.]{0,96})\} (=|<>|<=|>=|<|>|contains) (\d{1,7}|true|false|'[a-z][a-z0-9_]{0,47}')/

/** Undefined when the text is anything but such comparisons: functions, calculations and addresses are none. */
export function parseCondition(text: string): Condition | undefined {
  const comparisons: Comparison[] = []
  const joins: ('and' | 'or')[] = []
  let rest = text
  for (;;) {
    const [whole, on = '', operator = '', value = ''] = COMPARISON.exec(rest) ?? []
    if (whole === undefined) return undefined
    comparisons.push({ on, operator: operator as Operator, value: readValue(value) })
    rest = rest.slice(whole.length)
    if (rest === '') break
    const [joined, join] = /^ (and|or) /.exec(rest) ?? []
    if (joined === undefined) return undefined
    joins.push(join as 'and' | 'or')
    rest = rest.slice(joined.length)
  }
  const [first, ...others] = comparisons
  return first && { first, more: joins.map((join, place) => ({ join, comparison: others[place] ?? first })) }
}

function readValue(text: string): Comparison['value'] {
  if (text.startsWith("'")) return text.slice(1, -1)
  return /^\d/.test(text) ? Number(text) : text === 'true'
}

export function writeComparison({ on, operator, value }: Comparison): string {
  return `{${on}} ${operator} ${typeof value === 'string' ? `'${value}'` : String(value)}`
}

export function comparisonsIn({ first, more }: Condition): Comparison[] {
  return [first, ...more.map(({ comparison }) => comparison)]
}

/** Whether a comparison asks for something that the earlier questions offer. */
export function isAnswerable({ on, operator, value }: Comparison, earlier: readonly Item[]): boolean {
  const [key, row] = on.split('.')
  const item = earlier.find((one) => one.key === key)
  if (!item || (row !== undefined) !== (item.kind === 'matrix')) return false
  switch (item.kind) {
    case 'matrix':
      return item.rows.some((one) => one.key === row) && isNumeric(operator, value)
    case 'choice':
    case 'number':
      return isNumeric(operator, value)
    case 'single':
      return (operator === '=' || operator === '<>') && isOffered(item, value)
    case 'several':
      return operator === 'contains' && isOffered(item, value)
    case 'yes-no':
      return operator === '=' && typeof value === 'boolean'
    case 'text':
      return false
  }
}

function isNumeric(operator: Operator, value: Comparison['value']): boolean {
  return operator !== 'contains' && typeof value === 'number'
}

function isOffered({ choices }: { choices: readonly { value: string }[] }, value: unknown): boolean {
  return choices.some((choice) => choice.value === value)
}

/** What was answered to a question, or in a row of it. */
export type Answered = Comparison['value'] | readonly string[] | undefined

/**
 * Whether a condition holds, as SurveyJS decides it: "and" binds closer than "or", and where nothing was answered, only
 * "is not" is true.
 */
export function holds({ first, more }: Condition, answerTo: (on: string) => Answered): boolean {
  const isTrue = (comparison: Comparison) => compares(comparison, answerTo(comparison.on))
  const any = [isTrue(first)]
  for (const { join, comparison } of more) {
    const is = isTrue(comparison)
    if (join === 'or') any.push(is)
    else any.push((any.pop() ?? false) && is)
  }
  return any.includes(true)
}

function compares({ operator, value }: Comparison, answer: Answered): boolean {
  if (answer === undefined) return operator === '<>'
  // Of several answers, only whether one of them was ticked can be asked.
  if (isSeveral(answer)) return operator === 'contains' && answer.some((one) => one === value)
  switch (operator) {
    case '=':
    case 'contains':
      return answer === value
    case '<>':
      return answer !== value
    case '<':
      return answer < value
    case '<=':
      return answer <= value
    case '>':
      return answer > value
    case '>=':
      return answer >= value
  }
}

function isSeveral(answer: Answered): answer is readonly string[] {
  return Array.isArray(answer)
}
