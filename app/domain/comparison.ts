// What has changed since an earlier round. People are never followed from one round to the next: two released figures
// stand beside each other, and only where both asked the same.

import { continuedItems } from '#app/domain/questionnaire-change.ts'
import { ratedItems, type Questionnaire, type RatedItem } from '#app/domain/questionnaire.ts'
import type { Release } from '#app/domain/release.ts'
import { wilsonInterval, type Figure, type Interval } from '#app/domain/satisfaction.ts'

export type Compared = {
  item: RatedItem
  before: Figure
  now: Figure
  /** In parts of one, with its interval; null unless both figures are told in full. */
  difference: { by: number; interval: Interval } | null
}

type Told = { questionnaire: Questionnaire; release: Release }

/** The items that both rounds asked in the same way; others have another signature, and their line breaks. */
export function compareReleases(now: Told, before: Told): Compared[] {
  const continued = continuedItems(before.questionnaire, now.questionnaire)
  return ratedItems(now.questionnaire).flatMap((item) => {
    if (!continued.has(item.key)) return []
    const [was, is] = [before, now].map(({ release }) => release.items.find(({ key }) => key === item.key))
    if (!was || !is) return []
    return [{ item, before: was.figure, now: is.figure, difference: differenceOf(was.figure, is.figure) }]
  })
}

function differenceOf(before: Figure, now: Figure): Compared['difference'] {
  if (before.kind !== 'full' || now.kind !== 'full') return null
  const interval = newcombeInterval(now, before)
  return { by: now.satisfied / now.responses - before.satisfied / before.responses, interval }
}

type Counted = { satisfied: number; responses: number }

/** Newcombe's 95 % interval (method 10) of the first share minus the second, from their Wilson intervals. */
export function newcombeInterval(first: Counted, second: Counted): Interval {
  const [p, q] = [first.satisfied / first.responses, second.satisfied / second.responses]
  const a = wilsonInterval(first.satisfied, first.responses)
  const b = wilsonInterval(second.satisfied, second.responses)
  return {
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  }
}
