import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { action as ask, loader as askPage } from '#app/routes/auth/access.tsx'
import { action as setUp, loader as setUpPage } from '#app/routes/auth/setup.tsx'
import { action as decide, loader as requests } from '#app/routes/admin/requests.tsx'
import { action as choose, loader as choosePage } from '#app/routes/language.ts'
import { listAccessRequests } from '#db/access-requests.ts'
import { getPerson } from '#db/people.ts'
import { newSetupToken } from '#db/setup-tokens.ts'
import { db } from '#tests/database.ts'
import { aContext, anOrganisation, aPerson, aRequest, args, days, requestAs } from '#tests/factories.ts'

const place = () => aContext({ clientAddress: randomUUID() })

const asked = (given: Record<string, string> = {}) => ({
  id: randomUUID(),
  givenName: 'Grace',
  familyName: 'Hopper',
  email: `grace.${randomUUID().slice(0, 8)}@lernkreis.example`,
  organisationId: '',
  note: '',
  ...given,
})

const send = (form: Record<string, string>, context = place()) =>
  ask(args(aRequest('/access', form), {}, context))

test('asking for access gives the same answer to the new and the known, after the same time', async () => {
  const ada = await aPerson()
  for (const form of [asked(), asked({ email: ada.email })]) {
    const start = performance.now()
    const answer = (await send(form)) as Response
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/access?done=request'])
    expect(performance.now() - start).toBeGreaterThan(290)
  }
})

test('what is missing is said at its field, and what was typed stays', async () => {
  const answer = await send(asked({ email: 'no address', familyName: '' }))

  expect(answer).toMatchObject({
    data: { errors: { email: 'no-email', familyName: 'required' }, submitted: { givenName: 'Grace' } },
    init: { status: 400 },
  })
  expect(await send(asked({ organisationId: randomUUID() }))).toMatchObject({
    data: { errors: { organisationId: 'invalid' } },
  })
})

test('nobody asks a hundred times', async () => {
  const here = place()
  await Promise.all(Array.from({ length: 10 }, () => send(asked(), here)))

  expect(await send(asked(), here)).toMatchObject({ init: { status: 429 } })
})

test('whoever is signed in has access already', async () => {
  const ada = await aPerson()

  await expect(askPage(args(await requestAs(ada, '/access')))).rejects.toMatchObject({ status: 302 })
  await expect(ask(args(await requestAs(ada, '/access', asked())))).rejects.toMatchObject({ status: 403 })
})

test('a request is accepted into a person with an invitation, or declined; both only once', async () => {
  const coordinator = await aPerson({ roles: ['coordinator'] })
  const { id: organisationId } = await anOrganisation()
  const [yes, no] = [asked(), asked()]
  await Promise.all([send(yes), send(no)])
  const answerTo = async (form: Record<string, string>) =>
    decide(args(await requestAs(coordinator, '/admin/requests', form)))
  const personId = randomUUID()
  const accept = { intent: 'accept', id: yes.id, personId, organisationId, audience: 'it' }

  expect(await answerTo(accept)).toMatchObject({ status: 302 })
  expect(await answerTo(accept)).toMatchObject({
    data: { refusal: 'already-decided' },
    init: { status: 409 },
  })
  expect(await answerTo({ intent: 'decline', id: no.id })).toMatchObject({ status: 302 })

  expect(await getPerson(db, personId)).toMatchObject({ email: yes.email })
  const open = (await listAccessRequests(db, 'open')).map(({ id }) => id)
  expect(open).not.toContain(yes.id)
  expect(open).not.toContain(no.id)
})

test('requests are for coordinators and admins', async () => {
  const ada = await aPerson({ roles: ['participant', 'trainer', 'committee', 'dataProtection'] })

  await expect(requests(args(await requestAs(ada, '/admin/requests')))).rejects.toMatchObject({ status: 403 })
  const form = { intent: 'decline', id: randomUUID() }
  await expect(decide(args(await requestAs(ada, '/admin/requests', form)))).rejects.toMatchObject({
    status: 403,
  })
})

test('there is no page to set up what is set up, and a wrong link opens none', async () => {
  await aPerson()
  await newSetupToken(db, 'right', days(1, new Date()))
  const context = place()
  const page = (token: string) => setUpPage(args(aRequest(`/setup/${token}`), { token }, context))
  const form = {
    ...{ districtName: 'Landkreis Muster', districtKey: '99999', givenName: 'Erste', familyName: 'Person' },
    ...{ email: 'erste@lernkreis.example', password: 'vier Wörter ohne Sinn' },
    passwordAgain: 'vier Wörter ohne Sinn',
  }
  const submit = (token: string, given = form) =>
    setUp(args(aRequest(`/setup/${token}`, given), { token }, { ...context }))

  await expect(page('wrong')).rejects.toMatchObject({ status: 404 })
  await expect(submit('wrong')).rejects.toMatchObject({ status: 404 })
  expect(await submit('right', { ...form, districtKey: '146' })).toMatchObject({
    data: { errors: { districtKey: 'invalid' }, submitted: { districtName: 'Landkreis Muster' } },
  })
  expect(JSON.stringify(await submit('right', { ...form, districtKey: '146' }))).not.toContain('ohne Sinn')
  // Somebody is here already: the link of an empty installation does nothing.
  await expect(submit('right')).rejects.toMatchObject({ status: 404 })
})

test('the language is kept with the person, and in the browser of guests', async () => {
  const ada = await aPerson()
  const form = { locale: 'en', to: '/courses?page=2' }

  const guest = await choose(args(aRequest('/language', form)))
  expect(guest.headers.get('Set-Cookie')).toMatch(/^locale=en; .*HttpOnly/)
  expect(guest.headers.get('Location')).toBe('/courses?page=2')

  await choose(args(await requestAs(ada, '/language', form)))
  expect(await getPerson(db, ada.id)).toMatchObject({ locale: 'en' })

  const elsewhere = await choose(args(aRequest('/language', { ...form, to: '//evil.example' })))
  expect(elsewhere.headers.get('Location')).toBe('/')
  const klingon = await choose(args(aRequest('/language', { locale: 'tlh' })))
  expect(klingon.headers.get('Set-Cookie')).toBeNull()
  expect((await choosePage(args(aRequest('/language')))).headers.get('Set-Cookie')).toBeNull()
})
