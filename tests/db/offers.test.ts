import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { OFFER_DAYS } from '#app/domain/queue.ts'
import { listLog } from '#db/enrolment-log.ts'
import { enrol, getEnrolment, withdraw } from '#db/enrolments.ts'
import { acceptOffer, declineOffer, enrolOthers, lapseOffers } from '#db/offers.ts'
import { listCurrent } from '#db/queue.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, aPerson, aWorkshop, days, hours, NOW } from '#tests/factories.ts'

/** An officer, one town, and so many of its people, all enrolled by the officer at once. */
async function offered(seats: number, count: number, now = NOW) {
  const workshop = await aWorkshop({ capacity: seats })
  const town = await anOrganisation()
  const officer = await aPerson({ givenName: 'Olga', familyName: 'Amt', officerOf: [town.id] })
  const people = []
  for (let n = 0; n < count; n++) people.push(await aPerson({ organisationId: town.id }))
  const personIds = people.map((person) => person.id)
  const result = await enrolOthers(
    db,
    { workshopId: workshop.id, personIds, by: officer.id, within: [town.id] },
    now,
  )
  if (!result.ok) throw new Error(result.refusal)
  const ids = result.outcomes.map((outcome) => (outcome.ok ? outcome.id : outcome.refusal))
  const first = { enrolmentId: ids[0]!, by: personIds[0]! }
  return { workshop, town, officer, personIds, ids, first, outcomes: result.outcomes }
}

async function statuses(workshopId: string) {
  return (await listCurrent(db, workshopId)).map((enrolment) => enrolment.status)
}

async function kindsTo(personId: string | undefined) {
  const mails = await db
    .selectFrom('outbox')
    .selectAll()
    .where('personId', '=', personId!)
    .orderBy('createdAt')
    .execute()
  return mails.map((mail) => mail.kind)
}

test('being enrolled by somebody else holds a seat, and asks', async () => {
  const { workshop, outcomes, personIds, officer } = await offered(2, 3)

  expect(outcomes.map((outcome) => outcome.ok && outcome.status)).toEqual(['offered', 'offered', 'waiting'])
  expect(await enrol(db, await newcomer(workshop.id), NOW)).toMatchObject({ status: 'waiting', position: 2 })
  const [mail] = await db.selectFrom('outbox').selectAll().where('personId', '=', personIds[0]!).execute()
  expect(mail).toMatchObject({ kind: 'enrolment-offered', data: { enrolledBy: 'Olga Amt' } })
  const [enrolment] = await listCurrent(db, workshop.id)
  expect(enrolment?.offerUntil).toEqual(days(OFFER_DAYS))
  expect(enrolment?.enrolledBy).toBe(officer.id)
})

test('a form that is sent twice offers each place once and answers the same', async () => {
  const workshop = await aWorkshop({ capacity: 1 })
  const town = await anOrganisation()
  const officer = await aPerson({ officerOf: [town.id] })
  const people = [await aPerson({ organisationId: town.id }), await aPerson({ organisationId: town.id })]
  const personIds = people.map(({ id }) => id)
  const form = { id: randomUUID(), workshopId: workshop.id, personIds, by: officer.id, within: [town.id] }

  const first = await enrolOthers(db, form, NOW)
  expect(first.ok && first.outcomes).toMatchObject([
    { status: 'offered' },
    { status: 'waiting', position: 1 },
  ])
  expect(await enrolOthers(db, form, NOW)).toMatchObject(first)
  expect(await statuses(workshop.id)).toEqual(['offered', 'waiting'])
  expect(await kindsTo(personIds[0])).toEqual(['enrolment-offered'])

  const another = await enrolOthers(db, { ...form, id: randomUUID() }, NOW)
  const refused = { ok: false, refusal: 'already-enrolled' }
  expect(another.ok && another.outcomes).toMatchObject([refused, refused])
})

async function newcomer(workshopId: string) {
  const person = await aPerson()
  return { workshopId, personId: person.id, organisationId: null, by: person.id }
}

