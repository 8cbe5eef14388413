import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { inGroups } from '#app/domain/certificate-code.ts'
import { loader as ownPage } from '#app/routes/certificates/list.tsx'
import { loader as pdf } from '#app/routes/certificates/pdf.ts'
import { action as revoke, loader as revokePage } from '#app/routes/certificates/revoke.tsx'
import { action as again, loader as showPage } from '#app/routes/certificates/show.tsx'
import { action as check, headers, loader as verifyPage } from '#app/routes/certificates/verify.tsx'
import { action as issue, loader as workshopPage } from '#app/routes/certificates/workshop.tsx'
import { recordAttendance } from '#db/attendance.ts'
import { listOwnCertificates } from '#db/certificates.ts'
import { enrol } from '#db/enrolments.ts'
import { getWorkshop } from '#db/workshops.ts'
import { db } from '#tests/database.ts'
import {
  aContext,
  anOrganisation,
  aPerson,
  aRequest,
  args,
  aWorkshop,
  days,
  hours,
  requestAs,
} from '#tests/factories.ts'

const NOW = new Date()
type Someone = { id: string }

/** A workshop that ended yesterday; each with the units of four that they attended, or nothing recorded. */
async function aClass(attended: Record<string, number | null>) {
  const trainer = await aPerson({ roles: ['trainer'] })
  const startsAt = days(-1, NOW)
  const { id } = await aWorkshop({ startsAt, trainerIds: [trainer.id] })
  const meetingId = (await getWorkshop(db, id))!.meetings[0]!.id
  const people: Record<string, Someone> = {}
  for (const [familyName, units] of Object.entries(attended)) {
    const person = await aPerson({ familyName })
    const wish = { workshopId: id, personId: person.id, organisationId: null, by: person.id }
    const result = await enrol(db, wish, days(-20, NOW))
    if (!result.ok) throw new Error(result.refusal)
    people[familyName] = person
    if (units === null) continue
    const status = units === 4 ? 'present' : units === 0 ? 'absent' : 'partial'
    const entries = [{ enrolmentId: result.id, status, units } as const]
    await recordAttendance(db, { meetingId, entries, by: trainer.id }, hours(4, startsAt))
  }
  return { id, trainer, people, path: `/workshops/${id}/certificates` }
}

type Class = Awaited<ReturnType<typeof aClass>>

const issueAs = async (who: Someone, { id, path }: Class) =>
  issue(args(await requestAs(who, path, {}), { workshopId: id }))
const workshopPageAs = async (who: Someone, { id, path }: Class, query = '') =>
  workshopPage(args(await requestAs(who, path + query), { workshopId: id }))
const certificateOf = async (who: Someone) => (await listOwnCertificates(db, who.id))[0]!

const callAs = async <T>(
  who: Someone,
  handler: (given: ReturnType<typeof args>) => T,
  certificateId: string,
  form?: Record<string, string>,
) => handler(args(await requestAs(who, `/certificates/${certificateId}`, form), { certificateId }))

async function anIssued() {
  const group = await aClass({ Adler: 4 })
  await issueAs(group.trainer, group)
  const { Adler } = group.people
  return { ...group, owner: Adler!, certificate: await certificateOf(Adler!) }
}

const anyPlace = () => aContext({ clientAddress: randomUUID() })
const verify = (code: string, context = anyPlace()) =>
  verifyPage(args(aRequest(`/verify/${code}`), { code }, context))

test('a trainer sees who gets a certificate, who does not and why, and issues them with one button', async () => {
  const group = await aClass({ Adler: 4, Braun: 3, Chrobok: 2, Dietze: 0, Engel: null })

  const page = await workshopPageAs(group.trainer, group)
  expect(page.closed).toBeNull()
  expect(page.lines.map(({ name, standing }) => [name, standing])).toEqual([
    ['Ada Adler', 'earned'],
    ['Ada Braun', 'earned'],
    ['Ada Chrobok', 'too-little'],
    ['Ada Dietze', 'absent'],
    ['Ada Engel', 'open'],
  ])
  const answer = (await issueAs(group.trainer, group)) as Response
  expect(answer.headers.get('Location')).toBe(`${group.path}?issued=2`)
  const after = await workshopPageAs(group.trainer, group, '?issued=2')
  expect(after.done).toBe(2)
  expect(after.lines.filter(({ standing }) => standing === 'issued')).toHaveLength(2)
})

