import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { EnrolmentStatus } from '#app/domain/enrolment.ts'
import { listWarnings } from '#db/enrolment-facts.ts'
import { listLog } from '#db/enrolment-log.ts'
import { enrol, getEnrolment, withdraw, type EnrolResult } from '#db/enrolments.ts'
import { listDoneCourses } from '#db/learning-record.ts'
import { disablePerson } from '#db/people.ts'
import { listCurrent, promoteWaiting, releaseQuotas, stayOnline } from '#db/queue.ts'
import { changeSettings } from '#db/settings.ts'
import { changeWorkshop } from '#db/workshop-plans.ts'
import { getWorkshop, lockWorkshop } from '#db/workshops.ts'
import { db } from '#tests/database.ts'
import { aCourse, anOrganisation, aPerson, aWorkshop, days, hours, NOW } from '#tests/factories.ts'

const wish = (workshopId: string, personId: string, now = NOW) =>
  enrol(db, { workshopId, personId, organisationId: null, by: personId }, now)

function must(result: EnrolResult) {
  if (!result.ok) throw new Error(result.refusal)
  return result
}

const statusOf = async (id: string): Promise<EnrolmentStatus | undefined> =>
  (await getEnrolment(db, id))?.status
const reasonsOf = async (id: string) => (await listLog(db, id)).map(({ reason }) => reason)
const kindsTo = async (personId: string) => {
  const rows = await db.selectFrom('outbox').select('kind').where('personId', '=', personId).execute()
  return rows.map(({ kind }) => kind)
}

/** Somebody who has been at so many of the four units of a workshop of this course. */
async function attendedBefore(courseId: string, units: number) {
  const past = await aWorkshop({ courseId, startsAt: days(-30) })
  const person = await aPerson()
  const enrolment = must(await wish(past.id, person.id, days(-40)))
  const [meeting] = (await getWorkshop(db, past.id))!.meetings
  await db
    .insertInto('attendance')
    .values({
      ...{ meetingId: meeting!.id, enrolmentId: enrolment.id, units, recordedAt: days(-30) },
      ...{ status: units === 4 ? 'present' : 'partial', recordedBy: person.id },
    })
    .execute()
  return person
}

test('enrolment opens when it is said to, and not before', async () => {
  const workshop = await aWorkshop({ enrolFrom: hours(1) })
  const { id } = await aPerson()
  expect(await wish(workshop.id, id)).toEqual({ ok: false, refusal: 'not-open-yet' })
  expect((await wish(workshop.id, id, hours(1))).ok).toBe(true)
})

test('a course that is for its audience only is closed to others, and open to all without that rule', async () => {
  const course = await aCourse({ audiences: ['it'], audienceOnly: true })
  const workshop = await aWorkshop({ courseId: course.id })
  const clerk = await aPerson({ audience: 'user' })
  expect(await wish(workshop.id, clerk.id)).toMatchObject({ ok: false, refusal: 'not-audience' })
  expect((await wish(workshop.id, (await aPerson()).id)).ok).toBe(true)
  const open = await aWorkshop({ courseId: (await aCourse({ audiences: ['it'] })).id })
  expect((await wish(open.id, clerk.id)).ok).toBe(true)
})

test('what has to come first counts once more than half of it was attended; the no names what is missing', async () => {
  const [first, second] = [await aCourse({ titleDe: 'Zuerst' }), await aCourse()]
  await db
    .insertInto('coursePrerequisite')
    .values({ courseId: second.id, requiredCourseId: first.id })
    .execute()
  const workshop = await aWorkshop({ courseId: second.id })

  expect(await wish(workshop.id, (await aPerson()).id)).toMatchObject({
    ok: false,
    refusal: 'prerequisite-missing',
    missing: [{ id: first.id, titleDe: 'Zuerst' }],
  })
  expect((await wish(workshop.id, (await attendedBefore(first.id, 2)).id)).ok).toBe(false)
  expect((await wish(workshop.id, (await attendedBefore(first.id, 3)).id)).ok).toBe(true)
})

