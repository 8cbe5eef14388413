// "Drei Termine, die passen": what speaks for a date is said, and nothing is suggested that needs an excuse.

import type { Audience } from '#app/domain/course.ts'

export const MOST_SUGGESTIONS = 3

type Meeting = { startsAt: Date; endsAt: Date }

export type Candidate = {
  id: string
  courseId: string
  topicKey: string
  audiences: readonly Audience[]
  startsAt: Date
  meetings: readonly Meeting[]
  /** Seats that somebody could have right now. */
  free: number
}

export type Learner = {
  audiences: readonly Audience[]
  /** Courses that were attended, or are booked: neither is suggested. */
  knownCourses: ReadonlySet<string>
  attendedTopics: ReadonlySet<string>
  /** Own meetings, those to which the answer is still open, and what the own calendar says. */
  busy: readonly Meeting[]
}

export type Fit<T> = { date: T; audience: Audience; topicKey: string | null }

/**
 * The dates that fit, at most three and of different courses. Topics that somebody has learnt about before come
 * first; within that, whatever is sooner.
 */
export function fittingDates<T extends Candidate>(candidates: readonly T[], learner: Learner): Fit<T>[] {
  const fits = candidates.flatMap((date): Fit<T>[] => {
    const audience = learner.audiences.find((own) => date.audiences.includes(own))
    if (!audience || date.free < 1 || learner.knownCourses.has(date.courseId)) return []
    if (date.meetings.some((meeting) => learner.busy.some((own) => overlaps(meeting, own)))) return []
    return [{ date, audience, topicKey: learner.attendedTopics.has(date.topicKey) ? date.topicKey : null }]
  })
  const inOrder = fits.sort(
    (a, b) =>
      Number(b.topicKey !== null) - Number(a.topicKey !== null) ||
      a.date.startsAt.getTime() - b.date.startsAt.getTime(),
  )
  const courses = new Set<string>()
  const chosen = inOrder.filter(({ date }) => !courses.has(date.courseId) && courses.add(date.courseId))
  return chosen
    .slice(0, MOST_SUGGESTIONS)
    .sort((a, b) => a.date.startsAt.getTime() - b.date.startsAt.getTime())
}

function overlaps(one: Meeting, other: Meeting): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}
