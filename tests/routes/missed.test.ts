import { expect, test } from 'vitest'
import { loader as callOffPage } from '#app/routes/workshops/call-off.tsx'
import { action, loader } from '#app/routes/workshops/missed.tsx'
import { loader as showLoader } from '#app/routes/workshops/show.tsx'
import { recordAttendance } from '#db/attendance.ts'
import { inviteToWorkshopFeedback } from '#db/feedback.ts'
import { getWorkshop } from '#db/workshops.ts'
import { aClass } from '#tests/a-class.ts'
import { db } from '#tests/database.ts'
import { aPerson, aRoom, args, aWorkshop, days, hours, requestAs } from '#tests/factories.ts'
import { feedbackMeans } from '#tests/urn.ts'

const NOW = new Date()
type Someone = { id: string }

const see = async (who: Someone, workshopId: string, query = '') =>
  loader(args(await requestAs(who, `/workshops/${workshopId}/missed${query}`), { workshopId }))
const say = async (who: Someone, workshopId: string, form: Record<string, string>) =>
  action(args(await requestAs(who, `/workshops/${workshopId}/missed`, form), { workshopId }))

test('whoever leads a workshop says that a meeting did not take place, everybody reads it, and it is taken back', async () => {
  const { workshopId, trainer, meetingIds, people } = await aClass(['Adler'], days(-2, NOW), { meetings: 4 })
  const [, second = '', , fourth = ''] = meetingIds
  const page = await see(trainer, workshopId)
  // Meetings that have begun; the last one is still to come.
  expect(page.begun.map(({ id }) => id)).not.toContain(fourth)
  expect(page).toMatchObject({ isOnly: false, mails: 1, missed: [] })

  expect(await say(trainer, workshopId, { intent: 'missed', meetingId: second, reason: ' ' })).toMatchObject({
    ...{ init: { status: 400 }, data: { errors: { reason: 'required' } } },
  })
  const wish = { intent: 'missed', meetingId: second, reason: 'Stromausfall' }
  const response = (await say(trainer, workshopId, wish)) as Response
  expect(response.headers.get('Location')).toBe(`/workshops/${workshopId}/missed?done=missed`)
  const shown = await showLoader(args(await requestAs(people[0]!, '/'), { workshopId }))
  expect(shown.missed).toMatchObject([{ reason: 'Stromausfall' }])
  expect(shown.workshop.meetings.map(({ id }) => id)).not.toContain(second)

  expect(await say(trainer, workshopId, { ...wish, meetingId: fourth })).toMatchObject({
    init: { status: 409 },
  })
  await say(trainer, workshopId, { intent: 'back', meetingId: second })
  expect((await getWorkshop(db, workshopId))?.meetings.map(({ id }) => id)).toEqual(meetingIds)
})

test('sent twice, the second time says the same as the first, there and back', async () => {
  const { workshopId, trainer, meetingIds } = await aClass(['Adler'], days(-2, NOW), { meetings: 2 })
  const meetingId = meetingIds[0] ?? ''
  for (const form of [
    { intent: 'missed', meetingId, reason: 'Stromausfall' },
    { intent: 'back', meetingId },
  ]) {
    const answers = [await say(trainer, workshopId, form), await say(trainer, workshopId, form)] as Response[]
    const done = `/workshops/${workshopId}/missed?done=${form.intent}`
    expect(answers.map(({ headers }) => headers.get('Location'))).toEqual([done, done])
  }
})

test('a meeting of another workshop is none of this page, and others have no business here', async () => {
  const mine = await aClass(['Adler'], days(-2, NOW), { meetings: 2 })
  const other = await aClass(['Braun'], days(-2, NOW), { meetings: 2 })
  const wish = { intent: 'missed', meetingId: other.meetingId, reason: 'Versehen' }
  await expect(say(mine.trainer, mine.workshopId, wish)).rejects.toMatchObject({ status: 404 })
  await expect(say(mine.trainer, other.workshopId, wish)).rejects.toMatchObject({ status: 403 })
  for (const who of [mine.people[0]!, await aPerson({ roles: ['committee'] })])
    await expect(see(who, mine.workshopId)).rejects.toMatchObject({ status: 403 })
})

test('where calling off comes too late because somebody has checked in, the page names this way out', async () => {
  const { workshopId, trainer, meetingId, people } = await aClass(['Adler'], hours(-1, NOW))
  const entries = [{ enrolmentId: people[0]!.enrolmentId, status: 'present' as const, units: null }]
  await recordAttendance(db, { meetingId, by: trainer.id, entries }, NOW)
  const page = await callOffPage(args(await requestAs(trainer, '/'), { workshopId }))
  expect(page.closed).toBe('nothing-left')

  expect((await see(trainer, workshopId)).isOnly).toBe(true)
  const wish = { intent: 'missed', meetingId, reason: 'Die Technik ist ausgefallen.' }
  expect(await say(trainer, workshopId, wish)).toMatchObject({
    ...{ init: { status: 409 }, data: { refusal: 'whole-workshop' } },
  })
  const response = (await say(trainer, workshopId, { ...wish, whole: 'on' })) as Response
  expect(response.headers.get('Location')).toBe(`/workshops/${workshopId}`)
  expect((await getWorkshop(db, workshopId))?.calledOffAt).not.toBeNull()
})

test('once its people are asked for feedback, the page says so instead of offering the button', async () => {
  const { workshopId, trainer, meetingId, people } = await aClass(['Adler'], hours(-4, NOW))
  expect((await see(trainer, workshopId)).isAskedAbout).toBe(false)
  const entries = [{ enrolmentId: people[0]!.enrolmentId, status: 'present' as const, units: null }]
  await recordAttendance(db, { meetingId, by: trainer.id, entries }, NOW)
  expect(await inviteToWorkshopFeedback(db, workshopId, feedbackMeans, NOW)).toMatchObject({ ok: true })
  expect((await see(trainer, workshopId)).isAskedAbout).toBe(true)
  const wish = { intent: 'missed', meetingId, reason: 'Versehen', whole: 'on' }
  expect(await say(trainer, workshopId, wish)).toMatchObject({
    ...{ init: { status: 409 }, data: { refusal: 'evaluation-open' } },
  })
})

test('taken back into a room that somebody else has by then, the page names who has it and which are free', async () => {
  const { workshopId, trainer, meetingId } = await aClass(['Adler'], days(-2, NOW), { meetings: 2 })
  const [room, free] = [await aRoom(), await aRoom()]
  await db.updateTable('workshop').set({ roomId: room.id }).where('id', '=', workshopId).execute()
  await say(trainer, workshopId, { intent: 'missed', meetingId, reason: 'Stromausfall' })
  const other = await aWorkshop({ roomId: room.id, startsAt: days(-2, NOW) })
  const answer = await say(trainer, workshopId, { intent: 'back', meetingId })
  expect(answer).toMatchObject({
    ...{ init: { status: 409 }, data: { refusal: null, taken: { clash: { workshopId: other.id } } } },
  })
  const names = 'data' in answer ? answer.data.taken?.free : []
  expect(names).toContain(free.name)
  expect(names).not.toContain(room.name)
})
