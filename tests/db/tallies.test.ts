import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { castBallot } from '#db/ballots.ts'
import { getRound, listRounds, listUrns } from '#db/evaluations.ts'
import { getRelease, listTextsToReview } from '#db/releases.ts'
import { giveUpRound } from '#db/rounds.ts'
import { countRound } from '#db/tallies.ts'
import { sealFor } from '#db/seal.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { days, NOW } from '#tests/factories.ts'
import { anUrn, ballotsOf, countMeans, invitationsOf, seal, vote, voteAll } from '#tests/urn.ts'

const OVER = days(20)

type Kept = { tallies: number; texts: { itemKey: string; body: string; review: string }[] }

async function keptOf(roundId: string): Promise<Kept> {
  const tallies = await db.selectFrom('tally').selectAll().where('roundId', '=', roundId).execute()
  const texts = await db.selectFrom('textAnswer').selectAll().where('roundId', '=', roundId).execute()
  return {
    tallies: tallies.length,
    texts: texts.map(({ itemKey, body, review }) => ({ itemKey, body, review })),
  }
}

test('the count keeps sums and texts, and destroys ballots, names and key', async () => {
  const urn = await anUrn({ people: 9 })
  const roundId = urn.round.id
  await voteAll(urn, urn.people.slice(0, 4), { overall: 5, topics: { contents: 4 } })
  await voteAll(urn, urn.people.slice(4, 7), { overall: 2 })

  const result = await countRound(db, { roundId, by: null }, countMeans(), OVER)

  expect(result).toEqual({ ok: true, counted: 7, dropped: 0 })
  const sums = await db.selectFrom('tally').selectAll().where('roundId', '=', roundId).execute()
  expect(sums.find((sum) => sum.itemKey === 'overall' && sum.value === '5')?.n).toBe(4)
  expect(sums.find((sum) => sum.itemKey === 'overall' && sum.value === '2')?.n).toBe(3)
  const turnout = await db.selectFrom('turnout').selectAll().where('roundId', '=', roundId).execute()
  expect(turnout).toEqual([{ roundId, stratum: 'user', invited: 9, used: 7 }])
  expect(await ballotsOf(roundId)).toEqual([])
  expect(await invitationsOf(roundId)).toEqual([])
  const keys = await db.selectFrom('roundKey').selectAll().where('roundId', '=', roundId).execute()
  expect(keys).toEqual([])
})

test('nobody counts before the end, with too few ballots, or a second time', async () => {
  const urn = await anUrn()
  const means = countMeans()
  const count = (now: Date) => countRound(db, { roundId: urn.round.id, by: null }, means, now)
  await voteAll(urn, urn.people.slice(0, 4))

  expect(await count(NOW)).toEqual({ ok: false, refusal: 'still-open' })
  expect(await count(OVER)).toEqual({ ok: false, refusal: 'too-few' })
  await vote(urn, urn.people[4] ?? '')
  expect(await count(days(14))).toEqual({ ok: false, refusal: 'still-open' })
  expect(await count(OVER)).toMatchObject({ ok: true, counted: 5 })
  expect(await count(OVER)).toEqual({ ok: false, refusal: 'already-counted' })
})

