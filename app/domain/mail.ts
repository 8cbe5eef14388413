// What the product writes to people. Only facts stand here; the sentences are in app/i18n, the sending in app/jobs.

import type { Audience } from '#app/domain/course.ts'
import type { DigestRhythm } from '#app/domain/mail-preference.ts'
import type { Decider, RejectReason, Silence, Verdict } from '#app/domain/approval.ts'
import type { AbsenceReason } from '#app/domain/enrolment.ts'
import type { RoundKind } from '#app/domain/evaluation.ts'
import type { SeatState, WaitReason } from '#app/domain/queue.ts'
import type { AttendanceStatus } from '#app/domain/attendance.ts'
import type { ObjectionDecision } from '#app/domain/objection.ts'
import type { TrusteePart } from '#app/domain/trustee.ts'

/** What a mail says about a workshop. Instants are ISO texts, for the facts are stored as JSON. */
export type WorkshopFacts = {
  workshopId: string
  titleDe: string
  titleEn: string | null
  meetings: { startsAt: string; endsAt: string }[]
  place: string | null
  /** From when before each meeting the page shows the link; null where there is none. The link itself is in no mail. */
  linkMinutes: number | null
}

type Titled = { titleDe: string; titleEn: string | null }

/** A colleague who goes to a workshop, or waits for a seat, as their training officer reads of it. */
export type MonthLine = Titled & { person: string; organisation: string; startsAt: string; endsAt: string }

/** A date that fits somebody, with what speaks for it. */
export type SuggestedDate = Titled & {
  workshopId: string
  startsAt: string
  endsAt: string
  free: number
  /** Of the reader, and meant by the course. */
  audience: Audience
  /** Of a course that the reader has attended before. */
  topic: Titled | null
}

/** A mail that waited, with the time at which it was written. */
export type DigestPart = { kind: MailKind; at: string; data: object }

/** What the calendar of the person learns with a mail: one entry for each meeting that is new, changed or gone. */
export type CalendarFact = {
  meetingId: string
  sequence: number
  startsAt: string
  endsAt: string
  place: string | null
  online: boolean
  cancelled: boolean
}

type WithName = { name: string }
type AboutCourse = WithName & { titleDe: string; titleEn: string | null }
type AboutWorkshop = WithName & { workshop: WorkshopFacts; calendar?: CalendarFact[] }
type WithLink = { token: string; validUntil: string }
/** Somebody of an organisation who would like to go; `seats` counts all that it has in the workshop. */
type AboutRequest = AboutWorkshop & { participant: string; organisation: string; seats: number }
type AboutList = AboutWorkshop & { meetingId: string; startsAt: string; missing: number }
/** One mail for all that somebody has done at once; `by` is who did it. */
type AboutWorkshops = WithName & { by: string | null; workshops: WorkshopFacts[] }

/** What somebody gets at the date into which theirs was merged. */
export type MergedPlace =
  | { kind: 'offered'; enrolmentId: string; until: string; seat?: SeatState | null }
  | { kind: 'waiting'; position: number }
  | { kind: 'enrolled-already' }
  /** For trainers, who only hear of it. */
  | { kind: 'none' }

/** `asked` says whose question it was: the reader's, somebody's by name, or of one who did not want to be named. */
type QuestionAndAnswer = {
  author: string
  question: string
  answer: string
  asked: 'own' | 'named' | 'unnamed'
  asker: string | null
}
/** Mails of before there were kinds of seats say nothing of them. */
type AboutSeat = { seat?: SeatState | null }
type AboutWaiting = { because: WaitReason; quota: number | null; quotaEnds: string | null }

/** Without `kind` where a mail was laid into the outbox before there were several that ask. */
type AboutRound = WithName & { roundId: string; kind?: RoundKind; title: string; closesOn: string }

/** Nothing of a passphrase, a sheet or a key: the link leads to a page behind the sign-in. */
type AboutTrustee = WithName & {
  roundId: string
  part: TrusteePart
  title: string
  opensOn: string
  closesOn: string
  /** At the count: the other half lies there, and lapses then. Else null. */
  handedUntil: string | null
}

