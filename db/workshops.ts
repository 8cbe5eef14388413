import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import { courseState, type Audience } from '#app/domain/course.ts'
import { SEATED_STATUSES } from '#app/domain/enrolment.ts'
import type { WorkshopFacts } from '#app/domain/mail.ts'
import { byName } from '#app/domain/person.ts'
import { span } from '#app/domain/workshop.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Meeting } from '#db/meetings.ts'
import type { Row, Schema } from '#db/schema.ts'
import type { Trainer } from '#db/trainers.ts'

/** A workshop with all that a decision about it needs. Meetings come in their order, trainers by name. */
export type Workshop = Row<'workshop'> & {
  titleDe: string
  titleEn: string | null
  /** Only the workshops of a published course can be enrolled in. */
  coursePublished: boolean
  courseRetired: boolean
  audiences: Audience[]
  /** Whether the course is for its audience only, and whether other courses have to come first. */
  audienceOnly: boolean
  hasPrerequisites: boolean
  meetings: Meeting[]
  /** From the first meeting to the last. */
  startsAt: Date
  endsAt: Date
  trainers: Trainer[]
  trainerIds: string[]
}

export async function getWorkshop(db: Db, id: string): Promise<Workshop | undefined> {
  const [workshop] = await getWorkshops(db, [id])
  return workshop
}

/** Several at once, in as many queries as one takes; by their first meeting. */
export async function getWorkshops(db: Db, ids: readonly string[]): Promise<Workshop[]> {
  if (ids.length === 0) return []
  return whole(db, await workshopRows(db, ids).execute())
}

