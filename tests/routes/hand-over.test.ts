import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { loader as decision } from '#app/routes/enrolments/decision-json.ts'
import { action, loader } from '#app/routes/enrolments/hand-over.tsx'
import { enrol } from '#db/enrolments.ts'
import { listCurrent } from '#db/queue.ts'
import { db } from '#tests/database.ts'
import {
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

async function seatOf(person: { id: string }, workshopId: string): Promise<string> {
  const wish = { workshopId, personId: person.id, organisationId: null, by: person.id }
  const result = await enrol(db, wish, NOW)
  if (!result.ok) throw new Error(result.refusal)
  return result.id
}

async function press(person: { id: string }, enrolmentId: string, form: Record<string, string>) {
  const request = await requestAs(person, `/enrolments/${enrolmentId}/hand-over`, form)
  return action(args(request, { enrolmentId }))
}

async function answer(person: { id: string } | null, workshopId: string) {
  const path = `/workshops/${workshopId}/enrolment.json`
  const request = person ? await requestAs(person, path) : aRequest(path)
  return (await decision(args(request, { workshopId }))).json() as Promise<unknown>
}

test('a seat is handed to a colleague on its own page, and the page says so afterwards', async () => {
  const { id: organisationId } = await anOrganisation()
  const [ada, grace] = [await aPerson({ organisationId }), await aPerson({ organisationId })]
  const workshop = await aWorkshop({ startsAt: soon })
  const enrolmentId = await seatOf(ada, workshop.id)

  const page = await loader(args(await requestAs(ada, '/'), { enrolmentId }))
  expect(page.colleagues.map(({ id }) => id)).toEqual([grace.id])
  const form = { intent: 'substitute', id: randomUUID(), personId: grace.id }
  const response = (await press(ada, enrolmentId, form)) as Response
  expect(response.headers.get('Location')).toBe(`/enrolments/${enrolmentId}?done=substituted`)
  expect((await listCurrent(db, workshop.id)).map((one) => one.status)).toEqual(['offered'])
})

test('whoever names a substitute who cannot is asked once, and does not learn where that person is', async () => {
  const { id: organisationId } = await anOrganisation()
  const ada = await aPerson({ organisationId })
  const grace = await aPerson({ organisationId, givenName: 'Grace', familyName: 'Hopper' })
  const [workshop, secret] = [await aWorkshop({ startsAt: soon }), await aWorkshop({ startsAt: soon })]
  const enrolmentId = await seatOf(ada, workshop.id)
  await seatOf(grace, secret.id)

  const form = { intent: 'substitute', id: randomUUID(), personId: grace.id }
  const asked = (await press(ada, enrolmentId, form)) as {
    data: { accepted: string; warnings: unknown[] }
    init: { status: number }
  }
  expect(asked.init.status).toBe(409)
  // Ada stays at home then: the team is not left alone by it.
  expect(asked.data.warnings).toEqual([
    {
      name: 'Grace Hopper',
      clash: { titleDe: null, titleEn: null, startsAt: expect.any(Date) },
      thinDay: undefined,
      blocked: undefined,
    },
  ])
  expect((await listCurrent(db, workshop.id)).map((one) => one.status)).toEqual(['confirmed'])

  const again = { ...form, accepted: asked.data.accepted }
  expect(await press(ada, enrolmentId, again)).toBeInstanceOf(Response)
  expect((await listCurrent(db, workshop.id)).map((one) => one.status)).toEqual(['offered'])
})

test('each date to which one can rebook says what stands against it, and the seat given up is not among it', async () => {
  const ada = await aPerson()
  const workshop = await aWorkshop({ startsAt: soon })
  const { courseId } = workshop
  const same = await aWorkshop({ startsAt: soon, courseId })
  const busy = await aWorkshop({ startsAt: days(20, NOW), courseId })
  const other = await aWorkshop({ startsAt: days(20, NOW) })
  const enrolmentId = await seatOf(ada, workshop.id)
  await seatOf(ada, other.id)

  const page = await loader(args(await requestAs(ada, '/'), { enrolmentId }))
  expect(page.dates).toMatchObject([
    { id: same.id, warnings: { clash: undefined } },
    { id: busy.id, warnings: { clash: { workshopId: other.id } } },
  ])
})

test('without a choice nothing happens, and the form says what is missing', async () => {
  const ada = await aPerson()
  const enrolmentId = await seatOf(ada, (await aWorkshop({ startsAt: soon })).id)
  const form = { intent: 'substitute', id: randomUUID(), personId: '' }
  expect(await press(ada, enrolmentId, form)).toMatchObject({
    ...{ data: { errors: { personId: 'required' } }, init: { status: 400 } },
  })
})

test('nobody gives away the seat of somebody else', async () => {
  const [ada, grace] = [await aPerson(), await aPerson()]
  const enrolmentId = await seatOf(ada, (await aWorkshop({ startsAt: soon })).id)
  const request = await requestAs(grace, '/')
  await expect(loader(args(request, { enrolmentId }))).rejects.toMatchObject({ status: 404 })
})

test('the decision as JSON is the one of the page, with its sentence in both languages', async () => {
  const workshop = await aWorkshop({ startsAt: soon, capacity: 1 })
  const ada = await aPerson()
  expect(await answer(ada, workshop.id)).toMatchObject({
    ...{ may: true, place: { status: 'confirmed', reason: 'seat-free' } },
    sentence: { de: 'Ein Platz ist frei.', en: 'A place is free.' },
  })
  await seatOf(await aPerson(), workshop.id)
  expect(await answer(ada, workshop.id)).toMatchObject({
    ...{ may: true, position: 1, place: { status: 'waiting' } },
    sentence: { de: 'Alle Plätze sind belegt.', en: 'All places are taken.' },
  })
  await seatOf(ada, workshop.id)
  expect(await answer(ada, workshop.id)).toMatchObject({ may: false, refusal: 'already-enrolled' })
})

test('the JSON answers for each organisation that somebody serves', async () => {
  const [home, other] = [await anOrganisation(), await anOrganisation()]
  const workshop = await aWorkshop({ startsAt: days(40, NOW), quota: 1 })
  await seatOf(await aPerson({ organisationId: other.id }), workshop.id)
  const ada = await aPerson({ organisationId: home.id })
  await aMembership({ personId: ada.id, organisationId: other.id, fromDate: '2025-01-01' })
  expect(await answer(ada, workshop.id)).toMatchObject({
    ...{ may: true, place: { status: 'confirmed' } },
    organisations: [
      { id: home.id, name: home.name, may: true, sentence: { de: 'Ein Platz ist frei.' } },
      {
        ...{ id: other.id, name: other.name, may: true, position: 1 },
        place: { status: 'waiting', reason: 'quota' },
        sentence: { de: expect.stringContaining('Kontingent ausgeschöpft') },
      },
    ],
  })
})

test('a guest learns from the JSON why a door is closed, and otherwise only that it takes an account', async () => {
  const closed = await aWorkshop({ startsAt: soon, enrolUntil: days(-1, NOW) })
  expect(await answer(null, closed.id)).toMatchObject({ may: false, refusal: 'deadline-passed' })
  const open = await aWorkshop({ startsAt: soon })
  expect(await answer(null, open.id)).toMatchObject({ may: null, signedIn: false })
})
