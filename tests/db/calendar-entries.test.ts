import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CalendarFact } from '#app/domain/mail.ts'
import { enrol, withdraw } from '#db/enrolments.ts'
import { callOffWorkshop } from '#db/decisions.ts'
import { changeWorkshop } from '#db/workshop-plans.ts'
import { getWorkshop } from '#db/workshops.ts'
import { db } from '#tests/database.ts'
import { aPerson, aRoom, aWorkshop, days, hours, NOW } from '#tests/factories.ts'

type Mailed = { kind: string; calendar: string[] }

/** What the mails to somebody tell their calendar: "1 von 2: 0", with "weg" for an entry that goes. */
async function mailsTo(personId: string, meetingIds: string[]): Promise<Mailed[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['kind', 'data'])
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .execute()
  return rows.map(({ kind, data }) => {
    const facts = (data as { calendar?: CalendarFact[] }).calendar ?? []
    const brief = ({ meetingId, sequence, cancelled }: CalendarFact) =>
      `${meetingIds.indexOf(meetingId) + 1}: ${sequence}${cancelled ? ' weg' : ''}`
    return { kind, calendar: facts.map(brief) }
  })
}

async function aSeries(capacity = 12) {
  const meetings = [days(14), days(21)].map((startsAt) => ({
    startsAt,
    endsAt: hours(3, startsAt),
    units: 4,
  }))
  const { id } = await aWorkshop({ meetings, capacity })
  const workshop = (await getWorkshop(db, id))!
  return { id, workshop, meetingIds: workshop.meetings.map((meeting) => meeting.id) }
}

async function enrolled(workshopId: string, now = NOW) {
  const person = await aPerson()
  const wish = { id: randomUUID(), workshopId, personId: person.id, organisationId: null, by: person.id }
  const result = await enrol(db, wish, now)
  if (!result.ok) throw new Error(result.refusal)
  return { id: person.id, enrolmentId: result.id }
}

async function change(
  id: string,
  changes: { place?: string; moveSecond?: boolean; dropSecond?: boolean },
  now: Date,
) {
  const before = (await getWorkshop(db, id))!
  const { version, place, onlineUrl, capacity, minimum, enrolUntil, withdrawUntil, note, trainerIds } = before
  const meetings = before.meetings
    .filter((_, nth) => !(changes.dropSecond && nth === 1))
    .map((meeting, nth) => ({
      ...meeting,
      startsAt: changes.moveSecond && nth === 1 ? hours(1, meeting.startsAt) : meeting.startsAt,
      endsAt: changes.moveSecond && nth === 1 ? hours(1, meeting.endsAt) : meeting.endsAt,
    }))
  const plan = {
    place: changes.place ?? place,
    onlineUrl,
    capacity,
    minimum,
    enrolUntil,
    withdrawUntil,
    note,
    trainerIds,
    meetings,
  }
  const result = await changeWorkshop(db, trainerIds[0]!, { ...plan, id, version }, now)
  if (!result.ok) throw new Error(result.refusal)
}

test('each mail tells the calendar what is new, with a sequence that rises', async () => {
  const { id, meetingIds } = await aSeries()
  const ada = await enrolled(id)
  await change(id, { moveSecond: true }, hours(1))
  await change(id, { dropSecond: true, place: 'Schule' }, hours(2))
  await withdraw(db, { enrolmentId: ada.enrolmentId, by: ada.id }, hours(3))

  expect(await mailsTo(ada.id, meetingIds)).toEqual([
    { kind: 'enrolment-confirmed', calendar: ['1: 0', '2: 0'] },
    { kind: 'workshop-changed', calendar: ['2: 1'] },
    { kind: 'workshop-changed', calendar: ['1: 2', '2: 2 weg'] },
    { kind: 'enrolment-withdrawn', calendar: ['1: 3 weg'] },
  ])
})

test('whoever waits has no entry until they move up, and loses it when the workshop is called off', async () => {
  const { id, workshop, meetingIds } = await aSeries(1)
  const ada = await enrolled(id)
  const grace = await enrolled(id, hours(1))
  await withdraw(db, { enrolmentId: ada.enrolmentId, by: ada.id }, hours(2))
  await callOffWorkshop(db, workshop.trainerIds[0]!, { id, reason: 'Krankheit' }, hours(3))

  expect(await mailsTo(grace.id, meetingIds)).toEqual([
    { kind: 'enrolment-waiting', calendar: [] },
    { kind: 'enrolment-promoted', calendar: ['1: 0', '2: 0'] },
    { kind: 'workshop-called-off', calendar: ['1: 1 weg', '2: 1 weg'] },
  ])
})

test('an entry names the room with its site, and changes with the room', async () => {
  const { id, meetingIds } = await aSeries()
  const [small, big] = [await aRoom({ site: 'Rathaus' }), await aRoom({ site: 'Kreishaus' })]
  const ada = await enrolled(id)
  const moveTo = async (roomId: string, now: Date) => {
    const { place: _, ...before } = (await getWorkshop(db, id))!
    const { onlineUrl, capacity, minimum, enrolUntil, withdrawUntil, note, trainerIds, meetings } = before
    const seats = { onlineUrl, capacity, minimum, enrolUntil, withdrawUntil, note, trainerIds, meetings }
    const plan = { ...seats, id, version: before.version, place: 'Hintereingang', roomId }
    const result = await changeWorkshop(db, trainerIds[0]!, plan, now)
    if (!result.ok) throw new Error(result.refusal)
  }
  await moveTo(small.id, hours(1))
  await moveTo(big.id, hours(2))

  expect((await mailsTo(ada.id, meetingIds)).slice(1)).toEqual([
    { kind: 'workshop-changed', calendar: ['1: 1', '2: 1'] },
    { kind: 'workshop-changed', calendar: ['1: 2', '2: 2'] },
  ])
  const entries = await db
    .selectFrom('calendarEntry')
    .select('place')
    .where('personId', '=', ada.id)
    .execute()
  expect(entries.map(({ place }) => place)).toEqual(
    Array.from({ length: 2 }, () => `${big.name}, Kreishaus (Hintereingang)`),
  )
})
