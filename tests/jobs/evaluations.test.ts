import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { countBallots } from '#app/jobs/count-ballots.server.ts'
import { inviteToEvaluations } from '#app/jobs/invite-to-evaluations.server.ts'
import { getRound } from '#db/evaluations.ts'
import { addRound } from '#db/rounds.ts'
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
  await Promise.all([1, 2, 3, 4, 5].map(() => aPerson()))
  const id = randomUUID()
  const plan = { id, kind: 'competence-centre' as const, title: 'Bewertung', minimum: 5, by: null }
  await addRound(db, { ...plan, opensOn: '2026-03-12', closesOn: '2026-03-30' }, centreMeans, NOW)

  await inviteToEvaluations(db, new Date('2026-03-12T05:30:00Z'), environment)
  expect(await stateOf(id, days(1))).toBe('planned')
  await inviteToEvaluations(db, new Date('2026-03-12T06:00:00Z'), environment)
  expect(await stateOf(id, days(1))).toBe('open')
  expect((await invitationsOf(id)).length).toBeGreaterThanOrEqual(5)
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
