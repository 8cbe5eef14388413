import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/calendar.ts'
import { getActor } from '#db/actors.ts'
import { enrol, getEnrolment } from '#db/enrolments.ts'
import { listOrganisationsOf } from '#db/members.ts'
import { listMemberships } from '#db/memberships.ts'
import { enrolOthers } from '#db/offers.ts'
import { changeOrganisation, getOrganisation } from '#db/organisations.ts'
import { rebook } from '#db/rebooking.ts'
import { listRoles } from '#db/roles.ts'
import { nameSubstitute } from '#db/substitutes.ts'
import { listTowns } from '#db/towns.ts'
import { anApprovingTown, mailsTo } from '#tests/approving.ts'
import { db } from '#tests/database.ts'
import {
  aCourse,
  aMembership,
  anOrganisation,
  aPerson,
  aWorkshop,
  days,
  NOW,
  TODAY,
} from '#tests/factories.ts'

const YESTERDAY = addDays(TODAY, -1)

/** Saves an organisation with another ending, as the page does: everything else stays. */
async function end(
  id: string,
  validUntil: string | null,
  successorId: string | null,
  memberIds: string[] = [],
) {
  const { kind, name, ags, municipalityKind, population, populationDate, validFrom, version } =
    (await getOrganisation(db, id))!
  const facts = { kind, name, ags, municipalityKind, population, populationDate, validFrom, version }
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const ending = { validUntil, successorId, memberIds }
  expect(await changeOrganisation(db, by, id, { ...facts, ...ending }, NOW)).toEqual({ ok: true })
}

const enrolNow = async (personId: string) => {
  const { id } = await aWorkshop({ startsAt: days(30) })
  return enrol(db, { workshopId: id, personId, organisationId: null, by: personId }, NOW)
}

/** Whom somebody serves from when to when, the oldest first. */
async function served(personId: string) {
  const rows = await listMemberships(db, [personId])
  return rows.map(({ organisationId, fromDate, untilDate }) => [organisationId, fromDate, untilDate])
}

test('whoever served a town that has merged goes on with its successor, whose rules hold from then on', async () => {
  const [old, successor] = [await anApprovingTown(), await anApprovingTown()]
  const person = await aPerson({ organisationId: old.id })
  const [[, since]] = (await served(person.id)) as [[string, string, null]]
  await end(old.id, YESTERDAY, successor.id)

  expect(await served(person.id)).toEqual([
    [old.id, since, YESTERDAY],
    [successor.id, TODAY, null],
  ])
  expect(await enrolNow(person.id)).toMatchObject({ ok: true, status: 'requested' })
  expect(await mailsTo(old)).toEqual([])
  expect(await mailsTo(successor)).toHaveLength(1)
  const lines = await db.selectFrom('audit').select('details').where('subjectId', '=', person.id).execute()
  expect(lines).toContainEqual({ details: expect.objectContaining({ merged: old.id }) })
})

test('a place from before the merger can still be rebooked, and counts for the successor then', async () => {
  const [old, successor, course] = [await anOrganisation(), await anOrganisation(), await aCourse()]
  const person = await aPerson({ organisationId: old.id })
  const [first, second] = [
    await aWorkshop({ courseId: course.id }),
    await aWorkshop({ courseId: course.id, startsAt: days(20) }),
  ]
  const [seat, other] = [randomUUID(), randomUUID()]
  const own = { personId: person.id, by: person.id }
  await enrol(db, { ...own, id: seat, workshopId: first.id, organisationId: old.id }, NOW)
  await end(old.id, YESTERDAY, successor.id)

  const change = { id: other, enrolmentId: seat, toWorkshopId: second.id, by: person.id }
  expect(await rebook(db, change, NOW)).toEqual({ ok: true })
  expect(await getEnrolment(db, other)).toMatchObject({ organisationId: successor.id })
})

