import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashPassword } from '#app/http/password.server.ts'
import { action as forgotten } from '#app/routes/auth/forgotten.tsx'
import { action as useLink, loader as link } from '#app/routes/auth/login-link.tsx'
import { action, loader } from '#app/routes/auth/login.tsx'
import { action as logout, loader as logoutPage } from '#app/routes/auth/logout.ts'
import { loader as profile } from '#app/routes/profile.tsx'
import { requestLoginToken } from '#db/login-tokens.ts'
import { changeSettings } from '#db/settings.ts'
import { db } from '#tests/database.ts'
import { aContext, aPerson, aRequest, args, cookieOf, requestAs } from '#tests/factories.ts'

const PASSWORD = 'vier Wörter ohne Sinn'
const passwordHash = await hashPassword(PASSWORD)
const now = new Date()

/** Every test knocks from a place of its own, so that their limits do not add up. */
const somewhere = () => aContext({ clientAddress: randomUUID() })

type Fields = Record<string, string>
const signIn = (form: Fields, context = somewhere(), cookie = '') =>
  action(args(aRequest('/login', form, cookie ? { Cookie: cookie } : {}), {}, context))

/** What a browser would see: status, where to, and the words. */
async function seen(answer: Promise<unknown>) {
  const result = await answer
  if (result instanceof Response) {
    return {
      status: result.status,
      to: result.headers.get('Location'),
      cookie: result.headers.get('Set-Cookie'),
    }
  }
  const { data, init } = result as { data: { errors: object; refusal?: string }; init: { status: number } }
  return { status: init.status, ...data }
}

const isIn = async (cookie: string) => {
  const request = aRequest('/profile', undefined, { Cookie: cookie })
  const answer: unknown = await profile(args(request)).catch((response: unknown) => response)
  return !(answer instanceof Response)
}

test('the right password opens a session and leads on', async () => {
  const ada = await aPerson({ passwordHash })

  const answer = await seen(
    signIn({ email: ada.email.toUpperCase(), password: PASSWORD, to: '/courses?page=2' }),
  )

  expect(answer).toMatchObject({ status: 302, to: '/courses?page=2' })
  expect(answer).toHaveProperty(
    'cookie',
    expect.stringMatching(/^sid=[\w-]{32}; HttpOnly; Path=\/; SameSite=Lax$/),
  )
  expect(await isIn(String(Reflect.get(answer, 'cookie')).split(';')[0]!)).toBe(true)
})

test('over https the cookie is bound to this very host', async () => {
  const ada = await aPerson({ passwordHash })
  const { environment } = aContext()
  const context = aContext({
    clientAddress: randomUUID(),
    environment: { ...environment, publicOrigin: 'https://lernkreis.example' },
  })

  const answer = await seen(signIn({ email: ada.email, password: PASSWORD }, context))

  expect(answer).toHaveProperty('cookie', expect.stringMatching(/^__Host-sid=.*; Secure/))
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https:evil.example',
  'https://evil.example/',
  '/%2f%2fevil.example/..//evil.example',
  '/..//evil.example',
  '/./\\evil.example',
  '\t//evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  'evil.example',
  '',
])('after signing in nobody is led away: %j', async (to) => {
  const ada = await aPerson({ passwordHash })
  const { to: location } = (await seen(signIn({ email: ada.email, password: PASSWORD, to }))) as {
    to: string
  }
  const page = await loader(args(aRequest(`/login?to=${encodeURIComponent(to)}`))).catch(
    (thrown: unknown) => thrown,
  )

  expect(new URL(location, 'http://localhost:3000').origin).toBe('http://localhost:3000')
  expect(location).not.toMatch(/^\/[/\\]/)
  expect(Reflect.get(page as object, 'to')).not.toMatch(/^[^/]|^\/[/\\]/)
})

