import { expect, test } from 'vitest'
import { action as act, loader as page } from '#app/routes/evaluations/trustee.tsx'
import { action as name, loader as overview } from '#app/routes/evaluations/trustees.tsx'
import { todosFor } from '#app/http/todos.server.ts'
import type { Role } from '#app/domain/policy.ts'
import type { TrusteePart } from '#app/domain/trustee.ts'
import { castBallot } from '#db/ballots.ts'
import { getRound } from '#db/evaluations.ts'
import { openRound } from '#db/round-openings.ts'
import { db } from '#tests/database.ts'
import { aPerson, args, NOW, requestAs } from '#tests/factories.ts'
import { invitationsOf, seal } from '#tests/urn.ts'
import { aRoundWithTrustees, type TrusteeRound } from '#tests/trustees.ts'

const WORDS = { coordination: 'Rote Fische im Nebel', oversight: 'Blaue Ziegel am Deich' }

async function take(
  { roundId }: TrusteeRound,
  part: TrusteePart,
  person: { id: string },
  fields: Record<string, string>,
) {
  const request = await requestAs(person, `/evaluations/${roundId}/trustees/${part}`, fields)
  try {
    const answer = await act(args(request, { roundId, part }))
    if ('data' in answer) return { status: answer.init?.status ?? 200, ...answer.data }
    return { status: answer.status, to: answer.headers.get('Location') }
  } catch (thrown) {
    if (thrown instanceof Response) return { status: thrown.status }
    throw thrown
  }
}

async function setUp(round: TrusteeRound, part: TrusteePart): Promise<string> {
  const passphrase = WORDS[part]
  const fields = { step: 'passphrase', passphrase, again: passphrase }
  const answer = await take(round, part, round.people[part], fields)
  if (!('sheet' in answer) || !answer.sheet) throw new Error('no sheet')
  return answer.sheet.code
}

async function statusOf(work: Promise<unknown>): Promise<number> {
  return work.then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : 500),
  )
}

test('each trustee sets a passphrase on the own page, gets a sheet once, types it in and rehearses', async () => {
  const round = await aRoundWithTrustees()
  const { roundId, people } = round
  const path = `/evaluations/${roundId}/trustees`
  for (const part of ['coordination', 'oversight'] as const) {
    const code = await setUp(round, part)
    expect(code).toMatch(/^([2-9A-Z]{5}-){6}[2-9A-Z]{5}$/)
    const typed = code.toLowerCase().replaceAll('-', ' ')
    expect(await take(round, part, people[part], { step: 'sheet', code: typed })).toMatchObject({
      to: `${path}/${part}?done=sheet`,
    })
  }
  for (const part of ['coordination', 'oversight'] as const) {
    const passphrase = WORDS[part]
    expect(await take(round, part, people[part], { step: 'rehearsal', passphrase })).toMatchObject({
      to: `${path}/${part}?done=rehearsal`,
    })
  }
  const seen = await overview(args(await requestAs(people.oversight, path), { roundId }))
  expect(seen.isReady).toBe(true)
  expect(JSON.stringify(seen)).not.toContain('salt')
})

test('at the end the first hands over with the passphrase, the second counts with the recovery sheet', async () => {
  const round = await aRoundWithTrustees()
  const { roundId, people } = round
  const codes = {
    coordination: await setUp(round, 'coordination'),
    oversight: await setUp(round, 'oversight'),
  }
  for (const part of ['coordination', 'oversight'] as const) {
    await take(round, part, people[part], { step: 'sheet', code: codes[part] })
    await take(round, part, people[part], { step: 'rehearsal', passphrase: WORDS[part] })
  }
  for (let index = 0; index < 6; index++) await aPerson({ audience: 'user' })
  expect(await openRound(db, roundId, NOW)).toMatchObject({ ok: true })
  await sixVotes(roundId)

  const path = `/evaluations/${roundId}`
  const first = { step: 'open', passphrase: WORDS.coordination }
  expect(await take(round, 'coordination', people.coordination, first)).toMatchObject({
    to: `${path}/trustees/coordination?done=hand-over`,
  })
  const wrong = { step: 'open', passphrase: 'Das war es leider nicht' }
  expect(await take(round, 'oversight', people.oversight, wrong)).toMatchObject({
    status: 409,
    refusal: 'wrong-passphrase',
  })
  const sheet = { step: 'open-with-sheet', code: codes.oversight }
  expect(await take(round, 'oversight', people.oversight, sheet)).toMatchObject({ to: `${path}?done=count` })
  expect((await getRound(db, roundId, new Date()))?.state).toBe('counted')
  // Whoever comes late finds the page of the round.
  expect(await take(round, 'oversight', people.oversight, sheet)).toMatchObject({ status: 302 })
})

