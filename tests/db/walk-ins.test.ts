import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { decideByLink } from '#db/approvals.ts'
import { listAttendance } from '#db/attendance.ts'
import { listLog } from '#db/enrolment-log.ts'
import { enrol, getEnrolment, withdraw } from '#db/enrolments.ts'
import { addPerson, getPerson } from '#db/people.ts'
import { listOpenWalkIns } from '#db/walk-in-lists.ts'
import { addWalkIn, admit, getWalkIn, inviteWalkIn, leaveWalkIn, settleWalkIn } from '#db/walk-ins.ts'
import { aClass, type Class } from '#tests/a-class.ts'
import { anApprovingTown, linkTo, mailsTo as mailsOfApprover } from '#tests/approving.ts'
import { db } from '#tests/database.ts'
import { aMembership, aPerson, days, NOW } from '#tests/factories.ts'

const come = ({ meetingId, trainer }: Class, personId: string, id = randomUUID()) =>
  admit(db, { id, meetingId, personId, by: trainer.id }, NOW)

async function mailsTo(personId: string): Promise<string[]> {
  const mails = await db.selectFrom('outbox').select('kind').where('personId', '=', personId).execute()
  return mails.map(({ kind }) => kind)
}

async function aGuest(group: Class, name = 'Grace Hopper') {
  const guest = { name, email: 'grace@lernkreis.example', organisation: 'Riesa' }
  const id = randomUUID()
  const { meetingId, trainer } = group
  expect(await addWalkIn(db, { id, meetingId, ...guest, by: trainer.id }, NOW)).toEqual({ ok: true })
  return id
}

test('somebody with an account is admitted, is present, has a seat, and is told', async () => {
  const group = await aClass(['Adler'], NOW)
  const person = await aPerson({ familyName: 'Zufall' })
  const id = randomUUID()

  expect(await come(group, person.id, id)).toEqual({ ok: true })
  expect(await come(group, person.id, id)).toEqual({ ok: true })
  const list = await listAttendance(db, group.meetingId)
  expect(list.map(({ familyName, status }) => [familyName, status])).toEqual([
    ['Adler', null],
    ['Zufall', 'present'],
  ])
  expect((await listLog(db, id)).map(({ reason }) => reason)).toEqual(['walk-in'])
  expect(await mailsTo(person.id)).toEqual(['walk-in-recorded'])
})

test('whoever waited for a seat gets it by coming, with the enrolment they have', async () => {
  const group = await aClass(['Adler'], NOW, { capacity: 1 })
  const person = await aPerson()
  const wish = { workshopId: group.workshopId, personId: person.id, organisationId: null, by: person.id }
  const waiting = await enrol(db, wish, days(-20))
  expect(waiting).toMatchObject({ ok: true, status: 'waiting' })

  const id = randomUUID()
  expect(await come(group, person.id, id)).toEqual({ ok: true })
  expect(await come(group, person.id, id)).toEqual({ ok: true })
  expect(await listAttendance(db, group.meetingId)).toHaveLength(2)
  expect(await mailsTo(person.id)).toEqual(['enrolment-waiting', 'walk-in-recorded'])
})

/** Somebody of a town that approves, with what became of their request, if they ever enrolled. */
async function ofApprovingTown(group: Class, request: 'none' | 'open' | 'rejected' | 'approved') {
  const town = await anApprovingTown()
  const person = await aPerson({ organisationId: town.id, familyName: 'Genehmigung' })
  if (request === 'none') return { town, person, enrolmentId: '' }
  const wish = { workshopId: group.workshopId, personId: person.id, organisationId: null, by: person.id }
  const enrolled = await enrol(db, wish, days(-20))
  if (!enrolled.ok) throw new Error(enrolled.refusal)
  if (request !== 'open') {
    const answer = { verdict: request, reason: null }
    expect(await decideByLink(db, await linkTo(town), answer, days(-19))).toEqual({ ok: true })
  }
  return { town, person, enrolmentId: enrolled.id }
}

