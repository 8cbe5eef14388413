// The middle one of durations, and how far off it may be. Nothing is assumed about how durations are spread.

import type { Interval } from '#app/domain/satisfaction.ts'

const ascending = (one: number, other: number) => one - other

/** Null of nothing; of an even number the mean of the two in the middle. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort(ascending)
  const middle = Math.floor(sorted.length / 2)
  const [lower, upper] = [sorted[middle - 1], sorted[middle]]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2
}

const OUTSIDE_EACH_SIDE = 0.025

/**
 * The distribution-free 95 % interval of the median, from one value of the sorted ones to its mirror image: how many lie
 * below the true median is a toss of coins (Conover, Practical Nonparametric Statistics, 3.2). Fewer than six values
 * cannot say it with 95 %: then it is open, and null.
 */
export function medianInterval(values: readonly number[]): Interval | null {
  const sorted = [...values].sort(ascending)
  const rank = rankBelow(sorted.length)
  const [low, high] = [sorted[rank - 1], sorted[sorted.length - rank]]
  return low === undefined || high === undefined ? null : { low, high }
}

/** The greatest rank r for which fewer than r heads in n tosses have a chance of 2.5 % at most; 0 without one. */
function rankBelow(tosses: number): number {
  // In logarithms: a thousandth power of a half is no number any more.
  let logOfChance = -tosses * Math.LN2
  let below = 0
  let rank = 0
  for (let heads = 0; heads < tosses; heads++) {
    below += Math.exp(logOfChance)
    if (below > OUTSIDE_EACH_SIDE) break
    rank = heads + 1
    logOfChance += Math.log(tosses - heads) - Math.log(heads + 1)
  }
  return rank
}
