import { gridOf, type AttendanceGrid } from '#app/domain/attendance-grid.ts'
import { ABSENCE_REASONS } from '#app/domain/enrolment.ts'
import { displayName } from '#app/domain/person.ts'
import { listGrid, type GridPerson } from '#db/attendance-lists.ts'
import type { Db } from '#db/client.server.ts'
import { listWalkIns } from '#db/walk-in-lists.ts'
import type { Workshop } from '#db/workshops.ts'

/** The grid of a workshop, for the page and for the table. */
export async function attendanceGrid(db: Db, workshop: Workshop): Promise<AttendanceGrid> {
  const people = await listGrid(db, workshop.id)
  const guests = await listWalkIns(db, workshop.id)
  return gridOf(
    workshop.meetings.map(({ id, startsAt, units }) => ({ id, startsAt, units })),
    people.map((person) => ({ ...person, name: displayName(person), standing: standingOf(person) })),
    guests.map((guest) => ({ ...guest, organisation: guest.organisation ?? '' })),
  )
}

/** Who gave notice after the deadline has no seat any more, and is excused all the same. */
function standingOf({ enrolmentStatus, endedBecause }: GridPerson): 'seated' | 'excused' | 'ended' {
  if (enrolmentStatus === 'confirmed') return 'seated'
  return ABSENCE_REASONS.some((reason) => reason === endedBecause) ? 'excused' : 'ended'
}
