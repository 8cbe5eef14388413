import { expect, test } from 'vitest'
import { remindOfOpenLists } from '#app/jobs/keep-lists.server.ts'
import { recordAttendance } from '#db/attendance.ts'
import { callOffWorkshop } from '#db/decisions.ts'
import { enrol } from '#db/enrolments.ts'
import { getWorkshop } from '#db/workshops.ts'
import { db } from '#tests/database.ts'
import { aPerson, aWorkshop, days, hours, NOW } from '#tests/factories.ts'

/** A Wednesday, 11:00 to 14:00 in Berlin. */
const START = days(14)
/** In March, and until its last Sunday the clock on the wall is an hour ahead of these. */
const at = (text: string) => new Date(`2026-03-${text}:00Z`)

/** A workshop with one meeting, who leads it, two who have a place, and somebody of the office. */
async function aForgottenList() {
  const trainer = await aPerson({ roles: ['trainer'] })
  const office = await aPerson({ roles: ['coordinator'] })
  const { id: workshopId } = await aWorkshop({ startsAt: START, trainerIds: [trainer.id] })
  const enrolmentIds: string[] = []
  for (const person of [await aPerson(), await aPerson()]) {
    const wish = { workshopId, personId: person.id, organisationId: null, by: person.id }
    const result = await enrol(db, wish, NOW)
    if (!result.ok) throw new Error(result.refusal)
    enrolmentIds.push(result.id)
  }
  const meetingId = (await getWorkshop(db, workshopId))!.meetings[0]!.id
  const record = (ids: string[]) => {
    const entries = ids.map((enrolmentId) => ({ enrolmentId, status: 'present' as const, units: null }))
    return recordAttendance(db, { meetingId, entries, by: trainer.id }, hours(4, START))
  }
  const mails = async (to: { id: string }) => {
    const rows = await db
      .selectFrom('outbox')
      .select(['kind', 'data'])
      .where('personId', '=', to.id)
      .where('uniqueKey', 'like', `list-%:${meetingId}:%`)
      .execute()
    return rows.map(({ kind, data }) => [kind, (data as { missing: number }).missing])
  }
  return { workshopId, meetingId, trainer, office, enrolmentIds, record, mails }
}

test('who leads a workshop hears of a forgotten list at seven the morning after, once', async () => {
  const { trainer, office, meetingId, enrolmentIds, record, mails } = await aForgottenList()
  await record(enrolmentIds.slice(0, 1))

  await remindOfOpenLists(db, at('25T20:00'))
  await remindOfOpenLists(db, at('26T05:59'))
  expect(await mails(trainer)).toEqual([])

  await remindOfOpenLists(db, at('26T06:00'))
  await remindOfOpenLists(db, at('26T06:10'))
  await remindOfOpenLists(db, at('27T06:10'))
  expect(await mails(trainer)).toEqual([['list-unfinished', 1]])
  expect(await mails(office)).toEqual([])
  const noted = await db.selectFrom('audit').select('details').where('subjectId', '=', meetingId)
  expect(await noted.where('action', '=', 'attendance:remind').execute()).toEqual([{ details: { mails: 1 } }])
})

test('after three days the office hears of it, once, and who leads it not again', async () => {
  const { trainer, office, mails } = await aForgottenList()

  await remindOfOpenLists(db, at('26T06:00'))
  await remindOfOpenLists(db, at('27T22:00'))
  expect(await mails(office)).toEqual([])
  await remindOfOpenLists(db, at('28T06:00'))
  await remindOfOpenLists(db, at('30T06:00'))

  expect(await mails(office)).toEqual([['list-overdue', 2]])
  expect(await mails(trainer)).toEqual([['list-unfinished', 2]])
})

test('of a list that is finished, or of a workshop that is called off, nobody is reminded', async () => {
  const finished = await aForgottenList()
  await finished.record(finished.enrolmentIds)
  const off = await aForgottenList()
  const by = off.trainer.id
  await callOffWorkshop(db, by, { id: off.workshopId, reason: 'Krankheit' }, days(1))

  await remindOfOpenLists(db, at('28T06:00'))

  for (const { trainer, office, mails } of [finished, off]) {
    expect([await mails(trainer), await mails(office)]).toEqual([[], []])
  }
})

test('a list that is finished after the first reminder does not come before the office', async () => {
  const { trainer, office, enrolmentIds, record, mails } = await aForgottenList()

  await remindOfOpenLists(db, at('26T06:00'))
  await record(enrolmentIds)
  await remindOfOpenLists(db, at('28T06:00'))

  expect(await mails(trainer)).toHaveLength(1)
  expect(await mails(office)).toEqual([])
})

test('after two weeks nobody is reminded any more, and after a standstill both hear of it at once', async () => {
  const { trainer, office, mails } = await aForgottenList()

  await remindOfOpenLists(db, new Date('2026-04-09T06:00:00Z'))
  expect([await mails(trainer), await mails(office)]).toEqual([[], []])
  await remindOfOpenLists(db, new Date('2026-04-08T06:00:00Z'))
  expect([await mails(trainer), await mails(office)]).toEqual([
    [['list-unfinished', 2]],
    [['list-overdue', 2]],
  ])
})
