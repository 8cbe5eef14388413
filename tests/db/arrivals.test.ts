import { expect, test } from 'vitest'
import { checkIn, countEarlyArrivals, listArrivals } from '#db/arrivals.ts'
import { listAttendance, recordAttendance } from '#db/attendance.ts'
import { secretOf, listCheckInSecrets } from '#db/roll-calls.ts'
import { changeWorkshop } from '#db/workshop-plans.ts'
import { getWorkshop } from '#db/workshops.ts'
import { aClass, type Class } from '#tests/a-class.ts'
import { db } from '#tests/database.ts'
import { aPerson, days, hours } from '#tests/factories.ts'

const STARTS = hours(2)
const arrive = ({ meetingId, people }: Class, now: Date, nth = 0) =>
  checkIn(db, { meetingId, personId: people[nth]?.id ?? '' }, now)
const statuses = async ({ meetingId }: Class) =>
  (await listAttendance(db, meetingId)).map(({ status }) => status)

test('whoever checks in is present, and once is enough', async () => {
  const group = await aClass(['Adler'], STARTS)
  expect(await arrive(group, STARTS)).toEqual({ ok: true, outcome: 'present' })
  expect(await arrive(group, hours(1, STARTS))).toEqual({ ok: true, outcome: 'present' })
  expect(await listArrivals(db, group.meetingId)).toMatchObject([{ familyName: 'Adler', arrivedAt: STARTS }])
})

test('too early is kept, not refused: it becomes present when the list opens, without anybody doing anything', async () => {
  const group = await aClass(['Adler'], STARTS)
  expect(await arrive(group, hours(-1, STARTS))).toEqual({ ok: true, outcome: 'kept' })
  await countEarlyArrivals(db, hours(-0.75, STARTS))
  expect(await statuses(group)).toEqual([null])
  await countEarlyArrivals(db, hours(-0.5, STARTS))
  expect(await statuses(group)).toEqual(['present'])
})

test('what the trainer has written down stays; the arrival is shown beside it', async () => {
  const group = await aClass(['Adler'], STARTS)
  const absent = { enrolmentId: group.people[0]!.enrolmentId, status: 'absent', units: null } as const
  const by = group.trainer.id
  await recordAttendance(db, { meetingId: group.meetingId, entries: [absent], by }, STARTS)
  expect(await arrive(group, hours(1, STARTS))).toEqual({ ok: true, outcome: 'recorded-otherwise' })
  expect(await statuses(group)).toEqual(['absent'])
  expect(await listArrivals(db, group.meetingId)).toHaveLength(1)
})

test('nobody checks in days before, after the end, or without a place', async () => {
  const group = await aClass(['Adler'], STARTS)
  expect(await arrive(group, hours(-3, STARTS))).toEqual({ ok: false, refusal: 'too-early' })
  expect(await arrive(group, hours(4, STARTS))).toEqual({ ok: false, refusal: 'over' })
  const stranger = await aPerson()
  expect(await checkIn(db, { meetingId: group.meetingId, personId: stranger.id }, STARTS)).toEqual({
    ok: false,
    refusal: 'not-enrolled',
  })
})

test('a meeting has one secret, and it is looked at only while its code may be shown', async () => {
  const { meetingId } = await aClass([], STARTS)
  const secret = await secretOf(db, meetingId)
  expect(await secretOf(db, meetingId)).toBe(secret)
  expect(Buffer.from(secret, 'base64')).toHaveLength(32)
  const listed = async (now: Date) =>
    (await listCheckInSecrets(db, hours(2, now), now)).filter((one) => one.meetingId === meetingId)
  expect(await listed(hours(-3, STARTS))).toEqual([])
  expect(await listed(STARTS)).toEqual([{ meetingId, secret }])
  expect(await listed(hours(4, STARTS))).toEqual([])
})

/** As the form sends it, with another beginning. */
async function moveTo({ workshopId, meetingId, trainer }: Class, startsAt: Date, now: Date) {
  const { meetings, ...before } = (await getWorkshop(db, workshopId))!
  const { id, version, place, onlineUrl, capacity, minimum, note, trainerIds } = before
  const form = { id, version, place, onlineUrl, capacity, minimum, note, trainerIds }
  const deadlines = { enrolUntil: startsAt, withdrawUntil: startsAt }
  const meeting = { id: meetingId, startsAt, endsAt: hours(3, startsAt), units: meetings[0]!.units }
  return changeWorkshop(db, trainer.id, { ...form, ...deadlines, meetings: [meeting] }, now)
}

test('whoever came early for a meeting that is then moved by a week is not present a week later unseen', async () => {
  const group = await aClass(['Adler'], STARTS)
  const later = days(7, STARTS)
  expect(await arrive(group, hours(-1, STARTS))).toEqual({ ok: true, outcome: 'kept' })
  expect(await moveTo(group, later, hours(-0.9, STARTS))).toEqual({ ok: true })

  await countEarlyArrivals(db, later)
  expect(await statuses(group)).toEqual([null])
  expect(await listArrivals(db, group.meetingId)).toEqual([])
  expect(await arrive(group, later)).toEqual({ ok: true, outcome: 'present' })
})

test('a meeting that only begins a little later keeps who is there, and one that began keeps who was present', async () => {
  const [early, begun] = [await aClass(['Adler'], STARTS), await aClass(['Braun'], STARTS)]
  await arrive(early, hours(-1, STARTS))
  expect(await moveTo(early, hours(0.25, STARTS), hours(-0.9, STARTS))).toEqual({ ok: true })
  await countEarlyArrivals(db, STARTS)
  expect(await statuses(early)).toEqual(['present'])

  await arrive(begun, STARTS)
  expect(await moveTo(begun, days(-1, STARTS), hours(4, STARTS))).toEqual({ ok: true })
  expect(await listArrivals(db, begun.meetingId)).toHaveLength(1)
  expect(await statuses(begun)).toEqual(['present'])
})