test.each(['none', 'open', 'rejected'] as const)(
  'without approval of the town (%s) coming gives no seat: they are noted, once, and the office is asked',
  async (request) => {
    const group = await aClass([], NOW)
    const { town, person, enrolmentId } = await ofApprovingTown(group, request)
    const id = randomUUID()

    expect(await come(group, person.id, id)).toEqual({ ok: true, noted: true })
    expect(await come(group, person.id, id)).toEqual({ ok: true, noted: true })
    expect(await come(group, person.id)).toEqual({ ok: false, refusal: 'already-on-list' })
    expect(await getWalkIn(db, id)).toMatchObject({ personId: person.id, organisation: town.name, units: 4 })
    expect(await listOpenWalkIns(db)).toContainEqual(expect.objectContaining({ id, personId: person.id }))
    expect(await listAttendance(db, group.meetingId)).toEqual([])
    expect(await mailsTo(person.id)).not.toContain('walk-in-recorded')
    if (request === 'open') expect(await getEnrolment(db, enrolmentId)).toMatchObject({ status: 'requested' })
  },
)

test('the office lets it count only when it says so, and the log says what was missing', async () => {
  const group = await aClass([], NOW)
  const { person } = await ofApprovingTown(group, 'rejected')
  const id = randomUUID()
  await come(group, person.id, id)
  const office = await aPerson({ roles: ['coordinator'] })
  const wish = { id, personId: person.id, by: office.id }

  expect(await settleWalkIn(db, wish, NOW)).toEqual({ ok: false, refusal: 'approval-missing' })
  expect(await getWalkIn(db, id)).toMatchObject({ settledAt: null })
  expect(await settleWalkIn(db, { ...wish, withoutApproval: true }, NOW)).toEqual({ ok: true })
  expect(await getWalkIn(db, id)).toMatchObject({ name: '', personId: null, settledAt: NOW })
  const [line] = await listAttendance(db, group.meetingId)
  expect(line).toMatchObject({ personId: person.id, status: 'present' })
  const log = await listLog(db, line?.enrolmentId ?? '')
  expect(log.map(({ reason }) => reason)).toEqual(['walk-in-unapproved'])
})

test('a guest who turns out to be of a town that has not approved is settled the same way', async () => {
  const group = await aClass([], NOW)
  const { person } = await ofApprovingTown(group, 'none')
  const id = await aGuest(group)
  const wish = { id, personId: person.id, by: group.trainer.id }

  expect(await settleWalkIn(db, wish, NOW)).toEqual({ ok: false, refusal: 'approval-missing' })
  expect(await getWalkIn(db, id)).toMatchObject({ name: 'Grace Hopper', settledAt: null })
  expect(await settleWalkIn(db, { ...wish, withoutApproval: true }, NOW)).toEqual({ ok: true })
})

test('an approval that is still open is answered by the town, not by the office', async () => {
  const group = await aClass([], NOW)
  const { person, enrolmentId } = await ofApprovingTown(group, 'open')
  const id = randomUUID()
  await come(group, person.id, id)

  const wish = { id, personId: person.id, by: group.trainer.id, withoutApproval: true }
  expect(await settleWalkIn(db, wish, NOW)).toEqual({ ok: false, refusal: 'approval-open' })
  expect(await getEnrolment(db, enrolmentId)).toMatchObject({ status: 'requested' })
})

test('whoever was approved and had withdrawn comes back without asking; a town that is informed reads of it', async () => {
  const group = await aClass([], NOW)
  const { person, enrolmentId } = await ofApprovingTown(group, 'approved')
  await withdraw(db, { enrolmentId, by: person.id }, days(-10))
  expect(await come(group, person.id)).toEqual({ ok: true })

  const town = await anApprovingTown({ kind: 'inform' })
  expect(await come(group, (await aPerson({ organisationId: town.id })).id)).toEqual({ ok: true })
  expect(await mailsOfApprover(town)).toMatchObject([{ kind: 'approval-inform' }])
})

