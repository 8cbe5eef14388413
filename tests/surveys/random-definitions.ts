// Definitions of every kind, made up.

import fc from 'fast-check'
import { SCALE, type Definition, type DefinitionElement } from '#app/domain/questionnaire.ts'

const words = (german: string) => ({ default: german })
const scale = SCALE.map((value) => ({ value, text: words(`Wert ${value}`) }))
const choices = (count: number) =>
  ['alpha', 'beta', 'gamma', 'delta'].slice(0, count).map((value) => ({ value, text: words(value) }))
const rows = (count: number) =>
  ['support', 'exchange', 'advice'].slice(0, count).map((value) => ({ value, text: words(value) }))

const KINDS = [
  'scale',
  'single',
  'several',
  'matrix',
  'boolean',
  'number',
  'text',
  'comment',
  'html',
] as const

const anElement = fc.record({
  kind: fc.constantFrom(...KINDS),
  size: fc.integer({ min: 2, max: 4 }),
  limits: fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })),
  asksOn: fc.option(fc.nat({ max: 8 }), { nil: undefined }),
  second: fc.option(fc.tuple(fc.nat({ max: 8 }), fc.constantFrom('and', 'or')), { nil: undefined }),
  pick: fc.nat({ max: 5 }),
})
type Plan = typeof anElement extends fc.Arbitrary<infer T> ? T : never

function elementOf({ kind, size, limits }: Plan, name: string): DefinitionElement {
  const asked = { name, title: words(`Frage ${name}`) }
  switch (kind) {
    case 'scale':
      return { type: 'radiogroup', ...asked, choices: scale }
    case 'single':
      return { type: 'radiogroup', ...asked, choices: choices(size) }
    case 'several':
      return { type: 'checkbox', ...asked, choices: choices(size) }
    case 'matrix':
      return { type: 'matrix', ...asked, columns: scale, rows: rows(size - 1) }
    case 'boolean':
      return { type: 'boolean', ...asked }
    case 'number':
      return {
        type: 'text',
        ...asked,
        inputType: 'number',
        min: Math.min(...limits),
        max: Math.max(...limits),
      }
    case 'text':
      return { type: 'text', ...asked, maxLength: size }
    case 'comment':
      return { type: 'comment', ...asked, maxLength: 10 * size }
    case 'html':
      return { type: 'html', name, html: words('<p>Noch <strong>etwas</strong>.</p>') }
  }
}

/** A comparison with what an earlier question offers; undefined where it offers nothing. */
function comparisonOn(element: DefinitionElement | undefined, pick: number): string | undefined {
  if (!element) return undefined
  const numeric = (on: string) => `{${on}} ${['=', '<>', '<', '<=', '>', '>='][pick]!} ${pick}`
  const { name } = element
  if (element.type === 'matrix') return numeric(`${name}.${element.rows[0]!.value}`)
  if (element.type === 'boolean') return `{${name}} = ${pick % 2 === 0}`
  if (element.type === 'checkbox') return `{${name}} contains '${element.choices[0]!.value}'`
  if (element.type === 'text' && 'inputType' in element) return numeric(name)
  if (element.type !== 'radiogroup') return undefined
  const [first] = element.choices
  return typeof first!.value === 'number'
    ? numeric(name)
    : `{${name}} ${pick % 2 ? '=' : '<>'} '${first!.value}'`
}

function definitionOf(plans: Plan[], cut: number): Definition {
  const elements: DefinitionElement[] = []
  for (const [place, plan] of plans.entries()) {
    const element = elementOf(plan, `q${place}`)
    const first = plan.asksOn === undefined ? undefined : comparisonOn(elements[plan.asksOn], plan.pick)
    const second = plan.second && comparisonOn(elements[plan.second[0]], plan.pick)
    const visibleIf = first && plan.second && second ? `${first} ${plan.second[1]} ${second}` : first
    elements.push(visibleIf === undefined ? element : { ...element, visibleIf })
  }
  const parts = [elements.slice(0, cut), elements.slice(cut)].filter((part) => part.length > 0)
  return {
    title: words('Fragebogen'),
    pages: parts.map((part, place) => ({ name: `page${place}`, elements: part })),
  }
}

export const aDefinition: fc.Arbitrary<Definition> = fc
  .tuple(fc.array(anElement, { minLength: 1, maxLength: 9 }), fc.nat({ max: 8 }))
  .map(([plans, cut]) => definitionOf(plans, cut))
