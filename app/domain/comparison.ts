// What has changed since an earlier round. People are never followed from one round to the next: two released figures
// stand beside each other, and only where both asked the same.

import { continuedItems } from '#app/domain/questionnaire-change.ts'
import { ratedItems, type Questionnaire, type RatedItem } from '#app/domain/questionnaire.ts'
import type { Release } from '#app/domain/release.ts'
import type { Figure, Interval } from '#app/domain/satisfaction.ts'

export type Compared = {
  item: RatedItem
  /** Null where it was not asked, or not in the same way: here a new line begins. */
  before: Figure | null
  now: Figure
  /** Null unless both figures are told in full. */
  difference: Difference | null
}

/** In parts of one, with its interval; null where everybody rated both times, for then nothing is estimated. */
export type Difference = { by: number; interval: Interval | null }

type Told = { questionnaire: Questionnaire; release: Release }

/** All that is rated now, beside what both rounds asked in the same way: with another signature the line breaks. */
export function compareReleases(now: Told, before: Told): Compared[] {
  const continued = continuedItems(before.questionnaire, now.questionnaire)
  return ratedItems(now.questionnaire).flatMap((item): Compared[] => {
    const [was, is] = [before, now].map(({ release }) => release.items.find(({ key }) => key === item.key))
    if (!is) return []
    if (!continued.has(item.key) || !was) return [{ item, before: null, now: is.figure, difference: null }]
    return [{ item, before: was.figure, now: is.figure, difference: differenceOf(was.figure, is.figure) }]
  })
}

/** What was rated before and is not any more, or not in the same way: here a line ends. */
export function endedItems(now: Questionnaire, before: Questionnaire): RatedItem[] {
  const continued = continuedItems(before, now)
  return ratedItems(before).filter(({ key }) => !continued.has(key))
}

/** With Newcombe's 95 % interval (method 10), from the Wilson intervals of both; where everybody rated there is none. */
export function differenceOf(before: Figure, now: Figure): Difference | null {
  if (before.kind !== 'full' || now.kind !== 'full') return null
  const [is, was] = [estimateOf(now), estimateOf(before)]
  const isFact = before.interval === null && now.interval === null
  return { by: is.value - was.value, interval: isFact ? null : squareAndAdd(is, was) }
}

function estimateOf({ satisfied, responses, interval }: Extract<Figure, { kind: 'full' }>): Estimate {
  const value = satisfied / responses
  return { value, interval: interval ?? { low: value, high: value } }
}

export type Direction = 'higher' | 'lower' | 'unchanged'

/** A difference that chance may have made is none; one between full counts is a fact, however small. */
export function directionOf({ by, interval }: Difference): Direction {
  return directionIn(interval ?? { low: by, high: by })
}

/** What the interval of a difference says. */
export function directionIn({ low, high }: Interval): Direction {
  if (low > 0) return 'higher'
  return high < 0 ? 'lower' : 'unchanged'
}

type Estimate = { value: number; interval: Interval }

/**
 * The interval of a difference from the intervals of its two sides: Newcombe's step, which holds for any two independent
 * estimates whose own intervals do (MOVER; Zou and Donner, Statistics in Medicine 27, 2008).
 */
export function squareAndAdd(first: Estimate, second: Estimate): Interval {
  const [a, b] = [first.interval, second.interval]
  const by = first.value - second.value
  return {
    low: by - Math.hypot(first.value - a.low, b.high - second.value),
    high: by + Math.hypot(a.high - first.value, second.value - b.low),
  }
}
