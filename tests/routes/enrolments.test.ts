import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { action as listAction, loader as listLoader } from '#app/routes/enrolments/list.tsx'
import { loader as mineLoader } from '#app/routes/enrolments/mine.tsx'
import { action as oneAction, loader as oneLoader } from '#app/routes/enrolments/show.tsx'
import { loader as showLoader } from '#app/routes/workshops/show.tsx'
import { recordAttendance } from '#db/attendance.ts'
import { enrol, getEnrolment } from '#db/enrolments.ts'
import { listMeetings } from '#db/meetings.ts'
import { enrolOthers } from '#db/offers.ts'
import { listCurrent } from '#db/queue.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, aPerson, aRequest, args, aWorkshop, days, requestAs } from '#tests/factories.ts'

const NOW = new Date()
const soon = days(14, NOW)
type Someone = { id: string }

async function enrolled(workshopId: string, person: Someone, now = NOW): Promise<string> {
  const request = { workshopId, personId: person.id, organisationId: null, by: person.id }
  const result = await enrol(db, request, now)
  if (!result.ok) throw new Error(result.refusal)
  return result.id
}

async function see(person: Someone, enrolmentId: string) {
  return oneLoader(args(await requestAs(person, `/enrolments/${enrolmentId}`), { enrolmentId }))
}

async function say(person: Someone, enrolmentId: string, form: Record<string, string>) {
  return oneAction(args(await requestAs(person, `/enrolments/${enrolmentId}`, form), { enrolmentId }))
}

async function openList(person: Someone, workshopId: string, query = '') {
  const request = await requestAs(person, `/workshops/${workshopId}/enrolments${query}`)
  return listLoader(args(request, { workshopId }))
}

async function offer(person: Someone, workshopId: string, personId: string[], accepted = '') {
  const fields = { personId, accepted }
  const request = await requestAs(person, `/workshops/${workshopId}/enrolments`, fields)
  return listAction(args(request, { workshopId }))
}

test('somebody else’s enrolment does not exist, to look at or to end', async () => {
  const workshop = await aWorkshop({ startsAt: soon })
  const id = await enrolled(workshop.id, await aPerson())
  const strangers = [
    await aPerson(),
    await aPerson({ roles: ['trainer'] }),
    await aPerson({ roles: ['committee'] }),
  ]
  for (const stranger of strangers) {
    await expect(see(stranger, id)).rejects.toMatchObject({ status: 404 })
    await expect(say(stranger, id, { intent: 'withdraw' })).rejects.toMatchObject({ status: 404 })
  }
  expect((await getEnrolment(db, id))?.status).toBe('confirmed')
})

test('the person, the own trainer, the own officer and the coordinator see an enrolment and its log', async () => {
  const town = await anOrganisation()
  const ada = await aPerson({ organisationId: town.id })
  const trainer = await aPerson({ roles: ['trainer'] })
  const workshop = await aWorkshop({ startsAt: soon, trainerIds: [trainer.id] })
  const id = await enrolled(workshop.id, ada)
  const officer = await aPerson({ officerOf: [town.id] })
  const office = await aPerson({ roles: ['coordinator'] })

  expect(await see(ada, id)).toMatchObject({ isOwn: true, mayWithdraw: true, log: [{ reason: 'seat-free' }] })
  expect(await see(trainer, id)).toMatchObject({ isOwn: false, mayWithdraw: false })
  expect(await see(officer, id)).toMatchObject({ isOwn: false, mayWithdraw: true })
  expect(await see(office, id)).toMatchObject({ isOwn: false, mayWithdraw: true })
})

test('a training officer sees that somebody goes, but not whether they were there', async () => {
  const town = await anOrganisation()
  const ada = await aPerson({ organisationId: town.id })
  const officer = await aPerson({ officerOf: [town.id] })
  const trainer = await aPerson({ roles: ['trainer'] })
  const workshop = await aWorkshop({ startsAt: days(-1, NOW), trainerIds: [trainer.id] })
  const id = await enrolled(workshop.id, ada, days(-10, NOW))
  const [meeting] = await listMeetings(db, [workshop.id])
  const entries = [{ enrolmentId: id, status: 'present' as const, units: null }]
  await recordAttendance(db, { meetingId: meeting!.id, entries, by: trainer.id }, NOW)

  expect((await see(ada, id)).records).toMatchObject([{ status: 'present' }])
  expect((await see(trainer, id)).records).toMatchObject([{ status: 'present' }])
  expect((await see(officer, id)).records).toEqual([])
})

