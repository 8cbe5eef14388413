import type { RoundKind } from '#app/domain/evaluation.ts'
import { sql } from 'kysely'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { QuestionnaireKey } from '#app/domain/questionnaire.ts'
import type { Release } from '#app/domain/release.ts'
import { castBallot } from '#db/ballots.ts'
import { todosFor } from '#app/http/todos.server.ts'
import { getActor } from '#db/actors.ts'
import { getRound } from '#db/evaluations.ts'
import { listReleasedRounds } from '#db/indicators.ts'
import { listPeopleWithRole } from '#db/roles.ts'
import { getEarlierRelease, getRelease, listTextsToReview, releaseRound, reviewTexts } from '#db/releases.ts'
import { inviteToWorkshopFeedback } from '#db/feedback.ts'
import { countRound } from '#db/tallies.ts'
import { currentVersion } from '#surveys/index.ts'
import { databaseKind, db, openAsApp, testOnPostgres } from '#tests/database.ts'
import { aPerson, days, NOW } from '#tests/factories.ts'
import {
  aFinishedWorkshop,
  anUrn,
  countMeans,
  feedbackMeans,
  questionnaireOf,
  seal,
  somePeople,
  voteAll,
} from '#tests/urn.ts'

const OVER = days(20)

async function aCountedUrn(kind: RoundKind = 'workshop', text?: string) {
  const urn = await anUrn({ kind, people: 8 })
  const words = kind === 'workshop' ? 'liked' : 'helped'
  await voteAll(urn, urn.people.slice(0, 6), { overall: 4, ...(text && { [words]: text }) })
  await countRound(db, { roundId: urn.round.id, by: null }, countMeans(kind), OVER)
  return urn.round
}

const someone = async (...roles: NonNullable<Parameters<typeof aPerson>[0]>['roles'] & object) =>
  (await aPerson({ roles })).id

const release = (round: { id: string; kind: RoundKind }, by: string, now = OVER) =>
  releaseRound(db, { roundId: round.id, by }, questionnaireOf[round.kind], now)

test('the coordination releases feedback, but not on a workshop that it taught itself', async () => {
  const round = await aCountedUrn()
  const teacher = await someone('coordinator', 'trainer')
  // Somebody of the coordination who has not taught: nobody has to stand in.
  await someone('coordinator')
  const workshop = await aFinishedWorkshop({ trainerIds: [teacher] })
  await db
    .insertInto('evaluationWorkshop')
    .values({ roundId: round.id, workshopId: workshop.id, closesOn: '2026-03-25' })
    .execute()

  for (const role of ['committee', 'trainer', 'admin', 'staffCouncil'] as const) {
    expect(await release(round, await someone(role))).toEqual({ ok: false, refusal: 'not-your-part' })
  }
  expect(await release(round, teacher)).toEqual({ ok: false, refusal: 'rates-you' })
  expect(await release(round, await someone('coordinator'))).toMatchObject({ ok: true })
})

test('committee or staff council release what rates the centre; the coordination cannot', async () => {
  const coordinator = await someone('coordinator')
  const both = await someone('coordinator', 'committee')
  for (const role of ['committee', 'staffCouncil'] as const) {
    const round = await aCountedUrn('competence-centre')
    expect(await release(round, coordinator)).toEqual({ ok: false, refusal: 'not-your-part' })
    expect(await release(round, both)).toEqual({ ok: false, refusal: 'rates-you' })
    expect(await release(round, await someone(role))).toMatchObject({ ok: true })
  }
})

test('a role that has ended releases nothing', async () => {
  const round = await aCountedUrn()
  const person = await aPerson({ roles: [] })
  await db
    .insertInto('roleAssignment')
    .values({ personId: person.id, role: 'coordinator', fromDate: '2025-01-01', untilDate: '2026-03-20' })
    .execute()
  expect(await release(round, person.id)).toEqual({ ok: false, refusal: 'not-your-part' })
})

test('nothing is released before the count, and nothing twice', async () => {
  const coordinator = await someone('coordinator')
  const urn = await anUrn()
  expect(await release(urn.round, coordinator)).toEqual({ ok: false, refusal: 'not-counted' })
  expect(await getRelease(db, urn.round.id)).toBeUndefined()

  const round = await aCountedUrn()
  expect(await release(round, coordinator)).toMatchObject({ ok: true })
  expect(await release(round, coordinator)).toEqual({ ok: false, refusal: 'already-released' })
})

