import {
  rollCallClosedBecause,
  unitsFor,
  type AttendanceRefusal,
  type AttendanceStatus,
} from '#app/domain/attendance.ts'
import { byName } from '#app/domain/person.ts'
import { audit } from '#db/audit.ts'
import { correctCertificates } from '#db/certificate-issue.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { getMeeting } from '#db/meetings.ts'
import type { Row } from '#db/schema.ts'
import { lockWorkshop } from '#db/workshops.ts'

export type AttendanceEntry = {
  enrolmentId: string
  status: AttendanceStatus
  /** Only with 'partial': how many units somebody was there. */
  units: number | null
}

type RecordRequest = { meetingId: string; entries: readonly AttendanceEntry[]; by: string }
export type RecordResult = { ok: true; changed: number } | { ok: false; refusal: AttendanceRefusal }

/**
 * Writes down who was there; whoever is not in the list stays as they were. All or nothing: one entry that
 * cannot be is a reason to write none. Every real change gets its line in the history.
 */
export async function recordAttendance(
  db: Db,
  { meetingId, entries, by }: RecordRequest,
  now: Date,
): Promise<RecordResult> {
  const known = await getMeeting(db, meetingId)
  if (!known) return { ok: false, refusal: 'meeting-gone' }
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, known.workshopId)
    const meeting = workshop.meetings.find(({ id }) => id === meetingId)
    if (!meeting) return { ok: false, refusal: 'meeting-gone' }
    const closed = rollCallClosedBecause(meeting, workshop, now)
    if (closed) return { ok: false, refusal: closed }
    const before = await listAttendance(trx, meetingId)
    const records = []
    for (const entry of new Map(entries.map((one) => [one.enrolmentId, one])).values()) {
      const attendee = before.find(({ enrolmentId }) => enrolmentId === entry.enrolmentId)
      if (!attendee) return { ok: false, refusal: 'not-enrolled' }
      const units = unitsFor(entry.status, entry.units, meeting.units)
      if (units === null) return { ok: false, refusal: 'units-wrong' }
      if (attendee.status === entry.status && attendee.units === units) continue
      const { enrolmentId, status } = entry
      records.push({ meetingId, enrolmentId, status, units, recordedBy: by, recordedAt: now })
    }
    await write(trx, records)
    await correctCertificates(trx, workshop, by, now)
    await audit(trx, by, 'attendance:record', meetingId, now, { changed: records.length })
    return { ok: true, changed: records.length }
  })
}

async function write(trx: Trx, records: Row<'attendance'>[]): Promise<void> {
  if (records.length === 0) return
  await trx.insertInto('attendanceEvent').values(records).execute()
  await trx
    .insertInto('attendance')
    .values(records)
    .onConflict((conflict) =>
      conflict.columns(['meetingId', 'enrolmentId']).doUpdateSet((eb) => ({
        status: eb.ref('excluded.status'),
        units: eb.ref('excluded.units'),
        recordedBy: eb.ref('excluded.recordedBy'),
        recordedAt: eb.ref('excluded.recordedAt'),
      })),
    )
    .execute()
}

/** Somebody with a place, and what is written down about them; `status` is null while nothing is. */
export type Attendee = {
  enrolmentId: string
  personId: string
  givenName: string
  familyName: string
  organisation: string
  status: AttendanceStatus | null
  units: number | null
  recordedAt: Date | null
}

/** Everybody with a place in the workshop of a meeting, by name. */
export async function listAttendance(db: Db, meetingId: string): Promise<Attendee[]> {
  const attendees = await db
    .selectFrom('meeting')
    .innerJoin('enrolment', 'enrolment.workshopId', 'meeting.workshopId')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('organisation', 'organisation.id', 'enrolment.organisationId')
    .leftJoin('attendance', (join) =>
      join
        .onRef('attendance.meetingId', '=', 'meeting.id')
        .onRef('attendance.enrolmentId', '=', 'enrolment.id'),
    )
    .select(['enrolment.id as enrolmentId', 'person.id as personId', 'person.givenName', 'person.familyName'])
    .select(['organisation.name as organisation'])
    .select(['attendance.status', 'attendance.units', 'attendance.recordedAt'])
    .where('meeting.id', '=', meetingId)
    .where('enrolment.status', '=', 'confirmed')
    .execute()
  return attendees.sort(byName)
}

/** How many teaching units a person has attended in all. */
export async function unitsAttended(db: Db, personId: string): Promise<number> {
  const { units } = await db
    .selectFrom('attendance')
    .innerJoin('enrolment', 'enrolment.id', 'attendance.enrolmentId')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('attendance.units'), eb.lit(0)).as('units'))
    .where('enrolment.personId', '=', personId)
    .executeTakeFirstOrThrow()
  return units
}

/** The units attended in each of these enrolments; those for which nothing is recorded are not in the map. */
export async function unitsByEnrolment(
  db: Db,
  enrolmentIds: readonly string[],
): Promise<Map<string, number>> {
  if (enrolmentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('attendance')
    .select(['enrolmentId', (eb) => eb.fn.sum<number>('units').as('units')])
    .where('enrolmentId', 'in', enrolmentIds)
    .groupBy('enrolmentId')
    .execute()
  return new Map(rows.map(({ enrolmentId, units }) => [enrolmentId, units]))
}

/** Who was there at all, at one meeting at least: these are asked for their feedback. */
export function attendedBy(
  db: Db,
  workshopId: string,
): Promise<{ personId: string; organisationId: string }[]> {
  return db
    .selectFrom('enrolment')
    .select(['personId', 'organisationId'])
    .where('workshopId', '=', workshopId)
    .where('status', '=', 'confirmed')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('attendance')
          .select('attendance.units')
          .whereRef('attendance.enrolmentId', '=', 'enrolment.id')
          .where('attendance.status', 'in', ['present', 'partial']),
      ),
    )
    .orderBy('queueNumber')
    .execute()
}
