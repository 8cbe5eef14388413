import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Role } from '#app/domain/policy.ts'
import { loader as answer } from '#app/routes/evaluations/answer.tsx'
import { action as plan } from '#app/routes/evaluations/new.tsx'
import { action, loader as show } from '#app/routes/evaluations/show.tsx'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import { db } from '#tests/database.ts'
import { aPerson, args, requestAs } from '#tests/factories.ts'
import { anUrn } from '#tests/urn.ts'

const today = dayOf(new Date())
const someone = (...roles: Role[]) => aPerson({ roles })

async function send(fields: Record<string, string>) {
  const id = randomUUID()
  const days = { opensOn: addDays(today, 200), closesOn: addDays(today, 220) }
  const given = { id, title: 'Runde', minimum: '5', ...days, ...fields }
  const result = await plan(args(await requestAs(await someone('coordinator'), '/evaluations/new', given)))
  return { id, status: 'data' in result ? result.init?.status : result.status }
}

async function choose(roundId: string, person: { id: string }, remarkReaders: string) {
  const fields = { step: 'readers', remarkReaders }
  try {
    const result = await action(args(await requestAs(person, `/evaluations/${roundId}`, fields), { roundId }))
    return 'data' in result ? result.data : result.status
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status
    throw thrown
  }
}

const pageOf = async (roundId: string, person: { id: string }) =>
  show(args(await requestAs(person, `/evaluations/${roundId}`), { roundId }))

test('whoever plans a round chooses who reads its remarks; who leaves it out promises the fewest', async () => {
  const coordinator = await someone('coordinator')
  const chosen = await send({ kind: 'competence-centre', remarkReaders: 'report' })
  expect(chosen.status).toBe(302)
  expect((await pageOf(chosen.id, coordinator)).round.remarkReaders).toBe('report')

  const leftOut = await send({ kind: 'competence-centre' })
  const page = await pageOf(leftOut.id, coordinator)
  expect(page.round.remarkReaders).toBe('offices')
  expect(page.readers).toEqual(['committee', 'report'])
  expect(await send({ kind: 'needs', groups: 'it', remarkReaders: 'report' })).toMatchObject({ status: 400 })
})

test('the page offers a choice to those who may choose, and after the first day only fewer readers', async () => {
  const { id } = await send({ kind: 'competence-centre', remarkReaders: 'report' })
  const [coordinator, staffCouncil] = [await someone('coordinator'), await someone('staffCouncil')]
  const outsider = await someone('dataProtection')
  expect(await choose(id, outsider, 'offices')).toBe(403)
  await db.updateTable('evaluationRound').set({ openedAt: new Date() }).where('id', '=', id).execute()

  expect((await pageOf(id, coordinator)).readers).toEqual([])
  expect(await choose(id, coordinator, 'offices')).toBe(403)
  expect((await pageOf(id, staffCouncil)).readers).toEqual(['offices', 'committee'])
  expect(await choose(id, staffCouncil, 'committee')).toBe(302)
  expect(await choose(id, staffCouncil, 'report')).toMatchObject({ refusal: 'readers-only-fewer' })
  expect((await pageOf(id, staffCouncil)).round.remarkReaders).toBe('committee')
})

test('before the first question everybody reads who will read what they write', async () => {
  const urn = await anUrn({
    kind: 'competence-centre',
    opensOn: addDays(today, -1),
    closesOn: addDays(today, 5),
    openedAt: null,
  })
  const roundId = urn.round.id
  await db
    .updateTable('evaluationRound')
    .set({ remarkReaders: 'report', openedAt: new Date() })
    .where('id', '=', roundId)
    .execute()
  const request = await requestAs({ id: urn.people[0] ?? '' }, `/evaluations/${roundId}/answer`)
  expect(await answer(args(request, { roundId }))).toMatchObject({ state: 'open', remarkReaders: 'report' })
})