test('how much counts as attended is one setting, for certificates, for what has to come first, and for paths', async () => {
  const [first, second] = [await aCourse(), await aCourse()]
  await db
    .insertInto('coursePrerequisite')
    .values({ courseId: second.id, requiredCourseId: first.id })
    .execute()
  const workshop = await aWorkshop({ courseId: second.id })
  const [ada, grace] = [await attendedBefore(first.id, 3), await attendedBefore(first.id, 3)]

  await changeSettings(db, ada.id, { certificateOverPercent: 80 }, NOW)
  expect(await wish(workshop.id, ada.id)).toMatchObject({ ok: false, refusal: 'prerequisite-missing' })
  expect([...(await listDoneCourses(db, ada.id)).keys()]).toEqual([])
  await changeSettings(db, ada.id, { certificateOverPercent: 50 }, NOW)
  expect((await wish(workshop.id, grace.id)).ok).toBe(true)
  expect([...(await listDoneCourses(db, grace.id)).keys()]).toEqual([first.id])
})

test('over the quota one waits with that reason, others pass, and the log says so to whoever was passed over', async () => {
  const { id: riesa } = await anOrganisation()
  const workshop = await aWorkshop({ capacity: 2, quota: 1, startsAt: days(30) })
  const [ada, grace, hedy, joan] = [
    await aPerson({ organisationId: riesa }),
    await aPerson({ organisationId: riesa }),
    await aPerson(),
    await aPerson(),
  ]
  must(await wish(workshop.id, ada.id))
  const waits = must(await wish(workshop.id, grace.id))
  expect(waits.status).toBe('waiting')
  const other = must(await wish(workshop.id, hedy.id))
  expect(other.status).toBe('confirmed')
  const last = must(await wish(workshop.id, joan.id))
  expect(last.status).toBe('waiting')

  await withdraw(db, { enrolmentId: other.id, by: hedy.id }, NOW)
  expect([await statusOf(last.id), await statusOf(waits.id)]).toEqual(['confirmed', 'waiting'])
  expect(await reasonsOf(waits.id)).toEqual(['quota', 'passed-quota'])
})

test('when the quota ends the job lets people move up, in their order and once', async () => {
  const { id: riesa } = await anOrganisation()
  const workshop = await aWorkshop({ capacity: 3, quota: 1, startsAt: days(30) })
  const waiting = []
  for (let n = 0; n < 4; n++) {
    waiting.push(must(await wish(workshop.id, (await aPerson({ organisationId: riesa })).id)).id)
  }
  await releaseQuotas(db, days(15))
  expect(await statusOf(waiting[1]!)).toBe('waiting')
  await releaseQuotas(db, days(17))
  await releaseQuotas(db, days(17))
  expect(await Promise.all(waiting.map(statusOf))).toEqual(['confirmed', 'confirmed', 'confirmed', 'waiting'])
  expect(await reasonsOf(waiting[1]!)).toEqual(['quota', 'after-quota'])
})

test('in a hybrid workshop one sits online at once, keeps the place for the room, and may give it up', async () => {
  const workshop = await aWorkshop({
    ...{ capacity: 1, onlineCapacity: 2, onlineUrl: 'https://konferenz.lernkreis.example/1' },
  })
  const people = [await aPerson(), await aPerson(), await aPerson()]
  const places = []
  for (const person of people) places.push(must(await wish(workshop.id, person.id)))
  expect(places.map(({ status, position }) => [status, position])).toEqual([
    ['confirmed', undefined],
    ['confirmed', 1],
    ['confirmed', 2],
  ])
  await stayOnline(db, { enrolmentId: places[1]!.id, by: people[1]!.id }, NOW)
  await withdraw(db, { enrolmentId: places[0]!.id, by: people[0]!.id }, NOW)

  expect(await getEnrolment(db, places[1]!.id)).toMatchObject({ seat: 'online', wantsRoom: false })
  expect(await getEnrolment(db, places[2]!.id)).toMatchObject({ seat: 'room', wantsRoom: false })
  expect(await kindsTo(people[2]!.id)).toContain('enrolment-room')
  expect((await listLog(db, places[2]!.id)).at(-1)).toMatchObject({ reason: 'room-instead', seat: 'room' })
})