/** Somebody of two towns that both approve, served one longer than the other, who enrolled for the other one. */
async function ofTwoTowns(group: Class) {
  const [first, second] = [await anApprovingTown(), await anApprovingTown()]
  const person = await aPerson({ organisationId: first.id })
  await aMembership({ personId: person.id, organisationId: second.id, fromDate: '2025-01-02' })
  const wish = { workshopId: group.workshopId, personId: person.id, by: person.id }
  const enrolled = await enrol(db, { ...wish, organisationId: second.id }, days(-20))
  if (!enrolled.ok) throw new Error(enrolled.refusal)
  await decideByLink(db, await linkTo(second), { verdict: 'approved', reason: null }, days(-19))
  await withdraw(db, { enrolmentId: enrolled.id, by: person.id }, days(-10))
  return { first, second, person }
}

test('whoever serves two towns comes for the one that has approved', async () => {
  const group = await aClass([], NOW)
  const { second, person } = await ofTwoTowns(group)
  const id = randomUUID()
  expect(await come(group, person.id, id)).toEqual({ ok: true })
  expect(await getEnrolment(db, id)).toMatchObject({ organisationId: second.id, status: 'confirmed' })
})

test('what one town has approved is no approval of another', async () => {
  const group = await aClass([], NOW)
  const { first, second, person } = await ofTwoTowns(group)
  const until = { untilDate: '2026-01-01' }
  await db.updateTable('membership').set(until).where('organisationId', '=', second.id).execute()
  const id = randomUUID()
  expect(await come(group, person.id, id)).toEqual({ ok: true, noted: true })
  expect(await getWalkIn(db, id)).toMatchObject({ organisation: first.name })
})

test('a page that was used for somebody else before is out of date, and nothing breaks', async () => {
  const group = await aClass([], NOW)
  const [first, second] = [await aPerson(), await aPerson()]
  const id = randomUUID()
  expect(await come(group, first.id, id)).toEqual({ ok: true })
  expect(await come(group, second.id, id)).toEqual({ ok: false, refusal: 'page-outdated' })
  expect(await listAttendance(db, group.meetingId)).toHaveLength(1)

  const [noted, other] = [await ofApprovingTown(group, 'none'), await ofApprovingTown(group, 'none')]
  const note = randomUUID()
  expect(await come(group, noted.person.id, note)).toEqual({ ok: true, noted: true })
  expect(await come(group, other.person.id, note)).toEqual({ ok: false, refusal: 'page-outdated' })

  const elsewhere = await aClass([], NOW)
  const guest = { id: await aGuest(group), name: 'x', email: null, organisation: null }
  const wish = { ...guest, meetingId: elsewhere.meetingId, by: elsewhere.trainer.id }
  expect(await addWalkIn(db, wish, NOW)).toEqual({ ok: false, refusal: 'page-outdated' })
})

test('nobody is admitted twice, trainers are not, and the list must be open', async () => {
  const group = await aClass(['Adler'], NOW)
  expect(await come(group, group.people[0]!.id)).toEqual({ ok: false, refusal: 'already-on-list' })
  expect(await come(group, group.trainer.id)).toEqual({ ok: false, refusal: 'is-trainer' })
  const nobody = await aPerson({ organisationId: null })
  expect(await come(group, nobody.id)).toEqual({ ok: false, refusal: 'no-organisation' })
  const later = await aClass([], days(3))
  expect(await come(later, (await aPerson()).id)).toEqual({ ok: false, refusal: 'not-started' })
})

