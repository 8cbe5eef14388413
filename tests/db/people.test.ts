import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { startSession } from '#app/http/session.server.ts'
import { getActor } from '#db/actors.ts'
import { getLoginToken } from '#db/login-tokens.ts'
import { answerByLink } from '#db/offer-links.ts'
import { enrolOthers } from '#db/offers.ts'
import { listPeople } from '#db/people-list.ts'
import {
  addPerson,
  changePerson,
  disablePerson,
  enablePerson,
  getPerson,
  getSignIn,
  inviteAgain,
  type NewPerson,
} from '#db/people.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, aPerson, aWorkshop, days, hours, NOW, ORIGIN, TODAY } from '#tests/factories.ts'

const someone = (given: Partial<NewPerson> = {}): NewPerson => {
  const id = randomUUID()
  const email = `grace.${id.slice(0, 8)}@lernkreis.example`
  return {
    ...{ id, givenName: 'Grace', familyName: 'Hopper', email, locale: 'de', membership: null },
    ...{ roles: ['participant'], invite: true },
    ...given,
  }
}

const mailsTo = (personId: string) =>
  db.selectFrom('outbox').selectAll().where('personId', '=', personId).orderBy('createdAt').execute()

const tokenIn = (mail: { data: object } | undefined) => String(Reflect.get(mail?.data ?? {}, 'token'))

test('whoever is added serves an organisation, may enrol, and gets one invitation', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const town = await anOrganisation()
  const grace = someone({ membership: { organisationId: town.id, audience: 'user' } })

  await addPerson(db, admin.id, grace, NOW)

  expect(await getActor(db, grace.id, TODAY)).toMatchObject({ name: 'Grace Hopper', roles: ['participant'] })
  expect(await getPerson(db, grace.id)).toMatchObject({
    hasPassword: false,
    memberships: [{ organisation: town.name, audience: 'user', fromDate: TODAY, untilDate: null }],
  })
  expect((await mailsTo(grace.id)).map((mail) => mail.kind)).toEqual(['invitation'])
})

test('the same form sent twice adds one person and one invitation', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const grace = someone()

  expect(await addPerson(db, admin.id, grace, NOW)).toEqual({ ok: true })
  expect(await addPerson(db, admin.id, grace, days(1))).toEqual({ ok: true })

  expect(await mailsTo(grace.id)).toHaveLength(1)
})

test('an address belongs to one person', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const ada = await aPerson()

  expect(await addPerson(db, admin.id, someone({ email: ada.email }), NOW)).toEqual({
    ok: false,
    refusal: 'email-taken',
  })
  const grace = await aPerson()
  const change = {
    givenName: 'Grace',
    familyName: 'Hopper',
    email: ada.email,
    locale: 'de' as const,
    version: 1,
  }
  expect(await changePerson(db, admin.id, grace.id, change, NOW)).toEqual({
    ok: false,
    refusal: 'email-taken',
  })
})

test('who is added as training officer is one of the organisation that she serves', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const town = await anOrganisation()
  const grace = someone({
    membership: { organisationId: town.id, audience: 'user' },
    roles: ['participant', 'trainingOfficer'],
  })

  await addPerson(db, admin.id, grace, NOW)

  expect(await getActor(db, grace.id, TODAY)).toMatchObject({ officerOf: [town.id] })
})

test('of two who edit the same person the second one is told', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const { id, email } = await aPerson()
  const change = { givenName: 'Ada', familyName: 'King', email, locale: 'en' as const, version: 1 }

  expect(await changePerson(db, admin.id, id, change, NOW)).toEqual({ ok: true })
  expect(await changePerson(db, admin.id, id, { ...change, familyName: 'Byron' }, NOW)).toEqual({
    ok: false,
    refusal: 'changed-meanwhile',
  })
  expect(await getPerson(db, id)).toMatchObject({ familyName: 'King', locale: 'en', version: 2 })
})

test('a new address ends sessions and open links; a new name does not', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const { id, email } = await aPerson()
  await startSession(db, ORIGIN, id, NOW)
  await inviteAgain(db, admin.id, id, NOW)
  const token = tokenIn((await mailsTo(id))[0])
  const change = { givenName: 'Ada', familyName: 'King', email, locale: 'de' as const, version: 1 }
  const sessions = () => db.selectFrom('loginSession').select('id').where('userId', '=', id).execute()

  await changePerson(db, admin.id, id, change, NOW)
  expect(await sessions()).toHaveLength(1)
  expect(await getLoginToken(db, token, 'invitation', NOW)).toBeDefined()

  await changePerson(db, admin.id, id, { ...change, email: `new.${email}`, version: 2 }, NOW)
  expect(await sessions()).toHaveLength(0)
  expect(await getLoginToken(db, token, 'invitation', NOW)).toBeUndefined()
})

