// Certificates of attendance: who gets one, what it says, and whether it still holds.

import type { Locale } from '#app/domain/locale.ts'

/** What somebody is certified. It is frozen when it is issued and needs no other row to be read. */
export type CertificateContent = {
  /** Of this list of fields; a later one must still read an earlier one. */
  format: 1
  code: string
  locale: Locale
  name: string
  title: string
  /** Instants as ISO texts, in their order. */
  meetings: { startsAt: string; endsAt: string }[]
  place: string | null
  online: boolean
  /** Markdown, as it stood in the course. */
  goals: string
  contents: string
  unitsPlanned: number
  unitsAttended: number
  issuer: { district: string; contactEmail: string }
  issuedOn: string
  /** The page that checks codes, as it is printed: 'https://lernkreis.example/verify'. */
  verifyAt: string
  demo: boolean
}

/** Whoever missed something reads how much they attended; "reduced" is not a word for the document. */
export function isReduced(units: { unitsPlanned: number; unitsAttended: number }): boolean {
  return units.unitsAttended < units.unitsPlanned
}

/** More than so many per cent of the units must have been attended: half of them is not more than half. */
export const USUAL_SHARE_PERCENT = 50
/** With 99 only those get one who missed nothing. */
export const MOST_SHARE_PERCENT = 99

export function isEnough(planned: number, attended: number, overPercent: number): boolean {
  return attended * 100 > planned * overPercent
}

/** What is known of somebody's attendance in a workshop. */
export type AttendanceRecord = {
  unitsPlanned: number
  unitsAttended: number
  /** Meetings whose attendance is written down for this person, of so many. */
  meetingsRecorded: number
  meetings: number
}

/** Somebody's last certificate of a workshop; a revocation "corrected" made room for a new one. */
export type LastCertificate = {
  unitsPlanned: number
  unitsAttended: number
  revoked: RevocationKind | null
}

export const REVOCATION_KINDS = ['corrected', 'withdrawn'] as const
/** `corrected`: attendance, time or place was corrected afterwards. `withdrawn`: somebody took it back, for a reason. */
export type RevocationKind = (typeof REVOCATION_KINDS)[number]

export const STANDINGS = ['issued', 'earned', 'open', 'too-little', 'absent', 'revoked'] as const
/**
 * Where somebody stands: `issued` has a certificate that holds, `earned` gets one next, `open` waits for attendance to
 * be recorded, `too-little` and `absent` get none, `revoked` had one that was taken back for a reason.
 */
export type Standing = (typeof STANDINGS)[number]

/** One answer for the page of the trainer, the page of the person and the command that issues. */
export function standingOf(
  record: AttendanceRecord,
  last: LastCertificate | undefined,
  overPercent: number,
): Standing {
  if (last && last.revoked === null) return 'issued'
  if (last?.revoked === 'withdrawn') return 'revoked'
  if (record.meetingsRecorded < record.meetings) return 'open'
  if (record.unitsAttended === 0) return 'absent'
  return isEnough(record.unitsPlanned, record.unitsAttended, overPercent) ? 'earned' : 'too-little'
}

/** When and where somebody was, as it is certified. */
export type CertifiedOccasion = Pick<CertificateContent, 'meetings' | 'place' | 'online'>

/** The same of a workshop as it stands now. */
export function occasionOf({
  meetings,
  place,
  onlineUrl,
}: {
  meetings: readonly { startsAt: Date; endsAt: Date }[]
  place: string | null
  onlineUrl: string | null
}): CertifiedOccasion {
  const iso = (instant: Date) => instant.toISOString()
  return {
    meetings: meetings.map(({ startsAt, endsAt }) => ({ startsAt: iso(startsAt), endsAt: iso(endsAt) })),
    place,
    online: onlineUrl !== null,
  }
}

/**
 * Whether a certificate that holds says something else than the list and the workshop do by now. Without its
 * `certified` text, which may be erased, only the units are compared.
 */
export function isOutdated(
  last: LastCertificate,
  record: AttendanceRecord,
  certified: CertifiedOccasion | undefined,
  occasion: CertifiedOccasion,
): boolean {
  if (last.revoked !== null) return false
  if (last.unitsAttended !== record.unitsAttended || last.unitsPlanned !== record.unitsPlanned) return true
  return certified !== undefined && !isSameOccasion(certified, occasion)
}

function isSameOccasion(one: CertifiedOccasion, other: CertifiedOccasion): boolean {
  const text = ({ meetings, place, online }: CertifiedOccasion) =>
    JSON.stringify([meetings.map(({ startsAt, endsAt }) => [startsAt, endsAt]), place, online])
  return text(one) === text(other)
}

export type IssueRefusal = 'called-off' | 'not-over' | 'nobody' | 'none-ready'

/** Why no certificates can be issued for a workshop yet, or null. */
export function unissuableBecause(
  workshop: { calledOffAt: Date | null; endsAt: Date },
  now: Date,
): IssueRefusal | null {
  if (workshop.calledOffAt) return 'called-off'
  return now < workshop.endsAt ? 'not-over' : null
}

export type RevokeRefusal = 'revoked-before'

/** What a visitor learns about a code. */
export type CertificateState = 'valid' | 'revoked'

/** Signs of Markdown that mean nothing on paper, and links without their address. */
const MARKS = /[*_`~]+|^#+\s*|^>\s*/g
const LINK = /!?\[([^\]]*)\]\([^)]*\)/g
const BULLET = /^\s*(?:[-*+]|\d+[.)])\s+/

/** Markdown as plain points, one for each line that says something. */
export function pointsOf(markdown: string): string[] {
  return markdown
    .split('\n')
    .map((line) => line.replace(BULLET, '').replace(LINK, '$1').replace(MARKS, '').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
}