test('somebody without account is noted once; the office says who it is, and the name typed at the door goes', async () => {
  const group = await aClass([], NOW)
  const id = await aGuest(group)
  const { meetingId, trainer } = group
  await addWalkIn(db, { id, meetingId, name: 'x', email: null, organisation: null, by: trainer.id }, NOW)
  expect(await getWalkIn(db, id)).toMatchObject({ name: 'Grace Hopper', status: 'present', units: 4 })

  const person = await aPerson({ givenName: 'Grace', familyName: 'Hopper' })
  const office = await aPerson({ roles: ['coordinator'] })
  expect(await settleWalkIn(db, { id, personId: person.id, by: office.id }, days(12))).toEqual({ ok: true })
  expect(await getWalkIn(db, id)).toMatchObject({ name: '', email: null, organisation: null })
  expect(await listAttendance(db, meetingId)).toMatchObject([{ familyName: 'Hopper', status: 'present' }])
  expect(await mailsTo(person.id)).toEqual(['walk-in-recorded'])
  expect(await settleWalkIn(db, { id, personId: person.id, by: office.id }, days(12))).toEqual({
    ok: false,
    refusal: 'already-settled',
  })
})

async function aNewcomer(guestId: string) {
  const { id: serves } = await db.selectFrom('organisation').select('id').executeTakeFirstOrThrow()
  return {
    id: randomUUID(),
    givenName: 'Grace',
    familyName: 'Hopper',
    email: `grace.${guestId}@lernkreis.example`,
    locale: 'de' as const,
    membership: { organisationId: serves, audience: 'user' as const },
    roles: ['participant' as const],
    invite: true,
  }
}

test('inviting makes the account, the invitation and the record in one step, or nothing of it', async () => {
  const group = await aClass([], NOW)
  const id = await aGuest(group)
  const office = await aPerson({ roles: ['coordinator'] })
  const person = await aNewcomer(id)
  const homeless = { ...person, membership: null }
  expect(await inviteWalkIn(db, { id, person: homeless, by: office.id }, NOW)).toEqual({
    ok: false,
    refusal: 'no-organisation',
  })
  expect(await mailsTo(person.id)).toEqual([])

  expect(await inviteWalkIn(db, { id, person, by: office.id }, NOW)).toEqual({ ok: true })
  expect((await mailsTo(person.id)).sort()).toEqual(['invitation', 'walk-in-recorded'])
})

test('whoever was noted with an account gets no second one, whatever a page from before still sends', async () => {
  const group = await aClass([], NOW)
  const { person } = await ofApprovingTown(group, 'rejected')
  const id = randomUUID()
  await come(group, person.id, id)
  const second = await aNewcomer(id)
  const wish = { id, person: second, by: group.trainer.id, withoutApproval: true }
  expect(await inviteWalkIn(db, wish, NOW)).toEqual({ ok: false, refusal: 'has-account' })
  expect(await getPerson(db, second.id)).toBeUndefined()
  expect(await getWalkIn(db, id)).toMatchObject({ personId: person.id, settledAt: null })
})

test('whoever is invited days later was there all the same, though the account is younger than the meeting', async () => {
  const group = await aClass([], NOW)
  const id = await aGuest(group)
  const office = await aPerson({ roles: ['coordinator'] })
  const person = await aNewcomer(id)

  expect(await inviteWalkIn(db, { id, person, by: office.id }, days(5))).toEqual({ ok: true })
  expect(await listAttendance(db, group.meetingId)).toMatchObject([
    { personId: person.id, status: 'present' },
  ])
})

test('an account that was made after the meeting can be said to be the walk-in’s', async () => {
  const group = await aClass([], NOW)
  const id = await aGuest(group)
  const office = await aPerson({ roles: ['coordinator'] })
  const person = await aNewcomer(id)
  await addPerson(db, office.id, person, days(4))

  expect(await settleWalkIn(db, { id, personId: person.id, by: office.id }, days(5))).toEqual({ ok: true })
  expect(await listAttendance(db, group.meetingId)).toMatchObject([
    { personId: person.id, status: 'present' },
  ])
})

test('a guest may stay a guest', async () => {
  const group = await aClass([], NOW)
  const id = await aGuest(group)
  const office = await aPerson({ roles: ['coordinator'] })
  expect(await leaveWalkIn(db, { id, by: office.id }, NOW)).toEqual({ ok: true })
  expect(await getWalkIn(db, id)).toMatchObject({ name: 'Grace Hopper', enrolmentId: null, settledAt: NOW })
})
