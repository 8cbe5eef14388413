// Meetings that have begun, with the people on their lists and nothing written down yet.

import { randomUUID } from 'node:crypto'
import { insertAll } from '#app/cli/bench/bulk.ts'
import type { Sizes } from '#app/cli/bench/sizes.ts'
import {
  addEnrolments,
  at,
  idOf,
  LONG_AGO,
  some,
  TRAINER,
  type Participant,
} from '#app/cli/bench/training.ts'
import { addDays, dayOf, endOfDay } from '#app/domain/calendar.ts'
import type { Db } from '#db/client.server.ts'
import type { NewRow } from '#db/schema.ts'

/** The list of one meeting, and whom it names. */
export type BlankList = { meetingId: string; enrolmentIds: string[] }

/** On every list. */
export const PEOPLE_PER_LIST = 20
export const UNITS_PER_MEETING = 4
const MEETINGS_PER_WORKSHOP = 4
/** So long ago that nobody is reminded of the list or asked for feedback: nothing else writes meanwhile. */
const BEGAN_DAYS_AGO = 80

/**
 * Adds workshops whose lists can be written. Neighbours in what is returned belong to different workshops: as on a
 * busy morning, no trainer waits for another.
 */
export async function addBlankLists(
  db: Db,
  { rollCallWorkshops }: Sizes,
  courses: readonly { id: string }[],
  people: readonly Participant[],
  now: Date,
): Promise<BlankList[]> {
  const trainer = await idOf(db, TRAINER)
  const first = addDays(dayOf(now), -BEGAN_DAYS_AGO)
  const workshops = Array.from({ length: rollCallWorkshops }, (_, nth) => begun(courses, nth, first, trainer))
  await insertAll(db, 'workshop', workshops)
  const trainers = workshops.map(({ id }) => ({ workshopId: id, personId: trainer }))
  await insertAll(db, 'workshopTrainer', trainers)

  const meetings = Array.from({ length: MEETINGS_PER_WORKSHOP }, (_, nth) =>
    workshops.map(({ id }) => meetingOf(id, addDays(first, nth))),
  ).flat()
  await insertAll(db, 'meeting', meetings)

  const seated = workshops.map(({ id }, nth) => [id, some(people, nth, PEOPLE_PER_LIST)] as const)
  const enrolments = await addEnrolments(db, new Map(seated))
  return meetings.map(({ id: meetingId, workshopId }) => ({
    meetingId,
    enrolmentIds: enrolments.filter((one) => one.workshopId === workshopId).map(({ id }) => id),
  }))
}

function begun(courses: readonly { id: string }[], nth: number, first: string, createdBy: string) {
  const course = courses[nth % courses.length]
  if (!course) throw new Error('no courses')
  const deadline = endOfDay(addDays(first, -3))
  const times = { enrolUntil: deadline, withdrawUntil: deadline, createdAt: LONG_AGO }
  const seats = { place: `Lehrsaal ${nth + 1}`, capacity: PEOPLE_PER_LIST }
  return { id: randomUUID(), courseId: course.id, ...seats, ...times, createdBy } satisfies NewRow<'workshop'>
}

function meetingOf(workshopId: string, day: string) {
  const times = { startsAt: at(day, '09:00'), endsAt: at(day, '12:00') }
  return { id: randomUUID(), workshopId, ...times, units: UNITS_PER_MEETING }
}
