// What somebody has learned, course by course: by being there, by themselves, or elsewhere. Prerequisites and learning
// paths ask nothing else.

import { isEnough } from '#app/domain/certificate.ts'
import type { DoneBy } from '#app/domain/learning.ts'
import type { Db } from '#db/client.server.ts'
import { getSettings } from '#db/settings.ts'

/**
 * Who of these people has learned which of these courses without being there: by completing it, or elsewhere, with a
 * proof that was confirmed. What prerequisites count beside attendance.
 */
export function listLearned(
  db: Db,
  personIds: readonly string[],
  courseIds: readonly string[],
): Promise<{ personId: string; courseId: string }[]> {
  if (personIds.length === 0 || courseIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('learning')
    .select(['personId', 'courseId'])
    .where('completedAt', 'is not', null)
    .where('personId', 'in', personIds)
    .where('courseId', 'in', courseIds)
    .union(
      db
        .selectFrom('proof')
        .select((eb) => ['personId', eb.ref('courseId').$notNull().as('courseId')])
        .where('decision', '=', 'confirmed')
        .where('personId', 'in', personIds)
        .where('courseId', 'in', courseIds),
    )
    .execute()
}

/** The courses that somebody has done, with the strongest way in which they did. */
export async function listDoneCourses(db: Db, personId: string): Promise<Map<string, DoneBy>> {
  const elsewhere = await db
    .selectFrom('proof')
    .select('courseId')
    .where('personId', '=', personId)
    .where('decision', '=', 'confirmed')
    .where('courseId', 'is not', null)
    .execute()
  const completed = await db
    .selectFrom('learning')
    .select('courseId')
    .where('personId', '=', personId)
    .where('completedAt', 'is not', null)
    .execute()
  return new Map<string, DoneBy>([
    ...elsewhere.flatMap(({ courseId }): [string, DoneBy][] => (courseId ? [[courseId, 'proof']] : [])),
    ...completed.map(({ courseId }): [string, DoneBy] => [courseId, 'completed']),
    ...(await listAttended(db, [personId])).map(({ courseId }): [string, DoneBy] => [courseId, 'attended']),
  ])
}

/** Who of these people has attended enough of one workshop of which course: as much as for a certificate. */
export async function listAttended(
  db: Db,
  personIds: readonly string[],
): Promise<{ personId: string; courseId: string }[]> {
  const { certificateOverPercent } = await getSettings(db)
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('workshop', 'workshop.id', 'enrolment.workshopId')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .leftJoin('attendance', (join) =>
      join
        .onRef('attendance.enrolmentId', '=', 'enrolment.id')
        .onRef('attendance.meetingId', '=', 'meeting.id'),
    )
    .select(['enrolment.personId', 'workshop.courseId'])
    .select(({ fn }) => [
      fn.sum<number | null>('attendance.units').as('attended'),
      fn.sum<number>('meeting.units').as('planned'),
    ])
    .where('enrolment.personId', 'in', personIds)
    .where('enrolment.status', '=', 'confirmed')
    .where('workshop.calledOffAt', 'is', null)
    .groupBy(['enrolment.id', 'workshop.courseId'])
    .execute()
  return rows.filter(({ attended, planned }) => isEnough(planned, attended ?? 0, certificateOverPercent))
}
