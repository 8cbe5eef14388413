// What a workshop came to, in figures without a name: for its trainers and the office.

import type { AttendanceGrid, GridRow, GridWord } from '#app/domain/attendance-grid.ts'
import type { Figure } from '#app/domain/satisfaction.ts'

/** Of everybody in the list: who came at least once, gave notice, did not come, or of whom nothing is written yet. */
export type Outcome = { attended: number; excused: number; noShow: number; open: number }

/** Released feedback, of this workshop or of several of its course together. */
export type ReleasedFeedback = {
  titleDe: string
  titleEn: string | null
  kind: 'workshop' | 'transfer'
  workshops: number
  invited: number
  used: number
  questions: { titleDe: string; titleEn: string | null; figure: Figure }[]
}

export type WorkshopSummary = {
  format: 1
  asOf: string
  districtName: string
  demo: boolean
  titleDe: string
  titleEn: string | null
  calledOff: boolean
  meetings: { startsAt: string; endsAt: string; units: number; present: number | null }[]
  place: string | null
  online: boolean
  trainers: string[]
  seats: number
  minimum: number
  enrolled: number
  waiting: number
  outcome: Outcome
  unitsPlanned: number
  unitsAttended: number
  certificates: number
  feedback: ReleasedFeedback[]
}

export function outcomeOf({ rows }: AttendanceGrid): Outcome {
  const outcome = { attended: 0, excused: 0, noShow: 0, open: 0 }
  for (const row of rows) outcome[outcomeOfRow(row)]++
  return outcome
}

const CAME: readonly GridWord[] = ['present', 'partial', 'guest']
const GAVE_NOTICE: readonly GridWord[] = ['excused', 'excused-before']

/** What speaks for a person comes first: who came to one of three meetings attended. */
function outcomeOfRow({ cells }: GridRow): keyof Outcome {
  const words = cells.map(({ word }) => word)
  if (words.some((word) => CAME.includes(word))) return 'attended'
  if (words.includes('registered')) return 'open'
  return words.some((word) => GAVE_NOTICE.includes(word)) ? 'excused' : 'noShow'
}

/** Teaching units of all people together. */
export function unitsAttendedIn({ rows }: AttendanceGrid): number {
  return rows.reduce((sum, { units }) => sum + units, 0)
}
