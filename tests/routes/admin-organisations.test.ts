import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Role } from '#app/domain/policy.ts'
import { action as save, loader as openForm } from '#app/routes/admin/organisation-edit.tsx'
import { action as change, loader as show } from '#app/routes/admin/organisation.tsx'
import { loader as list } from '#app/routes/admin/organisations.tsx'
import { getOrganisation } from '#db/organisations.ts'
import { anOrganisation, aPerson, aRequest, args, requestAs } from '#tests/factories.ts'

const LIST = '/admin/organisations'
type Someone = { id: string }

const someoneWith = (role: Role) => aPerson({ roles: [role] })

function facts(given: Record<string, string | string[]> = {}) {
  const ags = String(15_000_000 + Math.floor(Math.random() * 900_000))
  return {
    id: randomUUID(),
    version: '0',
    kind: 'municipality',
    name: 'Neustadt',
    ags,
    municipalityKind: 'Stadt',
    population: '12345',
    populationDate: '2024-12-31',
    validFrom: '2008-08-01',
    validUntil: '',
    successorId: '',
    ...given,
  }
}

async function send(person: Someone, id: string, form: Record<string, string>) {
  return change(args(await requestAs(person, `${LIST}/${id}`, form), { organisationId: id }))
}

async function edit(person: Someone, id: string, form: Record<string, string | string[]>) {
  return save(args(await requestAs(person, `${LIST}/${id}/edit`, form), { organisationId: id }))
}

test('coordination and administration keep the organisations, nobody else', async () => {
  const { id: organisationId } = await anOrganisation()
  const params = { organisationId }
  for (const role of ['admin', 'coordinator'] as const) {
    const person = await someoneWith(role)
    await list(args(await requestAs(person, LIST)))
    await show(args(await requestAs(person, LIST), params))
    await openForm(args(await requestAs(person, LIST), params))
  }
  for (const role of ['dataProtection', 'committee', 'trainer'] as const) {
    const person = await someoneWith(role)
    const doors = [
      async () => list(args(await requestAs(person, LIST))),
      async () => show(args(await requestAs(person, LIST), params)),
      async () => openForm(args(await requestAs(person, LIST))),
      () => send(person, organisationId, { intent: 'end' }),
      () => edit(person, organisationId, facts()),
    ]
    for (const door of doors) await expect(door()).rejects.toMatchObject({ status: 403 })
  }
  await expect(list(args(aRequest(LIST)))).rejects.toMatchObject({ status: 302 })
})

test('the list knows kinds, and who has declared to take part', async () => {
  const coordinator = await someoneWith('coordinator')
  const { id } = await anOrganisation()
  const external = await anOrganisation({ kind: 'external' })
  const open = async (query: string) => list(args(await requestAs(coordinator, LIST + query)))
  const before = await open('')

  await send(coordinator, id, {
    intent: 'start',
    id: randomUUID(),
    fromDate: '2025-03-01',
    declaration: 'Rat',
  })

  const after = await open('')
  expect(after.taking).toBe(before.taking + 1)
  expect(after.organisations.find((line) => line.id === id)?.since).toBe('2025-03-01')
  const externals = (await open('?kind=external')).organisations
  expect(externals.map((line) => line.id)).toContain(external.id)
  expect(externals.every(({ kind }) => kind === 'external')).toBe(true)
  expect((await open('?kind=planet')).isFiltered).toBe(false)
})

test('a new organisation is there once, however often the form is sent', async () => {
  const coordinator = await someoneWith('coordinator')
  const form = facts()
  for (let time = 0; time < 2; time++) {
    const response = await save(args(await requestAs(coordinator, `${LIST}/new`, form)))
    expect((response as Response).headers.get('Location')).toBe(`${LIST}/${form.id}?done=added`)
  }
  const { organisation } = await show(args(await requestAs(coordinator, LIST), { organisationId: form.id }))
  expect(organisation).toMatchObject({ name: 'Neustadt', ags: form.ags, population: 12_345, version: 1 })
})

test('a municipality needs its key of eight digits, and the form says so at the field', async () => {
  const coordinator = await someoneWith('coordinator')
  const add = async (given: Record<string, string>) =>
    save(args(await requestAs(coordinator, `${LIST}/new`, facts(given))))

  expect(await add({ ags: '' })).toMatchObject({ data: { errors: { ags: 'ags-missing' } } })
  expect(await add({ ags: '1462' })).toMatchObject({ data: { errors: { ags: 'ags-wrong' } } })
  expect(await add({ kind: 'external' })).toMatchObject({
    data: { errors: { ags: 'ags-only-for-municipalities' } },
  })
  expect(await add({ validUntil: '2001-01-01' })).toMatchObject({
    data: { errors: { validUntil: 'ends-before-start' } },
  })
  expect(await add({ successorId: randomUUID() })).toMatchObject({
    data: { errors: { successorId: 'invalid' } },
  })
})

