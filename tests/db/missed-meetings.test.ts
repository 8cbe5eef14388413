import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  attendedBy,
  listAttendance,
  recordAttendance,
  unitsAttended,
  unitsByEnrolment,
} from '#db/attendance.ts'
import { listGrid } from '#db/attendance-lists.ts'
import { issueCertificates } from '#db/certificate-issue.ts'
import { listOwnCertificates, listStandings } from '#db/certificates.ts'
import { callOffWorkshop } from '#db/decisions.ts'
import { listWorkshopsToInvite } from '#db/feedback.ts'
import { listAttended } from '#db/learning-record.ts'
import { enrol, withdraw } from '#db/enrolments.ts'
import { holdMissed, listMissed, missMeeting } from '#db/missed-meetings.ts'
import { listCurrent } from '#db/queue.ts'
import { countOpenWalkIns, listOpenWalkIns } from '#db/walk-in-lists.ts'
import { addWalkIn, getWalkIn, settleWalkIn } from '#db/walk-ins.ts'
import { getWorkshop } from '#db/workshops.ts'
import { aClass, type Class } from '#tests/a-class.ts'
import { db } from '#tests/database.ts'
import { aPerson, days, hours } from '#tests/factories.ts'

const STARTS = days(1)
const reason = 'Stromausfall'
const verifyAt = 'https://x.example'

/** Adler was at all meetings, Braun at the first alone. */
async function twoWhoCame({ meetings }: { meetings: number }) {
  const group = await aClass(['Adler', 'Braun'], STARTS, { meetings })
  const [adler, braun] = group.people
  for (const [nth, meetingId] of group.meetingIds.entries()) {
    const at = days(nth, STARTS)
    const statusOf = (id: string) => (id === adler!.enrolmentId || nth === 0 ? 'present' : 'absent')
    const entries = [adler!, braun!].map(({ enrolmentId }) => {
      return { enrolmentId, status: statusOf(enrolmentId), units: null } as const
    })
    expect(await recordAttendance(db, { meetingId, by: group.trainer.id, entries }, at)).toMatchObject({
      ok: true,
    })
  }
  return { ...group, adler: adler!, braun: braun! }
}

async function aGuest(meetingId: string, by: string) {
  const id = randomUUID()
  const guest = { name: 'Grace Hopper', email: 'grace@lernkreis.example', organisation: 'Riesa' }
  expect(await addWalkIn(db, { id, meetingId, ...guest, by }, STARTS)).toEqual({ ok: true })
  return id
}

/** Everything that counts of somebody and of a group, in one look. */
async function countsOf({ workshopId, people, meetingIds }: Class) {
  const ids = people.map(({ enrolmentId }) => enrolmentId)
  const standings = await listStandings(db, { workshopId }, 50)
  return {
    planned: standings.map(({ unitsPlanned }) => unitsPlanned),
    attended: standings.map((line) => line.unitsAttended),
    all: await Promise.all(people.map(({ id }) => unitsAttended(db, id))),
    by: [...(await unitsByEnrolment(db, ids))].sort(),
    asked: (await attendedBy(db, workshopId)).length,
    learnt: (
      await listAttended(
        db,
        people.map(({ id }) => id),
      )
    ).length,
    marks: (await listGrid(db, workshopId)).length,
    lists: await Promise.all(
      meetingIds.map(async (id) => (await listAttendance(db, id)).map(({ status }) => status)),
    ),
  }
}

const mailsOf = async (kind: string, workshopId: string) => {
  const mails = await db.selectFrom('outbox').selectAll().where('kind', '=', kind).execute()
  return mails.filter(({ data }) => JSON.stringify(data).includes(workshopId))
}

test('a meeting that did not take place counts for nobody, neither as attended nor as missed', async () => {
  const group = await twoWhoCame({ meetings: 3 })
  const { workshopId: id, trainer, meetingIds, adler, braun } = group
  const now = days(3, STARTS)
  expect((await countsOf(group)).planned).toEqual([12, 12])

  // Braun is not to lose by it: one of two meetings that count, instead of one of three.
  expect(await missMeeting(db, trainer.id, { meetingId: meetingIds[1]!, reason }, now)).toEqual({ ok: true })
  const counts = await countsOf(group)
  expect(counts.planned).toEqual([8, 8])
  expect(new Map(counts.by)).toEqual(
    new Map([
      [adler.enrolmentId, 8],
      [braun.enrolmentId, 4],
    ]),
  )
  expect(counts.all).toEqual([8, 4])
  expect(counts.lists[1]).toEqual([])
  expect((await getWorkshop(db, id))?.meetings.map((meeting) => meeting.id)).toEqual([
    meetingIds[0],
    meetingIds[2],
  ])
  expect(await listMissed(db, id)).toMatchObject([
    { id: meetingIds[1], reason, missedBy: trainer.id, missedAt: now },
  ])
  const audits = await db.selectFrom('audit').selectAll().where('action', '=', 'workshop:missed').execute()
  expect(audits.filter(({ details }) => JSON.stringify(details).includes(meetingIds[1]!))).toHaveLength(1)
})