test('whoever only waited is told of the list, not of a seat', async () => {
  const workshop = await aWorkshop({ startsAt: soon, capacity: 1 })
  const [ada, grace] = [await aPerson(), await aPerson()]
  await enrolled(workshop.id, ada)
  const response = (await say(grace, await enrolled(workshop.id, grace), { intent: 'withdraw' })) as Response
  expect(response.headers.get('Location')).toBe(`/workshops/${workshop.id}?done=unlisted`)
})

test('withdrawing leads back to the workshop, and the seat goes on', async () => {
  const workshop = await aWorkshop({ startsAt: soon, capacity: 1 })
  const [ada, grace] = [await aPerson(), await aPerson()]
  const [first, second] = [await enrolled(workshop.id, ada), await enrolled(workshop.id, grace)]

  const response = (await say(ada, first, { intent: 'withdraw' })) as Response
  expect(response.headers.get('Location')).toBe(`/workshops/${workshop.id}?done=withdrawn`)
  expect((await getEnrolment(db, second))?.status).toBe('confirmed')
  expect(await say(ada, first, { intent: 'withdraw' })).toMatchObject({
    data: { withdrawRefusal: 'not-enrolled' },
    init: { status: 409 },
  })
})

test('a coordinator who takes somebody out gives a reason; a trainer cannot', async () => {
  const trainer = await aPerson({ roles: ['trainer'] })
  const workshop = await aWorkshop({ startsAt: soon, trainerIds: [trainer.id] })
  const id = await enrolled(workshop.id, await aPerson())
  const office = await aPerson({ roles: ['coordinator'] })

  await expect(say(trainer, id, { intent: 'withdraw' })).rejects.toMatchObject({ status: 403 })
  expect(await say(office, id, { intent: 'withdraw' })).toMatchObject({
    data: { errors: { reason: 'required' } },
  })
  const response = (await say(office, id, { intent: 'withdraw', reason: 'on-request' })) as Response
  expect(response.headers.get('Location')).toBe(`/enrolments/${id}?done=out`)
})

test('an offer is accepted or declined by the person alone', async () => {
  const workshop = await aWorkshop({ startsAt: soon })
  const office = await aPerson({ roles: ['coordinator'] })
  const [ada, grace] = [await aPerson(), await aPerson()]
  const personIds = [ada.id, grace.id]
  await enrolOthers(db, { workshopId: workshop.id, personIds, by: office.id, within: null }, NOW)
  const [first, second] = (await listCurrent(db, workshop.id)).map((enrolment) => enrolment.id)

  await expect(say(office, first!, { intent: 'accept' })).rejects.toMatchObject({ status: 403 })
  expect(await see(ada, first!)).toMatchObject({ offer: { by: expect.any(String) } })
  const yes = (await say(ada, first!, { intent: 'accept' })) as Response
  expect(yes.headers.get('Location')).toBe(`/workshops/${workshop.id}?done=enrolled`)
  const no = (await say(grace, second!, { intent: 'decline' })) as Response
  expect(no.headers.get('Location')).toBe(`/workshops/${workshop.id}?done=declined`)
  expect(await say(grace, second!, { intent: 'accept' })).toMatchObject({
    data: { answerRefusal: 'not-offered' },
  })
})

test('an unknown wish is refused', async () => {
  const workshop = await aWorkshop({ startsAt: soon })
  const ada = await aPerson()
  const id = await enrolled(workshop.id, ada)
  expect(await say(ada, id, { intent: 'promote' })).toMatchObject({ init: { status: 400 } })
})

test('the list of a workshop is for its trainers and the coordinators', async () => {
  const trainer = await aPerson({ roles: ['trainer'] })
  const workshop = await aWorkshop({ startsAt: soon, capacity: 1, trainerIds: [trainer.id] })
  await enrolled(workshop.id, await aPerson({ familyName: 'Adler' }))
  await enrolled(workshop.id, await aPerson({ familyName: 'Braun' }))

  const page = await openList(trainer, workshop.id)
  expect(page.seated).toMatchObject([{ name: 'Ada Adler', status: 'confirmed' }])
  expect(page.queue).toMatchObject([{ name: 'Ada Braun', status: 'waiting', position: 1 }])
  expect(page.others).toBeNull()
  expect((await openList(await aPerson({ roles: ['coordinator'] }), workshop.id)).queue).toHaveLength(1)
  for (const other of [await aPerson(), await aPerson({ roles: ['trainer'] })]) {
    await expect(openList(other, workshop.id)).rejects.toMatchObject({ status: 403 })
  }
})