test('unknown, locked, without a password or simply wrong: the same answer', async () => {
  const ada = await aPerson({ passwordHash })
  const locked = await aPerson({ passwordHash, disabledAt: now })
  const invited = await aPerson()
  const tries = [
    { email: ada.email, password: 'not this one, sorry' },
    { email: locked.email, password: PASSWORD },
    { email: invited.email, password: PASSWORD },
    { email: 'nobody@lernkreis.example', password: PASSWORD },
  ]

  for (const form of tries) {
    expect(await seen(signIn(form))).toEqual({
      status: 401,
      errors: {},
      submitted: { email: form.email },
      refusal: 'wrong',
    })
  }
})

test('a known and an unknown address take the same time', async () => {
  const ada = await aPerson({ passwordHash })
  await signIn({ email: 'warm@lernkreis.example', password: 'x' })
  const milliseconds = async (email: string) => {
    const times: number[] = []
    for (let round = 0; round < 7; round++) {
      const start = performance.now()
      await signIn({ email, password: 'not this one, sorry' })
      times.push(performance.now() - start)
    }
    return times.sort((a, b) => a - b)[3]!
  }

  const [known, unknown] = [await milliseconds(ada.email), await milliseconds('nobody@lernkreis.example')]

  // Without a hash for the unknown one it would be a twentieth.
  expect(known / unknown).toBeGreaterThan(0.25)
  expect(known / unknown).toBeLessThan(4)
})

test('ten wrong passwords from one place are enough for a quarter of an hour, for this account and place', async () => {
  const [ada, grace] = [await aPerson({ passwordHash }), await aPerson({ passwordHash })]
  const here = somewhere()
  for (let attempt = 0; attempt < 10; attempt++) {
    expect(await seen(signIn({ email: ada.email, password: 'wrong' }, here))).toMatchObject({ status: 401 })
  }

  const right = { email: ada.email, password: PASSWORD }
  expect(await seen(signIn(right, here))).toMatchObject({ status: 429, refusal: 'tooMany' })
  expect(await seen(signIn(right))).toMatchObject({ status: 302 })
  expect(await seen(signIn({ email: grace.email, password: PASSWORD }, here))).toMatchObject({ status: 302 })

  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
  await db
    .updateTable('rateLimit')
    .set({ startedAt: minutesAgo(15) })
    .execute()
  expect(await seen(signIn(right, here))).toMatchObject({ status: 302 })
})

test('signing in often is no attack', async () => {
  const ada = await aPerson({ passwordHash })
  const here = somewhere()
  for (let day = 0; day < 12; day++) {
    expect(await seen(signIn({ email: ada.email, password: PASSWORD }, here))).toMatchObject({ status: 302 })
  }
})

test('a session that was planted in the browser does not become a signed-in one', async () => {
  const [ada, mallory] = [await aPerson({ passwordHash }), await aPerson()]
  const planted = await cookieOf(mallory)

  const { cookie } = (await seen(signIn({ email: ada.email, password: PASSWORD }, somewhere(), planted))) as {
    cookie: string
  }

  expect(cookie).not.toContain(planted)
  expect(await isIn(planted)).toBe(false)
})

test('what the database stores of a session opens nothing', async () => {
  const ada = await aPerson()
  const cookie = await cookieOf(ada)
  const { id } = await db
    .selectFrom('loginSession')
    .select('id')
    .where('userId', '=', ada.id)
    .executeTakeFirstOrThrow()

  expect(await isIn(cookie)).toBe(true)
  expect(await isIn(`sid=${id}`)).toBe(false)
  expect(await isIn(`sid=${id.slice(0, 32)}`)).toBe(false)
})

test('the link by mail answers the same for everybody, and is mailed to those who are known', async () => {
  const ada = await aPerson()
  const ask = (email: string) => seen(signIn({ email, intent: 'link' }))

  const [known, unknown] = [await ask(ada.email), await ask('nobody@lernkreis.example')]

  expect(known).toEqual({ status: 302, to: '/login?done=link', cookie: null })
  expect(unknown).toEqual(known)
  const mails = await db.selectFrom('outbox').select('kind').where('address', '=', ada.email).execute()
  expect(mails).toEqual([{ kind: 'login-link' }])
})

