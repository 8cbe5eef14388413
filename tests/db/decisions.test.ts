import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { recordAttendance, recordIn } from '#db/attendance.ts'
import { issueCertificates } from '#db/certificate-issue.ts'
import { listOwnCertificates } from '#db/certificates.ts'
import { callOffWorkshop, confirmWorkshop, mergeWorkshop } from '#db/decisions.ts'
import { enrol, withdraw } from '#db/enrolments.ts'
import { inviteToWorkshopFeedback, listWorkshopsToInvite } from '#db/feedback.ts'
import { answerByLink } from '#db/offer-links.ts'
import { acceptOffer } from '#db/offers.ts'
import { listCurrent } from '#db/queue.ts'
import { getWorkshop, lockWorkshop } from '#db/workshops.ts'
import { aClass, type Class } from '#tests/a-class.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aCourse, anOrganisation, aPerson, aWorkshop, days, hours, NOW } from '#tests/factories.ts'
import { feedbackMeans } from '#tests/urn.ts'

const PATIENCE = 120_000
const reason = 'Zusammengelegt mit einem anderen Termin.'

async function enrolPeople(workshopId: string, count: number): Promise<string[]> {
  const ids = []
  for (let n = 0; n < count; n++) {
    const { id: personId } = await aPerson()
    await enrol(db, { workshopId, personId, organisationId: null, by: personId }, NOW)
    ids.push(personId)
  }
  return ids
}

/** Two dates of one course, with so many people each. */
async function twoDates(
  first: { people: number },
  second: { people: number; capacity: number; startsAt?: Date },
) {
  const courseId = (await aCourse()).id
  const from = await aWorkshop({ courseId, minimum: 6 })
  const into = await aWorkshop({ courseId, startsAt: second.startsAt ?? days(21), capacity: second.capacity })
  return {
    ...{ from, into, by: (await aPerson({ roles: ['coordinator'] })).id },
    moving: await enrolPeople(from.id, first.people),
    there: await enrolPeople(into.id, second.people),
  }
}

async function mailsOf(kind: string, workshopId: string) {
  const mails = await db.selectFrom('outbox').selectAll().where('kind', '=', kind).execute()
  return mails.filter((mail) => JSON.stringify(mail.data).includes(workshopId))
}

test('confirming tells everybody once, and cannot be done twice', async () => {
  const workshop = await aWorkshop({ minimum: 6 })
  await enrolPeople(workshop.id, 2)
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  expect(await confirmWorkshop(db, by, workshop.id, NOW)).toEqual({ ok: true })
  expect(await confirmWorkshop(db, by, workshop.id, NOW)).toEqual({ ok: false, refusal: 'confirmed-already' })
  expect(await getWorkshop(db, workshop.id)).toMatchObject({ goingAt: NOW, goingBy: by })
  expect(await mailsOf('workshop-going', workshop.id)).toHaveLength(3)
})

const STARTS = days(1)

const record = ({ trainer }: Class, meetingId: string, enrolmentIds: string[], now: Date) =>
  recordAttendance(
    db,
    {
      ...{ meetingId, by: trainer.id },
      entries: enrolmentIds.map((enrolmentId) => ({ enrolmentId, status: 'present', units: null })),
    },
    now,
  )

/** Three meetings a day apart, of which Adler and Braun attended the first. */
async function afterTheFirst() {
  const group = await aClass(['Adler', 'Braun', 'Chrobok'], STARTS, { meetings: 3, capacity: 2 })
  const [first = ''] = group.meetingIds
  const seated = group.people.slice(0, 2).map(({ enrolmentId }) => enrolmentId)
  expect(await record(group, first, seated, STARTS)).toMatchObject({ ok: true })
  return group
}

