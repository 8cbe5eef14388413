// The list of a meeting on a device that may have no network: taps wait there, and are replayed when it is back.

import { ATTENDANCE_STATUSES, type AttendanceStatus } from '#app/domain/attendance.ts'

/** One tap on the list. Whoever taps the same person again makes a new one. */
export type Tap = {
  id: string
  enrolmentId: string
  status: AttendanceStatus
  /** Only with 'partial'. */
  units: number | null
  /** By the clock of the device, which never gives two taps the same time; it is compared with itself alone. */
  tappedAt: number
  /** When that was recorded which the device showed at the tap; null for nothing. */
  basedOn: number | null
}

export type TapOutcome = 'stored' | 'superseded' | 'conflict' | 'finished' | 'not-enrolled' | 'units-wrong'

/** What is stored about a person when a tap arrives. */
type Stored = {
  current: { status: AttendanceStatus; units: number; recordedAt: number } | undefined
  /** The latest tap of the same device for the same person that was stored, and what it became. */
  lastTap: { tappedAt: number; recordedAt: number } | undefined
}

type Wanted = { status: AttendanceStatus; units: number; tappedAt: number; basedOn: number | null }

/**
 * What becomes of a tap. A device may send its taps twice and in any order, and its last one counts. What somebody
 * else has recorded meanwhile is never overwritten unseen: that is a conflict, and people decide.
 */
export function decideTap(tap: Wanted, { current, lastTap }: Stored): 'stored' | 'superseded' | 'conflict' {
  if (lastTap && tap.tappedAt <= lastTap.tappedAt) return 'superseded'
  if (!current || (current.status === tap.status && current.units === tap.units)) return 'stored'
  const isKnown = current.recordedAt === tap.basedOn || current.recordedAt === lastTap?.recordedAt
  return isKnown ? 'stored' : 'conflict'
}

/** The taps that wait on the device: of each person only the last. */
export function withTap(waiting: readonly Tap[], tap: Tap): Tap[] {
  return [...waiting.filter(({ enrolmentId }) => enrolmentId !== tap.enrolmentId), tap]
}

/** The taps that still wait after some were sent; one that was tapped meanwhile stays. */
export function withoutTaps(waiting: readonly Tap[], done: readonly string[]): Tap[] {
  return waiting.filter(({ id }) => !done.includes(id))
}

/** The time of the next tap: later than the last one, even where somebody has set the clock back. */
export function nextTapTime(last: number, now: number): number {
  return Math.max(last + 1, now)
}

/** So long a list is kept on a device at most. */
export const KEPT_HOURS = 24

export function isTooOld(keptAt: number, now: number): boolean {
  return now - keptAt > KEPT_HOURS * 3_600_000
}

/** More than any list of a meeting has. */
export const MOST_TAPS = 200

/** What came from a device is data from outside: whatever is no tap is left out. */
export function isTap(value: unknown): value is Tap {
  if (typeof value !== 'object' || value === null) return false
  const tap = value as Record<string, unknown>
  return (
    isUuid(tap.id) &&
    isUuid(tap.enrolmentId) &&
    ATTENDANCE_STATUSES.some((status) => status === tap.status) &&
    (tap.units === null || Number.isInteger(tap.units)) &&
    isInstant(tap.tappedAt) &&
    (tap.basedOn === null || isInstant(tap.basedOn))
  )
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isUuid = (value: unknown) => typeof value === 'string' && UUID.test(value)
/** The year 2200: what is later, no database shall be asked to keep. */
const LATEST = 7_258_118_400_000
const isInstant = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < LATEST