test('every text is read before the release; what was not shown is nowhere afterwards', async () => {
  const coordinator = await someone('coordinator')
  const round = await aCountedUrn('workshop', 'Gute Übungen.')
  expect(await release(round, coordinator)).toEqual({ ok: false, refusal: 'texts-unread' })

  const ids = (await listTextsToReview(db, round.id)).map(({ id }) => id)
  const review = (textIds: string[], decision: 'shown' | 'hidden', by = coordinator) =>
    reviewTexts(db, { roundId: round.id, textIds, review: decision, by }, OVER)
  expect(await review(ids, 'shown', await someone('trainer'))).toEqual({
    ok: false,
    refusal: 'not-your-part',
  })
  await review(ids, 'hidden')
  await review(ids.slice(1), 'shown')
  await release(round, coordinator)

  const figures = await getRelease(db, round.id)
  expect(figures?.release.texts.find(({ key }) => key === 'liked')).toEqual({
    key: 'liked',
    count: 5,
    texts: Array(5).fill('Gute Übungen.'),
  })
  expect(await db.selectFrom('textAnswer').selectAll().where('roundId', '=', round.id).execute()).toEqual([])
  expect(await review(ids, 'hidden')).toEqual({ ok: false, refusal: 'already-released' })
})

test('when fewer than five texts are left after reading, none is shown', async () => {
  const coordinator = await someone('coordinator')
  const round = await aCountedUrn('workshop', 'Gute Übungen.')
  const [first = '', second = '', ...rest] = (await listTextsToReview(db, round.id)).map(({ id }) => id)
  await reviewTexts(db, { roundId: round.id, textIds: rest, review: 'shown', by: coordinator }, OVER)
  await reviewTexts(
    db,
    { roundId: round.id, textIds: [first, second], review: 'hidden', by: coordinator },
    OVER,
  )
  await release(round, coordinator)
  expect((await getRelease(db, round.id))?.release.texts[0]).toEqual({ key: 'liked', count: 4, texts: null })
})

test('figures that were changed behind the back of the product count in no report', async () => {
  const round = await aCountedUrn('competence-centre')
  await release(round, await someone('committee'))
  const reported = async () =>
    (await listReleasedRounds(db, '2190-01-01')).some(({ roundId }) => roundId === round.id)
  expect(await reported()).toBe(true)
  await sql`alter table release disable trigger release_never_changes`.execute(db)
  try {
    await sql`update release set payload = payload || ' ' where round_id = ${round.id}`.execute(db)
  } finally {
    await sql`alter table release enable trigger release_never_changes`.execute(db)
  }
  expect(await reported()).toBe(false)
})

test('when all of the coordination have taught, the staff council releases, and the first page tells it', async () => {
  const round = await aCountedUrn()
  const council = await someone('staffCouncil')
  const coordinators = await listPeopleWithRole(db, 'coordinator', '2026-03-31')
  const last = await someone('coordinator')
  const trainerIds = [...coordinators.map(({ id }) => id), last]
  expect(await release(round, council)).toEqual({ ok: false, refusal: 'not-your-part' })

  const workshop = await aFinishedWorkshop({ trainerIds })
  await db
    .insertInto('evaluationWorkshop')
    .values({ roundId: round.id, workshopId: workshop.id, closesOn: '2026-03-25' })
    .execute()
  expect((await getRound(db, round.id, OVER))?.needsStandIn).toBe(true)
  const actor = await getActor(db, council, '2026-03-31')
  const todos = actor ? await todosFor(db, actor, OVER) : []
  expect(todos).toContainEqual(
    expect.objectContaining({ kind: 'release-round', href: `/evaluations/${round.id}` }),
  )
  expect(await release(round, last)).toEqual({ ok: false, refusal: 'rates-you' })
  expect(await release(round, council)).toMatchObject({ ok: true })
})

test('a round is compared with the one before that had the same questionnaire, not with another about something else', async () => {
  const releasedBy = await someone('committee')
  const released = async (key: QuestionnaireKey, opensOn: string) => {
    const { round } = await anUrn({ kind: 'free', version: currentVersion(key), opensOn, people: 0 })
    const values = { roundId: round.id, payload: '{}', sha256: 'f'.repeat(64), releasedBy, releasedAt: OVER }
    await db.insertInto('release').values(values).execute()
    return round
  }
  const first = await released('general-feedback', '2026-03-01')
  const between = await released('needs-assessment', '2026-03-05')
  const now = await released('general-feedback', '2026-03-09')

  expect(await getEarlierRelease(db, now)).toMatchObject({ id: first.id })
  expect(await getEarlierRelease(db, between)).toBeUndefined()
})

