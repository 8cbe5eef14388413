// Who gets a place in a workshop. No I/O in here: every fact, and the clock, is an argument.

export const ENROLMENT_STATUSES = [
  'interested',
  'requested',
  'approved',
  'rejected',
  'confirmed',
  'waiting',
  'offered',
  'lapsed',
  'declined',
  'withdrawn',
  'substituted',
  'called-off',
] as const
export type EnrolmentStatus = (typeof ENROLMENT_STATUSES)[number]

/** An enrolment that still means something for the workshop to come. */
export const CURRENT_STATUSES = [
  'interested',
  'requested',
  'approved',
  'confirmed',
  'waiting',
  'offered',
] as const satisfies readonly EnrolmentStatus[]

/** These hold a seat: an offer that is not yet answered keeps its place free of others. */
export const SEATED_STATUSES = [
  'requested',
  'approved',
  'confirmed',
  'offered',
] as const satisfies readonly EnrolmentStatus[]

/** What may come next, and what an enrolment may begin as. Nothing else happens: the log refuses it. */
const FOLLOWS: Record<EnrolmentStatus | 'beginning', readonly EnrolmentStatus[]> = {
  beginning: ['interested', 'requested', 'confirmed', 'waiting', 'offered'],
  interested: ['requested', 'confirmed', 'waiting', 'offered', 'withdrawn', 'called-off'],
  requested: ['confirmed', 'approved', 'rejected', 'withdrawn', 'called-off'],
  approved: ['confirmed', 'waiting', 'withdrawn', 'substituted', 'called-off'],
  rejected: [],
  confirmed: ['withdrawn', 'substituted', 'called-off'],
  waiting: ['requested', 'confirmed', 'offered', 'withdrawn', 'substituted', 'called-off'],
  offered: ['requested', 'confirmed', 'declined', 'lapsed', 'withdrawn', 'called-off'],
  lapsed: [],
  declined: [],
  withdrawn: [],
  substituted: [],
  'called-off': [],
}

/** Whether an enrolment may go from one status to another; `null` is before its beginning. */
export function mayFollow(from: EnrolmentStatus | null, to: EnrolmentStatus): boolean {
  return FOLLOWS[from ?? 'beginning'].includes(to)
}

/** Why an enrolment is what it is. Words from a list and never free text, which would soon tell of an illness. */
export const ENROLMENT_REASONS = [
  'seat-free',
  'full',
  'others-wait',
  'enrolled-by-other',
  'approval-needed',
  'approved',
  'approved-by-deputy',
  'approved-by-silence',
  'rejected',
  'rejected-by-deputy',
  'rejected-by-silence',
  'accepted',
  'declined',
  'not-answered',
  'own-wish',
  'on-request',
  'by-organisation',
  'by-mistake',
  'after-withdrawal',
  'after-decline',
  'after-lapse',
  'after-rejection',
  'after-more-seats',
  'workshop-called-off',
  'workshop-merged',
] as const
export type EnrolmentReason = (typeof ENROLMENT_REASONS)[number]

/** What may have made a seat free for somebody who waits. */
export type PromotionReason = Extract<EnrolmentReason, `after-${string}`>

/** Why somebody else takes a person out again. */
export const WITHDRAW_REASONS = [
  'on-request',
  'by-organisation',
  'by-mistake',
] as const satisfies readonly EnrolmentReason[]
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number]

export type EnrolmentRefusal =
  | 'called-off'
  | 'not-published'
  | 'started'
  | 'deadline-passed'
  | 'already-enrolled'
  | 'no-organisation'
  | 'is-trainer'
  | 'page-outdated'

export type WithdrawRefusal = 'not-enrolled' | 'withdraw-deadline-passed' | 'started' | 'called-off'
export type AnswerRefusal = 'not-offered' | 'offer-lapsed' | 'called-off'

type Deadlines = { enrolUntil: Date; withdrawUntil: Date; startsAt: Date; calledOffAt: Date | null }

/** Why nobody can enrol in this workshop any more, or null while enrolment is open. */
export function closedBecause(
  workshop: Deadlines & { coursePublished: boolean },
  now: Date,
): EnrolmentRefusal | null {
  if (workshop.calledOffAt) return 'called-off'
  if (!workshop.coursePublished) return 'not-published'
  if (now >= workshop.startsAt) return 'started'
  if (now > workshop.enrolUntil) return 'deadline-passed'
  return null
}

