// Checking in by oneself: a code on the trainer's screen that changes every half minute, bound to one meeting.

import { rollCallOpens } from '#app/domain/attendance.ts'

/** How long one code is shown. The one before it still counts: reading and typing take their time. */
export const CODE_SECONDS = 30
export const CODES_ACCEPTED = 2

/** Who comes this early is noted, and becomes present when the list opens. */
export const CODE_SHOWN_MINUTES_BEFORE = 120

/** Who must sign in first has so long to come back. */
export const PASS_MINUTES = 15

export type CheckInState = 'called-off' | 'too-early' | 'early' | 'open' | 'over'

type Meeting = { startsAt: Date; endsAt: Date }

/** 'early': arrivals are kept, nobody is present yet. */
export function checkInState(
  meeting: Meeting,
  workshop: { calledOffAt: Date | null },
  now: Date,
): CheckInState {
  if (workshop.calledOffAt) return 'called-off'
  if (now > meeting.endsAt) return 'over'
  if (now >= rollCallOpens(meeting)) return 'open'
  return now >= codeShownFrom(meeting) ? 'early' : 'too-early'
}

export function codeShownFrom({ startsAt }: { startsAt: Date }): Date {
  return new Date(startsAt.getTime() - CODE_SHOWN_MINUTES_BEFORE * 60_000)
}

/** The number of the half minute: each has its own code. */
export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1000 / CODE_SECONDS)
}

/** No vowels, so that no word comes about; nothing that looks like something else. */
const SIGNS = '2346789BCDFGHJKMPQRTVWXY'
export const CODE_LENGTH = 6

/** The code that a secret number stands for. */
export function codeFrom(secret: readonly number[]): string {
  return Array.from(
    { length: CODE_LENGTH },
    (_, place) => SIGNS[(secret[place] ?? 0) % SIGNS.length] ?? '2',
  ).join('')
}

/** As people type it: small letters, with blanks or a hyphen. */
export function typedCode(text: string): string {
  return text.toUpperCase().replace(/[\s-]+/g, '')
}

/** "K7P-2QX", as it stands on the screen. */
export function shownCode(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`
}

export type CheckInRefusal = 'code-wrong' | 'too-early' | 'over' | 'called-off' | 'not-enrolled'
/** 'kept': noted, and present when the list opens. 'recorded-otherwise': the trainer wrote something else before. */
export type CheckInOutcome = 'present' | 'kept' | 'recorded-otherwise'
