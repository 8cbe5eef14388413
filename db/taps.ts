// Taps from a device that was without network, replayed: sent twice or in any order, the last one counts.

import { correctionNeedsReason, rollCallClosedBecause, unitsFor } from '#app/domain/attendance.ts'
import { decideTap, type Tap, type TapOutcome } from '#app/domain/roll-call.ts'
import { listAttendance, recordIn, withMeeting, type AttendanceEntry, type Attendee } from '#db/attendance.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Meeting } from '#db/meetings.ts'
import { getRollCall } from '#db/roll-calls.ts'
import type { Row } from '#db/schema.ts'

type ReplayRequest = { meetingId: string; deviceId: string; taps: readonly Tap[]; by: string }
type ReplayRefusal = 'not-started' | 'called-off' | 'meeting-gone'
export type ReplayResult =
  { ok: true; outcomes: { id: string; outcome: TapOutcome }[] } | { ok: false; refusal: ReplayRefusal }

/** Stores what can be stored, and says of every tap what became of it. */
export async function replayTaps(db: Db, request: ReplayRequest, now: Date): Promise<ReplayResult> {
  const { meetingId, deviceId, taps, by } = request
  const result = await withMeeting<ReplayResult>(db, meetingId, async (trx, workshop, meeting) => {
    const closed = rollCallClosedBecause(meeting, workshop, now)
    if (closed) return { ok: false, refusal: closed as ReplayRefusal }
    const known = await knownTo(trx, meeting, deviceId, now)
    const decided = inOrder(taps).map((tap) => ({ tap, ...decide(known, tap, now) }))
    const entries = decided.flatMap(({ entry }) => entry ?? [])
    if (entries.length > 0) await recordIn(trx, { workshop, meeting }, entries, { by, via: 'offline' }, now)
    await remember(trx, meetingId, deviceId, known)
    return { ok: true, outcomes: decided.map(({ tap, outcome }) => ({ id: tap.id, outcome })) }
  })
  return result ?? { ok: false, refusal: 'meeting-gone' }
}

const inOrder = (taps: readonly Tap[]) => [...taps].sort((a, b) => a.tappedAt - b.tappedAt)

type LastTap = { tappedAt: number; recordedAt: number }
type Known = {
  meeting: Meeting
  isFinished: boolean
  attendees: Map<string, Attendee>
  lastTaps: Map<string, LastTap>
  /** Of these people something is newer than what is remembered of the device. */
  touched: Set<string>
}

async function knownTo(trx: Trx, meeting: Meeting, deviceId: string, now: Date): Promise<Known> {
  const attendees = await listAttendance(trx, meeting.id)
  const rows = await trx
    .selectFrom('attendanceTap')
    .selectAll()
    .where('meetingId', '=', meeting.id)
    .where('deviceId', '=', deviceId)
    .execute()
  return {
    meeting,
    isFinished: correctionNeedsReason(meeting, await getRollCall(trx, meeting.id), now),
    attendees: new Map(attendees.map((attendee) => [attendee.enrolmentId, attendee])),
    lastTaps: new Map(rows.map((row) => [row.enrolmentId, asTimes(row)])),
    touched: new Set(),
  }
}

const asTimes = ({ tappedAt, recordedAt }: Row<'attendanceTap'>): LastTap => ({
  tappedAt: tappedAt.getTime(),
  recordedAt: recordedAt.getTime(),
})

/** Decides one tap, and notes what it changes, so that the next one is decided on the new state. */
function decide(known: Known, tap: Tap, now: Date): { outcome: TapOutcome; entry?: AttendanceEntry } {
  const { enrolmentId, status, tappedAt, basedOn } = tap
  const attendee = known.attendees.get(enrolmentId)
  if (!attendee) return { outcome: 'not-enrolled' }
  const units = unitsFor(status, tap.units, known.meeting.units)
  if (units === null) return { outcome: 'units-wrong' }
  const current = recordOf(attendee)
  const isSame = current?.status === status && current.units === units
  const lastTap = known.lastTaps.get(enrolmentId)
  const outcome = decideTap({ status, units, tappedAt, basedOn }, { current, lastTap })
  if (outcome !== 'stored') return { outcome }
  if (current && !isSame && known.isFinished) return { outcome: 'finished' }

  const recordedAt = isSame ? current.recordedAt : now.getTime()
  known.lastTaps.set(enrolmentId, { tappedAt, recordedAt })
  known.touched.add(enrolmentId)
  if (isSame) return { outcome }
  known.attendees.set(enrolmentId, { ...attendee, status, units, recordedAt: now })
  return { outcome, entry: { enrolmentId, status, units: tap.units } }
}

function recordOf({ status, units, recordedAt }: Attendee) {
  if (status === null || units === null || recordedAt === null) return undefined
  return { status, units, recordedAt: recordedAt.getTime() }
}

async function remember(trx: Trx, meetingId: string, deviceId: string, known: Known): Promise<void> {
  const rows = [...known.touched].flatMap((enrolmentId) => {
    const last = known.lastTaps.get(enrolmentId)
    if (!last) return []
    const times = { tappedAt: new Date(last.tappedAt), recordedAt: new Date(last.recordedAt) }
    return [{ meetingId, deviceId, enrolmentId, ...times }]
  })
  if (rows.length === 0) return
  await trx
    .insertInto('attendanceTap')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['meetingId', 'enrolmentId', 'deviceId']).doUpdateSet((eb) => ({
        tappedAt: eb.ref('excluded.tappedAt'),
        recordedAt: eb.ref('excluded.recordedAt'),
      })),
    )
    .execute()
}

/** A device forgets its list after a day: nobody sends these taps again. */
export async function forgetTaps(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('attendanceTap').where('recordedAt', '<', before).execute()
}
