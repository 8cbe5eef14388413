import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayOf } from '#app/domain/calendar.ts'
import { ownDecision } from '#app/http/decision.server.ts'
import { warningsFor } from '#app/http/workshop-warnings.server.ts'
import { blockPeriod, freePeriod, listBlockedPeriods } from '#db/blocked-periods.ts'
import { listWarnings } from '#db/enrolment-facts.ts'
import { changeOrganisation, getOrganisation } from '#db/organisations.ts'
import { getWorkshop } from '#db/workshops.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aMembership, anOrganisation, aPerson, aWorkshop, days, hours, NOW, TODAY } from '#tests/factories.ts'

const startsAt = days(14)
const DAY = dayOf(startsAt)

async function block(organisationId: string, given: { fromDate?: string; untilDate?: string } = {}) {
  const { id: by } = await aPerson({ officerOf: [organisationId] })
  const { fromDate = DAY, untilDate = fromDate } = given
  const period = { id: randomUUID(), organisationId, fromDate, untilDate, reason: 'Wahl' }
  return { ...period, by, result: await blockPeriod(db, by, period, NOW) }
}

async function warnedOf(organisationId: string, workshopId: string) {
  const { id } = await aPerson({ organisationId })
  const workshop = (await getWorkshop(db, workshopId))!
  return (await listWarnings(db, workshop, { id, organisationId })).blocked
}

/** Saves an organisation with another ending, as the page does. */
async function end(id: string, validUntil: string | null, successorId: string | null) {
  const { kind, name, ags, municipalityKind, population, populationDate, validFrom, version } =
    (await getOrganisation(db, id))!
  const facts = { kind, name, ags, municipalityKind, population, populationDate, validFrom, version }
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const ending = { validUntil, successorId, memberIds: [] }
  expect(await changeOrganisation(db, by, id, { ...facts, ...ending }, NOW)).toEqual({ ok: true })
}

test('whoever enrols for a blocked day of the own organisation is told who has blocked it, and why', async () => {
  const [own, other] = [await anOrganisation(), await anOrganisation()]
  await block(own.id, { fromDate: addDays(DAY, -1), untilDate: addDays(DAY, 1) })
  const { id } = await aWorkshop({ startsAt })
  expect(await warnedOf(own.id, id)).toMatchObject({ organisation: own.name, reason: 'Wahl' })
  expect(await warnedOf(other.id, id)).toBeUndefined()
})

test('whoever serves two organisations is told what the second one has blocked as well', async () => {
  const [first, second] = [await anOrganisation(), await anOrganisation()]
  const { id: personId } = await aPerson({ organisationId: first.id })
  await aMembership({ personId, organisationId: second.id })
  await block(second.id)
  const workshop = (await getWorkshop(db, (await aWorkshop({ startsAt })).id))!
  const { organisations, warnings } = await ownDecision(db, workshop, personId, [], NOW)
  expect(organisations).toHaveLength(2)
  expect(warnings.blocked).toMatchObject({ organisation: second.name })
})

test('only the days of the meetings count, not those between them', async () => {
  const own = await anOrganisation()
  await block(own.id, { fromDate: addDays(DAY, 1), untilDate: addDays(DAY, 6) })
  const meeting = (from: Date) => ({ startsAt: from, endsAt: hours(3, from), units: 4 })
  const { id } = await aWorkshop({ meetings: [meeting(startsAt), meeting(days(7, startsAt))] })
  expect(await warnedOf(own.id, id)).toBeUndefined()
  await block(own.id, { fromDate: addDays(DAY, 7) })
  expect(await warnedOf(own.id, id)).toMatchObject({ fromDate: addDays(DAY, 7) })
})

test('days are blocked once; the same form sent twice blocks them once and leaves one line in the record', async () => {
  const own = await anOrganisation()
  const { by, result, ...period } = await block(own.id)
  expect(result).toEqual({ ok: true })
  expect(await blockPeriod(db, by, period, NOW)).toEqual({ ok: true })
  const { id: elsewhere } = await anOrganisation()
  expect(await blockPeriod(db, by, { ...period, organisationId: elsewhere }, NOW)).toEqual({
    ...{ ok: false, refusal: 'page-outdated' },
  })
  expect((await block(own.id, { untilDate: addDays(DAY, 3) })).result).toEqual({
    ok: false,
    refusal: 'overlaps',
  })
  expect(await listBlockedPeriods(db, own.id, TODAY)).toHaveLength(1)
  const lines = await db.selectFrom('audit').select('action').where('subjectId', '=', own.id).execute()
  expect(lines).toEqual([{ action: 'blocked-period:edit' }])
})