test('once a meeting was attended, only those that are left are called off, and what was attended counts', async () => {
  const group = await afterTheFirst()
  const { workshopId: id, trainer, people, meetingIds } = group
  const now = hours(5, STARTS)
  const by = (await aPerson({ roles: ['coordinator'] })).id
  expect(await callOffWorkshop(db, by, { id, reason: 'Krankheit' }, now)).toEqual({ ok: true })

  expect(await getWorkshop(db, id)).toMatchObject({
    ...{ calledOffAt: null, restCalledOffAt: now, restCallOffReason: 'Krankheit' },
    meetings: [{ id: meetingIds[0] }],
  })
  expect((await listCurrent(db, id)).map(({ status }) => status)).toEqual([
    'confirmed',
    'confirmed',
    'waiting',
  ])
  expect(
    await issueCertificates(db, { workshopId: id, by: trainer.id, verifyAt: 'https://x.example' }, now),
  ).toEqual({ ok: true, issued: 2, told: 0 })
  const [certificate] = await listOwnCertificates(db, people[0]!.id)
  expect(certificate).toMatchObject({ unitsPlanned: 4, unitsAttended: 4 })
  expect(certificate?.content.meetings).toHaveLength(1)
  expect(await callOffWorkshop(db, by, { id, reason: 'Noch einmal' }, now)).toEqual({
    ok: false,
    refusal: 'over',
  })
})

test('those with a place, those in line and who leads it read which meetings go and why, and their calendars lose these alone', async () => {
  const { workshopId: id, trainer, people, meetingIds } = await afterTheFirst()
  const by = (await aPerson({ roles: ['coordinator'] })).id
  await callOffWorkshop(db, by, { id, reason: 'Krankheit' }, hours(5, STARTS))

  const mails = await mailsOf('workshop-rest-called-off', id)
  const readers = [...people.map((person) => person.id), trainer.id]
  expect(mails.map(({ personId }) => personId).sort()).toEqual(readers.sort())
  const mail = mails.find(({ personId }) => personId === people[0]!.id)
  const [second, third] = [days(1, STARTS), days(2, STARTS)].map((startsAt) => startsAt.toISOString())
  expect(mail?.data).toMatchObject({
    ...{ reason: 'Krankheit', left: [{ startsAt: second }, { startsAt: third }] },
    workshop: { meetings: [{ startsAt: STARTS.toISOString() }] },
    calendar: [
      { meetingId: meetingIds[1], cancelled: true },
      { meetingId: meetingIds[2], cancelled: true },
    ],
  })
  expect(await mailsOf('workshop-called-off', id)).toHaveLength(0)
})

test('whoever was still in line reads once, in other words, that the rest is called off', async () => {
  const { workshopId: id, people } = await afterTheFirst()
  const by = (await aPerson({ roles: ['coordinator'] })).id
  await callOffWorkshop(db, by, { id, reason: 'Krankheit' }, hours(5, STARTS))

  const mails = await mailsOf('workshop-rest-called-off', id)
  const hoped = mails.filter(({ personId }) => personId === people[2]!.id)
  expect(hoped.map(({ data }) => data)).toMatchObject([{ reason: 'Krankheit', waited: true }])
  expect(hoped[0]!.data).not.toHaveProperty('calendar')
  const [attended] = mails.filter(({ personId }) => personId === people[0]!.id)
  expect(attended?.data).not.toHaveProperty('waited')
})

test('who attended is asked for feedback after the rest is called off, be it weeks later', async () => {
  const { workshopId: id, trainer, meetingIds } = await afterTheFirst()
  const weeks = days(30, STARTS)
  await db
    .updateTable('meeting')
    .set({ startsAt: days(40, STARTS), endsAt: hours(3, days(40, STARTS)) })
    .where('id', '=', meetingIds[2]!)
    .execute()
  expect(await listWorkshopsToInvite(db, weeks)).not.toContain(id)

  await db.deleteFrom('meeting').where('id', '=', meetingIds[1]!).execute()
  await callOffWorkshop(db, trainer.id, { id, reason: 'Krankheit' }, weeks)
  expect(await listWorkshopsToInvite(db, weeks)).toContain(id)
  expect(await inviteToWorkshopFeedback(db, id, feedbackMeans, weeks)).toMatchObject({ ok: true, invited: 2 })
})

