import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays } from '#app/domain/calendar.ts'
import { getActor } from '#db/actors.ts'
import { disablePerson } from '#db/people.ts'
import { assignRole, endRole, listRoles, type NewRole } from '#db/roles.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { anOrganisation, aPerson, aRole, NOW, TODAY } from '#tests/factories.ts'

// "The last admin" is about the whole installation, so the admins of one test must not help those of another.
const dismissAll = () =>
  db.updateTable('roleAssignment').set({ untilDate: TODAY }).where('role', '=', 'admin').execute()
beforeEach(dismissAll)
afterEach(dismissAll)

const YESTERDAY = addDays(TODAY, -1)
const TOMORROW = addDays(TODAY, 1)

const trainer = (personId: string, given: Partial<NewRole> = {}): NewRole => ({
  ...{ id: randomUUID(), personId, role: 'trainer', organisationId: null, fromDate: TODAY, untilDate: null },
  ...given,
})

async function rolesOn(day: string, personId: string): Promise<string[]> {
  return [...((await getActor(db, personId, day))?.roles ?? [])]
}

test('a role counts from its first day to its last, and not a day longer', async () => {
  const ada = await aPerson({ roles: [] })
  await assignRole(db, ada.id, trainer(ada.id, { fromDate: TODAY, untilDate: TOMORROW }), NOW)

  expect(await rolesOn(YESTERDAY, ada.id)).toEqual([])
  expect(await rolesOn(TODAY, ada.id)).toEqual(['trainer'])
  expect(await rolesOn(TOMORROW, ada.id)).toEqual(['trainer'])
  expect(await rolesOn(addDays(TODAY, 2), ada.id)).toEqual([])
})

test('the same form sent twice gives a role once; a second one of the same kind is refused', async () => {
  const ada = await aPerson({ roles: [] })
  const role = trainer(ada.id)

  expect(await assignRole(db, ada.id, role, NOW)).toEqual({ ok: true })
  expect(await assignRole(db, ada.id, role, NOW)).toEqual({ ok: true })
  expect(await assignRole(db, ada.id, trainer(ada.id), NOW)).toEqual({
    ok: false,
    refusal: 'already-assigned',
  })
  expect(await listRoles(db, [ada.id])).toHaveLength(1)
})

test('a training officer is one of an organisation, nobody else is', async () => {
  const ada = await aPerson({ roles: [] })
  const { id: organisationId } = await anOrganisation()

  expect(await assignRole(db, ada.id, trainer(ada.id, { role: 'trainingOfficer' }), NOW)).toEqual({
    ok: false,
    refusal: 'needs-organisation',
  })
  expect(await assignRole(db, ada.id, trainer(ada.id, { organisationId }), NOW)).toEqual({
    ok: false,
    refusal: 'needs-no-organisation',
  })
  const officer = trainer(ada.id, { role: 'trainingOfficer', organisationId })
  expect(await assignRole(db, ada.id, officer, NOW)).toEqual({ ok: true })
  expect((await getActor(db, ada.id, TODAY))?.officerOf).toEqual([organisationId])
})

test('a consultant comes for a time', async () => {
  const ada = await aPerson({ roles: [] })

  const forGood = trainer(ada.id, { role: 'consultant' })
  expect(await assignRole(db, ada.id, forGood, NOW)).toEqual({ ok: false, refusal: 'needs-end' })
  const tillTomorrow = trainer(ada.id, { role: 'consultant', untilDate: TOMORROW })
  expect(await assignRole(db, ada.id, tillTomorrow, NOW)).toEqual({ ok: true })
})

test('an ended role counts to the end of its last day; one that has not begun is taken back', async () => {
  const ada = await aPerson({ roles: [] })
  const old = trainer(ada.id, { fromDate: YESTERDAY })
  const fresh = trainer(ada.id, { role: 'coordinator', fromDate: TODAY })
  for (const role of [old, fresh]) await assignRole(db, ada.id, role, NOW)

  await endRole(db, ada.id, old.id, TODAY, NOW)
  expect(await rolesOn(TODAY, ada.id)).toContain('trainer')
  expect(await rolesOn(TOMORROW, ada.id)).not.toContain('trainer')

  await endRole(db, ada.id, fresh.id, YESTERDAY, NOW)
  expect(await rolesOn(TODAY, ada.id)).toEqual(['trainer'])
})

test('the last admin keeps the role and the account', async () => {
  const [first, second] = [await aPerson({ roles: [] }), await aPerson({ roles: [] })]
  const role = await aRole({ personId: first.id, role: 'admin' })
  await aRole({ personId: second.id, role: 'admin', untilDate: TOMORROW })

  expect(await endRole(db, second.id, role.id, TODAY, NOW)).toEqual({ ok: false, refusal: 'last-admin' })
  expect(await disablePerson(db, second.id, first.id, NOW)).toEqual({ ok: false, refusal: 'last-admin' })

  const third = await aPerson({ roles: ['admin'] })
  expect(await disablePerson(db, third.id, first.id, NOW)).toEqual({ ok: true })
})

const ROUNDS = 10

testOnPostgres('two admins who lock each other at the same moment: one of them stays', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    await dismissAll()
    const [ada, grace] = [await aPerson({ roles: ['admin'] }), await aPerson({ roles: ['admin'] })]

    const results = await Promise.all([
      disablePerson(db, ada.id, grace.id, NOW),
      disablePerson(db, grace.id, ada.id, NOW),
    ])

    expect(results.map((result) => result.ok).sort()).toEqual([false, true])
  }
})

testOnPostgres('control: without the lock both are gone', async () => {
  const [ada, grace] = [await aPerson({ roles: ['admin'] }), await aPerson({ roles: ['admin'] })]
  const remaining = (without: string) =>
    db
      .selectFrom('roleAssignment')
      .innerJoin('person', 'person.id', 'roleAssignment.personId')
      .select('person.id')
      .where('role', '=', 'admin')
      .where('untilDate', 'is', null)
      .where('disabledAt', 'is', null)
      .where('person.id', '<>', without)
      .execute()
  const disable = (id: string) =>
    db.updateTable('person').set({ disabledAt: NOW }).where('id', '=', id).execute()

  // Both have looked before either writes, which no lock forbids.
  const [withoutAda, withoutGrace] = await Promise.all([remaining(ada.id), remaining(grace.id)])
  if (withoutAda.length > 0) await disable(ada.id)
  if (withoutGrace.length > 0) await disable(grace.id)

  expect(await remaining(randomUUID())).toEqual([])
})
