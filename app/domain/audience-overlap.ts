// Two rounds that ask the same of almost the same people: whoever subtracts their figures reads what the few answered
// who were asked in one of them only. Here stands what may be asked beside what.
//
// What counts is who was invited, not who has voted: a difference points at the people who belong to one audience and
// not to the other. Where there is nobody, it points at nobody: what has changed then is who took part and what people
// think, and who that was nobody sees. Where there are ten, it is a group like those that results tell apart, which
// takes ten invited for the same reason. In between it is a handful whose names the coordination knows. How many of
// them have voted plays no part, because it must be decided before anybody votes, and nobody may look at it then.
//
// All rounds count at once, and both groups of each, because several figures can be added before they are subtracted
// (everybody, less the specialists, less the users). A round that is repeated is left out: its audience was chosen once,
// so who has come and gone since was nobody's choice, and after twelve weeks nobody answers as they did. Older than a
// year, figures say nothing about today's answers. Feedback on workshops is compared one by one: there is much of it,
// and nobody chooses who is in it.

import { addDays, addMonths } from '#app/domain/calendar.ts'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { MIN_INVITED_PER_GROUP, mayBeToldApart } from '#app/domain/disclosure.ts'
import { STRATA, type Stratum } from '#app/domain/evaluation.ts'
import { rankOf, smallSums, sumsWithin, type Figure } from '#app/domain/figure-space.ts'
import type { RoundAudience } from '#app/domain/round-audience.ts'

/** So far apart, in months, figures of the same questions are no longer subtracted from each other. */
export const FIGURES_AGE_MONTHS = 12
/** So far apart, in days, one audience is asked again although a few people have come or gone. */
export const REPEATED_AFTER_DAYS = 84
/** Of more groups that overlap nobody could say any more what their figures give away together. */
const MOST_GROUPS = 12

type Asked = { personId: string; stratum: Stratum }

/** A round as far as its audience goes. */
export type AskedRound = {
  id: string
  opensOn: string
  /** Who belongs to it: whom somebody chose, everybody registered, or whoever attended workshops. */
  audience: RoundAudience | 'registered' | 'attended'
  people: readonly Asked[]
}

/**
 * The ids of those rounds whose figures, together with those of `fresh`, would point at fewer than ten people; empty
 * when it may be asked. `others` ask something of the same; those that are too far away in time are left out here.
 */
export function overlapping(fresh: AskedRound, others: readonly AskedRound[]): string[] {
  const near = connected(
    fresh,
    others.filter((other) => isNear(fresh, other) && !isRepeated(fresh, other)),
  )
  const alone = near.filter((other) => pointsAtFew(fresh, [other]))
  const together = near.filter(({ audience }) => audience !== 'attended')
  const named = alone.length > 0 ? alone : pointsAtFew(fresh, together) ? together : []
  return named.map(({ id }) => id)
}

function isNear(one: AskedRound, other: AskedRound): boolean {
  const [first = '', second = ''] = [one.opensOn, other.opensOn].sort()
  return second < addMonths(first, FIGURES_AGE_MONTHS)
}

function isRepeated(one: AskedRound, other: AskedRound): boolean {
  const [first = '', second = ''] = [one.opensOn, other.opensOn].sort()
  return (
    one.audience !== 'attended' &&
    ruleOf(one) === ruleOf(other) &&
    second >= addDays(first, REPEATED_AFTER_DAYS)
  )
}

/** The same text for audiences that were chosen in the same way, whoever belongs to them. */
function ruleOf({ audience }: AskedRound): string {
  if (typeof audience === 'string') return audience
  const { groups, attended, organisationIds } = audience
  return canonicalJson({ attended, groups: groups.toSorted(), organisationIds: organisationIds.toSorted() })
}

/** Rounds that share somebody with `fresh`, or with one that does. From the others nothing can be subtracted. */
function connected(fresh: AskedRound, others: readonly AskedRound[]): AskedRound[] {
  const reached = new Set(fresh.people.map(({ personId }) => personId))
  const found: AskedRound[] = []
  let rest = [...others]
  for (;;) {
    const next = rest.filter(({ people }) => people.some(({ personId }) => reached.has(personId)))
    if (next.length === 0) return found
    for (const { people } of next) for (const { personId } of people) reached.add(personId)
    found.push(...next)
    rest = rest.filter((round) => !next.includes(round))
  }
}

/** The groups of a round that may get figures of their own: both strata where they may be told apart, else all. */
function groupsOf({ people }: AskedRound): Set<string>[] {
  const of = (stratum: Stratum) =>
    new Set(people.filter((one) => one.stratum === stratum).map(({ personId }) => personId))
  const [it, user] = STRATA.map(of) as [Set<string>, Set<string>]
  if (mayBeToldApart({ it: it.size, user: user.size })) return [it, user]
  return [new Set([...it, ...user])].filter(({ size }) => size > 0)
}

function pointsAtFew(fresh: AskedRound, others: readonly AskedRound[]): boolean {
  const known = distinct(others.flatMap(groupsOf))
  const added = groupsOf(fresh).filter((group) => !known.some((one) => isSame(one, group)))
  if (added.length === 0) return false
  if (known.length > MOST_GROUPS) return true

  const { sizes, figures } = inCells([...known, ...added])
  const [before, own] = [figures.slice(0, known.length), figures.slice(known.length)]
  for (const { cells, sums } of smallSums(figures, sizes, MIN_INVITED_PER_GROUP - 1)) {
    // What could be read before is no news, and what the round itself says its own rules allow.
    const allowed = [...sumsWithin(before, cells), ...sumsWithin(own, cells)]
    if (sums.length > rankOf(allowed)) return true
  }
  return false
}

const isSame = (one: Set<string>, other: Set<string>) =>
  one.size === other.size && [...one].every((person) => other.has(person))
const distinct = (groups: Set<string>[]) =>
  groups.filter((group, place) => !groups.slice(0, place).some((one) => isSame(one, group)))

function inCells(groups: readonly Set<string>[]): { sizes: number[]; figures: Figure[] } {
  const members = new Map<string, number>()
  groups.forEach((group, place) => {
    for (const person of group) members.set(person, (members.get(person) ?? 0) + 2 ** place)
  })
  const sizes = new Map<number, number>()
  for (const cell of members.values()) sizes.set(cell, (sizes.get(cell) ?? 0) + 1)
  const cells = [...sizes.keys()]
  const figures = groups.map((_, place) => cells.map((cell) => Math.floor(cell / 2 ** place) % 2))
  return { sizes: [...sizes.values()], figures }
}
