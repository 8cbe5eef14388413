// Which figures may be shown so that nobody can be recognised in them, not even by subtraction.

import type { RoundKind } from '#app/domain/evaluation.ts'

/** Figures of fewer people would let colleagues guess who said what. A round may ask for more, never for less. */
export const MIN_RESPONSES = 5

/** A minimum that most rounds never reach would be a way to make an opinion disappear. */
export const MOST_MINIMUM = 50
/** Whoever is rated plans the round: they get less room to ask for more answers than will come. */
const MOST_MINIMUM_WHERE_RATED = 10

/** Kinds that may rate whoever plans and runs them: the office. A free round may be about anything, its work too. */
const OFFICE_RATING_KINDS = ['competence-centre', 'free'] as const satisfies readonly RoundKind[]

export function mayRateOffice(kind: RoundKind): boolean {
  return OFFICE_RATING_KINDS.some((one) => one === kind)
}

/** The highest minimum that a round may ask for. */
export function mostMinimum(kind: RoundKind): number {
  return mayRateOffice(kind) ? MOST_MINIMUM_WHERE_RATED : MOST_MINIMUM
}

/** Below this only a sentence is shown ("6 von 8"): five bars of eight voices are nearly eight names. */
export const FULL_DETAIL_FROM = 10

/** Whether only "6 of 8" is said of a share, without per cent; null is what is not divided by anything. */
export function isOfFew(denominator: number | null): boolean {
  return denominator !== null && denominator < FULL_DETAIL_FROM
}

/** In a group with fewer invited people everybody knows everybody: it never becomes a group of the results. */
export const MIN_INVITED_PER_GROUP = 10

/** The minimum of a round: what it asks for, but never less than the house rule. */
export function minimumFor(requested: number): number {
  return Math.max(MIN_RESPONSES, Math.ceil(requested))
}

/** Whether results may be told apart by group at all. One small group among them forbids it for all. */
export function mayBeToldApart(invited: Readonly<Record<string, number>>): boolean {
  const sizes = Object.values(invited)
  return sizes.length > 1 && sizes.every((size) => size >= MIN_INVITED_PER_GROUP)
}

/**
 * Whether figures of a question may be shown that only some were asked, because of what they answered before. Who
 * was asked and who was not are two groups by an answer: the rest of all ballots must be enough people, too.
 */
export function mayBeShownUnderCondition(
  responses: number,
  ballots: number,
  minimum = MIN_RESPONSES,
): boolean {
  return responses >= minimum && ballots - responses >= minimum
}

/**
 * Which groups of a partition may be shown beside their total: those with enough answers. Whatever stays hidden must
 * together be enough answers, or it could be found by subtraction; while it is not, the smallest shown group is hidden
 * too (complementary suppression). So at least two groups are hidden, or none. Groups without answers hide nothing.
 */
export function shownGroups(sizes: Readonly<Record<string, number>>, minimum = MIN_RESPONSES): Set<string> {
  const groups = Object.entries(sizes)
    .filter(([, size]) => size > 0)
    .sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1))
  let hidden = groups.filter(([, size]) => size < minimum).length
  while (hidden > 0 && hidden < groups.length && answersIn(groups.slice(0, hidden)) < minimum) hidden += 1
  return new Set(groups.slice(hidden).map(([group]) => group))
}

function answersIn(groups: readonly [string, number][]): number {
  return groups.reduce((sum, [, size]) => sum + size, 0)
}
