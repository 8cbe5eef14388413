import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import type { Role } from '#app/domain/policy.ts'
import { loader } from '#app/routes/organisations/export.ts'
import { loader as townPage } from '#app/routes/organisations/show.tsx'
import { db } from '#tests/database.ts'
import {
  aMembership,
  anOrganisation,
  aPerson,
  aRequest,
  args,
  aWorkshop,
  days,
  NOW,
  requestAs,
} from '#tests/factories.ts'

const YESTERDAY = addDays(dayOf(new Date()), -1)
const TOMORROW = addDays(dayOf(new Date()), 1)
const addressOf = (organisationId: string) => `/organisations/${organisationId}/export.json`
const download = async (who: { id: string }, organisationId: string) =>
  loader(args(await requestAs(who, addressOf(organisationId)), { organisationId }))

type Taken = {
  format: string
  version: number
  view: string
  organisation: { id: string; successor: { id: string } | null; predecessors: { id: string }[] }
  people: {
    id: string
    familyName: string
    email?: string | null
    enrolments: { id: string }[]
    memberships: object[]
  }[]
}
const taken = async (who: { id: string }, organisationId: string) =>
  (await (await download(who, organisationId)).json()) as Taken

const linesAbout = (organisationId: string) =>
  db
    .selectFrom('audit')
    .select(['actorId', 'action', 'details'])
    .where('subjectId', '=', organisationId)
    .where('action', '=', 'organisation:export')
    .execute()

/** Somebody's seat in a workshop, made for this organisation. */
async function aSeat(personId: string, organisationId: string): Promise<string> {
  const { id: workshopId } = await aWorkshop({ startsAt: days(-30) })
  const id = randomUUID()
  const seat = { id, workshopId, personId, organisationId, enrolledBy: personId, enrolledAt: days(-40) }
  await db
    .insertInto('enrolment')
    .values({ ...seat, status: 'confirmed' })
    .execute()
  return id
}

const officerOf = (organisationId: string) => aPerson({ organisationId, officerOf: [organisationId] })
const aCoordinator = () => aPerson({ roles: ['coordinator'], organisationId: null })

