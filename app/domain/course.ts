// Courses: what is taught; a workshop is a dated run of one.

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
