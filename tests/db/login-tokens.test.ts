import { expect, test } from 'vitest'
import { MINUTES_VALID } from '#app/domain/login-token.ts'
import { startSession } from '#app/http/session.server.ts'
import { forgetLoginTokens, getLoginToken, requestLoginToken, signInByToken } from '#db/login-tokens.ts'
import { changePassword, setPasswordByToken, signOutEverywhere } from '#db/passwords.ts'
import { inviteAgain } from '#db/people.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aPerson, days, NOW, ORIGIN } from '#tests/factories.ts'

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)

/** The secret of the latest link of a kind that was mailed to somebody. */
async function tokenFor(personId: string, kind: 'invitation' | 'reset' | 'login-link'): Promise<string> {
  const mail = await db
    .selectFrom('outbox')
    .select('data')
    .where('personId', '=', personId)
    .where('kind', '=', kind)
    .orderBy('createdAt', 'desc')
    .executeTakeFirstOrThrow()
  return String(mail.data.token)
}

const sessionsOf = async (userId: string) =>
  (await db.selectFrom('loginSession').select('id').where('userId', '=', userId).execute()).length

test('looking at a link uses nothing up; using it does', async () => {
  const ada = await aPerson()
  await requestLoginToken(db, ada.email, 'login', NOW)
  const token = await tokenFor(ada.id, 'login-link')

  for (let look = 0; look < 3; look++) {
    expect(await getLoginToken(db, token, 'login', NOW)).toMatchObject({ id: ada.id })
  }
  expect(await signInByToken(db, token, 'login', NOW)).toEqual({ ok: true, personId: ada.id })
  expect(await signInByToken(db, token, 'login', NOW)).toEqual({ ok: false, refusal: 'link-used' })
  expect(await getLoginToken(db, token, 'login', NOW)).toBeUndefined()
})

test('the database holds no link that would work', async () => {
  const ada = await aPerson()
  await requestLoginToken(db, ada.email, 'login', NOW)
  const { tokenHash } = await db
    .selectFrom('loginToken')
    .select('tokenHash')
    .where('personId', '=', ada.id)
    .executeTakeFirstOrThrow()

  expect(await signInByToken(db, tokenHash, 'login', NOW)).toEqual({ ok: false, refusal: 'link-used' })
})

test('a link to sign in works for 15 minutes, one for a new password an hour, an invitation two weeks', async () => {
  const ada = await aPerson()
  await requestLoginToken(db, ada.email, 'login', NOW)
  await requestLoginToken(db, ada.email, 'reset', NOW)
  await inviteAgain(db, ada.id, ada.id, NOW)
  const links = [
    ['login', await tokenFor(ada.id, 'login-link'), 15],
    ['reset', await tokenFor(ada.id, 'reset'), 60],
    ['invitation', await tokenFor(ada.id, 'invitation'), 14 * 24 * 60],
  ] as const

  for (const [kind, token, valid] of links) {
    expect(MINUTES_VALID[kind]).toBe(valid)
    expect(await getLoginToken(db, token, kind, minutes(valid - 1))).toBeDefined()
    expect(await getLoginToken(db, token, kind, minutes(valid))).toBeUndefined()
  }
})

test('a link of one kind does not do what another kind does', async () => {
  const ada = await aPerson()
  await requestLoginToken(db, ada.email, 'login', NOW)
  const token = await tokenFor(ada.id, 'login-link')

  expect(await setPasswordByToken(db, token, 'reset', 'hash', NOW)).toEqual({
    ok: false,
    refusal: 'link-used',
  })
  expect(await signInByToken(db, token, 'invitation', NOW)).toEqual({ ok: false, refusal: 'link-used' })
})

test('a new link ends the earlier one of its kind', async () => {
  const ada = await aPerson()
  await requestLoginToken(db, ada.email, 'login', NOW)
  const first = await tokenFor(ada.id, 'login-link')
  await requestLoginToken(db, ada.email, 'login', minutes(1))

  expect(await signInByToken(db, first, 'login', minutes(1))).toEqual({ ok: false, refusal: 'link-used' })
})

test('nobody gets a link for an address that is unknown or locked', async () => {
  const locked = await aPerson({ disabledAt: NOW })
  const before = await db.selectFrom('outbox').select('id').execute()

  await requestLoginToken(db, locked.email, 'login', NOW)
  await requestLoginToken(db, 'nobody@lernkreis.example', 'reset', NOW)

  expect(await db.selectFrom('outbox').select('id').execute()).toEqual(before)
})

test('a new password by link ends all sessions and every other link', async () => {
  const ada = await aPerson({ passwordHash: 'old' })
  await startSession(db, ORIGIN, ada.id, NOW)
  await requestLoginToken(db, ada.email, 'login', NOW)
  await requestLoginToken(db, ada.email, 'reset', NOW)
  const [login, reset] = [await tokenFor(ada.id, 'login-link'), await tokenFor(ada.id, 'reset')]

  expect(await setPasswordByToken(db, reset, 'reset', 'new', NOW)).toEqual({ ok: true, personId: ada.id })

  expect(await sessionsOf(ada.id)).toBe(0)
  expect(await getLoginToken(db, login, 'login', NOW)).toBeUndefined()
  const { passwordHash } = await db
    .selectFrom('person')
    .select('passwordHash')
    .where('id', '=', ada.id)
    .executeTakeFirstOrThrow()
  expect(passwordHash).toBe('new')
})

test('a new password leaves only the session in which it was chosen', async () => {
  const ada = await aPerson()
  await startSession(db, ORIGIN, ada.id, NOW)
  await startSession(db, ORIGIN, ada.id, NOW)
  const [mine] = await db.selectFrom('loginSession').select('id').where('userId', '=', ada.id).execute()

  await changePassword(db, ada.id, 'new', { keepSession: mine!.id }, NOW)
  expect(await db.selectFrom('loginSession').select('id').where('userId', '=', ada.id).execute()).toEqual([
    mine,
  ])

  await signOutEverywhere(db, ada.id, NOW)
  expect(await sessionsOf(ada.id)).toBe(0)
})

test('used and expired links are forgotten, open ones are kept', async () => {
  const [used, expired, open] = [await aPerson(), await aPerson(), await aPerson()]
  await requestLoginToken(db, used.email, 'login', NOW)
  await signInByToken(db, await tokenFor(used.id, 'login-link'), 'login', NOW)
  await requestLoginToken(db, expired.email, 'login', NOW)
  await requestLoginToken(db, open.email, 'login', days(2))

  await forgetLoginTokens(db, days(1))

  const rows = await db.selectFrom('loginToken').select('personId').execute()
  const left = rows.map((row) => row.personId)
  expect(left).toContain(open.id)
  expect(left).not.toContain(used.id)
  expect(left).not.toContain(expired.id)
})

testOnPostgres('of ten who use a link at once, one gets in', async () => {
  const ada = await aPerson()
  await requestLoginToken(db, ada.email, 'login', NOW)
  const token = await tokenFor(ada.id, 'login-link')

  const results = await Promise.all(Array.from({ length: 10 }, () => signInByToken(db, token, 'login', NOW)))

  expect(results.filter((result) => result.ok)).toHaveLength(1)
})