testOnPostgres('counted by two at the same moment, the sums are those of one count', async () => {
  const urn = await anUrn({ people: 12 })
  await voteAll(urn, urn.people, { overall: 4 })
  const means = countMeans()
  const results = await Promise.all(
    [1, 2, 3].map(() => countRound(db, { roundId: urn.round.id, by: null }, means, OVER)),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  const sums = await db.selectFrom('tally').selectAll().where('roundId', '=', urn.round.id).execute()
  expect(sums.map(({ n }) => n)).toEqual([12])
})

testOnPostgres('a vote on its way when the count begins is counted or refused, never lost', async () => {
  const means = countMeans()
  for (let attempt = 0; attempt < 8; attempt++) {
    const urn = await anUrn({ people: 12 })
    const { id: roundId } = urn.round
    const [late = '', ...others] = urn.people
    await voteAll(urn, others)
    const [cast, counted] = await Promise.all([
      vote(urn, late, {}, days(14)),
      countRound(db, { roundId, by: null }, means, OVER),
    ])
    expect(counted).toMatchObject({ ok: true, counted: cast.ok ? 12 : 11 })
  }
})

test('a count that breaks off has done nothing, and can be done again', async () => {
  const urn = await anUrn()
  const roundId = urn.round.id
  await voteAll(urn, urn.people, { overall: 3, liked: 'Die Übungen.' })
  const means = countMeans()
  await sql`create function fail() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$`.execute(
    db,
  )
  try {
    await sql`create trigger fails before delete on round_key execute function fail()`.execute(db)
    await expect(countRound(db, { roundId, by: null }, means, OVER)).rejects.toThrow('power cut')
    expect(await keptOf(roundId)).toEqual({ tallies: 0, texts: [] })
    expect(await ballotsOf(roundId)).toHaveLength(6)
  } finally {
    await sql`drop function fail() cascade`.execute(db)
  }
  expect(await countRound(db, { roundId, by: null }, means, OVER)).toMatchObject({ ok: true, counted: 6 })
})

test('with another wrapping key nothing is opened and nothing is lost', async () => {
  const urn = await anUrn()
  await voteAll(urn, urn.people)
  const means = { ...countMeans(), wrappingKey: Buffer.alloc(32, 8) }
  const result = await countRound(db, { roundId: urn.round.id, by: null }, means, OVER)
  expect(result).toEqual({ ok: false, refusal: 'wrong-wrapping-key' })
  expect(await ballotsOf(urn.round.id)).toHaveLength(6)
})

/** As ballots were packed before all of a round had one length: JSON, filled up to whole steps of four kibibytes. */
function asBefore(content: object): Buffer {
  const json = Buffer.from(JSON.stringify(content))
  const plain = Buffer.alloc(Math.ceil((4 + json.length) / 4_096) * 4_096)
  plain.writeUInt32BE(json.length)
  json.copy(plain, 4)
  return plain
}

test('ballots that were cast before all of a round had one length are counted like the others', async () => {
  const urn = await anUrn({ people: 7 })
  const { id: roundId, publicKey, questionnaireHash } = urn.round
  const improve = 'Більше часу. '.repeat(76)
  const before = { questionnaire: questionnaireHash, stratum: 'user', answers: { overall: 5, improve } }
  for (const personId of urn.people.slice(0, 4)) {
    const sealed = sealFor(publicKey, 'ballot', roundId, asBefore(before))
    await castBallot(db, { roundId, personId, sealed }, NOW)
  }
  await voteAll(urn, urn.people.slice(4), { overall: 4, improve })
  const result = await countRound(db, { roundId, by: null }, countMeans(), OVER)
  expect(result).toEqual({ ok: true, counted: 7, dropped: 0 })
  const bodies = (await keptOf(roundId)).texts.map(({ body }) => body)
  expect([bodies.length, new Set(bodies)]).toEqual([7, new Set([improve.trim()])])
})

test('an envelope with something else in it is left out and counted as such', async () => {
  const urn = await anUrn({ people: 10 })
  const { id: roundId, publicKey, questionnaireHash } = urn.round
  await voteAll(urn, urn.people.slice(0, 5), { overall: 5 })
  const wrong = [
    { questionnaire: questionnaireHash, stratum: 'user', answers: { overall: 77 } },
    { questionnaire: 'another', stratum: 'user', answers: { overall: 5 } },
    { questionnaire: questionnaireHash, stratum: 'mayor', answers: { overall: 5 } },
  ].map((content) => sealFor(publicKey, 'ballot', roundId, asBefore(content)))
  const garbage = sealFor(publicKey, 'ballot', roundId, Buffer.from('kein Stimmzettel'))
  const foreign = seal((await anUrn()).round, 'user', { overall: 5 })
  for (const [index, sealed] of [...wrong, garbage, foreign].entries()) {
    await castBallot(db, { roundId, personId: urn.people[5 + index] ?? '', sealed }, NOW)
  }

  expect(await countRound(db, { roundId, by: null }, countMeans(), OVER)).toEqual({
    ok: true,
    counted: 5,
    dropped: 5,
  })
  expect((await keptOf(roundId)).tallies).toBe(1)
})

test('if hardly any envelope can be read, something is wrong with us: nothing is destroyed', async () => {
  const urn = await anUrn()
  await voteAll(urn, urn.people.slice(0, 4), { overall: 5 })
  await voteAll(urn, urn.people.slice(4), { unheard: 5 })
  const result = await countRound(db, { roundId: urn.round.id, by: null }, countMeans(), OVER)
  expect(result).toEqual({ ok: false, refusal: 'unreadable' })
  expect(await ballotsOf(urn.round.id)).toHaveLength(6)
})

test('texts of a question that fewer than five answered are destroyed unread; only their number stays', async () => {
  const urn = await anUrn({ people: 9 })
  const roundId = urn.round.id
  await voteAll(urn, urn.people.slice(0, 5), { liked: 'Die Übungen.' })
  await voteAll(urn, urn.people.slice(5, 8), { improve: 'Mehr Zeit.' })
  await countRound(db, { roundId, by: null }, countMeans(), OVER)

  const { texts } = await keptOf(roundId)
  expect(texts.filter(({ itemKey }) => itemKey === 'liked').map(({ body }) => body)).toEqual(
    Array(5).fill('Die Übungen.'),
  )
  expect(texts.filter(({ itemKey }) => itemKey === 'improve')).toEqual(
    Array(3).fill({ itemKey: 'improve', body: '', review: 'hidden' }),
  )
  expect((await listTextsToReview(db, roundId)).map(({ itemKey }) => itemKey)).toEqual(Array(5).fill('liked'))
})

test('groups are told apart only where ten of each were invited and five of each have answered', async () => {
  const small = await anUrn({ people: 12, strata: ['it', 'user'] })
  await voteAll(small, small.people, { overall: 5 })
  await countRound(db, { roundId: small.round.id, by: null }, countMeans(), OVER)
  const strata = await db
    .selectFrom('tally')
    .select('stratum')
    .where('roundId', '=', small.round.id)
    .execute()
  expect(new Set(strata.map(({ stratum }) => stratum))).toEqual(new Set(['all']))

  const large = await anUrn({ people: 24, strata: ['it', 'user'] })
  for (const [index, personId] of large.people.entries()) {
    const sealed = seal(large.round, index % 2 === 0 ? 'it' : 'user', { overall: 4 })
    await castBallot(db, { roundId: large.round.id, personId, sealed }, NOW)
  }
  await countRound(db, { roundId: large.round.id, by: null }, countMeans(), OVER)
  const apart = await db.selectFrom('tally').selectAll().where('roundId', '=', large.round.id).execute()
  expect(apart.map(({ stratum, n }) => [stratum, n]).sort()).toEqual([
    ['it', 12],
    ['user', 12],
  ])
})

test('before the count no list and no page of a round says how many have answered', async () => {
  const urn = await anUrn({ people: 9 })
  const views = async (now: Date) => {
    const one = await getRound(db, urn.round.id, now)
    const listed = (await listRounds(db, now)).find(({ id }) => id === urn.round.id)
    const due = (await listUrns(db, now)).find(({ id }) => id === urn.round.id)
    const texts = await listTextsToReview(db, urn.round.id)
    return JSON.stringify([one, listed, due, texts, await getRelease(db, urn.round.id)])
  }
  const [empty, emptyOver] = [await views(NOW), await views(OVER)]
  await voteAll(urn, urn.people.slice(0, 4))
  expect(await views(NOW)).toBe(empty)
  expect(await views(OVER)).toBe(emptyOver)
  await vote(urn, urn.people[5] ?? '')
  expect(await views(NOW)).toBe(empty)
  expect((await getRound(db, urn.round.id, OVER))?.state).toBe('closed')
  expect((await getRound(db, urn.round.id, OVER))?.turnout).toBeNull()
})

test('giving a round up destroys everything unread; with enough answers nobody can', async () => {
  const urn = await anUrn()
  const giveUp = (now: Date) =>
    giveUpRound(db, { roundId: urn.round.id, by: null, reason: 'Der Kurs wird nicht mehr angeboten.' }, now)
  await voteAll(urn, urn.people.slice(0, 3), { liked: 'Nichts.' })

  expect(await giveUp(OVER)).toEqual({ ok: true })
  expect(await ballotsOf(urn.round.id)).toEqual([])
  expect(await invitationsOf(urn.round.id)).toEqual([])
  expect(await keptOf(urn.round.id)).toEqual({ tallies: 0, texts: [] })
  expect(await giveUp(OVER)).toEqual({ ok: false, refusal: 'given-up' })
  const counted = await countRound(db, { roundId: urn.round.id, by: null }, countMeans(), OVER)
  expect(counted).toEqual({ ok: false, refusal: 'given-up' })

  const full = await anUrn()
  await voteAll(full, full.people)
  const refused = await giveUpRound(db, { roundId: full.round.id, by: null, reason: 'Unbequem.' }, OVER)
  expect(refused).toEqual({ ok: false, refusal: 'enough-answers' })
  expect(await ballotsOf(full.round.id)).toHaveLength(6)
})