test('what is freed warns nobody any more, and nobody frees the days of another organisation', async () => {
  const [own, other] = [await anOrganisation(), await anOrganisation()]
  const { id, by } = await block(own.id)
  await freePeriod(db, by, { id, organisationId: other.id }, NOW)
  expect(await listBlockedPeriods(db, own.id, TODAY)).toHaveLength(1)
  await freePeriod(db, by, { id, organisationId: own.id }, NOW)
  expect(await listBlockedPeriods(db, own.id, TODAY)).toEqual([])
  expect(await warnedOf(own.id, (await aWorkshop({ startsAt })).id)).toBeUndefined()
})

test('what is over is not listed any more', async () => {
  const own = await anOrganisation()
  await block(own.id)
  expect(await listBlockedPeriods(db, own.id, addDays(DAY, 1))).toEqual([])
})

test('when a town merges, its days hold for its successor, who can free them; put right, they are its own again', async () => {
  const [old, middle, last] = [await anOrganisation(), await anOrganisation(), await anOrganisation()]
  const { id } = await block(old.id)
  const { id: workshopId } = await aWorkshop({ startsAt })
  expect(await warnedOf(last.id, workshopId)).toBeUndefined()

  const [before, yesterday] = [addDays(TODAY, -2), addDays(TODAY, -1)]
  await end(old.id, before, middle.id)
  await end(middle.id, yesterday, last.id)
  expect(await warnedOf(last.id, workshopId)).toMatchObject({ organisation: old.name })
  expect(await listBlockedPeriods(db, last.id, TODAY)).toMatchObject([{ id, organisation: old.name }])
  expect(await warnedOf(old.id, workshopId)).toBeDefined()

  await end(middle.id, null, null)
  expect(await warnedOf(last.id, workshopId)).toBeUndefined()
  await end(middle.id, yesterday, last.id)
  const { id: by } = await aPerson({ officerOf: [last.id] })
  await freePeriod(db, by, { id, organisationId: last.id }, NOW)
  expect(await listBlockedPeriods(db, old.id, TODAY)).toEqual([])
})

test('a town that is still to merge keeps its days to itself until then, and its successor frees none of them', async () => {
  const [old, heir] = [await anOrganisation(), await anOrganisation()]
  const { id: by } = await aPerson({ officerOf: [heir.id] })
  const { id } = await block(old.id, { fromDate: addDays(DAY, -2), untilDate: addDays(DAY, 7) })
  const soon = await aWorkshop({ startsAt })
  const later = await aWorkshop({ startsAt: days(3, startsAt) })
  await end(old.id, DAY, heir.id)

  expect(await warnedOf(old.id, soon.id)).toMatchObject({ organisation: old.name })
  expect(await warnedOf(heir.id, soon.id)).toBeUndefined()
  // By then they are one.
  expect(await warnedOf(heir.id, later.id)).toMatchObject({
    ...{ organisation: old.name, fromDate: addDays(DAY, 1), untilDate: addDays(DAY, 7) },
  })
  expect(await listBlockedPeriods(db, heir.id, TODAY)).toEqual([])
  await freePeriod(db, by, { id, organisationId: heir.id }, NOW)
  expect(await listBlockedPeriods(db, old.id, TODAY)).toMatchObject([{ id }])
})

test('two organisations that name each other as successor end no query', async () => {
  const [one, two] = [await anOrganisation(), await anOrganisation()]
  await end(one.id, addDays(TODAY, -1), two.id)
  await end(two.id, addDays(TODAY, -1), one.id)
  await block(one.id)
  expect(await listBlockedPeriods(db, two.id, TODAY)).toHaveLength(1)
})

test('whoever plans reads for each day who has blocked it, and for a free day nothing', async () => {
  const far = addMonths(DAY, 6)
  const at = (day: string) => ({
    startsAt: new Date(`${day}T08:00:00Z`),
    endsAt: new Date(`${day}T11:00:00Z`),
    units: 4,
  })
  const [one, two] = [await anOrganisation({ name: 'Astadt' }), await anOrganisation({ name: 'Bstadt' })]
  await block(one.id, { fromDate: far })
  await block(two.id, { fromDate: far, untilDate: addDays(far, 2) })
  const plan = { trainerIds: [], capacity: 12, roomId: null }
  const meetings = [at(far), at(addDays(far, 2)), at(addDays(far, 3))].map((meeting) => ({
    id: null,
    ...meeting,
  }))
  expect(await warningsFor(db, { ...plan, meetings }, [])).toEqual([
    {
      kind: 'blocked',
      day: far,
      blocking: [
        { organisation: 'Astadt', reason: 'Wahl' },
        { organisation: 'Bstadt', reason: 'Wahl' },
      ],
    },
    { kind: 'blocked', day: addDays(far, 2), blocking: [{ organisation: 'Bstadt', reason: 'Wahl' }] },
  ])
})

testOnPostgres('two people who block the same day at the same time block it once', async () => {
  const own = await anOrganisation()
  const results = await Promise.all(Array.from({ length: 6 }, () => block(own.id)))
  expect(results.filter(({ result }) => result.ok)).toHaveLength(1)
  expect(await listBlockedPeriods(db, own.id, TODAY)).toHaveLength(1)
})
