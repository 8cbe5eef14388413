// Counting: from opened ballots to numbers in which no ballot can be found again.

import type { Answers } from '#app/domain/answers.ts'
import { mayBeToldApart, MIN_RESPONSES } from '#app/domain/disclosure.ts'
import { STRATA, type Stratum, type TallyStratum } from '#app/domain/evaluation.ts'
import {
  itemsOf,
  rowKey,
  textItems,
  type Item,
  type NumberItem,
  type Questionnaire,
} from '#app/domain/questionnaire.ts'
import { NO_ANSWER, RATINGS, type Distribution } from '#app/domain/satisfaction.ts'

/** What lies in a ballot once it is opened and checked. */
export type Ballot = { stratum: Stratum; answers: Answers }

/**
 * How many chose a value; `itemKey` is like `topics.organisation`. `value` is the number of the scale as text, the word
 * that was chosen, `yes` or `no`, or a range of numbers like `0-9`.
 */
export type TallyRow = { stratum: TallyStratum; itemKey: string; value: string; n: number }

export type ByStratum = Record<Stratum, number>

/**
 * Whether groups are told apart even in the table: only where each was invited in sufficient number and each has
 * sent enough ballots. Otherwise the stratum of a ballot is forgotten at the count.
 */
export function keepsStrata(invited: ByStratum, ballots: ByStratum, minimum = MIN_RESPONSES): boolean {
  return mayBeToldApart(invited) && STRATA.every((stratum) => ballots[stratum] >= minimum)
}

/** Of a question with several answers also how many answered it at all: shares are shares of them. */
export const ANSWERED = '*'
/** A single number could be known to somebody ("the one with 37 years"): only ranges are counted. */
const RANGES = 5

/** Sums in the order of the questionnaire: nothing of the order of the ballots is left. */
export function tallyOf(
  ballots: readonly Ballot[],
  questionnaire: Questionnaire,
  apart: boolean,
): TallyRow[] {
  const strata: readonly TallyStratum[] = apart ? STRATA : ['all']
  return strata.flatMap((stratum) => {
    const counted = ballots.filter((ballot) => stratum === 'all' || ballot.stratum === stratum)
    return whatIsTallied(questionnaire).flatMap(({ key, values, of }) => {
      const counts = new Map<string, number>()
      for (const { answers } of counted) {
        for (const value of of(answers)) counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      return values.flatMap((value) => {
        const n = counts.get(value) ?? 0
        return n > 0 ? [{ stratum, itemKey: key, value, n }] : []
      })
    })
  })
}

/** One thing that is counted: the values that it can have, and those that somebody's answers give it. */
type Tallied = { key: string; values: string[]; of: (answers: Answers) => string[] }

function whatIsTallied(questionnaire: Questionnaire): Tallied[] {
  return itemsOf(questionnaire).flatMap((item): Tallied[] => {
    const { key } = item
    const answered = (answers: Answers) => (Object.hasOwn(answers, key) ? [answers[key]] : [])
    switch (item.kind) {
      case 'text':
        return []
      case 'matrix':
        return item.rows.map((row) => ({
          key: rowKey(item, row),
          values: valuesOf(item),
          of: (answers) => answered(answers).flatMap((rows) => ratingIn(rows, row.key)),
        }))
      case 'several':
        return [{ key, values: valuesOf(item), of: (answers) => answered(answers).flatMap(ticked) }]
      case 'number':
        return [{ key, values: valuesOf(item), of: (answers) => answered(answers).map(rangeIn(item)) }]
      case 'yes-no':
        return [
          {
            key,
            values: valuesOf(item),
            of: (answers) => answered(answers).map((yes) => (yes ? 'yes' : 'no')),
          },
        ]
      case 'choice':
      case 'single':
        return [{ key, values: valuesOf(item), of: (answers) => answered(answers).map(String) }]
    }
  })
}

/** Every value under which an item is counted, in the order in which it is shown. */
export function valuesOf(item: Item): string[] {
  switch (item.kind) {
    case 'choice':
    case 'matrix':
      return item.options.map(({ value }) => String(value))
    case 'single':
      return item.choices.map(({ value }) => value)
    case 'several':
      return [ANSWERED, ...item.choices.map(({ value }) => value)]
    case 'yes-no':
      return ['yes', 'no']
    case 'number':
      return rangesOf(item).map(rangeName)
    case 'text':
      return []
  }
}

function ratingIn(rows: unknown, row: string): string[] {
  const given: object = typeof rows === 'object' && rows !== null ? rows : {}
  return Object.entries(given).flatMap(([key, value]) => (key === row ? [String(value)] : []))
}

function ticked(answer: Answers[string] | undefined): string[] {
  return Array.isArray(answer) ? [ANSWERED, ...answer] : []
}

type Range = { from: number; to: number }

/** At most five, as wide as one another but for the last. */
export function rangesOf({ min, max }: Pick<NumberItem, 'min' | 'max'>): Range[] {
  const width = Math.ceil((max - min + 1) / RANGES)
  const count = Math.ceil((max - min + 1) / width)
  return Array.from({ length: count }, (_, place) => {
    const from = min + place * width
    return { from, to: Math.min(from + width - 1, max) }
  })
}

function rangeName({ from, to }: Range): string {
  return from === to ? String(from) : `${from}-${to}`
}

function rangeIn(item: NumberItem): (answer: unknown) => string {
  return (answer) => {
    const range = rangesOf(item).find(({ to }) => Number(answer) <= to)
    return range ? rangeName(range) : ''
  }
}

/** The texts by question, without blank ones, in the order of the ballots: the caller shuffles each list. */
export function textsOf(ballots: readonly Ballot[], questionnaire: Questionnaire): Record<string, string[]> {
  return Object.fromEntries(
    textItems(questionnaire).map(({ key }) => [
      key,
      ballots.map((ballot) => ballot.answers[key]).flatMap((text) => (isText(text) ? [text.trim()] : [])),
    ]),
  )
}

function isText(answer: unknown): answer is string {
  return typeof answer === 'string' && answer.trim() !== ''
}

type Counted = { stratum: string; itemKey: string; value: string; n: number }

/** The ratings of one item; of one group where it is named, else of all together. */
export function distributionOf(rows: readonly Counted[], itemKey: string, stratum?: Stratum): Distribution {
  const distribution: Distribution = { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 }
  for (const rating of RATINGS) distribution[rating] = countOf(rows, itemKey, String(rating), stratum)
  return distribution
}

/** How many chose "keine Angabe" for an item. */
export function noAnswersIn(rows: readonly Counted[], itemKey: string): number {
  return countOf(rows, itemKey, String(NO_ANSWER))
}

function countOf(rows: readonly Counted[], itemKey: string, value: string, stratum?: Stratum): number {
  return rows
    .filter((row) => row.itemKey === itemKey && row.value === value)
    .filter((row) => stratum === undefined || row.stratum === stratum)
    .reduce((sum, row) => sum + row.n, 0)
}

/** How many gave each answer of one item, by value; of one group where it is named, else of all together. */
export function countsOf(
  rows: readonly Counted[],
  itemKey: string,
  values: readonly string[],
  stratum?: Stratum,
): Record<string, number> {
  return Object.fromEntries(values.map((value) => [value, countOf(rows, itemKey, value, stratum)]))
}
