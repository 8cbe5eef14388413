import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { AttendanceStatus } from '#app/domain/attendance.ts'
import { readCode } from '#app/domain/certificate-code.ts'
import { recordAttendance, recordIn } from '#db/attendance.ts'
import { issueCertificates, revokeCertificate } from '#db/certificate-issue.ts'
import {
  getCertificate,
  getCertificateByCode,
  listHistory,
  listOwnCertificates,
  listStandings,
} from '#db/certificates.ts'
import { enrol } from '#db/enrolments.ts'
import { changeWorkshop, type WorkshopPlan } from '#db/workshop-plans.ts'
import { getWorkshop, lockWorkshop } from '#db/workshops.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aCourse, aPerson, aWorkshop, days, hours, NOW } from '#tests/factories.ts'

const START = days(14)
const OVER = days(2, START)
const verifyAt = 'https://lernkreis.example/verify'
type Mark = AttendanceStatus | number

/** A workshop of two meetings of four units; each person with what they attended, or nothing recorded. */
async function aClass(marks: Record<string, readonly [Mark, Mark] | null>, locale: 'de' | 'en' = 'de') {
  const meetings = [START, days(1, START)].map((startsAt) => ({
    startsAt,
    endsAt: hours(3, startsAt),
    units: 4,
  }))
  const course = await aCourse({ titleEn: 'Understanding networks' })
  const { id } = await aWorkshop({ meetings, courseId: course.id })
  const people: Record<string, { id: string; enrolmentId: string }> = {}
  for (const familyName of Object.keys(marks)) {
    const person = await aPerson({ familyName, locale })
    const wish = { workshopId: id, personId: person.id, organisationId: null, by: person.id }
    const result = await enrol(db, wish, NOW)
    if (!result.ok) throw new Error(result.refusal)
    people[familyName] = { id: person.id, enrolmentId: result.id }
  }
  const workshop = (await getWorkshop(db, id))!
  const group = { id, course, trainer: workshop.trainerIds[0]!, meetings: workshop.meetings, people }
  for (const [name, both] of Object.entries(marks)) {
    for (const [nth, mark] of (both ?? []).entries()) await markOf(group, name, nth, mark)
  }
  return group
}

type Class = Awaited<ReturnType<typeof aClass>>

function markOf(group: Class, name: string, nth: number, mark: Mark, now = OVER) {
  const enrolmentId = group.people[name]!.enrolmentId
  const entry =
    typeof mark === 'number'
      ? { enrolmentId, status: 'partial' as const, units: mark }
      : { enrolmentId, status: mark, units: null }
  return recordAttendance(
    db,
    { meetingId: group.meetings[nth]!.id, entries: [entry], by: group.trainer },
    now,
  )
}

const issue = (group: Class, now = OVER, again?: string) =>
  issueCertificates(db, { workshopId: group.id, by: group.trainer, verifyAt, ...(again && { again }) }, now)

const mailsTo = (personId: string) =>
  db
    .selectFrom('outbox')
    .select(['kind', 'data'])
    .where('personId', '=', personId)
    .where('kind', 'like', 'certificate-%')
    .orderBy('createdAt')
    .execute()

const last = async (personId: string) => (await listOwnCertificates(db, personId))[0]

test('whoever attended more than half gets a certificate, all in one go, and each one mail', async () => {
  const group = await aClass({
    Adler: ['present', 'present'],
    Braun: ['present', 2],
    Chrobok: ['present', 'absent'],
  })

  expect(await issue(group)).toEqual({ ok: true, issued: 2, told: 1 })
  const { Adler, Braun, Chrobok } = group.people
  expect(await last(Adler!.id)).toMatchObject({ unitsAttended: 8, unitsPlanned: 8 })
  expect(await last(Braun!.id)).toMatchObject({ unitsAttended: 6, unitsPlanned: 8 })
  expect(await last(Chrobok!.id)).toBeUndefined()
  expect((await mailsTo(Adler!.id)).map(({ kind }) => kind)).toEqual(['certificate-issued'])
  expect(await mailsTo(Chrobok!.id)).toMatchObject([
    { kind: 'certificate-not-earned', data: { unitsAttended: 4, unitsPlanned: 8, overPercent: 50 } },
  ])
})