async function sixVotes(roundId: string): Promise<void> {
  const row = await db
    .selectFrom('evaluationRound')
    .selectAll()
    .where('id', '=', roundId)
    .executeTakeFirstOrThrow()
  for (const { personId } of (await invitationsOf(roundId)).slice(0, 6)) {
    await castBallot(db, { roundId, personId, sealed: seal(row, 'user', { overall: 4 }) }, NOW)
  }
}

test('what is weak, different or mistyped is said at its field', async () => {
  const round = await aRoundWithTrustees()
  const me = round.people.oversight
  const set = (passphrase: string, again: string) =>
    take(round, 'oversight', me, { step: 'passphrase', passphrase, again })
  expect(await set('zu kurz', 'zu kurz')).toMatchObject({ status: 400, errors: { passphrase: 'too-weak' } })
  expect(await set(WORDS.oversight, WORDS.coordination)).toMatchObject({
    status: 400,
    errors: { again: 'password-differs' },
  })
  const code = await setUp(round, 'oversight')
  const last = code.at(-1) === '2' ? '3' : '2'
  expect(await take(round, 'oversight', me, { step: 'sheet', code: code.slice(0, -1) + last })).toMatchObject(
    { status: 400, errors: { code: 'code-group-7' } },
  )
  expect(await take(round, 'oversight', me, { step: 'sheet', code: 'ABC' })).toMatchObject({
    errors: { code: 'code-length' },
  })
})

test('whoever tries passphrases is stopped after ten', async () => {
  const round = await aRoundWithTrustees()
  await setUp(round, 'oversight')
  const guess = () =>
    take(round, 'oversight', round.people.oversight, {
      step: 'rehearsal',
      passphrase: 'Falsch geraten heute',
    })
  for (let tries = 0; tries < 9; tries++) expect(await guess()).toMatchObject({ status: 409 })
  expect(await guess()).toMatchObject({ status: 429, refusal: 'too-often' })
}, 60_000)

test('nobody but the trustee uses a passphrase; colleagues of the office may bring the sheet', async () => {
  const round = await aRoundWithTrustees()
  const { roundId } = round
  const fields = { step: 'passphrase', passphrase: WORDS.oversight, again: WORDS.oversight }
  const see = async (person: { id: string }) =>
    statusOf(page(args(await requestAs(person, `/evaluations/${roundId}`), { roundId, part: 'oversight' })))
  const as = (...roles: Role[]) => aPerson({ roles })
  for (const stranger of [await as('admin'), await as('committee'), round.people.coordination]) {
    expect(await see(stranger)).toBe(403)
    expect(await take(round, 'oversight', stranger, fields)).toMatchObject({ status: 403 })
  }
  const colleague = await as('dataProtection')
  expect(await see(colleague)).toBe(200)
  expect(await take(round, 'oversight', colleague, fields)).toMatchObject({ status: 403 })
})

test('the coordination names people of the right offices, and nobody else does', async () => {
  const { roundId, people } = await aRoundWithTrustees()
  const send = async (person: { id: string }, fields: Record<string, string>) => {
    const request = await requestAs(person, `/evaluations/${roundId}/trustees`, { step: 'name', ...fields })
    const answer = await name(args(request, { roundId })).catch((thrown: unknown) => thrown as Response)
    return 'data' in answer ? [answer.init?.status, answer.data.errors] : answer.status
  }
  const coordination = people.coordination.id
  const admin = await aPerson({ roles: ['admin'] })
  expect(await send(people.coordination, { coordination, oversight: admin.id })).toEqual([
    400,
    { oversight: 'invalid' },
  ])
  expect(await send(people.oversight, { coordination, oversight: people.oversight.id })).toBe(403)
  const other = await aPerson({ roles: ['dataProtection'] })
  expect(await send(people.coordination, { coordination, oversight: other.id })).toBe(302)
})

test('trustees find what they have to do on their first page', async () => {
  const round = await aRoundWithTrustees()
  const actor = { ...round.people.oversight, name: '', roles: ['staffCouncil' as const], officerOf: [] }
  const href = `/evaluations/${round.roundId}/trustees/oversight`
  const waiting = async () => (await todosFor(db, actor, NOW)).filter((todo) => todo.href === href)
  expect((await waiting()).map(({ kind }) => kind)).toEqual(['prepare-key'])
  const code = await setUp(round, 'oversight')
  await take(round, 'oversight', round.people.oversight, { step: 'sheet', code })
  expect(await waiting()).toEqual([])
})
