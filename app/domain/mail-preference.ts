// How often somebody wants to hear from us. What can wait is gathered into one mail; what cannot goes at once.

import { addDays, dayOf, instantOf, weekday } from '#app/domain/calendar.ts'
import type { MailKind } from '#app/domain/mail.ts'

export const RHYTHMS = ['at-once', 'daily', 'weekly'] as const
export type Rhythm = (typeof RHYTHMS)[number]
export type DigestRhythm = Exclude<Rhythm, 'at-once'>

export type MailPreference = {
  rhythm: Rhythm
  /** The overview for training officers. */
  monthly: boolean
  /** "Drei Termine, die passen". */
  suggestions: boolean
}

/** What applies to whoever has chosen nothing. */
export const USUAL_PREFERENCE: MailPreference = { rhythm: 'at-once', monthly: true, suggestions: false }

/**
 * These may wait; whatever is not named here never does: links to sign in, seats that are gone when the answer comes
 * late, dates that are called off or moved. Mails to evaluations must be in no list, so they are in no digest.
 */
export const PATIENT_MAILS: readonly MailKind[] = [
  'access-requested',
  'barrier-reported',
  'enrolment-confirmed',
  'enrolment-waiting',
  'enrolment-withdrawn',
  'enrolment-lapsed',
  'workshop-message',
  'workshop-question',
  'workshop-answer',
  'report-released',
]

/** Whatever is about a workshop must have arrived this long before it. */
const URGENT_DAYS = 3
const DAY_MILLISECONDS = 86_400_000
const MONDAY = 1
export const DIGEST_TIME = '07:00'

/** The next time at which mails of this rhythm are gathered: tomorrow or today at seven, or on Monday at seven. */
export function nextDigest(rhythm: DigestRhythm, now: Date): Date {
  const today = dayOf(now)
  const days = [0, 1, 2, 3, 4, 5, 6, 7].map((ahead) => addDays(today, ahead))
  const next = days
    .filter((day) => rhythm === 'daily' || weekday(day) === MONDAY)
    .map(morningOf)
    .find((moment) => moment > now)
  if (!next) throw new Error('a week without a morning')
  return next
}

/** Seven o'clock; no clock is ever changed at that hour. */
export function morningOf(day: string): Date {
  const wall = instantOf(day, DIGEST_TIME)
  if (!wall.ok) throw new Error(`no morning on ${day}`)
  return wall.instant
}

/** What a mail is about, as far as it bears on its urgency. */
type About = { name: string; workshop?: { meetings: readonly { startsAt: string; endsAt: string }[] } }

/** Until when a mail may be held back for somebody who wants this rhythm; null when it must go at once. */
export function heldUntil(kind: MailKind, about: About, rhythm: DigestRhythm, now: Date): Date | null {
  if (!PATIENT_MAILS.includes(kind)) return null
  const digest = nextDigest(rhythm, now)
  const next = nextStart(about, now)
  if (next === undefined) return digest
  return digest.getTime() <= next.getTime() - URGENT_DAYS * DAY_MILLISECONDS ? digest : null
}

/** When people meet next, if they meet again. */
function nextStart({ workshop }: About, now: Date): Date | undefined {
  const starts = (workshop?.meetings ?? [])
    .filter(({ endsAt }) => new Date(endsAt) > now)
    .map(({ startsAt }) => new Date(startsAt).getTime())
  return starts.length === 0 ? undefined : new Date(Math.min(...starts))
}
