import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { getRound } from '#db/evaluations.ts'
import { inviteToWorkshopFeedback, listWorkshopsToInvite } from '#db/feedback.ts'
import { listMyInvitations } from '#db/invitations.ts'
import { listInvited } from '#db/paper-forms.ts'
import { openRound } from '#db/round-openings.ts'
import { addRound, extendRound, giveUpRound, remind } from '#db/rounds.ts'
import { countRound } from '#db/tallies.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aCourse, aPerson, aWorkshop, days, hours, NOW } from '#tests/factories.ts'
import {
  aFinishedWorkshop,
  anUrn,
  attend,
  ballotsOf,
  centreMeans,
  countMeans,
  feedbackMeans,
  invitationsOf,
  somePeople,
  vote,
  voteAll,
} from '#tests/urn.ts'

const inviteTo = (workshopId: string, now: Date) =>
  inviteToWorkshopFeedback(db, workshopId, feedbackMeans, now)

async function roundOf(workshopId: string, now: Date) {
  const result = await inviteTo(workshopId, now)
  if (!result.ok) throw new Error(result.refusal)
  const round = await db
    .selectFrom('evaluationRound')
    .selectAll()
    .where('id', '=', result.roundId)
    .executeTakeFirstOrThrow()
  return { ...result, round }
}

test('after a workshop those who attended are asked, for two weeks', async () => {
  const people = await somePeople(3)
  const workshop = await aFinishedWorkshop({ people })
  const [absent = ''] = await somePeople(1)

  expect(await listWorkshopsToInvite(db, NOW)).toContain(workshop.id)
  const { round, invited } = await roundOf(workshop.id, NOW)
  expect(invited).toBe(3)
  expect(await listMyInvitations(db, people[0] ?? '', NOW)).toMatchObject([
    { roundId: round.id, titleDe: 'Netze verstehen', closesOn: '2026-03-25' },
  ])
  expect(await listMyInvitations(db, people[0] ?? '', days(15))).toEqual([])
  expect(await listMyInvitations(db, absent, NOW)).toEqual([])
  expect(await listWorkshopsToInvite(db, NOW)).not.toContain(workshop.id)
})

test('whose attendance is recorded later is asked later, and nobody twice', async () => {
  const workshop = await aFinishedWorkshop({ people: await somePeople(3) })
  const { round } = await roundOf(workshop.id, NOW)
  const [late = ''] = await somePeople(1)
  await attend(workshop.id, late)

  expect(await listWorkshopsToInvite(db, NOW)).toContain(workshop.id)
  expect(await inviteTo(workshop.id, NOW)).toMatchObject({ ok: true, roundId: round.id, invited: 1 })
  const mails = await db
    .selectFrom('outbox')
    .selectAll()
    .where('kind', '=', 'evaluation-invitation')
    .execute()
  expect(mails.filter(({ data }) => data.roundId === round.id).map(({ hidden }) => hidden)).toEqual(
    Array(4).fill(true),
  )
})

test('nobody is asked before the last meeting is over, after a workshop was called off, or weeks later', async () => {
  const people = await somePeople(2)
  const running = await aFinishedWorkshop({ endsAt: hours(1), people })
  const calledOff = await aWorkshop({ startsAt: days(-1), calledOffAt: days(-2), callOffReason: 'Krank.' })
  const empty = await aFinishedWorkshop()
  const old = await aFinishedWorkshop({ endsAt: days(-15), people })

  expect(await inviteTo(running.id, NOW)).toEqual({ ok: false, refusal: 'not-over' })
  expect(await inviteTo(calledOff.id, NOW)).toEqual({ ok: false, refusal: 'called-off' })
  expect(await inviteTo(empty.id, NOW)).toEqual({ ok: false, refusal: 'nobody-attended' })
  expect(await inviteTo(old.id, NOW)).toEqual({ ok: false, refusal: 'over-too-long' })
  expect(await inviteTo(randomUUID(), NOW)).toEqual({ ok: false, refusal: 'not-found' })
  const due = await listWorkshopsToInvite(db, NOW)
  for (const { id } of [running, calledOff, empty, old]) expect(due).not.toContain(id)
})

