// Attendance per meeting: who was there, and for how many teaching units.

export const ATTENDANCE_STATUSES = ['present', 'partial', 'excused', 'absent'] as const
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number]

export type AttendanceRefusal =
  'not-started' | 'called-off' | 'not-enrolled' | 'units-wrong' | 'meeting-gone' | 'reason-missing'

/** How a line of the history came about. */
export const ATTENDANCE_WAYS = ['list', 'offline', 'check-in', 'paper', 'walk-in', 'objection'] as const
export type AttendanceWay = (typeof ATTENDANCE_WAYS)[number]

/** Why a finished list is corrected. Words and never free text, which would soon tell of an illness. */
export const CORRECTION_REASONS = ['mistake', 'paper-list', 'late-proof', 'objection'] as const
export type CorrectionReason = (typeof CORRECTION_REASONS)[number]

/** So long after a meeting its list is still being written; later, or once it is finished, a change is a correction. */
export const CORRECTIONS_FREE_DAYS = 7

/** How long before a meeting its list may be opened: people arrive early. */
export const ROLL_CALL_OPENS_MINUTES_BEFORE = 30

/** The moment from which attendance of a meeting may be recorded. */
export function rollCallOpens(meeting: { startsAt: Date }): Date {
  return new Date(meeting.startsAt.getTime() - ROLL_CALL_OPENS_MINUTES_BEFORE * 60_000)
}

/** Why no attendance can be recorded for a meeting yet, or null when the list is open. */
export function rollCallClosedBecause(
  meeting: { startsAt: Date },
  workshop: { calledOffAt: Date | null },
  now: Date,
): AttendanceRefusal | null {
  if (workshop.calledOffAt) return 'called-off'
  return now < rollCallOpens(meeting) ? 'not-started' : null
}

const DAY_MILLISECONDS = 86_400_000

/** Whether whoever changes what is written down must say why. */
export function correctionNeedsReason(
  meeting: { endsAt: Date },
  finished: { completedAt: Date | null } | undefined,
  now: Date,
): boolean {
  const free = new Date(meeting.endsAt.getTime() + CORRECTIONS_FREE_DAYS * DAY_MILLISECONDS)
  return Boolean(finished?.completedAt) || now > free
}

/** The units that a status stands for; null when the given units contradict it. */
export function unitsFor(
  status: AttendanceStatus,
  given: number | null,
  meetingUnits: number,
): number | null {
  if (status === 'present') return meetingUnits
  if (status !== 'partial') return 0
  if (given === null || !Number.isInteger(given) || given < 1 || given >= meetingUnits) return null
  return given
}

/** Whether somebody was there at all: only they are asked for workshop feedback. */
export function attended(records: readonly { status: AttendanceStatus }[]): boolean {
  return records.some((record) => record.status === 'present' || record.status === 'partial')
}
