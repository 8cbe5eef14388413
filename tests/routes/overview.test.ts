import { expect, test } from 'vitest'
import { overviewFacts } from '#app/http/overview.server.ts'
import { loader } from '#app/routes/overview.tsx'
import { loader as teaching } from '#app/routes/teaching.tsx'
import { releaseRound } from '#db/releases.ts'
import { countRound } from '#db/tallies.ts'
import { countedDb } from '#tests/counting.ts'
import { db } from '#tests/database.ts'
import { args, aPerson, aWorkshop, days, hours, NOW as PILOT, requestAs } from '#tests/factories.ts'
import { aFinishedWorkshop, anUrn, attend, countMeans, questionnaireOf, voteAll } from '#tests/urn.ts'

const NOW = new Date()
type Someone = { id: string }
const overview = async (person: Someone) => loader(args(await requestAs(person, '/overview')))
const own = async (person: Someone) => teaching(args(await requestAs(person, '/teaching')))
const office = () => aPerson({ roles: ['coordinator'] })
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

test('the overview shows what comes, what runs short with its day, and who waits', async () => {
  const soon = await aWorkshop({ startsAt: days(10, NOW), minimum: 5, decideOn: null })
  const later = await aWorkshop({ startsAt: days(60, NOW), minimum: 3 })
  const off = await aWorkshop({ startsAt: days(10, NOW), calledOffAt: NOW, callOffReason: 'krank' })
  const person = await aPerson()
  const enrolment = { workshopId: soon.id, personId: person.id, enrolledBy: person.id, enrolledAt: NOW }
  const { organisationId } = await db
    .selectFrom('membership')
    .select('organisationId')
    .where('personId', '=', person.id)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('enrolment')
    .values({ ...enrolment, organisationId, status: 'waiting' })
    .execute()

  const page = await overview(await office())
  expect(ids(page.next)).toContain(soon.id)
  expect(ids(page.next)).not.toContain(later.id)
  expect(ids(page.next)).not.toContain(off.id)
  const low = page.low.map(({ workshopId }) => workshopId)
  expect(low).toEqual(expect.arrayContaining([soon.id, later.id]))
  expect(low).not.toContain(off.id)
  expect(page.low.find(({ workshopId }) => workshopId === soon.id)).toMatchObject({ taken: 0, minimum: 5 })
  expect(page.waiting.find(({ id }) => id === soon.id)).toMatchObject({ waiting: 1 })
})

test('open lists lead to the meeting, and targets without a resolution to the targets', async () => {
  const workshop = await aFinishedWorkshop({ endsAt: hours(-2, NOW) })
  await attend(workshop.id, (await aPerson()).id)
  const meetings = db.selectFrom('meeting').select('id').where('workshopId', '=', workshop.id)
  await db.deleteFrom('attendance').where('meetingId', 'in', meetings).execute()
  const page = await overview(await office())
  expect(page.lists.some(({ missing }) => missing === 1)).toBe(true)
  const hrefs = page.overdue.map(({ href }) => href)
  expect(hrefs.every((href) => href.startsWith('/'))).toBe(true)
  expect(page.overdue.map(({ kind }) => kind)).toContain('prepare-report')
})

test('feedback that still collects does not ask for anybody', async () => {
  const { round } = await anUrn({ kind: 'workshop', people: 3 })
  const page = await overview(await office())
  expect(ids(page.rounds)).not.toContain(round.id)
})

test('as many queries, however much there is', async () => {
  const { count, db: counted } = countedDb()
  await overviewFacts(counted, NOW)
  const before = count.queries
  for (let nth = 0; nth < 5; nth++) await aWorkshop({ startsAt: days(10 + nth, NOW), minimum: 5 })
  count.queries = 0
  await overviewFacts(counted, NOW)
  expect(count.queries).toBe(before)
  expect(before).toBeLessThanOrEqual(13)
})

test('the overview is for the coordination, the own workshops for trainers', async () => {
  const others = [await aPerson(), await aPerson({ roles: ['committee', 'admin', 'staffCouncil'] })]
  for (const person of [...others, await aPerson({ roles: ['trainer'] })])
    await expect(overview(person)).rejects.toMatchObject({ status: 403 })
  for (const person of [...others, await office()])
    await expect(own(person)).rejects.toMatchObject({ status: 403 })
})

test('a trainer sees the own workshops, and nothing of those of others', async () => {
  const [ada, bea] = [await aPerson({ roles: ['trainer'] }), await aPerson({ roles: ['trainer'] })]
  const coming = await aWorkshop({ startsAt: days(5, NOW), trainerIds: [ada.id] })
  const past = await aWorkshop({ startsAt: days(-5, NOW), trainerIds: [ada.id] })
  const other = await aWorkshop({ startsAt: days(5, NOW), trainerIds: [bea.id] })
  const page = await own(ada)
  expect(ids(page.coming)).toEqual([coming.id])
  expect(ids(page.past)).toEqual([past.id])
  expect(JSON.stringify(page)).not.toContain(other.id)
})

test('of feedback a trainer sees what is released of the own courses, and nothing before', async () => {
  const urn = await anUrn({ kind: 'workshop', people: 6 })
  const trainer = await aPerson({ roles: ['trainer'] })
  const workshop = await aWorkshop({ startsAt: days(-2, PILOT), trainerIds: [trainer.id] })
  await db
    .insertInto('evaluationWorkshop')
    .values({ roundId: urn.round.id, workshopId: workshop.id, closesOn: '2026-03-25' })
    .execute()
  await voteAll(urn, urn.people, { overall: 4 })
  const over = days(400, PILOT)
  expect(ids((await own(trainer)).released)).toEqual([])
  await countRound(db, { roundId: urn.round.id, by: null }, countMeans('workshop'), over)
  expect(ids((await own(trainer)).released)).toEqual([])
  expect(ids((await overview(await office())).rounds)).toContain(urn.round.id)
  const by = (await office()).id
  expect(await releaseRound(db, { roundId: urn.round.id, by }, questionnaireOf.workshop, over)).toMatchObject(
    {
      ok: true,
    },
  )
  expect(ids((await own(trainer)).released)).toEqual([urn.round.id])
  expect(ids((await overview(await office())).rounds)).not.toContain(urn.round.id)
  expect(ids((await own(await aPerson({ roles: ['trainer'] }))).released)).toEqual([])
})
