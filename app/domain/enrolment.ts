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
] as const

/** These hold a seat: an offer that is not yet answered keeps its place free of others. */
const SEATED: readonly EnrolmentStatus[] = ['requested', 'approved', 'confirmed', 'offered']

export type EnrolmentRefusal =
  | 'called-off'
  | 'not-published'
  | 'started'
  | 'deadline-passed'
  | 'already-enrolled'
  | 'no-organisation'
  | 'is-trainer'

export type WithdrawRefusal = 'not-enrolled' | 'withdraw-deadline-passed' | 'started' | 'called-off'
export type AnswerRefusal = 'not-offered' | 'offer-lapsed' | 'called-off'

type Deadlines = { enrolUntil: Date; withdrawUntil: Date; calledOffAt: Date | null }

/** Why nobody can enrol in this workshop any more, or null while enrolment is open. */
export function closedBecause(
  workshop: Deadlines & { startsAt: Date; coursePublished: boolean },
  now: Date,
): EnrolmentRefusal | null {
  if (workshop.calledOffAt) return 'called-off'
  if (!workshop.coursePublished) return 'not-published'
  if (now >= workshop.startsAt) return 'started'
  if (now > workshop.enrolUntil) return 'deadline-passed'
  return null
}

/** Why an enrolment can no longer be given back, or null while it can. Leaving the waiting list is always free. */
export function staysBecause(
  workshop: Deadlines & { startsAt: Date },
  status: EnrolmentStatus,
  now: Date,
): WithdrawRefusal | null {
  if (workshop.calledOffAt) return 'called-off'
  if (now >= workshop.startsAt) return 'started'
  if (status === 'waiting' || status === 'offered') return null
  return now > workshop.withdrawUntil ? 'withdraw-deadline-passed' : null
}

/** How many seats are taken: confirmed ones, and those held for an answer. */
export function seatsTaken(enrolments: readonly { status: EnrolmentStatus }[]): number {
  return enrolments.filter((enrolment) => SEATED.includes(enrolment.status)).length
}

export function waiting<T extends { status: EnrolmentStatus }>(enrolments: readonly T[]): T[] {
  return enrolments.filter((enrolment) => enrolment.status === 'waiting')
}

/**
 * What a newcomer gets. A free seat is only free if nobody is waiting for it: newcomers never overtake
 * the list. Whoever was enrolled by somebody else gets an offer, for nobody is enrolled against their will.
 */
export function placeFor(
  workshop: { capacity: number },
  taken: number,
  waitingBefore: number,
  enrolsThemselves: boolean,
): EnrolmentStatus {
  if (waitingBefore > 0 || taken >= workshop.capacity) return 'waiting'
  return enrolsThemselves ? 'confirmed' : 'offered'
}

/** The head of the waiting list that fits into the free seats; `inOrder` comes by queue number. */
export function promoted<T>(workshop: { capacity: number }, taken: number, inOrder: readonly T[]): T[] {
  return inOrder.slice(0, Math.max(0, workshop.capacity - taken))
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
  if (enrolment.status !== 'offered') return 'not-offered'
  return enrolment.offerUntil !== null && now > enrolment.offerUntil ? 'offer-lapsed' : null
}