test('what is recorded early of a first meeting that then does not begin keeps nobody from calling all off', async () => {
  const group = await aClass(['Adler'], STARTS, { meetings: 2 })
  const { workshopId: id, trainer, meetingIds, people } = group
  const early = hours(-0.25, STARTS)
  await record(group, meetingIds[0]!, [people[0]!.enrolmentId], early)
  expect(await callOffWorkshop(db, trainer.id, { id, reason: 'Krankheit' }, early)).toEqual({ ok: true })
  expect(await getWorkshop(db, id)).toMatchObject({ calledOffAt: early, restCalledOffAt: null })
  expect(await listCurrent(db, id)).toEqual([])
})

test('where attendance of all meetings is recorded, nothing is left to call off', async () => {
  const group = await aClass(['Adler'], STARTS)
  const { workshopId: id, trainer, meetingId, people } = group
  await record(group, meetingId, [people[0]!.enrolmentId], STARTS)
  expect(await callOffWorkshop(db, trainer.id, { id, reason: 'Krankheit' }, hours(1, STARTS))).toEqual({
    ok: false,
    refusal: 'nothing-left',
  })
})

test('merging offers the seats of the other date in the order of the first, and lets the rest wait', async () => {
  const { from, into, by, moving, there } = await twoDates({ people: 3 }, { people: 2, capacity: 4 })
  expect(await mergeWorkshop(db, by, { id: from.id, intoId: into.id, reason }, NOW)).toEqual({
    ...{ ok: true, offered: 2, waiting: 1 },
  })

  const current = await listCurrent(db, into.id)
  expect(current.map(({ personId, status }) => [personId, status])).toEqual([
    ...there.map((personId) => [personId, 'confirmed']),
    [moving[0], 'offered'],
    [moving[1], 'offered'],
    [moving[2], 'waiting'],
  ])
  expect(await getWorkshop(db, from.id)).toMatchObject({ calledOffAt: NOW, mergedInto: into.id })
  expect(await listCurrent(db, from.id)).toEqual([])
  // Three people and the trainer of the date that is gone, one mail each.
  expect(await mailsOf('workshop-merged', from.id)).toHaveLength(4)
  expect(await mailsOf('workshop-called-off', from.id)).toHaveLength(0)
})

test('nobody is moved against their will: the offer is accepted, or nothing happens', async () => {
  const { from, into, by, moving } = await twoDates({ people: 2 }, { people: 0, capacity: 4 })
  await mergeWorkshop(db, by, { id: from.id, intoId: into.id, reason }, NOW)
  const [first, second] = await listCurrent(db, into.id)
  expect(await acceptOffer(db, { enrolmentId: first!.id, by: moving[0]! }, NOW)).toEqual({ ok: true })
  expect(await withdraw(db, { enrolmentId: second!.id, by: moving[1]! }, NOW)).toMatchObject({ ok: true })
  expect((await listCurrent(db, into.id)).map(({ status }) => status)).toEqual(['confirmed'])
})

test('the mail about a merged date brings a link with which its reader answers without an account', async () => {
  const { from, into, by, moving } = await twoDates({ people: 2 }, { people: 0, capacity: 1 })
  await mergeWorkshop(db, by, { id: from.id, intoId: into.id, reason }, NOW)
  const mails = await mailsOf('workshop-merged', from.id)
  const [first, second] = moving.map((id) => mails.find(({ personId }) => personId === id)!)
  const token = String(Reflect.get(first!.data, 'token'))
  expect(first!.data).toMatchObject({ validUntil: days(7).toISOString() })
  expect(second!.data).not.toHaveProperty('token')

  expect(await answerByLink(db, token, 'accept', NOW)).toEqual({ ok: true })
  expect((await listCurrent(db, into.id)).map(({ status }) => status)).toEqual(['confirmed', 'waiting'])
})

