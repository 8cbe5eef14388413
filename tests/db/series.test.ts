import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { timeOf } from '#app/domain/calendar.ts'
import { meetingOn, recurringDays } from '#app/domain/series.ts'
import { enrol } from '#db/enrolments.ts'
import { listCurrent } from '#db/queue.ts'
import {
  changeSeries,
  fingerprintOf,
  previewSeriesChange,
  type SeriesChange,
  type SeriesChoice,
} from '#db/series-changes.ts'
import { addSeries, listSeriesDates } from '#db/series.ts'
import { changeWorkshop } from '#db/workshop-plans.ts'
import { getWorkshop, type Workshop } from '#db/workshops.ts'
import { db } from '#tests/database.ts'
import { aCourse, aPerson, aRoom, aWorkshop, NOW } from '#tests/factories.ts'

const KEEP: SeriesChange = { shiftDays: 0, start: null, end: null }
const ALL: SeriesChoice = { scope: 'all', includesDetached: false }

/** Four Tuesdays across the change to summer time. */
async function aSeries(more: { roomId?: string; trainerId?: string } = {}) {
  const by = (await aPerson({ roles: ['coordinator'] })).id
  const trainerId = more.trainerId ?? (await aPerson({ roles: ['trainer'] })).id
  const onDays = recurringDays('2026-03-17', { frequency: 'weekly', every: 1, until: null, count: 4 })
  const workshops = onDays.map((day) => {
    const meeting = meetingOn(day, { start: '09:00', end: '12:00' }, null)
    if (typeof meeting === 'string') throw new Error(meeting)
    const { startsAt } = meeting
    return {
      ...{ id: randomUUID(), place: 'Rathaus', onlineUrl: null, capacity: 12, minimum: 0, note: null },
      ...{ enrolUntil: startsAt, withdrawUntil: startsAt, trainerIds: [trainerId] },
      ...{ roomId: more.roomId ?? null, meetings: [{ ...meeting, id: null }] },
    }
  })
  const courseId = (await aCourse()).id
  const plan = { id: randomUUID(), courseId, frequency: 'weekly' as const, every: 1, workshops }
  return { by, trainerId, plan }
}

async function aPlannedSeries() {
  const { by, trainerId, plan } = await aSeries()
  await addSeries(db, by, plan, NOW)
  return { by, trainerId, plan, dates: await listSeriesDates(db, plan.id) }
}

async function change(
  by: string,
  from: Workshop,
  what: Partial<SeriesChange>,
  choice: SeriesChoice & { acceptsFewer?: boolean } = ALL,
) {
  const wanted = { ...KEEP, ...what }
  const steps = await previewSeriesChange(db, from, choice, wanted, NOW)
  const request = { changeId: randomUUID(), workshopId: from.id, seriesId: from.seriesId ?? '' }
  const whole = { ...request, ...choice, fingerprint: fingerprintOf(steps) }
  return { steps, run: () => changeSeries(db, by, whole, wanted, NOW) }
}

async function mailsOf(kind: string, workshopId: string) {
  const mails = await db.selectFrom('outbox').selectAll().where('kind', '=', kind).execute()
  return mails.filter((mail) => JSON.stringify(mail.data).includes(workshopId))
}

const startsOf = (dates: readonly Workshop[]) => dates.map(({ startsAt }) => startsAt.toISOString())

test('a series sent twice is planned once, at nine o’clock on both sides of the clock change', async () => {
  const { by, plan } = await aSeries()
  expect(await addSeries(db, by, plan, NOW)).toEqual({ ok: true })
  expect(await addSeries(db, by, plan, NOW)).toEqual({ ok: true })
  const dates = await listSeriesDates(db, plan.id)
  expect(startsOf(dates)).toEqual([
    '2026-03-17T08:00:00.000Z',
    '2026-03-24T08:00:00.000Z',
    '2026-03-31T07:00:00.000Z',
    '2026-04-07T07:00:00.000Z',
  ])
  // One mail for the trainer, however many dates.
  expect(await mailsOf('workshop-given', plan.workshops[0]!.id)).toHaveLength(1)
})

test('one date that cannot be planned takes the whole series with it, and is named', async () => {
  const { id: roomId } = await aRoom()
  await aWorkshop({ roomId, startsAt: new Date('2026-03-31T08:00:00Z') })
  const { by, plan } = await aSeries({ roomId })
  expect(await addSeries(db, by, plan, NOW)).toMatchObject({ ok: false, refusal: 'room-taken', at: 2 })
  expect(await listSeriesDates(db, plan.id)).toEqual([])
})

test('all or the following are moved by the wall clock; one mail each for all dates', async () => {
  const { by, dates } = await aPlannedSeries()
  const { id: personId } = await aPerson()
  for (const { id: workshopId } of dates)
    await enrol(db, { workshopId, personId, organisationId: null, by: personId }, NOW)

  const all = await change(by, dates[0]!, { start: '13:00', end: '16:00' })
  expect(await all.run()).toEqual({ ok: true })
  expect((await listSeriesDates(db, dates[0]!.seriesId!)).map(({ startsAt }) => timeOf(startsAt))).toEqual(
    Array(4).fill('13:00'),
  )
  const mails = await mailsOf('series-changed', dates[0]!.id)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.data).toMatchObject({ workshops: [{}, {}, {}, {}] })

  const following = await change(by, dates[2]!, { shiftDays: 1 }, { ...ALL, scope: 'following' })
  expect(following.steps).toHaveLength(2)
  await following.run()
  expect(startsOf(await listSeriesDates(db, dates[0]!.seriesId!))).toEqual([
    '2026-03-17T12:00:00.000Z',
    '2026-03-24T12:00:00.000Z',
    '2026-04-01T11:00:00.000Z',
    '2026-04-08T11:00:00.000Z',
  ])
})