test('taken back, everything is as it was before', async () => {
  const group = await twoWhoCame({ meetings: 3 })
  const { workshopId: id, trainer, meetingIds } = group
  const [, second = ''] = meetingIds
  const before = await countsOf(group)
  const meetings = (await getWorkshop(db, id))?.meetings
  const now = days(3, STARTS)
  await missMeeting(db, trainer.id, { meetingId: second, reason }, now)
  expect(await countsOf(group)).not.toEqual(before)

  expect(await holdMissed(db, trainer.id, second, now)).toEqual({ ok: true })
  expect(await countsOf(group)).toEqual(before)
  expect((await getWorkshop(db, id))?.meetings).toEqual(meetings)
  expect(await listMissed(db, id)).toEqual([])
  expect(await holdMissed(db, trainer.id, second, now)).toEqual({ ok: false, refusal: 'meeting-gone' })
})

test('certificates say what counts now, and again when that is taken back', async () => {
  const group = await twoWhoCame({ meetings: 2 })
  const { workshopId: id, trainer, meetingIds, adler, braun } = group
  const now = days(2, STARTS)
  expect(await issueCertificates(db, { workshopId: id, by: trainer.id, verifyAt }, now)).toMatchObject({
    issued: 1,
  })

  await missMeeting(db, trainer.id, { meetingId: meetingIds[1]!, reason }, now)
  const valid = async (personId: string) =>
    (await listOwnCertificates(db, personId)).filter(({ revocation }) => !revocation)
  expect(await valid(adler.id)).toMatchObject([{ unitsPlanned: 4, unitsAttended: 4 }])
  // Who has earned one by it gets it when certificates are issued next, as ever.
  expect(await issueCertificates(db, { workshopId: id, by: trainer.id, verifyAt }, now)).toMatchObject({
    issued: 1,
  })
  expect(await valid(braun.id)).toMatchObject([{ unitsPlanned: 4, unitsAttended: 4 }])

  await holdMissed(db, trainer.id, meetingIds[1]!, days(3, STARTS))
  expect(await valid(adler.id)).toMatchObject([{ unitsPlanned: 8, unitsAttended: 8 }])
  expect(await valid(braun.id)).toEqual([])
})

test('those with a place and who leads it hear of it once, and their calendars lose the meeting', async () => {
  const group = await twoWhoCame({ meetings: 2 })
  const { workshopId: id, trainer, meetingIds, adler, braun } = group
  const by = (await aPerson({ roles: ['coordinator'] })).id
  const now = days(2, STARTS)
  await missMeeting(db, by, { meetingId: meetingIds[1]!, reason }, now)
  const mails = await mailsOf('workshop-meeting-missed', id)
  expect(mails.map(({ personId }) => personId).sort()).toEqual([adler.id, braun.id, trainer.id].sort())
  expect(mails.find(({ personId }) => personId === adler.id)?.data).toMatchObject({
    ...{ reason, counts: false, left: [{ startsAt: days(1, STARTS).toISOString() }] },
    calendar: [{ meetingId: meetingIds[1], cancelled: true }],
  })

  await holdMissed(db, by, meetingIds[1]!, now)
  const back = (await mailsOf('workshop-meeting-missed', id)).filter(
    ({ data }) => Reflect.get(data, 'counts') === true,
  )
  expect(back).toHaveLength(3)
  expect(back.find(({ personId }) => personId === adler.id)?.data).toMatchObject({
    calendar: [{ meetingId: meetingIds[1], cancelled: false }],
  })
})

test('the only meeting takes the whole workshop with it: nobody was there, and no certificate holds', async () => {
  const group = await twoWhoCame({ meetings: 1 })
  const { workshopId: id, trainer, meetingId, adler } = group
  const now = hours(4, STARTS)
  await issueCertificates(db, { workshopId: id, by: trainer.id, verifyAt }, now)
  expect(await callOffWorkshop(db, trainer.id, { id, reason }, hours(1, STARTS))).toEqual({
    ...{ ok: false, refusal: 'nothing-left' },
  })
  expect(await missMeeting(db, trainer.id, { meetingId, reason, whole: true }, now)).toEqual({ ok: true })
  expect(await getWorkshop(db, id)).toMatchObject({ calledOffAt: now, callOffReason: reason })
  expect(await listCurrent(db, id)).toEqual([])
  expect(await unitsAttended(db, adler.id)).toBe(0)
  expect((await listOwnCertificates(db, adler.id)).filter(({ revocation }) => !revocation)).toEqual([])
  expect(await mailsOf('workshop-called-off', id)).toHaveLength(2)
  expect(await missMeeting(db, trainer.id, { meetingId, reason, whole: true }, now)).toEqual({
    ok: false,
    refusal: 'called-off',
  })
})

