// Which courses have to come before which, and who has them.

import { sql } from 'kysely'
import type { RequiredCourse } from '#app/domain/decision.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { listAttended, listLearned } from '#db/learning-record.ts'

/** The courses that have to come before a course. */
export function listRequired(db: Db, courseId: string): Promise<RequiredCourse[]> {
  return db
    .selectFrom('coursePrerequisite')
    .innerJoin('course', 'course.id', 'coursePrerequisite.requiredCourseId')
    .select(['course.id', 'course.titleDe', 'course.titleEn'])
    .select(sql<boolean>`course.published_at is null and course.retired_at is null`.as('isDraft'))
    .where('coursePrerequisite.courseId', '=', courseId)
    .orderBy('course.titleDe')
    .execute()
}

/** What each of these people still lacks for a course; whoever lacks nothing is not in the map. */
export async function listMissing(
  db: Db,
  courseId: string,
  personIds: readonly string[],
): Promise<Map<string, RequiredCourse[]>> {
  const required = await listRequired(db, courseId)
  const missing = new Map<string, RequiredCourse[]>()
  if (required.length === 0 || personIds.length === 0) return missing
  const proven = await listProven(
    db,
    personIds,
    required.map((course) => course.id),
  )
  for (const personId of personIds) {
    const lacks = required.filter((course) => !proven.has(proofOf(personId, course.id)))
    if (lacks.length > 0) missing.set(personId, lacks)
  }
  return missing
}

const proofOf = (personId: string, courseId: string) => `${personId} ${courseId}`

/** Who has attended enough of one workshop of which of these courses, or has learned it by themselves or elsewhere. */
async function listProven(
  db: Db,
  personIds: readonly string[],
  courseIds: readonly string[],
): Promise<Set<string>> {
  const wanted = new Set(courseIds)
  const attended = (await listAttended(db, personIds)).filter(({ courseId }) => wanted.has(courseId))
  const learned = await listLearned(db, personIds, courseIds)
  return new Set([...attended, ...learned].map(({ personId, courseId }) => proofOf(personId, courseId)))
}

/** Two courses that are changed at once must not close a circle that neither of them could see. */
export async function holdPrerequisites(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('prerequisites'))`.execute(trx)
}

/** Makes these the courses that have to come before a locked or new one. */
export async function setRequired(trx: Trx, courseId: string, requiredIds: readonly string[]): Promise<void> {
  await trx.deleteFrom('coursePrerequisite').where('courseId', '=', courseId).execute()
  const rows = [...new Set(requiredIds)].map((requiredCourseId) => ({ courseId, requiredCourseId }))
  if (rows.length > 0) await trx.insertInto('coursePrerequisite').values(rows).execute()
}

/** All that has to come before something. Few, so that a circle is looked for in memory. */
export function listPrerequisites(db: Db): Promise<{ courseId: string; requiredCourseId: string }[]> {
  return db.selectFrom('coursePrerequisite').select(['courseId', 'requiredCourseId']).execute()
}