export type MailData = {
  invitation: WithName & { token: string; validUntil: string }
  reset: WithName & { token: string; validUntil: string }
  'login-link': WithName & { token: string; validUntil: string }
  'access-requested': WithName & { applicant: string; organisation: string | null }
  'access-declined': WithName
  /** `page` in the words of whoever reports; `replyTo` where an answer is wanted, by `answerBy`. */
  'barrier-reported': WithName & {
    barrier: string
    page: string | null
    replyTo: string | null
    answerBy: string
  }
  'enrolment-confirmed': AboutWorkshop & AboutSeat
  'enrolment-waiting': AboutWorkshop & { position: number } & Partial<AboutWaiting>
  'enrolment-offered': AboutWorkshop &
    AboutSeat & {
      enrolmentId: string
      until: string
      enrolledBy: string | null
      /** Of a link that answers without an account; mails of earlier versions have none. */
      token?: string
      validUntil?: string
      /** Whoever has no password may be hearing of the product for the first time. */
      withoutPassword?: boolean
    }
  'enrolment-promoted': AboutWorkshop & AboutSeat
  'enrolment-room': AboutWorkshop
  'enrolment-lapsed': AboutWorkshop
  'enrolment-withdrawn': AboutWorkshop
  'enrolment-excused': AboutWorkshop
  'absence-noticed': AboutWorkshop & { participant: string; absence: AbsenceReason }
  'substitute-answered': AboutWorkshop & { substitute: string; accepted: boolean }
  'enrolment-requested': AboutWorkshop & { approver: string; until: string; silence: Silence }
  'enrolment-approved': AboutWorkshop & { decider: Decider }
  'enrolment-rejected': AboutWorkshop & { decider: Decider; rejectReason: RejectReason | null }
  'approval-asked': AboutRequest & WithLink & { silence: Silence }
  'approval-reminder': AboutRequest & WithLink & { silence: Silence; isDeputy: boolean }
  'approval-moved': AboutRequest & WithLink & { silence: Silence; isDeputy: boolean }
  'approval-inform': AboutRequest
  'approval-lapsed': AboutRequest & { verdict: Verdict }
  'workshop-changed': AboutWorkshop
  'workshop-called-off': AboutWorkshop & {
    reason: string
    alternatives?: { startsAt: string; endsAt: string }[]
  }
  /** The meetings that are `left` go, others were attended; the workshop is what stays. */
  'workshop-rest-called-off': AboutWorkshop & {
    reason: string
    left: { startsAt: string; endsAt: string }[]
    /** For whoever was still in line, and has attended nothing. */
    waited?: boolean
  }
  /** A meeting that had begun and did not take place; or that does count after all. */
  'workshop-meeting-missed': AboutWorkshop & {
    reason: string
    left: { startsAt: string; endsAt: string }[]
    counts: boolean
  }
  'workshop-going': AboutWorkshop
  /** With the link of an offer; mails of earlier versions, and of people without an offer, have none. */
  'workshop-merged': AboutWorkshop & Partial<WithLink> & { into: WorkshopFacts; place: MergedPlace }
  'workshop-given': AboutWorkshops
  'workshop-taken': AboutWorkshops
  'led-changed': AboutWorkshops
  'series-changed': WithName & {
    workshops: WorkshopFacts[]
    notices?: { workshop: WorkshopFacts; calendar: CalendarFact[] }[]
  }
  'workshop-message': AboutWorkshop & { author: string; subject: string; body: string }
  'workshop-reminder': AboutWorkshop & { enrolmentId: string; daysLeft: number }
  'workshop-question': AboutWorkshop & { asker: string; question: string }
  'workshop-answer': AboutWorkshop & QuestionAndAnswer
  'officer-month': WithName & { token: string; month: string; going: MonthLine[]; waiting: MonthLine[] }
  'date-suggestions': WithName & { token: string; dates: SuggestedDate[] }
  digest: WithName & { token: string; rhythm: DigestRhythm; parts: DigestPart[] }
  'walk-in-recorded': AboutWorkshop & { enrolmentId: string }
  'list-unfinished': AboutList
  'list-overdue': AboutList & { trainers: string }
  'objection-raised': AboutWorkshop & { objectionId: string; startsAt: string }
  'objection-decided': AboutWorkshop & {
    enrolmentId: string
    startsAt: string
    decision: ObjectionDecision
    reply: string | null
    status: AttendanceStatus
    units: number
  }
  'evaluation-invitation': AboutRound
  'evaluation-reminder': AboutRound
  'round-planned': WithName & {
    roundId: string
    title: string
    opensOn: string
    closesOn: string
    moved: boolean
  }
  'round-missed': WithName & { roundId: string; title: string; opensOn: string; closesOn: string }
  'trustee-named': AboutTrustee
  'trustee-wanted': AboutTrustee
  'trustee-count': AboutTrustee
  /** `whereWeStand` is told in the words of the report; mails of older releases have none. */
  'report-released': WithName & { number: number; cutOff: string; whereWeStand?: string | undefined }
  /** `again` once it has been told before and nobody has prepared the report. */
  'report-due': WithName & { cutOff: string; again: boolean }
  'proof-confirmed': WithName & { title: string }
  'proof-returned': WithName & { title: string; reason: string }
  'certificate-issued': AboutCourse & { certificateId: string; replaces: boolean }
  /** Without a reason, attendance was corrected. */
  'certificate-revoked': AboutCourse & { certificateId: string; reason: string | null }
  'certificate-not-earned': AboutCourse & { unitsPlanned: number; unitsAttended: number; overPercent: number }
}

