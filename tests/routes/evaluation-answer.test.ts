import { expect, test } from 'vitest'
import { action, loader } from '#app/routes/evaluations/answer.tsx'
import { loader as thanks } from '#app/routes/evaluations/thanks.tsx'
import { countRound } from '#db/tallies.ts'
import { db } from '#tests/database.ts'
import { aContext, args, aPerson, aRequest, days, requestAs } from '#tests/factories.ts'
import { anUrn, ballotsOf, countMeans, voteAll } from '#tests/urn.ts'

const path = (roundId: string) => `/evaluations/${roundId}/answer`

/** Routes read the clock, so these urns are open on the day of the test. */
async function anOpenUrn(kind: 'workshop' | 'competence-centre' = 'workshop') {
  const urn = await anUrn({ kind, opensOn: '2026-03-11', closesOn: '2190-01-01' })
  const me = { id: urn.people[0] ?? '' }
  return { urn, roundId: urn.round.id, me }
}

async function get(person: { id: string }, roundId: string) {
  return loader(args(await requestAs(person, path(roundId)), { roundId }))
}

async function send(person: { id: string }, roundId: string, fields: Record<string, string>) {
  const answer = await action(args(await requestAs(person, path(roundId), fields), { roundId }))
  if ('data' in answer) return { status: answer.init?.status, problems: answer.data.problems }
  return { status: answer.status, to: answer.headers.get('Location') }
}

test('whoever is invited sees the questions, and the rules before them', async () => {
  const { roundId, me } = await anOpenUrn()
  expect(await get(me, roundId)).toMatchObject({
    state: 'open',
    kind: 'workshop',
    minimum: 5,
    isSmall: true,
    definition: { pages: expect.any(Array) },
  })
})

test('the draft in the browser has a name that tells neither round nor person', async () => {
  const { urn, roundId, me } = await anOpenUrn()
  const other = { id: urn.people[1] ?? '' }
  const keys = await Promise.all(
    [me, me, other].map(async (person) => JSON.stringify(await get(person, roundId))),
  )
  const [first, again, others] = keys.map((page) => /"draftKey":"(\w+)"/.exec(page)?.[1] ?? '')
  expect(first).toBe(again)
  expect(others).not.toBe(first)
  expect(first).not.toContain(me.id.slice(0, 8))
})

test('the plain form and the one with scripts are taken alike', async () => {
  const { urn, roundId, me } = await anOpenUrn()
  const plain = { overall: '4', 'topics.contents': '5', liked: 'Die Übungen.', improve: '' }
  expect(await send(me, roundId, plain)).toEqual({ status: 302, to: `/evaluations/${roundId}/thanks` })
  const scripted = { Answers: JSON.stringify({ overall: 4, topics: { contents: 5 } }) }
  expect(await send({ id: urn.people[1] ?? '' }, roundId, scripted)).toMatchObject({ status: 302 })
  expect(await send({ id: urn.people[2] ?? '' }, roundId, {})).toMatchObject({ status: 302 })
  expect(await ballotsOf(roundId)).toHaveLength(3)
})

test('a second answer is refused, and the page says so', async () => {
  const { roundId, me } = await anOpenUrn()
  await send(me, roundId, { overall: '4' })
  expect(await send(me, roundId, { overall: '1' })).toMatchObject({ status: 409 })
  expect(await get(me, roundId)).toMatchObject({ state: 'already-answered' })
  expect(await ballotsOf(roundId)).toHaveLength(1)
})

test('who is not invited is told so and cannot vote; who is not signed in goes to the sign-in', async () => {
  const { roundId } = await anOpenUrn()
  const stranger = await aPerson()
  expect(await get(stranger, roundId)).toMatchObject({ state: 'not-invited' })
  expect(await send(stranger, roundId, { overall: '4' })).toMatchObject({ status: 409 })
  const guest = Promise.resolve(loader(args(aRequest(path(roundId)), { roundId })))
  await expect(guest).rejects.toMatchObject({ status: 302 })
  expect(await ballotsOf(roundId)).toEqual([])
})

test('after the count the page says that the evaluation is over, whoever asks', async () => {
  const urn = await anUrn()
  const [first = ''] = urn.people
  await voteAll(urn, urn.people)
  expect(await get({ id: first }, urn.round.id)).toMatchObject({ state: 'already-answered' })
  await countRound(db, { roundId: urn.round.id, by: null }, countMeans(), days(20))
  expect(await get({ id: first }, urn.round.id)).toMatchObject({ state: 'closed' })
  expect(await get(await aPerson(), urn.round.id)).toMatchObject({ state: 'closed' })
})

const HOSTILE: [string, Record<string, string>][] = [
  ['a value that is not offered', { overall: '77' }],
  ['a number as text', { Answers: '{"overall":"5"}' }],
  ['a question that is not there', { Answers: '{"overal":5}' }],
  ['a row that is not there', { 'topics.weather': '5' }],
  ['a text that is too long', { liked: 'x'.repeat(5_000) }],
  ['an object in place of a text', { Answers: '{"liked":{"$gt":""}}' }],
  ['a list in place of an answer', { Answers: '[1,2,3]' }],
  ['half a character', { Answers: '{"liked":"\\ud800"}' }],
  ['no JSON', { Answers: '{"overall":' }],
  ['keys of the language', { Answers: '{"__proto__":{"overall":5}}' }],
]

test.each(HOSTILE)('%s is answered with 422, and nothing is stored', async (_, fields) => {
  const { roundId, me } = await anOpenUrn()
  const { status, problems } = await send(me, roundId, fields)
  expect(status).toBe(422)
  expect(problems?.length).toBeGreaterThan(0)
  expect(await ballotsOf(roundId)).toEqual([])
  expect(await get(me, roundId)).toMatchObject({ state: 'open' })
})

test('the page of thanks is the same for everybody and asks for no round', async () => {
  const person = await aPerson()
  const request = await requestAs(person, '/evaluations/nothing/thanks')
  expect(await thanks(args(request, { roundId: 'nothing' }))).toBeNull()
})

/** Everything that a session row says; a renewal would move its end. */
async function sessionsOf(personId: string) {
  return db.selectFrom('loginSession').selectAll().where('userId', '=', personId).execute()
}

test('neither looking nor voting renews the sign-in, which other pages do', async () => {
  const { roundId, me } = await anOpenUrn()
  const request = await requestAs(me, path(roundId))
  const cookie = request.headers.get('Cookie') ?? ''
  // Half of the idle time is over: the next page that renews would do so.
  await db
    .updateTable('loginSession')
    .set({ expiresAt: new Date(Date.now() + 3_600_000) })
    .where('userId', '=', me.id)
    .execute()
  const before = await sessionsOf(me.id)

  await loader(args(request, { roundId }))
  const post = aRequest(path(roundId), { overall: '4' }, { Cookie: cookie })
  await action(args(post, { roundId }, aContext()))
  await thanks(args(aRequest(`/evaluations/${roundId}/thanks`, undefined, { Cookie: cookie }), { roundId }))
  expect(await sessionsOf(me.id)).toEqual(before)
})