test('nobody else sees that list: no participant, no training officer, no trainer of another workshop', async () => {
  const group = await aClass({ Adler: 4 })
  const organisation = await anOrganisation()
  const officer = await aPerson({ roles: ['trainingOfficer'], officerOf: [organisation.id] })
  for (const who of [group.people.Adler!, officer, await aPerson({ roles: ['trainer'] })]) {
    await expect(workshopPageAs(who, group)).rejects.toMatchObject({ status: 403 })
    await expect(issueAs(who, group)).rejects.toMatchObject({ status: 403 })
  }
})

test('too early, or for nobody, the answer is a reason', async () => {
  const trainer = await aPerson({ roles: ['trainer'] })
  const { id } = await aWorkshop({ startsAt: days(3, NOW), trainerIds: [trainer.id] })
  const early = { id, trainer, people: {}, path: `/workshops/${id}/certificates` }
  expect((await workshopPageAs(trainer, early)).closed).toBe('not-over')
  expect(await issueAs(trainer, early)).toMatchObject({
    data: { refusal: 'not-over' },
    init: { status: 409 },
  })
})

test('the own list holds all certificates with the units of each year, and says why there is none', async () => {
  const group = await aClass({ Adler: 3, Braun: 1 })
  await issueAs(group.trainer, group)
  const ownAs = async (who: Someone) => ownPage(args(await requestAs(who, '/certificates')))

  const adler = await ownAs(group.people.Adler!)
  expect(adler.years).toMatchObject([{ units: 3, lines: [{ title: 'Netze verstehen', revoked: false }] }])
  expect(adler.without).toEqual([])
  const braun = await ownAs(group.people.Braun!)
  expect(braun.years).toEqual([])
  expect(braun.without).toMatchObject([{ standing: 'too-little', unitsAttended: 1, unitsPlanned: 4 }])
})

test('the file is for its owner, the leaders and the coordinators, and the same each time', async () => {
  const { owner, trainer, certificate } = await anIssued()
  const coordinator = await aPerson({ roles: ['coordinator'] })
  const bytes = async (who: Someone) => {
    const response = await callAs(who, pdf, certificate.id)
    expect(response.headers.get('Content-Type')).toBe('application/pdf')
    return Buffer.from(await response.arrayBuffer()).toString('base64')
  }
  const first = await bytes(owner)
  expect(await bytes(trainer)).toBe(first)
  expect(await bytes(coordinator)).toBe(first)
  await expect(callAs(await aPerson(), pdf, certificate.id)).rejects.toMatchObject({ status: 403 })
  await expect(callAs(owner, pdf, randomUUID())).rejects.toMatchObject({ status: 404 })
})

test('a visitor reads the content of a code without signing in, however it is typed', async () => {
  const { certificate } = await anIssued()
  const { code, content } = certificate

  expect(await verify(inGroups(code))).toMatchObject({ data: { state: 'valid', content } })
  const typed = `${inGroups(code).toLowerCase().replaceAll('-', ' ')} `
  const answer = (await check(args(aRequest('/verify', { code: typed }), {}, anyPlace()))) as Response
  expect(answer.headers.get('Location')).toBe(`/verify/${inGroups(code)}`)
  expect(headers({} as never)).toEqual({ 'X-Robots-Tag': 'noindex, nofollow' })
})

test('a slip of the hand is said at once, a code that belongs to nothing is unknown', async () => {
  const wrong = await check(args(aRequest('/verify', { code: '7KCD-X3PM-W9V2' }), {}, anyPlace()))
  expect(wrong).toMatchObject({ data: { problem: 'mistyped' }, init: { status: 400 } })
  expect(await check(args(aRequest('/verify', { code: ' ' }), {}, anyPlace()))).toMatchObject({
    data: { problem: 'empty' },
  })
  expect(await verify('2222-2222-2222')).toMatchObject({ data: { state: 'unknown' }, init: { status: 404 } })
  expect(await verify('nonsense')).toMatchObject({ data: { state: 'mistyped' }, init: { status: 404 } })
})

