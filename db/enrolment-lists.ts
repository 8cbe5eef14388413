// Enrolments as people look at them: those of one workshop, and those of one person.

import { SEATED_STATUSES, type EnrolmentStatus } from '#app/domain/enrolment.ts'
import { positionOf, seatState, type SeatState } from '#app/domain/queue.ts'
import { span } from '#app/domain/workshop.ts'
import { unitsByEnrolment } from '#db/attendance.ts'
import type { Db } from '#db/client.server.ts'
import type { Enrolment } from '#db/enrolment-log.ts'
import { listMeetings, type Meeting } from '#db/meetings.ts'

export type NamedEnrolment = Enrolment & { givenName: string; familyName: string; organisation: string }

/** All enrolments of a workshop, ended ones too, in the order in which they came. */
export function listEnrolments(db: Db, workshopId: string): Promise<NamedEnrolment[]> {
  return named(db).where('enrolment.workshopId', '=', workshopId).orderBy('enrolment.queueNumber').execute()
}

export function getNamedEnrolment(db: Db, id: string): Promise<NamedEnrolment | undefined> {
  return named(db).where('enrolment.id', '=', id).executeTakeFirst()
}

function named(db: Db) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('organisation', 'organisation.id', 'enrolment.organisationId')
    .selectAll('enrolment')
    .select(['person.givenName', 'person.familyName', 'organisation.name as organisation'])
}

/** One of somebody's own dates. */
export type MyEnrolment = {
  id: string
  workshopId: string
  status: EnrolmentStatus
  offerUntil: Date | null
  /** Who asked for a place that is offered. */
  offeredBy: { givenName: string; familyName: string } | undefined
  titleDe: string
  titleEn: string | null
  place: string | null
  onlineUrl: string | null
  linkMinutes: number
  meetings: Meeting[]
  startsAt: Date
  endsAt: Date
  organisationId: string
  organisation: string
  /** On the waiting list, counted from 1. */
  position: number | undefined
  /** Null where a workshop is not hybrid, and for those who wait. */
  seat: SeatState | null
  /** Attended so far, null while nothing is recorded; and all that there are. */
  units: number | null
  unitsPlanned: number
}

/** All that somebody has ever enrolled in, by its first meeting. */
export async function listMine(db: Db, personId: string): Promise<MyEnrolment[]> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('workshop', 'workshop.id', 'enrolment.workshopId')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .innerJoin('organisation', 'organisation.id', 'enrolment.organisationId')
    .innerJoin('person as officer', 'officer.id', 'enrolment.enrolledBy')
    .select(['enrolment.id', 'enrolment.workshopId', 'enrolment.status', 'enrolment.offerUntil'])
    .select(['enrolment.seat', 'enrolment.wantsRoom', 'workshop.onlineCapacity'])
    .select(['officer.givenName', 'officer.familyName'])
    .select(['course.titleDe', 'course.titleEn', 'workshop.place'])
    .select(['workshop.onlineUrl', 'workshop.linkMinutes'])
    .select(['enrolment.organisationId', 'organisation.name as organisation'])
    .where('enrolment.personId', '=', personId)
    .execute()
  const meetings = await listMeetings(db, unique(rows.map((row) => row.workshopId)))
  const queues = await listWaiting(db, unique(rows.filter(isInLine).map((row) => row.workshopId)))
  const units = await unitsByEnrolment(
    db,
    rows.map((row) => row.id),
  )
  return rows
    .map(({ givenName, familyName, onlineCapacity, wantsRoom, ...row }) => {
      const blocks = meetings.filter((meeting) => meeting.workshopId === row.workshopId)
      const queue = queues.filter((enrolment) => enrolment.workshopId === row.workshopId)
      return {
        ...row,
        seat: row.status === 'waiting' ? null : seatState({ onlineCapacity }, { seat: row.seat, wantsRoom }),
        offeredBy: row.status === 'offered' ? { givenName, familyName } : undefined,
        meetings: blocks,
        ...span(blocks),
        position: positionOf(queue, row.id),
        units: units.get(row.id) ?? null,
        unitsPlanned: blocks.reduce((sum, meeting) => sum + meeting.units, 0),
      }
    })
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

const isInLine = ({ status, wantsRoom }: { status: EnrolmentStatus; wantsRoom: boolean }) =>
  status === 'waiting' || wantsRoom

/** Everybody who waits for a place in these workshops, in order. */
export function listWaiting(db: Db, workshopIds: readonly string[]) {
  if (workshopIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('enrolment')
    .select(['id', 'workshopId', 'status', 'seat', 'wantsRoom'])
    .where('workshopId', 'in', workshopIds)
    .where((eb) =>
      eb.or([
        eb('status', '=', 'waiting'),
        eb.and([eb('wantsRoom', '=', true), eb('status', 'in', SEATED_STATUSES)]),
      ]),
    )
    .orderBy('queueNumber')
    .execute()
}

const unique = (ids: readonly string[]) => [...new Set(ids)]