export type MailKind = keyof MailData

/** In whose name a mail is written, and where its links lead. */
export type MailSender = {
  /** 'https://lernkreis.example', without a slash at the end. */
  origin: string
  /** "Landkreis Meißen", or empty until it is known. */
  district: string
  /** Who answers questions; empty until it is known. */
  contactEmail: string
  /** From where mails are sent; calendars name it as organiser while nobody answers questions. */
  address?: string
  demo: boolean
}

/** Plain text: it is read aloud, printed and forwarded without loss. */
export type Letter = {
  subject: string
  text: string
  /** The text without greeting and signature, as it stands in a digest. */
  body: string
  /** Parts of the body that have a name: a text that a district writes itself places them as they are. */
  blocks: Record<string, string>
}

/** A digest holds the letters that waited; all others need only their own facts. */
type DataOf<Kind extends MailKind> = Kind extends 'digest'
  ? MailData[Kind] & { letters: { at: string; letter: Letter }[] }
  : MailData[Kind]

export type Letters = { [Kind in MailKind]: (data: DataOf<Kind>, from: MailSender) => Letter }

/** Made of other letters, each of which has its own text. */
export const FIXED_MAILS: readonly MailKind[] = ['digest']

/** Fit for a header: whatever a person has typed, it stays on one line. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

/** These would tell who has not voted: in no list, and deleted once sent. */
export const HIDDEN_MAILS: readonly MailKind[] = ['evaluation-invitation', 'evaluation-reminder']

/** Stands where the secret of a link was, once the mail is sent. */
export const BLANKED_TOKEN = '…'

/** Minutes until the next attempt after the first, second … that failed; then the mail is given up. */
const PATIENCE = [5, 15, 60, 4 * 60, 12 * 60]

/** What has become of a mail; held: it waits for a digest; gathered: it went out in one. */
export const OUTBOX_STATES = ['waiting', 'held', 'gathered', 'sent', 'failed'] as const
export type OutboxState = (typeof OUTBOX_STATES)[number]

/** Why a mail did not arrive, as far as the server's answer tells. */
export const MAIL_FAILURES = ['address', 'refused', 'unreachable', 'outdated', 'other'] as const
export type MailFailure = (typeof MAIL_FAILURES)[number]

/** The codes of RFC 3463 for mailboxes that are not there, and what servers say without them. */
const NO_SUCH_ADDRESS =
  /\b5\.1\.[0-36]\b|\b5\.2\.1\b|user unknown|unknown user|no such user|mailbox (unavailable|not found)|does not exist/i

export function failureOf(error: string | null): MailFailure {
  if (!error) return 'other'
  if (error === 'outdated') return 'outdated'
  if (NO_SUCH_ADDRESS.test(error)) return 'address'
  if (/\b5\d\d[ -]/.test(error)) return 'refused'
  return /ECONN|ETIMEDOUT|EDNS|ENOTFOUND|timeout|greeting/i.test(error) ? 'unreachable' : 'other'
}

/** When to try again after so many attempts have failed, or null when it is enough. */
export function nextAttempt(failed: number, now: Date): Date | null {
  const minutes = PATIENCE[failed - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}

/** What is older than this is no longer sent by itself: nobody wants last month's mails on the day SMTP is set up. */
export const OUTDATED_AFTER_DAYS = 7

/** So long a mail can be read in the outbox. */
export const MAILS_KEPT_DAYS = 30
