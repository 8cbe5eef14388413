// The minimum of a workshop, and the day on which somebody decides whether it takes place. Nothing is called off by
// itself: the date only says that it is time to look.

import { addDays, dayOf } from '#app/domain/calendar.ts'

/** What applies when nothing else is said. */
export const DECIDE_DAYS_BEFORE = 7

type Decided = { decideOn: string | null; startsAt: Date }

/** The day from which the decision waits for somebody. */
export function decisionDay({ decideOn, startsAt }: Decided): string {
  return decideOn ?? addDays(dayOf(startsAt), -DECIDE_DAYS_BEFORE)
}

/** The traffic light: 'short' may still fill, 'due' wants a decision. */
export type Viability = 'going' | 'enough' | 'short' | 'due'

/** How a workshop stands towards its minimum, or undefined where there is nothing to decide. */
export function viabilityOf(
  workshop: Decided & { minimum: number; goingAt: Date | null; calledOffAt: Date | null },
  taken: number,
  now: Date,
): Viability | undefined {
  if (workshop.calledOffAt || now >= workshop.startsAt) return undefined
  if (workshop.goingAt) return 'going'
  if (workshop.minimum === 0) return undefined
  if (taken >= workshop.minimum) return 'enough'
  return dayOf(now) >= decisionDay(workshop) ? 'due' : 'short'
}

export type GoingRefusal = 'called-off' | 'started' | 'confirmed-already'

/** Why nobody can confirm any more that a workshop takes place, or undefined while somebody can. */
export function notConfirmedBecause(
  workshop: { goingAt: Date | null; calledOffAt: Date | null; startsAt: Date },
  now: Date,
): GoingRefusal | undefined {
  if (workshop.calledOffAt) return 'called-off'
  if (now >= workshop.startsAt) return 'started'
  return workshop.goingAt ? 'confirmed-already' : undefined
}

export type MergeRefusal = 'called-off' | 'started' | 'other-course' | 'other-called-off' | 'other-started'

type Mergeable = { id: string; courseId: string; calledOffAt: Date | null; startsAt: Date }

/** Why one date cannot be merged into another, or undefined where it can. */
export function notMergedBecause(from: Mergeable, into: Mergeable, now: Date): MergeRefusal | undefined {
  if (from.calledOffAt) return 'called-off'
  if (now >= from.startsAt) return 'started'
  if (from.courseId !== into.courseId || from.id === into.id) return 'other-course'
  if (into.calledOffAt) return 'other-called-off'
  return now >= into.startsAt ? 'other-started' : undefined
}
