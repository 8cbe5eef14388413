import { sql } from 'kysely'
import { dayOf } from '#app/domain/calendar.ts'
import { SEATED_STATUSES } from '#app/domain/enrolment.ts'
import { decisionDay } from '#app/domain/minimum.ts'
import type { Db } from '#db/client.server.ts'

const DAY_MILLISECONDS = 86_400_000
/** Older lists are for the records, and no longer for today. */
const LISTS_OF_DAYS = 60

export type UnwrittenList = {
  meetingId: string
  titleDe: string
  titleEn: string | null
  startsAt: Date
  endsAt: Date
  /** How many of those with a seat stand there without a word. */
  missing: number
}

/** Meetings that have begun and whose list still has gaps, the oldest first; of one trainer, or of all. */
export function listUnwrittenLists(db: Db, trainerId: string | null, now: Date): Promise<UnwrittenList[]> {
  return db
    .selectFrom('meeting')
    .innerJoin('workshop', 'workshop.id', 'meeting.workshopId')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .innerJoin('enrolment', (join) =>
      join.onRef('enrolment.workshopId', '=', 'workshop.id').on('enrolment.status', '=', 'confirmed'),
    )
    .leftJoin('attendance', (join) =>
      join
        .onRef('attendance.meetingId', '=', 'meeting.id')
        .onRef('attendance.enrolmentId', '=', 'enrolment.id'),
    )
    .select([
      'meeting.id as meetingId',
      'course.titleDe',
      'course.titleEn',
      'meeting.startsAt',
      'meeting.endsAt',
    ])
    .select(({ fn }) => fn.count<number>('enrolment.id').as('missing'))
    .where('meeting.startsAt', '<=', now)
    .where('meeting.startsAt', '>', new Date(now.getTime() - LISTS_OF_DAYS * DAY_MILLISECONDS))
    .where('workshop.calledOffAt', 'is', null)
    .where('attendance.meetingId', 'is', null)
    .$if(trainerId !== null, (query) =>
      query.where('workshop.id', 'in', (eb) =>
        eb
          .selectFrom('workshopTrainer')
          .select('workshopId')
          .where('personId', '=', trainerId ?? ''),
      ),
    )
    .groupBy(['meeting.id', 'course.id'])
    .orderBy('meeting.startsAt')
    .execute()
}

export type LowWorkshop = {
  workshopId: string
  titleDe: string
  titleEn: string | null
  startsAt: Date
  endsAt: Date
  meetingCount: number
  taken: number
  minimum: number
  /** The day from which the decision waits for somebody. */
  decideOn: string
}

/** Those of the low workshops whose day of decision has come. */
export async function listUndecided(db: Db, trainerId: string | null, now: Date): Promise<LowWorkshop[]> {
  const low = await listLow(db, trainerId, now)
  return low.filter(({ decideOn }) => decideOn <= dayOf(now))
}

/** Workshops to come with fewer people than they need, while nobody has decided; of one trainer, or of all. */
export async function listLow(db: Db, trainerId: string | null, now: Date): Promise<LowWorkshop[]> {
  const taken = sql<number>`(select count(*) from enrolment
    where enrolment.workshop_id = workshop.id and enrolment.status in (${sql.join(SEATED_STATUSES)}))`
  const rows = await db
    .selectFrom('workshop')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .select([
      'workshop.id as workshopId',
      'course.titleDe',
      'course.titleEn',
      'workshop.minimum',
      'workshop.decideOn',
      taken.as('taken'),
    ])
    .select(({ fn }) => [
      fn.min('meeting.startsAt').as('startsAt'),
      fn.max('meeting.endsAt').as('endsAt'),
      fn.count<number>('meeting.id').as('meetingCount'),
    ])
    .where('workshop.calledOffAt', 'is', null)
    .where('workshop.goingAt', 'is', null)
    .where(taken, '<', sql<number>`workshop.minimum`)
    .$if(trainerId !== null, (query) =>
      query.where('workshop.id', 'in', (eb) =>
        eb
          .selectFrom('workshopTrainer')
          .select('workshopId')
          .where('personId', '=', trainerId ?? ''),
      ),
    )
    .groupBy(['workshop.id', 'course.id'])
    .having(({ fn }) => fn.min('meeting.startsAt'), '>', now)
    .orderBy('startsAt')
    .execute()
  return rows.map((row) => ({ ...row, decideOn: decisionDay(row) }))
}
