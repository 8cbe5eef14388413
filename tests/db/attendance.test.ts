import { expect, test } from 'vitest'
import type { AttendanceStatus } from '#app/domain/attendance.ts'
import {
  attendedBy,
  listAttendance,
  recordAttendance,
  unitsAttended,
  unitsByEnrolment,
} from '#db/attendance.ts'
import { listHistory } from '#db/attendance-lists.ts'
import { enrol } from '#db/enrolments.ts'
import { completeRollCall } from '#db/roll-calls.ts'
import { getWorkshop } from '#db/workshops.ts'
import { db } from '#tests/database.ts'
import { aPerson, aWorkshop, days, hours, NOW } from '#tests/factories.ts'

const START = days(14)

/** A workshop of two meetings of four units, with people who have a seat. */
async function aClass(names: string[], capacity = 12) {
  const meetings = [START, days(1, START)].map((startsAt) => ({
    startsAt,
    endsAt: hours(3, startsAt),
    units: 4,
  }))
  const workshop = await aWorkshop({ meetings, capacity })
  const enrolments = []
  for (const familyName of names) {
    const person = await aPerson({ familyName })
    const request = { workshopId: workshop.id, personId: person.id, organisationId: null, by: person.id }
    const result = await enrol(db, request, NOW)
    if (!result.ok) throw new Error(result.refusal)
    enrolments.push({ id: result.id, personId: person.id })
  }
  const whole = (await getWorkshop(db, workshop.id))!
  const [first, second] = whole.meetings.map((meeting) => meeting.id)
  return { workshop, trainer: whole.trainerIds[0]!, first: first!, second: second!, enrolments }
}

type Class = Awaited<ReturnType<typeof aClass>>

function record(
  { trainer, enrolments }: Class,
  meetingId: string,
  marks: [AttendanceStatus, number?][],
  now = START,
) {
  const entries = marks.map(([status, units = null], place) => ({
    enrolmentId: enrolments[place]!.id,
    status,
    units,
  }))
  return recordAttendance(db, { meetingId, entries, by: trainer }, now)
}

test('who was there gets all units, who left early those said, everybody else none', async () => {
  const group = await aClass(['Adler', 'Braun', 'Chrobok', 'Dietze'])
  const result = await record(group, group.first, [['present'], ['partial', 3], ['excused'], ['absent']])

  expect(result).toEqual({ ok: true, changed: 4 })
  const list = await listAttendance(db, group.first)
  expect(list.map(({ familyName, status, units }) => [familyName, status, units])).toEqual([
    ['Adler', 'present', 4],
    ['Braun', 'partial', 3],
    ['Chrobok', 'excused', 0],
    ['Dietze', 'absent', 0],
  ])
})

test('meetings are recorded one by one, and units add up over them', async () => {
  const group = await aClass(['Adler', 'Braun'])
  await record(group, group.first, [['present'], ['present']])
  await record(group, group.second, [['partial', 1], ['absent']], days(1, START))

  const [ada, ben] = group.enrolments
  expect(await unitsAttended(db, ada!.personId)).toBe(5)
  expect(await unitsAttended(db, ben!.personId)).toBe(4)
  expect(await unitsAttended(db, group.trainer)).toBe(0)
  const units = await unitsByEnrolment(db, [ada!.id, ben!.id])
  expect([units.get(ada!.id), units.get(ben!.id)]).toEqual([5, 4])
})

test('the history keeps every real change and no other', async () => {
  const group = await aClass(['Adler', 'Braun'])
  await record(group, group.first, [['absent'], ['present']])
  const again = await record(group, group.first, [['absent'], ['present']], hours(1, START))
  const mended = await record(group, group.first, [['present'], ['present']], hours(2, START))

  expect([again, mended]).toMatchObject([{ changed: 0 }, { changed: 1 }])
  const history = await db
    .selectFrom('attendanceEvent')
    .selectAll()
    .where('enrolmentId', '=', group.enrolments[0]!.id)
    .orderBy('id')
    .execute()
  expect(history.map(({ status, recordedAt }) => [status, recordedAt])).toEqual([
    ['absent', START],
    ['present', hours(2, START)],
  ])
})

