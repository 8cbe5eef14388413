// An organisation as its training officer sees it: who goes, who waits, who still has to answer. Not who was there.

import { sql } from 'kysely'
import { CURRENT_STATUSES, type EnrolmentStatus } from '#app/domain/enrolment.ts'
import { byName } from '#app/domain/person.ts'
import type { Db } from '#db/client.server.ts'

/** One of the organisation's people in a workshop that is still to come, or has just begun. */
export type TownEnrolment = {
  id: string
  organisationId: string
  organisation: string
  personId: string
  givenName: string
  familyName: string
  status: EnrolmentStatus
  offerUntil: Date | null
  /** Until when somebody has to approve it. */
  decideUntil: Date | null
  workshopId: string
  titleDe: string
  titleEn: string | null
  startsAt: Date
  endsAt: Date
  meetingCount: number
}

/** What an officer wants to know of those who will not come: an answer to what was asked. */
const ANSWERED = ['declined', 'lapsed', 'rejected'] as const satisfies readonly EnrolmentStatus[]

/** By the first meeting, then by name. What the page of an organisation shows, and the monthly mail of its officer. */
export async function listTownEnrolments(
  db: Db,
  organisationIds: readonly string[],
  now: Date,
): Promise<TownEnrolment[]> {
  if (organisationIds.length === 0) return []
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('organisation', 'organisation.id', 'enrolment.organisationId')
    .innerJoin('workshop', 'workshop.id', 'enrolment.workshopId')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .leftJoin('approval', 'approval.enrolmentId', 'enrolment.id')
    .select(['enrolment.id', 'enrolment.organisationId', 'organisation.name as organisation'])
    .select(['enrolment.personId', 'person.givenName', 'person.familyName'])
    .select(['enrolment.status', 'enrolment.offerUntil', 'approval.decideUntil'])
    .select(['enrolment.workshopId', 'course.titleDe', 'course.titleEn'])
    .select(({ fn }) => [
      fn.min('meeting.startsAt').as('startsAt'),
      fn.max('meeting.endsAt').as('endsAt'),
      fn.count<number>('meeting.id').as('meetingCount'),
    ])
    .where('enrolment.organisationId', 'in', organisationIds)
    .where('enrolment.status', 'in', [...CURRENT_STATUSES, ...ANSWERED])
    .where('workshop.calledOffAt', 'is', null)
    .groupBy(['enrolment.id', 'person.id', 'organisation.id', 'workshop.id', 'course.id'])
    .groupBy('approval.enrolmentId')
    .having(({ fn }) => fn.max('meeting.endsAt'), '>', now)
    .orderBy('enrolment.id')
    .execute()
  return rows.sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime() || byName(one, other))
}

export type PlacesOfYear = { personId: string; workshops: number; units: number }

/**
 * In how many workshops of a year people had a place, and how long those were. What they attended of them is theirs
 * and the trainer's: an officer plans seats, and judges nobody.
 */
export async function countPlaces(db: Db, organisationId: string, year: string): Promise<PlacesOfYear[]> {
  return db
    .selectFrom('enrolment')
    .innerJoin('workshop', 'workshop.id', 'enrolment.workshopId')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .select('enrolment.personId')
    .select(({ fn }) => [
      sql<number>`count(distinct workshop.id)`.as('workshops'),
      fn.sum<number>('meeting.units').as('units'),
    ])
    .where('enrolment.organisationId', '=', organisationId)
    .where('enrolment.status', '=', 'confirmed')
    .where('workshop.calledOffAt', 'is', null)
    .where(sql<string>`to_char(meeting.starts_at at time zone 'Europe/Berlin', 'YYYY')`, '=', year)
    .groupBy('enrolment.personId')
    .execute()
}

export type OpenRequests = {
  organisationId: string
  organisation: string
  count: number
  /** Of how many the time for a reminder has passed without an answer. */
  reminded: number
}

/** Where requests wait for approval; of these organisations, or of all. */
export function countOpenRequestsOf(
  db: Db,
  organisationIds: readonly string[] | null,
): Promise<OpenRequests[]> {
  if (organisationIds?.length === 0) return Promise.resolve([])
  return db
    .selectFrom('approval')
    .innerJoin('enrolment', 'enrolment.id', 'approval.enrolmentId')
    .innerJoin('organisation', 'organisation.id', 'enrolment.organisationId')
    .select(['organisation.id as organisationId', 'organisation.name as organisation'])
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.count<number>('approval.remindedAt').as('reminded'),
    ])
    .where('approval.decidedAt', 'is', null)
    .where('enrolment.status', '=', 'requested')
    .$if(organisationIds !== null, (query) =>
      query.where('enrolment.organisationId', 'in', organisationIds ?? []),
    )
    .groupBy('organisation.id')
    .orderBy('organisation.name')
    .execute()
}

export type Town = { id: string; name: string }

/** By name; with a day, only those that still exist then. */
export function listTowns(db: Db, organisationIds: readonly string[], day?: string): Promise<Town[]> {
  if (organisationIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', organisationIds)
    .$if(day !== undefined, (query) =>
      query.where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>=', day ?? '')])),
    )
    .orderBy('name')
    .execute()
}
