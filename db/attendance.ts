import {
  correctionNeedsReason,
  rollCallClosedBecause,
  unitsFor,
  type AttendanceRefusal,
  type AttendanceStatus,
  type AttendanceWay,
  type CorrectionReason,
} from '#app/domain/attendance.ts'
import { byName } from '#app/domain/person.ts'
import { audit } from '#db/audit.ts'
import { correctCertificates } from '#db/certificate-issue.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { getMeeting, type Meeting } from '#db/meetings.ts'
import { getRollCall } from '#db/roll-calls.ts'
import type { Row } from '#db/schema.ts'
import { lockWorkshop, type Workshop } from '#db/workshops.ts'

export type AttendanceEntry = {
  enrolmentId: string
  status: AttendanceStatus
  /** Only with 'partial': how many units somebody was there. */
  units: number | null
}

type How = { by: string; via?: AttendanceWay; reason?: CorrectionReason | undefined }
type RecordRequest = How & { meetingId: string; entries: readonly AttendanceEntry[] }
export type RecordResult = { ok: true; changed: number } | { ok: false; refusal: AttendanceRefusal }

/**
 * Writes down who was there; whoever is not in the list stays as they were. All or nothing: one entry that
 * cannot be is a reason to write none. Every real change gets its line in the history.
 */
export function recordAttendance(
  db: Db,
  { meetingId, entries, ...how }: RecordRequest,
  now: Date,
): Promise<RecordResult> {
  return withMeeting<RecordResult>(db, meetingId, async (trx, workshop, meeting) => {
    const closed = rollCallClosedBecause(meeting, workshop, now)
    if (closed) return { ok: false, refusal: closed }
    return recordIn(trx, { workshop, meeting }, entries, how, now)
  }).then((result) => result ?? { ok: false, refusal: 'meeting-gone' })
}

/** Runs a command on one meeting under the lock of its workshop; undefined when the meeting is gone. */
export async function withMeeting<T>(
  db: Db,
  meetingId: string,
  command: (trx: Trx, workshop: Workshop, meeting: Meeting) => Promise<T>,
): Promise<T | undefined> {
  const known = await getMeeting(db, meetingId)
  if (!known) return undefined
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, known.workshopId)
    const meeting = workshop.meetings.find(({ id }) => id === meetingId)
    return meeting && command(trx, workshop, meeting)
  })
}

/** The workshop that is locked, and which of its meetings it is about. */
export type Occasion = { workshop: Workshop; meeting: Meeting }

/** The same inside a command that holds the lock of the workshop. */
export async function recordIn(
  trx: Trx,
  { workshop, meeting }: Occasion,
  entries: readonly AttendanceEntry[],
  { by, via = 'list', reason }: How,
  now: Date,
): Promise<RecordResult> {
  const before = await listAttendance(trx, meeting.id)
  const records: NewRecord[] = []
  let corrects = false
  for (const { enrolmentId, status, units: given } of byEnrolment(entries)) {
    const attendee = before.find((one) => one.enrolmentId === enrolmentId)
    if (!attendee) return { ok: false, refusal: 'not-enrolled' }
    const units = unitsFor(status, given, meeting.units)
    if (units === null) return { ok: false, refusal: 'units-wrong' }
    if (attendee.status === status && attendee.units === units) continue
    corrects ||= attendee.status !== null
    records.push({ meetingId: meeting.id, enrolmentId, status, units, recordedBy: by, recordedAt: now })
  }
  const isFinished = correctionNeedsReason(meeting, await getRollCall(trx, meeting.id), now)
  if (corrects && isFinished && !reason) return { ok: false, refusal: 'reason-missing' }
  await write(trx, records, { via, reason: corrects && isFinished ? reason : undefined })
  await correctCertificates(trx, workshop, by, now)
  const details = { changed: records.length, ...(via !== 'list' && { via }), ...(reason && { reason }) }
  await audit(trx, by, 'attendance:record', meeting.id, now, details)
  return { ok: true, changed: records.length }
}

/** Of each person only the last entry. */
function byEnrolment(entries: readonly AttendanceEntry[]): Iterable<AttendanceEntry> {
  return new Map(entries.map((one) => [one.enrolmentId, one])).values()
}

type NewRecord = Row<'attendance'>

async function write(
  trx: Trx,
  records: NewRecord[],
  { via, reason }: { via: AttendanceWay; reason: CorrectionReason | undefined },
): Promise<void> {
  if (records.length === 0) return
  const lines = records.map((record) => ({ ...record, via, reason: reason ?? null }))
  await trx.insertInto('attendanceEvent').values(lines).execute()
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
  recordedBy: string | null
  /** Who recorded it. */
  writer: { givenName: string; familyName: string } | undefined
  /** From which the code on the sign-in sheet comes. */
  queueNumber: number
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
    .select(['attendance.status', 'attendance.units', 'attendance.recordedAt', 'attendance.recordedBy'])
    .leftJoin('person as writer', 'writer.id', 'attendance.recordedBy')
    .select(['enrolment.queueNumber', 'writer.givenName as writerGiven', 'writer.familyName as writerFamily'])
    .where('meeting.id', '=', meetingId)
    .where('enrolment.status', '=', 'confirmed')
    .execute()
  return attendees
    .map(({ writerGiven, writerFamily, ...attendee }) => ({
      ...attendee,
      writer:
        writerGiven === null || writerFamily === null
          ? undefined
          : { givenName: writerGiven, familyName: writerFamily },
    }))
    .sort(byName)
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
