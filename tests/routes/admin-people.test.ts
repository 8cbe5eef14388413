import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { loader as home } from '#app/routes/admin/home.tsx'
import { action as importPeople } from '#app/routes/admin/people-import.tsx'
import { loader as list } from '#app/routes/admin/people.tsx'
import { action as add, loader as addPage } from '#app/routes/admin/person-new.tsx'
import { action as act, loader as show } from '#app/routes/admin/person.tsx'
import { dayOf } from '#app/domain/calendar.ts'
import type { Role } from '#app/domain/policy.ts'
import { getActor } from '#db/actors.ts'
import { getPerson, getSignIn } from '#db/people.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, aPerson, aRequest, args, cookieOf, ORIGIN, requestAs } from '#tests/factories.ts'

const today = dayOf(new Date())
const admin = await aPerson({ roles: ['admin'] })
const coordinator = await aPerson({ roles: ['coordinator'] })

type Fields = Record<string, string | string[]>
type Somebody = { id: string }

const ask = async (by: Somebody, person: Somebody) =>
  show(args(await requestAs(by, `/admin/people/${person.id}`), { personId: person.id }))
const post = async (by: Somebody, person: Somebody, form: Fields) =>
  act(args(await requestAs(by, `/admin/people/${person.id}`, form), { personId: person.id }))
const rolesOf = async ({ id }: Somebody) => (await getActor(db, id, today))?.roles

const newPerson = (given: Fields = {}) => {
  const id = randomUUID()
  const email = `neu.${id.slice(0, 8)}@lernkreis.example`
  return {
    ...{ id, givenName: 'Grace', familyName: 'Hopper', email, locale: 'de', organisationId: '' },
    ...{ audience: 'user', invite: 'on' },
    ...given,
  }
}
const addAs = async (by: Somebody, form: Fields) => add(args(await requestAs(by, '/admin/people/new', form)))

test('people are managed by coordinators and admins, and by nobody else', async () => {
  const others: Role[] = [
    'participant',
    'trainer',
    'committee',
    'dataProtection',
    'staffCouncil',
    'consultant',
  ]
  const outsider = await aPerson({ roles: others })
  const somebody = await aPerson()

  const doors = [
    async () => list(args(await requestAs(outsider, '/admin/people'))),
    async () => addPage(args(await requestAs(outsider, '/admin/people/new'))),
    () => addAs(outsider, newPerson()),
    () => ask(outsider, somebody),
    () => post(outsider, somebody, { intent: 'disable' }),
    async () => importPeople(args(await requestAs(outsider, '/admin/people/import', {}))),
  ]
  for (const door of doors) await expect(door()).rejects.toMatchObject({ status: 403 })
  await expect(list(args(aRequest('/admin/people')))).rejects.toMatchObject({ status: 302 })
  await expect(ask(admin, { id: 'no-id' })).rejects.toMatchObject({ status: 404 })
  await expect(ask(admin, { id: randomUUID() })).rejects.toMatchObject({ status: 404 })
})

test('a coordinator adds participants; further roles are given by admins only', async () => {
  const { id: organisationId } = await anOrganisation()
  const grace = newPerson({ organisationId })

  expect(await addAs(coordinator, grace)).toMatchObject({ status: 302 })
  expect(await rolesOf(grace)).toEqual(['participant'])

  await expect(addAs(coordinator, newPerson({ roles: 'admin' }))).rejects.toMatchObject({ status: 403 })
  await expect(addAs(coordinator, newPerson({ roles: ['trainer'] }))).rejects.toMatchObject({ status: 403 })

  const ada = newPerson({ roles: ['trainer', 'trainingOfficer'], organisationId })
  expect(await addAs(admin, ada)).toMatchObject({ status: 302 })
  expect(await rolesOf(ada)).toEqual(expect.arrayContaining(['participant', 'trainer', 'trainingOfficer']))
})

test('what does not fit is said at its field', async () => {
  const known = await aPerson()

  expect(await addAs(admin, newPerson({ email: known.email }))).toMatchObject({
    data: { errors: { email: 'email-taken' }, submitted: { givenName: 'Grace' } },
    init: { status: 409 },
  })
  expect(await addAs(admin, newPerson({ roles: 'trainingOfficer' }))).toMatchObject({
    data: { errors: { organisationId: 'needs-organisation' } },
  })
  expect(await addAs(admin, newPerson({ email: 'a@b\r\nBcc: c@d.example' }))).toMatchObject({
    data: { errors: { email: 'no-email' } },
  })
})

test('a coordinator cannot take over the account of somebody in office', async () => {
  const takeOver = { intent: 'edit', givenName: 'A', familyName: 'B', locale: 'de', version: '1' }
  for (const role of ['admin', 'committee', 'coordinator', 'dataProtection'] as const) {
    const officer = await aPerson({ roles: ['participant', role] })
    const form = { ...takeOver, email: 'mine@lernkreis.example' }
    await expect(post(coordinator, officer, form)).rejects.toMatchObject({ status: 403 })
    await expect(post(coordinator, officer, { intent: 'disable' })).rejects.toMatchObject({ status: 403 })
    expect(await ask(coordinator, officer)).toMatchObject({ mayEdit: false })
    expect(await getPerson(db, officer.id)).toMatchObject({ email: officer.email, disabledAt: null })
  }
})

test('nobody but an admin gives or ends roles, not even the own', async () => {
  const give = { intent: 'add-role', id: randomUUID(), role: 'admin', organisationId: '', fromDate: today }
  await expect(post(coordinator, coordinator, { ...give, untilDate: '' })).rejects.toMatchObject({
    status: 403,
  })
  const person = await getPerson(db, coordinator.id)
  const end = { intent: 'end-role', id: person!.roles[0]!.id, untilDate: today }
  await expect(post(coordinator, coordinator, end)).rejects.toMatchObject({ status: 403 })
})