test('a seat from before the merger goes to a colleague of the successor', async () => {
  const [old, successor] = [await anOrganisation(), await anOrganisation()]
  const [person, colleague] = [
    await aPerson({ organisationId: old.id }),
    await aPerson({ organisationId: successor.id }),
  ]
  const { id: workshopId } = await aWorkshop()
  const seat = randomUUID()
  const wish = { id: seat, workshopId, personId: person.id, organisationId: old.id, by: person.id }
  await enrol(db, wish, NOW)
  await end(old.id, YESTERDAY, successor.id)
  const naming = { id: randomUUID(), enrolmentId: seat, personId: colleague.id, by: person.id }
  expect(await nameSubstitute(db, naming, NOW)).toEqual({ ok: true })
})

test('a merger that is still ahead changes nothing until its day', async () => {
  const [old, successor] = [await anOrganisation(), await anOrganisation()]
  const person = await aPerson({ organisationId: old.id })
  const lastDay = addDays(TODAY, 20)
  await end(old.id, lastDay, successor.id)
  const on = async (day: string) => (await listOrganisationsOf(db, person.id, day)).map(({ id }) => id)
  expect([await on(TODAY), await on(lastDay)]).toEqual([[old.id], [old.id]])
  expect(await on(addDays(lastDay, 1))).toEqual([successor.id])
})

test('a slip of the day is put right, and a merger that does not come leaves everybody where they were', async () => {
  const [old, successor] = [await anOrganisation(), await anOrganisation()]
  const person = await aPerson({ organisationId: old.id })
  const before = await served(person.id)
  await end(old.id, YESTERDAY, successor.id)
  await end(old.id, addDays(TODAY, 9), successor.id)
  expect(await served(person.id)).toMatchObject([
    [old.id, before[0]?.[1], addDays(TODAY, 9)],
    [successor.id, addDays(TODAY, 10), null],
  ])
  await end(old.id, null, null)
  expect(await served(person.id)).toEqual(before)
})

test('whoever serves the successor already does so once', async () => {
  const [old, successor] = [await anOrganisation(), await anOrganisation()]
  const person = await aPerson({ organisationId: old.id })
  await aMembership({ personId: person.id, organisationId: successor.id, fromDate: '2025-01-02' })
  await end(old.id, YESTERDAY, successor.id)
  expect((await served(person.id)).filter(([, , until]) => until === null)).toEqual([
    [successor.id, '2025-01-02', null],
  ])
})

test('for what has ended without a successor nobody enrols, and nobody there is asked', async () => {
  const town = await anApprovingTown()
  const person = await aPerson({ organisationId: town.id })
  await end(town.id, YESTERDAY, null)
  expect(await enrolNow(person.id)).toEqual({ ok: false, refusal: 'no-organisation' })
  expect(await mailsTo(town)).toEqual([])
})

/** For which organisations somebody is training officer on a day. */
const officerOn = async (personId: string, day: string) =>
  [...((await getActor(db, personId, day))?.officerOf ?? [])].sort()

test('whoever looked after a town that has merged looks after its successor, from the day after its last', async () => {
  const [old, successor] = [await anOrganisation(), await anOrganisation()]
  const officer = await aPerson({ organisationId: old.id, officerOf: [old.id] })
  const colleague = await aPerson({ organisationId: old.id })
  await end(old.id, YESTERDAY, successor.id)

  expect(await officerOn(officer.id, YESTERDAY)).toEqual([old.id])
  // Places from before the merger are made for the old town, and still want looking after.
  expect(await officerOn(officer.id, TODAY)).toEqual([old.id, successor.id].sort())
  const { id: workshopId } = await aWorkshop({ startsAt: days(30) })
  const within = await officerOn(officer.id, TODAY)
  const wish = { workshopId, personIds: [colleague.id], by: officer.id, within }
  expect(await enrolOthers(db, wish, NOW)).toMatchObject({ ok: true, outcomes: [{ ok: true }] })
  expect(await listTowns(db, within, TODAY)).toMatchObject([{ id: successor.id }])
})