/** Whether there is such a workshop: cheaper than reading all of it. */
export async function isWorkshop(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('workshop').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/**
 * Holds the workshop until the transaction ends, so that two people cannot take one place. Must be the first
 * query of its transaction; what it returns was read while nobody else could change it. Throws when unknown.
 */
export async function lockWorkshop(trx: Trx, id: string): Promise<Workshop> {
  const [workshop] = await lockWorkshops(trx, [id])
  if (!workshop) throw new Error('no such workshop')
  return workshop
}

/** The same for several. They are taken in the order of their ids, so that no two commands wait for each other. */
export async function lockWorkshops(trx: Trx, ids: readonly string[]): Promise<Workshop[]> {
  if (ids.length === 0) return []
  return whole(trx, await workshopRows(trx, ids).orderBy('workshop.id').forUpdate('workshop').execute())
}

/** What mails say about a workshop. */
export function workshopFacts(workshop: Workshop): WorkshopFacts {
  const { id, titleDe, titleEn, meetings, place, onlineUrl, linkMinutes } = workshop
  return {
    workshopId: id,
    titleDe,
    titleEn,
    meetings: meetings.map(({ startsAt, endsAt }) => ({
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
    place,
    linkMinutes: onlineUrl === null ? null : linkMinutes,
  }
}

const LINE = [
  'workshop.id',
  'workshop.courseId',
  'workshop.place',
  'workshop.capacity',
  'workshop.minimum',
  'workshop.enrolUntil',
  'workshop.withdrawUntil',
  'workshop.calledOffAt',
  'workshop.enrolFrom',
  'workshop.quota',
  'workshop.quotaUntil',
  'workshop.onlineCapacity',
  'course.titleDe',
  'course.titleEn',
  'course.audiences',
] as const

type Listed =
  | 'id'
  | 'courseId'
  | 'place'
  | 'capacity'
  | 'minimum'
  | 'enrolUntil'
  | 'withdrawUntil'
  | 'calledOffAt'
  | 'enrolFrom'
  | 'quota'
  | 'quotaUntil'
  | 'onlineCapacity'

/** One line of a list of workshops. */
export type WorkshopLine = Pick<Row<'workshop'>, Listed> & {
  titleDe: string
  titleEn: string | null
  audiences: Audience[]
  coursePublished: boolean
  startsAt: Date
  endsAt: Date
  meetingCount: number
  /** Seats that are confirmed, or held for an answer. */
  taken: number
  waiting: number
}

export type WorkshopFilter = {
  /** Has a meeting that ends after `from` and begins before `until`. */
  from?: Date | undefined
  until?: Date | undefined
  courseId?: string | undefined
  trainerId?: string | undefined
  /** Workshops of drafts too: for those who plan them. Trainers see their own in any case. */
  drafts?: boolean | undefined
  ownDraftsOf?: string | null | undefined
}

/** Workshops by their first meeting, in one query. */
export async function listWorkshops(db: Db, filter: WorkshopFilter): Promise<WorkshopLine[]> {
  const rows = await db
    .selectFrom('workshop')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .select(LINE)
    .select(['course.publishedAt', 'course.retiredAt'])
    .select(({ fn }) => [
      fn.min('meeting.startsAt').as('startsAt'),
      fn.max('meeting.endsAt').as('endsAt'),
      fn.count<number>('meeting.id').as('meetingCount'),
    ])
    .innerJoinLateral(seats, (join) => join.onTrue())
    .select(['seats.taken', 'seats.waiting'])
    .where((eb) => eb.and(conditions(filter)))
    .groupBy(['workshop.id', 'course.id', 'seats.taken', 'seats.waiting'])
    .orderBy('startsAt')
    .orderBy('workshop.id')
    .execute()
  return rows.map(({ publishedAt, retiredAt, ...line }) => ({
    ...line,
    coursePublished: courseState({ publishedAt, retiredAt }) === 'published',
  }))
}

/** Both counts in one look at the enrolments of a workshop. */
export const seats = (eb: ExpressionBuilder<Schema, 'workshop'>) =>
  eb
    .selectFrom('enrolment')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('status', 'in', SEATED_STATUSES).as('taken'),
      fn.countAll<number>().filterWhere('status', '=', 'waiting').as('waiting'),
    ])
    .whereRef('enrolment.workshopId', '=', 'workshop.id')
    // As in the index, which leaves out what is over.
    .where('status', 'in', [...SEATED_STATUSES, 'waiting'])
    .as('seats')

function conditions(filter: WorkshopFilter): Expression<SqlBool>[] {
  const { from, until, courseId, trainerId, drafts, ownDraftsOf } = filter
  const found: Expression<SqlBool>[] = []
  const within = [from && sql`ends_at > ${from}`, until && sql`starts_at < ${until}`].filter(
    (fact) => fact !== undefined,
  )
  if (within.length > 0)
    found.push(sql`workshop.id in (select workshop_id from meeting where ${sql.join(within, sql` and `)})`)
  if (courseId) found.push(sql`workshop.course_id = ${courseId}`)
  if (trainerId) found.push(ledBy(trainerId))
  if (!drafts)
    found.push(sql`(course.published_at is not null or ${ownDraftsOf ? ledBy(ownDraftsOf) : sql`false`})`)
  return found
}

const ledBy = (personId: string) =>
  sql<SqlBool>`workshop.id in (select workshop_id from workshop_trainer where person_id = ${personId})`

type CourseOfWorkshop = {
  titleDe: string
  titleEn: string | null
  publishedAt: Date | null
  retiredAt: Date | null
  audiences: Audience[]
  audienceOnly: boolean
  hasPrerequisites: boolean
}

function workshopRows(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('workshop')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .selectAll('workshop')
    .select(['course.titleDe', 'course.titleEn', 'course.publishedAt', 'course.retiredAt'])
    .select(['course.audiences', 'course.audienceOnly'])
    .select(
      sql<boolean>`exists (select 1 from course_prerequisite where course_id = course.id)`.as(
        'hasPrerequisites',
      ),
    )
    .where('workshop.id', 'in', ids)
}

async function whole(db: Db, rows: readonly (Row<'workshop'> & CourseOfWorkshop)[]): Promise<Workshop[]> {
  const parts = await listParts(
    db,
    rows.map((row) => row.id),
  )
  return rows
    .map(({ publishedAt, retiredAt, ...workshop }) => {
      const state = courseState({ publishedAt, retiredAt })
      const { meetings, trainers } = partsOf(parts.filter(({ workshopId }) => workshopId === workshop.id))
      return {
        ...workshop,
        ...span(meetings),
        coursePublished: state === 'published',
        courseRetired: state === 'retired',
        meetings,
        trainers,
        trainerIds: trainers.map((trainer) => trainer.id),
      }
    })
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

type Part = Meeting & { trainerId: string | null; givenName: string | null; familyName: string | null }

/** Meetings and trainers in one query: an enrolment waits for every question that is asked under its lock. */
function listParts(db: Db, workshopIds: readonly string[]): Promise<Part[]> {
  if (workshopIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('meeting')
    .leftJoin('workshopTrainer', 'workshopTrainer.workshopId', 'meeting.workshopId')
    .leftJoin('person', 'person.id', 'workshopTrainer.personId')
    .selectAll('meeting')
    .select(['person.id as trainerId', 'person.givenName', 'person.familyName'])
    .where('meeting.workshopId', 'in', workshopIds)
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
    .execute()
}

function partsOf(rows: readonly Part[]): { meetings: Meeting[]; trainers: Trainer[] } {
  const meetings = new Map<string, Meeting>()
  const trainers = new Map<string, Trainer>()
  for (const { trainerId, givenName, familyName, ...meeting } of rows) {
    meetings.set(meeting.id, meeting)
    if (trainerId !== null && givenName !== null && familyName !== null) {
      trainers.set(trainerId, { id: trainerId, givenName, familyName })
    }
  }
  return { meetings: [...meetings.values()], trainers: [...trainers.values()].sort(byName) }
}
