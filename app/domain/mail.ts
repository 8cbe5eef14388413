// What the product writes to people. Only facts stand here; the sentences are in app/i18n, the sending in app/jobs.

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

type WithName = { name: string }
type AboutCourse = WithName & { titleDe: string; titleEn: string | null }
type AboutWorkshop = WithName & { workshop: WorkshopFacts }

export type MailData = {
  invitation: WithName & { token: string; validUntil: string }
  reset: WithName & { token: string; validUntil: string }
  'login-link': WithName & { token: string; validUntil: string }
  'access-requested': WithName & { applicant: string; organisation: string | null }
  'access-declined': WithName
  'enrolment-confirmed': AboutWorkshop
  'enrolment-waiting': AboutWorkshop & { position: number }
  'enrolment-offered': AboutWorkshop & { enrolmentId: string; until: string; enrolledBy: string | null }
  'enrolment-promoted': AboutWorkshop
  'enrolment-lapsed': AboutWorkshop
  'enrolment-withdrawn': AboutWorkshop
  'workshop-changed': AboutWorkshop
  'workshop-called-off': AboutWorkshop & { reason: string }
  'workshop-message': AboutWorkshop & { author: string; subject: string; body: string }
  'evaluation-invitation': WithName & { roundId: string; title: string; closesOn: string }
  'evaluation-reminder': WithName & { roundId: string; title: string; closesOn: string }
  'report-released': WithName & { number: number; cutOff: string }
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
  demo: boolean
}

/** Plain text: it is read aloud, printed and forwarded without loss. */
export type Letter = { subject: string; text: string }

export type Letters = { [Kind in MailKind]: (data: MailData[Kind], from: MailSender) => Letter }

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

/** When to try again after so many attempts have failed, or null when it is enough. */
export function nextAttempt(failed: number, now: Date): Date | null {
  const minutes = PATIENCE[failed - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}

/** What is older than this is no longer sent by itself: nobody wants last month's mails on the day SMTP is set up. */
export const OUTDATED_AFTER_DAYS = 7

/** So long a mail can be read in the outbox. */
export const MAILS_KEPT_DAYS = 30
