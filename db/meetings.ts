import { rollCallOpens } from '#app/domain/attendance.ts'
import { codeShownFrom } from '#app/domain/check-in.ts'
import { isRescheduled, type PlanRefusal } from '#app/domain/workshop.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type Meeting = Row<'meeting'>

/** What a form says about a meeting; `id` is null for one that is new. */
export type MeetingPlan = { id: string | null; startsAt: Date; endsAt: Date; units: number }

export type MeetingsRefusal = Extract<PlanRefusal, 'attendance-recorded' | 'certified'>

export function getMeeting(db: Db, id: string): Promise<Meeting | undefined> {
  return db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The meetings of some workshops in their order. */
export function listMeetings(db: Db, workshopIds: readonly string[]): Promise<Meeting[]> {
  if (workshopIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('meeting')
    .selectAll()
    .where('workshopId', 'in', workshopIds)
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
}

export async function addMeetings(
  trx: Trx,
  workshopId: string,
  plans: readonly MeetingPlan[],
): Promise<void> {
  if (plans.length === 0) return
  const rows = plans.map(({ startsAt, endsAt, units }) => ({ workshopId, startsAt, endsAt, units }))
  await trx.insertInto('meeting').values(rows).execute()
}

/**
 * Makes the meetings of a locked workshop what the plan says. Those that stay keep their rows, and with them
 * their attendance. Refused, with nothing changed, when a meeting whose attendance is recorded would go, get other
 * units or be still to come; and when one is added to what is certified, for nobody has attended it yet.
 */
export async function changeMeetings(
  trx: Trx,
  workshopId: string,
  before: readonly Meeting[],
  plans: readonly MeetingPlan[],
  now: Date,
): Promise<MeetingsRefusal | undefined> {
  const planned = new Map(plans.map((plan) => [plan.id, plan]))
  const touched = before.filter((meeting) => {
    const plan = planned.get(meeting.id)
    return plan?.units !== meeting.units || (isOtherTime(meeting, plan) && now < rollCallOpens(plan))
  })
  if ((await listRecorded(trx, touched)).size > 0) return 'attendance-recorded'

  const known = new Set(before.map((meeting) => meeting.id))
  const isAdded = plans.some(({ id }) => id === null || !known.has(id))
  if (isAdded && (await isCertified(trx, workshopId))) return 'certified'
  const gone = before.filter((meeting) => !planned.has(meeting.id)).map((meeting) => meeting.id)
  await removeMeetings(trx, gone)
  for (const { id, startsAt, endsAt, units } of plans) {
    if (id === null || !known.has(id)) continue
    await trx.updateTable('meeting').set({ startsAt, endsAt, units }).where('id', '=', id).execute()
  }
  await forgetArrivals(trx, before, planned)
  await addMeetings(
    trx,
    workshopId,
    plans.filter(({ id }) => id === null || !known.has(id)),
  )
  return undefined
}

const isOtherTime = (meeting: Meeting, plan: MeetingPlan) =>
  isRescheduled({ meetings: [meeting] }, { meetings: [plan] })

/** Whether somebody has a certificate of this workshop that holds. */
async function isCertified(trx: Trx, workshopId: string): Promise<boolean> {
  const holding = await trx
    .selectFrom('certificate')
    .leftJoin('certificateRevocation as revocation', 'revocation.certificateId', 'certificate.id')
    .select('certificate.id')
    .where('certificate.workshopId', '=', workshopId)
    .where('revocation.certificateId', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return holding !== undefined
}

/** Whoever came hours or days before the new time has not come for it; what is written down about them stays. */
async function forgetArrivals(
  trx: Trx,
  before: readonly Meeting[],
  planned: ReadonlyMap<string | null, MeetingPlan>,
): Promise<void> {
  for (const meeting of before) {
    const plan = planned.get(meeting.id)
    if (!plan || !isOtherTime(meeting, plan)) continue
    await trx
      .deleteFrom('arrival')
      .where('meetingId', '=', meeting.id)
      .where((eb) => eb.or([eb('arrivedAt', '<', codeShownFrom(plan)), eb('arrivedAt', '>', plan.endsAt)]))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('attendance')
              .select('attendance.units')
              .whereRef('attendance.meetingId', '=', 'arrival.meetingId')
              .whereRef('attendance.enrolmentId', '=', 'arrival.enrolmentId'),
          ),
        ),
      )
      .execute()
  }
}

/** Those of these meetings for which somebody is written down, as present or not, or as come without a place. */
export async function listRecorded(db: Db, meetings: readonly Meeting[]): Promise<Set<string>> {
  if (meetings.length === 0) return new Set()
  const ids = meetings.map(({ id }) => id)
  const rows = await db
    .selectFrom('attendance')
    .select('meetingId')
    .where('meetingId', 'in', ids)
    .union(db.selectFrom('walkIn').select('meetingId').where('meetingId', 'in', ids))
    .execute()
  return new Set(rows.map(({ meetingId }) => meetingId))
}

/** Takes meetings away for which nobody is written down, with their lists. */
export async function removeMeetings(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('meeting').where('id', 'in', ids).execute()
}