test('a training officer sees and enrols the own people, with the place that they have among all', async () => {
  const town = await anOrganisation()
  const workshop = await aWorkshop({ startsAt: soon, capacity: 1 })
  await enrolled(workshop.id, await aPerson())
  await enrolled(workshop.id, await aPerson())
  const own = await aPerson({ organisationId: town.id, familyName: 'Wartend' })
  const free = await aPerson({ organisationId: town.id, familyName: 'Frei' })
  await enrolled(workshop.id, own)
  const officer = await aPerson({ organisationId: null, officerOf: [town.id] })

  const page = await openList(officer, workshop.id)
  expect(page).toMatchObject({ seesAll: false, seated: [], queue: [{ name: 'Ada Wartend', position: 2 }] })
  expect(page.others?.people).toEqual([{ id: free.id, name: 'Ada Frei', organisation: town.name }])

  const response = (await offer(officer, workshop.id, [free.id])) as Response
  expect(response.headers.get('Location')).toBe(`/workshops/${workshop.id}/enrolments?offered=0&queued=1`)
  const stranger = await aPerson({ familyName: 'Fremd' })
  expect(await offer(officer, workshop.id, [stranger.id])).toMatchObject({
    data: { failed: [{ name: 'Ada Fremd', refusal: 'no-organisation' }] },
    init: { status: 409 },
  })
})

/** What is asked before it is done, and the word that it was read. */
function askedIn(answer: unknown) {
  const { data, init } = answer as {
    data: { warnings: unknown[]; accepted: string }
    init: { status: number }
  }
  return { ...data, status: init.status }
}

test('an officer is asked once where colleagues have another date, or would together leave nobody behind', async () => {
  const town = await anOrganisation()
  const [ada, grace, mary] = [
    await aPerson({ organisationId: town.id, givenName: 'Ada', familyName: 'Anders' }),
    await aPerson({ organisationId: town.id, givenName: 'Grace', familyName: 'Hopper' }),
    await aPerson({ organisationId: town.id, givenName: 'Mary', familyName: 'Jackson' }),
  ]
  const officer = await aPerson({ organisationId: null, officerOf: [town.id] })
  const [workshop, other] = [await aWorkshop({ startsAt: soon }), await aWorkshop({ startsAt: soon })]
  const parallel = await aWorkshop({ startsAt: days(21, NOW), courseId: workshop.courseId })
  await enrolled(other.id, ada)

  const chosen = [ada.id, grace.id, mary.id]
  const asked = askedIn(await offer(officer, workshop.id, chosen))
  const thinDay = { organisation: town.name, remaining: 0 }
  expect(asked).toMatchObject({
    status: 409,
    parallel: { id: parallel.id },
    warnings: [
      { name: 'Ada Anders', clash: { startsAt: soon }, thinDay },
      { name: 'Grace Hopper', clash: undefined, thinDay },
      { name: 'Mary Jackson', clash: undefined, thinDay },
    ],
  })
  expect(await listCurrent(db, workshop.id)).toEqual([])

  // What was read about one choice says nothing about another.
  expect(askedIn(await offer(officer, workshop.id, [ada.id], asked.accepted)).status).toBe(409)
  expect(await offer(officer, workshop.id, chosen, asked.accepted)).toBeInstanceOf(Response)
  expect(await listCurrent(db, workshop.id)).toHaveLength(3)
})

test('nobody is asked about colleagues of whom enough stay', async () => {
  const town = await anOrganisation()
  const people = [await aPerson({ organisationId: town.id }), await aPerson({ organisationId: town.id })]
  const officer = await aPerson({ organisationId: null, officerOf: [town.id] })
  const workshop = await aWorkshop({ startsAt: soon })
  expect(await offer(officer, workshop.id, [people[0]!.id])).toBeInstanceOf(Response)
})

test('whoever is offered a place reads beforehand what stands against it, wherever they answer', async () => {
  const town = await anOrganisation()
  const ada = await aPerson({ organisationId: town.id })
  const office = await aPerson({ roles: ['coordinator'] })
  const [asked, other] = [await aWorkshop({ startsAt: soon }), await aWorkshop({ startsAt: soon })]
  const parallel = await aWorkshop({ startsAt: days(21, NOW), courseId: asked.courseId })
  await enrolled(other.id, ada)
  await enrolOthers(db, { workshopId: asked.id, personIds: [ada.id], by: office.id, within: null }, NOW)
  const [enrolment] = await listCurrent(db, asked.id)

  const offered = {
    warnings: { clash: { workshopId: other.id }, thinDay: { organisation: town.name, remaining: 0 } },
    parallel: { id: parallel.id },
  }
  expect((await see(ada, enrolment!.id)).offer).toMatchObject(offered)
  const mine = await mineLoader(args(await requestAs(ada, '/enrolments')))
  expect(mine.toAnswer[0]?.offer).toMatchObject(offered)
  const page = await showLoader(args(await requestAs(ada, '/'), { workshopId: asked.id }))
  expect(page.own?.offer).toMatchObject(offered)
  // A warning keeps nobody from it.
  expect(await say(ada, enrolment!.id, { intent: 'accept' })).toBeInstanceOf(Response)
})