test('feedback under five waits for the next workshop of the course, then all is counted together', async () => {
  const course = await aCourse()
  const first = await somePeople(4)
  const earlier = await aFinishedWorkshop({ courseId: course.id, people: first })
  const { round } = await roundOf(earlier.id, NOW)
  await voteAll({ round, people: first }, first, { overall: 5 })
  const count = async (now: Date) => countRound(db, { roundId: round.id, by: null }, countMeans(), now)

  const MONTHS_LATER = days(90)
  expect((await getRound(db, round.id, MONTHS_LATER))?.state).toBe('waiting-for-more')
  expect(await count(MONTHS_LATER)).toEqual({ ok: false, refusal: 'too-few' })

  const second = [...(await somePeople(2)), first[0] ?? '']
  const later = await aFinishedWorkshop({ courseId: course.id, endsAt: days(91), people: second })
  expect(await roundOf(later.id, days(91))).toMatchObject({ roundId: round.id, invited: 2 })
  expect((await getRound(db, round.id, days(92)))?.state).toBe('open')
  expect(await invitationsOf(round.id)).toHaveLength(6)
  expect(await vote({ round, people: [] }, first[0] ?? '', {}, days(92))).toMatchObject({
    refusal: 'already-answered',
  })
  expect(await vote({ round, people: [] }, second[0] ?? '', { overall: 1 }, days(92))).toEqual({ ok: true })

  expect(await count(days(110))).toEqual({ ok: true, counted: 5, dropped: 0 })
  expect((await getRound(db, round.id, days(110)))?.workshops).toBe(2)
})

test('whoever has not answered yet may do so again after the next workshop of the course', async () => {
  const course = await aCourse()
  const [ada = '', eva = ''] = await somePeople(2)
  const earlier = await aFinishedWorkshop({ courseId: course.id, people: [ada, eva] })
  const { round } = await roundOf(earlier.id, NOW)
  const later = await aFinishedWorkshop({ courseId: course.id, endsAt: days(30), people: [ada] })
  expect(await roundOf(later.id, days(30))).toMatchObject({ roundId: round.id, invited: 1 })

  expect(await vote({ round, people: [] }, eva, {}, days(31))).toMatchObject({ refusal: 'closed' })
  expect(await vote({ round, people: [] }, ada, {}, days(31))).toEqual({ ok: true })
})

test('the last day of a person says nothing of whether they have voted, on no list', async () => {
  const people = await somePeople(2)
  const [ada = ''] = people
  const first = await aFinishedWorkshop({ people })
  const { round } = await roundOf(first.id, NOW)
  expect(await vote({ round, people }, ada)).toEqual({ ok: true })
  const second = await aFinishedWorkshop({ courseId: first.courseId, people, endsAt: hours(-1, days(10)) })
  expect(await inviteTo(second.id, days(10))).toMatchObject({ roundId: round.id, invited: 1 })

  const afterTheFirst = '2026-03-26'
  const listed = await listInvited(db, round.id, afterTheFirst)
  expect(listed.map(({ personId }) => personId).sort()).toEqual([...people].sort())
  expect(new Set(listed.map(({ closesOn }) => closesOn)).size).toBe(1)
  expect(await vote({ round, people }, ada, {}, days(16))).toEqual({ ok: false, refusal: 'already-answered' })
})

test('a course that runs every week still gets its feedback counted: after four weeks a new urn begins', async () => {
  const course = await aCourse()
  const rounds = new Set<string>()
  for (const week of [0, 1, 2, 3, 4, 5]) {
    const now = days(7 * week)
    const workshop = await aFinishedWorkshop({
      courseId: course.id,
      endsAt: hours(-1, now),
      people: await somePeople(6),
    })
    const { round } = await roundOf(workshop.id, now)
    rounds.add(round.id)
    const people = (await invitationsOf(round.id)).filter(({ used }) => !used).map(({ personId }) => personId)
    for (const personId of people) await vote({ round, people }, personId, {}, now)
  }
  expect(rounds.size).toBe(2)
})

testOnPostgres('two workshops of one course that end at once feed one urn', async () => {
  const course = await aCourse()
  const workshops = await Promise.all(
    [1, 2, 3].map(async () => aFinishedWorkshop({ courseId: course.id, people: await somePeople(3) })),
  )
  const results = await Promise.all(workshops.map(({ id }) => inviteTo(id, NOW)))
  expect(new Set(results.map((result) => result.ok && result.roundId)).size).toBe(1)
})

test('a round that was given up is not begun again for the same workshop', async () => {
  const workshop = await aFinishedWorkshop({ people: await somePeople(3) })
  const { round } = await roundOf(workshop.id, NOW)
  const giveUp = (now: Date) =>
    giveUpRound(db, { roundId: round.id, by: null, reason: 'Versehentlich.' }, now)
  expect(await giveUp(NOW)).toEqual({ ok: false, refusal: 'still-open' })
  expect(await giveUp(days(15))).toEqual({ ok: true })
  expect(await listWorkshopsToInvite(db, NOW)).not.toContain(workshop.id)
  expect(await inviteTo(workshop.id, NOW)).toEqual({ ok: false, refusal: 'ended' })
})

