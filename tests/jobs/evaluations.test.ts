import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, expect, test, vi } from 'vitest'
import { countBallots } from '#app/jobs/count-ballots.server.ts'
import { inviteToEvaluations } from '#app/jobs/invite-to-evaluations.server.ts'
import { getRound, listUrns } from '#db/evaluations.ts'
import { addRound, reschedule } from '#db/rounds.ts'
import { db, databaseKind } from '#tests/database.ts'
import { aContext, aPerson, days, hours, NOW } from '#tests/factories.ts'
import {
  aFinishedWorkshop,
  anUrn,
  ballotsOf,
  centreMeans,
  invitationsOf,
  somePeople,
  voteAll,
} from '#tests/urn.ts'

const environment = { ...aContext().environment, embedded: databaseKind === 'pglite' }
const stateOf = async (roundId: string, now: Date) => (await getRound(db, roundId, now))?.state

/** Enough people are registered to be asked. Rounds of the tests before would keep later ones from opening. */
beforeEach(async () => {
  await sql`truncate evaluation_round cascade`.execute(db)
  await Promise.all([1, 2, 3, 4, 5].map(() => aPerson()))
})

test('a finished workshop is asked about, its answers are counted after two weeks, without anybody doing anything', async () => {
  const people = await somePeople(5)
  const workshop = await aFinishedWorkshop({ people })

  await inviteToEvaluations(db, NOW, environment)
  await inviteToEvaluations(db, hours(1), environment)
  const { roundId } = await db
    .selectFrom('evaluationWorkshop')
    .select('roundId')
    .where('workshopId', '=', workshop.id)
    .executeTakeFirstOrThrow()
  const round = await db
    .selectFrom('evaluationRound')
    .selectAll()
    .where('id', '=', roundId)
    .executeTakeFirstOrThrow()
  await voteAll({ round, people }, people, { overall: 4 })

  await countBallots(db, days(14), environment)
  expect(await stateOf(roundId, days(14))).toBe('open')
  await countBallots(db, days(15), environment)
  await countBallots(db, days(16), environment)
  expect(await stateOf(roundId, days(16))).toBe('counted')
})

test('a planned round begins on its day, but not before seven in the morning', async () => {
  const id = randomUUID()
  const plan = { id, kind: 'competence-centre' as const, title: 'Bewertung', minimum: 5, by: null }
  await addRound(db, { ...plan, opensOn: '2026-03-12', closesOn: '2026-03-30' }, centreMeans, NOW)

  await inviteToEvaluations(db, new Date('2026-03-12T05:30:00Z'), environment)
  expect(await stateOf(id, days(1))).toBe('planned')
  await inviteToEvaluations(db, new Date('2026-03-12T06:00:00Z'), environment)
  expect(await stateOf(id, days(1))).toBe('open')
  expect((await invitationsOf(id)).length).toBeGreaterThanOrEqual(5)
})

test('a round that nobody was invited to in all its days is missed: the coordination hears of it once, and gives it new days', async () => {
  const office = await aPerson({ roles: ['coordinator'] })
  const id = randomUUID()
  const plan = { id, kind: 'competence-centre' as const, title: 'Verpasst', minimum: 5, by: null }
  await addRound(db, { ...plan, opensOn: '2028-03-12', closesOn: '2028-03-30' }, centreMeans, NOW)
  const told = () =>
    db
      .selectFrom('outbox')
      .selectAll()
      .where('personId', '=', office.id)
      .where('kind', '=', 'round-missed')
      .execute()
  const on = (day: string) => new Date(`${day}T09:00:00Z`)

  for (const day of ['2028-03-31', '2028-04-01', '2028-04-20'])
    await inviteToEvaluations(db, on(day), environment)
  expect(await stateOf(id, on('2028-03-31'))).toBe('missed')
  expect((await told()).map(({ data }) => data)).toMatchObject([{ roundId: id, closesOn: '2028-03-30' }])
  expect(await invitationsOf(id)).toEqual([])

  // Two years of outage are told by the list of what is to do, not by a mail.
  await db.deleteFrom('outbox').where('personId', '=', office.id).execute()
  await inviteToEvaluations(db, on('2028-06-01'), environment)
  expect(await told()).toEqual([])

  const days = { roundId: id, opensOn: '2028-06-02', closesOn: '2028-06-20', by: office.id }
  expect(await reschedule(db, days, on('2028-06-01'))).toEqual({ ok: true })
  expect(await stateOf(id, on('2028-06-01'))).toBe('planned')
  await inviteToEvaluations(db, on('2028-06-02'), environment)
  expect(await stateOf(id, on('2028-06-02'))).toBe('open')
  expect(await reschedule(db, days, on('2028-06-02'))).toEqual({ ok: false, refusal: 'already-open' })
})

