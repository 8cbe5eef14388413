import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/calendar.ts'
import { listAgreements, setAgreement } from '#db/agreements.ts'
import { addMembership, endMembership } from '#db/memberships.ts'
import {
  addOrganisation,
  changeOrganisation,
  getOrganisation,
  getOrganisationShown,
  listOrganisations,
  type OrganisationFacts,
} from '#db/organisations.ts'
import {
  correctParticipation,
  endParticipation,
  listParticipations,
  startParticipation,
} from '#db/participations.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { anOrganisation, aPerson, days, NOW, TODAY } from '#tests/factories.ts'

const [YESTERDAY, TOMORROW] = [addDays(TODAY, -1), addDays(TODAY, 1)]
let ags = 99_000_000

const town = (given: Partial<OrganisationFacts> = {}): OrganisationFacts => ({
  kind: 'municipality',
  name: `Neustadt ${ags}`,
  ags: String(ags++),
  municipalityKind: 'Stadt',
  population: 12_345,
  populationDate: '2024-12-31',
  validFrom: '2008-08-01',
  validUntil: null,
  successorId: null,
  memberIds: [],
  ...given,
})

test('an organisation is added once, however often the form is sent', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const id = randomUUID()
  const facts = town()

  expect(await addOrganisation(db, by, id, facts, NOW)).toEqual({ ok: true })
  expect(await addOrganisation(db, by, id, facts, NOW)).toEqual({ ok: true })

  const { memberIds: _, ...columns } = facts
  expect(await getOrganisation(db, id)).toMatchObject({ ...columns, version: 1, members: [] })
})

test('only municipalities have a key, and no two at a time the same', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const first = town()
  await addOrganisation(db, by, randomUUID(), first, NOW)
  const add = (facts: OrganisationFacts) => addOrganisation(db, by, randomUUID(), facts, NOW)

  expect(await add(town({ ags: null }))).toEqual({ ok: false, refusal: 'ags-missing' })
  expect(await add(town({ kind: 'external' }))).toEqual({ ok: false, refusal: 'ags-only-for-municipalities' })
  expect(await add(town({ ags: first.ags }))).toEqual({ ok: false, refusal: 'ags-taken' })
  expect(await add(town({ ags: first.ags, validUntil: '2020-12-31' }))).toEqual({ ok: true })
  expect(await add(town({ validUntil: '2007-01-01' }))).toEqual({ ok: false, refusal: 'ends-before-start' })
})

test('what has merged into another names it, and only once it is over', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const successor = await anOrganisation()
  const id = randomUUID()
  const facts = town({ successorId: successor.id })

  expect(await addOrganisation(db, by, id, facts, NOW)).toEqual({ ok: false, refusal: 'not-over' })
  expect(await addOrganisation(db, by, id, { ...facts, validUntil: '2025-12-31' }, NOW)).toEqual({ ok: true })
  expect((await getOrganisation(db, id))?.successor?.name).toBe(successor.name)
})

test('of two who edit the same organisation the second one is told', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const id = randomUUID()
  const facts = town()
  await addOrganisation(db, by, id, facts, NOW)

  const change = { ...facts, name: 'Altstadt', version: 1 }
  expect(await changeOrganisation(db, by, id, change, NOW)).toEqual({ ok: true })
  expect(await changeOrganisation(db, by, id, change, NOW)).toEqual({
    ok: false,
    refusal: 'changed-meanwhile',
  })
})

test("an association's specialist counts for every municipality that it serves, while the membership lasts", async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const [left, right] = [await anOrganisation(), await anOrganisation()]
  const association = randomUUID()
  const members = { kind: 'association' as const, ags: null, memberIds: [left.id, right.id] }
  await addOrganisation(db, by, association, town(members), NOW)
  const specialist = await aPerson({ organisationId: association, audience: 'it' })
  await aPerson({ organisationId: left.id, audience: 'user' })
  const specialistsOf = async (id: string, day = TODAY) =>
    (await listOrganisations(db, { day })).find((line) => line.id === id)?.specialists

  expect([await specialistsOf(left.id), await specialistsOf(right.id)]).toEqual([1, 1])

  const [membership] = await db
    .selectFrom('membership')
    .selectAll()
    .where('personId', '=', specialist.id)
    .execute()
  await endMembership(db, by, membership!.id, TODAY, NOW)
  expect(await specialistsOf(left.id)).toBe(1)
  expect(await specialistsOf(left.id, TOMORROW)).toBe(0)
})

