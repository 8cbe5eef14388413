// A town with something in every table that concerns it, and what must never leave with it, marked as such.

import { randomUUID } from 'node:crypto'
import { fingerprint } from '#db/certificates.ts'
import type { NewRow } from '#db/schema.ts'
import { db } from '#tests/database.ts'
import {
  aCourse,
  aMembership,
  anOrganisation,
  aPerson,
  aRole,
  aWorkshop,
  days,
  hours,
  NOW,
  TODAY,
} from '#tests/factories.ts'
import { aReleasedRound } from '#tests/reporting.ts'

/** Stands in everything that no file may hold. */
export const SECRET = 'streng-geheim'
const START = days(-20)

/** Merged into another town long ago, though its people have gone on as if nothing had happened. */
export async function aLeavingTown() {
  const [successor, association] = [await anOrganisation(), await anOrganisation({ kind: 'association' })]
  const town = await anOrganisation({
    ...{ municipalityKind: 'Stadt', population: 9_000, populationDate: '2024-12-31', source: 'Destatis' },
    ...{ labelLongitude: 13.5, labelLatitude: 51.2, validUntil: '2026-01-31', successorId: successor.id },
  })
  const pair = { associationId: association.id, municipalityId: town.id }
  await db
    .insertInto('associationMember')
    .values([
      { ...pair, fromDate: '2020-01-01', untilDate: '2021-12-31' },
      { ...pair, fromDate: '2024-01-01', untilDate: null },
    ])
    .execute()
  const officer = await aPerson({ organisationId: town.id, officerOf: [town.id], familyName: 'Beauftragt' })
  const ada = await aPerson({ organisationId: town.id, familyName: 'Lovelace', passwordHash: SECRET })
  const grace = await aPerson({ organisationId: town.id, familyName: 'Hopper' })
  await factsOf(town.id, officer.id)
  for (const { id } of [town, association]) await agreementsOf(id)
  await aMembership({
    personId: grace.id,
    organisationId: town.id,
    fromDate: '2020-01-01',
    untilDate: '2021-12-31',
  })
  await aRole({
    ...{ personId: grace.id, role: 'trainingOfficer', organisationId: town.id, assignedBy: officer.id },
    ...{ fromDate: '2020-01-01', untilDate: '2021-12-31' },
  })
  const enrolled = await enrolmentsOf(town.id, ada.id, grace.id)
  await proofOf(town.id, ada.id, officer.id)
  await measuresBy(officer.id)
  await secretsOf(ada.id, enrolled)
  return { town, successor, association, officer, ada, grace, ...enrolled }
}

async function factsOf(organisationId: string, by: string): Promise<void> {
  const period = { organisationId, fromDate: '2025-01-01', untilDate: '2025-12-31' }
  await db
    .insertInto('participation')
    .values({ ...period, declaration: 'Ratsbeschluss 12/2024' })
    .execute()
  const days = { fromDate: '2026-05-04', untilDate: '2026-05-08', reason: 'Wahl' }
  await db
    .insertInto('blockedPeriod')
    .values({ id: randomUUID(), organisationId, ...days, createdBy: by, createdAt: NOW })
    .execute()
  await db
    .insertInto('approvalRule')
    .values({
      ...{ organisationId, kind: 'approve', remindAfterDays: 2, limitDays: 5, silence: 'reject' },
      ...{ approverName: 'Berta Amt', approverEmail: 'berta@rathaus.example' },
      ...{ deputyName: 'Carl Amt', deputyEmail: 'carl@rathaus.example' },
    })
    .execute()
}

async function agreementsOf(organisationId: string): Promise<void> {
  await db
    .insertInto('agreement')
    .values([
      { organisationId, kind: 'data-protection', state: 'signed', signedOn: '2025-01-02' },
      { organisationId, kind: 'task-transfer', state: 'in-progress' },
      { organisationId, kind: 'staff-council', state: 'not-needed' },
    ])
    .execute()
}

async function enrolmentsOf(organisationId: string, adaId: string, graceId: string) {
  const course = await aCourse({ titleEn: 'Understanding networks' })
  const over = { courseId: course.id, startsAt: START, calledOffAt: days(-1, START), callOffReason: 'krank' }
  const workshop = await aWorkshop(over)
  const { id: meetingId } = await db
    .selectFrom('meeting')
    .select('id')
    .where('workshopId', '=', workshop.id)
    .executeTakeFirstOrThrow()
  const coordinator = await aPerson({ roles: ['coordinator'], organisationId: null })
  const [first, second] = [randomUUID(), randomUUID()]
  const common = { workshopId: workshop.id, organisationId, seat: 'online', wantsRoom: true } as const
  const offer = {
    status: 'offered',
    enrolledAt: days(-40),
    enrolledBy: coordinator.id,
    offerUntil: days(-30),
  } as const
  await db
    .insertInto('enrolment')
    .values([
      {
        ...common,
        id: first,
        personId: adaId,
        status: 'confirmed',
        enrolledAt: days(-41),
        enrolledBy: adaId,
      },
      { ...common, ...offer, id: second, personId: graceId, substituteOf: first },
    ])
    .execute()
  await db
    .insertInto('enrolmentEvent')
    .values([
      { enrolmentId: first, toStatus: 'waiting', at: days(-41), byPersonId: adaId, reason: 'full' },
      { enrolmentId: first, fromStatus: 'waiting', toStatus: 'confirmed', at: days(-40), seat: 'online' },
      { enrolmentId: second, toStatus: 'offered', at: days(-40), byPersonId: coordinator.id },
    ])
    .execute()
  const asked = { requestedAt: days(-39), remindAt: days(-37), remindedAt: days(-37), decideUntil: days(-34) }
  const no = { decision: 'rejected', decidedAs: 'deputy', reason: 'staffing', decidedAt: days(-36) } as const
  await db
    .insertInto('approval')
    .values({ enrolmentId: first, ...asked, silence: 'reject', ...no })
    .execute()
  const mark = {
    status: 'partial',
    units: 3,
    recordedBy: coordinator.id,
    recordedAt: hours(4, START),
  } as const
  await db
    .insertInto('attendance')
    .values({ meetingId, enrolmentId: first, ...mark })
    .execute()
  const old = await certificateOf(adaId, workshop.id, first, coordinator.id, null)
  const revoked = { certificateId: old, revokedBy: coordinator.id, revokedAt: NOW }
  await db
    .insertInto('certificateRevocation')
    .values({ ...revoked, kind: 'withdrawn', reason: 'Versehen' })
    .execute()
  const certificateId = await certificateOf(adaId, workshop.id, first, coordinator.id, old)
  return { workshopId: workshop.id, meetingId, enrolmentId: first, certificateId }
}

