import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { action, loader as editing } from '#app/routes/evaluations/measures.tsx'
import { loader as results } from '#app/routes/evaluations/results.tsx'
import { loader as list } from '#app/routes/measures/list.tsx'
import { releaseRound } from '#db/releases.ts'
import { countRound } from '#db/tallies.ts'
import { db } from '#tests/database.ts'
import { args, aPerson, days, requestAs } from '#tests/factories.ts'
import { anUrn, countMeans, questionnaireOf, voteAll } from '#tests/urn.ts'

const OVER = days(20)

async function aCountedRound() {
  const urn = await anUrn({ kind: 'competence-centre' })
  await voteAll(urn, urn.people, { overall: 4 })
  await countRound(db, { roundId: urn.round.id, by: null }, countMeans('competence-centre'), OVER)
  return urn.round.id
}

async function aReleasedRound() {
  const roundId = await aCountedRound()
  const by = (await aPerson({ roles: ['committee'] })).id
  await releaseRound(db, { roundId, by }, questionnaireOf['competence-centre'], OVER)
  return roundId
}

const coordinator = () => aPerson({ roles: ['coordinator'] })
const fields = {
  title: 'Sprechstunde am Nachmittag',
  owner: 'Koordination',
  state: 'open',
  reason: '',
  version: '',
}

async function save(roundId: string, given: Partial<typeof fields> & { id: string }, person = coordinator()) {
  const request = await requestAs(await person, `/evaluations/${roundId}/measures`, { ...fields, ...given })
  const answer = await action(args(request, { roundId }))
  return 'data' in answer ? [answer.init?.status, answer.data.refusal ?? answer.data.errors] : [answer.status]
}

test('the coordination enters measures, and everybody who signs in reads how far they are', async () => {
  const roundId = await aReleasedRound()
  const id = randomUUID()
  expect(await save(roundId, { id })).toEqual([302])
  expect(await save(roundId, { id })).toEqual([302])
  expect(await save(roundId, { id, version: '1', state: 'in-progress' })).toEqual([302])
  expect(await save(roundId, { id, version: '1', state: 'done' })).toEqual([409, 'changed-meanwhile'])
  expect(await save(roundId, { id, version: '2', state: 'dropped' })).toEqual([
    400,
    { reason: 'reason-missing' },
  ])

  const participant = await aPerson({ roles: ['participant'] })
  const { rounds } = await list(args(await requestAs(participant, '/measures')))
  expect(rounds.find((round) => round.id === roundId)?.measures).toMatchObject([
    { title: 'Sprechstunde am Nachmittag', owner: 'Koordination', state: 'in-progress' },
  ])
  const page = await results(
    args(await requestAs(await coordinator(), `/evaluations/${roundId}/results`), { roundId }),
  )
  expect(page.measures).toHaveLength(1)
})

test('only the coordination enters them, and only after the release', async () => {
  const [released, counted] = [await aReleasedRound(), await aCountedRound()]
  const committee = aPerson({ roles: ['committee'] })
  await expect(save(released, { id: randomUUID() }, committee)).rejects.toMatchObject({ status: 403 })
  expect(await save(counted, { id: randomUUID() })).toEqual([409, 'not-released'])
  const page = editing(
    args(await requestAs(await coordinator(), `/evaluations/${counted}/measures`), { roundId: counted }),
  )
  await expect(page).rejects.toMatchObject({ status: 404 })
})
