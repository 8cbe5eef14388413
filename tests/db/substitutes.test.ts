import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listLog } from '#db/enrolment-log.ts'
import { enrol, getEnrolment, withdraw, type EnrolResult } from '#db/enrolments.ts'
import { acceptOffer, declineOffer } from '#db/offers.ts'
import { disablePerson } from '#db/people.ts'
import { listCurrent } from '#db/queue.ts'
import { listOtherDates, rebook } from '#db/rebooking.ts'
import { listSubstitutes, nameSubstitute } from '#db/substitutes.ts'
import { getWorkshop } from '#db/workshops.ts'
import { db } from '#tests/database.ts'
import { aCourse, anOrganisation, aPerson, aWorkshop, days, NOW } from '#tests/factories.ts'

const wish = (workshopId: string, personId: string) =>
  enrol(db, { workshopId, personId, organisationId: null, by: personId }, NOW)

function must(result: EnrolResult) {
  if (!result.ok) throw new Error(result.refusal)
  return result
}

const kindsTo = async (personId: string) => {
  const rows = await db.selectFrom('outbox').select('kind').where('personId', '=', personId).execute()
  return rows.map(({ kind }) => kind)
}

/** A full workshop: Ada has the seat, somebody else waits, and Ada's colleague Grace could stand in. */
async function fullWorkshop() {
  const { id: organisationId } = await anOrganisation()
  const [ada, grace] = [await aPerson({ organisationId }), await aPerson({ organisationId })]
  const workshop = await aWorkshop({ capacity: 1 })
  const seat = must(await wish(workshop.id, ada.id))
  const next = must(await wish(workshop.id, (await aPerson()).id))
  const named = (personId: string, id: string = randomUUID(), now = NOW) =>
    nameSubstitute(db, { id, enrolmentId: seat.id, personId, by: ada.id }, now)
  return { workshop, ada, grace, seat, next, named }
}

test('a colleague is asked, keeps the number in the queue, and the waiting list does not notice', async () => {
  const { workshop, ada, grace, seat, next, named } = await fullWorkshop()
  const id = randomUUID()
  expect(await named(grace.id, id)).toEqual({ ok: true })
  expect(await named(grace.id, id)).toEqual({ ok: true })

  const [first, offer] = [await getEnrolment(db, seat.id), await getEnrolment(db, id)]
  expect(first?.status).toBe('substituted')
  expect(offer).toMatchObject({ status: 'offered', queueNumber: first?.queueNumber, substituteOf: seat.id })
  expect((await getEnrolment(db, next.id))?.status).toBe('waiting')
  expect(await kindsTo(grace.id)).toEqual(['enrolment-offered'])

  await acceptOffer(db, { enrolmentId: id, by: grace.id }, NOW)
  expect((await getEnrolment(db, id))?.status).toBe('confirmed')
  expect(await kindsTo(ada.id)).toContain('substitute-answered')
  expect((await listCurrent(db, workshop.id)).map((one) => one.personId)[0]).toBe(grace.id)
})

test('a page on which somebody else was named before is out of date', async () => {
  const { grace, seat, named, workshop } = await fullWorkshop()
  expect(await named(grace.id, seat.id)).toEqual({ ok: false, refusal: 'page-outdated' })
  const id = randomUUID()
  await named(grace.id, id)
  const { organisationId } = (await getEnrolment(db, seat.id))!
  const hedy = await aPerson({ organisationId })
  expect(await named(hedy.id, id)).toEqual({ ok: false, refusal: 'page-outdated' })
  expect((await listCurrent(db, workshop.id)).map((one) => one.personId)).not.toContain(hedy.id)
})

test('a substitute who declines gives the seat to whoever waits, and whoever named them hears of it', async () => {
  const { ada, grace, next, named } = await fullWorkshop()
  const id = randomUUID()
  await named(grace.id, id)
  await declineOffer(db, { enrolmentId: id, by: grace.id }, NOW)
  expect((await getEnrolment(db, next.id))?.status).toBe('confirmed')
  expect((await listLog(db, id)).map(({ reason }) => reason)).toEqual(['as-substitute', 'declined'])
  expect(await kindsTo(ada.id)).toContain('substitute-answered')
})

test('whoever named a substitute hears of it, however the offer ends', async () => {
  const endings = [
    // The office takes them out; they withdraw instead of declining; their account is shut.
    async (id: string) =>
      withdraw(db, { enrolmentId: id, by: (await aPerson()).id, reason: 'on-request' }, NOW),
    async (id: string, by: string) => withdraw(db, { enrolmentId: id, by }, NOW),
    async (_: string, personId: string) =>
      disablePerson(db, (await aPerson({ roles: ['admin'] })).id, personId, NOW),
  ]
  for (const ending of endings) {
    const { ada, grace, next, named } = await fullWorkshop()
    const id = randomUUID()
    await named(grace.id, id)
    expect(await ending(id, grace.id)).toMatchObject({ ok: true })
    expect((await getEnrolment(db, next.id))?.status).toBe('confirmed')
    const answers = db.selectFrom('outbox').select('data').where('kind', '=', 'substitute-answered')
    expect(await answers.where('personId', '=', ada.id).execute()).toMatchObject([
      { data: { accepted: false } },
    ])
  }
})

