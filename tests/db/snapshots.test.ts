import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/calendar.ts'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import {
  currentFigures,
  getSnapshot,
  listSnapshots,
  prepareSnapshot,
  prepareSnapshotIn,
  releaseSnapshot,
  verifySnapshots,
} from '#db/snapshots.ts'
import { db, openAsApp, testOnPostgres } from '#tests/database.ts'
import { aPerson, aRole, days, NOW, TODAY } from '#tests/factories.ts'
import { aReportDay } from '#tests/reporting.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
/** Of a day that has no released report yet, in whatever order tests run. */
const preparation = async (by: string) => {
  const cutOff = await aReportDay()
  return { cutOff, today: cutOff, applicationVersion: '0.0.0', by }
}

async function aSnapshot(): Promise<number> {
  const coordinator = await aPerson({ roles: ['coordinator'] })
  const result = await prepareSnapshot(db, await preparation(coordinator.id), NOW)
  if (!result.ok) throw new Error(result.refusal)
  return result.number
}

test('each report carries the fingerprint of the one before', async () => {
  const [first, second] = [await aSnapshot(), await aSnapshot()]

  expect(second).toBe(first + 1)
  const [before, after] = [await getSnapshot(db, first), await getSnapshot(db, second)]
  expect(after?.previousSha256).toBe(before?.sha256)
  expect(after?.data?.previousSha256).toBe(before?.sha256)
  expect(sha256(after?.payload ?? '')).toBe(after?.sha256)
  expect(await verifySnapshots(db)).toEqual([])
})

test('a report shows the same figures however much happens afterwards', async () => {
  const number = await aSnapshot()
  const before = await getSnapshot(db, number)
  await aPerson()

  const data = (await getSnapshot(db, number))?.data
  if (!data) throw new Error('no figures')
  const { payload, sha256: fingerprint, releasedAt, ...figures } = data
  expect(payload).toBe(before?.payload)
  expect(canonicalJson(figures)).toBe(payload)
  expect([fingerprint, releasedAt]).toEqual([before?.sha256, null])
  const today = await currentFigures(db, TODAY, '0.0.0')
  expect(today.participation.denominator).toBeGreaterThan(figures.participation.denominator)
})

test('figures of a day that is not over yet, or of one before the last report, are not frozen', async () => {
  const { id } = await aPerson({ roles: ['coordinator'] })
  await aSnapshot()
  const given = await preparation(id)

  expect(await prepareSnapshot(db, { ...given, cutOff: addDays(given.today, 1) }, NOW)).toEqual({
    ok: false,
    refusal: 'cut-off-in-future',
  })
  expect(await prepareSnapshot(db, { ...given, cutOff: '2026-03-10' }, NOW)).toEqual({
    ok: false,
    refusal: 'cut-off-before-last',
  })
})

test('whoever prepared a report does not release it, and a second release changes nothing', async () => {
  const both = await aPerson({ roles: ['coordinator', 'committee'] })
  const colleague = await aPerson({ roles: ['committee'] })
  const prepared = await prepareSnapshot(db, await preparation(both.id), NOW)
  if (!prepared.ok) throw new Error(prepared.refusal)
  const { number } = prepared

  expect(await releaseSnapshot(db, { number, by: both.id }, NOW)).toEqual({
    ok: false,
    refusal: 'own-snapshot',
  })
  expect(await releaseSnapshot(db, { number, by: colleague.id }, NOW)).toEqual({ ok: true })
  expect(await releaseSnapshot(db, { number, by: colleague.id }, days(1))).toEqual({ ok: true })
  const entry = (await listSnapshots(db)).find((one) => one.number === number)
  expect(entry).toMatchObject({ releasedAt: NOW, releasedBy: colleague.id, preparedBy: both.id })
})

test('a report that nobody has prepared cannot be released', async () => {
  const { id } = await aPerson({ roles: ['committee'] })
  expect(await releaseSnapshot(db, { number: 9_999, by: id }, NOW)).toEqual({ ok: false, refusal: 'unknown' })
})

test('everybody who sits on the committee on that day gets one mail, and nobody else', async () => {
  const member = await aPerson({ roles: ['committee'] })
  const former = await aPerson({ roles: [] })
  await aRole({ personId: former.id, role: 'committee', untilDate: '2026-03-10' })
  const next = await aPerson({ roles: [] })
  await aRole({ personId: next.id, role: 'committee', fromDate: '2026-03-12' })
  const number = await aSnapshot()

  await releaseSnapshot(db, { number, by: member.id }, NOW)
  await releaseSnapshot(db, { number, by: member.id }, NOW)

  const mails = await db
    .selectFrom('outbox')
    .select(['personId', 'data'])
    .where('kind', '=', 'report-released')
    .where('personId', 'in', [member.id, former.id, next.id])
    .execute()
  const about = mails.filter(({ data }) => data.number === number)
  expect(about.map(({ personId }) => personId)).toEqual([member.id])
})

test.each([
  ['snapshot', sql`update snapshot set payload = '{}'`],
  ['snapshot', sql`delete from snapshot`],
  ['snapshot_release', sql`update snapshot_release set released_at = now()`],
  ['snapshot_release', sql`delete from snapshot_release`],
])('the database itself refuses to change %s', async (table, change) => {
  await aSnapshot()
  await expect(change.execute(db)).rejects.toThrow(`rows of ${table} are never changed`)
})