const plan = (given: { opensOn?: string; closesOn?: string } = {}) => ({
  id: randomUUID(),
  kind: 'competence-centre' as const,
  title: 'Bewertung der IT-Kompetenzstelle 2026',
  opensOn: '2026-03-11',
  closesOn: '2026-04-01',
  minimum: 5,
  by: null,
  ...given,
})

test('a round about the centre invites all specialists and users, attended or not, but not leadership alone', async () => {
  const specialist = await aPerson({ audience: 'it' })
  const user = await aPerson({ audience: 'user' })
  const both = await aPerson({ audience: 'user' })
  await db
    .insertInto('membership')
    .values({
      personId: both.id,
      organisationId: (await db.selectFrom('membership').select('organisationId').executeTakeFirstOrThrow())
        .organisationId,
      audience: 'it',
      fromDate: '2025-01-01',
    })
    .execute()
  const mayor = await aPerson({ audience: 'leadership' })
  const gone = await aPerson({ audience: 'it', disabledAt: days(-1) })
  await Promise.all([1, 2, 3].map(() => aPerson()))
  const round = plan()
  await addRound(db, round, centreMeans, NOW)
  await addRound(db, round, centreMeans, NOW)

  expect(await openRound(db, round.id, days(-1))).toEqual({ ok: false, refusal: 'too-early' })
  expect(await openRound(db, round.id, NOW)).toMatchObject({ ok: true })
  expect(await openRound(db, round.id, NOW)).toEqual({ ok: false, refusal: 'already-open' })
  const invited = new Map((await invitationsOf(round.id)).map(({ personId, stratum }) => [personId, stratum]))
  expect(invited.get(specialist.id)).toBe('it')
  expect(invited.get(user.id)).toBe('user')
  expect(invited.get(both.id)).toBe('it')
  expect(invited.has(mayor.id)).toBe(false)
  expect(invited.has(gone.id)).toBe(false)
})

async function mailsOf(roundId: string, kind: string): Promise<string[]> {
  const mails = await db.selectFrom('outbox').selectAll().where('kind', '=', kind).execute()
  const ours = mails.filter(({ data }) => data.roundId === roundId)
  expect(ours.every(({ hidden }) => hidden)).toBe(true)
  return ours.map(({ personId }) => personId ?? '').sort()
}

test('four days before the end those who have not voted are reminded, once and unseen', async () => {
  const urn = await anUrn()
  await voteAll(urn, urn.people.slice(0, 2))

  await remind(db, urn.round.id, days(9))
  expect(await mailsOf(urn.round.id, 'evaluation-reminder')).toEqual([])
  await remind(db, urn.round.id, days(11))
  await remind(db, urn.round.id, days(12))
  expect(await mailsOf(urn.round.id, 'evaluation-reminder')).toEqual(urn.people.slice(2).sort())
})

test('whoever was reminded hears of a later last day once; before the reminder it is named by that', async () => {
  const by = (await aPerson({ roles: ['coordinator'] })).id
  const urn = await anUrn({ kind: 'competence-centre' })
  await voteAll(urn, urn.people.slice(0, 2))
  const extend = (closesOn: string, now: Date) =>
    extendRound(db, { roundId: urn.round.id, closesOn, by }, now)

  await extend('2026-03-30', days(5))
  expect(await mailsOf(urn.round.id, 'evaluation-invitation')).toEqual([])
  await remind(db, urn.round.id, days(16))
  await extend('2026-04-20', days(17))
  for (let day = 18; day < 40; day += 1) await remind(db, urn.round.id, days(day))
  expect(await mailsOf(urn.round.id, 'evaluation-reminder')).toEqual(urn.people.slice(2).sort())
  expect(await mailsOf(urn.round.id, 'evaluation-invitation')).toEqual(urn.people.slice(2).sort())
})

test('a round of the centre with too few answers can be extended; those who are missing hear of it', async () => {
  const by = (await aPerson({ roles: ['coordinator'] })).id
  const urn = await anUrn({ kind: 'competence-centre' })
  await voteAll(urn, urn.people.slice(0, 4))
  const extend = (now: Date) => extendRound(db, { roundId: urn.round.id, closesOn: '2026-04-20', by }, now)

  expect(await extend(days(15))).toEqual({ ok: true })
  expect(await mailsOf(urn.round.id, 'evaluation-invitation')).toEqual(urn.people.slice(4).sort())
  expect((await getRound(db, urn.round.id, days(15)))?.state).toBe('open')
  expect(await vote(urn, urn.people[4] ?? '', {}, days(20))).toEqual({ ok: true })
  expect(await extend(days(60))).toEqual({ ok: false, refusal: 'enough-answers' })
  expect(await ballotsOf(urn.round.id)).toHaveLength(5)
})
