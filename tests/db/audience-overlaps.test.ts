import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { RoundAudience } from '#app/domain/round-audience.ts'
import { listNotOpened, openRound, whyNotOpened } from '#db/round-openings.ts'
import { inviteToWorkshopFeedback } from '#db/feedback.ts'
import { addRound, giveUpRound, type AddResult } from '#db/rounds.ts'
import { countRound } from '#db/tallies.ts'
import { currentVersion } from '#surveys/index.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aCourse, aPerson, days, NOW } from '#tests/factories.ts'
import {
  aFinishedWorkshop,
  attend,
  countMeans,
  EVERYBODY,
  feedbackMeans,
  voteAll,
  wrappingKey,
} from '#tests/urn.ts'

const free = currentVersion('general-feedback')
const ids = async (count: number) =>
  (await Promise.all(Array.from({ length: count }, () => aPerson()))).map(({ id }) => id)

/** Those who attended a workshop of their own: an audience that tests can make and let grow. */
async function anAudience(people: readonly string[]) {
  const { id } = await aFinishedWorkshop({ people })
  return { workshopId: id, audience: { ...EVERYBODY, attended: { workshopId: id } } as RoundAudience }
}

type Given = {
  audience: RoundAudience
  title?: string
  questionnaire?: 'needs-assessment'
  kind?: 'free' | 'needs'
}

async function add({ audience, title = 'Neue Räume', questionnaire, kind = 'free' }: Given, now = NOW) {
  const id = randomUUID()
  const dates = { opensOn: '2026-03-11', closesOn: '2026-04-01' }
  const means = { questionnaire: questionnaire ? currentVersion(questionnaire) : free, wrappingKey }
  const plan = { id, kind, audience, title, ...dates, minimum: 5, by: null }
  return { id, added: await addRound(db, plan, means, now) }
}

const overlap = (...others: string[]): AddResult => ({ ok: false, refusal: 'audiences-overlap', others })

async function anOpenRound(people: readonly string[], title: string) {
  const { audience, workshopId } = await anAudience(people)
  const { id, added } = await add({ audience, title })
  expect(added).toEqual({ ok: true })
  expect(await openRound(db, id, NOW)).toMatchObject({ ok: true })
  return { id, audience, workshopId }
}

const rowOf = (id: string) =>
  db.selectFrom('evaluationRound').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

async function attendAll(workshopId: string, people: readonly string[]) {
  for (const id of people) await attend(workshopId, id)
}

test('a round with the same questions for a few people more is not planned, and the other one is named', async () => {
  const people = await ids(6)
  const open = await anOpenRound(people, 'Erste Befragung')
  const more = await anAudience([...people, ...(await ids(3))])
  expect((await add(more)).added).toEqual(overlap('Erste Befragung'))
  expect((await add({ ...more, kind: 'needs' })).added).toEqual(overlap('Erste Befragung'))
  expect((await add({ ...more, questionnaire: 'needs-assessment' })).added).toEqual({ ok: true })
  expect((await add(open)).added).toEqual({ ok: true })
  expect((await add(await anAudience(await ids(6)))).added).toEqual({ ok: true })
})

test('two rounds that are only planned must not overlap either; one that was given up counts no more', async () => {
  const people = await ids(6)
  const first = await add({ ...(await anAudience(people)), title: 'Geplant' })
  const more = await anAudience([...people, ...(await ids(1))])
  expect((await add(more)).added).toEqual(overlap('Geplant'))
  await giveUpRound(db, { roundId: first.id, by: null, reason: 'Versehen.' }, NOW)
  expect((await add(more)).added).toEqual({ ok: true })
})

test('names are gone after the count, and the round still knows whom it asked', async () => {
  const people = await ids(6)
  const open = await anOpenRound(people, 'Ausgezählt')
  const round = await rowOf(open.id)
  await voteAll({ round, people }, people)
  const counted = await countRound(db, { roundId: open.id, by: null }, countMeans('free'), days(30))
  expect(counted).toMatchObject({ ok: true })
  // Whoever attends later, or leaves, was or was not asked all the same.
  const [late = ''] = await ids(1)
  await attend(open.workshopId, late)
  await db
    .updateTable('attendance')
    .set({ recordedAt: days(31) })
    .where('recordedBy', '=', late)
    .execute()
  await db
    .updateTable('person')
    .set({ disabledAt: days(31) })
    .where('id', '=', people[0] ?? '')
    .execute()

  const now = days(40)
  expect((await add(await anAudience(people.slice(1)), now)).added).toEqual(overlap('Ausgezählt'))
  expect((await add({ ...open, title: 'Nochmal' }, now)).added).toEqual(overlap('Ausgezählt'))
})

test('an audience that has changed since the round was planned does not open, and the reason is said', async () => {
  const people = await ids(6)
  const [later, audience] = [await ids(2), await anAudience(people)]
  const planned = await add({ ...audience, title: 'Geplant' })
  const open = await anOpenRound(people, 'Läuft schon')
  await attendAll(audience.workshopId, later)

  expect(await openRound(db, planned.id, NOW)).toEqual({ ok: false, refusal: 'audiences-overlap' })
  expect(await whyNotOpened(db, planned.id, NOW)).toEqual({
    refusal: 'audiences-overlap',
    others: ['Läuft schon'],
  })
  expect(await listNotOpened(db, NOW)).toContain(planned.id)

  await attendAll(audience.workshopId, await ids(8))
  expect(await whyNotOpened(db, planned.id, NOW)).toBeNull()
  expect(await openRound(db, planned.id, NOW)).toMatchObject({ ok: true, invited: 16 })
  expect(await listNotOpened(db, NOW)).not.toContain(open.id)
})

test('feedback on a workshop is a round beside the others: its people and a few more are not asked the same', async () => {
  const course = await aCourse()
  const people = await ids(6)
  const first = await aFinishedWorkshop({ courseId: course.id, people: people.slice(0, 4) })
  const second = await aFinishedWorkshop({ courseId: course.id, people: people.slice(4) })
  for (const { id } of [first, second]) {
    expect(await inviteToWorkshopFeedback(db, id, feedbackMeans, NOW)).toMatchObject({ ok: true })
  }
  await attendAll(first.id, [...people.slice(4), ...(await ids(1))])
  const audience = { ...EVERYBODY, attended: { workshopId: first.id } }
  expect((await add({ audience })).added).toEqual(overlap(course.titleDe))

  const { roundId } = await db
    .selectFrom('evaluationWorkshop')
    .select('roundId')
    .where('workshopId', '=', second.id)
    .executeTakeFirstOrThrow()
  await voteAll({ round: await rowOf(roundId), people }, people)
  expect(await countRound(db, { roundId, by: null }, countMeans(), days(30))).toMatchObject({
    ok: true,
  })
  const more = await anAudience([...people, ...(await ids(3))])
  expect((await add(more, days(30))).added).toEqual(overlap(course.titleDe))
})

testOnPostgres(
  'of two rounds that must not stand side by side one opens, also when both do so at once',
  async () => {
    const people = await ids(6)
    const [one, two] = [await anAudience(people), await anAudience(people)]
    const rounds = [await add({ ...one, title: 'Eins' }), await add({ ...two, title: 'Zwei' })]
    await attendAll(two.workshopId, await ids(2))
    const results = await Promise.all(rounds.map(({ id }) => openRound(db, id, NOW)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  },
)