test('an association serves the municipalities that are ticked', async () => {
  const coordinator = await someoneWith('coordinator')
  const [left, right, county] = [
    await anOrganisation(),
    await anOrganisation(),
    await anOrganisation({ kind: 'county' }),
  ]
  const association = facts({ kind: 'association', ags: '', name: 'Verbund', memberIds: [left.id, right.id] })
  await save(args(await requestAs(coordinator, `${LIST}/new`, association)))

  const page = await openForm(args(await requestAs(coordinator, LIST), { organisationId: association.id }))
  expect(page.organisation?.memberIds.sort()).toEqual([left.id, right.id].sort())
  const served = await show(args(await requestAs(coordinator, LIST), { organisationId: left.id }))
  expect(served.organisation.associations.map(({ name }) => name)).toEqual(['Verbund'])
  const wrong = await edit(coordinator, association.id, {
    ...association,
    version: '1',
    memberIds: county.id,
  })
  expect(wrong).toMatchObject({ data: { errors: { memberIds: 'invalid' } } })

  const change = { ...association, version: '1', memberIds: right.id, membersFrom: '2025-01-01' }
  await edit(coordinator, association.id, change)
  const { organisation } = await show(args(await requestAs(coordinator, LIST), { organisationId: left.id }))
  expect(organisation.associations).toEqual([])
  const after = await openForm(args(await requestAs(coordinator, LIST), { organisationId: association.id }))
  expect(after.organisation?.memberIds).toEqual([right.id])
  const { db } = args(aRequest(LIST)).context
  const { associations } = (await getOrganisation(db, left.id))!
  expect(associations).toMatchObject([{ id: association.id, untilDate: '2024-12-31' }])
})

test('of two who edit at the same time the second one is told, and may then have the last word', async () => {
  const [first, second] = [await someoneWith('coordinator'), await someoneWith('admin')]
  const form = facts()
  await save(args(await requestAs(first, `${LIST}/new`, form)))

  await edit(first, form.id, { ...form, version: '1', name: 'Altstadt' })
  const late = await edit(second, form.id, { ...form, version: '1', name: 'Oststadt' })
  expect(late).toMatchObject({
    init: { status: 409 },
    data: { refusal: 'changed-meanwhile', submitted: { name: 'Oststadt' } },
  })

  const page = await openForm(args(await requestAs(second, LIST), { organisationId: form.id }))
  await edit(second, form.id, { ...form, version: String(page.version), name: 'Oststadt' })
  const { organisation } = await show(args(await requestAs(second, LIST), { organisationId: form.id }))
  expect(organisation.name).toBe('Oststadt')
})

test('participation begins and ends on a day, and what contradicts it is said at the field', async () => {
  const coordinator = await someoneWith('coordinator')
  const { id } = await anOrganisation()
  const start = { intent: 'start', id: randomUUID(), fromDate: '2025-03-01', declaration: 'Beschluss 1/2025' }

  const done = (await send(coordinator, id, start)) as Response
  expect(done.headers.get('Location')).toBe(`${LIST}/${id}?done=saved`)
  expect(await send(coordinator, id, { ...start, id: randomUUID() })).toMatchObject({
    data: { intent: 'start', errors: { fromDate: 'overlaps' } },
  })
  expect(await send(coordinator, id, { intent: 'end', id: start.id, untilDate: '2025-02-01' })).toMatchObject(
    {
      data: { intent: 'end', errors: { untilDate: 'ends-before-start' } },
    },
  )
  await send(coordinator, id, { intent: 'end', id: start.id, untilDate: '2025-12-31' })
  const { db } = args(aRequest(LIST)).context
  await send(coordinator, id, { ...start, intent: 'correct', fromDate: '2025-02-01' })
  expect((await getOrganisation(db, id))?.participations).toMatchObject([
    { fromDate: '2025-02-01', untilDate: '2025-12-31' },
  ])
})

test('an agreement is signed on a day', async () => {
  const admin = await someoneWith('admin')
  const { id } = await anOrganisation()
  const signed = { intent: 'agreement', kind: 'data-protection', state: 'signed' }

  expect(await send(admin, id, { ...signed, signedOn: '' })).toMatchObject({
    data: { errors: { signedOn: 'signed-needs-day' } },
  })
  await send(admin, id, { ...signed, signedOn: '2025-05-02' })
  const { organisation } = await show(args(await requestAs(admin, LIST), { organisationId: id }))
  expect(organisation.agreements.find(({ kind }) => kind === 'data-protection')).toMatchObject({
    state: 'signed',
    signedOn: '2025-05-02',
  })
})

test('who belongs to an organisation stands on its page, and an unknown one is not found', async () => {
  const admin = await someoneWith('admin')
  const { id: organisationId } = await anOrganisation()
  await aPerson({ organisationId, givenName: 'Grete', familyName: 'Adler', audience: 'it' })

  const page = await show(args(await requestAs(admin, LIST), { organisationId }))
  expect(page).toMatchObject({ total: 1, people: [{ name: 'Adler, Grete', audience: 'it' }] })
  for (const unknown of [randomUUID(), 'x']) {
    const door = show(args(await requestAs(admin, LIST), { organisationId: unknown }))
    await expect(door).rejects.toMatchObject({ status: 404 })
  }
})
