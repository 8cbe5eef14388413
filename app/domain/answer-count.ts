// How many gave which answer, where people chose words, ticked several, said yes or no, or gave a number.
//
// The five-step scale rates something else: any step can be anybody's, so one cross on it names nobody, and from ten
// answers on all steps are told. Words of one's own can describe whoever chooses them ("ich arbeite im Standesamt"). A
// single cross there would say that this colleague has taken part. So here each number belongs to enough people, and
// what is left of the total belongs to enough people, too.

import { FULL_DETAIL_FROM, MIN_RESPONSES, shownGroups } from '#app/domain/disclosure.ts'
import { STRATA, type Stratum } from '#app/domain/evaluation.ts'

/** How many gave each answer, by its value; the keys are all that can be answered. */
export type Counts = Readonly<Record<string, number>>

/** One of several that could be ticked: how many did, or that it were fewer than the minimum, or all but so few. */
export type Tick = number | 'few' | 'most'

/**
 * `answered`: how many did, not what. `parts`: each answered once; what is missing in `counts` was given by the rest
 * together. `mostly`: all but fewer than the minimum gave this one answer. `ticks`: each answer is a yes or no.
 */
export type CountFigure =
  | { kind: 'no-data' }
  | { kind: 'too-few' }
  | { kind: 'answered'; responses: number }
  | { kind: 'parts'; responses: number; counts: Record<string, number> }
  | { kind: 'mostly'; responses: number; value: string }
  | { kind: 'ticks'; responses: number; ticks: Record<string, Tick> }

/**
 * What may be told where everybody gives one answer. Of fewer than ten only their number: "7 of 7" would say what each
 * of them answered, and to hide only that would say the same.
 */
export function partsFigure(counts: Counts, minimum = MIN_RESPONSES): CountFigure {
  const responses = sumOf(counts)
  const short = shortFigure(responses, minimum)
  if (short) return short
  const shown = shownGroups(counts, minimum)
  const told = sumOf(only(counts, (value) => shown.has(value)))
  if (told === responses) return { kind: 'parts', responses, counts: { ...counts } }
  if (shown.size > 0) {
    return { kind: 'parts', responses, counts: only(counts, (value) => shown.has(value)) }
  }
  const value = Object.keys(counts).find((one) => isMost(counts[one] ?? 0, responses, minimum))
  return value === undefined ? { kind: 'answered', responses } : { kind: 'mostly', responses, value }
}

/** What may be told where several can be ticked. Who did not tick something is a group as much as who did. */
export function ticksFigure(counts: Counts, responses: number, minimum = MIN_RESPONSES): CountFigure {
  const short = shortFigure(responses, minimum)
  if (short) return short
  if (responses < 2 * minimum) return { kind: 'answered', responses }
  const ticks = Object.entries(counts).map(([value, n]) => [value, tickOf(n, responses, minimum)] as const)
  return { kind: 'ticks', responses, ticks: Object.fromEntries(ticks) }
}

function shortFigure(responses: number, minimum: number): CountFigure | undefined {
  if (responses === 0) return { kind: 'no-data' }
  if (responses < minimum) return { kind: 'too-few' }
  return responses < FULL_DETAIL_FROM ? { kind: 'answered', responses } : undefined
}

/** None at all is "few", too: that nobody did would say it of each of them. */
function tickOf(n: number, responses: number, minimum: number): Tick {
  if (n < minimum) return 'few'
  return isMost(n, responses, minimum) ? 'most' : n
}

function isMost(n: number, responses: number, minimum: number): boolean {
  return responses >= 2 * minimum && responses - n < minimum
}

export type CountsApart = { counts: Counts; responses: number }

/**
 * The groups beside their total, where each was large enough for a figure of its own. Every answer of every group is
 * what is left when the other's is taken from the total, so all of them belong to enough people or to nobody; where
 * one does not, answers that exclude one another are told for neither group, and a tick is left out for both.
 */
export function countsApart(
  whole: CountFigure,
  groups: Record<Stratum, CountsApart>,
  minimum = MIN_RESPONSES,
): Record<Stratum, CountFigure> | null {
  const sizes = { it: groups.it.responses, user: groups.user.responses }
  if (shownGroups(sizes, minimum).size < STRATA.length) return null
  if (STRATA.some((stratum) => sizes[stratum] < FULL_DETAIL_FROM)) return null
  if (whole.kind === 'parts') return partsApart(whole.counts, groups, minimum)
  return whole.kind === 'ticks' ? ticksApart(whole.ticks, groups, minimum) : null
}

function partsApart(
  told: Counts,
  groups: Record<Stratum, CountsApart>,
  minimum: number,
): Record<Stratum, CountFigure> | null {
  const cells = ({ counts, responses }: CountsApart) => {
    const own = only(counts, (value) => Object.hasOwn(told, value))
    return { own, all: [...Object.values(own), responses - sumOf(own)] }
  }
  const [it, user] = [cells(groups.it), cells(groups.user)]
  if ([...it.all, ...user.all].some((n) => n > 0 && n < minimum)) return null
  return {
    it: { kind: 'parts', responses: groups.it.responses, counts: it.own },
    user: { kind: 'parts', responses: groups.user.responses, counts: user.own },
  }
}

function ticksApart(
  told: Readonly<Record<string, Tick>>,
  groups: Record<Stratum, CountsApart>,
  minimum: number,
): Record<Stratum, CountFigure> | null {
  const isSplit = ({ counts, responses }: CountsApart, value: string) => {
    const n = counts[value] ?? 0
    return n >= minimum && responses - n >= minimum
  }
  const values = Object.keys(told).filter(
    (value) => typeof told[value] === 'number' && STRATA.every((stratum) => isSplit(groups[stratum], value)),
  )
  if (values.length === 0) return null
  const of = ({ counts, responses }: CountsApart): CountFigure => ({
    kind: 'ticks',
    responses,
    ticks: only(counts, (value) => values.includes(value)),
  })
  return { it: of(groups.it), user: of(groups.user) }
}

/** How many gave an answer that is not told by itself; null where all are. */
export function restOf({ responses, counts }: { responses: number; counts: Counts }): number | null {
  const rest = responses - sumOf(counts)
  return rest > 0 ? rest : null
}

/**
 * In which part the middle answer lies, the parts being in their order; null where that cannot be read from what is
 * told, because it depends on the rest.
 */
export function middlePart(
  { responses, counts }: { responses: number; counts: Counts },
  inOrder: readonly string[],
): string | null {
  const rest = restOf({ responses, counts }) ?? 0
  let before = 0
  for (const value of inOrder) {
    const own = counts[value] ?? 0
    // The rest may lie wholly before, or wholly after.
    if (own > 0 && before + rest < responses / 2 && before + own > responses / 2) return value
    before += own
  }
  return null
}

function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, n) => sum + n, 0)
}

function only(counts: Counts, keeps: (value: string) => boolean): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([value]) => keeps(value)))
}