test('the training officer takes the own town along as one file, and the record says so once', async () => {
  const town = await anOrganisation()
  const officer = await officerOf(town.id)
  const answer = await download(officer, town.id)

  expect(answer.headers.get('Content-Type')).toBe('application/json')
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  const name = `lernkreis-organisation-${town.ags}-${dayOf(new Date())}.json`
  expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="${name}"`)
  expect(await answer.json()).toMatchObject({
    ...{ format: 'lernkreis-organisation', version: 1, view: 'trainingOfficer', producer: 'Lernkreis 0.0.0' },
    ...{ organisation: { id: town.id, name: town.name }, people: [{ id: officer.id }] },
  })
  expect(await linesAbout(town.id)).toEqual([
    { actorId: officer.id, action: 'organisation:export', details: { view: 'trainingOfficer' } },
  ])
})

test('nobody takes along what is not theirs, and the record stays empty', async () => {
  const town = await anOrganisation()
  const elsewhere = await officerOf((await anOrganisation()).id)
  const roles: Role[] = ['participant', 'trainer', 'committee', 'dataProtection', 'staffCouncil', 'admin']
  const others = await aPerson({ roles, organisationId: town.id })

  for (const who of [elsewhere, others])
    await expect(download(who, town.id)).rejects.toMatchObject({ status: 403 })
  const guest = loader(args(aRequest(addressOf(town.id)), { organisationId: town.id }))
  await expect(guest).rejects.toMatchObject({ status: 302 })
  const coordinator = await aCoordinator()
  for (const nothing of [randomUUID(), 'town'])
    await expect(download(coordinator, nothing)).rejects.toMatchObject({ status: 404 })
  expect(await linesAbout(town.id)).toEqual([])
})

test('whoever serves two towns is in both files, each time with what happened for that one alone', async () => {
  const [one, two, coordinator] = [await anOrganisation(), await anOrganisation(), await aCoordinator()]
  const both = await aPerson({ organisationId: one.id })
  await aMembership({ personId: both.id, organisationId: two.id })
  const [first, second] = [await aSeat(both.id, one.id), await aSeat(both.id, two.id)]

  const [fileOne, fileTwo] = [await taken(coordinator, one.id), await taken(coordinator, two.id)]

  // The address may be that of the other town, and neither hands it to the other.
  expect(fileOne.people).toMatchObject([{ id: both.id, email: null, enrolments: [{ id: first }] }])
  expect(fileTwo.people).toMatchObject([{ id: both.id, email: null, enrolments: [{ id: second }] }])
  expect([fileOne, fileTwo].map(({ people }) => people[0]?.memberships.length)).toEqual([1, 1])
  expect(JSON.stringify(fileOne)).not.toContain(two.id)
})

test('whoever has gone to another town leaves behind what was for this one, and no address', async () => {
  const [before, now, coordinator] = [await anOrganisation(), await anOrganisation(), await aCoordinator()]
  const gone = await aPerson({ organisationId: null })
  await aMembership({ personId: gone.id, organisationId: before.id, untilDate: '2025-06-30' })
  await aMembership({ personId: gone.id, organisationId: now.id, fromDate: '2025-07-01' })
  const [old, recent] = [await aSeat(gone.id, before.id), await aSeat(gone.id, now.id)]

  const left = await taken(coordinator, before.id)
  expect(left.people).toMatchObject([{ id: gone.id, familyName: gone.familyName, email: null }])
  expect(left.people[0]?.enrolments).toMatchObject([{ id: old }])
  expect((await taken(coordinator, now.id)).people).toMatchObject([
    { email: gone.email, enrolments: [{ id: recent }] },
  ])
})

test('what a town was before it merged is taken along by its successor, in a file of its own', async () => {
  const [last, middle] = [await anOrganisation(), await anOrganisation()]
  const ended = { validUntil: YESTERDAY, successorId: middle.id }
  const old = await anOrganisation(ended)
  await db
    .updateTable('organisation')
    .set({ ...ended, successorId: last.id })
    .where('id', '=', middle.id)
    .execute()
  const person = await aPerson({ organisationId: null })
  await aMembership({ personId: person.id, organisationId: old.id, untilDate: YESTERDAY })
  await aMembership({ personId: person.id, organisationId: last.id, fromDate: dayOf(new Date()) })
  const [before, after] = [await aSeat(person.id, old.id), await aSeat(person.id, last.id)]
  const officer = await officerOf(last.id)

  const file = await taken(officer, old.id)
  expect(file).toMatchObject({ organisation: { successor: { id: middle.id } }, people: [{ id: person.id }] })
  expect(file.people[0]?.enrolments.map(({ id }) => id)).toEqual([before])
  const own = await taken(officer, last.id)
  expect(own.organisation.predecessors).toMatchObject([{ id: middle.id }])
  expect(own.people.find(({ id }) => id === person.id)?.enrolments.map(({ id }) => id)).toEqual([after])
  const page = await townPage(args(await requestAs(officer, '/'), { organisationId: last.id }))
  expect(page.former.map(({ id }) => id).sort()).toEqual([old.id, middle.id].sort())
})

test('a merger that is still ahead gives nobody a right yet', async () => {
  const next = await anOrganisation()
  const town = await anOrganisation({ validUntil: TOMORROW, successorId: next.id })
  const officer = await officerOf(next.id)

  await expect(download(officer, town.id)).rejects.toMatchObject({ status: 403 })
  const page = await townPage(args(await requestAs(officer, '/'), { organisationId: next.id }))
  expect(page.former).toEqual([])
})

test('towns that name each other as successors lead nobody round in circles', async () => {
  const one = await anOrganisation({ validUntil: YESTERDAY })
  const two = await anOrganisation({ validUntil: YESTERDAY, successorId: one.id })
  await db.updateTable('organisation').set({ successorId: two.id }).where('id', '=', one.id).execute()
  const officer = await officerOf(two.id)

  expect((await taken(officer, one.id)).organisation.id).toBe(one.id)
})

test('a thousand people come in parts, each once, in the same order', async () => {
  const [town, coordinator] = [await anOrganisation(), await aCoordinator()]
  const people = Array.from({ length: 1_000 }, (_, nth) => ({
    ...{ id: randomUUID(), givenName: 'Ada', familyName: `Nummer ${nth}`, createdAt: NOW },
    email: `${randomUUID()}@lernkreis.example`,
  }))
  await db.insertInto('person').values(people).execute()
  const served = people.map(({ id: personId }) => ({ personId, organisationId: town.id }))
  const member = { audience: 'user' as const, fromDate: '2024-01-02' }
  await db
    .insertInto('membership')
    .values(served.map((one) => ({ ...one, ...member })))
    .execute()

  const parts: number[] = []
  let text = ''
  const decoder = new TextDecoder()
  const reader = (await download(coordinator, town.id)).body!.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value.byteLength)
    text += decoder.decode(part.value, { stream: true })
  }

  const file = JSON.parse(text) as Taken
  expect(file.people.map(({ id }) => id)).toEqual(people.map(({ id }) => id).sort())
  expect(parts.length).toBeGreaterThan(10)
  expect(Math.max(...parts)).toBeLessThan(100_000)
})
