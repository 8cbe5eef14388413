import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { action, loader } from '#app/routes/workshops/show.tsx'
import { enrol } from '#db/enrolments.ts'
import { enrolOthers } from '#db/offers.ts'
import { listCurrent } from '#db/queue.ts'
import { db } from '#tests/database.ts'
import {
  aCourse,
  aMembership,
  anOrganisation,
  aPerson,
  aRequest,
  args,
  aWorkshop,
  days,
  requestAs,
} from '#tests/factories.ts'

const NOW = new Date()
const soon = days(14, NOW)
const path = (id: string) => `/workshops/${id}`

async function open(person: { id: string } | null, workshopId: string, query = '') {
  const address = path(workshopId) + query
  const request = person ? await requestAs(person, address) : aRequest(address)
  return loader(args(request, { workshopId }))
}

async function press(person: { id: string }, workshopId: string, fields: Record<string, string> = {}) {
  const form = { id: randomUUID(), ...fields }
  return action(args(await requestAs(person, path(workshopId), form), { workshopId }))
}

const enrolled = (workshopId: string, personId: string) =>
  enrol(db, { workshopId, personId, organisationId: null, by: personId }, NOW)

test('one press enrols, leads back to the page, and the page says what comes next', async () => {
  const workshop = await aWorkshop({ startsAt: soon })
  const ada = await aPerson()

  const response = (await press(ada, workshop.id)) as Response
  expect(response.status).toBe(302)
  expect(response.headers.get('Location')).toBe(`${path(workshop.id)}?done=enrolled`)
  const page = await open(ada, workshop.id, '?done=enrolled')
  expect(page).toMatchObject({ own: { status: 'confirmed', stays: null }, done: 'enrolled' })
})

test('the same form sent twice enrols once and shows the same page', async () => {
  const workshop = await aWorkshop({ startsAt: soon })
  const ada = await aPerson()
  const fields = { id: randomUUID() }

  const first = (await press(ada, workshop.id, fields)) as Response
  const second = (await press(ada, workshop.id, fields)) as Response
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
  expect(await listCurrent(db, workshop.id)).toHaveLength(1)
})

test('a full workshop says at which place one would wait, then where one stands', async () => {
  const workshop = await aWorkshop({ startsAt: soon, capacity: 1 })
  const ada = await aPerson()
  await enrolled(workshop.id, (await aPerson()).id)
  expect(await open(ada, workshop.id)).toMatchObject({
    ...{ offer: { position: 1, place: { status: 'waiting', reason: 'full' } } },
    workshop: { state: 'full' },
  })

  await press(ada, workshop.id)
  expect(await open(ada, workshop.id)).toMatchObject({ own: { status: 'waiting', position: 1 } })
})

test('a closed door names the reason and the next open dates of the course', async () => {
  const course = await aCourse()
  const late = await aWorkshop({ courseId: course.id, startsAt: days(1, NOW) })
  const next = await aWorkshop({ courseId: course.id, startsAt: days(30, NOW) })
  await aWorkshop({
    courseId: course.id,
    startsAt: days(35, NOW),
    calledOffAt: NOW,
    callOffReason: 'Krankheit',
  })
  const ada = await aPerson()

  const page = await open(ada, late.id)
  expect(page.closed).toBe('deadline-passed')
  expect(page.next.map(({ id }) => id)).toEqual([next.id])
  const answer = await press(ada, late.id)
  expect(answer).toMatchObject({ data: { refusal: 'deadline-passed' }, init: { status: 409 } })
})

test('the way into the video conference is only for those with a place, shortly before, and for who leads', async () => {
  const trainer = await aPerson({ roles: ['trainer'] })
  const onlineUrl = 'https://konferenz.example/geheim'
  const [ada, grace] = [await aPerson(), await aPerson()]
  const linksIn = async (startsAt: Date) => {
    const until = { enrolUntil: startsAt, withdrawUntil: startsAt }
    const leads = { trainerIds: [trainer.id] }
    const workshop = await aWorkshop({ startsAt, onlineUrl, capacity: 1, ...until, ...leads })
    await enrolled(workshop.id, ada.id)
    await enrolled(workshop.id, grace.id)
    return async (person: { id: string } | null) => {
      const { workshop: view } = await open(person, workshop.id)
      return view.onlineUrl ?? view.linkFrom
    }
  }
  const now = new Date()
  const inTime = new Date(now.getTime() + 14 * 60_000)
  const early = new Date(now.getTime() + 16 * 60_000)
  const [linkInTime, linkEarly] = [await linksIn(inTime), await linksIn(early)]

  expect(await linkInTime(ada)).toBe(onlineUrl)
  expect(await linkEarly(ada)).toEqual(new Date(early.getTime() - 15 * 60_000))
  expect(await linkEarly(trainer)).toBe(onlineUrl)
  expect(await linkEarly(await aPerson({ roles: ['coordinator'] }))).toBe(onlineUrl)
  for (const other of [null, grace, await aPerson(), await aPerson({ roles: ['trainer'] })]) {
    expect(await linkInTime(other)).toBeNull()
  }
})

