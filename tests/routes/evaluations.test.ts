import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { ROLES, type Role } from '#app/domain/policy.ts'
import { loader as list } from '#app/routes/evaluations/list.tsx'
import { action as plan, loader as planning } from '#app/routes/evaluations/new.tsx'
import { loader as results } from '#app/routes/evaluations/results.tsx'
import { action, loader as show } from '#app/routes/evaluations/show.tsx'
import { todosFor } from '#app/http/todos.server.ts'
import { getActor } from '#db/actors.ts'
import { listTextsToReview, releaseRound } from '#db/releases.ts'
import { countRound } from '#db/tallies.ts'
import { databaseKind, db } from '#tests/database.ts'
import { aContext, args, aPerson, days, requestAs } from '#tests/factories.ts'
import { aFinishedWorkshop, anUrn, ballotsOf, countMeans, questionnaireOf, voteAll } from '#tests/urn.ts'

type Kind = 'workshop' | 'competence-centre'
const OVER = days(20)
const someone = (...roles: Role[]) => aPerson({ roles })

/** Else a course of its own, and the day of NOW. */
type Given = { courseId?: string | null; opensOn?: string }

async function aVotedUrn(kind: Kind = 'workshop', text?: string, given: Given = {}) {
  const urn = await anUrn({ kind, ...given })
  const words = kind === 'workshop' ? 'liked' : 'helped'
  await voteAll(urn, urn.people, { overall: 4, ...(text && { [words]: text }) })
  return urn
}

async function aCountedRound(kind: Kind = 'workshop', text?: string, given?: Given) {
  const { round } = await aVotedUrn(kind, text, given)
  await countRound(db, { roundId: round.id, by: null }, countMeans(kind), OVER)
  return round
}

async function aReleasedRound(kind: Kind = 'workshop', given?: Given) {
  const round = await aCountedRound(kind, undefined, given)
  const by = (await someone(kind === 'workshop' ? 'coordinator' : 'committee')).id
  await releaseRound(db, { roundId: round.id, by }, questionnaireOf[kind], OVER)
  return round
}

async function openRound(roundId: string, person: { id: string }) {
  return show(args(await requestAs(person, `/evaluations/${roundId}`), { roundId }))
}

async function openResults(roundId: string, person: { id: string }) {
  return results(args(await requestAs(person, `/evaluations/${roundId}/results`), { roundId }))
}

async function statusOf(page: Promise<unknown>): Promise<number> {
  return page.then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : 500),
  )
}

async function take(roundId: string, person: { id: string }, fields: Record<string, string>) {
  const request = await requestAs(person, `/evaluations/${roundId}`, fields)
  try {
    const answer = await action(args(request, { roundId }))
    return 'data' in answer ? (answer.init?.status ?? 0) : answer.status
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status
    throw thrown
  }
}

const everyRole: readonly Role[] = ROLES

async function whoSeesResults(roundId: string): Promise<string> {
  const seen: string[] = []
  for (const role of everyRole) {
    if ((await statusOf(openResults(roundId, await someone(role)))) === 200) seen.push(role)
  }
  return seen.join(' ')
}

test('until the release the results are there for nobody', async () => {
  for (const kind of ['workshop', 'competence-centre'] as const) {
    const urn = await aVotedUrn(kind)
    expect(await whoSeesResults(urn.round.id)).toBe('')
    expect(await whoSeesResults((await aCountedRound(kind)).id)).toBe('')
  }
})

test('released results are there for those who may see them, and for nobody else', async () => {
  expect(await whoSeesResults((await aReleasedRound()).id)).toBe('coordinator')
  expect(await whoSeesResults((await aReleasedRound('competence-centre')).id)).toBe(
    'coordinator committee dataProtection staffCouncil',
  )
})

test('trainers see the released feedback on their own courses, in the list and on its page', async () => {
  const [mine, others, waiting] = [await aReleasedRound(), await aReleasedRound(), await aCountedRound()]
  const trainer = await someone('trainer')
  for (const { id: roundId } of [mine, waiting]) {
    const workshop = await aFinishedWorkshop({ trainerIds: [trainer.id] })
    const fed = { roundId, workshopId: workshop.id, closesOn: '2026-03-25' }
    await db.insertInto('evaluationWorkshop').values(fed).execute()
  }

  const { running, done } = await list(args(await requestAs(trainer, '/evaluations')))
  expect([...running, ...done].map(({ id }) => id)).toEqual([mine.id])
  expect(await statusOf(openResults(mine.id, trainer))).toBe(200)
  expect(await statusOf(openResults(waiting.id, trainer))).toBe(404)
  expect(await statusOf(openResults(others.id, trainer))).toBe(403)
  expect(await statusOf(openRound(mine.id, trainer))).toBe(200)
  expect(await statusOf(openRound(waiting.id, trainer))).toBe(403)
})