/** An association with somebody in IT, and how its form is saved: with ticks and, where one is given, their day. */
async function anAssociation(given: Partial<OrganisationFacts> = {}) {
  const [{ id: by }, id] = [await aPerson({ roles: ['coordinator'] }), randomUUID()]
  const facts = town({ kind: 'association', ags: null, ...given })
  expect(await addOrganisation(db, by, id, facts, days(-40))).toEqual({ ok: true })
  await aPerson({ organisationId: id, audience: 'it', createdAt: days(-400) })
  const tick = async (memberIds: string[], now = NOW, membersFrom: string | null = null) => {
    const { version } = (await getOrganisation(db, id))!
    const form = { ...facts, memberIds, membersFrom, version }
    expect(await changeOrganisation(db, by, id, form, now)).toEqual({ ok: true })
  }
  const periods = async () =>
    (await getOrganisation(db, id))!.members.map((one) => [one.id, one.fromDate, one.untilDate])
  const shown = async (day = TODAY) =>
    (await getOrganisationShown(db, id, day))!.members.map((one) => one.id).sort()
  return { id, tick, periods, shown }
}

const isServed = async (organisationId: string, day: string) =>
  (await listOrganisations(db, { day })).find(({ id }) => id === organisationId)?.specialists === 1

test('whom an association no longer serves was served until yesterday, and figures of past days stay', async () => {
  const [left, stays, comes] = [await anOrganisation(), await anOrganisation(), await anOrganisation()]
  const { tick, periods, shown } = await anAssociation({ memberIds: [left.id, stays.id] })
  const of = async (day: string) => [
    await isServed(left.id, day),
    await isServed(stays.id, day),
    await isServed(comes.id, day),
  ]
  await tick([stays.id, comes.id])
  expect([await of(YESTERDAY), await of(TODAY)]).toEqual([
    [true, true, false],
    [false, true, true],
  ])
  expect(await shown()).toEqual([stays.id, comes.id].sort())
  expect(await periods()).toEqual(
    expect.arrayContaining([
      [left.id, '2008-08-01', YESTERDAY],
      [stays.id, '2008-08-01', null],
      [comes.id, TODAY, null],
    ]),
  )
  const { details } = await db
    .selectFrom('audit')
    .select('details')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(details).toMatchObject({ fromDate: TODAY, serves: [comes.id], servesNoLonger: [left.id] })
})

test('a box that was ticked or unticked by mistake leaves no trace on the same day', async () => {
  const [one, other] = [await anOrganisation(), await anOrganisation()]
  const { tick, periods } = await anAssociation({ memberIds: [one.id] })
  const before = await periods()
  await tick([other.id])
  await tick([one.id])
  expect(await periods()).toEqual(before)
})

test('whoever leaves an association and comes back was not served in between', async () => {
  const { id: one } = await anOrganisation()
  const { tick, periods } = await anAssociation({ memberIds: [one] })
  await tick([], days(-20))
  await tick([one])
  expect(await periods()).toEqual([
    [one, '2008-08-01', addDays(TODAY, -21)],
    [one, TODAY, null],
  ])
})

test('what somebody learns late counts from the day that they enter, and only what was changed', async () => {
  const [left, stays, comes] = [await anOrganisation(), await anOrganisation(), await anOrganisation()]
  const { tick, periods } = await anAssociation({ memberIds: [left.id, stays.id] })
  await tick([stays.id, comes.id], NOW, '2026-01-01')
  expect(await periods()).toEqual(
    expect.arrayContaining([
      [left.id, '2008-08-01', '2025-12-31'],
      [stays.id, '2008-08-01', null],
      [comes.id, '2026-01-01', null],
    ]),
  )
})

test('an association that is still to come serves from its first day, and its form shows whom', async () => {
  const { id: one } = await anOrganisation()
  const { tick, periods, shown } = await anAssociation({ memberIds: [one], validFrom: TOMORROW })
  expect(await shown()).toEqual([one])
  await tick([one])
  expect(await periods()).toEqual([[one, TOMORROW, null]])
  await tick([])
  expect(await periods()).toEqual([])
})

test('an organisation takes part from one day to another, never twice on the same day', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const { id: organisationId } = await anOrganisation()
  const first = { id: randomUUID(), organisationId, fromDate: '2025-03-01', declaration: 'Beschluss 1/2025' }
  const sinceOf = async () =>
    (await listOrganisations(db, { day: TODAY })).find((line) => line.id === organisationId)?.since

  expect(await sinceOf()).toBeNull()
  expect(await startParticipation(db, by, first, NOW)).toEqual({ ok: true })
  expect(await startParticipation(db, by, first, NOW)).toEqual({ ok: true })
  expect(await sinceOf()).toBe('2025-03-01')

  const second = { ...first, id: randomUUID(), fromDate: '2026-01-01' }
  expect(await startParticipation(db, by, second, NOW)).toEqual({ ok: false, refusal: 'overlaps' })
  const end = { id: first.id, organisationId, untilDate: '2024-01-01' }
  expect(await endParticipation(db, by, end, NOW)).toEqual({ ok: false, refusal: 'ends-before-start' })
  expect(await endParticipation(db, by, { ...end, untilDate: '2025-12-31' }, NOW)).toEqual({ ok: true })
  expect(await sinceOf()).toBeNull()
  expect(await startParticipation(db, by, second, NOW)).toEqual({ ok: true })

  const organisation = await getOrganisation(db, organisationId)
  expect(organisation?.participations.map(({ fromDate, untilDate }) => [fromDate, untilDate])).toEqual([
    ['2025-03-01', '2025-12-31'],
    ['2026-01-01', null],
  ])
})