test('a coordinator finds people by parts of a name and offers them places', async () => {
  const workshop = await aWorkshop({ startsAt: soon })
  const office = await aPerson({ roles: ['coordinator'] })
  const { id: organisationId } = await anOrganisation({ itMinimum: 0 })
  const ada = await aPerson({ organisationId, givenName: 'Zoë', familyName: 'Quellwasser' })

  expect((await openList(office, workshop.id)).others).toMatchObject({
    searches: true,
    found: null,
    people: [],
  })
  const page = await openList(office, workshop.id, '?q=quellw+zo')
  expect(page.others).toMatchObject({ found: 1, people: [{ id: ada.id }] })
  expect((await openList(office, workshop.id, '?q=%25%25%25')).others).toMatchObject({ found: 0 })
  const response = (await offer(office, workshop.id, [ada.id])) as Response
  expect(response.headers.get('Location')).toContain('offered=1&queued=0')
  expect(await offer(office, workshop.id, [])).toMatchObject({
    data: { nobody: true },
    init: { status: 400 },
  })
})

test('a participant cannot enrol others', async () => {
  const workshop = await aWorkshop({ startsAt: soon })
  const ada = await aPerson()
  await expect(offer(ada, workshop.id, [ada.id])).rejects.toMatchObject({ status: 403 })
  expect(await listCurrent(db, workshop.id)).toEqual([])
})

test('my dates are mine: what comes, what waits, what is asked, what was', async () => {
  const ada = await aPerson()
  const office = await aPerson({ roles: ['coordinator'] })
  const next = await aWorkshop({
    startsAt: days(6, NOW),
    onlineUrl: 'https://konferenz.example/a',
    linkMinutes: 7 * 24 * 60,
  })
  const full = await aWorkshop({ startsAt: soon, capacity: 1, onlineUrl: 'https://konferenz.example/b' })
  const past = await aWorkshop({ startsAt: days(-30, NOW) })
  const asked = await aWorkshop({ startsAt: soon })
  await enrolled(full.id, await aPerson())
  await enrolled(next.id, ada)
  await enrolled(full.id, ada)
  await enrolled(past.id, ada, days(-60, NOW))
  await enrolOthers(db, { workshopId: asked.id, personIds: [ada.id], by: office.id, within: null }, NOW)

  const page = await mineLoader(args(await requestAs(ada, '/enrolments')))
  expect(page).toMatchObject({
    next: [{ workshopId: next.id, onlineUrl: 'https://konferenz.example/a' }],
    waiting: [{ workshopId: full.id, position: 1, onlineUrl: null }],
    toAnswer: [{ workshopId: asked.id, offer: { by: expect.any(String) } }],
    past: [{ workshopId: past.id, units: null, unitsPlanned: 4 }],
  })
})

test('in a hybrid workshop everybody reads where they sit: in the room, online, or online meanwhile', async () => {
  const trainer = await aPerson({ roles: ['trainer'] })
  const hybrid = { capacity: 1, onlineCapacity: 5, onlineUrl: 'https://konferenz.example/c' }
  const workshop = await aWorkshop({ startsAt: soon, trainerIds: [trainer.id], ...hybrid })
  const plain = await aWorkshop({ startsAt: soon, trainerIds: [trainer.id] })
  const [ada, grace] = [await aPerson({ familyName: 'Adler' }), await aPerson({ familyName: 'Braun' })]
  await enrolled(workshop.id, ada)
  await enrolled(workshop.id, grace)
  await enrolled(plain.id, await aPerson())

  const mine = await mineLoader(args(await requestAs(grace, '/enrolments')))
  expect(mine.next).toMatchObject([{ workshopId: workshop.id, seat: 'online-meanwhile', position: 1 }])
  expect((await openList(trainer, workshop.id)).seated).toMatchObject([
    { name: 'Ada Adler', seat: 'room' },
    { name: 'Ada Braun', seat: 'online-meanwhile' },
  ])
  expect((await openList(trainer, plain.id)).seated).toMatchObject([{ seat: null }])
})

test('guests are led to the sign-in and back', async () => {
  const request = aRequest('/enrolments')
  await expect(mineLoader(args(request))).rejects.toMatchObject({ status: 302 })
  const one = aRequest(`/enrolments/${randomUUID()}`)
  await expect(oneLoader(args(one, { enrolmentId: randomUUID() }))).rejects.toMatchObject({ status: 302 })
})
