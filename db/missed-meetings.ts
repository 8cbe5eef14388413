// Meetings that had begun and did not take place. They leave the meetings of their workshop, as those do that are
// called off beforehand, so that they count nowhere; unlike those they can come back, with what was recorded of them.

import { sql } from 'kysely'
import {
  notHeldBecause,
  notMissedBecause,
  notWholeBecause,
  type MissedRefusal,
} from '#app/domain/missed-meeting.ts'
import { withMeeting } from '#db/attendance.ts'
import { audit } from '#db/audit.ts'
import { roomRefusal, type Clash } from '#db/bookings.ts'
import { correctCertificates } from '#db/certificate-issue.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { callOffWhole, tellCalledOff } from '#db/decisions.ts'
import { listAddressees } from '#db/enrolment-mail.ts'
import { isAskedAbout } from '#db/feedback.ts'
import { removeMeetings, type Meeting } from '#db/meetings.ts'
import { listCurrent, promoteWaiting } from '#db/queue.ts'
import { lockRoom } from '#db/rooms.ts'
import type { Row } from '#db/schema.ts'
import { leaveAllWalkIns } from '#db/walk-ins.ts'
import { tellGroup } from '#db/workshop-mail.ts'
import { getWorkshop, lockWorkshop, type Workshop } from '#db/workshops.ts'

export type MissedMeeting = Row<'missedMeeting'>
export type MissedResult = { ok: true } | { ok: false; refusal: MissedRefusal }
/** `clash` is who has the room by now. */
export type HeldResult = MissedResult | { ok: false; refusal: 'room-taken'; clash: Clash }

export function listMissed(db: Db, workshopId: string): Promise<MissedMeeting[]> {
  return db
    .selectFrom('missedMeeting')
    .selectAll()
    .where('workshopId', '=', workshopId)
    .orderBy('startsAt')
    .execute()
}

/**
 * Says that a meeting did not take place, though it had begun. What was recorded of it counts no longer, certificates
 * are put right, and everybody with a place hears of it. Where it was the only one, the whole workshop is called off,
 * for good: only if that was meant (`whole`), for somebody else may just have marked the others, and only while nobody
 * is asked about it.
 */
export async function missMeeting(
  db: Db,
  by: string,
  { meetingId, reason, whole = false }: { meetingId: string; reason: string; whole?: boolean },
  now: Date,
): Promise<MissedResult> {
  const result = await withMeeting<MissedResult>(db, meetingId, async (trx, workshop, meeting) => {
    const isOnly = workshop.meetings.length === 1
    const refusal =
      notMissedBecause(workshop, meeting, now) ??
      (isOnly ? notWholeBecause({ whole, isAskedAbout: await isAskedAbout(trx, workshop.id, now) }) : null)
    if (refusal) return { ok: false, refusal }
    await trx.deleteFrom('attendance').where('meetingId', '=', meetingId).execute()
    if (isOnly) {
      // While the enrolments still stand: what nobody attended is revoked.
      await correctCertificates(trx, workshop, by, now)
      await leaveAllWalkIns(trx, meetingId, by, now)
      const ended = await callOffWhole(trx, workshop, by, reason, now)
      await tellCalledOff(trx, { workshop, ended, by, reason }, now)
    } else {
      await takeOut(trx, workshop, { meeting, reason, by }, now)
      const after = (await getWorkshop(trx, workshop.id)) ?? workshop
      await correctCertificates(trx, after, by, now)
      // Where it was the first, what is left begins later.
      await promoteWaiting(trx, after, now, 'after-missed')
    }
    await audit(trx, by, 'workshop:missed', workshop.id, now, { meeting: meetingId, whole: isOnly })
    return { ok: true }
  })
  return result ?? { ok: false, refusal: 'meeting-gone' }
}

type Missed = { meeting: Meeting; reason: string; by: string }

async function takeOut(trx: Trx, workshop: Workshop, { meeting, reason, by }: Missed, now: Date) {
  await trx
    .insertInto('missedMeeting')
    .values({ ...meeting, reason, missedAt: now, missedBy: by })
    .execute()
  await removeMeetings(trx, [meeting.id])
  await tellChange(trx, workshop, { meeting, reason, by, counts: false }, now)
}

/**
 * Takes that back: the meeting counts again, with what was last recorded of everybody. Its list has to be finished
 * anew, for nobody has looked at it since. Not where another workshop has got the room for that time.
 */
export async function holdMissed(db: Db, by: string, meetingId: string, now: Date): Promise<HeldResult> {
  const known = await db
    .selectFrom('missedMeeting')
    .select('workshopId')
    .where('id', '=', meetingId)
    .executeTakeFirst()
  if (!known) return { ok: false, refusal: 'meeting-gone' }
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, known.workshopId)
    const missed = (await listMissed(trx, workshop.id)).find(({ id }) => id === meetingId)
    if (!missed) return { ok: false, refusal: 'meeting-gone' }
    const refusal = notHeldBecause(workshop, missed)
    if (refusal) return { ok: false, refusal }
    const clash = await roomTaken(trx, workshop, missed)
    if (clash) return { ok: false, refusal: 'room-taken', clash }
    await trx.deleteFrom('missedMeeting').where('id', '=', meetingId).execute()
    const { id, workshopId, startsAt, endsAt, units, reason } = missed
    const meeting = { id, workshopId, startsAt, endsAt, units }
    await trx.insertInto('meeting').values(meeting).execute()
    await restoreAttendance(trx, id)
    await tellChange(trx, workshop, { meeting, reason, by, counts: true }, now)
    const after = (await getWorkshop(trx, workshopId)) ?? workshop
    await correctCertificates(trx, after, by, now)
    await audit(trx, by, 'workshop:missed-back', workshopId, now, { meeting: id })
    return { ok: true }
  })
}

/** Who has the room at that time by now. Whether it is out of order or gone today says nothing about that day. */
async function roomTaken(trx: Trx, { id, roomId }: Workshop, missed: MissedMeeting) {
  const room = roomId === null ? undefined : await lockRoom(trx, roomId)
  if (!room) return undefined
  const asThen = { ...room, removedAt: null, closedFrom: null, closedUntil: null }
  return (await roomRefusal(trx, asThen, [missed], [id]))?.clash
}

/** Of everybody the last line of the history. */
async function restoreAttendance(trx: Trx, meetingId: string): Promise<void> {
  await sql`
    insert into attendance (meeting_id, enrolment_id, status, units, recorded_by, recorded_at)
    select distinct on (enrolment_id) meeting_id, enrolment_id, status, units, recorded_by, recorded_at
    from attendance_event where meeting_id = ${meetingId}
    order by enrolment_id, id desc`.execute(trx)
}

/** Everybody with a place, and who leads it, reads whether the meeting counts; calendars follow. */
async function tellChange(
  trx: Trx,
  workshop: Workshop,
  { meeting, reason, by, counts }: Missed & { counts: boolean },
  now: Date,
): Promise<void> {
  const { id, version } = workshop
  await trx
    .updateTable('workshop')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute()
  const seated = (await listCurrent(trx, id)).filter(({ status }) => status === 'confirmed')
  const others = workshop.trainerIds.filter((trainerId) => trainerId !== by)
  const people = await listAddressees(trx, [...seated.map(({ personId }) => personId), ...others])
  const left = [{ startsAt: meeting.startsAt.toISOString(), endsAt: meeting.endsAt.toISOString() }]
  const news = { kind: 'workshop-meeting-missed', reason, left, counts } as const
  const after = (await getWorkshop(trx, id)) ?? workshop
  await tellGroup(trx, news, `${meeting.id}:${after.version}`, people.values(), after, now)
}
