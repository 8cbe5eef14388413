import { expect, test } from 'vitest'
import { readSession } from '#app/http/session.server.ts'
import { db } from '#tests/database.ts'
import { aPerson, aRequest, cookieOf, hours, ORIGIN } from '#tests/factories.ts'

const now = new Date()
const renewing = { renew: true }
const silent = { renew: false }

async function aSession() {
  const ada = await aPerson()
  const request = aRequest('/', undefined, { Cookie: await cookieOf(ada) })
  const read = (at: Date, how = renewing) => readSession(db, ORIGIN, request, at, how)
  const stored = () =>
    db.selectFrom('loginSession').selectAll().where('userId', '=', ada.id).executeTakeFirst()
  return { ada, read, stored }
}

test.each([renewing, silent])('after eight hours without a visit a session is over (%o)', async (how) => {
  const { ada, read } = await aSession()

  expect(await read(hours(7.9, now), how)).toMatchObject({ id: ada.id })
  expect(await read(hours(8.1, now), how)).toBeUndefined()
})

test.each([renewing, silent])('after a day a session is over, however busy (%o)', async (how) => {
  const { ada, read } = await aSession()
  const row = { createdAt: hours(-23.9, now), expiresAt: hours(8, now) }
  await db.updateTable('loginSession').set(row).where('userId', '=', ada.id).execute()

  expect(await read(now, how)).toMatchObject({ id: ada.id })
  expect(await read(hours(0.2, now), how)).toBeUndefined()
})

test('a session that is over is gone from the table', async () => {
  const { read, stored } = await aSession()

  await read(hours(9, now))

  expect(await stored()).toBeUndefined()
})

test('a visit renews a session that is half through', async () => {
  const { ada, read, stored } = await aSession()
  await db
    .updateTable('loginSession')
    .set({ expiresAt: hours(3, now) })
    .where('userId', '=', ada.id)
    .execute()

  await read(now)

  expect((await stored())!.expiresAt.getTime()).toBeGreaterThan(hours(7, now).getTime())
})

test('on the way to a ballot a visit leaves no trace', async () => {
  const { ada, read, stored } = await aSession()
  await db
    .updateTable('loginSession')
    .set({ expiresAt: hours(3, now) })
    .where('userId', '=', ada.id)
    .execute()
  const before = await stored()

  await read(now, silent)

  expect(await stored()).toEqual(before)
})

test.each(['', 'sid=', 'sid=%E0%A4%A', 'sid="; drop table', `sid=${'a'.repeat(33)}`, 'other=1'])(
  'a cookie that is none counts as none: %j',
  async (cookie) => {
    const request = aRequest('/', undefined, { Cookie: cookie })

    expect(await readSession(db, ORIGIN, request, now, renewing)).toBeUndefined()
  },
)