test('an offer ends within the week while those behind it can still be booked', async () => {
  const { workshop } = await offered(1, 1, days(10))
  const [enrolment] = await listCurrent(db, workshop.id)
  expect(enrolment?.offerUntil).toEqual(days(12))
})

test('accepting makes it a place like any other', async () => {
  const { workshop, first } = await offered(1, 1)

  expect(await acceptOffer(db, first, hours(1))).toEqual({ ok: true })
  expect(await statuses(workshop.id)).toEqual(['confirmed'])
  expect(await kindsTo(first.by)).toEqual(['enrolment-offered', 'enrolment-confirmed'])
  expect(await acceptOffer(db, first, hours(2))).toEqual({ ok: false, refusal: 'not-offered' })
})

test('declining passes the seat on and writes to nobody but the next in line', async () => {
  const { workshop, first, personIds } = await offered(1, 2)

  expect(await declineOffer(db, first, hours(1))).toEqual({ ok: true })

  expect(await statuses(workshop.id)).toEqual(['offered'])
  expect((await getEnrolment(db, first.enrolmentId))?.status).toBe('declined')
  expect(await kindsTo(first.by)).toEqual(['enrolment-offered'])
  expect(await kindsTo(personIds[1])).toEqual(['enrolment-waiting', 'enrolment-offered'])
})

test('withdrawing from an offer is declining it', async () => {
  const { first } = await offered(1, 1)
  await withdraw(db, first, NOW)
  expect((await listLog(db, first.enrolmentId)).map((line) => line.toStatus)).toEqual(['offered', 'declined'])
  expect(await kindsTo(first.by)).toEqual(['enrolment-offered'])
})

test('nobody accepts or declines for somebody else', async () => {
  const { workshop, first, officer } = await offered(1, 1)
  const answer = { enrolmentId: first.enrolmentId, by: officer.id }

  expect(await acceptOffer(db, answer, NOW)).toEqual({ ok: false, refusal: 'not-offered' })
  expect(await declineOffer(db, answer, NOW)).toEqual({ ok: false, refusal: 'not-offered' })
  expect(await statuses(workshop.id)).toEqual(['offered'])
})

test('an offer that nobody answers lapses, and the seat goes on', async () => {
  const { workshop, first, personIds, ids } = await offered(1, 2)
  const end = days(OFFER_DAYS)

  await lapseOffers(db, days(OFFER_DAYS - 1))
  expect(await statuses(workshop.id)).toEqual(['offered', 'waiting'])
  expect(await acceptOffer(db, first, end)).toEqual({ ok: false, refusal: 'offer-lapsed' })

  expect(await lapseOffers(db, end)).toBeGreaterThan(0)
  expect((await getEnrolment(db, first.enrolmentId))?.status).toBe('lapsed')
  expect(await kindsTo(first.by)).toEqual(['enrolment-offered', 'enrolment-lapsed'])
  expect((await listLog(db, ids[1]!)).at(-1)).toMatchObject({ toStatus: 'offered', reason: 'after-lapse' })
  expect(await kindsTo(personIds[1])).toContain('enrolment-offered')
  expect(await acceptOffer(db, first, end)).toEqual({ ok: false, refusal: 'offer-lapsed' })
})

test('an offer lapses at the start, also when the date was moved forward after it was made', async () => {
  const { workshop, first } = await offered(1, 1)
  const start = days(2)
  const moved = { startsAt: start, endsAt: hours(3, start) }
  await db.updateTable('meeting').set(moved).where('workshopId', '=', workshop.id).execute()

  await lapseOffers(db, hours(-1, start))
  expect(await statuses(workshop.id)).toEqual(['offered'])
  expect(await acceptOffer(db, first, start)).toEqual({ ok: false, refusal: 'offer-lapsed' })
  await lapseOffers(db, start)
  expect((await getEnrolment(db, first.enrolmentId))?.status).toBe('lapsed')
})

