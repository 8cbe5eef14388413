// The people of an organisation as they stand in its file. Only what concerns this organisation: somebody who serves
// two, or has served another one before, is in both files, each time with what happened for that one.

import { sql } from 'kysely'
import type { ExportView } from '#app/domain/organisation-export.ts'
import type { Db } from '#db/client.server.ts'

type Whose = { organisationId: string; view: ExportView; day: string }
/** People whose ids lie between these two, both included. */
type Part = { organisationId: string; from: string; until: string }

/** Whoever has served the organisation, acted for it as training officer, or was enrolled or had a proof for it. */
export async function listExportedIds(db: Db, organisationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person_id as id from membership where organisation_id = ${organisationId}
    union select person_id from role_assignment where organisation_id = ${organisationId}
    union select person_id from enrolment where organisation_id = ${organisationId}
    union select person_id from proof where organisation_id = ${organisationId}
    order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Some of these people, with all that happened for the organisation. Their ids are neighbours in the list of all. */
export async function listExportedPeople(db: Db, whose: Whose, ids: readonly string[]) {
  const [first, last] = [ids[0], ids.at(-1)]
  if (!first || !last) return []
  const part = { organisationId: whose.organisationId, from: first, until: last }
  const people = await namesOf(db, whose, ids)
  const memberships = byPerson(await listMemberships(db, part))
  const roles = byPerson(await listRoles(db, part))
  const enrolments = byPerson(await listEnrolments(db, part, whose.view === 'coordination'))
  const proofs = byPerson(await listProofs(db, part))
  return people.map(({ email, ...person }) => ({
    ...person,
    ...(whose.view === 'coordination' && { email }),
    memberships: memberships(person.id),
    roles: roles(person.id),
    enrolments: enrolments(person.id),
    proofs: proofs(person.id),
  }))
}

/** The address only of those who today serve this organisation alone: it may be that of the other employer. */
function namesOf(db: Db, { organisationId, day }: Whose, ids: readonly string[]) {
  const serves = sql`select from membership m where m.person_id = person.id and m.from_date <= ${day}
    and (m.until_date is null or m.until_date >= ${day}) and m.organisation_id`
  return db
    .selectFrom('person')
    .select(['id', 'givenName', 'familyName'])
    .select(
      sql<string | null>`case when exists (${serves} = ${organisationId})
        and not exists (${serves} <> ${organisationId}) then person.email end`.as('email'),
    )
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
}

type OfPerson = { personId: string }

/** What belongs to somebody, without saying once more whose it is. */
function byPerson<Row extends OfPerson>(rows: readonly Row[]): (id: string) => Omit<Row, 'personId'>[] {
  const groups = grouped(rows, ({ personId }) => personId)
  return (id) => groups(id).map(({ personId: _, ...row }) => row)
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): (key: string) => Row[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return (key) => groups.get(key) ?? []
}

/** Whose rows they are; said once, for without it the rows of another town would be in the file. */
function belongsTo(
  table: 'membership' | 'roleAssignment' | 'enrolment' | 'proof',
  { organisationId, from, until }: Part,
) {
  return sql<boolean>`${sql.ref(`${table}.organisationId`)} = ${organisationId}
    and ${sql.ref(`${table}.personId`)} between ${from} and ${until}`
}

function listMemberships(db: Db, part: Part) {
  return db
    .selectFrom('membership')
    .select(['personId', 'id', 'audience', 'fromDate', 'untilDate'])
    .where(belongsTo('membership', part))
    .orderBy('fromDate')
    .orderBy('id')
    .execute()
}

function listRoles(db: Db, part: Part) {
  return db
    .selectFrom('roleAssignment')
    .select(['personId', 'id', 'role', 'fromDate', 'untilDate'])
    .where(belongsTo('roleAssignment', part))
    .orderBy('fromDate')
    .orderBy('id')
    .execute()
}

/** Files by name and fingerprint: their content stays on the page of the proof. */
async function listProofs(db: Db, part: Part) {
  const rows = await db
    .selectFrom('proof')
    .innerJoin('file', 'file.id', 'proof.fileId')
    .select([
      'proof.personId',
      'proof.id',
      'proof.title',
      'proof.provider',
      'proof.attendedOn',
      'proof.units',
    ])
    .select(['proof.courseId', 'proof.submittedAt', 'proof.decision', 'proof.decidedAt', 'proof.reason'])
    .select(['file.id as fileId', 'file.name', 'file.mediaType', 'file.size', 'file.sha256'])
    .where(belongsTo('proof', part))
    .orderBy('proof.attendedOn')
    .orderBy('proof.id')
    .execute()
  return rows.map(({ fileId: id, name, mediaType, size, sha256, ...proof }) => ({
    ...proof,
    file: { id, name, mediaType, size, sha256 },
  }))
}

/** The organisation of an enrolment is the one for which it was made, wherever the person went later. */
function enrolmentsOf(db: Db, part: Part) {
  return db.selectFrom('enrolment').where(belongsTo('enrolment', part))
}

async function listEnrolments(db: Db, part: Part, isWhole: boolean) {
  const rows = await enrolmentsOf(db, part)
    .innerJoin('workshop', 'workshop.id', 'enrolment.workshopId')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .select([
      'enrolment.id',
      'enrolment.personId',
      'enrolment.workshopId',
      'enrolment.status',
      'enrolment.seat',
    ])
    .select(['enrolment.wantsRoom', 'enrolment.queueNumber', 'enrolment.enrolledAt', 'enrolment.enrolledBy'])
    .select(['enrolment.offerUntil', 'enrolment.substituteOf'])
    .select(['workshop.courseId', 'workshop.place', 'workshop.calledOffAt'])
    .select(['course.titleDe', 'course.titleEn'])
    .orderBy('enrolment.enrolledAt')
    .orderBy('enrolment.id')
    .execute()
  const meetings = grouped(await listMeetings(db, part), ({ workshopId }) => workshopId)
  const history = byEnrolment(await listHistory(db, part))
  const approvals = byEnrolment(await listApprovals(db, part))
  const attendance = isWhole ? byEnrolment(await listAttendance(db, part)) : undefined
  const certificates = isWhole ? byEnrolment(await listCertificates(db, part)) : undefined
  return rows.map((row) => {
    const { workshopId, courseId, titleDe, titleEn, place, calledOffAt, enrolledBy, ...enrolment } = row
    const { id, personId } = enrolment
    return {
      ...enrolment,
      enrolledBy: enrolledBy === personId ? 'self' : 'other',
      workshop: {
        ...{ id: workshopId, courseId, titleDe, titleEn, place, calledOffAt },
        meetings: meetings(workshopId).map(({ workshopId: _, ...meeting }) => meeting),
      },
      history: history(id).map(({ byPersonId, ...line }) => ({ ...line, by: actedBy(byPersonId, personId) })),
      approval: approvals(id)[0] ?? null,
      ...(attendance && { attendance: attendance(id) }),
      ...(certificates && { certificates: certificates(id) }),
    }
  })
}

/** Who did it, without a name: the person, somebody else, or the product by its rules. */
function actedBy(byPersonId: string | null, personId: string): 'self' | 'other' | 'rules' {
  if (byPersonId === null) return 'rules'
  return byPersonId === personId ? 'self' : 'other'
}

function byEnrolment<Row extends { enrolmentId: string }>(rows: readonly Row[]) {
  const groups = grouped(rows, ({ enrolmentId }) => enrolmentId)
  return (id: string): Omit<Row, 'enrolmentId'>[] => groups(id).map(({ enrolmentId: _, ...row }) => row)
}

function listMeetings(db: Db, part: Part) {
  return db
    .selectFrom('meeting')
    .select(['workshopId', 'id', 'startsAt', 'endsAt', 'units'])
    .where('workshopId', 'in', enrolmentsOf(db, part).select('enrolment.workshopId'))
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
}

function listHistory(db: Db, part: Part) {
  return enrolmentsOf(db, part)
    .innerJoin('enrolmentEvent as event', 'event.enrolmentId', 'enrolment.id')
    .select(['event.enrolmentId', 'event.at', 'event.fromStatus', 'event.toStatus', 'event.reason'])
    .select(['event.seat', 'event.byPersonId'])
    .orderBy('event.id')
    .execute()
}

function listApprovals(db: Db, part: Part) {
  return enrolmentsOf(db, part)
    .innerJoin('approval', 'approval.enrolmentId', 'enrolment.id')
    .select(['approval.enrolmentId', 'approval.requestedAt', 'approval.remindAt', 'approval.remindedAt'])
    .select(['approval.decideUntil', 'approval.silence', 'approval.decidedAt', 'approval.decision'])
    .select(['approval.decidedAs', 'approval.reason'])
    .execute()
}

function listAttendance(db: Db, part: Part) {
  return enrolmentsOf(db, part)
    .innerJoin('attendance', 'attendance.enrolmentId', 'enrolment.id')
    .innerJoin('meeting', 'meeting.id', 'attendance.meetingId')
    .select(['attendance.enrolmentId', 'attendance.meetingId', 'attendance.status', 'attendance.units'])
    .select('attendance.recordedAt')
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
    .execute()
}

/** With the frozen text as it was hashed, so that it can be checked anywhere; null once it is erased. */
async function listCertificates(db: Db, part: Part) {
  const rows = await enrolmentsOf(db, part)
    .innerJoin('certificate', 'certificate.enrolmentId', 'enrolment.id')
    .leftJoin('certificateContent as text', 'text.certificateId', 'certificate.id')
    .leftJoin('certificateRevocation as revocation', 'revocation.certificateId', 'certificate.id')
    .select(['certificate.enrolmentId', 'certificate.id', 'certificate.code', 'certificate.unitsPlanned'])
    .select(['certificate.unitsAttended', 'certificate.issuedOn', 'certificate.issuedAt'])
    .select(['certificate.replaces', 'certificate.sha256', 'text.content'])
    .select(['revocation.kind', 'revocation.reason', 'revocation.revokedAt'])
    .orderBy('certificate.issuedAt')
    .orderBy('certificate.id')
    .execute()
  return rows.map(({ kind, reason, revokedAt, ...certificate }) => ({
    ...certificate,
    state: kind === null ? 'valid' : kind,
    revocation: kind === null ? null : { kind, reason, revokedAt },
  }))
}
