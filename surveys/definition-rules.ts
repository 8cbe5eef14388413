// What the questions of a definition must be to one another.

import { comparisonsIn, isAnswerable, parseCondition } from '#app/domain/condition.ts'
import {
  isOnScale,
  itemsOf,
  MAX_TEXT_TOTAL,
  OVERALL,
  readQuestionnaire,
  TOPICS,
  type Definition,
  type DefinitionElement,
  type Item,
} from '#app/domain/questionnaire.ts'
import type { Finding } from '#surveys/json.ts'

/** Keys and values of all other answers together: ballots are as long as the longest answers make them. */
const MAX_CHOSEN_TOTAL = 4_000

/** What the schema, which looks at one thing at a time, cannot see. */
export function acrossQuestions(definition: Definition): Finding[] {
  const elements = definition.pages.flatMap((page, p) =>
    page.elements.map((element, e) => ({ element, path: `pages.${p}.elements.${e}` })),
  )
  const items = itemsOf(readQuestionnaire(definition))
  return [
    ...repeated([
      ...definition.pages.map((page, p) => ({ key: page.name, path: `pages.${p}.name` })),
      ...elements.map(({ element, path }) => ({ key: element.name, path: `${path}.name` })),
    ]),
    ...elements.flatMap(({ element, path }) => repeatedWithin(element, path)),
    ...elements.flatMap(({ element, path }) => aboutNames(element, path)),
    ...elements.flatMap(({ element, path }, index) => {
      const earlier = elements.slice(0, index).map((other) => other.element.name)
      const known = items.filter(({ key }) => earlier.includes(key))
      return conditionHolds(element, known)
        ? []
        : [{ path: `${path}.visibleIf`, finding: 'bad-condition' as const }]
    }),
    ...(isTooBig(items) ? [{ path: 'pages', finding: 'too-big' as const }] : []),
  ]
}

/** Names that were given before. */
export function repeated(named: { key: string; path: string }[]): Finding[] {
  const seen = new Set<string>()
  return named.flatMap(({ key, path }) => {
    if (seen.has(key)) return [{ path, finding: 'key-twice' as const }]
    seen.add(key)
    return []
  })
}

function repeatedWithin(element: DefinitionElement, path: string): Finding[] {
  if (element.type === 'matrix') {
    return repeated(element.rows.map((row, r) => ({ key: row.value, path: `${path}.rows.${r}.value` })))
  }
  if (!('choices' in element) || (element.type === 'radiogroup' && isOnScale(element.choices))) return []
  return repeated(
    element.choices.map(({ value }, c) => ({ key: String(value), path: `${path}.choices.${c}.value` })),
  )
}

/** The indicators find their figures by these two names, so a question of that name must be of that kind. */
function aboutNames(element: DefinitionElement, path: string): Finding[] {
  if (element.name === TOPICS && element.type !== 'matrix')
    return [{ path: `${path}.type`, finding: 'wrong-kind' }]
  if (element.name !== OVERALL) return []
  if (element.type !== 'radiogroup') return [{ path: `${path}.type`, finding: 'wrong-kind' }]
  return isOnScale(element.choices) ? [] : [{ path: `${path}.choices`, finding: 'not-the-scale' }]
}

/** A condition may only ask for what has been asked before it. */
function conditionHolds({ visibleIf }: DefinitionElement, earlier: readonly Item[]): boolean {
  if (visibleIf === undefined) return true
  const condition = parseCondition(visibleIf)
  return condition !== undefined && comparisonsIn(condition).every((one) => isAnswerable(one, earlier))
}

function isTooBig(items: readonly Item[]): boolean {
  const texts = items.reduce((sum, item) => sum + (item.kind === 'text' ? item.maxLength : 0), 0)
  const others = items.reduce((sum, item) => sum + longestChosen(item), 0)
  return texts > MAX_TEXT_TOTAL || others > MAX_CHOSEN_TOTAL
}

/** How many characters the longest answer takes in JSON, its key included; of a text only the key. */
function longestChosen(item: Item): number {
  const quoted = (word: string) => word.length + 4
  const all = (words: readonly string[]) => words.reduce((sum, word) => sum + quoted(word), 0)
  switch (item.kind) {
    case 'several':
      return quoted(item.key) + all(item.choices.map(({ value }) => value))
    case 'single':
      return quoted(item.key) + Math.max(...item.choices.map(({ value }) => quoted(value)))
    case 'matrix':
      return quoted(item.key) + all(item.rows.map(({ key }) => `${key}00`))
    default:
      return quoted(item.key) + String(1_000_000).length
  }
}
