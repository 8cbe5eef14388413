import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { planDueRound } from '#db/round-schedule.ts'
import { addRound, destroyUrn, giveUpRound } from '#db/rounds.ts'
import { recordRuling } from '#db/rulings.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aPerson, NOW } from '#tests/factories.ts'
import { anUrn, centreMeans } from '#tests/urn.ts'

const titleFor = (opensOn: string) => `Bewertung ${opensOn}`
const plan = (now = NOW) => planDueRound(db, { means: centreMeans, titleFor }, now)
const on = (day: string) => new Date(`${day}T09:00:00Z`)

async function decide(pilotEndsOn: string | null, months: number | null): Promise<void> {
  await db.updateTable('phase').set({ untilDate: pilotEndsOn }).where('key', '=', 'pilot').execute()
  const { id: by } = await aPerson({ roles: ['committee'] })
  const about = { id: randomUUID(), subject: 'rhythm' as const, by }
  const resolution = { resolution: 'LA 2026/01', decidedOn: '2026-01-15', reason: null }
  if (months === null) {
    const reason = 'In diesem Test gilt noch nichts.'
    await recordRuling(
      db,
      { ...about, state: 'open', value: null, resolution: null, decidedOn: null, reason },
      NOW,
    )
  } else await recordRuling(db, { ...about, ...resolution, state: 'resolved', value: String(months) }, NOW)
}

const planned = () =>
  db
    .selectFrom('evaluationRound')
    .select(['id', 'title', 'opensOn', 'closesOn', 'dueOn'])
    .where('kind', '=', 'competence-centre')
    .where('openedAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .execute()

/** Nothing of the tests before: no round of the centre that the schedule would go on from. */
beforeEach(async () => {
  const rounds = await db
    .selectFrom('evaluationRound')
    .select('id')
    .where('kind', '=', 'competence-centre')
    .execute()
  await db.transaction().execute(async (trx) => {
    for (const { id } of rounds) {
      await destroyUrn(trx, id)
      await trx.deleteFrom('evaluationRound').where('id', '=', id).execute()
    }
  })
})

test('while the end of the pilot phase is open nothing is planned', async () => {
  await decide(null, 6)
  expect(await plan()).toBeNull()
  expect(await planned()).toEqual([])
})

test('two months before it is due the round is planned, once, and the coordination is told', async () => {
  const office = await aPerson({ roles: ['coordinator'] })
  await decide('2026-05-31', null)
  expect(await plan(on('2026-03-31'))).toBeNull()
  expect(await plan(on('2026-04-01'))).toBe('planned')
  expect(await plan(on('2026-04-01'))).toBeNull()

  expect(await planned()).toMatchObject([
    { title: 'Bewertung 2026-05-31', opensOn: '2026-05-31', closesOn: '2026-06-21' },
  ])
  const mails = await db
    .selectFrom('outbox')
    .select(['kind', 'hidden'])
    .where('personId', '=', office.id)
    .execute()
  expect(mails).toEqual([{ kind: 'round-planned', hidden: false }])
})

test('a changed schedule moves what is planned, and nothing that has begun', async () => {
  await decide('2026-05-31', 6)
  await plan(on('2026-04-01'))
  const [before] = await planned()
  await decide('2026-06-30', 6)
  expect(await plan(on('2026-04-02'))).toBe('moved')
  expect(await planned()).toMatchObject([{ id: before?.id, opensOn: '2026-06-30', closesOn: '2026-07-21' }])

  await db
    .updateTable('evaluationRound')
    .set({ openedAt: NOW })
    .where('id', '=', before?.id ?? '')
    .execute()
  await decide('2026-08-31', 6)
  expect(await plan(on('2026-07-01'))).toBeNull()
  expect(await planned()).toEqual([])
})

test('after a round the next one follows by the rhythm, or not at all while that is open', async () => {
  const { round } = await anUrn({ kind: 'competence-centre' })
  await db.updateTable('evaluationRound').set({ countedAt: NOW }).where('id', '=', round.id).execute()
  await decide('2026-03-01', null)
  expect(await plan(on('2026-09-01'))).toBeNull()
  await decide('2026-03-01', 6)
  expect(await plan(on('2026-07-12'))).toBeNull()
  expect(await plan(on('2026-07-13'))).toBe('planned')
  expect(await planned()).toMatchObject([{ opensOn: '2026-09-11' }])
})

test('beside a round that somebody planned by hand none is planned', async () => {
  await decide('2026-05-31', 6)
  const common = { kind: 'competence-centre' as const, title: 'Von Hand', minimum: 5, by: null }
  const dates = { opensOn: '2026-05-20', closesOn: '2026-06-10' }
  await addRound(db, { id: crypto.randomUUID(), ...common, ...dates }, centreMeans, NOW)
  expect(await plan(on('2026-04-15'))).toBeNull()
  expect(await planned()).toHaveLength(1)
})

test('a planned round that was given up is not planned again for the same day', async () => {
  await decide('2026-05-31', 6)
  await plan(on('2026-04-15'))
  const [round] = await planned()
  const by = (await aPerson({ roles: ['coordinator'] })).id
  await giveUpRound(db, { roundId: round?.id ?? '', by, reason: 'Kein Bedarf.' }, on('2026-04-16'))
  expect(await plan(on('2026-04-17'))).toBeNull()
  expect(await plan(on('2026-10-10'))).toBe('planned')
  expect(await planned()).toMatchObject([{ dueOn: '2026-11-30', opensOn: '2026-11-30' }])
})

test('a planned round that has missed its days waits for new ones, and becomes the next when that is due', async () => {
  await decide('2026-05-31', 6)
  await plan(on('2026-04-15'))
  const [missed] = await planned()
  // The server stood still from May to August.
  expect(await plan(on('2026-08-01'))).toBeNull()
  expect(await planned()).toMatchObject([{ id: missed?.id, opensOn: '2026-05-31' }])
  expect(await plan(on('2026-10-10'))).toBe('moved')
  expect(await planned()).toMatchObject([{ id: missed?.id, dueOn: '2026-11-30', opensOn: '2026-11-30' }])
})

test('a missed round that somebody planned by hand keeps the schedule from nothing', async () => {
  await decide('2026-05-31', 6)
  const common = { kind: 'competence-centre' as const, title: 'Von Hand', minimum: 5, by: null }
  const dates = { opensOn: '2026-03-20', closesOn: '2026-04-10' }
  await addRound(db, { id: crypto.randomUUID(), ...common, ...dates }, centreMeans, NOW)
  expect(await plan(on('2026-04-10'))).toBeNull()
  expect(await plan(on('2026-04-11'))).toBe('planned')
})

testOnPostgres('two runs at once plan one round', async () => {
  await decide('2026-05-31', 6)
  const done = await Promise.all([1, 2, 3, 4].map(() => plan(on('2026-04-15'))))
  expect(done.filter((one) => one === 'planned')).toHaveLength(1)
  expect(await planned()).toHaveLength(1)
})