test('a role is given for a time, ended on a day, or taken away at once', async () => {
  const ada = await aPerson({ roles: [] })
  const give = { intent: 'add-role', id: randomUUID(), organisationId: '', fromDate: today, untilDate: '' }

  expect(await post(admin, ada, { ...give, role: 'consultant' })).toMatchObject({
    data: { intent: 'add-role', errors: { untilDate: 'needs-end' } },
  })
  expect(await post(admin, ada, { ...give, role: 'trainingOfficer' })).toMatchObject({
    data: { errors: { organisationId: 'needs-organisation' } },
  })
  expect(await post(admin, ada, { ...give, role: 'trainer' })).toMatchObject({ status: 302 })
  expect(await rolesOf(ada)).toEqual(['trainer'])

  await post(admin, ada, { intent: 'end-role', id: give.id, untilDate: today })
  expect(await rolesOf(ada)).toEqual(['trainer'])
  await post(admin, ada, { intent: 'end-role', id: give.id, untilDate: today, atOnce: 'on' })
  expect(await rolesOf(ada)).toEqual([])
})

test("one person's page does not end what belongs to another", async () => {
  const [ada, grace] = [await aPerson(), await aPerson()]
  const [role] = (await getPerson(db, grace.id))!.roles
  const [membership] = (await getPerson(db, grace.id))!.memberships

  const endRole = { intent: 'end-role', id: role!.id, untilDate: today, atOnce: 'on' }
  await expect(post(admin, ada, endRole)).rejects.toMatchObject({ status: 404 })
  const endMembership = { intent: 'end-membership', id: membership!.id, untilDate: today }
  await expect(post(admin, ada, endMembership)).rejects.toMatchObject({ status: 404 })
})

test('rights end while a session is open: the next request is refused', async () => {
  const ada = await aPerson({ roles: ['coordinator'] })
  const cookie = await cookieOf(ada)
  const open = () => list(args(aRequest('/admin/people', undefined, { Cookie: cookie })))
  await open()

  await post(admin, ada, { intent: 'disable' })
  await expect(open()).rejects.toMatchObject({ status: 302 })
  expect(await ask(admin, ada)).toMatchObject({ person: { disabledAt: expect.any(Date) } })
})

test('the list is filtered by what the address says, and survives nonsense', async () => {
  const { id } = await anOrganisation()
  const zora = await aPerson({ organisationId: id, familyName: 'Zora', roles: ['trainer'] })
  const seen = async (query: string) => list(args(await requestAs(coordinator, `/admin/people?${query}`)))

  expect((await seen(`organisation=${id}&role=trainer&state=invited&q=zora`)).people).toMatchObject([
    { id: zora.id },
  ])
  const nonsense = await seen(
    'organisation=1%27%20or%201=1&role=king&state=%00&page=-3&q=%27%3B%20drop%20table',
  )
  expect(nonsense).toMatchObject({ page: 1, total: 0 })
  expect(JSON.stringify(await seen(''))).not.toContain('passwordHash')
})

function upload(by: string, fields: Record<string, string>, file?: string) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  if (file !== undefined) body.append('file', new File([file], 'people.csv', { type: 'text/csv' }))
  return new Request(`${ORIGIN}/admin/people/import`, { method: 'POST', body, headers: { Cookie: by } })
}

test('a table is checked first, and only then comes in', async () => {
  const cookie = await cookieOf(coordinator)
  const email = `tabelle.${randomUUID().slice(0, 8)}@lernkreis.example`
  const text = `Vorname;Nachname;E-Mail\nGrace;Hopper;${email}`
  const send = (fields: Record<string, string>, file?: string) =>
    importPeople(args(upload(cookie, fields, file)))

  expect(await send({})).toMatchObject({
    data: { step: 'refused', refusal: 'no-file' },
    init: { status: 400 },
  })
  expect(await send({}, 'Vorname;Nachname\nA;B')).toMatchObject({
    data: { refusal: 'columns-missing', missing: ['email'] },
  })
  expect(await send({}, text)).toMatchObject({ data: { step: 'checked', faulty: 0, text } })
  expect(await getSignIn(db, email)).toBeUndefined()

  expect(await send({ intent: 'run', text })).toMatchObject({ data: { step: 'done' } })
  expect(await getSignIn(db, email)).toBeDefined()
})

test('a table of a coordinator gives no roles, however the form is sent', async () => {
  const cookie = await cookieOf(coordinator)
  const text = `Vorname;Nachname;E-Mail;Rollen\nGrace;Hopper;grace.admin@lernkreis.example;admin`

  expect(await importPeople(args(upload(cookie, { intent: 'run', text })))).toMatchObject({
    data: { refusal: 'faulty-lines' },
  })
  expect(await getSignIn(db, 'grace.admin@lernkreis.example')).toBeUndefined()
})

test('the first page of the administration shows each what belongs to the own part', async () => {
  const keeper = await aPerson({ roles: ['dataProtection'] })
  const seen = async (by: Somebody) => home(args(await requestAs(by, '/admin')))

  expect(await seen(admin)).toMatchObject({
    desk: expect.any(Object),
    operation: expect.any(Object),
    audit: true,
  })
  expect(await seen(coordinator)).toMatchObject({ desk: expect.any(Object), operation: null, audit: false })
  expect(await seen(keeper)).toEqual({ desk: null, operation: null, audit: true, mailTexts: false })
  await expect(seen(await aPerson())).rejects.toMatchObject({ status: 403 })
})