test('nothing that reaches a stranger’s browser names those who are enrolled', async () => {
  const workshop = await aWorkshop({ startsAt: soon })
  const ada = await aPerson({ familyName: 'Unverwechselbar' })
  await enrolled(workshop.id, ada.id)
  const seen = JSON.stringify(await open(await aPerson(), workshop.id))
  expect(seen).not.toContain('Unverwechselbar')
  expect(seen).not.toContain(ada.id)
})

test('a guest may look, and is led to the sign-in when pressing', async () => {
  const workshop = await aWorkshop({ startsAt: soon })
  expect(await open(null, workshop.id)).toMatchObject({ access: 'guest', own: undefined })
  const request = aRequest(path(workshop.id), { id: randomUUID() })
  await expect(action(args(request, { workshopId: workshop.id }))).rejects.toMatchObject({ status: 302 })
})

test('the committee may look but not enrol', async () => {
  const workshop = await aWorkshop({ startsAt: soon })
  const member = await aPerson({ roles: ['committee'] })
  expect(await open(member, workshop.id)).toMatchObject({ access: 'other' })
  await expect(press(member, workshop.id)).rejects.toMatchObject({ status: 403 })
})

test('whoever serves several organisations is asked for which', async () => {
  const workshop = await aWorkshop({ startsAt: soon })
  const [home, other] = [await anOrganisation(), await anOrganisation()]
  const ada = await aPerson({ organisationId: home.id })
  await aMembership({ personId: ada.id, organisationId: other.id, fromDate: '2025-01-01' })

  expect((await open(ada, workshop.id)).organisations).toMatchObject([
    { id: home.id, name: home.name },
    { id: other.id, name: other.name },
  ])
  await press(ada, workshop.id, { organisationId: other.id })
  expect((await listCurrent(db, workshop.id))[0]?.organisationId).toBe(other.id)
})

test('each organisation says beforehand what it gives: only one of them has its quota full', async () => {
  const [home, other] = [await anOrganisation(), await anOrganisation()]
  const workshop = await aWorkshop({ startsAt: days(40, NOW), quota: 1 })
  await enrolled(workshop.id, (await aPerson({ organisationId: other.id })).id)
  const ada = await aPerson({ organisationId: home.id })
  await aMembership({ personId: ada.id, organisationId: other.id, fromDate: '2025-01-01' })

  expect((await open(ada, workshop.id)).organisations).toMatchObject([
    { id: home.id, decision: { place: { status: 'confirmed' } } },
    { id: other.id, decision: { place: { status: 'waiting', reason: 'quota' }, position: 1 } },
  ])
  await press(ada, workshop.id, { organisationId: other.id })
  expect(await open(ada, workshop.id)).toMatchObject({ own: { status: 'waiting', position: 1 } })
})

test('an offered place names who asked for it, and until when it is held', async () => {
  const workshop = await aWorkshop({ startsAt: soon })
  const office = await aPerson({ roles: ['coordinator'], givenName: 'Kora', familyName: 'Amt' })
  const ada = await aPerson()
  await enrolOthers(db, { workshopId: workshop.id, personIds: [ada.id], by: office.id, within: null }, NOW)

  const { own } = await open(ada, workshop.id)
  expect(own).toMatchObject({ status: 'offered', offer: { by: 'Kora Amt' } })
})

test('trainers are told that they lead, and get the box of the trainers; others do not', async () => {
  const trainer = await aPerson({ roles: ['trainer', 'participant'] })
  const workshop = await aWorkshop({ startsAt: soon, trainerIds: [trainer.id] })
  expect(await open(trainer, workshop.id)).toMatchObject({ closed: 'is-trainer', leads: true })
  expect(await open(await aPerson({ roles: ['trainer'] }), workshop.id)).toMatchObject({ leads: false })
  expect(await press(trainer, workshop.id)).toMatchObject({ data: { refusal: 'is-trainer' } })
})

test('a workshop of a draft is nobody’s business but theirs who plan it', async () => {
  const course = await aCourse({ publishedAt: null })
  const workshop = await aWorkshop({ startsAt: soon, courseId: course.id })
  await expect(open(await aPerson(), workshop.id)).rejects.toMatchObject({ status: 404 })
  await expect(open(null, workshop.id)).rejects.toMatchObject({ status: 404 })
  expect(await open(await aPerson({ roles: ['coordinator'] }), workshop.id)).toMatchObject({ leads: true })
})

test('an address that is no workshop is not found', async () => {
  const ada = await aPerson()
  await expect(open(ada, 'drop-table')).rejects.toMatchObject({ status: 404 })
  await expect(open(ada, randomUUID())).rejects.toMatchObject({ status: 404 })
  await expect(press(ada, randomUUID())).rejects.toMatchObject({ status: 404 })
})
