// Whether an organisation agrees that its people go: its rule, and what becomes of a request.

import { dayOf, endOfDay, instantOf } from '#app/domain/calendar.ts'
import type { EnrolmentReason, EnrolmentStatus } from '#app/domain/enrolment.ts'
import { addWorkingDays } from '#app/domain/holiday.ts'

/** none: nobody is asked; inform: somebody gets a mail, nothing waits; approve: the seat waits for an answer. */
export const APPROVAL_KINDS = ['none', 'inform', 'approve'] as const
export type ApprovalKind = (typeof APPROVAL_KINDS)[number]

/** What it means when nobody answers in time. */
export const SILENCES = ['approve', 'reject'] as const
export type Silence = (typeof SILENCES)[number]

/** Words from a list and never free text, which would soon tell of a conflict or an illness. */
export const REJECT_REASONS = ['staffing', 'other-date', 'not-needed', 'unsaid'] as const
export type RejectReason = (typeof REJECT_REASONS)[number]

/** Who decided. Approvers have no account and are known by their part alone. */
export const DECIDERS = ['approver', 'deputy', 'silence'] as const
export type Decider = (typeof DECIDERS)[number]

export type Verdict = 'approved' | 'rejected'

/** Whom an organisation wants to be asked. */
export type Approver = { name: string; email: string }

export type ApprovalTerms = {
  kind: ApprovalKind
  /** Working days until the approver is reminded and the deputy is asked as well. */
  remindAfterDays: number
  /** Working days until silence decides. */
  limitDays: number
  silence: Silence
}

/** What applies when nobody has said anything. */
export const USUAL_TERMS: ApprovalTerms = {
  kind: 'none',
  remindAfterDays: 2,
  limitDays: 5,
  silence: 'approve',
}

/** The longest time that a seat may wait for an answer. */
export const MOST_LIMIT_DAYS = 20

const MORNING = '07:00'

/**
 * When to remind, and when silence decides: at the end of a working day, but never behind the start. A reminder
 * that would come too late comes at half time.
 */
export function approvalDates(
  terms: Pick<ApprovalTerms, 'remindAfterDays' | 'limitDays'>,
  now: Date,
  workshop: { startsAt: Date },
): { remindAt: Date; decideUntil: Date } {
  const usual = endOfDay(addWorkingDays(dayOf(now), terms.limitDays))
  const decideUntil = usual < workshop.startsAt ? usual : workshop.startsAt
  const morning = instantOf(addWorkingDays(dayOf(now), terms.remindAfterDays), MORNING)
  const halfTime = new Date((now.getTime() + decideUntil.getTime()) / 2)
  const remindAt = morning.ok && morning.instant < decideUntil ? morning.instant : halfTime
  return { remindAt, decideUntil }
}

type Outcome = { status: EnrolmentStatus; reason: EnrolmentReason }

/** What the rule makes of a place that would be confirmed: the seat is held until somebody has agreed. */
export function ruled<Place extends Outcome>(
  decision: Place,
  rule: Pick<ApprovalTerms, 'kind'> | undefined,
  isApproved = false,
): Place {
  if (decision.status !== 'confirmed' || rule?.kind !== 'approve' || isApproved) return decision
  const reason = decision.reason === 'seat-free' ? 'approval-needed' : decision.reason
  return { ...decision, status: 'requested', reason }
}

export type ApprovalRefusal = 'called-off' | 'decided' | 'withdrawn' | 'too-late'

/** Why a request cannot be decided any more, or null while it can. */
export function undecidableBecause(
  request: { status: EnrolmentStatus; decidedAt: Date | null; decideUntil: Date },
  workshop: { calledOffAt: Date | null; startsAt: Date },
  now: Date,
): ApprovalRefusal | null {
  if (request.decidedAt) return 'decided'
  if (workshop.calledOffAt) return 'called-off'
  if (request.status !== 'requested') return 'withdrawn'
  return now >= request.decideUntil || now >= workshop.startsAt ? 'too-late' : null
}

type Past = { status: EnrolmentStatus; decision: Verdict | null; decidedAt: Date | null }

/**
 * Whether somebody comes to whom their organisation has not agreed: it approves, and has not been asked, has not
 * answered, or has said no in the end. `past` is all that they ever had in this workshop.
 */
export function isUnapproved(rule: Pick<ApprovalTerms, 'kind'> | undefined, past: readonly Past[]): boolean {
  if (rule?.kind !== 'approve' || past.some(({ status }) => status === 'confirmed')) return false
  if (past.some(({ status }) => status === 'requested')) return true
  const decided = past.filter((one) => one.decidedAt !== null)
  const [last] = decided.sort((a, b) => Number(b.decidedAt) - Number(a.decidedAt))
  return last?.decision !== 'approved'
}

const STEPS: Record<Verdict, Record<Decider, EnrolmentReason>> = {
  approved: { approver: 'approved', deputy: 'approved-by-deputy', silence: 'approved-by-silence' },
  rejected: { approver: 'rejected', deputy: 'rejected-by-deputy', silence: 'rejected-by-silence' },
}

/** What an answer makes of the enrolment. */
export function stepAfter(verdict: Verdict, decider: Decider): Outcome {
  return { status: verdict === 'approved' ? 'confirmed' : 'rejected', reason: STEPS[verdict][decider] }
}

export function verdictOf(silence: Silence): Verdict {
  return silence === 'approve' ? 'approved' : 'rejected'
}