test('an offer by a merger ends in time for whoever waits behind it', async () => {
  const { from, into, by, moving } = await twoDates(
    { people: 2 },
    { people: 0, capacity: 1, startsAt: days(5) },
  )
  await mergeWorkshop(db, by, { id: from.id, intoId: into.id, reason }, NOW)
  const [first] = await listCurrent(db, into.id)
  expect(first?.personId).toBe(moving[0])
  expect(first?.offerUntil).toEqual(days(3))
})

test('whoever wanted to take part online is offered an online seat, and leaves the room to others', async () => {
  const hybrid = {
    courseId: (await aCourse()).id,
    capacity: 1,
    onlineCapacity: 3,
    onlineUrl: 'https://konferenz.lernkreis.example/1',
  }
  const [from, into] = [await aWorkshop(hybrid), await aWorkshop({ ...hybrid, startsAt: days(21) })]
  for (const wish of ['online', 'room', 'room'] as const) {
    const { id: personId } = await aPerson()
    await enrol(db, { workshopId: from.id, personId, organisationId: null, wish, by: personId }, NOW)
  }
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  await mergeWorkshop(db, by, { id: from.id, intoId: into.id, reason }, NOW)
  expect((await listCurrent(db, into.id)).map(({ seat, wantsRoom }) => [seat, wantsRoom])).toEqual([
    ['online', false],
    ['room', false],
    ['online', true],
  ])
})

test('whoever stands at the other date already keeps that place, and those who wait there are not overtaken', async () => {
  const { from, into, by, there } = await twoDates({ people: 1 }, { people: 3, capacity: 2 })
  const both = there[0]!
  await enrol(db, { workshopId: from.id, personId: both, organisationId: null, by: both }, NOW)
  await mergeWorkshop(db, by, { id: from.id, intoId: into.id, reason }, NOW)
  const current = await listCurrent(db, into.id)
  expect(current.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'waiting', 'waiting'])
  expect(current.filter(({ personId }) => personId === both)).toHaveLength(1)
})

test('whoever is merged counts towards the quota, and nobody waits beside free seats for whom it is full', async () => {
  const courseId = (await aCourse()).id
  const from = await aWorkshop({ courseId })
  const into = await aWorkshop({ courseId, startsAt: days(28), capacity: 6, quota: 1 })
  const town = await anOrganisation()
  const join = async (workshopId: string, organisationId?: string) => {
    const { id: personId } = await aPerson(organisationId ? { organisationId } : {})
    await enrol(db, { workshopId, personId, organisationId: null, by: personId }, NOW)
    return personId
  }
  const there = [await join(into.id, town.id), await join(into.id, town.id)]
  const moving = [await join(from.id, town.id), await join(from.id), await join(from.id)]
  const { id: by } = await aPerson({ roles: ['coordinator'] })

  const request = { id: from.id, intoId: into.id, reason }
  expect(await mergeWorkshop(db, by, request, NOW)).toEqual({ ok: true, offered: 2, waiting: 1 })
  const current = await listCurrent(db, into.id)
  expect(current.map(({ personId, status }) => [personId, status])).toEqual([
    ...[[there[0], 'confirmed'] as const, [there[1], 'waiting'] as const],
    ...[[moving[0], 'waiting'] as const, [moving[1], 'offered'] as const, [moving[2], 'offered'] as const],
  ])
})