/**
 * Why an enrolment cannot be given back any more, or null while it can. Leaving the waiting list is free until
 * the start. So is being taken out by the office, to which people turn once their own deadline has passed.
 */
export function staysBecause(
  workshop: Deadlines,
  status: EnrolmentStatus,
  now: Date,
  byOffice = false,
): WithdrawRefusal | null {
  if (workshop.calledOffAt) return 'called-off'
  if (!isCurrent(status)) return 'not-enrolled'
  if (now >= workshop.startsAt) return 'started'
  if (byOffice || status === 'waiting' || status === 'offered') return null
  return now > workshop.withdrawUntil ? 'withdraw-deadline-passed' : null
}

export function isCurrent(status: EnrolmentStatus): boolean {
  return (CURRENT_STATUSES as readonly EnrolmentStatus[]).includes(status)
}

type Enrolled = { status: EnrolmentStatus }

/** How many seats are taken: confirmed ones, and those held for an answer. */
export function seatsTaken(enrolments: readonly Enrolled[]): number {
  const seated: readonly EnrolmentStatus[] = SEATED_STATUSES
  return enrolments.filter((enrolment) => seated.includes(enrolment.status)).length
}

export function waiting<T extends Enrolled>(enrolments: readonly T[]): T[] {
  return enrolments.filter((enrolment) => enrolment.status === 'waiting')
}

/** A place on the waiting list, counted from 1; `inOrder` comes by queue number. Undefined for all others. */
export function positionOf(
  inOrder: readonly (Enrolled & { id: string })[],
  enrolmentId: string,
): number | undefined {
  const index = waiting(inOrder).findIndex((enrolment) => enrolment.id === enrolmentId)
  return index < 0 ? undefined : index + 1
}

export type Decision = { status: EnrolmentStatus; reason: EnrolmentReason }

/**
 * What a newcomer gets, and why. A free seat is only free if nobody is waiting for it: newcomers never overtake
 * the list. Whoever was enrolled by somebody else gets an offer, for nobody is enrolled against their will.
 */
export function placeFor(
  workshop: { capacity: number },
  current: readonly Enrolled[],
  enrolsThemselves: boolean,
): Decision {
  if (seatsTaken(current) >= workshop.capacity) return { status: 'waiting', reason: 'full' }
  if (waiting(current).length > 0) return { status: 'waiting', reason: 'others-wait' }
  return enrolsThemselves
    ? { status: 'confirmed', reason: 'seat-free' }
    : { status: 'offered', reason: 'enrolled-by-other' }
}

/**
 * The head of the waiting list that fits into the free seats; `inOrder` comes by queue number. Once a workshop
 * has begun, or is called off, nobody moves up.
 */
export function promoted<T extends Enrolled>(
  workshop: { capacity: number; startsAt: Date; calledOffAt: Date | null },
  inOrder: readonly T[],
  now: Date,
): T[] {
  if (workshop.calledOffAt || now >= workshop.startsAt) return []
  return waiting(inOrder).slice(0, Math.max(0, workshop.capacity - seatsTaken(inOrder)))
}

/** What moving up makes of somebody who waits: who joined the list themselves has agreed already. */
export function seatFor(enrolment: { personId: string; enrolledBy: string }): 'confirmed' | 'offered' {
  return enrolment.enrolledBy === enrolment.personId ? 'confirmed' : 'offered'
}

/** An offer is answered within a week, and before the workshop starts. */
export const OFFER_DAYS = 7

export function offerEnds(now: Date, workshop: { startsAt: Date }): Date {
  const week = new Date(now.getTime() + OFFER_DAYS * 86_400_000)
  return week < workshop.startsAt ? week : workshop.startsAt
}

/** Why an offer cannot be answered, or null while it stands. */
export function unanswerableBecause(
  enrolment: { status: EnrolmentStatus; offerUntil: Date | null },
  workshop: { calledOffAt: Date | null },
  now: Date,
): AnswerRefusal | null {
  if (workshop.calledOffAt) return 'called-off'
  if (enrolment.status === 'lapsed') return 'offer-lapsed'
  if (enrolment.status !== 'offered') return 'not-offered'
  return enrolment.offerUntil !== null && now >= enrolment.offerUntil ? 'offer-lapsed' : null
}
