import { expect, test } from 'vitest'
import { recordAttendance } from '#db/attendance.ts'
import { inviteToWorkshopFeedback } from '#db/feedback.ts'
import { listMyInvitations } from '#db/invitations.ts'
import { missMeeting } from '#db/missed-meetings.ts'
import { getWorkshop } from '#db/workshops.ts'
import { aClass } from '#tests/a-class.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { days, hours } from '#tests/factories.ts'
import { untilWaiting } from '#tests/races.ts'
import { feedbackMeans, invitationsOf, vote } from '#tests/urn.ts'

const STARTS = days(1)
const OVER = hours(4, STARTS)

/** One meeting that is over, at which all of them were. */
async function attended(names: readonly string[], meetings = 1) {
  const group = await aClass(names, STARTS, { meetings })
  const { trainer, people } = group
  const entries = people.map(({ enrolmentId }) => ({ enrolmentId, status: 'present' as const, units: null }))
  for (const [nth, meetingId] of group.meetingIds.entries()) {
    const at = days(nth, STARTS)
    expect(await recordAttendance(db, { meetingId, by: trainer.id, entries }, at)).toMatchObject({ ok: true })
  }
  const miss = (now: Date, whole = true, meetingId = group.meetingId) =>
    missMeeting(db, trainer.id, { meetingId, reason: 'Versehen', whole }, now)
  const ask = (now: Date) => inviteToWorkshopFeedback(db, group.workshopId, feedbackMeans, now)
  return { ...group, miss, ask }
}

async function askedOf(ask: (now: Date) => ReturnType<typeof inviteToWorkshopFeedback>, now: Date) {
  const result = await ask(now)
  if (!result.ok) throw new Error(result.refusal)
  return db
    .selectFrom('evaluationRound')
    .selectAll()
    .where('id', '=', result.roundId)
    .executeTakeFirstOrThrow()
}

test('a workshop about which people are asked is not said not to have taken place, whoever has answered', async () => {
  const { workshopId, people, miss, ask } = await attended(['Adler', 'Braun'])
  const round = await askedOf(ask, OVER)
  for (const whole of [true, false]) {
    expect(await miss(OVER, whole)).toEqual({ ok: false, refusal: 'evaluation-open' })
  }
  expect(await vote({ round, people: [] }, people[0]!.id, {}, OVER)).toEqual({ ok: true })
  expect(await miss(OVER)).toEqual({ ok: false, refusal: 'evaluation-open' })
  // Who has answered and who has not still stand side by side in the urn, until its last day.
  expect((await invitationsOf(round.id)).map(({ personId }) => personId).sort()).toEqual(
    people.map(({ id }) => id).sort(),
  )
  expect(await miss(days(14, OVER))).toEqual({ ok: false, refusal: 'evaluation-open' })
  expect(await getWorkshop(db, workshopId)).toMatchObject({ calledOffAt: null })
})

test('after the last day it can be said, and nobody can answer about it any more, nor is asked again', async () => {
  const { workshopId, people, miss, ask } = await attended(['Adler', 'Braun'])
  const round = await askedOf(ask, OVER)
  const later = days(15, OVER)
  expect(await miss(later)).toEqual({ ok: true })
  expect(await getWorkshop(db, workshopId)).toMatchObject({ calledOffAt: later })
  expect(await listMyInvitations(db, people[0]!.id, later)).toEqual([])
  expect(await vote({ round, people: [] }, people[0]!.id, {}, later)).toMatchObject({ ok: false })
  expect(await ask(later)).toEqual({ ok: false, refusal: 'called-off' })
})

test('before anybody is asked the only meeting goes as ever, and one of two goes also while people are asked', async () => {
  expect(await (await attended(['Adler'])).miss(OVER)).toEqual({ ok: true })
  const two = await attended(['Braun'], 2)
  const later = days(1, OVER)
  await askedOf(two.ask, later)
  expect(await two.miss(later, false)).toEqual({ ok: true })
  expect(await two.miss(later, true, two.meetingIds[1])).toEqual({ ok: false, refusal: 'evaluation-open' })
})

testOnPostgres(
  'asking about a workshop and calling it off at the same moment never both happen',
  async () => {
    const { workshopId, miss, ask } = await attended(['Adler'])
    const workshop = await getWorkshop(db, workshopId)
    let asks: ReturnType<typeof ask> | undefined
    let misses: ReturnType<typeof miss> | undefined
    // The one who asks has read the workshop and waits for its course; meanwhile somebody says that it did not happen.
    await db.transaction().execute(async (trx) => {
      await trx
        .selectFrom('course')
        .select('id')
        .where('id', '=', workshop!.courseId)
        .forNoKeyUpdate()
        .execute()
      asks = ask(OVER)
      await untilWaiting(1)
      misses = miss(OVER)
      await untilWaiting(2)
    })
    expect([await asks, await misses]).toMatchObject([
      { ok: true },
      { ok: false, refusal: 'evaluation-open' },
    ])
  },
)
