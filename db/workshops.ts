import { courseState } from '#app/domain/course.ts'
import type { WorkshopFacts } from '#app/domain/mail.ts'
import { byName } from '#app/domain/person.ts'
import { span } from '#app/domain/workshop.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type Meeting = { id: string; startsAt: Date; endsAt: Date; units: number }
export type Trainer = { id: string; givenName: string; familyName: string }

/** A workshop with all that a decision about it needs. Meetings come in their order, trainers by name. */
export type Workshop = Row<'workshop'> & {
  titleDe: string
  titleEn: string | null
  /** Only the workshops of a published course can be enrolled in. */
  coursePublished: boolean
  courseRetired: boolean
  meetings: Meeting[]
  /** From the first meeting to the last. */
  startsAt: Date
  endsAt: Date
  trainers: Trainer[]
  trainerIds: string[]
}

export async function getWorkshop(db: Db, id: string): Promise<Workshop | undefined> {
  const row = await workshopRow(db, id).executeTakeFirst()
  return row && whole(db, row)
}

/**
 * Holds the workshop until the transaction ends, so that two people cannot take one place. Must be the first
 * query of its transaction; what it returns was read while nobody else could change it. Throws when unknown.
 */
export async function lockWorkshop(trx: Trx, id: string): Promise<Workshop> {
  const row = await workshopRow(trx, id).forUpdate('workshop').executeTakeFirstOrThrow()
  return whole(trx, row)
}

/** What mails say about a workshop. */
export function workshopFacts(workshop: Workshop): WorkshopFacts {
  const { id, titleDe, titleEn, meetings, place, onlineUrl } = workshop
  return {
    workshopId: id,
    titleDe,
    titleEn,
    meetings: meetings.map(({ startsAt, endsAt }) => ({
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
    place,
    onlineUrl,
  }
}

type CourseOfWorkshop = {
  titleDe: string
  titleEn: string | null
  publishedAt: Date | null
  retiredAt: Date | null
}

function workshopRow(db: Db, id: string) {
  return db
    .selectFrom('workshop')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .selectAll('workshop')
    .select(['course.titleDe', 'course.titleEn', 'course.publishedAt', 'course.retiredAt'])
    .where('workshop.id', '=', id)
}

async function whole(db: Db, row: Row<'workshop'> & CourseOfWorkshop): Promise<Workshop> {
  const { publishedAt, retiredAt, ...workshop } = row
  const meetings = await listMeetings(db, row.id)
  const trainers = await listTrainers(db, row.id)
  const state = courseState({ publishedAt, retiredAt })
  return {
    ...workshop,
    ...span(meetings),
    coursePublished: state === 'published',
    courseRetired: state === 'retired',
    meetings,
    trainers,
    trainerIds: trainers.map((trainer) => trainer.id),
  }
}

function listMeetings(db: Db, workshopId: string): Promise<Meeting[]> {
  return db
    .selectFrom('meeting')
    .select(['id', 'startsAt', 'endsAt', 'units'])
    .where('workshopId', '=', workshopId)
    .orderBy('startsAt')
    .execute()
}

async function listTrainers(db: Db, workshopId: string): Promise<Trainer[]> {
  const trainers = await db
    .selectFrom('workshopTrainer')
    .innerJoin('person', 'person.id', 'workshopTrainer.personId')
    .select(['person.id', 'person.givenName', 'person.familyName'])
    .where('workshopTrainer.workshopId', '=', workshopId)
    .execute()
  return trainers.sort(byName)
}
