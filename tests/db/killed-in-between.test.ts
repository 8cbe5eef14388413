import { expect, test } from 'vitest'
import { castBallot } from '#db/ballots.ts'
import type { Db } from '#db/client.server.ts'
import { handOver } from '#db/key-halves.ts'
import { openRound } from '#db/round-openings.ts'
import { countRound } from '#db/tallies.ts'
import { breakingAfter, cutOffAfter } from '#tests/breaking.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aPerson, days, NOW } from '#tests/factories.ts'
import { actingIn, aRoundWithTrustees, keyOf, PASSPHRASES, prepare } from '#tests/trustees.ts'
import { anUrn, ballotsOf, countMeans, invitationsOf, seal, voteAll, wrappingKey } from '#tests/urn.ts'
import { allRows } from '#tests/whole-database.ts'

const OVER = days(20)
const MANY = 10_000

/** How many statements a command takes when nothing breaks; it must not have changed anything for the next try. */
type Command = (db: Db) => Promise<{ ok: boolean }>
type Break = typeof breakingAfter

/**
 * Breaks the command after its first statement, then after its second, and so on to the last, and each time looks at
 * the whole database: it must be as before. Then lets it through. Returns at how many places it was broken.
 */
async function breakEverywhere(command: Command, breaks: Break = breakingAfter): Promise<number> {
  const before = await allRows()
  for (let most = 0; most < MANY; most++) {
    const broken = breaks(db, most)
    const result = await command(broken.db).catch(() => 'killed' as const)
    if (result !== 'killed') {
      expect(result.ok).toBe(true)
      return most
    }
    expect(await allRows()).toEqual(before)
  }
  throw new Error('it never came through')
}

async function aVote(): Promise<{ roundId: string; command: Command }> {
  const urn = await anUrn()
  const [ada = '', ...others] = urn.people
  await voteAll(urn, others.slice(0, 2))
  const { id: roundId } = urn.round
  const ballot = { roundId, personId: ada, sealed: seal(urn.round, 'user', { overall: 5 }) }
  return { roundId, command: (broken) => castBallot(broken, ballot, NOW) }
}

async function aCount(): Promise<{ roundId: string; command: Command }> {
  const urn = await anUrn()
  const { id: roundId } = urn.round
  await voteAll(urn, urn.people, { overall: 4, liked: 'Die Übungen.' })
  const means = countMeans()
  return { roundId, command: (broken) => countRound(broken, { roundId, by: null }, means, OVER) }
}

async function expectOneVote(roundId: string): Promise<void> {
  expect(await ballotsOf(roundId)).toHaveLength(3)
  expect((await invitationsOf(roundId)).filter(({ used }) => used)).toHaveLength(3)
}

async function expectOneCount(roundId: string, ballots: number): Promise<void> {
  const sums = await db.selectFrom('tally').selectAll().where('roundId', '=', roundId).execute()
  expect(sums.find(({ itemKey }) => itemKey === 'overall')?.n).toBe(ballots)
  expect(await ballotsOf(roundId)).toEqual([])
}

test('killed between any two statements of a vote, invitation and ballot are both there or neither', async () => {
  const { roundId, command } = await aVote()
  expect(await breakEverywhere(command)).toBeGreaterThanOrEqual(5)
  await expectOneVote(roundId)
})

test('killed between any two statements of a count, nothing has happened; repeated, it counts once', async () => {
  const { roundId, command } = await aCount()
  expect(await breakEverywhere(command)).toBeGreaterThanOrEqual(12)
  await expectOneCount(roundId, 6)
  expect(await command(db)).toEqual({ ok: false, refusal: 'already-counted' })
})

test('the same with two trustees: the half that was handed over is still there for the next try', async () => {
  const round = await aRoundWithTrustees()
  const { roundId } = round
  await prepare(round)
  for (let index = 0; index < 6; index++) await aPerson({ audience: 'user' })
  await openRound(db, roundId, NOW)
  const row = await db
    .selectFrom('evaluationRound')
    .selectAll()
    .where('id', '=', roundId)
    .executeTakeFirstOrThrow()
  for (const { personId } of (await invitationsOf(roundId)).slice(0, 6)) {
    await castBallot(db, { roundId, personId, sealed: seal(row, 'user', { overall: 4 }) }, NOW)
  }
  const secretOf = (part: 'coordination' | 'oversight') =>
    ({ with: 'passphrase', key: keyOf(PASSPHRASES[part]) }) as const

  const hand: Command = (broken) =>
    handOver(broken, actingIn(round, 'coordination'), secretOf('coordination'), wrappingKey, OVER)
  expect(await breakEverywhere(hand)).toBeGreaterThanOrEqual(5)

  const trustee = { part: 'oversight' as const, secret: secretOf('oversight') }
  const means = { ...countMeans('competence-centre'), trustee }
  const by = round.people.oversight.id
  const count: Command = (broken) => countRound(broken, { roundId, by }, means, OVER)
  expect(await breakEverywhere(count)).toBeGreaterThanOrEqual(12)
  await expectOneCount(roundId, 6)
})

testOnPostgres('the same when the database ends the connection at any statement', async () => {
  const vote = await aVote()
  expect(await breakEverywhere(vote.command, cutOffAfter)).toBeGreaterThanOrEqual(5)
  await expectOneVote(vote.roundId)
  const count = await aCount()
  expect(await breakEverywhere(count.command, cutOffAfter)).toBeGreaterThanOrEqual(12)
  await expectOneCount(count.roundId, 6)
})

test('without one transaction around it, the whole database would tell', async () => {
  const { roundId } = await aVote()
  const halfWay: Command = async (broken) => {
    await broken
      .updateTable('invitation')
      .set({ used: true })
      .where('roundId', '=', roundId)
      .where('used', '=', false)
      .execute()
    await broken.deleteFrom('ballot').where('roundId', '=', roundId).execute()
    return { ok: true }
  }
  await expect(breakEverywhere(halfWay)).rejects.toThrow()
})