test('whoever marks one of two does not call off the whole workshop because somebody else has just marked the other', async () => {
  const { workshopId: id, trainer, meetingIds } = await aClass(['Adler'], STARTS, { meetings: 2 })
  const now = days(2, STARTS)
  const mark = (meetingId: string) => missMeeting(db, trainer.id, { meetingId, reason }, now)
  const results = await Promise.all(meetingIds.map(mark))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results).toContainEqual({ ok: false, refusal: 'whole-workshop' })
  expect(await getWorkshop(db, id)).toMatchObject({ calledOffAt: null })
  expect(await listCurrent(db, id)).toHaveLength(1)
})

test('what is still to come is called off or moved, and not marked', async () => {
  const { trainer, meetingIds } = await aClass(['Adler'], STARTS, { meetings: 2 })
  const early = hours(-1, STARTS)
  const wish = { meetingId: meetingIds[1]!, reason }
  expect(await missMeeting(db, trainer.id, wish, early)).toEqual({ ok: false, refusal: 'not-begun' })
})

test("guests who came to it are on nobody's list of things to do, until the meeting counts again", async () => {
  const { trainer, meetingId } = await aClass(['Adler'], STARTS, { meetings: 2 })
  const before = await countOpenWalkIns(db)
  await aGuest(meetingId, trainer.id)
  expect(await countOpenWalkIns(db)).toBe(before + 1)
  await missMeeting(db, trainer.id, { meetingId, reason }, STARTS)
  expect(await countOpenWalkIns(db)).toBe(before)
  expect(await listOpenWalkIns(db)).toHaveLength(before)
  await holdMissed(db, trainer.id, meetingId, STARTS)
  expect(await countOpenWalkIns(db)).toBe(before + 1)
})

test('guests of a workshop that is called off by it are left as guests, and get no seat in it', async () => {
  const { workshopId, trainer, meetingId } = await aClass(['Adler'], STARTS)
  const id = await aGuest(meetingId, trainer.id)
  await missMeeting(db, trainer.id, { meetingId, reason, whole: true }, STARTS)
  const { id: personId } = await aPerson()
  expect(await settleWalkIn(db, { id, personId, by: trainer.id }, STARTS)).toEqual({
    ...{ ok: false, refusal: 'already-settled' },
  })
  expect([await listCurrent(db, workshopId), await unitsAttended(db, personId)]).toEqual([[], 0])
  expect(await getWalkIn(db, id)).toMatchObject({
    settledAt: STARTS,
    settledBy: trainer.id,
    enrolmentId: null,
  })
})

test('where it was the first, what is left begins later, and whoever waits for a free seat still gets it', async () => {
  const {
    workshopId: id,
    trainer,
    meetingId,
    people,
  } = await aClass(['Adler'], STARTS, { meetings: 3, capacity: 1 })
  const cramer = await aPerson({ familyName: 'Cramer' })
  const wish = { workshopId: id, personId: cramer.id, organisationId: null, by: cramer.id }
  expect(await enrol(db, wish, days(-20, STARTS))).toMatchObject({ ok: true, status: 'waiting' })
  // In the last two hours before the start nobody moves up.
  await withdraw(
    db,
    { enrolmentId: people[0]!.enrolmentId, by: people[0]!.id, absence: 'on-duty' },
    hours(-1, STARTS),
  )
  expect(await listCurrent(db, id)).toMatchObject([{ personId: cramer.id, status: 'waiting' }])
  await missMeeting(db, trainer.id, { meetingId, reason }, STARTS)
  expect(await listCurrent(db, id)).toMatchObject([{ personId: cramer.id, status: 'offered' }])
})

test('it is not taken back into the time of a meeting that has been planned since', async () => {
  const { workshopId: id, trainer, meetingId } = await aClass(['Adler'], STARTS, { meetings: 2 })
  await missMeeting(db, trainer.id, { meetingId, reason }, STARTS)
  const times = { startsAt: hours(2, STARTS), endsAt: hours(5, STARTS), units: 4 }
  await db
    .insertInto('meeting')
    .values({ workshopId: id, ...times })
    .execute()
  expect(await holdMissed(db, trainer.id, meetingId, STARTS)).toEqual({ ok: false, refusal: 'time-taken' })
  expect(await listMissed(db, id)).toHaveLength(1)
})

test('feedback is asked for after what took place, also where the last meeting is said weeks later not to have', async () => {
  const group = await aClass(['Adler'], STARTS, { meetings: 2 })
  const { workshopId: id, trainer, meetingIds, people } = group
  const entries = [{ enrolmentId: people[0]!.enrolmentId, status: 'present' as const, units: null }]
  await recordAttendance(db, { meetingId: meetingIds[0]!, by: trainer.id, entries }, STARTS)
  const weeks = days(60, STARTS)
  expect(await listWorkshopsToInvite(db, weeks)).not.toContain(id)
  await missMeeting(db, trainer.id, { meetingId: meetingIds[1]!, reason }, weeks)
  expect(await listWorkshopsToInvite(db, weeks)).toContain(id)

  // Where nothing took place that they attended, nobody is asked.
  await holdMissed(db, trainer.id, meetingIds[1]!, weeks)
  await missMeeting(db, trainer.id, { meetingId: meetingIds[0]!, reason }, weeks)
  expect(await listWorkshopsToInvite(db, weeks)).not.toContain(id)
})
