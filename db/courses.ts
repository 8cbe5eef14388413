import { sql, type Expression, type SqlBool } from 'kysely'
import {
  courseState,
  goesInCircle,
  type Audience,
  type CourseFormat,
  type CourseLevel,
  type CourseRefusal,
  type CourseState,
} from '#app/domain/course.ts'
import { inGermanOrder } from '#app/domain/person.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { holdPrerequisites, listPrerequisites, setRequired } from '#db/prerequisites.ts'
import type { NewRow, Row } from '#db/schema.ts'

export type Course = Omit<Row<'course'>, 'search'> & {
  topicDe: string
  topicEn: string | null
  state: CourseState
}

/** What the catalogue shows of a course. */
export type CourseCard = Omit<
  Course,
  'goals' | 'contents' | 'prerequisites' | 'createdAt' | 'version' | 'audiences' | 'audienceOnly'
>

export type CourseFilter = {
  /** As typed by anybody: words, "phrases", -without. */
  search?: string | undefined
  topic?: string | undefined
  level?: CourseLevel | undefined
  format?: CourseFormat | undefined
  audience?: Audience | undefined
  /** Meant for at least one of these. */
  forAudiences?: readonly Audience[] | undefined
  states?: readonly CourseState[] | undefined
}

const CARD = [
  'course.id',
  'course.titleDe',
  'course.titleEn',
  'course.summaryDe',
  'course.summaryEn',
  'course.topicKey',
  'course.level',
  'course.format',
  'course.units',
  'course.publishedAt',
  'course.retiredAt',
  'topic.titleDe as topicDe',
  'topic.titleEn as topicEn',
] as const

const REST = [
  'course.audiences',
  'course.audienceOnly',
  'course.createdAt',
  'course.version',
  'course.goals',
  'course.contents',
  'course.prerequisites',
] as const

/** The courses that fit. A search puts the best first; otherwise they stand in German order. */
export async function listCourses(db: Db, filter: CourseFilter): Promise<CourseCard[]> {
  const { states = ['published'] } = filter
  const words = filter.search?.trim()
  const rows = await db
    .selectFrom('course')
    .innerJoin('topic', 'topic.key', 'course.topicKey')
    .select(CARD)
    .select((words ? rank(words) : sql<number>`0`).as('rank'))
    .where((eb) => eb.and([...facts(filter), ...(words ? [matches(words)] : [])]))
    .execute()
  return rows
    .map(({ rank, ...course }) => ({ rank, course: { ...course, state: courseState(course) } }))
    .filter(({ course }) => states.includes(course.state))
    .sort((a, b) => b.rank - a.rank || inGermanOrder(a.course.titleDe, b.course.titleDe))
    .map(({ course }) => course)
}

function facts(filter: CourseFilter): Expression<SqlBool>[] {
  const { topic, level, format, audience, forAudiences } = filter
  const found: Expression<SqlBool>[] = []
  if (topic) found.push(sql`course.topic_key = ${topic}`)
  if (level) found.push(sql`course.level = ${level}`)
  if (format) found.push(sql`course.format = ${format}`)
  if (audience) found.push(meantFor([audience]))
  if (forAudiences) found.push(meantFor(forAudiences))
  return found
}

const meantFor = (audiences: readonly Audience[]) =>
  sql<SqlBool>`course.audiences && ${sql.val(audiences)}::text[]`

// In the words of the reader's language: German stems find "Schulungen" by "Schulung", English ones the rest.
const query = (words: string) =>
  sql`(websearch_to_tsquery('german', ${words}) || websearch_to_tsquery('english', ${words}))`

const rank = (words: string) => sql<number>`ts_rank(course.search, ${query(words)})`