test('nobody can be flooded with links, and nobody is told so', async () => {
  const ada = await aPerson()
  for (let request = 0; request < 6; request++) {
    expect(await seen(signIn({ email: ada.email, intent: 'link' }))).toMatchObject({ to: '/login?done=link' })
  }

  const tokens = await db.selectFrom('audit').select('id').where('subjectId', '=', ada.id).execute()
  expect(tokens).toHaveLength(3)
})

test('asking for a new password answers the same for everybody, after the same time', async () => {
  const ada = await aPerson()
  const ask = async (email: string) => {
    const start = performance.now()
    const answer = await seen(forgotten(args(aRequest('/reset', { email }), {}, somewhere())))
    return { ...answer, fast: performance.now() - start < 290 }
  }

  const known = await ask(ada.email)
  expect(known).toEqual({ status: 302, to: '/reset?done=link', cookie: null, fast: false })
  expect(await ask('nobody@lernkreis.example')).toEqual(known)
})

test('too many questions from one place wait an hour', async () => {
  const here = somewhere()
  const form = { email: 'nobody@lernkreis.example', intent: 'link' }
  await Promise.all(Array.from({ length: 30 }, () => signIn(form, here)))

  expect(await seen(signIn(form, here))).toMatchObject({ status: 429, refusal: 'tooManyLinks' })
})

test('opening a link signs nobody in; the button does, once', async () => {
  const ada = await aPerson()
  await requestLoginToken(db, ada.email, 'login', now)
  const mail = await db
    .selectFrom('outbox')
    .select('data')
    .where('address', '=', ada.email)
    .executeTakeFirstOrThrow()
  const token = String(mail.data.token)
  const path = `/login/${token}`
  const opened = () => link(args(aRequest(path), { token }, somewhere()))
  const pressed = () => seen(useLink(args(aRequest(path, {}), { token }, somewhere())))

  for (let scanner = 0; scanner < 3; scanner++) {
    expect(await opened()).toMatchObject({
      data: { name: expect.stringContaining('Ada') },
      init: { status: 200 },
    })
  }
  expect(await pressed()).toMatchObject({ status: 302, to: '/' })
  expect(await pressed()).toMatchObject({ status: 410 })
  expect(await opened()).toMatchObject({ data: { name: null }, init: { status: 410 } })
})

test('signing out ends the session for good; opening the address does not', async () => {
  const ada = await aPerson()
  const cookie = await cookieOf(ada)
  const withCookie = (form?: Fields) => aRequest('/logout', form, { Cookie: cookie })

  await logoutPage(args(withCookie()))
  expect(await isIn(cookie)).toBe(true)

  expect(await seen(logout(args(withCookie({}))))).toMatchObject({ cookie: expect.stringMatching(/^sid=;/) })
  expect(await isIn(cookie)).toBe(false)
})

test('who is signed in already is led on', async () => {
  const request = await requestAs(await aPerson(), '/login?to=/courses')

  await expect(loader(args(request))).rejects.toMatchObject({ status: 302 })
})

test('sample accounts stand on the page of the demo district only, and without their password', async () => {
  const admin = await aPerson({ roles: ['admin'], passwordHash })
  const page = async () => loader(args(aRequest(`/login?email=${admin.email}`)))
  expect(await page()).toMatchObject({ samples: [], email: '' })

  await changeSettings(db, null, { demo: true }, now)
  const { samples, email } = await page()
  await changeSettings(db, null, { demo: false }, now)

  expect(samples).toContainEqual({ role: 'admin', email: admin.email })
  expect(email).toBe(admin.email)
  expect(JSON.stringify(samples)).not.toContain('assword')
})
