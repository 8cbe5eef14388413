import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashPassword, isPassword } from '#app/http/password.server.ts'
import { action as accept, loader as invitation } from '#app/routes/auth/invitation.tsx'
import { action as reset, loader as resetPage } from '#app/routes/auth/reset.tsx'
import { action as change, loader as profile } from '#app/routes/profile.tsx'
import { requestLoginToken } from '#db/login-tokens.ts'
import { getPasswordHash, inviteAgain } from '#db/people.ts'
import { db } from '#tests/database.ts'
import { aContext, aPerson, aRequest, args, cookieOf, requestAs } from '#tests/factories.ts'

const OLD = 'vier Wörter ohne Sinn'
const NEW = 'ganz andere Wörter heute'
const twice = { password: NEW, passwordAgain: NEW }
const now = new Date()

async function tokenFor(email: string, kind: 'invitation' | 'reset') {
  const mail = await db
    .selectFrom('outbox')
    .select('data')
    .where('address', '=', email)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  return String(mail.data.token)
}

const place = () => aContext({ clientAddress: randomUUID() })
const post = (action: typeof reset, path: string, token: string, form: Record<string, string>) =>
  action(args(aRequest(`/${path}/${token}`, form), { token }, place()))
const hasPassword = async (id: string, password: string) =>
  isPassword(password, await getPasswordHash(db, id))

test('a new password by link signs in and shuts all other doors', async () => {
  const ada = await aPerson({ passwordHash: await hashPassword(OLD) })
  const elsewhere = await cookieOf(ada)
  await requestLoginToken(db, ada.email, 'reset', now)
  const token = await tokenFor(ada.email, 'reset')

  const answer = (await post(reset, 'reset', token, twice)) as Response

  expect(answer.status).toBe(302)
  expect(await hasPassword(ada.id, NEW)).toBe(true)
  const request = aRequest('/profile', undefined, { Cookie: elsewhere })
  await expect(profile(args(request))).rejects.toMatchObject({ status: 302 })
  expect(await post(reset, 'reset', token, twice)).toMatchObject({ init: { status: 410 } })
})

test.each([
  ['short', 'kurz', 'kurz', { password: 'password-too-short' }],
  ['common', 'Passwort123456', 'Passwort123456', { password: 'password-too-common' }],
  ['of the place', 'Landkreis2026!', 'Landkreis2026!', { password: 'password-too-common' }],
  ['mistyped', NEW, `${NEW}!`, { passwordAgain: 'password-differs' }],
  ['empty', '', '', { password: 'required', passwordAgain: 'required' }],
])(
  'a password that is %s is refused with a reason, and the link still works',
  async (_, password, again, errors) => {
    const ada = await aPerson()
    await requestLoginToken(db, ada.email, 'reset', now)
    const token = await tokenFor(ada.email, 'reset')

    const refused = await post(reset, 'reset', token, { password, passwordAgain: again })
    expect(refused).toMatchObject({ data: { errors }, init: { status: 400 } })
    expect(JSON.stringify(refused)).not.toContain(password || 'nothing typed')
    expect(await resetPage(args(aRequest(`/reset/${token}`), { token }))).toMatchObject({
      init: { status: 200 },
    })
  },
)

test('an invitation says what one gets, and opening it uses nothing up', async () => {
  const ada = await aPerson({ roles: ['participant', 'trainer'] })
  await inviteAgain(db, ada.id, ada.id, now)
  const token = await tokenFor(ada.email, 'invitation')
  const page = async () => invitation(args(aRequest(`/invitation/${token}`), { token }))

  await page()
  expect(await page()).toMatchObject({
    data: {
      invited: { email: ada.email, organisations: [expect.any(String)], roles: ['participant', 'trainer'] },
    },
  })
  expect(await post(accept, 'invitation', token, twice)).toMatchObject({ status: 302 })
  expect(await hasPassword(ada.id, NEW)).toBe(true)
  expect(await page()).toMatchObject({ data: { invited: null }, init: { status: 410 } })
})