/** What the database refuses for one row while `run` is under way. */
async function whileRefused(table: string, condition: string, run: () => Promise<void>): Promise<void> {
  await sql
    .raw(
      `create function refuse_one() returns trigger language plpgsql as $$
    begin raise exception 'Ada Muster wrote this'; end $$`,
    )
    .execute(db)
  await sql
    .raw(
      `create trigger refuse_one before update on ${table} for each row when (${condition})
    execute function refuse_one()`,
    )
    .execute(db)
  try {
    await run()
  } finally {
    await sql.raw(`drop trigger refuse_one on ${table}`).execute(db)
    await sql.raw(`drop function refuse_one`).execute(db)
  }
}

test('what fails for one workshop or round is logged without words of people, and the others are done', async () => {
  const urns = [await anUrn({ kind: 'free' }), await anUrn({ kind: 'free' })]
  for (const urn of urns) await voteAll(urn, urn.people)
  const mine = urns.map(({ round }) => round.id)
  const order = (await listUrns(db, days(15))).map(({ id }) => id).filter((id) => mine.includes(id))
  const [first = '', second = ''] = order
  const written: string[] = []
  const output = vi
    .spyOn(process.stdout, 'write')
    .mockImplementation((line) => written.push(String(line)) > 0)
  await whileRefused('evaluation_round', `old.id = '${first}' and new.counted_at is not null`, () =>
    countBallots(db, days(15), environment),
  )
  output.mockRestore()
  const lines = written.filter((line) => line.includes('count of a round failed'))
  expect([await stateOf(first, days(15)), await stateOf(second, days(15))]).toEqual(['closed', 'counted'])
  expect(lines.map((line) => JSON.parse(line).id)).toEqual([first])
  expect(lines.join('')).not.toContain('Ada Muster')
  expect(JSON.parse(lines[0] ?? '{}').stack).toContain('at ')
})

test('one round that cannot be opened keeps no other from opening', async () => {
  const planned = { kind: 'competence-centre' as const, openedAt: null, opensOn: '2026-03-11' }
  const rounds = [await anUrn({ ...planned, people: 0 }), await anUrn({ ...planned, people: 0 })]
  const ids = rounds.map(({ round }) => round.id)
  const output = vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
  await whileRefused('evaluation_round', `old.id = '${ids[0]}' and new.opened_at is not null`, () =>
    inviteToEvaluations(db, NOW, environment),
  )
  output.mockRestore()
  expect(await Promise.all(ids.map((id) => stateOf(id, NOW)))).toEqual(['planned', 'open'])
})

test('four days before the end the job reminds, however often it runs', async () => {
  const urn = await anUrn({ people: 3 })
  for (const day of [10, 11, 12, 13]) await inviteToEvaluations(db, days(day), environment)
  const mails = await db.selectFrom('outbox').selectAll().where('kind', '=', 'evaluation-reminder').execute()
  expect(mails.filter(({ data }) => data.roundId === urn.round.id)).toHaveLength(3)
})

test('sealed answers that waited in vain are destroyed unread', async () => {
  const centre = await anUrn({ kind: 'competence-centre' })
  const workshop = await anUrn()
  for (const urn of [centre, workshop]) await voteAll(urn, urn.people.slice(0, 4))

  await countBallots(db, days(44), environment)
  expect(await ballotsOf(centre.round.id)).toHaveLength(4)
  await countBallots(db, days(45), environment)
  expect(await stateOf(centre.round.id, days(45))).toBe('given-up')
  expect(await ballotsOf(centre.round.id)).toEqual([])
  expect(await stateOf(workshop.round.id, days(45))).toBe('waiting-for-more')
  await countBallots(db, days(380), environment)
  expect(await stateOf(workshop.round.id, days(380))).toBe('given-up')
})

test('what the server cannot open waits a year for the right key, and then does not keep names for ever', async () => {
  const lost = await anUrn({ kind: 'competence-centre' })
  await voteAll(lost, lost.people)
  await db
    .updateTable('roundKey')
    .set({ wrappedPrivateKey: Buffer.alloc(61, 1) })
    .where('roundId', '=', lost.round.id)
    .execute()

  await countBallots(db, days(14 + 365), environment)
  expect(await stateOf(lost.round.id, days(14 + 365))).toBe('closed')
  expect(await ballotsOf(lost.round.id)).toHaveLength(6)
  // Nothing ran for a year: it is counted, late as it is.
  const found = await anUrn({ kind: 'competence-centre' })
  await voteAll(found, found.people)
  await countBallots(db, days(14 + 366), environment)
  expect(await stateOf(lost.round.id, days(14 + 366))).toBe('given-up')
  expect([await ballotsOf(lost.round.id), await invitationsOf(lost.round.id)]).toEqual([[], []])
  expect(await stateOf(found.round.id, days(14 + 366))).toBe('counted')
})
