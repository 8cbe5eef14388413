// "Das stimmt nicht": what a participant says against what is written down about them.

import type { AttendanceStatus } from '#app/domain/attendance.ts'

/** So long after a meeting somebody may object. */
export const OBJECTION_DAYS = 14
export const LONGEST_NOTE = 300

export type ObjectionRefusal =
  'not-recorded' | 'too-late' | 'already-open' | 'nothing-else' | 'units-wrong' | 'page-outdated'
export type ObjectionDecision = 'accepted' | 'declined'
export type DecideRefusal = 'already-decided' | 'not-enrolled' | 'units-wrong'

const DAY_MILLISECONDS = 86_400_000

/** The last moment at which somebody may object to what is written down about a meeting. */
export function objectionUntil({ endsAt }: { endsAt: Date }): Date {
  return new Date(endsAt.getTime() + OBJECTION_DAYS * DAY_MILLISECONDS)
}

/** Why nobody can object to a record, or null while it can be done. */
export function objectionClosedBecause(
  meeting: { endsAt: Date },
  record: { status: AttendanceStatus; units: number } | undefined,
  isOpen: boolean,
  now: Date,
): ObjectionRefusal | null {
  if (!record) return 'not-recorded'
  if (now > objectionUntil(meeting)) return 'too-late'
  return isOpen ? 'already-open' : null
}
