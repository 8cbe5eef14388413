// Steps of the editor: each makes another definition of one. Whether it may be used is for surveys/definition.ts.

import {
  isOnScale,
  type Definition,
  type DefinitionElement,
  type DefinitionPage,
} from '#app/domain/questionnaire.ts'

/** What the editor has forms for. */
export const ELEMENT_KINDS = [
  'scale',
  'single',
  'several',
  'matrix',
  'yes-no',
  'number',
  'line',
  'lines',
  'passage',
] as const
export type ElementKind = (typeof ELEMENT_KINDS)[number]

export function kindOf(element: DefinitionElement): ElementKind {
  switch (element.type) {
    case 'radiogroup':
      return isOnScale(element.choices) ? 'scale' : 'single'
    case 'checkbox':
      return 'several'
    case 'matrix':
      return 'matrix'
    case 'boolean':
      return 'yes-no'
    case 'comment':
      return 'lines'
    case 'text':
      return 'inputType' in element ? 'number' : 'line'
    case 'html':
      return 'passage'
  }
}

/** The first key of this kind that nothing has yet: `question_1`, `question_2` … */
export function freeKey(definition: Definition, stem: string): string {
  const taken = new Set(
    definition.pages.flatMap((page) => [page.name, ...page.elements.map(({ name }) => name)]),
  )
  for (let number = 1; ; number += 1) {
    const key = `${stem}_${number}`
    if (!taken.has(key)) return key
  }
}

export function withSection(definition: Definition, section: Omit<DefinitionPage, 'elements'>): Definition {
  const known = definition.pages.some(({ name }) => name === section.name)
  const pages = known
    ? definition.pages.map((page) =>
        page.name === section.name ? { ...section, elements: page.elements } : page,
      )
    : [...definition.pages, { ...section, elements: [] }]
  return { ...definition, pages }
}

/** Puts an element in the place of the one with the old name, or at the end of a section. */
export function withElement(
  definition: Definition,
  element: DefinitionElement,
  at: { name: string | null; section: string | null },
): Definition {
  const pages = definition.pages.map((page) => {
    if (at.name !== null) {
      return { ...page, elements: page.elements.map((one) => (one.name === at.name ? element : one)) }
    }
    return page.name === at.section ? { ...page, elements: [...page.elements, element] } : page
  })
  return { ...definition, pages }
}

/** Takes away a section or an element. */
export function without(definition: Definition, name: string): Definition {
  const pages = definition.pages
    .filter((page) => page.name !== name)
    .map((page) => ({ ...page, elements: page.elements.filter((one) => one.name !== name) }))
  return { ...definition, pages }
}

/** One place up or down; an element at the edge of its section goes into the next one. */
export function moved(definition: Definition, name: string, by: -1 | 1): Definition {
  const place = definition.pages.findIndex((page) => page.name === name)
  if (place >= 0) return { ...definition, pages: swapped(definition.pages, place, place + by) }
  const from = definition.pages.findIndex((page) => page.elements.some((one) => one.name === name))
  const page = definition.pages[from]
  const index = page?.elements.findIndex((one) => one.name === name) ?? -1
  const element = page?.elements[index]
  if (!page || !element) return definition
  const isInside = index + by >= 0 && index + by < page.elements.length
  const pages = definition.pages.map((one, p) => {
    if (isInside) return p === from ? { ...one, elements: swapped(one.elements, index, index + by) } : one
    if (!definition.pages[from + by]) return one
    if (p === from) return { ...one, elements: one.elements.filter((other) => other !== element) }
    if (p !== from + by) return one
    return { ...one, elements: by < 0 ? [...one.elements, element] : [element, ...one.elements] }
  })
  return { ...definition, pages }
}

function swapped<T>(list: readonly T[], one: number, other: number): T[] {
  const [a, b] = [list[one], list[other]]
  if (a === undefined || b === undefined) return [...list]
  return list.map((item, place) => (place === one ? b : place === other ? a : item))
}