test('pressed twice, nobody gets two, and nobody reads twice why there is none', async () => {
  const group = await aClass({ Adler: ['present', 'present'], Braun: [1, 'absent'] })
  await issue(group)

  expect(await issue(group, hours(1, OVER))).toEqual({ ok: true, issued: 0, told: 1 })
  expect(await listHistory(db, group.people.Adler!.enrolmentId)).toHaveLength(1)
  expect(await mailsTo(group.people.Braun!.id)).toHaveLength(1)
})

test('whose attendance is not complete waits, and whoever was never there is not written to', async () => {
  const group = await aClass({ Adler: ['present', 'present'], Braun: null, Chrobok: ['absent', 'excused'] })
  await markOf(group, 'Braun', 0, 'present')

  const lines = await listStandings(db, { workshopId: group.id }, 50)
  expect(lines.map(({ familyName, standing }) => [familyName, standing])).toEqual([
    ['Adler', 'earned'],
    ['Braun', 'open'],
    ['Chrobok', 'absent'],
  ])
  expect(await issue(group)).toEqual({ ok: true, issued: 1, told: 0 })
  await markOf(group, 'Braun', 1, 'present')
  expect(await issue(group)).toEqual({ ok: true, issued: 1, told: 0 })
  expect(await mailsTo(group.people.Chrobok!.id)).toEqual([])
})

test('nothing is issued before the last meeting, for nobody, or when nobody is ready', async () => {
  const group = await aClass({ Adler: null })
  expect(await issue(group, START)).toEqual({ ok: false, refusal: 'not-over' })
  expect(await issue(group)).toEqual({ ok: false, refusal: 'none-ready' })
  expect(await issue(await aClass({}))).toEqual({ ok: false, refusal: 'nobody' })
})

test('it says in the language of the person what was certified, frozen', async () => {
  const group = await aClass({ Adler: ['present', 3] }, 'en')
  await issue(group)

  const { content } = (await last(group.people.Adler!.id))!
  expect(content).toMatchObject({
    ...{
      format: 1,
      locale: 'en',
      name: 'Ada Adler',
      title: 'Understanding networks',
      place: 'Rathaus, Raum 1',
    },
    ...{ online: false, goals: 'Störungen selbst eingrenzen.', unitsPlanned: 8, unitsAttended: 7 },
    ...{ issuedOn: '2026-03-27', verifyAt },
  })
  expect(content.meetings).toHaveLength(2)
  expect(readCode(content.code)).toEqual({ ok: true, code: content.code })
})

test('it stays what it was when course, workshop and person change or go', async () => {
  const group = await aClass({ Adler: ['present', 'present'] })
  await issue(group)
  const { Adler } = group.people
  const before = (await last(Adler!.id))!

  await db.updateTable('course').set({ titleDe: 'Anders' }).where('id', '=', group.course.id).execute()
  await db
    .updateTable('person')
    .set({ familyName: 'Neu', givenName: 'Neu' })
    .where('id', '=', Adler!.id)
    .execute()
  for (const { id } of group.meetings) await db.deleteFrom('attendance').where('meetingId', '=', id).execute()
  expect(await getCertificateByCode(db, before.code)).toEqual(before)
  expect(before.content).toMatchObject({ name: 'Ada Adler', title: 'Netze verstehen' })
})

test('a correction of attendance takes the old one back and issues a new one; both can be seen', async () => {
  const group = await aClass({ Adler: ['present', 'present'], Braun: ['present', 'present'] })
  await issue(group)
  const { Adler, Braun } = group.people
  const old = (await last(Adler!.id))!

  await markOf(group, 'Adler', 1, 2, hours(1, OVER))

  expect(await getCertificateByCode(db, old.code)).toMatchObject({
    revocation: { kind: 'corrected', reason: null },
  })
  const now = (await last(Adler!.id))!
  expect(now).toMatchObject({ unitsAttended: 6, replaces: old.id, revocation: undefined })
  expect(now.content.verifyAt).toBe(verifyAt)
  expect(
    (await listHistory(db, Adler!.enrolmentId)).map(({ unitsAttended, revocation }) => [
      unitsAttended,
      revocation?.kind,
    ]),
  ).toEqual([
    [8, 'corrected'],
    [6, undefined],
  ])
  expect((await mailsTo(Adler!.id)).map(({ data }) => data)).toMatchObject([
    { replaces: false },
    { replaces: true },
  ])
  expect(await listHistory(db, Braun!.enrolmentId)).toHaveLength(1)
})