test('whoever asks for an online seat where there is none has a seat like everybody else', async () => {
  const workshop = await aWorkshop({ capacity: 2 })
  const [ada, grace] = [await aPerson(), await aPerson()]
  const request = { workshopId: workshop.id, personId: ada.id, organisationId: null, by: ada.id }
  expect(must(await enrol(db, { ...request, wish: 'online' }, NOW)).status).toBe('confirmed')
  expect(must(await wish(workshop.id, grace.id)).status).toBe('confirmed')
})

test('a workshop that is no longer hybrid has one kind of seat: who waited online moves up, who sits keeps it', async () => {
  const workshop = await aWorkshop({
    ...{ capacity: 1, onlineCapacity: 1, onlineUrl: 'https://konferenz.lernkreis.example/1' },
  })
  const join = async (wanted: 'room' | 'online') => {
    const { id: personId } = await aPerson()
    const request = { workshopId: workshop.id, personId, organisationId: null, by: personId }
    return must(await enrol(db, { ...request, wish: wanted }, NOW))
  }
  const places = [await join('room'), await join('room'), await join('online'), await join('room')]
  const before = (await getWorkshop(db, workshop.id))!
  const { id, version, place, minimum, enrolUntil, withdrawUntil, note, trainerIds, meetings } = before
  const plan = { id, version, place, minimum, enrolUntil, withdrawUntil, note, trainerIds, meetings }
  const change = { ...plan, onlineUrl: null, onlineCapacity: null, capacity: 3 }
  expect(await changeWorkshop(db, trainerIds[0]!, change, NOW)).toMatchObject({ ok: true })

  const after = await listCurrent(db, workshop.id)
  expect(after.map(({ status, seat, wantsRoom }) => [status, seat, wantsRoom])).toEqual([
    ...places.slice(1).map(() => ['confirmed', 'room', false]),
    ['waiting', 'room', false],
  ])
  expect(await reasonsOf(places[1]!.id)).toEqual(['seat-free', 'no-longer-hybrid'])
  expect(await reasonsOf(places[2]!.id)).toEqual(['full', 'no-longer-hybrid', 'after-more-seats'])
  expect(must(await join('online')).position).toBe(2)
})

test('after the deadline somebody who cannot come is excused, whoever leads is told, and the next is asked', async () => {
  const trainer = await aPerson({ roles: ['trainer'] })
  const workshop = await aWorkshop({ capacity: 1, trainerIds: [trainer.id] })
  const [ada, grace] = [await aPerson(), await aPerson()]
  const seat = must(await wish(workshop.id, ada.id))
  const next = must(await wish(workshop.id, grace.id))

  const late = days(13)
  const request = { enrolmentId: seat.id, by: ada.id }
  expect(await withdraw(db, request, late)).toEqual({ ok: false, refusal: 'needs-reason' })
  await withdraw(db, { ...request, absence: 'on-duty' }, late)
  expect(await statusOf(seat.id)).toBe('excused')
  expect(await kindsTo(ada.id)).toContain('enrolment-excused')
  expect(await kindsTo(trainer.id)).toEqual(['absence-noticed'])
  expect(await getEnrolment(db, next.id)).toMatchObject({ status: 'offered', offerUntil: days(14) })
})

test('two hours before the start nobody moves up any more', async () => {
  const workshop = await aWorkshop({ capacity: 1 })
  const [ada, grace] = [await aPerson(), await aPerson()]
  const seat = must(await wish(workshop.id, ada.id))
  const next = must(await wish(workshop.id, grace.id))
  await withdraw(db, { enrolmentId: seat.id, by: ada.id, absence: 'private' }, hours(-1, days(14)))
  expect(await statusOf(next.id)).toBe('waiting')
})

