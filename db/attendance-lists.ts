// Attendance as people look at it: the whole workshop at once, the own records, and who changed what.

import type { AttendanceStatus, AttendanceWay, CorrectionReason } from '#app/domain/attendance.ts'
import type { EnrolmentStatus } from '#app/domain/enrolment.ts'
import { byName } from '#app/domain/person.ts'
import type { Db } from '#db/client.server.ts'

type Name = { givenName: string; familyName: string }
export type Mark = { meetingId: string; enrolmentId: string; status: AttendanceStatus; units: number }

/** Somebody who has a place in a workshop, or had one and something was recorded. */
export type GridPerson = Name & {
  enrolmentId: string
  organisation: string
  enrolmentStatus: EnrolmentStatus
  /** The reason of the last step of the enrolment: one who gave notice of absence is excused. */
  endedBecause: string | null
  marks: Mark[]
}

/** Everybody with a place, by name, with all that is recorded. In two queries, however many meetings there are. */
export async function listGrid(db: Db, workshopId: string): Promise<GridPerson[]> {
  const people = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('organisation', 'organisation.id', 'enrolment.organisationId')
    .select(['enrolment.id as enrolmentId', 'enrolment.status as enrolmentStatus'])
    .select(['person.givenName', 'person.familyName', 'organisation.name as organisation'])
    .select((eb) =>
      eb
        .selectFrom('enrolmentEvent as event')
        .select('event.reason')
        .whereRef('event.enrolmentId', '=', 'enrolment.id')
        .orderBy('event.id', 'desc')
        .limit(1)
        .as('endedBecause'),
    )
    .where('enrolment.workshopId', '=', workshopId)
    .execute()
  const marks = await db
    .selectFrom('attendance')
    .innerJoin('meeting', 'meeting.id', 'attendance.meetingId')
    .select(['attendance.meetingId', 'attendance.enrolmentId', 'attendance.status', 'attendance.units'])
    .where('meeting.workshopId', '=', workshopId)
    .execute()
  return people
    .map((person) => ({
      ...person,
      marks: marks.filter(({ enrolmentId }) => enrolmentId === person.enrolmentId),
    }))
    .sort(byName)
}

export type HistoryLine = {
  id: number
  enrolmentId: string
  person: Name
  status: AttendanceStatus
  units: number
  at: Date
  by: Name & { id: string }
  personId: string
  via: AttendanceWay
  reason: CorrectionReason | null
}

const MOST_LINES = 500

/** What was written down about a meeting, the latest first; with `enrolmentId` about one person only. */
export async function listHistory(
  db: Db,
  meetingId: string,
  enrolmentId: string | null = null,
): Promise<HistoryLine[]> {
  const rows = await db
    .selectFrom('attendanceEvent as event')
    .innerJoin('enrolment', 'enrolment.id', 'event.enrolmentId')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('person as writer', 'writer.id', 'event.recordedBy')
    .select(['event.id', 'event.enrolmentId', 'event.status', 'event.units', 'event.recordedAt as at'])
    .select(['event.via', 'event.reason', 'person.id as personId', 'person.givenName', 'person.familyName'])
    .select(['writer.id as writerId', 'writer.givenName as writerGiven', 'writer.familyName as writerFamily'])
    .where('event.meetingId', '=', meetingId)
    .$if(enrolmentId !== null, (query) => query.where('event.enrolmentId', '=', enrolmentId ?? ''))
    .orderBy('event.id', 'desc')
    .limit(MOST_LINES)
    .execute()
  return rows.map(({ givenName, familyName, writerId, writerGiven, writerFamily, ...line }) => ({
    ...line,
    person: { givenName, familyName },
    by: { id: writerId, givenName: writerGiven, familyName: writerFamily },
  }))
}

export type OwnRecord = {
  meetingId: string
  startsAt: Date
  endsAt: Date
  unitsPlanned: number
  status: AttendanceStatus | null
  units: number | null
}

/** The meetings of one enrolment in their order, with what is recorded. */
export function listOwnRecords(db: Db, enrolmentId: string): Promise<OwnRecord[]> {
  return db
    .selectFrom('enrolment')
    .innerJoin('meeting', 'meeting.workshopId', 'enrolment.workshopId')
    .leftJoin('attendance', (join) =>
      join
        .onRef('attendance.meetingId', '=', 'meeting.id')
        .onRef('attendance.enrolmentId', '=', 'enrolment.id'),
    )
    .select([
      'meeting.id as meetingId',
      'meeting.startsAt',
      'meeting.endsAt',
      'meeting.units as unitsPlanned',
    ])
    .select(['attendance.status', 'attendance.units'])
    .where('enrolment.id', '=', enrolmentId)
    .orderBy('meeting.startsAt')
    .execute()
}