test('what was changed alone stays unless it is asked for; what is recorded stays in any case', async () => {
  const { by, dates } = await aPlannedSeries()
  const [first, second] = dates as [Workshop, Workshop]
  const plan = { ...(await getWorkshop(db, first.id))! }
  const { place, onlineUrl, capacity, minimum, enrolUntil, withdrawUntil, trainerIds, meetings } = plan
  const form = { place, onlineUrl, capacity, minimum, enrolUntil, withdrawUntil, trainerIds, meetings }
  await changeWorkshop(db, by, { id: first.id, version: 1, ...form, note: 'Laptop' }, NOW)
  const person = await aPerson()
  const attendance = { workshopId: second.id, personId: person.id, organisationId: null, by: person.id }
  const result = await enrol(db, attendance, NOW)
  if (!result.ok) throw new Error(result.refusal)
  const entry = { meetingId: second.meetings[0]!.id, enrolmentId: result.id, status: 'present' as const }
  await db
    .insertInto('attendance')
    .values({ ...entry, units: 4, recordedBy: by, recordedAt: NOW })
    .execute()

  const { steps, run } = await change(by, first, { capacity: 8 })
  expect(steps.map(({ leftOut }) => leftOut)).toEqual([
    'edited-individually',
    'attendance-recorded',
    undefined,
    undefined,
  ])
  await run()
  const capacities = (await listSeriesDates(db, first.seriesId!)).map((date) => date.capacity)
  expect(capacities).toEqual([12, 12, 8, 8])
  const whole = await change(by, first, { capacity: 8 }, { scope: 'all', includesDetached: true })
  expect(whole.steps[0]?.leftOut).toBeUndefined()
})

test('fewer seats than people are asked about once, for the whole series, and throw nobody out', async () => {
  const { by, dates } = await aPlannedSeries()
  const workshopId = dates[1]!.id
  for (const { id: personId } of [await aPerson(), await aPerson(), await aPerson()])
    await enrol(db, { workshopId, personId, organisationId: null, by: personId }, NOW)
  const seatsNow = async () =>
    (await listSeriesDates(db, dates[0]!.seriesId!)).map(({ capacity }) => capacity)

  const { steps, run } = await change(by, dates[0]!, { capacity: 2 })
  expect(steps.map(({ hasTooFew }) => hasTooFew)).toEqual([false, true, false, false])
  expect(await run()).toEqual({ ok: false, refusal: 'fewer-than-enrolled', at: 1 })
  expect(await seatsNow()).toEqual([12, 12, 12, 12])

  expect(await (await change(by, dates[0]!, { capacity: 3 })).run()).toEqual({ ok: true })
  const accepted = await change(by, dates[0]!, { capacity: 2 }, { ...ALL, acceptsFewer: true })
  expect(await accepted.run()).toEqual({ ok: true })
  expect(await seatsNow()).toEqual([2, 2, 2, 2])
  expect((await listCurrent(db, workshopId)).map(({ status }) => status)).toEqual(Array(3).fill('confirmed'))
  // Who has accepted it is not asked again by what leaves the seats alone.
  expect(await (await change(by, dates[0]!, { shiftDays: 1 })).run()).toEqual({ ok: true })
})

test('a change is refused when somebody has changed one of the dates since the summary', async () => {
  const { by, dates } = await aPlannedSeries()
  const { run } = await change(by, dates[0]!, { capacity: 8 })
  await (await change(by, dates[3]!, { capacity: 9 }, { ...ALL, scope: 'following' })).run()
  expect(await run()).toEqual({ ok: false, refusal: 'changed-meanwhile' })
})

test('a room that one of the dates cannot have leaves all of them as they were', async () => {
  const { by, dates } = await aPlannedSeries()
  const room = await aRoom()
  await aWorkshop({ roomId: room.id, startsAt: new Date('2026-04-07T07:00:00Z') })
  const { run } = await change(by, dates[0]!, { where: { roomId: room.id, place: null } })
  expect(await run()).toMatchObject({ ok: false, refusal: 'room-taken', at: 3 })
  expect((await listSeriesDates(db, dates[0]!.seriesId!)).every(({ roomId }) => roomId === null)).toBe(true)
})

test('trainers hear in one mail what they got and what they gave away', async () => {
  const { by, dates, trainerId } = await aPlannedSeries()
  const next = await aPerson({ roles: ['trainer'] })
  await (await change(by, dates[0]!, { trainerIds: [next.id] })).run()
  const taken = await mailsOf('workshop-taken', dates[0]!.id)
  expect(taken.map(({ personId }) => personId)).toEqual([trainerId])
  const given = await mailsOf('workshop-given', dates[0]!.id)
  expect(given.map(({ personId }) => personId).sort()).toEqual([trainerId, next.id].sort())
})
