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
  'excused',
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
  requested: ['confirmed', 'approved', 'rejected', 'withdrawn', 'excused', 'called-off'],
  approved: ['confirmed', 'waiting', 'withdrawn', 'excused', 'substituted', 'called-off'],
  rejected: [],
  confirmed: ['withdrawn', 'excused', 'substituted', 'called-off'],
  waiting: ['confirmed', 'requested', 'offered', 'withdrawn', 'substituted', 'called-off'],
  offered: ['confirmed', 'requested', 'declined', 'lapsed', 'withdrawn', 'called-off'],
  lapsed: [],
  declined: [],
  withdrawn: [],
  excused: [],
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
  'quota',
  'enrolled-by-other',
  'approval-needed',
  'approved',
  'approved-by-deputy',
  'approved-by-silence',
  'rejected',
  'rejected-by-deputy',
  'rejected-by-silence',
  'as-substitute',
  'accepted',
  'declined',
  'not-answered',
  'own-wish',
  'on-request',
  'by-organisation',
  'by-mistake',
  'account-closed',
  'rebooked',
  'substituted',
  'on-duty',
  'private',
  'other',
  'after-withdrawal',
  'after-decline',
  'after-lapse',
  'after-rejection',
  'after-more-seats',
  'after-quota',
  'after-missed',
  'room-instead',
  'online-enough',
  'no-longer-hybrid',
  'fewer-seats',
  'passed-quota',
  'workshop-called-off',
  'workshop-merged',
  'walk-in',
  'walk-in-unapproved',
  'moved-by-merge',
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

/** Why somebody cannot come after all. Never more than this: nobody writes down who is ill. */
export const ABSENCE_REASONS = ['on-duty', 'private', 'other'] as const satisfies readonly EnrolmentReason[]
export type AbsenceReason = (typeof ABSENCE_REASONS)[number]

export type EnrolmentRefusal =
  | 'called-off'
  | 'not-published'
  | 'started'
  | 'not-open-yet'
  | 'deadline-passed'
  | 'already-enrolled'
  | 'no-organisation'
  | 'is-trainer'
  | 'not-audience'
  | 'prerequisite-missing'
  | 'page-outdated'

export type WithdrawRefusal = 'not-enrolled' | 'needs-reason' | 'started' | 'called-off'
export type AnswerRefusal = 'not-offered' | 'offer-lapsed' | 'called-off'

type Dates = { withdrawUntil: Date; startsAt: Date; calledOffAt: Date | null }
type Window = Omit<Dates, 'withdrawUntil'> & {
  coursePublished: boolean
  enrolFrom: Date | null
  enrolUntil: Date
}

/** Why nobody can enrol in this workshop now, or null while enrolment is open. */
export function closedBecause(workshop: Window, now: Date): EnrolmentRefusal | null {
  if (workshop.calledOffAt) return 'called-off'
  if (!workshop.coursePublished) return 'not-published'
  if (now >= workshop.startsAt) return 'started'
  if (workshop.enrolFrom && now < workshop.enrolFrom) return 'not-open-yet'
  if (now > workshop.enrolUntil) return 'deadline-passed'
  return null
}

/** Why an enrolment cannot be given back, or null: until the start it always can. */
export function staysBecause(workshop: Dates, status: EnrolmentStatus, now: Date): WithdrawRefusal | null {
  if (workshop.calledOffAt) return 'called-off'
  if (!isCurrent(status)) return 'not-enrolled'
  return now >= workshop.startsAt ? 'started' : null
}

/**
 * Whether giving it back is a notice of absence by now, with a reason: whoever leads has planned with that person.
 * Leaving the waiting list, or an offer, stays free; so is being taken out by the office.
 */
export function isNotice(workshop: Dates, status: EnrolmentStatus, now: Date): boolean {
  return status !== 'waiting' && status !== 'offered' && now > workshop.withdrawUntil
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

/** Why an offer cannot be answered, or null while it stands: to its end, and never past the start, wherever that is moved. */
export function unanswerableBecause(
  enrolment: { status: EnrolmentStatus; offerUntil: Date | null },
  workshop: { calledOffAt: Date | null; startsAt: Date },
  now: Date,
): AnswerRefusal | null {
  if (workshop.calledOffAt) return 'called-off'
  if (enrolment.status === 'lapsed') return 'offer-lapsed'
  if (enrolment.status !== 'offered') return 'not-offered'
  const isOver = enrolment.offerUntil !== null && now >= enrolment.offerUntil
  return isOver || now >= workshop.startsAt ? 'offer-lapsed' : null
}