test('a slip in a period of participation is put right, but not into the days of another', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const { id: organisationId } = await anOrganisation()
  const period = { id: randomUUID(), organisationId, fromDate: '2025-03-01', declaration: 'Beschluss 12' }
  const later = { id: randomUUID(), organisationId, fromDate: '2026-01-01', declaration: 'Beschluss 3/2025' }
  await startParticipation(db, by, period, NOW)
  await endParticipation(db, by, { ...period, untilDate: '2025-12-31' }, NOW)
  await startParticipation(db, by, later, NOW)
  const correct = (changes: object) => correctParticipation(db, by, { ...period, ...changes }, NOW)

  expect(await correct({ fromDate: '2025-02-01', declaration: 'Beschluss 12/2025' })).toEqual({ ok: true })
  expect(await correct({ fromDate: '2026-02-01' })).toEqual({ ok: false, refusal: 'ends-before-start' })
  const clash = correctParticipation(db, by, { ...later, fromDate: '2025-12-31' }, NOW)
  expect(await clash).toEqual({ ok: false, refusal: 'overlaps' })

  const [first] = await listParticipations(db, organisationId)
  expect(first).toMatchObject({ fromDate: '2025-02-01', declaration: 'Beschluss 12/2025' })
})

test('an agreement is open until somebody says otherwise, and a signed one has its day', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const { id } = await anOrganisation()

  expect(
    await setAgreement(db, by, id, { kind: 'staff-council', state: 'signed', signedOn: null }, NOW),
  ).toEqual({
    ok: false,
    refusal: 'signed-needs-day',
  })
  await setAgreement(db, by, id, { kind: 'staff-council', state: 'signed', signedOn: TODAY }, NOW)
  await setAgreement(db, by, id, { kind: 'data-protection', state: 'in-progress', signedOn: TODAY }, NOW)

  expect(await listAgreements(db, id)).toEqual([
    { kind: 'task-transfer', state: 'open', signedOn: null },
    { kind: 'data-protection', state: 'in-progress', signedOn: null },
    { kind: 'staff-council', state: 'signed', signedOn: TODAY },
  ])
})

test('nobody serves the same organisation twice at a time', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const { id: organisationId } = await anOrganisation()
  const { id: personId } = await aPerson({ organisationId: null })
  const serve = (fromDate: string, untilDate: string | null) =>
    addMembership(
      db,
      by,
      { id: randomUUID(), personId, organisationId, audience: 'it', fromDate, untilDate },
      NOW,
    )

  expect(await serve('2025-01-01', '2025-12-31')).toEqual({ ok: true })
  expect(await serve('2025-06-01', null)).toEqual({ ok: false, refusal: 'already-member' })
  expect(await serve('2026-02-01', '2026-01-01')).toEqual({ ok: false, refusal: 'ends-before-start' })
  expect(await serve('2026-01-01', null)).toEqual({ ok: true })
})

testOnPostgres('two coordinators who start the same participation at once start one', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  for (let round = 0; round < 5; round++) {
    const { id: organisationId } = await anOrganisation()
    const start = () =>
      startParticipation(
        db,
        by,
        { id: randomUUID(), organisationId, fromDate: '2025-03-01', declaration: 'Beschluss' },
        NOW,
      )

    const results = await Promise.all([start(), start(), start()])

    expect(results.filter((result) => result.ok)).toHaveLength(1)
  }
})

test('a figure that somebody typed over no longer stands beside the source of the register', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const id = randomUUID()
  const facts = town()
  await addOrganisation(db, by, id, facts, NOW)
  await db.updateTable('organisation').set({ source: 'Register' }).where('id', '=', id).execute()

  await changeOrganisation(db, by, id, { ...facts, municipalityKind: 'Gemeinde', version: 1 }, NOW)
  expect(await getOrganisation(db, id)).toMatchObject({ source: 'Register' })
  await changeOrganisation(db, by, id, { ...facts, population: 12_346, version: 2 }, NOW)
  expect(await getOrganisation(db, id)).toMatchObject({ source: null })
})
