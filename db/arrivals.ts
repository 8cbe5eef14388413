// Who has arrived, by their own word; whoever comes before the list opens is noted and counted then.

import { checkInState, type CheckInOutcome, type CheckInRefusal } from '#app/domain/check-in.ts'
import { ROLL_CALL_OPENS_MINUTES_BEFORE } from '#app/domain/attendance.ts'
import { recordIn, withMeeting, type Occasion } from '#db/attendance.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Meeting } from '#db/meetings.ts'
import { getRollCall } from '#db/roll-calls.ts'

export type CheckInResult = { ok: true; outcome: CheckInOutcome } | { ok: false; refusal: CheckInRefusal }

/** Notes that somebody is there. Sent twice, nothing changes; what the trainer has written down stays. */
export async function checkIn(
  db: Db,
  { meetingId, personId }: { meetingId: string; personId: string },
  now: Date,
): Promise<CheckInResult> {
  const result = await withMeeting<CheckInResult>(db, meetingId, async (trx, workshop, meeting) => {
    const state = checkInState(meeting, workshop, now)
    if (state !== 'open' && state !== 'early') return { ok: false, refusal: state }
    const enrolment = await trx
      .selectFrom('enrolment')
      .select('id')
      .where('workshopId', '=', workshop.id)
      .where('personId', '=', personId)
      .where('status', '=', 'confirmed')
      .executeTakeFirst()
    if (!enrolment) return { ok: false, refusal: 'not-enrolled' }
    await arrive(trx, meeting, enrolment.id, personId, now)
    if (state === 'early') return { ok: true, outcome: 'kept' }
    return { ok: true, outcome: await becomePresent(trx, { workshop, meeting }, enrolment.id, personId, now) }
  })
  return result ?? { ok: false, refusal: 'code-wrong' }
}

async function arrive(trx: Trx, meeting: Meeting, enrolmentId: string, by: string, now: Date): Promise<void> {
  const arrived = await trx
    .insertInto('arrival')
    .values({ meetingId: meeting.id, enrolmentId, arrivedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('enrolmentId')
    .executeTakeFirst()
  if (arrived) await audit(trx, by, 'attendance:check-in', meeting.id, now)
}

async function becomePresent(
  trx: Trx,
  { workshop, meeting }: Occasion,
  enrolmentId: string,
  by: string,
  now: Date,
): Promise<CheckInOutcome> {
  const before = await trx
    .selectFrom('attendance')
    .select('status')
    .where('meetingId', '=', meeting.id)
    .where('enrolmentId', '=', enrolmentId)
    .executeTakeFirst()
  if (before) return before.status === 'present' ? 'present' : 'recorded-otherwise'
  // A finished list has no gaps; whoever was seated since then is for the trainer to add.
  if ((await getRollCall(trx, meeting.id))?.completedAt) return 'recorded-otherwise'
  const entry = { enrolmentId, status: 'present', units: null } as const
  await recordIn(trx, { workshop, meeting }, [entry], { by, via: 'check-in' }, now)
  return 'present'
}

/** Makes those present who came before the list opened; returns how many. */
export async function countEarlyArrivals(db: Db, now: Date): Promise<number> {
  const early = await listEarly(db, now)
  for (const { meetingId, enrolmentId, personId } of early) {
    await withMeeting(db, meetingId, async (trx, workshop, meeting) => {
      if (workshop.calledOffAt) return
      await becomePresent(trx, { workshop, meeting }, enrolmentId, personId, now)
    })
  }
  return early.length
}

function listEarly(db: Db, now: Date) {
  const opened = new Date(now.getTime() + ROLL_CALL_OPENS_MINUTES_BEFORE * 60_000)
  return db
    .selectFrom('arrival')
    .innerJoin('meeting', 'meeting.id', 'arrival.meetingId')
    .innerJoin('workshop', 'workshop.id', 'meeting.workshopId')
    .innerJoin('enrolment', 'enrolment.id', 'arrival.enrolmentId')
    .leftJoin('rollCall', 'rollCall.meetingId', 'arrival.meetingId')
    .leftJoin('attendance', (join) =>
      join
        .onRef('attendance.meetingId', '=', 'arrival.meetingId')
        .onRef('attendance.enrolmentId', '=', 'arrival.enrolmentId'),
    )
    .select(['arrival.meetingId', 'arrival.enrolmentId', 'enrolment.personId'])
    .where('meeting.startsAt', '<=', opened)
    .where('attendance.status', 'is', null)
    .where('enrolment.status', '=', 'confirmed')
    .where('workshop.calledOffAt', 'is', null)
    .where('rollCall.completedAt', 'is', null)
    .execute()
}

export type Arrival = { enrolmentId: string; givenName: string; familyName: string; arrivedAt: Date }

/** What is stored of somebody's own arrival at a meeting; the status is null until they are recorded. */
export function getArrival(db: Db, meetingId: string, personId: string) {
  return db
    .selectFrom('arrival')
    .innerJoin('meeting', 'meeting.id', 'arrival.meetingId')
    .innerJoin('enrolment', 'enrolment.id', 'arrival.enrolmentId')
    .leftJoin('attendance', (join) =>
      join
        .onRef('attendance.meetingId', '=', 'arrival.meetingId')
        .onRef('attendance.enrolmentId', '=', 'arrival.enrolmentId'),
    )
    .select(['meeting.startsAt', 'attendance.status'])
    .where('arrival.meetingId', '=', meetingId)
    .where('enrolment.personId', '=', personId)
    .executeTakeFirst()
}

/** Who has arrived at a meeting, the latest first. */
export function listArrivals(db: Db, meetingId: string): Promise<Arrival[]> {
  return db
    .selectFrom('arrival')
    .innerJoin('enrolment', 'enrolment.id', 'arrival.enrolmentId')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['arrival.enrolmentId', 'person.givenName', 'person.familyName', 'arrival.arrivedAt'])
    .where('arrival.meetingId', '=', meetingId)
    .orderBy('arrival.arrivedAt', 'desc')
    .orderBy('arrival.enrolmentId')
    .execute()
}
