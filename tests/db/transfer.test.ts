import { expect, test } from 'vitest'
import { getRound } from '#db/evaluations.ts'
import { inviteToTransfer, inviteToWorkshopFeedback, listWorkshopsToInvite } from '#db/feedback.ts'
import { listReleasedRounds } from '#db/indicators.ts'
import { listMyInvitations } from '#db/invitations.ts'
import { releaseRound } from '#db/releases.ts'
import { countRound } from '#db/tallies.ts'
import { currentVersion } from '#surveys/index.ts'
import { db } from '#tests/database.ts'
import { aCourse, aPerson, days, NOW } from '#tests/factories.ts'
import {
  aFinishedWorkshop,
  anUrn,
  countMeans,
  feedbackMeans,
  questionnaireOf,
  somePeople,
  vote,
  voteAll,
  wrappingKey,
} from '#tests/urn.ts'

const means = { questionnaire: currentVersion('workshop-transfer'), wrappingKey }
const askTransfer = (workshopId: string, now: Date) => inviteToTransfer(db, workshopId, means, now)

async function roundFor(roundId: string) {
  return db.selectFrom('evaluationRound').selectAll().where('id', '=', roundId).executeTakeFirstOrThrow()
}

test('eight weeks after a workshop those who attended are asked what it has brought, in a round of its own', async () => {
  const people = await somePeople(3)
  const workshop = await aFinishedWorkshop({ people })
  const feedback = await inviteToWorkshopFeedback(db, workshop.id, feedbackMeans, NOW)

  expect(await askTransfer(workshop.id, days(55))).toEqual({ ok: false, refusal: 'not-over' })
  expect(await listWorkshopsToInvite(db, days(55), 'transfer')).not.toContain(workshop.id)
  expect(await listWorkshopsToInvite(db, days(56), 'transfer')).toContain(workshop.id)
  const asked = await askTransfer(workshop.id, days(56))
  expect(asked).toMatchObject({ ok: true, invited: 3 })
  expect(asked.ok && feedback.ok && asked.roundId !== feedback.roundId).toBe(true)
  expect(await listMyInvitations(db, people[0] ?? '', days(56))).toMatchObject([
    { kind: 'transfer', titleDe: 'Netze verstehen', closesOn: '2026-05-20' },
  ])
  expect(await listWorkshopsToInvite(db, days(56), 'transfer')).not.toContain(workshop.id)
  expect(await askTransfer(workshop.id, days(80))).toEqual({ ok: false, refusal: 'over-too-long' })
})

test('fewer than five wait sealed for the next workshop of the course, as feedback does, and never mix with it', async () => {
  const course = await aCourse()
  const [first, second] = [await somePeople(3), await somePeople(3)]
  const early = await aFinishedWorkshop({ courseId: course.id, people: first })
  const asked = await askTransfer(early.id, days(56))
  if (!asked.ok) throw new Error(asked.refusal)
  const round = await roundFor(asked.roundId)
  for (const personId of first) {
    expect(await vote({ round, people: first }, personId, { overall: 4 }, days(57))).toEqual({ ok: true })
  }
  expect((await getRound(db, round.id, days(75)))?.state).toBe('waiting-for-more')

  const later = await aFinishedWorkshop({ courseId: course.id, people: second, endsAt: days(30) })
  const feedback = await inviteToWorkshopFeedback(db, later.id, feedbackMeans, days(31))
  expect(feedback.ok && feedback.roundId !== round.id).toBe(true)
  expect(await askTransfer(later.id, days(86))).toMatchObject({ ok: true, roundId: round.id })
})

test.each(['transfer', 'workshop', 'needs', 'free'] as const)(
  'what people say in a round of the kind %s never enters indicator 2',
  async (kind) => {
    const urn = await anUrn({ kind })
    await voteAll(urn, urn.people, { overall: 1 })
    const counted = await countRound(db, { roundId: urn.round.id, by: null }, countMeans(kind), days(15))
    expect(counted.ok).toBe(true)
    const by = (await aPerson({ roles: [kind === 'free' ? 'staffCouncil' : 'coordinator'] })).id
    const released = await releaseRound(db, { roundId: urn.round.id, by }, questionnaireOf[kind], days(16))
    expect(released.ok).toBe(true)
    const sources = await listReleasedRounds(db, '2190-01-01')
    expect(sources.map(({ roundId }) => roundId)).not.toContain(urn.round.id)
  },
)