test('after a correction below the share there is no new one, and the person reads why', async () => {
  const group = await aClass({ Adler: ['present', 'present'] })
  await issue(group)
  await markOf(group, 'Adler', 1, 'absent', hours(1, OVER))

  const { Adler } = group.people
  expect(await last(Adler!.id)).toMatchObject({ revocation: { kind: 'corrected' } })
  expect((await mailsTo(Adler!.id)).map(({ kind }) => kind)).toEqual([
    'certificate-issued',
    'certificate-revoked',
  ])
  await markOf(group, 'Adler', 1, 'present')
  expect(await issue(group, hours(2, OVER))).toMatchObject({ issued: 1 })
  expect(await listHistory(db, Adler!.enrolmentId)).toHaveLength(2)
})

/** As the form sends it: everything as it stands, but for what is changed. */
async function change(group: Class, more: Partial<WorkshopPlan>, now = hours(1, OVER)) {
  const workshop = (await getWorkshop(db, group.id))!
  const { id, version, place, onlineUrl, capacity, minimum, enrolUntil, withdrawUntil } = workshop
  const { note, trainerIds, meetings } = workshop
  const form = { id, version, place, onlineUrl, capacity, minimum, enrolUntil, withdrawUntil }
  return changeWorkshop(db, group.trainer, { ...form, note, trainerIds, meetings, ...more }, now)
}

test('a meeting is not added to what is certified, and nobody loses a certificate by trying', async () => {
  const group = await aClass({ Adler: ['present', 'present'], Braun: ['present', 'present'] })
  await issue(group)
  const next = days(7, OVER)
  const meetings = [...group.meetings, { id: null, startsAt: next, endsAt: hours(3, next), units: 4 }]

  expect(await change(group, { meetings })).toEqual({ ok: false, refusal: 'certified' })
  for (const { id } of Object.values(group.people)) {
    expect(await last(id)).toMatchObject({ unitsPlanned: 8, revocation: undefined })
    expect(await mailsTo(id)).toHaveLength(1)
  }
  const by = (await aPerson({ roles: ['coordinator'] })).id
  for (const { id } of Object.values(group.people)) {
    const certificate = (await last(id))!
    await revokeCertificate(db, { id: certificate.id, by, reason: 'Es geht weiter' }, hours(1, OVER))
  }
  expect(await change(group, { meetings })).toEqual({ ok: true })
})

test('day and place that are put right later stand in new certificates; the old ones no longer hold', async () => {
  const group = await aClass({ Adler: ['present', 'present'], Braun: ['present', 'absent'] })
  await issue(group)
  const { Adler, Braun } = group.people
  const old = (await last(Adler!.id))!
  expect(await change(group, { note: 'Danke!' })).toEqual({ ok: true })
  expect(await last(Adler!.id)).toEqual(old)

  const [first, second] = group.meetings
  const begins = hours(1, first!.startsAt)
  const moved = { ...first!, startsAt: begins, endsAt: hours(3, begins) }
  expect(await change(group, { place: 'Bürgerhaus', meetings: [moved, second!] })).toEqual({ ok: true })

  expect(await getCertificateByCode(db, old.code)).toMatchObject({ revocation: { kind: 'corrected' } })
  const now = (await last(Adler!.id))!
  expect(now).toMatchObject({ replaces: old.id, revocation: undefined, unitsAttended: 8 })
  expect(now.content).toMatchObject({ place: 'Bürgerhaus', verifyAt })
  expect(now.content.meetings[0]).toEqual({
    startsAt: begins.toISOString(),
    endsAt: hours(3, begins).toISOString(),
  })
  expect((await mailsTo(Adler!.id)).map(({ kind }) => kind)).toEqual([
    'certificate-issued',
    'certificate-issued',
  ])
  expect((await mailsTo(Braun!.id)).map(({ kind }) => kind)).toEqual(['certificate-not-earned'])
})

test('a meeting that people have attended is not moved ahead of them', async () => {
  const group = await aClass({ Adler: ['present', 'present'] })
  const [first] = group.meetings
  const next = days(7, OVER)
  const meetings = [first!, { ...group.meetings[1]!, startsAt: next, endsAt: hours(3, next) }]
  expect(await change(group, { meetings })).toEqual({ ok: false, refusal: 'attendance-recorded' })
})

testOnPostgres('while certificates are issued, nobody adds a meeting beside them', async () => {
  const group = await aClass({ Adler: ['present', 'present'] })
  const next = days(7, OVER)
  const meetings = [...group.meetings, { id: null, startsAt: next, endsAt: hours(3, next), units: 4 }]
  const [issued, changed] = await Promise.all([issue(group), change(group, { meetings })])
  expect([issued.ok, changed.ok].filter(Boolean)).toHaveLength(1)
})

