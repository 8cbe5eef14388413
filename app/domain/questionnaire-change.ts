// What a new version of a questionnaire means for the figures of earlier ones.

import { canonicalJson } from '#app/domain/canonical-json.ts'
import {
  itemsOf,
  readQuestionnaire,
  rowKey,
  type Definition,
  type Item,
  type Questionnaire,
} from '#app/domain/questionnaire.ts'

/**
 * What must stay equal for the figures of two versions to be compared, by key: kind, values in their order (and with it
 * the direction of the scale), limits, and when the question is asked. Wording is no part of it. A row of a matrix is
 * rated on its own and so has a signature of its own, under a key like `topics.support`.
 */
export function signaturesOf(questionnaire: Questionnaire): Map<string, string> {
  return new Map(itemsOf(questionnaire).flatMap(signaturesOfItem))
}

function signaturesOfItem(item: Item): [string, string][] {
  const { key, kind, shownIf } = item
  // Every question may be skipped: that too must stay as it is.
  const signature = JSON.stringify({ kind, ...asks(item), required: false, shownIf })
  const rows = item.kind === 'matrix' ? item.rows.map((row) => rowKey(item, row)) : []
  return [key, ...rows].map((one) => [one, signature])
}

function asks(item: Item): object {
  switch (item.kind) {
    case 'choice':
    case 'matrix':
      return { values: item.options.map(({ value }) => value) }
    case 'single':
    case 'several':
      return { values: item.choices.map(({ value }) => value) }
    case 'number':
      return { min: item.min, max: item.max }
    case 'text':
      return { lines: item.lines }
    case 'yes-no':
      return {}
  }
}

/** Keys whose figures continue from one version to another. */
export function continuedItems(before: Questionnaire, after: Questionnaire): Set<string> {
  const now = signaturesOf(after)
  return new Set(
    [...signaturesOf(before)].flatMap(([key, signature]) => (now.get(key) === signature ? [key] : [])),
  )
}

/**
 * Whether two questionnaires ask something of the same, whatever its key: a counted question with the same signature and
 * the same German words. Keys alone say nothing here, for every questionnaire has an `overall` about something else.
 * Remarks are not counted: nothing can be subtracted from them.
 */
export function asksTheSame(one: Questionnaire, other: Questionnaire): boolean {
  const asked = new Set(countedQuestions(one))
  return countedQuestions(other).some((question) => asked.has(question))
}

function countedQuestions(questionnaire: Questionnaire): string[] {
  const signatures = signaturesOf(questionnaire)
  return itemsOf(questionnaire)
    .filter(({ kind }) => kind !== 'text')
    .flatMap((item) => {
      const rows = item.kind === 'matrix' ? item.rows.map(({ title }) => title.de) : ['']
      return rows.map((row) => JSON.stringify([signatures.get(item.key), plain(item.title.de), plain(row)]))
    })
}

const plain = (text: string) => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** Whether a figure of one version goes on in another version of the same questionnaire, remarks apart. */
export function continuesFigures(before: Questionnaire, after: Questionnaire): boolean {
  const texts = new Set(itemsOf(before).flatMap(({ key, kind }) => (kind === 'text' ? [key] : [])))
  return [...continuedItems(before, after)].some((key) => !texts.has(key))
}

export const CHANGE_KINDS = ['identical', 'wording', 'added', 'incompatible'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/**
 * `identical`: the same, letter by letter. `wording`: all figures continue. `added`: all figures continue, and there are
 * new ones. `incompatible`: a figure ends, because its item is gone or another one.
 */
export type Change = {
  kind: ChangeKind
  added: string[]
  removed: string[]
  /** Under the same key, but with another signature. */
  changed: string[]
  reworded: string[]
}

/** From the version before to the one that is to follow it; all lists in the order of the questionnaire. */
export function changeBetween(before: Definition, after: Definition): Change {
  const [old, next] = [before, after].map(readQuestionnaire) as [Questionnaire, Questionnaire]
  const [was, is] = [signaturesOf(old), signaturesOf(next)]
  const [said, says] = [wordsByKey(old), wordsByKey(next)]
  const continued = continuedItems(old, next)
  const lists = {
    added: [...is.keys()].filter((key) => !was.has(key)),
    removed: [...was.keys()].filter((key) => !is.has(key)),
    changed: [...is.keys()].filter((key) => was.has(key) && !continued.has(key)),
    reworded: [...continued].filter((key) => said.get(key) !== says.get(key)),
  }
  return { kind: kindOf(lists, canonicalJson(before) === canonicalJson(after)), ...lists }
}

function kindOf({ added, removed, changed }: Omit<Change, 'kind'>, isSame: boolean): ChangeKind {
  if (removed.length + changed.length > 0) return 'incompatible'
  if (added.length > 0) return 'added'
  return isSame ? 'identical' : 'wording'
}

/** Everything that a person reads of an item. */
function wordsByKey(questionnaire: Questionnaire): Map<string, string> {
  return new Map(
    itemsOf(questionnaire).flatMap((item): [string, string][] => {
      const labels = 'options' in item ? item.options : 'choices' in item ? item.choices : []
      const own: [string, string] = [item.key, JSON.stringify([item.title, item.hint, labels])]
      if (item.kind !== 'matrix') return [own]
      return [
        own,
        ...item.rows.map((row): [string, string] => [rowKey(item, row), JSON.stringify(row.title)]),
      ]
    }),
  )
}

/**
 * Keys that had another signature in any earlier version of the same questionnaire. What is another question needs
 * another key, for figures are found by it.
 */
export function reusedKeys(earlier: readonly Questionnaire[], next: Questionnaire): string[] {
  const known = earlier.map(signaturesOf)
  return [...signaturesOf(next)].flatMap(([key, signature]) =>
    known.some((signatures) => (signatures.get(key) ?? signature) !== signature) ? [key] : [],
  )
}
