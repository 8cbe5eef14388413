// The one decision about an enrolment: may this person enrol, if not, why, and if so, what do they get.

import type { BlockedPeriod } from '#app/domain/blocked-period.ts'
import type { BusyTime } from '#app/domain/busy-time.ts'
import { ruled, type ApprovalTerms } from '#app/domain/approval.ts'
import type { Audience } from '#app/domain/course.ts'
import {
  closedBecause,
  seatsTaken,
  type EnrolmentRefusal,
  type EnrolmentStatus,
} from '#app/domain/enrolment.ts'
import {
  placeFor,
  positionOf,
  quotaEnds,
  type Applicant,
  type Decision,
  type Seat,
  type SeatRules,
} from '#app/domain/queue.ts'

type Workshop = SeatRules & {
  enrolFrom: Date | null
  enrolUntil: Date
  coursePublished: boolean
  audiences: readonly Audience[]
  /** Whether the course is for its audience only. */
  audienceOnly: boolean
  trainerIds: readonly string[]
}

/** A course that has to come first. While it is a draft, its page is for those who write it. */
export type RequiredCourse = { id: string; titleDe: string; titleEn: string | null; isDraft: boolean }

/** All that is asked about a person. */
export type Asker = Omit<Applicant, 'organisationId'> & {
  personId: string
  /** Whom they enrol for; null for whoever serves nobody. */
  organisationId: string | null
  /** As what they serve their organisations; only read where a course is for its audience only. */
  audiences: readonly Audience[]
  /** What their organisation has to say to it. */
  approval: Pick<ApprovalTerms, 'kind'> | undefined
  /** Courses that they would have to have attended, and have not. */
  missing: readonly RequiredCourse[]
}

type Queued = {
  id: string
  personId: string
  organisationId: string
  status: EnrolmentStatus
  seat: Seat
  wantsRoom: boolean
}

export type EnrolmentDecision =
  | { may: false; refusal: EnrolmentRefusal; missing: readonly RequiredCourse[] }
  | { may: true; place: Decision; position: number | undefined }

/** `current` is everyone who holds a seat or waits for one, by queue number. */
export function decide(
  workshop: Workshop,
  asker: Asker,
  current: readonly Queued[],
  now: Date,
): EnrolmentDecision {
  const refusal = closedBecause(workshop, now) ?? barredBecause(workshop, asker, current)
  if (refusal) return { may: false, refusal, missing: asker.missing }
  const { organisationId } = asker
  if (organisationId === null) return { may: false, refusal: 'no-organisation', missing: [] }
  const place = ruled(placeFor(workshop, current, { ...asker, organisationId }, now), asker.approval)
  const newcomer = { id: '', ...place }
  return { may: true, place, position: positionOf([...current, newcomer], newcomer.id) }
}

export type BarredRefusal = Extract<
  EnrolmentRefusal,
  'is-trainer' | 'already-enrolled' | 'no-organisation' | 'not-audience' | 'prerequisite-missing'
>

/** Why this person in particular cannot have a seat, whenever they ask. */
export function barredBecause(
  workshop: Pick<Workshop, 'trainerIds' | 'audiences' | 'audienceOnly'>,
  { personId, organisationId, audiences, missing }: Asker,
  current: readonly { personId: string }[],
): BarredRefusal | null {
  if (workshop.trainerIds.includes(personId)) return 'is-trainer'
  if (current.some((enrolment) => enrolment.personId === personId)) return 'already-enrolled'
  if (organisationId === null) return 'no-organisation'
  const isMeant = workshop.audiences.some((audience) => audiences.includes(audience))
  if (workshop.audienceOnly && !isMeant) return 'not-audience'
  return missing.length > 0 ? 'prerequisite-missing' : null
}

/** What everybody may see of the quota; with names for those who have an organisation. */
export type QuotaView = {
  seats: number
  ends: Date
  isReleased: boolean
  own: { name: string; taken: number } | null
}

export function quotaView(
  workshop: SeatRules,
  organisation: { id: string; name: string } | undefined,
  current: readonly Pick<Queued, 'status' | 'organisationId'>[],
  now: Date,
): QuotaView | null {
  const ends = quotaEnds(workshop)
  if (workshop.quota === null || ends === null) return null
  const taken = seatsTaken(current.filter(({ organisationId }) => organisationId === organisation?.id))
  return {
    seats: workshop.quota,
    ends,
    isReleased: now >= ends,
    own: organisation ? { name: organisation.name, taken } : null,
  }
}

/** Another date of the same person, that lies at the same time. */
export type Clash = { workshopId: string; titleDe: string; titleEn: string | null; startsAt: Date }

/** A day on which too few of an organisation's IT would be there. */
export type ThinDay = { day: string; remaining: number; minimum: number; organisation: string }

/** What somebody should know before they press the button; nothing of it keeps them from doing so. */
export type EnrolmentWarnings = {
  clash: Clash | undefined
  thinDay: ThinDay | undefined
  /** Days that the organisation has blocked. */
  blocked: BlockedPeriod | undefined
  /** By their own calendar; only for their own eyes, where they have signed in. */
  busy?: BusyTime | undefined
}

/**
 * The same about somebody for whom somebody else asks. Colleagues learn that there is a date; which one, only those who
 * see the enrolments anyway.
 */
export type ColleagueWarning = {
  name: string
  clash: { titleDe: string | null; titleEn: string | null; startsAt: Date } | undefined
  thinDay: ThinDay | undefined
  blocked: BlockedPeriod | undefined
}

/** Who does the IT of an organisation, and who of them is away. */
export type Cover = {
  organisation: string
  /** So many should always be there. */
  minimum: number
  /** Who does the IT of the organisation. */
  personIds: readonly string[]
  /** On which days which of them are in another workshop. */
  away: readonly { personId: string; day: string }[]
}

/** "Wer hält die Stellung?": the first day on which enrolling would leave too few of the IT at home. */
export function thinDayOf(cover: Cover, personId: string, days: readonly string[]): ThinDay | undefined {
  if (!cover.personIds.includes(personId)) return undefined
  const { organisation, minimum } = cover
  for (const day of days) {
    const away = new Set(cover.away.filter((one) => one.day === day).map((one) => one.personId))
    const remaining = cover.personIds.filter((id) => id !== personId && !away.has(id)).length
    if (remaining < minimum) return { day, remaining, minimum, organisation }
  }
  return undefined
}