test('a report changed by somebody who rules the database is found, not shown and not released', async () => {
  const number = await aSnapshot()
  const { id } = await aPerson({ roles: ['committee'] })
  const better = sql`replace(payload, '"count":', '"count":1')`

  await tampered(number, sql`payload = ${better}`, async () => {
    expect(await verifySnapshots(db)).toEqual([{ number, fault: 'payload-changed' }])
    expect((await getSnapshot(db, number))?.data).toBeNull()
    expect(await releaseSnapshot(db, { number, by: id }, NOW)).toEqual({ ok: false, refusal: 'changed' })
  })
  expect(await verifySnapshots(db)).toEqual([])
})

test.each([
  ['payload', 'payload-changed'],
  ['sha256', 'payload-changed'],
  ['previousSha256', 'link-broken'],
] as const)(
  'one other sign in the %s of a released report is found, and nothing else',
  async (column, fault) => {
    await aSnapshot() // before the first of all there is no fingerprint
    const number = await aSnapshot()
    const { id } = await aPerson({ roles: ['committee'] })
    expect(await releaseSnapshot(db, { number, by: id }, NOW)).toEqual({ ok: true })
    expect(await verifySnapshots(db)).toEqual([])
    const text = (await getSnapshot(db, number))?.[column] ?? ''
    for (const place of [0, Math.floor(text.length / 2), text.length - 1]) {
      const other = `${text.slice(0, place)}${text[place] === '0' ? '1' : '0'}${text.slice(place + 1)}`
      await tampered(number, sql`${sql.ref(column)} = ${other}`, async () => {
        expect(await verifySnapshots(db)).toEqual([{ number, fault }])
      })
    }
    expect(await verifySnapshots(db)).toEqual([])
  },
)

test('a change with a fingerprint of its own breaks the link to the next report, whatever the columns say', async () => {
  const [number, next] = [await aSnapshot(), await aSnapshot()]
  const { id } = await aPerson({ roles: ['committee'] })
  const before = await getSnapshot(db, number)
  const payload = before?.payload.replace('"demo":false', '"demo":true') ?? ''
  const forged = sha256(payload)

  await tampered(number, sql`payload = ${payload}, sha256 = ${forged}`, async () => {
    expect(await verifySnapshots(db)).toEqual([{ number: next, fault: 'link-broken' }])
    await tampered(next, sql`previous_sha256 = ${forged}`, async () => {
      expect(await verifySnapshots(db)).toEqual([{ number: next, fault: 'link-broken' }])
      expect(await releaseSnapshot(db, { number: next, by: id }, NOW)).toEqual({
        ok: false,
        refusal: 'changed',
      })
    })
  })
})

test('a report that was taken out of the row is missed, and only once', async () => {
  await aSnapshot() // the first of all has no number below it, and its removal is another fault
  const [number, next] = [await aSnapshot(), await aSnapshot()]
  await aSnapshot()

  await tampered(number, sql`number = -number`, async () => {
    expect(await verifySnapshots(db)).toContainEqual({ number: next, fault: 'missing' })
    expect((await verifySnapshots(db)).filter((fault) => fault.number > next)).toEqual([])
  })
})

test('a text that is no report is a fault, not a crash', async () => {
  const number = await aSnapshot()
  await tampered(number, sql`payload = 'x', sha256 = ${sha256('x')}`, async () => {
    expect(await verifySnapshots(db)).toEqual([{ number, fault: 'payload-changed' }])
    expect((await getSnapshot(db, number))?.data).toBeNull()
  })
})

/** Changes a snapshot as only the owner of the tables can, and puts it back. */
async function tampered(number: number, change: RawBuilder<unknown>, look: () => Promise<void>) {
  const original = await db
    .selectFrom('snapshot')
    .select(['number', 'payload', 'sha256', 'previousSha256'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  await unguarded(sql`update snapshot set ${change} where number = ${number}`)
  try {
    await look()
  } finally {
    const { payload, sha256, previousSha256 } = original
    await unguarded(sql`update snapshot set number = ${number}, payload = ${payload}, sha256 = ${sha256},
      previous_sha256 = ${previousSha256} where number in (${number}, -${number}::integer)`)
  }
}

async function unguarded(change: RawBuilder<unknown>): Promise<void> {
  await sql`alter table snapshot disable trigger snapshot_never_changes`.execute(db)
  await sql`alter table snapshot drop constraint if exists snapshot_number_positive`.execute(db)
  try {
    await change.execute(db)
  } finally {
    await sql`alter table snapshot enable trigger snapshot_never_changes`.execute(db)
  }
}

testOnPostgres('three who prepare at the same moment continue the chain one after the other', async () => {
  const { id } = await aPerson({ roles: ['coordinator'] })
  const [product, given] = [openAsApp(), await preparation(id)]
  for (let round = 0; round < 10; round++) {
    const results = await Promise.all([1, 2, 3].map(() => prepareSnapshot(product, given, NOW)))
    expect(results.every(({ ok }) => ok)).toBe(true)
  }
  await product.destroy()
  expect(await verifySnapshots(db)).toEqual([])
})

testOnPostgres('without the lock they fall over each other', async () => {
  const { id } = await aPerson({ roles: ['coordinator'] })
  const given = await preparation(id)
  const withoutLock = () => db.transaction().execute((trx) => prepareSnapshotIn(trx, given, NOW))
  let failed = 0
  for (let round = 0; round < 10; round++) {
    const results = await Promise.allSettled([1, 2, 3].map(withoutLock))
    failed += results.filter(({ status }) => status === 'rejected').length
  }
  expect(failed).toBeGreaterThan(0)
})
