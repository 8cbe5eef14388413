import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { areReady, type TrusteePart } from '#app/domain/trustee.ts'
import { castBallot, openBallot } from '#db/ballots.ts'
import { forgetHandedShares, handOver, renewSheet } from '#db/key-halves.ts'
import { openRound } from '#db/round-openings.ts'
import { giveUpRound } from '#db/rounds.ts'
import { unwrap } from '#db/seal.ts'
import { countRound } from '#db/tallies.ts'
import { keyFromRecoveryCode, openTrusteeKey } from '#db/trustee-keys.ts'
import { listRoundsOfAnotherKey, listTrustees } from '#db/trustee-lists.ts'
import { remindTrustees } from '#db/trustee-mail.ts'
import { dismissTrustees, nameTrustees } from '#db/trustees.ts'
import { db } from '#tests/database.ts'
import { aPerson, days, NOW } from '#tests/factories.ts'
import {
  actingIn,
  aRoundWithTrustees,
  confirm,
  keyOf,
  PASSPHRASES,
  prepare,
  setUp,
  SHEETS,
  tryOut,
  type TrusteeRound,
} from '#tests/trustees.ts'
import { ballotsOf, countMeans, seal, wrappingKey } from '#tests/urn.ts'

const OVER = days(20)
const byPassphrase = (part: TrusteePart, passphrase = PASSPHRASES[part]) =>
  ({ with: 'passphrase', key: keyOf(passphrase) }) as const
const bySheet = (part: TrusteePart) => ({ with: 'sheet', key: keyFromRecoveryCode(SHEETS[part]) }) as const

/** A round that two trustees hold, open, with six ballots in its urn. */
async function aVotedRound(): Promise<TrusteeRound> {
  const round = await aRoundWithTrustees()
  await prepare(round)
  await register(6)
  const opened = await openRound(db, round.roundId, NOW)
  if (!opened.ok) throw new Error(opened.refusal)
  const row = await roundRow(round.roundId)
  const invited = await db
    .selectFrom('invitation')
    .select('personId')
    .where('roundId', '=', round.roundId)
    .limit(6)
    .execute()
  for (const { personId } of invited) {
    const sealed = seal(row, 'user', { overall: 4 })
    await castBallot(db, { roundId: round.roundId, personId, sealed }, NOW)
  }
  return round
}

async function register(count: number): Promise<void> {
  for (let index = 0; index < count; index++) await aPerson({ audience: 'user' })
}