test('whoever checks very often has to wait a quarter of an hour', async () => {
  const context = anyPlace()
  for (let time = 0; time < 60; time += 1) await verify('2222-2222-2222', context)
  expect(await verify('2222-2222-2222', context)).toMatchObject({
    data: { state: 'tooMany' },
    init: { status: 429 },
  })
  expect(await verify('2222-2222-2222')).toMatchObject({ data: { state: 'unknown' } })
})

test('a coordinator revokes with a reason, which visitor and owner read; a trainer cannot', async () => {
  const { certificate, trainer, owner } = await anIssued()
  const coordinator = await aPerson({ roles: ['coordinator'] })
  await expect(callAs(trainer, revoke, certificate.id, { reason: 'Nein' })).rejects.toMatchObject({
    status: 403,
  })
  expect(await callAs(coordinator, revoke, certificate.id, { reason: ' ' })).toMatchObject({
    data: { errors: { reason: 'required' } },
    init: { status: 400 },
  })

  const answer = (await callAs(coordinator, revoke, certificate.id, { reason: 'Verwechslung' })) as Response
  expect(answer.headers.get('Location')).toBe(`/certificates/${certificate.id}`)
  expect(await verify(certificate.code)).toMatchObject({
    data: { state: 'revoked', revocation: { kind: 'withdrawn', reason: 'Verwechslung' } },
  })
  expect(await callAs(owner, showPage, certificate.id)).toMatchObject({ isOwn: true, mayRevoke: false })
  expect(await callAs(coordinator, revokePage, certificate.id)).toMatchObject({ isRevoked: true })
  expect(await callAs(coordinator, revoke, certificate.id, { reason: 'Noch einmal' })).toMatchObject({
    init: { status: 409 },
  })
})

test('when the reason has gone, a new one is issued under a new code, and both are in the history', async () => {
  const { certificate, owner } = await anIssued()
  const coordinator = await aPerson({ roles: ['coordinator'] })
  expect(await callAs(coordinator, again, certificate.id, {})).toMatchObject({ init: { status: 409 } })
  await callAs(coordinator, revoke, certificate.id, { reason: 'Verwechslung' })
  expect(await callAs(coordinator, showPage, certificate.id)).toMatchObject({ mayIssueAgain: true })

  const answer = (await callAs(coordinator, again, certificate.id, {})) as Response
  const now = await certificateOf(owner)
  expect(answer.headers.get('Location')).toBe(`/certificates/${now.id}?done=again`)
  expect(now.code).not.toBe(certificate.code)
  expect((await callAs(owner, showPage, now.id)).history).toHaveLength(2)
})

test('training with another provider stands beside the own certificates once it is confirmed', async () => {
  const [ada, organisation] = [await aPerson(), await anOrganisation()]
  const facts = { name: 'Nachweis.pdf', mediaType: 'application/pdf', size: 4, sha256: 'a'.repeat(64) }
  const file = await db
    .insertInto('file')
    .values({ ...facts, content: new Uint8Array(4), uploadedBy: ada.id, uploadedAt: NOW })
    .returning('id')
    .executeTakeFirstOrThrow()
  const proof = {
    ...{ personId: ada.id, organisationId: organisation.id, provider: 'KISA', units: 8, fileId: file.id },
    ...{ courseId: null, submittedAt: NOW, attendedOn: '2026-03-01', decidedBy: null, reason: null },
  }
  const confirmed = {
    ...proof,
    id: randomUUID(),
    title: 'Firewalls',
    decision: 'confirmed',
    decidedAt: NOW,
  } as const
  const waiting = { ...proof, id: randomUUID(), title: 'Wartet noch', decision: null, decidedAt: null }
  await db.insertInto('proof').values([confirmed, waiting]).execute()

  const { elsewhere } = await ownPage(args(await requestAs(ada, '/certificates')))
  expect(elsewhere).toEqual([
    { id: confirmed.id, attendedOn: '2026-03-01', title: 'Firewalls', provider: 'KISA', units: 8 },
  ])
})
