import { courseState, type Audience, type CourseFormat, type CourseState } from '#app/domain/course.ts'
import { MOST_COURSES_OF_PATH, type PathRefusal } from '#app/domain/learning-path.ts'
import { moved } from '#app/domain/material.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type PathCourse = {
  id: string
  titleDe: string
  titleEn: string | null
  format: CourseFormat
  units: number
  state: CourseState
}
export type LearningPath = Row<'learningPath'> & { courses: PathCourse[] }

/** All learning paths with their courses, in two queries. */
export async function listLearningPaths(db: Db): Promise<LearningPath[]> {
  const paths = await db.selectFrom('learningPath').selectAll().orderBy('titleDe').execute()
  return withCourses(db, paths)
}

export async function getLearningPath(db: Db, id: string): Promise<LearningPath | undefined> {
  const paths = await db.selectFrom('learningPath').selectAll().where('id', '=', id).execute()
  return (await withCourses(db, paths))[0]
}

async function withCourses(db: Db, paths: readonly Row<'learningPath'>[]): Promise<LearningPath[]> {
  if (paths.length === 0) return []
  const rows = await db
    .selectFrom('learningPathCourse as step')
    .innerJoin('course', 'course.id', 'step.courseId')
    .select(['step.pathId', 'course.id', 'course.titleDe', 'course.titleEn', 'course.format', 'course.units'])
    .select(['course.publishedAt', 'course.retiredAt'])
    .where(
      'step.pathId',
      'in',
      paths.map(({ id }) => id),
    )
    .orderBy('step.position')
    .execute()
  return paths.map((path) => ({
    ...path,
    courses: rows
      .filter(({ pathId }) => pathId === path.id)
      .map(({ pathId: _, publishedAt, retiredAt, ...course }) => ({
        ...course,
        state: courseState({ publishedAt, retiredAt }),
      })),
  }))
}

export type PathPlan = { titleDe: string; titleEn: string | null; goal: string; audiences: Audience[] }
export type PathResult = { ok: true } | { ok: false; refusal: PathRefusal }

/** Adds a path without courses, under the id that its form carried: sent twice, it is one. */
export function addLearningPath(
  db: Db,
  by: string,
  path: PathPlan & { id: string },
  now: Date,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const added = await trx
      .insertInto('learningPath')
      .values({ ...path, createdAt: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) await audit(trx, by, 'learning-path:edit', path.id, now, { step: 'add' })
  })
}

export function changeLearningPath(
  db: Db,
  by: string,
  { id, version, ...plan }: PathPlan & { id: string; version: number },
  now: Date,
): Promise<PathResult> {
  return db.transaction().execute(async (trx) => {
    const changed = await trx
      .updateTable('learningPath')
      .set({ ...plan, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst()
    if (!changed) return { ok: false, refusal: 'changed-meanwhile' }
    await audit(trx, by, 'learning-path:edit', id, now, { step: 'change' })
    return { ok: true }
  })
}

type Step = { pathId: string; courseId: string }

/** Puts a course at the end; one that is there already stays where it is. */
export function addToPath(db: Db, by: string, { pathId, courseId }: Step, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const order = await lockOrder(trx, pathId)
    if (order.some(({ id }) => id === courseId) || order.length >= MOST_COURSES_OF_PATH) return
    await trx
      .insertInto('learningPathCourse')
      .values({ pathId, courseId, position: order.length + 1 })
      .execute()
    await audit(trx, by, 'learning-path:edit', pathId, now, { step: 'change', course: courseId })
  })
}

export function takeFromPath(db: Db, by: string, { pathId, courseId }: Step, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lockOrder(trx, pathId)
    await trx
      .deleteFrom('learningPathCourse')
      .where('pathId', '=', pathId)
      .where('courseId', '=', courseId)
      .execute()
    await audit(trx, by, 'learning-path:edit', pathId, now, { step: 'change', course: courseId })
  })
}

/** One place up or down in the path. */
export function moveInPath(
  db: Db,
  by: string,
  { pathId, courseId }: Step,
  way: -1 | 1,
  now: Date,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    for (const [place, { id }] of moved(await lockOrder(trx, pathId), courseId, way).entries())
      await trx
        .updateTable('learningPathCourse')
        .set({ position: place + 1 })
        .where('pathId', '=', pathId)
        .where('courseId', '=', id)
        .execute()
    await audit(trx, by, 'learning-path:edit', pathId, now, { step: 'move', course: courseId })
  })
}

/** Takes a path away; its courses, and what people have done of them, stay. */
export function removeLearningPath(db: Db, by: string, id: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await trx.deleteFrom('learningPathCourse').where('pathId', '=', id).execute()
    const gone = await trx.deleteFrom('learningPath').where('id', '=', id).returning('id').executeTakeFirst()
    if (gone) await audit(trx, by, 'learning-path:edit', id, now, { step: 'remove' })
  })
}

async function lockOrder(trx: Trx, pathId: string): Promise<{ id: string }[]> {
  await trx
    .selectFrom('learningPath')
    .select('id')
    .where('id', '=', pathId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return trx
    .selectFrom('learningPathCourse')
    .select('courseId as id')
    .where('pathId', '=', pathId)
    .orderBy('position')
    .execute()
}