test('a substitute who accepted and withdraws later has been told of already', async () => {
  const { ada, grace, named } = await fullWorkshop()
  const id = randomUUID()
  await named(grace.id, id)
  await acceptOffer(db, { enrolmentId: id, by: grace.id }, NOW)
  await withdraw(db, { enrolmentId: id, by: grace.id }, NOW)
  expect((await kindsTo(ada.id)).filter((kind) => kind === 'substitute-answered')).toHaveLength(1)
})

test('only colleagues who are not in it already can stand in, and only until the start', async () => {
  const { workshop, ada, grace, seat, named } = await fullWorkshop()
  const whole = (await getWorkshop(db, workshop.id))!
  const people = await listSubstitutes(db, whole, (await getEnrolment(db, seat.id))!, NOW)
  expect(people.map((person) => person.id)).toEqual([grace.id])
  expect(await named((await aPerson()).id)).toEqual({ ok: false, refusal: 'not-colleague' })
  expect(await named(ada.id)).toEqual({ ok: false, refusal: 'not-colleague' })
  must(await wish(workshop.id, grace.id))
  expect(await named(grace.id)).toEqual({ ok: false, refusal: 'already-enrolled' })
  expect(await named(grace.id, randomUUID(), days(14))).toEqual({ ok: false, refusal: 'started' })
})

test('rebooking gives up one seat for another in one step, once, and lets others move up', async () => {
  const course = await aCourse()
  const [from, to] = [
    await aWorkshop({ courseId: course.id, capacity: 1 }),
    await aWorkshop({ courseId: course.id, startsAt: days(20) }),
  ]
  const [ada, grace] = [await aPerson(), await aPerson()]
  const seat = must(await wish(from.id, ada.id))
  const next = must(await wish(from.id, grace.id))
  const dates = await listOtherDates(db, (await getWorkshop(db, from.id))!, NOW)
  expect(dates.map((date) => date.id)).toEqual([to.id])

  const request = { id: randomUUID(), enrolmentId: seat.id, toWorkshopId: to.id, by: ada.id }
  expect(await rebook(db, request, NOW)).toEqual({ ok: true })
  expect(await rebook(db, request, NOW)).toEqual({ ok: true })
  const elsewhere = await aWorkshop({ courseId: course.id, startsAt: days(25) })
  const reused = { ...request, toWorkshopId: elsewhere.id }
  expect(await rebook(db, reused, NOW)).toEqual({ ok: false, refusal: 'page-outdated' })
  expect((await getEnrolment(db, seat.id))?.status).toBe('withdrawn')
  expect((await getEnrolment(db, request.id))?.status).toBe('confirmed')
  expect((await getEnrolment(db, next.id))?.status).toBe('confirmed')
})

test('whoever sits online is rebooked online, and whoever waits for the room still does', async () => {
  const hybrid = {
    courseId: (await aCourse()).id,
    capacity: 1,
    onlineCapacity: 3,
    onlineUrl: 'https://konferenz.lernkreis.example/1',
  }
  const [from, to] = [await aWorkshop(hybrid), await aWorkshop({ ...hybrid, startsAt: days(20) })]
  must(await wish(from.id, (await aPerson()).id))
  const moved = async (wanted: 'room' | 'online') => {
    const { id: personId } = await aPerson()
    const request = { workshopId: from.id, personId, organisationId: null, wish: wanted, by: personId }
    const seat = must(await enrol(db, request, NOW))
    const id = randomUUID()
    await rebook(db, { id, enrolmentId: seat.id, toWorkshopId: to.id, by: personId }, NOW)
    return getEnrolment(db, id)
  }
  expect(await moved('online')).toMatchObject({ status: 'confirmed', seat: 'online', wantsRoom: false })
  expect(await moved('room')).toMatchObject({ status: 'confirmed', seat: 'room', wantsRoom: false })
  expect(await moved('room')).toMatchObject({ status: 'confirmed', seat: 'online', wantsRoom: true })
})

test('nobody gives up a seat for none', async () => {
  const course = await aCourse()
  const from = await aWorkshop({ courseId: course.id })
  const ada = await aPerson()
  const seat = must(await wish(from.id, ada.id))
  const tryTo = (toWorkshopId: string, now = NOW) =>
    rebook(db, { id: randomUUID(), enrolmentId: seat.id, toWorkshopId, by: ada.id }, now)
  const full = await aWorkshop({ courseId: course.id, capacity: 1 })
  must(await wish(full.id, (await aPerson()).id))

  expect(await tryTo(full.id)).toEqual({ ok: false, refusal: 'target-full' })
  expect(await tryTo((await aWorkshop()).id)).toEqual({ ok: false, refusal: 'other-course' })
  const closed = await aWorkshop({ courseId: course.id, enrolUntil: days(-1) })
  expect(await tryTo(closed.id)).toEqual({ ok: false, refusal: 'target-closed' })
  const later = await aWorkshop({ courseId: course.id, startsAt: days(30) })
  expect(await tryTo(later.id, days(13))).toEqual({ ok: false, refusal: 'notice-only' })
  expect((await getEnrolment(db, seat.id))?.status).toBe('confirmed')
})