test('a trainer reads no comparison with feedback on workshops of somebody else', async () => {
  const earlier = await aReleasedRound('workshop', { opensOn: '2026-03-10' })
  const later = await aReleasedRound('workshop', { courseId: earlier.courseId })
  const trainer = await someone('trainer')
  const workshop = await aFinishedWorkshop({ trainerIds: [trainer.id] })
  const fed = { roundId: later.id, workshopId: workshop.id, closesOn: '2026-03-25' }
  await db.insertInto('evaluationWorkshop').values(fed).execute()

  expect((await openResults(later.id, trainer)).comparison).toBeNull()
  const { comparison } = await openResults(later.id, await someone('coordinator'))
  expect(comparison?.earlier.id).toBe(earlier.id)
})

test('the list is for those who have to do with rounds', async () => {
  const round = await aCountedRound('competence-centre')
  for (const role of ['coordinator', 'committee', 'staffCouncil', 'dataProtection'] as const) {
    const { running } = await list(args(await requestAs(await someone(role), '/evaluations')))
    expect([role, running.some(({ id }) => id === round.id)]).toEqual([role, true])
  }
  const participant = list(args(await requestAs(await someone('participant'), '/evaluations')))
  await expect(participant).rejects.toMatchObject({ status: 403 })
})

test('the remarks are shown to those who release, between count and release only', async () => {
  const round = await aCountedRound('competence-centre', 'Die Beratung.')
  const texts = async (...roles: Role[]) =>
    (await openRound(round.id, await someone(...roles))).review?.texts.map(({ body }) => body)
  expect(await texts('committee')).toEqual(Array(6).fill('Die Beratung.'))
  expect(await texts('staffCouncil')).toHaveLength(6)
  expect(await texts('coordinator')).toBeUndefined()
  expect(await texts('dataProtection')).toBeUndefined()
  expect(await texts('committee', 'coordinator')).toEqual([])
})

test('only the coordination plans, counts, extends and gives up', async () => {
  for (const step of ['count', 'extend', 'give-up']) {
    const urn = await aVotedUrn('competence-centre')
    const fields = { step, reason: 'Versehen.', closesOn: '2190-01-01' }
    for (const role of ['committee', 'staffCouncil', 'dataProtection', 'participant'] as const) {
      expect(await take(urn.round.id, await someone(role), fields)).toBe(403)
    }
    expect(await ballotsOf(urn.round.id)).toHaveLength(6)
  }
  const { round } = await aVotedUrn('competence-centre')
  expect(await take(round.id, await someone('coordinator'), { step: 'count' })).toBe(302)
  expect(await take(round.id, await someone('coordinator'), { step: 'count' })).toBe(409)
})

test('the coordination cannot release what rates it; the committee reads, decides and releases', async () => {
  const round = await aCountedRound('competence-centre', 'Die Beratung.')
  const committee = await someone('committee')
  const [first, ...rest] = await listTextsToReview(db, round.id)
  const decisions = {
    step: 'review',
    [`text.${first?.id}`]: 'hidden',
    ...Object.fromEntries(rest.map(({ id }) => [`text.${id}`, 'shown'])),
    'text.drop table': 'shown',
  }
  expect(await take(round.id, await someone('coordinator'), { step: 'release' })).toBe(403)
  expect(await take(round.id, committee, { step: 'release' })).toBe(409)
  expect(await take(round.id, committee, decisions)).toBe(302)
  expect(await take(round.id, committee, { step: 'release' })).toBe(302)
  expect(await take(round.id, committee, decisions)).toBe(409)
  const { release } = await openResults(round.id, await someone('staffCouncil'))
  expect(release.texts.find(({ key }) => key === 'helped')).toMatchObject({ count: 5 })
})

test('on the embedded database a count by hand clears its traces from the pages', async (context) => {
  context.skip(databaseKind !== 'pglite', 'PostgreSQL clears them by itself')
  const urn = await aVotedUrn('competence-centre')
  const sizes = async () =>
    (await sql<{ size: number }>`select pg_relation_size('ballot')::int as size`.execute(db)).rows[0]?.size ??
    0
  await db.deleteFrom('ballot').where('roundId', '<>', urn.round.id).execute()
  const before = await sizes()
  const request = await requestAs(await someone('coordinator'), `/evaluations/${urn.round.id}`, {
    step: 'count',
  })
  const embedded = { ...aContext().environment, embedded: true }
  await action(args(request, { roundId: urn.round.id }, aContext({ environment: embedded })))
  expect(await ballotsOf(urn.round.id)).toEqual([])
  expect(before).toBeGreaterThan(0)
  expect(await sizes()).toBe(0)
})

