import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { BLANKED_TOKEN } from '#app/domain/mail.ts'
import {
  blankExpiredLinks,
  claimDue,
  dropHiddenMails,
  forgetMails,
  giveUpOutdated,
  markFailed,
  markSent,
} from '#db/mail-delivery.ts'
import { countOutbox, listOutbox, post, readMail, retryMail } from '#db/outbox.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aPerson, days, hours, NOW } from '#tests/factories.ts'

// What is due is due for the whole installation: each test starts with an empty outbox.
beforeEach(() => db.deleteFrom('outbox').execute())

const all = { page: 1, size: 50 }

async function aMail(given: { key?: string; now?: Date; hidden?: boolean } = {}) {
  const person = await aPerson()
  const to = { personId: person.id, address: person.email, locale: 'de' as const }
  const { key = randomUUID(), now = NOW } = given
  const name = 'Ada Lovelace'
  if (given.hidden) {
    const data = { name, roundId: randomUUID(), title: 'Runde', closesOn: '2026-04-01' }
    await post(db, to, 'evaluation-reminder', key, data, now)
  } else {
    await post(db, to, 'login-link', key, { name, token: 'secret', validUntil: days(1).toISOString() }, now)
  }
  return person
}

test('nobody gets the mail of one occasion twice', async () => {
  const ada = await aPerson()
  const to = { personId: ada.id, address: ada.email, locale: 'de' as const }
  for (let run = 0; run < 3; run++) {
    await post(db, to, 'report-released', 'report-1', { name: 'Ada', number: 1, cutOff: '2026-03-31' }, NOW)
  }

  expect(await listOutbox(db, {}, all)).toMatchObject({ total: 1 })
})

test('a mail that was taken is not taken again, and when sent it keeps no secret', async () => {
  await aMail()
  const [mail] = await claimDue(db, 10, NOW)

  expect(await claimDue(db, 10, NOW)).toEqual([])
  await markSent(db, mail!, NOW)

  expect(await claimDue(db, 10, days(10))).toEqual([])
  const { mails } = await listOutbox(db, { state: 'sent' }, all)
  expect(mails).toMatchObject([{ kind: 'login-link', state: 'sent', data: { token: BLANKED_TOKEN } }])
  expect(JSON.stringify(await db.selectFrom('outbox').selectAll().execute())).not.toContain('secret')
})

test('a mail whose process died is taken up by the next one', async () => {
  await aMail()
  await claimDue(db, 10, NOW)

  expect(await claimDue(db, 10, hours(1))).toMatchObject([{ attempts: 2 }])
})

test('a mail that fails waits longer each time and is given up in the end; an admin may try it again', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  await aMail()
  const waits: number[] = []
  let now = NOW
  for (;;) {
    const [mail] = await claimDue(db, 10, now)
    await markFailed(db, mail!, '421 busy', now)
    const row = await db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow()
    if (row.gaveUpAt) break
    waits.push((row.nextAttemptAt.getTime() - now.getTime()) / 60_000)
    now = row.nextAttemptAt
  }

  expect(waits).toEqual([5, 15, 60, 240, 720])
  expect(await claimDue(db, 10, days(30))).toEqual([])
  const { mails } = await listOutbox(db, { state: 'failed' }, all)
  expect(mails).toMatchObject([{ state: 'failed', lastError: '421 busy', attempts: 6 }])
  expect(await countOutbox(db)).toEqual({ waiting: 0, failed: 1 })

  await retryMail(db, admin.id, mails[0]!.id, days(30))
  expect(await claimDue(db, 10, days(30))).toMatchObject([{ attempts: 1 }])
})

test('mails to evaluations are in no list, cannot be read, and leave no trace once sent or given up', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  await aMail({ hidden: true })
  const { id } = await db.selectFrom('outbox').select('id').executeTakeFirstOrThrow()

  for (const state of [undefined, 'waiting', 'sent', 'failed'] as const) {
    expect(await listOutbox(db, { state }, all)).toEqual({ mails: [], total: 0 })
  }
  expect(await countOutbox(db)).toEqual({ waiting: 0, failed: 0 })
  expect(await readMail(db, admin.id, id, NOW)).toBeUndefined()

  const [mail] = await claimDue(db, 10, NOW)
  await markSent(db, mail!, NOW)
  expect(await db.selectFrom('outbox').select('id').execute()).toEqual([])

  await aMail({ hidden: true })
  const [other] = await claimDue(db, 10, NOW)
  await markFailed(db, { ...other!, attempts: 6 }, 'no', NOW)
  expect(await db.selectFrom('outbox').select('id').execute()).toEqual([])

  await aMail({ hidden: true })
  await dropHiddenMails(db)
  expect(await db.selectFrom('outbox').select('id').execute()).toEqual([])
})

test('whoever was locked out gets no mail that was written before', async () => {
  const ada = await aMail()
  await aMail()
  await db.updateTable('person').set({ disabledAt: NOW }).where('id', '=', ada.id).execute()

  const mails = await claimDue(db, 10, NOW)

  expect(mails).toHaveLength(1)
  expect(mails[0]!.personId).not.toBe(ada.id)
})

test('mails of last month do not go out on the day the mail server is set up', async () => {
  await aMail({ now: days(-8) })
  await aMail({ now: days(-6) })
  await aMail({ now: days(-8), hidden: true })

  await giveUpOutdated(db, NOW)

  expect(await claimDue(db, 10, NOW)).toHaveLength(1)
  const { mails } = await listOutbox(db, { state: 'failed' }, all)
  expect(mails).toMatchObject([{ lastError: 'outdated' }])
})

test('after thirty days a mail is forgotten, and a link that has run out loses its secret', async () => {
  await aMail({ now: days(-31) })
  await aMail({ now: days(-29) })
  await forgetMails(db, NOW)
  expect(await db.selectFrom('outbox').select('id').execute()).toHaveLength(1)

  await blankExpiredLinks(db, hours(23))
  expect(JSON.stringify(await listOutbox(db, {}, all))).toContain('secret')
  await blankExpiredLinks(db, hours(25))
  expect(JSON.stringify(await listOutbox(db, {}, all))).not.toContain('secret')
})

test('that somebody has read a mail is on record', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  await aMail()
  const { mails } = await listOutbox(db, {}, all)

  expect(await readMail(db, admin.id, mails[0]!.id, NOW)).toMatchObject({ kind: 'login-link' })

  const record = await db.selectFrom('audit').selectAll().where('subjectId', '=', mails[0]!.id).execute()
  expect(record).toMatchObject([{ actorId: admin.id, action: 'outbox:read' }])
})

test('a search for signs that mean something to the database finds only these signs', async () => {
  await aMail()
  expect(await listOutbox(db, { address: '%' }, all)).toMatchObject({ total: 0 })
  expect(await listOutbox(db, { address: 'lernkreis.example' }, all)).toMatchObject({ total: 1 })
})

testOnPostgres('two processes never take the same mail', async () => {
  for (let mail = 0; mail < 20; mail++) await aMail()

  const taken = await Promise.all([1, 2, 3, 4].map(() => claimDue(db, 10, NOW)))

  const ids = taken.flat().map((mail) => mail.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toHaveLength(20)
})