test('closing offers twice does nothing the second time', async () => {
  const { first } = await offered(1, 2)
  await lapseOffers(db, days(OFFER_DAYS))
  await lapseOffers(db, days(OFFER_DAYS))
  expect(await listLog(db, first.enrolmentId)).toHaveLength(2)
  expect(await kindsTo(first.by)).toEqual(['enrolment-offered', 'enrolment-lapsed'])
})

test('a training officer enrols for the own town and nobody else', async () => {
  const { workshop, town, officer } = await offered(5, 1)
  const stranger = await aPerson()

  const result = await enrolOthers(
    db,
    { workshopId: workshop.id, personIds: [stranger.id], by: officer.id, within: [town.id] },
    NOW,
  )
  expect(result).toEqual({
    ok: true,
    outcomes: [{ personId: stranger.id, ok: false, refusal: 'no-organisation' }],
    refused: [],
  })
  expect(await statuses(workshop.id)).toEqual(['offered'])
})

test('an offer is made for the organisation of the officer, also when the person serves another one longer', async () => {
  const workshop = await aWorkshop()
  const town = await anOrganisation()
  const ada = await aPerson()
  await db
    .insertInto('membership')
    .values({ personId: ada.id, organisationId: town.id, audience: 'it', fromDate: '2026-01-01' })
    .execute()
  const officer = await aPerson({ officerOf: [town.id] })

  const request = { workshopId: workshop.id, personIds: [ada.id], by: officer.id, within: [town.id] }
  await enrolOthers(db, request, NOW)
  expect((await listCurrent(db, workshop.id))[0]?.organisationId).toBe(town.id)
})

test('an offer made shortly before the line is asked itself ends while others can still come', async () => {
  const startsAt = hours(50)
  const workshop = await aWorkshop({ capacity: 1, startsAt, enrolUntil: startsAt })
  const [office, ada, grace] = [await aPerson({ roles: ['coordinator'] }), await aPerson(), await aPerson()]
  await enrolOthers(db, { workshopId: workshop.id, personIds: [ada.id], by: office.id, within: null }, NOW)
  await enrol(db, { workshopId: workshop.id, personId: grace.id, organisationId: null, by: grace.id }, NOW)

  const [offer, next] = await listCurrent(db, workshop.id)
  expect(offer?.offerUntil).toEqual(hours(24))
  await lapseOffers(db, hours(24))
  expect(await getEnrolment(db, next!.id)).toMatchObject({ status: 'offered', offerUntil: hours(48) })
})

test('a coordinator enrols anybody; each of a group gets an answer of their own', async () => {
  const trainer = await aPerson()
  const workshop = await aWorkshop({ trainerIds: [trainer.id] })
  const [office, ada, grace] = [await aPerson({ roles: ['coordinator'] }), await aPerson(), await aPerson()]
  await enrol(db, { workshopId: workshop.id, personId: grace.id, organisationId: null, by: grace.id }, NOW)

  const personIds = [ada.id, grace.id, trainer.id, ada.id]
  const result = await enrolOthers(
    db,
    { workshopId: workshop.id, personIds, by: office.id, within: null },
    NOW,
  )
  expect(
    result.ok && result.outcomes.map((outcome) => (outcome.ok ? outcome.status : outcome.refusal)),
  ).toEqual(['offered', 'already-enrolled', 'is-trainer'])
})

test('a coordinator who enrols themselves among others is simply enrolled', async () => {
  const workshop = await aWorkshop()
  const office = await aPerson({ roles: ['coordinator', 'participant'] })
  await enrolOthers(db, { workshopId: workshop.id, personIds: [office.id], by: office.id, within: null }, NOW)
  expect(await statuses(workshop.id)).toEqual(['confirmed'])
})

test('after the deadline nobody is offered anything', async () => {
  const workshop = await aWorkshop()
  const office = await aPerson({ roles: ['coordinator'] })
  const request = { workshopId: workshop.id, personIds: [office.id], by: office.id, within: null }
  expect(await enrolOthers(db, request, days(13))).toEqual({ ok: false, refusal: 'deadline-passed' })
})