test('a form that makes no sense is sent back', async () => {
  const { round } = await aVotedUrn('competence-centre')
  const coordinator = await someone('coordinator')
  expect(await take(round.id, coordinator, { step: 'burn' })).toBe(400)
  expect(await take(round.id, coordinator, { step: 'give-up', reason: ' ' })).toBe(400)
  expect(await take(round.id, coordinator, { step: 'extend', closesOn: '2026-02-30' })).toBe(400)
})

async function send(fields: Record<string, string>) {
  const coordinator = await someone('coordinator')
  const id = randomUUID()
  const form = {
    id,
    kind: 'competence-centre',
    title: 'Bewertung 2190',
    opensOn: '2190-01-01',
    closesOn: '2190-01-21',
    minimum: '8',
    ...fields,
  }
  const request = await requestAs(coordinator, '/evaluations/new', form)
  const answer = await plan(args(request))
  if ('data' in answer) {
    const { errors, others } = answer.data
    return { id, status: answer.init?.status, errors, others }
  }
  return { id, status: answer.status }
}

test('a round is planned with a minimum of five at least, in days that make sense', async () => {
  const { id, status } = await send({})
  expect(status).toBe(302)
  const round = await openRound(id, await someone('coordinator'))
  expect(round.round).toMatchObject({ state: 'planned', minimum: 8, invited: 0 })

  expect(await send({ minimum: '4' })).toMatchObject({ status: 400, errors: { minimum: 'too-small' } })
  expect(await send({ opensOn: '2020-01-01' })).toMatchObject({ errors: { opensOn: 'in-the-past' } })
  expect(await send({ closesOn: '2190-01-01' })).toMatchObject({ errors: { closesOn: 'ends-before-start' } })
  expect(await send({ closesOn: '2190-06-01' })).toMatchObject({ errors: { closesOn: 'lasts-too-long' } })
  expect(await send({ kind: 'needs', questionnaire: 'needs-assessment' })).toMatchObject({
    errors: { groups: 'required' },
  })
  const few = { kind: 'free', questionnaire: 'general-feedback', groups: 'it' }
  const town = '00000000-0000-4000-8000-000000000009'
  expect(await send({ ...few, organisationIds: town })).toMatchObject({
    errors: { organisationIds: 'few-municipalities' },
  })
  expect(await send({ ...few, attended: `course:${town}` })).toMatchObject({
    errors: { groups: 'too-few-people' },
  })
  const committee = planning(args(await requestAs(await someone('committee'), '/evaluations/new')))
  await expect(committee).rejects.toMatchObject({ status: 403 })
})

test('a round that must not stand beside another is refused with the title of that one, and nothing is planned', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, async () => (await aPerson()).id))
  const plan = async (title: string, some: string[]) => {
    const { id } = await aFinishedWorkshop({ people: some })
    return send({ kind: 'free', groups: 'it', title, attended: `workshop:${id}`, minimum: '5' })
  }
  expect(await plan('Neue Räume', people.slice(1))).toMatchObject({ status: 302 })
  const refused = await plan('Noch einmal', people)
  expect(refused).toMatchObject({ status: 409, others: ['Neue Räume'] })
  expect(await statusOf(openRound(refused.id, await someone('coordinator')))).toBe(404)
})

test('a round that cannot begin says so on its page and on the first page of the coordination', async () => {
  const { round } = await anUrn({
    kind: 'needs',
    openedAt: null,
    opensOn: '2020-01-01',
    closesOn: '2190-01-01',
  })
  await db.updateTable('evaluationRound').set({ minimum: 1000 }).where('id', '=', round.id).execute()
  const coordinator = await someone('coordinator')
  expect((await openRound(round.id, coordinator)).notOpened).toEqual({ refusal: 'too-few-people' })
  expect((await openRound(round.id, await someone('committee'))).notOpened).toBeNull()
  const actor = await getActor(db, coordinator.id, '2026-03-11')
  const todos = actor ? await todosFor(db, actor, new Date()) : []
  expect(todos.filter(({ href }) => href === `/evaluations/${round.id}`)).toMatchObject([
    { kind: 'open-round' },
  ])
})