test('merging into a hybrid date fills the room first, then the online seats', async () => {
  const courseId = (await aCourse()).id
  const from = await aWorkshop({ courseId })
  const hybrid = { onlineUrl: 'https://video.example/raum', onlineCapacity: 2 }
  const into = await aWorkshop({ courseId, startsAt: days(21), capacity: 2, ...hybrid })
  const online = await aPerson()
  const wish = { personId: online.id, organisationId: null, wish: 'online', by: online.id } as const
  await enrol(db, { workshopId: into.id, ...wish }, NOW)
  await enrolPeople(from.id, 4)
  const { id: by } = await aPerson({ roles: ['coordinator'] })

  await mergeWorkshop(db, by, { id: from.id, intoId: into.id, reason }, NOW)
  const current = await listCurrent(db, into.id)
  expect(current.map(({ status, seat, wantsRoom }) => [status, seat, wantsRoom])).toEqual([
    ['confirmed', 'online', false],
    ['offered', 'room', false],
    ['offered', 'room', false],
    ['offered', 'online', true],
    ['waiting', 'room', false],
  ])
})

test('only dates of the same course that are still to come are merged', async () => {
  const { from, into, by } = await twoDates({ people: 0 }, { people: 0, capacity: 2 })
  const other = await aWorkshop()
  const refusal = async (intoId: string, now = NOW) => {
    const result = await mergeWorkshop(db, by, { id: from.id, intoId, reason }, now)
    return !result.ok && result.refusal
  }
  expect(await refusal(other.id)).toBe('other-course')
  expect(await refusal(from.id)).toBe('other-course')
  expect(await refusal(into.id, days(15))).toBe('started')
  await callOffWorkshop(db, by, { id: into.id, reason }, NOW)
  expect(await refusal(into.id)).toBe('other-called-off')
})

test('calling off names the other dates of the course in which there is a place', async () => {
  const { from, by } = await twoDates({ people: 1 }, { people: 0, capacity: 2 })
  await callOffWorkshop(db, by, { id: from.id, reason: 'Zu wenige' }, NOW)
  const [mail] = await mailsOf('workshop-called-off', from.id)
  expect(mail?.data).toMatchObject({ alternatives: [{ startsAt: days(21).toISOString() }] })
})

testOnPostgres(
  'merging both ways at once and people enrolling meanwhile: no deadlock, no seat twice',
  async () => {
    for (let round = 0; round < 5; round++) {
      const { from, into, by } = await twoDates({ people: 3 }, { people: 3, capacity: 5 })
      const late = await Promise.all(Array.from({ length: 6 }, () => aPerson()))
      const results = await Promise.all([
        mergeWorkshop(db, by, { id: from.id, intoId: into.id, reason }, NOW),
        mergeWorkshop(db, by, { id: into.id, intoId: from.id, reason }, NOW),
        ...late.map(({ id: personId }) =>
          enrol(db, { workshopId: into.id, personId, organisationId: null, by: personId }, NOW),
        ),
      ])
      expect(results.slice(0, 2).filter(({ ok }) => ok)).toHaveLength(1)
      const seated = (await listCurrent(db, into.id)).filter(({ status }) => status !== 'waiting')
      expect(seated.length).toBeLessThanOrEqual(5)
    }
  },
  PATIENCE,
)

testOnPostgres('attendance that is being written counts for whoever calls off at that moment', async () => {
  const group = await aClass(['Adler'], STARTS, { meetings: 2 })
  const { workshopId: id, trainer, meetingIds, people } = group
  const calledOff = await db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, id)
    const answer = callOffWorkshop(db, trainer.id, { id, reason: 'Krankheit' }, hours(1, STARTS))
    // Without the lock it has long been called off as a whole by now.
    await Promise.race([answer, setTimeout(500)])
    const entry = { enrolmentId: people[0]!.enrolmentId, status: 'present', units: null } as const
    const occasion = { workshop, meeting: workshop.meetings[0]! }
    await recordIn(trx, occasion, [entry], { by: trainer.id }, hours(1, STARTS))
    return { answer }
  })
  expect(await calledOff.answer).toEqual({ ok: true })
  expect(await getWorkshop(db, id)).toMatchObject({ calledOffAt: null, meetings: [{ id: meetingIds[0] }] })
  expect((await listCurrent(db, id)).map(({ status }) => status)).toEqual(['confirmed'])
})
