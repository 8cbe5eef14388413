// Certificates as people look at them: the own ones, those of a workshop, and the one that a code belongs to.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import {
  standingOf,
  type AttendanceRecord,
  type CertificateContent,
  type RevocationKind,
  type Standing,
} from '#app/domain/certificate.ts'
import type { Locale } from '#app/domain/locale.ts'
import { byName, displayName } from '#app/domain/person.ts'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type Revocation = { kind: RevocationKind; reason: string | null; at: Date }

export type Certificate = Row<'certificate'> & {
  content: CertificateContent
  revocation: Revocation | undefined
}

/** What the content must still give: nobody shows or hands out a document that was changed. */
export function fingerprint(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Undefined when there is none, when it was erased, and when its text no longer gives its fingerprint. */
export async function getCertificate(db: Db, id: string): Promise<Certificate | undefined> {
  const row = await whole(db).where('certificate.id', '=', id).executeTakeFirst()
  return row && intact(row)
}

/** One query, whether there is such a code or not: the time of the answer tells nothing. */
export async function getCertificateByCode(db: Db, code: string): Promise<Certificate | undefined> {
  const row = await whole(db).where('certificate.code', '=', code).executeTakeFirst()
  return row && intact(row)
}

/** Everything that somebody was ever certified and that was not replaced, the latest first. */
export async function listOwnCertificates(db: Db, personId: string): Promise<Certificate[]> {
  const rows = await whole(db)
    .where('certificate.personId', '=', personId)
    .where(notReplaced)
    .orderBy('certificate.issuedAt', 'desc')
    .orderBy('certificate.id')
    .execute()
  return rows.flatMap((row) => intact(row) ?? [])
}

/** What the certificates of a workshop say, by certificate; without those whose text is gone or was changed. */
export async function listContents(db: Db, workshopId: string): Promise<Map<string, CertificateContent>> {
  const rows = await whole(db).where('certificate.workshopId', '=', workshopId).where(notReplaced).execute()
  return new Map(rows.flatMap((row) => intact(row) ?? []).map(({ id, content }) => [id, content]))
}

/** How many certificates of a workshop hold. */
export async function countCertificates(db: Db, workshopId: string): Promise<number> {
  const { count } = await db
    .selectFrom('certificate')
    .leftJoin('certificateRevocation as revoked', 'revoked.certificateId', 'certificate.id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('certificate.workshopId', '=', workshopId)
    .where('revoked.certificateId', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type HistoryLine = {
  id: string
  code: string
  issuedAt: Date
  issuedBy: string
  unitsAttended: number
  unitsPlanned: number
  revocation: (Revocation & { by: string }) | undefined
}

/** All certificates of one enrolment, the first one first: what was corrected stays to be seen. */
export async function listHistory(db: Db, enrolmentId: string): Promise<HistoryLine[]> {
  const rows = await db
    .selectFrom('certificate')
    .innerJoin('person as issuer', 'issuer.id', 'certificate.issuedBy')
    .leftJoin('certificateRevocation as revocation', 'revocation.certificateId', 'certificate.id')
    .leftJoin('person as revoker', 'revoker.id', 'revocation.revokedBy')
    .select(['certificate.id', 'code', 'issuedAt', 'unitsAttended', 'unitsPlanned'])
    .select(['issuer.givenName', 'issuer.familyName'])
    .select(['revocation.kind', 'revocation.reason', 'revocation.revokedAt'])
    .select(['revoker.givenName as revokerGivenName', 'revoker.familyName as revokerFamilyName'])
    .where('certificate.enrolmentId', '=', enrolmentId)
    .orderBy('issuedAt')
    .orderBy('certificate.id')
    .execute()
  return rows.map(({ givenName, familyName, revokerGivenName, revokerFamilyName, ...row }) => {
    const revocation = revocationIn(row)
    const by = displayName({ givenName: revokerGivenName ?? '', familyName: revokerFamilyName ?? '' })
    return {
      ...{ id: row.id, code: row.code, issuedAt: row.issuedAt },
      ...{ unitsAttended: row.unitsAttended, unitsPlanned: row.unitsPlanned },
      issuedBy: displayName({ givenName, familyName }),
      revocation: revocation && { ...revocation, by },
    }
  })
}

function whole(db: Db) {
  return db
    .selectFrom('certificate')
    .innerJoin('certificateContent', 'certificateContent.certificateId', 'certificate.id')
    .leftJoin('certificateRevocation as revocation', 'revocation.certificateId', 'certificate.id')
    .selectAll('certificate')
    .select('certificateContent.content')
    .select(['revocation.kind', 'revocation.reason', 'revocation.revokedAt'])
}

const notReplaced = sql<boolean>`not exists (select from certificate next where next.replaces = certificate.id)`

type Revoked = { kind: RevocationKind | null; reason: string | null; revokedAt: Date | null }

function revocationIn({ kind, reason, revokedAt }: Revoked): Revocation | undefined {
  return kind && revokedAt ? { kind, reason, at: revokedAt } : undefined
}

function intact(row: Row<'certificate'> & Revoked & { content: string }): Certificate | undefined {
  const { kind, reason, revokedAt, content, ...certificate } = row
  if (fingerprint(content) !== certificate.sha256) return undefined
  const revocation = revocationIn({ kind, reason, revokedAt })
  return { ...certificate, content: JSON.parse(content) as CertificateContent, revocation }
}

/** The certificate of an enrolment that none has replaced. */
export type LastCertificate = {
  id: string
  code: string
  enrolmentId: string
  unitsPlanned: number
  unitsAttended: number
  issuedAt: Date
  revoked: RevocationKind | null
}

/** Somebody with a place in a workshop that took place: what is recorded, and what follows from it. */
export type CertificateLine = AttendanceRecord & {
  enrolmentId: string
  personId: string
  workshopId: string
  givenName: string
  familyName: string
  locale: Locale
  organisation: string
  titleDe: string
  titleEn: string | null
  endsAt: Date
  last: LastCertificate | undefined
  standing: Standing
}

type Whose = { workshopId: string } | { personId: string }

/** Everybody with a place in a workshop by name, or everything in which somebody had a place, the latest first. */
export async function listStandings(db: Db, whose: Whose, overPercent: number): Promise<CertificateLine[]> {
  const rows = await records(db, whose)
  const last = new Map((await listLast(db, whose)).map((one) => [one.enrolmentId, one]))
  const lines = rows.map((row) => {
    const certificate = last.get(row.enrolmentId)
    return { ...row, last: certificate, standing: standingOf(row, certificate, overPercent) }
  })
  if ('workshopId' in whose) return lines.sort(byName)
  return lines.sort((one, other) => other.endsAt.getTime() - one.endsAt.getTime())
}

function records(db: Db, whose: Whose) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('organisation', 'organisation.id', 'enrolment.organisationId')
    .innerJoin('workshop', 'workshop.id', 'enrolment.workshopId')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .select(['enrolment.id as enrolmentId', 'enrolment.personId', 'enrolment.workshopId'])
    .select(['person.givenName', 'person.familyName', 'person.locale', 'organisation.name as organisation'])
    .select(['course.titleDe', 'course.titleEn'])
    .select([
      ofMeetings<number>(sql`sum(units)`).as('unitsPlanned'),
      ofMeetings<number>(sql`count(*)`).as('meetings'),
      ofMeetings<Date>(sql`max(ends_at)`).as('endsAt'),
      ofAttendance(sql`coalesce(sum(units), 0)`).as('unitsAttended'),
      ofAttendance(sql`count(*)`).as('meetingsRecorded'),
    ])
    .where('enrolment.status', '=', 'confirmed')
    .where('workshop.calledOffAt', 'is', null)
    .$if('workshopId' in whose, (query) =>
      query.where('enrolment.workshopId', '=', 'workshopId' in whose ? whose.workshopId : ''),
    )
    .$if('personId' in whose, (query) =>
      query.where('enrolment.personId', '=', 'personId' in whose ? whose.personId : ''),
    )
    .execute()
}

type Fragment = ReturnType<typeof sql>

const ofMeetings = <T>(what: Fragment) =>
  sql<T>`(select ${what} from meeting where meeting.workshop_id = enrolment.workshop_id)`
const ofAttendance = (what: Fragment) =>
  sql<number>`(select ${what} from attendance where attendance.enrolment_id = enrolment.id)`

function listLast(db: Db, whose: Whose): Promise<LastCertificate[]> {
  const [column, value] =
    'workshopId' in whose
      ? (['certificate.workshopId', whose.workshopId] as const)
      : (['certificate.personId', whose.personId] as const)
  return db
    .selectFrom('certificate')
    .leftJoin('certificateRevocation as revocation', 'revocation.certificateId', 'certificate.id')
    .select(['certificate.id', 'code', 'enrolmentId', 'unitsPlanned', 'unitsAttended', 'issuedAt'])
    .select('revocation.kind as revoked')
    .where(column, '=', value)
    .where(notReplaced)
    .execute()
}