test('what was revoked does not come again by itself, only when somebody asks for it', async () => {
  const group = await aClass({ Adler: ['present', 'present'] })
  await issue(group)
  const { Adler } = group.people
  const old = (await last(Adler!.id))!
  const by = (await aPerson({ roles: ['coordinator'] })).id
  const reason = 'Doppelt ausgestellt'

  expect(await revokeCertificate(db, { id: old.id, by, reason }, hours(1, OVER))).toEqual({ ok: true })
  expect(await revokeCertificate(db, { id: old.id, by, reason }, hours(1, OVER))).toEqual({
    ok: false,
    refusal: 'revoked-before',
  })
  expect(await getCertificate(db, old.id)).toMatchObject({ revocation: { kind: 'withdrawn', reason } })
  expect(await issue(group)).toEqual({ ok: false, refusal: 'none-ready' })

  expect(await issue(group, hours(2, OVER), Adler!.enrolmentId)).toEqual({ ok: true, issued: 1, told: 0 })
  expect(await last(Adler!.id)).toMatchObject({ replaces: old.id, revocation: undefined })
  expect((await mailsTo(Adler!.id)).map(({ kind }) => kind)).toEqual([
    'certificate-issued',
    'certificate-revoked',
    'certificate-issued',
  ])
})

test('what was rewritten in the database is no certificate any more', async () => {
  const group = await aClass({ Adler: ['present', 'present'] })
  await issue(group)
  const { id, code, content } = (await last(group.people.Adler!.id))!
  const rewrite = db.updateTable('certificateContent').set({ content: '{}' }).where('certificateId', '=', id)
  await expect(rewrite.execute()).rejects.toThrow()

  await db.deleteFrom('certificateContent').where('certificateId', '=', id).execute()
  expect(await getCertificateByCode(db, code)).toBeUndefined()
  const forged = JSON.stringify({ ...content, name: 'Somebody Else' })
  await db.insertInto('certificateContent').values({ certificateId: id, content: forged }).execute()
  expect(await getCertificateByCode(db, code)).toBeUndefined()
})

test('the database itself takes no second certificate for one enrolment', async () => {
  const group = await aClass({ Adler: ['present', 'present'] })
  await issue(group)
  const row = await db
    .selectFrom('certificate')
    .selectAll()
    .where('workshopId', '=', group.id)
    .executeTakeFirstOrThrow()
  const twin = { ...row, id: randomUUID(), code: '234567892345' }
  await expect(db.insertInto('certificate').values(twin).execute()).rejects.toThrow(
    'certificate_line_begins_once',
  )
})

testOnPostgres('two leaders who press at once issue one certificate for each', async () => {
  const group = await aClass({ Adler: ['present', 'present'], Braun: ['present', 'present'] })
  const results = await Promise.all([issue(group), issue(group), issue(group)])

  expect(results.filter((result) => result.ok && result.issued === 2)).toHaveLength(1)
  for (const { enrolmentId } of Object.values(group.people))
    expect(await listHistory(db, enrolmentId)).toHaveLength(1)
})

testOnPostgres('a certificate that a correction is replacing is not withdrawn beside it', async () => {
  const group = await aClass({ Adler: ['present', 'present'] })
  await issue(group)
  const { id: personId, enrolmentId } = group.people.Adler!
  const old = (await last(personId))!
  const by = (await aPerson({ roles: ['coordinator'] })).id
  const withdrawal = { id: old.id, by, reason: 'Doppelt ausgestellt' }
  const entry = { enrolmentId, status: 'partial' as const, units: 2 }

  const withdrawn = await db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, group.id)
    const answer = revokeCertificate(db, withdrawal, OVER)
    // Without the lock it has long been done by now, and the correction issues beside it.
    await Promise.race([answer, setTimeout(500)])
    const how = { by: group.trainer, reason: 'late-proof' as const }
    const corrected = await recordIn(trx, { workshop, meeting: workshop.meetings[1]! }, [entry], how, OVER)
    expect(corrected).toEqual({ ok: true, changed: 1 })
    return { answer }
  })
  expect(await withdrawn.answer).toEqual({ ok: false, refusal: 'revoked-before' })
  expect(await getCertificate(db, old.id)).toMatchObject({ revocation: { kind: 'corrected' } })
  expect(await last(personId)).toMatchObject({ replaces: old.id, revocation: undefined })
})