test('an invitation can be accepted without a password', async () => {
  const ada = await aPerson()
  await inviteAgain(db, ada.id, ada.id, now)
  const token = await tokenFor(ada.email, 'invitation')

  expect(await post(accept, 'invitation', token, { intent: 'without-password' })).toMatchObject({
    status: 302,
  })

  expect(await getPasswordHash(db, ada.id)).toBeNull()
  expect(await post(accept, 'invitation', token, twice)).toMatchObject({ init: { status: 410 } })
})

test('whoever tries many links is stopped', async () => {
  const context = place()
  const attempt = () => reset(args(aRequest('/reset/guess', twice), { token: 'guess' }, { ...context }))
  for (let guess = 0; guess < 30; guess++) expect(await attempt()).toMatchObject({ init: { status: 410 } })

  await expect(attempt()).rejects.toMatchObject({ status: 429 })
})

test('a new password asks for the old one, keeps this session and ends the others', async () => {
  const ada = await aPerson({ passwordHash: await hashPassword(OLD) })
  const [here, elsewhere] = [await cookieOf(ada), await cookieOf(ada)]
  const send = (form: Record<string, string>) =>
    change(args(aRequest('/profile', { intent: 'password', ...form }, { Cookie: here })))
  const isIn = (Cookie: string) =>
    profile(args(aRequest('/profile', undefined, { Cookie }))).then(
      () => true,
      () => false,
    )

  expect(await send({ current: 'not this one', ...twice })).toMatchObject({
    data: { errors: { current: 'password-wrong' } },
  })
  expect(await send(twice)).toMatchObject({ data: { errors: { current: 'password-wrong' } } })
  expect(await hasPassword(ada.id, OLD)).toBe(true)

  expect(await send({ current: OLD, ...twice })).toMatchObject({ status: 302 })
  expect(await hasPassword(ada.id, NEW)).toBe(true)
  expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false])
})

test('whoever came by link sets a first password without an old one', async () => {
  const ada = await aPerson()
  const request = await requestAs(ada, '/profile', { intent: 'password', ...twice })

  expect(await change(args(request))).toMatchObject({ status: 302 })
  expect(await hasPassword(ada.id, NEW)).toBe(true)
})

test('signing out everywhere ends this session, too', async () => {
  const ada = await aPerson()
  const cookie = await cookieOf(ada)
  const answer = (await change(
    args(aRequest('/profile', { intent: 'everywhere' }, { Cookie: cookie })),
  )) as Response

  expect(answer.headers.get('Location')).toBe('/login?done=signed-out-everywhere')
  expect(await db.selectFrom('loginSession').select('id').where('userId', '=', ada.id).execute()).toEqual([])
})

test('in the own data one changes name and language, and nothing else that is sent along', async () => {
  const ada = await aPerson()
  const form = { intent: 'data', givenName: 'Ada  Augusta', familyName: 'King', locale: 'en', version: '1' }
  const extra = { email: 'evil@example.org', role: 'admin', roles: 'admin', disabledAt: '', id: randomUUID() }

  expect(await change(args(await requestAs(ada, '/profile', { ...form, ...extra })))).toMatchObject({
    status: 302,
  })

  const page = await profile(args(await requestAs(ada, '/profile')))
  expect(page).toMatchObject({ givenName: 'Ada Augusta', familyName: 'King', locale: 'en', email: ada.email })
  expect(page.roles.map(({ role }) => role)).toEqual(['participant'])
  expect(await change(args(await requestAs(ada, '/profile', form)))).toMatchObject({
    data: { refusal: 'changed-meanwhile' },
    init: { status: 409 },
  })
})

test('the own page shows no hash of the password', async () => {
  const passwordHash = await hashPassword(OLD)
  const page = await profile(args(await requestAs(await aPerson({ passwordHash }), '/profile')))

  expect(JSON.stringify(page)).not.toContain(passwordHash)
  expect(page.hasPassword).toBe(true)
})
