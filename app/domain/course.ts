// Courses: what is taught; a workshop is a dated run of one.

import { closedBecause } from '#app/domain/enrolment.ts'
import { freeSeats, type Occupancy } from '#app/domain/workshop.ts'

export const AUDIENCES = ['it', 'user', 'leadership'] as const
/** IT specialist, municipal user, leadership. */
export type Audience = (typeof AUDIENCES)[number]

export const COURSE_LEVELS = ['basic', 'advanced', 'expert'] as const
export type CourseLevel = (typeof COURSE_LEVELS)[number]

export const COURSE_FORMATS = ['workshop', 'online', 'hybrid', 'self-paced'] as const
export type CourseFormat = (typeof COURSE_FORMATS)[number]

export type CourseState = 'draft' | 'published' | 'retired'

/** Follows from two decisions: a course is published once and retired once. */
export function courseState(course: { publishedAt: Date | null; retiredAt: Date | null }): CourseState {
  if (course.retiredAt) return 'retired'
  return course.publishedAt ? 'published' : 'draft'
}

/** Whether a course is meant for somebody who serves their organisations in these capacities. */
export function isMeantFor(
  course: { audiences: readonly Audience[] },
  audiences: readonly Audience[],
): boolean {
  return course.audiences.some((audience) => audiences.includes(audience))
}

export type CourseRefusal =
  'changed-meanwhile' | 'retired' | 'not-published' | 'has-workshops' | 'prerequisite-circle'

type Prerequisite = { courseId: string; requiredCourseId: string }

/** Whether a course would have to come before itself, by whatever detour: then nobody could ever begin. */
export function goesInCircle(courseId: string, prerequisites: readonly Prerequisite[]): boolean {
  const before = new Set<string>()
  const open = [courseId]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { requiredCourseId } of prerequisites.filter((one) => one.courseId === id)) {
      if (requiredCourseId === courseId) return true
      if (!before.has(requiredCourseId)) open.push(requiredCourseId)
      before.add(requiredCourseId)
    }
  }
  return false
}

type Offer = Parameters<typeof closedBecause>[0] & Occupancy

/** The workshop to enrol in: the next with a free seat, else the next with a waiting list, else none. */
export function nextOffer<T extends Offer>(inOrder: readonly T[], now: Date): T | undefined {
  const open = inOrder.filter((workshop) => closedBecause(workshop, now) === null)
  return open.find((workshop) => freeSeats(workshop) > 0) ?? open[0]
}

const SPELLED_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** The key of a new topic, from its title: 'Künstliche Intelligenz' becomes 'kuenstliche-intelligenz'. */
export function topicKey(title: string): string {
  const plain = title.toLowerCase().replace(/[äöüß]/g, (letter) => SPELLED_OUT[letter] ?? letter)
  const words = plain
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
  return words.replace(/^[^a-z]+|-+$/g, '') || 'thema'
}
