// The whole workshop at a glance: who was there at which meeting.

import type { AttendanceStatus } from '#app/domain/attendance.ts'

/** 'registered': nothing is recorded yet. 'excused-before': gave notice of absence. 'not-asked': not of this meeting. */
export type GridWord = AttendanceStatus | 'registered' | 'excused-before' | 'guest' | 'not-asked'
export type GridCell = { word: GridWord; units: number | null }
export type GridRow = { key: string; name: string; organisation: string; cells: GridCell[]; units: number }
export type AttendanceGrid = {
  meetings: { id: string; startsAt: Date; units: number }[]
  rows: GridRow[]
  unitsPlanned: number
}

type Mark = { meetingId: string; status: AttendanceStatus; units: number }
type Person = {
  enrolmentId: string
  name: string
  organisation: string
  /** Has a place, or had one and gave notice; all others are here only for what was recorded. */
  standing: 'seated' | 'excused' | 'ended'
  marks: readonly Mark[]
}
type Guest = { id: string; meetingId: string; name: string; organisation: string; units: number }

export function gridOf(
  meetings: AttendanceGrid['meetings'],
  people: readonly Person[],
  guests: readonly Guest[],
): AttendanceGrid {
  const shown = people.filter(({ standing, marks }) => standing !== 'ended' || marks.length > 0)
  const rows = [
    ...shown.map((person) => rowOf(meetings, person)),
    ...guests.map((guest) => guestRow(meetings, guest)),
  ]
  return { meetings, rows, unitsPlanned: sum(meetings.map(({ units }) => units)) }
}

function rowOf(meetings: AttendanceGrid['meetings'], person: Person): GridRow {
  const { enrolmentId: key, name, organisation, marks, standing } = person
  const cells = meetings.map(({ id }): GridCell => {
    const mark = marks.find(({ meetingId }) => meetingId === id)
    if (mark) return { word: mark.status, units: mark.status === 'partial' ? mark.units : null }
    return { word: WITHOUT_MARK[standing], units: null }
  })
  return { key, name, organisation, cells, units: sum(marks.map(({ units }) => units)) }
}

const WITHOUT_MARK = { seated: 'registered', excused: 'excused-before', ended: 'not-asked' } as const

function guestRow(meetings: AttendanceGrid['meetings'], guest: Guest): GridRow {
  const { id: key, name, organisation, units } = guest
  const cells = meetings.map(({ id }): GridCell => {
    return { word: id === guest.meetingId ? 'guest' : 'not-asked', units: null }
  })
  return { key, name, organisation, cells, units }
}

/** How many were there at each meeting; null where nothing is recorded yet. */
export function presentAt({ meetings, rows }: AttendanceGrid): (number | null)[] {
  return meetings.map((_, nth) => {
    const words = rows.flatMap(({ cells }) => cells[nth]?.word ?? [])
    return words.some(isRecorded) ? words.filter(wasThere).length : null
  })
}

const isRecorded = (word: GridWord) =>
  word !== 'registered' && word !== 'excused-before' && word !== 'not-asked'

const wasThere = (word: GridWord) => word === 'present' || word === 'partial' || word === 'guest'
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
