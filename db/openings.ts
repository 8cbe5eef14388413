// Openings: the workshops in which one may be able to enrol, as far as the catalogue has to know them. Which of them it
// offers, `nextOffer` decides.

import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import { seats } from '#db/workshops.ts'

const SHOWN = [
  'workshop.id',
  'workshop.courseId',
  'workshop.capacity',
  'workshop.onlineCapacity',
  'workshop.quota',
  'workshop.calledOffAt',
  'workshop.enrolFrom',
  'workshop.enrolUntil',
] as const

export type Opening = Pick<
  Row<'workshop'>,
  'id' | 'courseId' | 'capacity' | 'onlineCapacity' | 'quota' | 'calledOffAt' | 'enrolFrom' | 'enrolUntil'
> & {
  coursePublished: true
  startsAt: Date
  endsAt: Date
  meetingCount: number
  taken: number
  waiting: number
}

/** Those of each course by their first meeting. Every visit of the catalogue reads them all, so they are narrow. */
export async function listOpenings(db: Db, now: Date): Promise<Map<string, Opening[]>> {
  const rows = await db
    .selectFrom('workshop')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .innerJoinLateral(seats, (join) => join.onTrue())
    .select(SHOWN)
    .select(['seats.taken', 'seats.waiting'])
    .select(({ fn }) => [
      fn.min('meeting.startsAt').as('startsAt'),
      fn.max('meeting.endsAt').as('endsAt'),
      fn.count<number>('meeting.id').as('meetingCount'),
    ])
    // Leaves out most of what is closed, so that it need not be read.
    .where('workshop.enrolUntil', '>=', now)
    .where('workshop.calledOffAt', 'is', null)
    .where(sql<boolean>`course.published_at is not null and course.retired_at is null`)
    .groupBy(['workshop.id', 'seats.taken', 'seats.waiting'])
    .orderBy('startsAt')
    .orderBy('workshop.id')
    .execute()
  const openings = new Map<string, Opening[]>()
  for (const row of rows) {
    const opening = { ...row, coursePublished: true as const }
    const ofCourse = openings.get(row.courseId)
    if (ofCourse) ofCourse.push(opening)
    else openings.set(row.courseId, [opening])
  }
  return openings
}