/** German glues words together: "Schutz" is in "Grundschutz", which no stem tells. */
function matches(words: string): Expression<SqlBool> {
  const part = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(course.search @@ ${query(words)} or course.title_de ilike ${part} or topic.title_de ilike ${part})`
}

export async function getCourse(db: Db, id: string): Promise<Course | undefined> {
  const course = await db
    .selectFrom('course')
    .innerJoin('topic', 'topic.key', 'course.topicKey')
    .select([...CARD, ...REST])
    .where('course.id', '=', id)
    .executeTakeFirst()
  return course && { ...course, state: courseState(course) }
}

export type CoursePlan = Pick<
  NewRow<'course'>,
  | 'titleDe'
  | 'titleEn'
  | 'summaryDe'
  | 'summaryEn'
  | 'goals'
  | 'contents'
  | 'prerequisites'
  | 'topicKey'
  | 'level'
  | 'format'
  | 'audiences'
  | 'units'
  | 'audienceOnly'
> & {
  /** Courses that have to come before it; left out, they stay what they are. */
  requiredIds?: readonly string[]
}

export type CourseResult = { ok: true } | { ok: false; refusal: CourseRefusal }

/** Adds a draft under the id that its form carried: sent twice, it is one course. */
export function addCourse(
  db: Db,
  by: string,
  { requiredIds = [], ...course }: CoursePlan & { id: string },
  now: Date,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const added = await trx
      .insertInto('course')
      .values({ ...course, createdAt: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) return
    await setRequired(trx, course.id, requiredIds)
    await audit(trx, by, 'course:edit', course.id, now, { step: 'add' })
  })
}

/** `version` is the one that the form started from. */
export function changeCourse(
  db: Db,
  by: string,
  { id, version, requiredIds, ...plan }: CoursePlan & { id: string; version: number },
  now: Date,
): Promise<CourseResult> {
  return db.transaction().execute(async (trx) => {
    // Before the course: whoever holds this one waits for the courses that it requires.
    if (requiredIds) await holdPrerequisites(trx)
    const course = await lockCourse(trx, id)
    if (course.version !== version) return { ok: false, refusal: 'changed-meanwhile' }
    if (requiredIds && (await wouldCircle(trx, id, requiredIds))) {
      return { ok: false, refusal: 'prerequisite-circle' }
    }
    if (requiredIds) await setRequired(trx, id, requiredIds)
    await trx
      .updateTable('course')
      .set({ ...plan, version: version + 1 })
      .where('id', '=', id)
      .execute()
    await audit(trx, by, 'course:edit', id, now, { step: 'change' })
    return { ok: true }
  })
}

/** From now on everybody finds the course. A course that is published already stays as it is. */
export function publishCourse(db: Db, by: string, id: string, now: Date): Promise<CourseResult> {
  return db.transaction().execute(async (trx) => {
    const course = await lockCourse(trx, id)
    if (course.retiredAt) return { ok: false, refusal: 'retired' }
    if (course.publishedAt) return { ok: true }
    if (goesInCircle(id, await listPrerequisites(trx))) return { ok: false, refusal: 'prerequisite-circle' }
    await trx.updateTable('course').set({ publishedAt: now }).where('id', '=', id).execute()
    await audit(trx, by, 'course:edit', id, now, { step: 'publish' })
    return { ok: true }
  })
}

/** Takes a course out of the catalogue for good; what has taken place stays. */
export function retireCourse(db: Db, by: string, id: string, now: Date): Promise<CourseResult> {
  return db.transaction().execute(async (trx) => {
    const course = await lockCourse(trx, id)
    if (course.retiredAt) return { ok: true }
    if (!course.publishedAt) return { ok: false, refusal: 'not-published' }
    if (await isPlanned(trx, id, now)) return { ok: false, refusal: 'has-workshops' }
    await trx.updateTable('course').set({ retiredAt: now }).where('id', '=', id).execute()
    await audit(trx, by, 'course:edit', id, now, { step: 'retire' })
    return { ok: true }
  })
}

async function wouldCircle(trx: Trx, courseId: string, requiredIds: readonly string[]): Promise<boolean> {
  const others = (await listPrerequisites(trx)).filter((one) => one.courseId !== courseId)
  return goesInCircle(courseId, [
    ...others,
    ...requiredIds.map((requiredCourseId) => ({ courseId, requiredCourseId })),
  ])
}

/** Holds the course, so that nobody plans a workshop while it is retired. Throws when unknown. */
export function lockCourse(trx: Trx, id: string): Promise<Row<'course'>> {
  return trx.selectFrom('course').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

async function isPlanned(trx: Trx, courseId: string, now: Date): Promise<boolean> {
  const workshop = await trx
    .selectFrom('workshop')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .select('workshop.id')
    .where('workshop.courseId', '=', courseId)
    .where('workshop.calledOffAt', 'is', null)
    .where('meeting.endsAt', '>', now)
    .limit(1)
    .executeTakeFirst()
  return workshop !== undefined
}