test('put right, the task is where it was; and one who looked after both does so once', async () => {
  const [old, successor] = [await anOrganisation(), await anOrganisation()]
  const officer = await aPerson({ officerOf: [old.id] })
  const both = await aPerson({ officerOf: [old.id, successor.id] })
  const before = await listRoles(db, [officer.id, both.id])
  const lastDay = addDays(TODAY, 9)
  await end(old.id, YESTERDAY, successor.id)
  const tasks = async (id: string) =>
    (await listRoles(db, [id])).filter(({ role }) => role === 'trainingOfficer').length
  expect([await tasks(officer.id), await tasks(both.id)]).toEqual([2, 2])

  await end(old.id, lastDay, successor.id)
  expect(await officerOn(officer.id, TODAY)).toEqual([old.id])
  expect(await officerOn(officer.id, addDays(lastDay, 1))).toEqual([old.id, successor.id].sort())
  await end(old.id, null, null)
  const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id)
  const after = await listRoles(db, [officer.id, both.id])
  expect(after.sort(byId)).toEqual(before.sort(byId))
})

/** The associations that serve a town, from when to when. */
async function servedBy(id: string) {
  const { associations } = (await getOrganisation(db, id))!
  return associations.map((one) => [one.id, one.fromDate, one.untilDate])
}

async function anAssociationOf(...municipalityIds: string[]) {
  const { id: associationId } = await anOrganisation({ kind: 'association' })
  const rows = municipalityIds.map((municipalityId) => ({ associationId, municipalityId }))
  const since = { fromDate: '2020-01-01', untilDate: null }
  await db
    .insertInto('associationMember')
    .values(rows.map((row) => ({ ...row, ...since })))
    .execute()
  return associationId
}

test('an association that served a town goes on serving its successor, from the day after its last', async () => {
  const [old, successor] = [await anOrganisation(), await anOrganisation()]
  const association = await anAssociationOf(old.id)
  await end(old.id, YESTERDAY, successor.id)
  expect(await servedBy(old.id)).toEqual([[association, '2020-01-01', YESTERDAY]])
  expect(await servedBy(successor.id)).toEqual([[association, TODAY, null]])

  await end(old.id, addDays(TODAY, 9), successor.id)
  expect(await servedBy(successor.id)).toEqual([[association, addDays(TODAY, 10), null]])
  await end(old.id, null, null)
  expect(await servedBy(old.id)).toEqual([[association, '2020-01-01', null]])
  expect(await servedBy(successor.id)).toEqual([])
})

test('a successor that the association serves already is served once', async () => {
  const [old, successor] = [await anOrganisation(), await anOrganisation()]
  const association = await anAssociationOf(old.id, successor.id)
  await end(old.id, YESTERDAY, successor.id)
  expect(await servedBy(old.id)).toEqual([[association, '2020-01-01', YESTERDAY]])
  expect(await servedBy(successor.id)).toEqual([[association, '2020-01-01', null]])

  await end(old.id, null, null)
  expect(await servedBy(old.id)).toEqual([[association, '2020-01-01', null]])
  expect(await servedBy(successor.id)).toEqual([[association, '2020-01-01', null]])
})

test('whom an association served is served by the one into which it merges, but by no town', async () => {
  const [town, other] = [await anOrganisation(), await anOrganisation()]
  const [old, successor] = [await anAssociationOf(town.id), await anAssociationOf(other.id)]
  const dissolved = await anAssociationOf(town.id)
  await end(old, YESTERDAY, successor, [town.id])
  await end(dissolved, YESTERDAY, other.id, [town.id])
  expect(await servedBy(town.id)).toEqual(
    expect.arrayContaining([
      [old, '2020-01-01', YESTERDAY],
      [successor, TODAY, null],
      [dissolved, '2020-01-01', null],
    ]),
  )
  expect(await servedBy(town.id)).toHaveLength(3)
})