test('fewer seats than people are asked about once, throw nobody out, and stand in the log of those who wait', async () => {
  const office = await aPerson({ roles: ['coordinator'] })
  const workshop = await aWorkshop({ capacity: 2 })
  const people = [await aPerson(), await aPerson(), await aPerson()]
  const places = []
  for (const person of people) places.push(must(await wish(workshop.id, person.id)))
  const whole = (await getWorkshop(db, workshop.id))!
  const change = {
    ...{ id: whole.id, version: whole.version, place: whole.place, onlineUrl: null, capacity: 1, minimum: 0 },
    ...{ enrolUntil: whole.enrolUntil, withdrawUntil: whole.withdrawUntil, note: null },
    ...{ trainerIds: whole.trainerIds, meetings: whole.meetings },
  }
  expect(await changeWorkshop(db, office.id, change, NOW)).toEqual({
    ok: false,
    refusal: 'fewer-than-enrolled',
  })
  expect(await changeWorkshop(db, office.id, { ...change, acceptsFewer: true }, NOW)).toEqual({ ok: true })
  await withdraw(db, { enrolmentId: places[0]!.id, by: people[0]!.id }, NOW)
  expect(await statusOf(places[2]!.id)).toBe('waiting')
  expect(await reasonsOf(places[2]!.id)).toEqual(['full', 'fewer-seats'])

  await withdraw(db, { enrolmentId: places[1]!.id, by: people[1]!.id }, NOW)
  expect(await statusOf(places[2]!.id)).toBe('confirmed')
})

test('a closed account gives its coming seats to others; what is over stays', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  await aPerson({ roles: ['admin'] })
  const [ada, grace] = [await aPerson(), await aPerson()]
  const past = await aWorkshop({ startsAt: days(-3) })
  const over = must(await wish(past.id, ada.id, days(-20)))
  const workshop = await aWorkshop({ capacity: 1 })
  const seat = must(await wish(workshop.id, ada.id))
  const next = must(await wish(workshop.id, grace.id))

  await disablePerson(db, admin.id, ada.id, NOW)
  expect([await statusOf(seat.id), await statusOf(next.id), await statusOf(over.id)]).toEqual([
    'withdrawn',
    'confirmed',
    'confirmed',
  ])
  expect(await reasonsOf(seat.id)).toEqual(['seat-free', 'account-closed'])
})

test('another date at the same time, and a town without its IT, are said beforehand and forbid nothing', async () => {
  const { id: organisationId, name } = await anOrganisation()
  const [ada, grace] = [await aPerson({ organisationId }), await aPerson({ organisationId })]
  const [one, two] = [await aWorkshop(), await aWorkshop({ startsAt: hours(1, days(14)) })]
  const warningsFor = async (id: string) =>
    listWarnings(db, (await getWorkshop(db, two.id))!, { id, organisationId })

  expect(await warningsFor(ada.id)).toEqual({ clash: undefined, thinDay: undefined })
  must(await wish(one.id, ada.id))
  expect((await warningsFor(ada.id)).clash).toMatchObject({ workshopId: one.id })
  expect((await warningsFor(grace.id)).thinDay).toEqual({
    ...{ day: '2026-03-25', remaining: 0, minimum: 1, organisation: name },
  })
  expect((await wish(two.id, grace.id)).ok).toBe(true)
})

test('people of a municipality that wants none to stay behind are not warned', async () => {
  const { id: organisationId } = await anOrganisation({ itMinimum: 0 })
  const ada = await aPerson({ organisationId })
  const workshop = (await getWorkshop(db, (await aWorkshop()).id))!
  expect((await listWarnings(db, workshop, { id: ada.id, organisationId })).thinDay).toBeUndefined()
})

test('a form sent twice enrols once in a hybrid workshop too', async () => {
  const workshop = await aWorkshop({
    ...{ capacity: 1, onlineCapacity: 1, onlineUrl: 'https://konferenz.lernkreis.example/1' },
  })
  const ada = await aPerson()
  const request = {
    id: randomUUID(),
    workshopId: workshop.id,
    personId: ada.id,
    organisationId: null,
    by: ada.id,
  }
  await enrol(db, { ...request, wish: 'online' }, NOW)
  await enrol(db, { ...request, wish: 'online' }, NOW)
  const current = await listCurrent(db, workshop.id)
  expect(current.map(({ seat, wantsRoom }) => [seat, wantsRoom])).toEqual([['online', false]])
  await db.transaction().execute(async (trx) => {
    expect(await promoteWaiting(trx, await lockWorkshop(trx, workshop.id), NOW)).toEqual([])
  })
})
