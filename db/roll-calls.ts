// The list of a meeting as a whole: its secret for the check-in, and whether somebody has finished it.

import { randomBytes } from 'node:crypto'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type RollCall = Row<'rollCall'>

export function getRollCall(db: Db, meetingId: string): Promise<RollCall | undefined> {
  return db.selectFrom('rollCall').selectAll().where('meetingId', '=', meetingId).executeTakeFirst()
}

export type CompleteRefusal = 'still-open' | 'meeting-gone'
export type CompleteResult = { ok: true } | { ok: false; refusal: CompleteRefusal; open: number }

/** Finishes the list of a meeting. Changes are corrections from then on, and need a reason. */
export function completeRollCall(db: Db, meetingId: string, by: string, now: Date): Promise<CompleteResult> {
  return db.transaction().execute(async (trx): Promise<CompleteResult> => {
    const meeting = await trx
      .selectFrom('meeting')
      .innerJoin('workshop', 'workshop.id', 'meeting.workshopId')
      .select('workshop.id')
      .where('meeting.id', '=', meetingId)
      .forUpdate('workshop')
      .executeTakeFirst()
    if (!meeting) return { ok: false, refusal: 'meeting-gone', open: 0 }
    const open = await countOpen(trx, meetingId, meeting.id)
    if (open > 0) return { ok: false, refusal: 'still-open', open }
    const completed = { completedAt: now, completedBy: by }
    const changed = await trx
      .insertInto('rollCall')
      .values({ meetingId, ...completed })
      .onConflict((conflict) =>
        conflict.column('meetingId').doUpdateSet(completed).where('rollCall.completedAt', 'is', null),
      )
      .returning('meetingId')
      .executeTakeFirst()
    if (changed) await audit(trx, by, 'attendance:complete', meetingId, now)
    return { ok: true }
  })
}

async function countOpen(trx: Trx, meetingId: string, workshopId: string): Promise<number> {
  const { open } = await trx
    .selectFrom('enrolment')
    .leftJoin('attendance', (join) =>
      join.onRef('attendance.enrolmentId', '=', 'enrolment.id').on('attendance.meetingId', '=', meetingId),
    )
    .select(({ fn }) => fn.count<number>('enrolment.id').as('open'))
    .where('enrolment.workshopId', '=', workshopId)
    .where('enrolment.status', '=', 'confirmed')
    .where('attendance.status', 'is', null)
    .executeTakeFirstOrThrow()
  return open
}

const SECRET_BYTES = 32

/** The secret from which the codes of a meeting come; made when its screen is opened for the first time. */
export async function secretOf(db: Db, meetingId: string): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64')
  await db
    .insertInto('rollCall')
    .values({ meetingId, checkInSecret: secret, completedAt: null, completedBy: null })
    .onConflict((conflict) =>
      conflict
        .column('meetingId')
        .doUpdateSet({ checkInSecret: secret })
        .where('rollCall.checkInSecret', 'is', null),
    )
    .execute()
  const { checkInSecret: kept } = await db
    .selectFrom('rollCall')
    .select('checkInSecret')
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  return kept ?? secret
}

export type Secret = { meetingId: string; secret: string }

/** The secrets of all meetings whose codes may be shown at the moment: a handful on a busy morning. */
export async function listCheckInSecrets(db: Db, startsBefore: Date, endsAfter: Date): Promise<Secret[]> {
  const rows = await db
    .selectFrom('rollCall')
    .innerJoin('meeting', 'meeting.id', 'rollCall.meetingId')
    .select(['rollCall.meetingId', 'rollCall.checkInSecret as secret'])
    .where('rollCall.checkInSecret', 'is not', null)
    .where('meeting.startsAt', '<=', startsBefore)
    .where('meeting.endsAt', '>=', endsAfter)
    .execute()
  return rows.flatMap(({ meetingId, secret }) => (secret ? [{ meetingId, secret }] : []))
}
