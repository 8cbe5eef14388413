import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import type { RoundAudience } from '#app/domain/round-audience.ts'
import { listAudience, listAudienceChoices } from '#db/round-audiences.ts'
import { openRound } from '#db/round-openings.ts'
import { addRound, raiseMinimum } from '#db/rounds.ts'
import { currentVersion } from '#surveys/index.ts'
import { db } from '#tests/database.ts'
import { aPerson, NOW, days } from '#tests/factories.ts'
import { aFinishedWorkshop, anUrn, EVERYBODY, invitationsOf, wrappingKey } from '#tests/urn.ts'

const TODAY = '2026-03-11'
const idsOf = async (audience: RoundAudience) =>
  (await listAudience(db, audience, TODAY)).map(({ personId }) => personId)

/** Rounds of the tests before, of almost the same people, would keep later ones from being planned. */
beforeEach(async () => {
  await sql`truncate evaluation_round cascade`.execute(db)
})

test('an audience is those of the chosen groups; leadership rates with the users', async () => {
  const [specialist, user, mayor] = [
    await aPerson({ audience: 'it' }),
    await aPerson({ audience: 'user' }),
    await aPerson({ audience: 'leadership' }),
  ]
  const gone = await aPerson({ audience: 'it', disabledAt: days(-1) })
  const found = new Map(
    (await listAudience(db, EVERYBODY, TODAY)).map(({ personId, stratum }) => [personId, stratum]),
  )
  expect([specialist, user, mayor, gone].map(({ id }) => found.get(id))).toEqual([
    'it',
    'user',
    'user',
    undefined,
  ])
  const only = await idsOf({ ...EVERYBODY, groups: ['leadership'] })
  expect([only.includes(mayor.id), only.includes(user.id)]).toEqual([true, false])
})

test('an audience can be those who attended a course or one of its workshops, or the people of some municipalities', async () => {
  const [there, elsewhere] = [await aPerson(), await aPerson()]
  const workshop = await aFinishedWorkshop({ people: [there.id] })
  await aFinishedWorkshop({ people: [elsewhere.id] })
  expect(await idsOf({ ...EVERYBODY, attended: { workshopId: workshop.id } })).toEqual([there.id])
  expect(await idsOf({ ...EVERYBODY, attended: { courseId: workshop.courseId } })).toEqual([there.id])

  const { organisationId } = await db
    .selectFrom('membership')
    .select('organisationId')
    .where('personId', '=', there.id)
    .executeTakeFirstOrThrow()
  const ofTown = await idsOf({ ...EVERYBODY, organisationIds: [organisationId] })
  expect(ofTown).toContain(there.id)
  const choices = await listAudienceChoices(db, NOW)
  expect(choices.courses.map(({ id }) => id)).toContain(workshop.courseId)
  expect(choices.workshops.map(({ id }) => id)).toContain(workshop.id)
})

test('a round for a chosen audience invites those who belong to it on its first day, and nobody for too few', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => aPerson()))
  const workshop = await aFinishedWorkshop({ people: people.map(({ id }) => id) })
  const plan = (minimum: number) => ({
    id: randomUUID(),
    kind: 'free' as const,
    audience: { ...EVERYBODY, attended: { workshopId: workshop.id } },
    ...{ title: 'Neue Räume', opensOn: TODAY, closesOn: '2026-04-01', minimum, by: null },
  })
  const means = { questionnaire: currentVersion('general-feedback'), wrappingKey }
  const [enough, tooFew] = [plan(5), plan(6)]
  await addRound(db, enough, means, NOW)
  await addRound(db, tooFew, means, NOW)

  expect(await openRound(db, enough.id, NOW)).toEqual({ ok: true, invited: 5 })
  const invited = (await invitationsOf(enough.id)).map(({ personId }) => personId)
  expect(invited.sort()).toEqual(people.map(({ id }) => id).sort())
  expect(await openRound(db, tooFew.id, NOW)).toEqual({ ok: false, refusal: 'too-few-people' })
})

test('the minimum of a running round can be raised to half of those invited, and never goes back', async () => {
  const by = (await aPerson({ roles: ['coordinator'] })).id
  const { round } = await anUrn({ kind: 'competence-centre', people: 16 })
  const raise = (minimum: number, now = NOW) => raiseMinimum(db, { roundId: round.id, minimum, by }, now)

  expect(await raise(5)).toEqual({ ok: false, refusal: 'not-stricter' })
  expect(await raise(9)).toEqual({ ok: false, refusal: 'too-strict' })
  expect(await raise(8)).toEqual({ ok: true })
  expect(await raise(7)).toEqual({ ok: false, refusal: 'not-stricter' })
  expect(await raise(8, days(15))).toEqual({ ok: false, refusal: 'not-running' })
})

const change = (roundId: string, columns: object) =>
  db.updateTable('evaluationRound').set(columns).where('id', '=', roundId).execute()

test('the database itself lowers no minimum and changes nothing that an open round has promised', async () => {
  const { round } = await anUrn({ kind: 'free', minimum: 7 })
  const other = await anUrn({ kind: 'free' })
  await expect(change(round.id, { minimum: 6 })).rejects.toThrow(/never lowered/)
  await change(round.id, { minimum: 8 })
  for (const columns of [
    { questionnaireHash: currentVersion('competence-centre').hash },
    { publicKey: other.round.publicKey },
    { kind: 'needs' },
    { openedAt: null },
    { audience: JSON.stringify({ ...EVERYBODY, groups: ['it'] }) },
  ]) {
    await expect(change(round.id, columns)).rejects.toThrow(/keeps what it promised/)
  }
  await change(round.id, { closesOn: '2026-04-02' })
})

test('the database takes no minimum above ten where the office is rated, and leaves one alone that was higher', async () => {
  for (const kind of ['competence-centre', 'free'] as const) {
    await expect(anUrn({ kind, minimum: 11 })).rejects.toThrow(/ten at most/)
    const { round } = await anUrn({ kind, minimum: 10 })
    await expect(change(round.id, { minimum: 11 })).rejects.toThrow(/ten at most/)
  }
  const { round } = await anUrn({ kind: 'needs', minimum: 50 })
  await change(round.id, { closesOn: '2026-04-03' })
})

test('before a round opens its minimum may still be changed, down to five', async () => {
  const { round } = await anUrn({ kind: 'free', minimum: 9, openedAt: null })
  await change(round.id, { minimum: 5 })
  await expect(change(round.id, { minimum: 4 })).rejects.toThrow()
})
