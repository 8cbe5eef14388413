// Two people edit the same draft as JSON: it is taken apart into what can be changed by itself, so that both versions
// can be laid on top of each other, and put together again.

import { mergeEdits, type Difference, type FormValues } from '#app/domain/edit-conflict.ts'
import type { Definition, DefinitionElement, DefinitionPage } from '#app/domain/questionnaire.ts'

/** The texts above all of it; the sections and their elements, each under its name; and the order of them all. */
export const DRAFT_TEXTS = 'texts'
export const DRAFT_ORDER = 'order'
const SECTION = 'section:'
const ELEMENT = 'element:'

type Place = { section: string; elements: string[] }

/** Each part as JSON; what is not there has no part. */
function draftParts({ pages, ...texts }: Definition): FormValues {
  const parts: FormValues = {
    [DRAFT_TEXTS]: JSON.stringify(texts),
    [DRAFT_ORDER]: JSON.stringify(
      pages.map((page): Place => ({
        section: page.name,
        elements: page.elements.map(({ name }) => name),
      })),
    ),
  }
  for (const { elements, ...section } of pages) {
    parts[SECTION + section.name] = JSON.stringify(section)
    for (const element of elements) parts[ELEMENT + element.name] = JSON.stringify(element)
  }
  return parts
}

/** The element that a part is, or undefined for other parts and for one that is gone. */
export function elementInPart(field: string, part: string): DefinitionElement | undefined {
  return field.startsWith(ELEMENT) && part !== '' ? (JSON.parse(part) as DefinitionElement) : undefined
}

/** Title and description of the section, or of all, that a part is. */
export function textsInPart(
  field: string,
  part: string,
): Pick<DefinitionPage, 'title' | 'description'> | undefined {
  const hasTexts = field === DRAFT_TEXTS || field.startsWith(SECTION)
  return hasTexts && part !== '' ? (JSON.parse(part) as DefinitionPage) : undefined
}

/** Keys of sections and elements as they follow each other, from the part that holds the order. */
export function namesInOrder(part: string): string[] {
  return (JSON.parse(part) as Place[]).flatMap(({ section, elements }) => [section, ...elements])
}

export type MergedDraft = { definition: Definition; differences: Difference[] }

/**
 * Both versions on top of each other: what only one of them changed is taken over, what both changed stands as in
 * `yours`. The order is that of `yours` where it was changed there; whatever only the other one has stands behind what
 * it follows there.
 */
export function mergeDrafts(drafts: {
  before: Definition
  theirs: Definition
  yours: Definition
}): MergedDraft {
  const [before, theirs, yours] = [drafts.before, drafts.theirs, drafts.yours].map(draftParts) as [
    FormValues,
    FormValues,
    FormValues,
  ]
  const fields = [...new Set([before, theirs, yours].flatMap((parts) => Object.keys(parts)))]
  const { merged, differences } = mergeEdits(fields, { before, theirs, yours })
  const isOnlyMore = sameOrder(placesIn(before), placesIn(theirs))
  return {
    definition: fromDraftParts(merged, { theirs, yours }),
    differences: differences.filter(({ field }) => field !== DRAFT_ORDER || !isOnlyMore),
  }
}

function fromDraftParts(
  merged: FormValues,
  { theirs, yours }: { theirs: FormValues; yours: FormValues },
): Definition {
  const order = placesIn(merged)
  for (const other of [yours, theirs]) addPlaces(order, placesIn(other))
  const pages = order.flatMap(({ section, elements }): DefinitionPage[] => {
    const kept = elements.flatMap((name) => {
      const part = partIn(merged, ELEMENT + name)
      return part ? [JSON.parse(part) as DefinitionElement] : []
    })
    // A section that one of them took away stays for what the other one changed in it.
    const field = SECTION + section
    const revived = kept.length > 0 ? (partIn(yours, field) ?? partIn(theirs, field)) : undefined
    const own = partIn(merged, field) ?? revived
    return own ? [{ ...(JSON.parse(own) as Omit<DefinitionPage, 'elements'>), elements: kept }] : []
  })
  const texts = JSON.parse(partIn(merged, DRAFT_TEXTS) ?? '{}') as Omit<Definition, 'pages'>
  return { ...texts, pages }
}

function partIn(parts: FormValues, field: string): string | undefined {
  const part = parts[field]
  return typeof part === 'string' && part !== '' ? part : undefined
}

/** Whether what is in both stands in the same sections, and there one behind the other as before. */
function sameOrder(before: readonly Place[], after: readonly Place[]): boolean {
  const flat = (places: readonly Place[]) =>
    places.flatMap(({ section, elements }) => [section, ...elements].map((name) => ({ section, name })))
  const [old, now] = [flat(before), flat(after)]
  const common = (list: typeof old, others: typeof old) =>
    list.filter(({ name }) => others.some((other) => other.name === name))
  return JSON.stringify(common(old, now)) === JSON.stringify(common(now, old))
}

function placesIn(parts: FormValues): Place[] {
  return JSON.parse(partIn(parts, DRAFT_ORDER) ?? '[]') as Place[]
}

/** Adds whatever has no place yet, behind what it follows in the other order. */
function addPlaces(order: Place[], others: readonly Place[]): void {
  const isPlaced = (name: string) => order.some(({ elements }) => elements.includes(name))
  for (const [nth, other] of others.entries()) {
    let place = order.find(({ section }) => section === other.section)
    if (!place) {
      place = { section: other.section, elements: [] }
      const before = order.findIndex(({ section }) => section === others[nth - 1]?.section)
      order.splice(before + 1, 0, place)
    }
    for (const [index, name] of other.elements.entries()) {
      if (isPlaced(name)) continue
      place.elements.splice(place.elements.indexOf(other.elements[index - 1] ?? '') + 1, 0, name)
    }
  }
}
