import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  acceptRequest,
  declineRequest,
  forgetRequests,
  listAccessRequests,
  requestAccess,
  type NewAccessRequest,
} from '#db/access-requests.ts'
import { getPerson } from '#db/people.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, aPerson, days, NOW } from '#tests/factories.ts'

const aRequest = (given: Partial<NewAccessRequest> = {}): NewAccessRequest => {
  const id = randomUUID()
  const email = `neu.${id.slice(0, 8)}@lernkreis.example`
  return { id, givenName: 'Grace', familyName: 'Hopper', email, organisationId: null, note: null, ...given }
}

const mailsTo = (address: string) =>
  db.selectFrom('outbox').select(['kind', 'data']).where('address', '=', address).execute()

const isOpen = async (id: string) => (await listAccessRequests(db, 'open')).some((each) => each.id === id)

test('coordinators hear of a request, once', async () => {
  const coordinator = await aPerson({ roles: ['coordinator'] })
  const { id: organisationId, name } = await anOrganisation()
  const request = aRequest({ organisationId })

  await requestAccess(db, request, NOW)
  await requestAccess(db, request, NOW)
  await requestAccess(db, { ...request, id: randomUUID() }, NOW)

  expect(await mailsTo(coordinator.email)).toMatchObject([
    { kind: 'access-requested', data: { applicant: 'Grace Hopper', organisation: name } },
  ])
  expect((await listAccessRequests(db, 'open')).filter(({ email }) => email === request.email)).toHaveLength(
    1,
  )
})

test('whoever has an account gets a link to sign in instead of a second account', async () => {
  const ada = await aPerson()
  const request = aRequest({ email: ada.email })

  await requestAccess(db, request, NOW)

  expect(await isOpen(request.id)).toBe(false)
  expect(await mailsTo(ada.email)).toMatchObject([{ kind: 'login-link' }])
})

test('accepting makes a participant of the organisation and invites in one go', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const { id: organisationId } = await anOrganisation()
  const request = aRequest()
  await requestAccess(db, request, NOW)
  const personId = randomUUID()
  const acceptance = {
    requestId: request.id,
    personId,
    organisationId,
    audience: 'it',
    locale: 'de',
  } as const

  expect(await acceptRequest(db, by, acceptance, NOW)).toEqual({ ok: true })

  expect(await getPerson(db, personId)).toMatchObject({
    email: request.email,
    memberships: [{ organisationId, audience: 'it' }],
    roles: [{ role: 'participant' }],
  })
  expect(await mailsTo(request.email)).toMatchObject([{ kind: 'invitation' }])
  expect(await acceptRequest(db, by, acceptance, NOW)).toEqual({ ok: false, refusal: 'already-decided' })
})

test('declining writes a letter and makes nobody', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const request = aRequest()
  await requestAccess(db, request, NOW)

  expect(await declineRequest(db, by, request.id, 'de', NOW)).toEqual({ ok: true })

  expect(await mailsTo(request.email)).toMatchObject([{ kind: 'access-declined' }])
  expect(await db.selectFrom('person').select('id').where('email', '=', request.email).execute()).toEqual([])
})

test('nothing of an acceptance stays when the address was taken meanwhile', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const { id: organisationId } = await anOrganisation()
  const request = aRequest()
  await requestAccess(db, request, NOW)
  await aPerson({ email: request.email })
  const acceptance = { requestId: request.id, personId: randomUUID(), organisationId } as const

  const result = await acceptRequest(db, by, { ...acceptance, audience: 'it', locale: 'de' }, NOW)

  expect(result).toEqual({ ok: false, refusal: 'email-taken' })
  expect(await isOpen(request.id)).toBe(true)
})

test('decided requests are forgotten after ninety days, open ones are not', async () => {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const [old, fresh, open] = [aRequest(), aRequest(), aRequest()]
  for (const request of [old, fresh, open]) await requestAccess(db, request, days(-100))
  await declineRequest(db, by, old.id, 'de', days(-91))
  await declineRequest(db, by, fresh.id, 'de', days(-89))

  await forgetRequests(db, NOW)

  const decided = (await listAccessRequests(db, 'decided')).map(({ id }) => id)
  expect(decided).toContain(fresh.id)
  expect(decided).not.toContain(old.id)
  expect(await isOpen(open.id)).toBe(true)
})