const SIGNS = '23456789CDFHJKMNPRTVWXY'
const aCode = () =>
  Array.from(randomUUID().replaceAll('-', '').slice(0, 12), (sign) => SIGNS[parseInt(sign, 16)]).join('')

async function certificateOf(
  personId: string,
  workshopId: string,
  enrolmentId: string,
  issuedBy: string,
  replaces: string | null,
): Promise<string> {
  const code = aCode()
  const content = JSON.stringify({ format: 1, code, title: 'Netze verstehen' })
  const row: NewRow<'certificate'> = {
    ...{ code, personId, workshopId, enrolmentId, unitsPlanned: 4, unitsAttended: 3, replaces },
    ...{ issuedOn: TODAY, issuedBy, issuedAt: replaces ? hours(1) : NOW, sha256: fingerprint(content) },
  }
  const { id } = await db.insertInto('certificate').values(row).returning('id').executeTakeFirstOrThrow()
  await db.insertInto('certificateContent').values({ certificateId: id, content }).execute()
  return id
}

async function proofOf(organisationId: string, personId: string, decidedBy: string): Promise<void> {
  const content = new TextEncoder().encode(SECRET)
  const about = { name: 'nachweis.pdf', mediaType: 'application/pdf', size: content.length, sha256: 'ab12' }
  const { id: fileId } = await db
    .insertInto('file')
    .values({ organisationId, ...about, content, uploadedBy: personId, uploadedAt: NOW })
    .returning('id')
    .executeTakeFirstOrThrow()
  const decision = { decision: 'returned', decidedAt: NOW, decidedBy, reason: 'Unleserlich.' } as const
  await db
    .insertInto('proof')
    .values({
      ...{ id: randomUUID(), personId, organisationId, fileId, title: 'Grundschutz', provider: 'SAKD' },
      ...{
        attendedOn: '2026-01-20',
        units: 8,
        courseId: (await aCourse()).id,
        submittedAt: NOW,
        ...decision,
      },
    })
    .execute()
}

async function measuresBy(createdBy: string): Promise<void> {
  const title = `Bewertung ${randomUUID()}`
  await aReleasedRound({ title })
  const { id: roundId } = await db
    .selectFrom('evaluationRound')
    .select('id')
    .where('title', '=', title)
    .executeTakeFirstOrThrow()
  const dropped = {
    title: 'Mehr Termine',
    owner: 'Kompetenzstelle',
    state: 'dropped',
    reason: 'Kein Raum',
  } as const
  await db
    .insertInto('measure')
    .values({ id: randomUUID(), roundId, ...dropped, createdBy, createdAt: NOW, changedAt: NOW })
    .execute()
  const text = { roundId, itemKey: 'praise', body: SECRET }
  await db.insertInto('textAnswer').values(text).execute()
  await db.insertInto('invitationBucket').values({ roundId, bucket: 0 }).execute()
  await db
    .insertInto('ballot')
    .values({ roundId, bucket: 0, sealed: new TextEncoder().encode(SECRET) })
    .execute()
}

type Enrolled = { meetingId: string; enrolmentId: string; workshopId: string }

async function secretsOf(personId: string, { meetingId, enrolmentId, workshopId }: Enrolled): Promise<void> {
  const later = days(9)
  await db
    .insertInto('loginToken')
    .values({ tokenHash: `${SECRET}-1`, personId, kind: 'login', expiresAt: later })
    .execute()
  await db
    .insertInto('mailLink')
    .values({ tokenHash: `${SECRET}-2`, purpose: 'approver', enrolmentId, expiresAt: later })
    .execute()
  await db
    .insertInto('calendarFeed')
    .values({ personId, tokenHash: `${SECRET}-3`, createdAt: NOW })
    .execute()
  const asked = {
    id: randomUUID(),
    workshopId,
    askedBy: personId,
    body: SECRET,
    mayName: false,
    askedAt: NOW,
  }
  await db.insertInto('workshopQuestion').values(asked).execute()
  const objection = { id: randomUUID(), meetingId, enrolmentId, status: 'present', units: 4 } as const
  await db
    .insertInto('attendanceObjection')
    .values({ ...objection, note: SECRET, raisedAt: NOW })
    .execute()
  const mail = {
    uniqueKey: SECRET,
    kind: 'workshop-message',
    personId,
    address: 'a@b.example',
    locale: 'de',
  } as const
  await db
    .insertInto('outbox')
    .values({ ...mail, data: JSON.stringify({ body: SECRET }), createdAt: NOW, nextAttemptAt: later })
    .execute()
  await db
    .insertInto('learning')
    .values({ personId, courseId: (await aCourse({ titleDe: SECRET })).id, startedAt: NOW })
    .execute()
}