function roundRow(id: string) {
  return db.selectFrom('evaluationRound').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

function give(round: TrusteeRound, part: TrusteePart, secret = byPassphrase(part), now = OVER) {
  return handOver(db, actingIn(round, part), secret, wrappingKey, now)
}

async function count(
  round: TrusteeRound,
  part: TrusteePart,
  secret: Parameters<typeof handOver>[2] = byPassphrase(part),
  now = OVER,
  by = round.people[part].id,
) {
  const means = { ...countMeans('competence-centre'), trustee: { part, secret } }
  return countRound(db, { roundId: round.roundId, by }, means, now)
}

test('a round opens only once both have set a passphrase, typed in their sheet and rehearsed', async () => {
  const round = await aRoundWithTrustees()
  await register(5)
  const open = () => openRound(db, round.roundId, NOW)
  const notReady = { ok: false, refusal: 'trustees-not-ready' }

  expect(await open()).toEqual(notReady)
  await setUp(round, 'oversight')
  expect(await tryOut(round, 'oversight')).toEqual({ ok: false, refusal: 'no-share' })
  await setUp(round, 'coordination')
  await confirm(round, 'coordination')
  await confirm(round, 'oversight')
  expect(await tryOut(round, 'coordination')).toEqual({ ok: true })
  expect(await open()).toEqual(notReady)
  expect(await tryOut(round, 'oversight', 'something else')).toEqual({
    ok: false,
    refusal: 'wrong-passphrase',
  })
  expect(await open()).toEqual(notReady)
  await tryOut(round, 'oversight')
  expect(await open()).toMatchObject({ ok: true })
})

test('a passphrase set anew makes a new key: both have to rehearse again', async () => {
  const round = await aRoundWithTrustees()
  await prepare(round)
  const before = (await roundRow(round.roundId)).publicKey

  await setUp(round, 'coordination', 'Ein anderer Satz')

  expect(Buffer.from((await roundRow(round.roundId)).publicKey).equals(before)).toBe(false)
  const trustees = await listTrustees(db, round.roundId, NOW)
  expect(trustees.map(({ rehearsedAt }) => rehearsedAt)).toEqual([null, null])
  expect(trustees.map(({ sheetConfirmedAt }) => sheetConfirmedAt !== null)).toEqual([false, true])
})

test('neither trustee, nor the database, nor ROUND_KEY, nor all but one of them opens a ballot', async () => {
  const round = await aVotedRound()
  const { roundId } = round
  expect(await db.selectFrom('roundKey').selectAll().where('roundId', '=', roundId).execute()).toEqual([])
  const [ballot] = await ballotsOf(roundId)
  const rows = await db.selectFrom('trustee').selectAll().where('roundId', '=', roundId).execute()
  for (const row of rows) {
    const wrapped = row.byPassphrase ?? Buffer.alloc(0)
    // Without ROUND_KEY the right passphrase opens nothing; without the passphrase ROUND_KEY finds a sealed key.
    const secret = byPassphrase(row.part)
    expect(openTrusteeKey(roundId, wrapped, secret, Buffer.alloc(32, 9)).ok).toBe(false)
    expect(unwrap(wrappingKey, 'trustee', roundId, unwrap(wrappingKey, 'key', roundId, wrapped)!)).toBe(
      undefined,
    )
    // With both, it is the key of one trustee, who still cannot open a ballot, nor the half of the other.
    const mine = openTrusteeKey(roundId, wrapped, secret, wrappingKey)
    if (!mine.ok) throw new Error(mine.refusal)
    expect(openBallot(mine.key, roundId, ballot?.sealed ?? Buffer.alloc(0))).toBeUndefined()
  }
  expect(await count(round, 'coordination')).toEqual({ ok: false, refusal: 'needs-other-trustee' })
  const plain = countMeans('competence-centre')
  expect(await countRound(db, { roundId, by: null }, plain, OVER)).toEqual({
    ok: false,
    refusal: 'needs-trustees',
  })
})

test('each at their own time: the first hands over, the second counts, and then the keys are gone', async () => {
  for (const first of ['coordination', 'oversight'] as const) {
    const round = await aVotedRound()
    const second = first === 'coordination' ? 'oversight' : 'coordination'
    expect(await give(round, first, byPassphrase(first), NOW)).toEqual({ ok: false, refusal: 'still-open' })
    expect(await give(round, first)).toEqual({ ok: true })
    expect(await give(round, second)).toEqual({ ok: false, refusal: 'count-now' })
    expect(await count(round, second, byPassphrase(second, 'wrong'))).toEqual({
      ok: false,
      refusal: 'wrong-passphrase',
    })
    expect(await count(round, second)).toEqual({ ok: true, counted: 6, dropped: 0 })
    expect(await count(round, second)).toEqual({ ok: false, refusal: 'already-counted' })
    expect(await listTrustees(db, round.roundId, OVER)).toEqual([])
  }
})

test('what was handed over opens with the passphrase of the other alone, and is forgotten after a week', async () => {
  const round = await aVotedRound()
  await give(round, 'coordination')
  const other = await db
    .selectFrom('trustee')
    .selectAll()
    .where('roundId', '=', round.roundId)
    .where('part', '=', 'coordination')
    .executeTakeFirstOrThrow()
  const handed = Buffer.from(other.handedShare ?? [])
  expect(unwrap(wrappingKey, 'handed-share', round.roundId, handed)).toBeUndefined()
  expect(await count(round, 'oversight', byPassphrase('oversight'), days(28))).toEqual({
    ok: false,
    refusal: 'needs-other-trustee',
  })
  const left = () =>
    db.selectFrom('trustee').select('handedShare').where('roundId', '=', round.roundId).execute()
  await forgetHandedShares(db, other.handedAt ?? NOW)
  expect((await left()).filter(({ handedShare }) => handedShare)).toHaveLength(1)
  await forgetHandedShares(db, days(7, other.handedAt ?? NOW))
  expect((await left()).filter(({ handedShare }) => handedShare)).toEqual([])
  expect(await give(round, 'oversight', byPassphrase('oversight'), days(28))).toEqual({ ok: true })
})

test('a lost passphrase: the recovery sheet opens the same half, also for a colleague of the office', async () => {
  const round = await aVotedRound()
  await give(round, 'coordination')
  const colleague = await aPerson({ roles: ['dataProtection'] })
  expect(await count(round, 'oversight', bySheet('coordination'))).toEqual({
    ok: false,
    refusal: 'wrong-sheet',
  })
  const counted = await count(round, 'oversight', bySheet('oversight'), OVER, colleague.id)
  expect(counted).toMatchObject({ ok: true, counted: 6 })
})

test('one and the same person never brings both halves', async () => {
  const round = await aVotedRound()
  await give(round, 'coordination')
  const alone = round.people.coordination.id
  expect(await count(round, 'oversight', bySheet('oversight'), OVER, alone)).toEqual({
    ok: false,
    refusal: 'same-person',
  })
})

test('with another ROUND_KEY nothing opens, nothing is lost, and it is said before the round opens', async () => {
  const another = Buffer.alloc(32, 1)
  const planned = await aRoundWithTrustees()
  await prepare(planned)
  expect(await listRoundsOfAnotherKey(db, wrappingKey)).not.toContain(planned.roundId)
  expect(await listRoundsOfAnotherKey(db, another)).toContain(planned.roundId)

  const round = await aVotedRound()
  const secret = byPassphrase('oversight')
  expect(await handOver(db, actingIn(round, 'oversight'), secret, another, OVER)).toEqual({
    ok: false,
    refusal: 'wrong-wrapping-key',
  })
  expect(await ballotsOf(round.roundId)).toHaveLength(6)
})

test('a renewed sheet makes the old one worthless, and has to be typed in again', async () => {
  const round = await aRoundWithTrustees()
  await prepare(round)
  const sheet = keyFromRecoveryCode('the new sheet')
  const keys = { passphrase: keyOf(PASSPHRASES.oversight), sheet, wrapping: wrappingKey }
  expect(await renewSheet(db, actingIn(round, 'oversight'), keys, NOW)).toEqual({ ok: true })
  expect(await confirm(round, 'oversight')).toEqual({ ok: false, refusal: 'wrong-sheet' })
  expect((await listTrustees(db, round.roundId, NOW))[1]?.sheetConfirmedAt).toBeNull()
  expect(await confirm(round, 'oversight', 'the new sheet')).toEqual({ ok: true })
})

test('after the opening nobody takes the key back or names somebody else, not even in the database', async () => {
  const round = await aVotedRound()
  const { roundId } = round
  const by = round.people.coordination.id
  const people = { coordination: by, oversight: (await aPerson()).id }
  const refused = { ok: false, refusal: 'has-begun' }
  expect(await dismissTrustees(db, { roundId, by }, wrappingKey, NOW)).toEqual(refused)
  expect(await nameTrustees(db, { roundId, people, by }, NOW)).toEqual(refused)
  expect(await setUp(round, 'oversight')).toEqual(refused)
  const back = sql`update evaluation_round set key_holder = 'server' where id = ${roundId}`
  await expect(back.execute(db)).rejects.toThrow('changes hands no more')
})

test('a round whose trustees are not ready cannot be opened in the database either', async () => {
  const { roundId } = await aRoundWithTrustees()
  const open = sql`update evaluation_round set opened_at = ${NOW} where id = ${roundId}`
  await expect(open.execute(db)).rejects.toThrow('both trustees are ready')
})

test('a trustee whose office has ended counts as ready no more, and the round does not open', async () => {
  const round = await aRoundWithTrustees()
  await prepare(round)
  await register(6)
  const ready = async () => areReady(await listTrustees(db, round.roundId, NOW))
  expect(await ready()).toBe(true)
  const office = db.updateTable('roleAssignment').where('personId', '=', round.people.oversight.id)
  await office.set({ untilDate: '2026-03-10' }).execute()
  expect(await ready()).toBe(false)
  expect(await openRound(db, round.roundId, NOW)).toEqual({ ok: false, refusal: 'trustees-not-ready' })
  await office.set({ untilDate: '2026-03-11' }).execute()
  expect(await openRound(db, round.roundId, NOW)).toMatchObject({ ok: true })
})

test('while it is planned the key can go back to the server, which then counts by itself', async () => {
  const round = await aRoundWithTrustees()
  await prepare(round)
  const { roundId } = round
  await dismissTrustees(db, { roundId, by: round.people.coordination.id }, wrappingKey, NOW)
  expect((await roundRow(roundId)).keyHolder).toBe('server')
  expect(await listTrustees(db, roundId, NOW)).toEqual([])
})

test('what both have lost is destroyed unread after ninety days, and not before', async () => {
  const round = await aVotedRound()
  const giveUp = (now: Date) => giveUpRound(db, { roundId: round.roundId, by: null, reason: null }, now)
  expect(await giveUp(OVER)).toEqual({ ok: false, refusal: 'enough-answers' })
  expect(await giveUp(days(14 + 91))).toEqual({ ok: true })
  expect(await ballotsOf(round.roundId)).toEqual([])
})

/** What was written to the trustees of a round, by kind and reader, oldest first. */
async function mailsTo({ roundId, people }: TrusteeRound): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['kind', 'personId', 'data'])
    .where('kind', 'in', ['trustee-named', 'trustee-wanted', 'trustee-count'])
    .orderBy('createdAt')
    .orderBy('personId')
    .execute()
  return rows
    .filter(({ data }) => JSON.stringify(data).includes(roundId))
    .map(({ kind, personId }) => `${kind} ${personId === people.oversight.id ? 'oversight' : 'coordination'}`)
    .sort()
}

