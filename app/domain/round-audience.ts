// Who is asked in a round whose audience somebody chooses.

import type { Audience } from '#app/domain/course.ts'
import { MIN_INVITED_PER_GROUP, minimumFor } from '#app/domain/disclosure.ts'

/** Everybody of these groups; where more is named, only those who fulfil all of it. */
export type RoundAudience = {
  groups: Audience[]
  /** Only who attended this course or this workshop. */
  attended: { courseId: string } | { workshopId: string } | null
  /** Only people of these municipalities and associations; empty for all. */
  organisationIds: string[]
}

/** Of fewer municipalities what is said could be laid at the door of one of them. */
export const MIN_ORGANISATIONS = 3

export type AudienceRefusal = 'few-municipalities' | 'too-few-people'

/**
 * Why so many people cannot be asked as one audience, or null when they can. Where municipalities are chosen, it takes
 * as many as for any group that results tell apart: the round as a whole is that group.
 */
export function audienceRefusal(
  audience: Pick<RoundAudience, 'organisationIds'>,
  people: number,
  minimum: number,
): AudienceRefusal | null {
  const chosen = audience.organisationIds.length
  if (chosen > 0 && chosen < MIN_ORGANISATIONS) return 'few-municipalities'
  return people < leastPeople(chosen > 0, minimum) ? 'too-few-people' : null
}

/** How many people an audience needs. */
export function leastPeople(choosesMunicipalities: boolean, minimum: number): number {
  const least = minimumFor(minimum)
  return choosesMunicipalities ? Math.max(least, MIN_INVITED_PER_GROUP) : least
}
