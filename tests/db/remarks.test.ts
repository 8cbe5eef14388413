import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Role } from '#app/domain/policy.ts'
import { loader as results } from '#app/routes/evaluations/results.tsx'
import { action } from '#app/routes/evaluations/show.tsx'
import { getRelease, listTextsToReview, releaseRound, reviewTexts } from '#db/releases.ts'
import { countRound } from '#db/tallies.ts'
import { db } from '#tests/database.ts'
import { args, aPerson, days, requestAs } from '#tests/factories.ts'
import { anUrn, countMeans, questionnaireOf, vote } from '#tests/urn.ts'

const OVER = days(20)
const NUMBERS = ['eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben']
const someone = async (role: Role) => (await aPerson({ roles: [role] })).id

async function aRoundWithTexts(kind: 'workshop' | 'competence-centre' = 'workshop') {
  const urn = await anUrn({ kind, people: NUMBERS.length })
  const key = kind === 'workshop' ? 'liked' : 'helped'
  const round = randomUUID() // what was written here is found nowhere else
  for (const [index, personId] of urn.people.entries()) {
    const text = `Mein unverwechselbarer Satz Nummer ${NUMBERS[index]} in ${round}.`
    await vote(urn, personId, { overall: 4, [key]: text })
  }
  await countRound(db, { roundId: urn.round.id, by: null }, countMeans(kind), OVER)
  return { roundId: urn.round.id, texts: await listTextsToReview(db, urn.round.id) }
}

/** Every row of every table, as text. */
async function wholeDatabase(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  const contents = await Promise.all(
    tables.map(({ name }) =>
      sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(db),
    ),
  )
  return contents.flatMap(({ rows }) => rows.map(({ row }) => row)).join('\n')
}

test('a shortened text is shown in its new words, and what was written is in no table after the release', async () => {
  const by = await someone('coordinator')
  const { roundId, texts } = await aRoundWithTexts()
  const [first, second, ...rest] = texts
  const textIds = rest.map(({ id }) => id)
  await reviewTexts(db, { roundId, textIds: [first!.id], review: 'shortened', shortened: 'Kurz.', by }, OVER)
  await reviewTexts(db, { roundId, textIds: [second!.id], review: 'hidden', by }, OVER)
  await reviewTexts(db, { roundId, textIds, review: 'shown', by }, OVER)
  expect((await listTextsToReview(db, roundId)).find(({ id }) => id === first!.id)).toMatchObject({
    body: first!.body,
    shortened: 'Kurz.',
  })
  await releaseRound(db, { roundId, by }, questionnaireOf.workshop, OVER)

  const shown = (await getRelease(db, roundId))?.release.texts.find(({ key }) => key === 'liked')
  expect([...(shown?.texts ?? [])].sort()).toEqual(['Kurz.', ...rest.map(({ body }) => body)].sort())
  const everything = await wholeDatabase()
  expect(everything).toContain(rest[0]!.body)
  expect(everything).not.toContain(first!.body)
  expect(everything).not.toContain(second!.body)
})

test('a text that is shortened and then shown after all stands as it was written', async () => {
  const by = await someone('coordinator')
  const { roundId, texts } = await aRoundWithTexts()
  const [first] = texts
  await reviewTexts(db, { roundId, textIds: [first!.id], review: 'shortened', shortened: 'Kurz.', by }, OVER)
  await reviewTexts(db, { roundId, textIds: [first!.id], review: 'shown', by }, OVER)
  expect((await listTextsToReview(db, roundId))[0]).toMatchObject({ review: 'shown', shortened: null })
})

test('texts stand in another order with every release', async () => {
  const by = await someone('coordinator')
  const { roundId, texts } = await aRoundWithTexts()
  await reviewTexts(db, { roundId, textIds: texts.map(({ id }) => id), review: 'shown', by }, OVER)
  const orders = new Set<string>()
  const undone = new Error('only looking')
  for (let turn = 0; turn < 4; turn += 1) {
    const look = db.transaction().execute(async (trx) => {
      // A release within this one, so that it can be taken back and tried again.
      await sql`savepoint before_release`.execute(trx)
      await releaseRound(inside(trx), { roundId, by }, questionnaireOf.workshop, OVER)
      orders.add(JSON.stringify((await getRelease(trx, roundId))?.release.texts))
      throw undone
    })
    await expect(look).rejects.toBe(undone)
  }
  expect(orders.size).toBeGreaterThan(1)
})

/** A transaction that begins none of its own. */
function inside(trx: typeof db): typeof db {
  return new Proxy(trx, {
    get: (target, name) =>
      name === 'transaction'
        ? () => ({ execute: (command: (trx: typeof db) => unknown) => command(trx) })
        : Reflect.get(target, name),
  })
}

test('on the page a text is shortened in one step, and an empty one is asked for', async () => {
  const coordinator = await aPerson({ roles: ['coordinator'] })
  const { roundId, texts } = await aRoundWithTexts()
  const id = texts[0]!.id
  const send = async (text: string) => {
    const fields = { step: 'review', [`text.${id}`]: 'shortened', [`shortened.${id}`]: text }
    return action(args(await requestAs(coordinator, `/evaluations/${roundId}`, fields), { roundId }))
  }
  expect(await send('  ')).toMatchObject({
    init: { status: 400 },
    data: { errors: { [`shortened.${id}`]: 'required' } },
  })
  expect(await send('Kürzer.')).toMatchObject({ status: 302 })
  expect((await listTextsToReview(db, roundId)).find((text) => text.id === id)?.shortened).toBe('Kürzer.')
})

test('the committee reads remarks only where it was named as a reader, and nobody is added once a round is open', async () => {
  const committee = await aPerson({ roles: ['committee'] })
  const staffCouncil = await aPerson({ roles: ['staffCouncil'] })
  const { roundId, texts } = await aRoundWithTexts('competence-centre')
  const named = db
    .updateTable('evaluationRound')
    .set({ remarkReaders: 'committee' })
    .where('id', '=', roundId)
  await expect(named.execute()).rejects.toThrow()

  const review = { roundId, textIds: texts.map(({ id }) => id), review: 'shown' as const, by: committee.id }
  await reviewTexts(db, review, OVER)
  await releaseRound(db, { roundId, by: committee.id }, questionnaireOf['competence-centre'], OVER)
  const read = async (person: typeof committee) =>
    results(args(await requestAs(person, `/evaluations/${roundId}/results`), { roundId }))
  expect(JSON.stringify(await read(committee))).not.toContain('unverwechselbarer')
  expect(JSON.stringify(await read(staffCouncil))).toContain('unverwechselbarer')
})