test('the list opens half an hour before the meeting, not earlier', async () => {
  const group = await aClass(['Adler'])
  expect(await record(group, group.first, [['present']], hours(-1, START))).toEqual({
    ok: false,
    refusal: 'not-started',
  })
  expect(await record(group, group.first, [['present']], hours(-0.5, START))).toMatchObject({ ok: true })
})

test('one wrong entry stops all of them', async () => {
  const group = await aClass(['Adler', 'Braun'])
  expect(await record(group, group.first, [['present'], ['partial', 4]])).toEqual({
    ok: false,
    refusal: 'units-wrong',
  })
  expect(await record(group, group.first, [['present'], ['partial']])).toMatchObject({
    refusal: 'units-wrong',
  })
  expect((await listAttendance(db, group.first)).map((attendee) => attendee.status)).toEqual([null, null])
})

test('only those with a place are on the list: nobody who waits, nobody of another workshop', async () => {
  const group = await aClass(['Adler', 'Braun'], 1)
  const other = await aClass(['Chrobok'])
  const list = await listAttendance(db, group.first)

  expect(list.map((attendee) => attendee.familyName)).toEqual(['Adler'])
  expect(await record(group, group.first, [['present'], ['present']])).toMatchObject({
    refusal: 'not-enrolled',
  })
  expect(await record({ ...group, enrolments: other.enrolments }, group.first, [['present']])).toMatchObject({
    refusal: 'not-enrolled',
  })
})

test('nothing is recorded for a workshop that was called off', async () => {
  const group = await aClass(['Adler'])
  await db
    .updateTable('workshop')
    .set({ calledOffAt: NOW, callOffReason: 'Krankheit' })
    .where('id', '=', group.workshop.id)
    .execute()
  expect(await record(group, group.first, [['present']])).toEqual({ ok: false, refusal: 'called-off' })
})

test('feedback is asked of those who were there at one meeting at least', async () => {
  const group = await aClass(['Adler', 'Braun', 'Chrobok', 'Dietze'])
  await record(group, group.first, [['absent'], ['excused'], ['absent']])
  await record(group, group.second, [['partial', 1], ['absent'], ['present']], days(1, START))

  const attended = await attendedBy(db, group.workshop.id)
  expect(attended.map((attendee) => attendee.personId)).toEqual([
    group.enrolments[0]!.personId,
    group.enrolments[2]!.personId,
  ])
})

test('a finished list changes only with a reason, and the history says who, when and why', async () => {
  const group = await aClass(['Adler'])
  await record(group, group.first, [['absent']])
  const wish = { meetingId: group.first, by: group.trainer }
  expect(await completeRollCall(db, group.first, group.trainer, START)).toEqual({ ok: true })
  const entries = [{ enrolmentId: group.enrolments[0]!.id, status: 'excused', units: null } as const]
  expect(await recordAttendance(db, { ...wish, entries }, hours(4, START))).toEqual({
    ok: false,
    refusal: 'reason-missing',
  })
  const corrected = await recordAttendance(db, { ...wish, entries, reason: 'late-proof' }, hours(5, START))
  expect(corrected).toEqual({ ok: true, changed: 1 })
  const [latest, first] = await listHistory(db, group.first)
  expect(latest).toMatchObject({ status: 'excused', reason: 'late-proof', via: 'list', at: hours(5, START) })
  expect(first).toMatchObject({ status: 'absent', reason: null, by: { id: group.trainer } })
})

test('a list with gaps cannot be finished, and says how many', async () => {
  const group = await aClass(['Adler', 'Braun'])
  await record(group, group.first, [['present']])
  expect(await completeRollCall(db, group.first, group.trainer, START)).toEqual({
    ok: false,
    refusal: 'still-open',
    open: 1,
  })
})

test('late entries of what was never recorded need no reason', async () => {
  const group = await aClass(['Adler'])
  expect(await record(group, group.first, [['present']], days(30, START))).toMatchObject({ ok: true })
})