test('figures are frozen: the database refuses to change them, and a change would be seen', async () => {
  const round = await aCountedUrn()
  await release(round, await someone('coordinator'))
  expect((await getRelease(db, round.id))?.unchanged).toBe(true)

  const tamper = sql`update release set payload = replace(payload, '"satisfied":6', '"satisfied":5') where round_id = ${round.id}`
  await expect(tamper.execute(db)).rejects.toThrow()
  await expect(db.deleteFrom('release').where('roundId', '=', round.id).execute()).rejects.toThrow()

  await sql`alter table release disable trigger release_never_changes`.execute(db)
  try {
    await tamper.execute(db)
  } finally {
    await sql`alter table release enable trigger release_never_changes`.execute(db)
  }
  expect((await getRelease(db, round.id))?.unchanged).toBe(false)
})

testOnPostgres('the role of the running product has no right to touch a release', async () => {
  expect(databaseKind).toBe('postgres')
  const app = openAsApp()
  try {
    await expect(sql`update release set sha256 = ''`.execute(app)).rejects.toThrow('permission denied')
  } finally {
    await app.destroy()
  }
})

test('the minimum of a round can be raised, and by nobody lowered', async () => {
  const { round } = await anUrn({ minimum: 7 })
  const set = (minimum: number) =>
    db.updateTable('evaluationRound').set({ minimum }).where('id', '=', round.id).execute()
  await set(8)
  for (const minimum of [7, 5, 4]) await expect(set(minimum)).rejects.toThrow()
})

test('four new ballots are no later release: they wait, and come with those of the next workshop', async () => {
  const { round: first } = await anUrn()
  const courseId = first.courseId ?? ''
  const count = async (roundId: string, now: Date) => countRound(db, { roundId, by: null }, countMeans(), now)
  const people = await somePeople(12)
  const ask = async (some: string[], endsAt: Date) => {
    const workshop = await aFinishedWorkshop({ courseId, people: some, endsAt })
    const asked = await inviteToWorkshopFeedback(db, workshop.id, feedbackMeans, endsAt)
    if (!asked.ok) throw new Error(asked.refusal)
    const { roundId } = asked
    const round = await db
      .selectFrom('evaluationRound')
      .selectAll()
      .where('id', '=', roundId)
      .executeTakeFirstOrThrow()
    for (const personId of some) {
      await castBallot(db, { roundId, personId, sealed: seal(round, 'user', { overall: 4 }) }, endsAt)
    }
    return roundId
  }
  await db.updateTable('evaluationRound').set({ givenUpAt: NOW }).where('id', '=', first.id).execute()

  const released = await ask(people.slice(0, 6), days(1))
  expect(await count(released, days(20))).toMatchObject({ ok: true, counted: 6 })
  await releaseRound(
    db,
    { roundId: released, by: await someone('coordinator') },
    questionnaireOf.workshop,
    days(20),
  )

  const waiting = await ask(people.slice(6, 10), days(30))
  expect(waiting).not.toBe(released)
  expect(await count(waiting, days(50))).toEqual({ ok: false, refusal: 'too-few' })
  expect(await ask(people.slice(10), days(60))).toBe(waiting)
  expect(await count(waiting, days(80))).toMatchObject({ ok: true, counted: 6 })
  expect((await getRelease(db, released))?.release.turnout).toEqual({ invited: 6, used: 6 })
})

/** Every number of answers that a release tells. */
function sizesIn({ items, texts }: Release): number[] {
  const figures = items.flatMap((item) => [item.figure, ...(item.apart ? Object.values(item.apart) : [])])
  const told = figures.flatMap((figure) => ('responses' in figure ? [figure.responses] : []))
  return [...told, ...texts.flatMap(({ texts: shown }) => (shown ? [shown.length] : []))]
}

test('whatever people answer, no figure of fewer than five is released', async () => {
  const committee = await someone('committee')
  const means = countMeans('competence-centre')
  const answer = fc.record(
    {
      overall: fc.constantFrom(0, 1, 2, 3, 4, 5),
      topics: fc.dictionary(fc.constantFrom('organisation', 'exchange'), fc.constantFrom(0, 3, 5), {
        minKeys: 1,
      }),
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 5, maxLength: 24 }), async (all) => {
      const urn = await anUrn({ kind: 'competence-centre', people: 24, strata: ['it', 'user'] })
      const { id: roundId } = urn.round
      for (const [index, answers] of all.entries()) {
        const sealed = seal(urn.round, index % 2 === 0 ? 'it' : 'user', answers)
        await castBallot(db, { roundId, personId: urn.people[index] ?? '', sealed }, NOW)
      }
      await countRound(db, { roundId, by: null }, means, OVER)
      await release(urn.round, committee)
      const figures = await getRelease(db, roundId)
      expect(figures?.release.turnout).toEqual({ invited: 24, used: all.length })
      for (const size of sizesIn(figures!.release)) expect(size).toBeGreaterThanOrEqual(5)
    }),
    { numRuns: 8 },
  )
})
