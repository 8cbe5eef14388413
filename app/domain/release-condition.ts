// Whether what only some were asked may be told: who they are is known from what they answered before.

import {
  comparisonsIn,
  holds,
  parseCondition,
  type Comparison,
  type Condition,
} from '#app/domain/condition.ts'
import { itemsOf, type Item, type NumberItem, type Questionnaire } from '#app/domain/questionnaire.ts'
import type { ReleasedCount, ReleasedItem } from '#app/domain/release.ts'
import { countsOf, rangesOf, valuesOf, type TallyRow } from '#app/domain/tally.ts'

/** What is told of the questions that everybody was asked. */
export type Told = { items: readonly ReleasedItem[]; counts: readonly ReleasedCount[] }

/**
 * Whether who was asked is a group that the release tells of anyhow: by their answer to one question, which everybody
 * was asked, and how many gave that answer is told. Otherwise the number of answers would say how many gave one that is
 * hidden, or would cross two questions, or two ticks of one, which are never crossed.
 */
export function asksToldGroup(shownIf: string, questionnaire: Questionnaire, told: Told): boolean {
  const condition = parseCondition(shownIf)
  if (!condition) return false
  const comparisons = comparisonsIn(condition)
  const { on } = condition.first
  const item = itemsOf(questionnaire).find(({ key }) => key === on.split('.')[0])
  if (!item || item.shownIf !== null || comparisons.some((one) => one.on !== on)) return false
  if (item.kind === 'several' && comparisons.length > 1) return false
  return comparisons.every((one) => isTold(one, item, told))
}

function isTold(comparison: Comparison, item: Item, told: Told): boolean {
  const { on, value } = comparison
  const figure = told.counts.find(({ key }) => key === on)?.figure
  switch (item.kind) {
    case 'choice':
    case 'matrix':
      return told.items.find(({ key }) => key === on)?.figure.kind === 'full'
    case 'single':
      return figure?.kind === 'parts' && Object.hasOwn(figure.counts, String(value))
    case 'yes-no':
      return figure?.kind === 'parts' && Object.hasOwn(figure.counts, value === true ? 'yes' : 'no')
    case 'several':
      return figure?.kind === 'ticks' && typeof figure.ticks[String(value)] === 'number'
    case 'number': {
      const ranges = rangesOf(item).length
      const isWhole = figure?.kind === 'parts' && Object.keys(figure.counts).length === ranges
      return isWhole && cutsBetweenRanges(comparison, item)
    }
    case 'text':
      return false
  }
}

/** A cut inside a range would tell more of it than its sum. */
function cutsBetweenRanges({ operator, value }: Comparison, item: NumberItem): boolean {
  const limit = Number(value)
  return rangesOf(item).some(({ from, to }) => {
    if (operator === '<' || operator === '>=') return from === limit
    if (operator === '<=' || operator === '>') return to === limit
    return from === limit && to === limit
  })
}

/** What was counted of the questions, and how many ballots there were. */
type Counted = { tallies: readonly TallyRow[]; ballots: number; least: number }

/**
 * Whether all that is asked under conditions cuts people into groups that are large enough, or empty. Whoever asks the
 * same of those who gave four or five, and again of those who gave three to five, would read by subtraction what the one
 * with three has answered; and asked of everybody as well, what the rest has. Of conditions on different questions, or on
 * several ticks, it is not known who fulfils both: there one group may lie in the other, or beside it.
 */
export function cutsNobodyOff(
  shownIf: string,
  questionnaire: Questionnaire,
  told: Told,
  counted: Counted,
): boolean {
  const items = itemsOf(questionnaire)
  const conditions = [...new Set(items.flatMap((item) => item.shownIf ?? []))].flatMap(
    (text): Condition[] => {
      const condition = parseCondition(text)
      return condition && asksToldGroup(text, questionnaire, told) ? [condition] : []
    },
  )
  const own = parseCondition(shownIf)
  const item = own && baseOf(own, items)
  if (!own || !item) return false
  const alike = conditions.filter(({ first }) => item.kind !== 'several' && first.on === own.first.on)
  const isEnough = (n: number) => n <= 0 || n >= counted.least
  const size = sizeOf(own, item, counted)
  const others = conditions
    .filter((one) => !alike.includes(one))
    .map((one) => {
      const base = baseOf(one, items)
      return base ? sizeOf(one, base, counted) : 0
    })
  return (
    [...groupsBy(alike, own.first.on, item, counted).values()].every(isEnough) &&
    others.every((other) => isEnough(Math.abs(size - other)) && isEnough(counted.ballots - size - other))
  )
}

function baseOf({ first }: Condition, items: readonly Item[]): Item | undefined {
  return items.find(({ key }) => key === first.on.split('.')[0])
}

/** How many fulfil the same of these conditions, all on one answer. */
function groupsBy(
  conditions: readonly Condition[],
  on: string,
  item: Item,
  { tallies, ballots }: Counted,
): Map<string, number> {
  const groups = new Map<string, number>()
  const add = (answer: Comparison['value'] | undefined, n: number) => {
    const who = conditions.map((condition) => holds(condition, () => answer)).join()
    groups.set(who, (groups.get(who) ?? 0) + n)
  }
  const counts = countsOf(tallies, on, valuesOf(item))
  for (const [place, value] of valuesOf(item).entries()) add(answerOf(item, value, place), counts[value] ?? 0)
  add(undefined, ballots - Object.values(counts).reduce((sum, n) => sum + n, 0))
  return groups
}

/** How many were asked. */
function sizeOf(condition: Condition, item: Item, counted: Counted): number {
  const { on, value } = condition.first
  if (item.kind !== 'several') return groupsBy([condition], on, item, counted).get('true') ?? 0
  return countsOf(counted.tallies, on, valuesOf(item))[String(value)] ?? 0
}

/** The answer that is counted as this value; of a range its lower end, for no condition that is told cuts one. */
function answerOf(item: Item, value: string, place: number): Comparison['value'] {
  switch (item.kind) {
    case 'yes-no':
      return value === 'yes'
    case 'number':
      return rangesOf(item)[place]?.from ?? 0
    case 'choice':
    case 'matrix':
      return Number(value)
    default:
      return value
  }
}