test('trustees are written to when they are named, and when it is their turn before the round can begin', async () => {
  const round = await aRoundWithTrustees()
  const named = ['trustee-named coordination', 'trustee-named oversight']
  expect(await mailsTo(round)).toEqual(named)

  await setUp(round, 'oversight')
  expect(await mailsTo(round)).toEqual(named)
  await confirm(round, 'oversight')
  await setUp(round, 'coordination')
  // The other one had done their part, and may rehearse now.
  expect(await mailsTo(round)).toEqual([...named, 'trustee-wanted oversight'])
})

test('who is not ready three days before, and on the first day, is asked once each; who waits for the other is not', async () => {
  const round = await aRoundWithTrustees()
  await setUp(round, 'oversight')
  await confirm(round, 'oversight')
  const wanted = async () => (await mailsTo(round)).filter((mail) => mail.startsWith('trustee-wanted'))
  await remindTrustees(db, days(-4))
  expect(await wanted()).toEqual([])
  await remindTrustees(db, days(-3))
  await remindTrustees(db, days(-2))
  expect(await wanted()).toEqual(['trustee-wanted coordination'])
  await remindTrustees(db, NOW)
  expect(await wanted()).toEqual(['trustee-wanted coordination', 'trustee-wanted coordination'])
})

test('after the last day both are asked to open, and the second one again once the first has', async () => {
  const round = await aVotedRound()
  const asked = async () => (await mailsTo(round)).filter((mail) => mail.startsWith('trustee-count'))
  await remindTrustees(db, days(10))
  expect(await asked()).toEqual([])
  await remindTrustees(db, OVER)
  await remindTrustees(db, days(21))
  expect(await asked()).toEqual(['trustee-count coordination', 'trustee-count oversight'])

  await handOver(db, actingIn(round, 'oversight'), byPassphrase('oversight'), wrappingKey, OVER)
  expect(await asked()).toEqual([
    ...['trustee-count coordination', 'trustee-count coordination'],
    'trustee-count oversight',
  ])
  const mails = await db.selectFrom('outbox').select('data').where('kind', 'like', 'trustee-%').execute()
  for (const { data } of mails) {
    for (const secret of [...Object.values(PASSPHRASES), ...Object.values(SHEETS)])
      expect(JSON.stringify(data)).not.toContain(secret)
  }
})
