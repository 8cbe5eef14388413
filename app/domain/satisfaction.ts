// What a questionnaire's ratings say, once enough people have answered.

import { FULL_DETAIL_FROM, MIN_RESPONSES } from '#app/domain/disclosure.ts'

/** From "sehr zufrieden" to "sehr unzufrieden", in the order in which they are offered. */
export const RATINGS = [5, 4, 3, 2, 1] as const
export type Rating = (typeof RATINGS)[number]
export type Distribution = Record<Rating, number>

/** "Keine Angabe": somebody chose not to rate. It is reported, and no part of any share. */
export const NO_ANSWER = 0

export function responsesIn(distribution: Distribution): number {
  return Object.values(distribution).reduce((sum, n) => sum + n, 0)
}

function satisfiedIn(distribution: Distribution): number {
  return distribution[5] + distribution[4]
}

export type Share =
  { kind: 'share'; satisfied: number; responses: number } | { kind: 'no-data' } | { kind: 'too-few' }

/** How many of those who rated said "zufrieden" or "sehr zufrieden"; silence and too few voices are answers too. */
export function satisfiedShare(distribution: Distribution, minimum = MIN_RESPONSES): Share {
  const responses = responsesIn(distribution)
  if (responses === 0) return { kind: 'no-data' }
  if (responses < minimum) return { kind: 'too-few' }
  return { kind: 'share', satisfied: satisfiedIn(distribution), responses }
}

/** As parts of one. */
export type Interval = { low: number; high: number }

/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959963984540054

/**
 * Wilson's 95 % interval of a share. With the number of people asked it is narrowed for the finite population
 * (z² becomes z²·(N−n)/(N−1), O'Neill 2021) and shrinks to the share itself when everybody has answered.
 */
export function wilsonInterval(satisfied: number, responses: number, population?: number): Interval {
  if (responses === 0) return { low: 0, high: 1 }
  const share = satisfied / responses
  const z2 = Z * Z * finiteFactor(responses, population)
  const centre = share + z2 / (2 * responses)
  const reach = Math.sqrt(z2 * ((share * (1 - share)) / responses + z2 / (4 * responses * responses)))
  const scale = 1 + z2 / responses
  return { low: Math.max(0, (centre - reach) / scale), high: Math.min(1, (centre + reach) / scale) }
}

function finiteFactor(responses: number, population: number | undefined): number {
  if (population === undefined) return 1
  return population <= responses ? 0 : (population - responses) / (population - 1)
}

/** The share of all who were invited, if everybody who kept silent were dissatisfied, or satisfied. */
export function nonResponseBounds(satisfied: number, responses: number, invited: number): Interval {
  return { low: satisfied / invited, high: (satisfied + invited - responses) / invited }
}

/**
 * What may be shown of a distribution: nothing, a sentence like "6 von 8", or everything. The interval is null
 * when everybody who was invited rated ("Vollerhebung").
 */
export type Figure =
  | { kind: 'no-data' }
  | { kind: 'too-few' }
  | { kind: 'words'; satisfied: number; responses: number }
  | {
      kind: 'full'
      satisfied: number
      responses: number
      distribution: Distribution
      interval: Interval | null
    }

export function figureOf(distribution: Distribution, invited: number, minimum = MIN_RESPONSES): Figure {
  const share = satisfiedShare(distribution, minimum)
  if (share.kind !== 'share') return share
  const { satisfied, responses } = share
  if (responses < FULL_DETAIL_FROM) return { kind: 'words', satisfied, responses }
  const interval = responses === invited ? null : wilsonInterval(satisfied, responses)
  return { kind: 'full', satisfied, responses, distribution, interval }
}
