// Giving one's seat on: to a colleague who stands in, or for another date of the same course.

import { isNotice, staysBecause, type EnrolmentRefusal, type EnrolmentStatus } from '#app/domain/enrolment.ts'

type Dates = { withdrawUntil: Date; startsAt: Date; calledOffAt: Date | null }

export type SubstituteRefusal =
  | 'not-seated'
  | 'started'
  | 'called-off'
  | 'not-colleague'
  | 'page-outdated'
  | Extract<EnrolmentRefusal, 'already-enrolled' | 'is-trainer' | 'not-audience' | 'prerequisite-missing'>

/** Why nobody can be named for this seat, or null: until the start somebody can. */
export function notSubstitutableBecause(
  workshop: Dates,
  status: EnrolmentStatus,
  now: Date,
): 'not-seated' | 'started' | 'called-off' | null {
  const stays = staysBecause(workshop, status, now)
  if (stays === 'called-off' || stays === 'started') return stays
  return status === 'confirmed' || status === 'approved' ? null : 'not-seated'
}

export type RebookRefusal =
  'not-seated' | 'notice-only' | 'other-course' | 'target-full' | 'target-closed' | 'page-outdated'

/** Why this enrolment cannot be moved to another date, or null while it can: as long as it can be given back. */
export function notRebookableBecause(
  workshop: Dates,
  status: EnrolmentStatus,
  now: Date,
): RebookRefusal | null {
  if (staysBecause(workshop, status, now) !== null || status === 'offered') return 'not-seated'
  return isNotice(workshop, status, now) ? 'notice-only' : null
}