test('a new address ends the links of open offers, and gets them anew', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const town = await anOrganisation()
  const ada = await aPerson({ organisationId: town.id })
  const officer = await aPerson({ officerOf: [town.id] })
  const workshop = await aWorkshop()
  const request = { workshopId: workshop.id, personIds: [ada.id], by: officer.id, within: [town.id] }
  await enrolOthers(db, request, NOW)
  const before = tokenIn((await mailsTo(ada.id))[0])
  await db.updateTable('outbox').set({ sentAt: NOW }).where('personId', '=', ada.id).execute()

  const { id, givenName, familyName, locale, version } = ada
  const change = { givenName, familyName, locale, version, email: `new.${ada.email}` }
  await changePerson(db, admin.id, id, change, hours(1))

  expect(await answerByLink(db, before, 'accept', hours(2))).toEqual({ ok: false, refusal: 'link-gone' })
  const [, mail] = await mailsTo(id)
  expect(mail).toMatchObject({ kind: 'enrolment-offered', address: change.email })
  expect(await answerByLink(db, tokenIn(mail), 'accept', hours(2))).toEqual({ ok: true })
})

test('a locked account is out at once: session, links and password', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const ada = await aPerson()
  await startSession(db, ORIGIN, ada.id, NOW)
  await inviteAgain(db, admin.id, ada.id, NOW)

  expect(await disablePerson(db, admin.id, ada.id, NOW)).toEqual({ ok: true })

  expect(await db.selectFrom('loginSession').select('id').where('userId', '=', ada.id).execute()).toEqual([])
  expect(await mailsTo(ada.id)).toEqual([])
  expect(await getSignIn(db, ada.email)).toBeUndefined()
  expect(await getActor(db, ada.id, TODAY)).toBeUndefined()

  await enablePerson(db, admin.id, ada.id, NOW)
  expect(await getActor(db, ada.id, TODAY)).toBeDefined()
})

test('nobody locks the own account', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  await aPerson({ roles: ['admin'] })

  expect(await disablePerson(db, admin.id, admin.id, NOW)).toEqual({ ok: false, refusal: 'yourself' })
})

test('a new invitation ends the link of the earlier one', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const grace = someone()
  await addPerson(db, admin.id, grace, NOW)
  const first = tokenIn((await mailsTo(grace.id))[0])

  await inviteAgain(db, admin.id, grace.id, days(1))

  const mails = await mailsTo(grace.id)
  expect(mails).toHaveLength(1)
  expect(await getLoginToken(db, first, 'invitation', days(1))).toBeUndefined()
  expect(await getLoginToken(db, tokenIn(mails[0]), 'invitation', days(1))).toMatchObject({ id: grace.id })
})

test('people are found by any part of name and address, in German order, page by page', async () => {
  const town = await anOrganisation()
  const given = { organisationId: town.id, givenName: 'Eva' }
  for (const familyName of ['Zander', 'Öhler', 'Adam', 'Ohm']) await aPerson({ ...given, familyName })
  const filter = { organisationId: town.id }

  const all = await listPeople(db, filter, { page: 1, size: 3, day: TODAY })
  expect(all.total).toBe(4)
  expect(all.people.map((person) => person.familyName)).toEqual(['Adam', 'Öhler', 'Ohm'])

  const next = await listPeople(db, filter, { page: 2, size: 3, day: TODAY })
  expect(next.people.map((person) => person.familyName)).toEqual(['Zander'])

  const found = await listPeople(db, { ...filter, search: 'öhl eva' }, { page: 1, size: 50, day: TODAY })
  expect(found.people.map((person) => person.familyName)).toEqual(['Öhler'])
  const nothing = await listPeople(db, { ...filter, search: '%' }, { page: 1, size: 50, day: TODAY })
  expect(nothing.total).toBe(0)
})

test('people are found by role and state on the day', async () => {
  const { id: organisationId } = await anOrganisation()
  const invited = await aPerson({ organisationId })
  const active = await aPerson({ organisationId, passwordHash: 'hash', roles: ['participant', 'trainer'] })
  const disabled = await aPerson({ organisationId, passwordHash: 'hash', disabledAt: NOW })
  const idsOf = async (filter: Parameters<typeof listPeople>[1]) => {
    const { people } = await listPeople(db, { organisationId, ...filter }, { page: 1, size: 50, day: TODAY })
    return people.map((person) => person.id)
  }

  expect(await idsOf({ state: 'invited' })).toEqual([invited.id])
  expect(await idsOf({ state: 'active' })).toEqual([active.id])
  expect(await idsOf({ state: 'disabled' })).toEqual([disabled.id])
  expect(await idsOf({ role: 'trainer' })).toEqual([active.id])
})
