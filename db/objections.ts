// What participants say against what is written down about them, and how it is decided.

import { unitsFor, type AttendanceStatus } from '#app/domain/attendance.ts'
import {
  objectionClosedBecause,
  type DecideRefusal,
  type ObjectionDecision,
  type ObjectionRefusal,
} from '#app/domain/objection.ts'
import { displayName } from '#app/domain/person.ts'
import { recordIn, withMeeting, type Occasion } from '#db/attendance.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { listAddressees } from '#db/enrolment-mail.ts'
import type { Meeting } from '#db/meetings.ts'
import { post } from '#db/outbox.ts'
import type { Row } from '#db/schema.ts'
import { workshopFacts, type Workshop } from '#db/workshops.ts'

export type Objection = Row<'attendanceObjection'>

type RaiseRequest = {
  id: string
  meetingId: string
  enrolmentId: string
  status: AttendanceStatus
  units: number | null
  note: string | null
  by: string
}
export type RaiseResult = { ok: true } | { ok: false; refusal: ObjectionRefusal }

/** Objects to a record. The same id a second time changes nothing. */
export async function raiseObjection(db: Db, request: RaiseRequest, now: Date): Promise<RaiseResult> {
  const { id, meetingId, enrolmentId, status, note, by } = request
  const result = await withMeeting<RaiseResult>(db, meetingId, async (trx, workshop, meeting) => {
    const all = await listObjectionsTo(trx, enrolmentId)
    const mine = all.filter((one) => one.meetingId === meetingId)
    if (mine.some((one) => one.id === id)) return { ok: true }
    const record = await recordOf(trx, meetingId, enrolmentId)
    const isOpen = mine.some(({ decidedAt }) => decidedAt === null)
    const refusal = objectionClosedBecause(meeting, record, isOpen, now)
    if (refusal) return { ok: false, refusal }
    const units = unitsFor(status, request.units, meeting.units)
    if (units === null) return { ok: false, refusal: 'units-wrong' }
    if (record?.status === status && record.units === units) return { ok: false, refusal: 'nothing-else' }
    const added = await trx
      .insertInto('attendanceObjection')
      .values({ id, meetingId, enrolmentId, status, units, note, raisedAt: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) return { ok: false, refusal: 'page-outdated' }
    await audit(trx, by, 'objection:raise', id, now, { meeting: meetingId })
    await tellTrainers(trx, workshop, meeting, id, now)
    return { ok: true }
  })
  return result ?? { ok: false, refusal: 'page-outdated' }
}

function recordOf(trx: Trx, meetingId: string, enrolmentId: string) {
  return trx
    .selectFrom('attendance')
    .select(['status', 'units'])
    .where('meetingId', '=', meetingId)
    .where('enrolmentId', '=', enrolmentId)
    .executeTakeFirst()
}

async function tellTrainers(
  trx: Trx,
  workshop: Workshop,
  { startsAt }: Meeting,
  objectionId: string,
  now: Date,
): Promise<void> {
  const trainers = await listAddressees(trx, workshop.trainerIds)
  for (const trainer of trainers.values()) {
    const to = { personId: trainer.id, address: trainer.address, locale: trainer.locale }
    const about = { name: displayName(trainer), workshop: workshopFacts(workshop) }
    const data = { ...about, objectionId, startsAt: startsAt.toISOString() }
    await post(trx, to, 'objection-raised', objectionId, data, now)
  }
}

type DecideRequest = { id: string; decision: ObjectionDecision; answer: string | null; by: string }
export type DecideResult = { ok: true } | { ok: false; refusal: DecideRefusal }

/** Says yes, which corrects the record, or no with a reason; the person is told either way. */
export async function decideObjection(db: Db, request: DecideRequest, now: Date): Promise<DecideResult> {
  const known = await getObjection(db, request.id)
  if (!known) return { ok: false, refusal: 'already-decided' }
  const result = await withMeeting<DecideResult>(db, known.meetingId, async (trx, workshop, meeting) => {
    const objection = await getObjection(trx, request.id)
    if (!objection || objection.decidedAt) return { ok: false, refusal: 'already-decided' }
    if (request.decision === 'accepted') {
      const refusal = await correct(trx, { workshop, meeting }, objection, request.by, now)
      if (refusal) return { ok: false, refusal }
    }
    const { decision, answer, by } = request
    await trx
      .updateTable('attendanceObjection')
      .set({ decision, answer, decidedAt: now, decidedBy: by })
      .where('id', '=', objection.id)
      .execute()
    await audit(trx, by, 'objection:decide', objection.id, now, { decision })
    await tellPerson(trx, workshop, meeting, { ...objection, decision, answer }, now)
    return { ok: true }
  })
  return result ?? { ok: false, refusal: 'already-decided' }
}

async function correct(
  trx: Trx,
  occasion: Occasion,
  { enrolmentId, status, units }: Objection,
  by: string,
  now: Date,
): Promise<DecideRefusal | undefined> {
  const entry = { enrolmentId, status, units: status === 'partial' ? units : null }
  const how = { by, via: 'objection', reason: 'objection' } as const
  const corrected = await recordIn(trx, occasion, [entry], how, now)
  if (corrected.ok) return undefined
  return corrected.refusal === 'units-wrong' ? 'units-wrong' : 'not-enrolled'
}

type Decided = Objection & { decision: ObjectionDecision }

async function tellPerson(
  trx: Trx,
  workshop: Workshop,
  { startsAt }: Meeting,
  { id, enrolmentId, decision, answer, status, units }: Decided,
  now: Date,
): Promise<void> {
  const { personId } = await trx
    .selectFrom('enrolment')
    .select('personId')
    .where('id', '=', enrolmentId)
    .executeTakeFirstOrThrow()
  const person = (await listAddressees(trx, [personId])).get(personId)
  if (!person) return
  const to = { personId, address: person.address, locale: person.locale }
  const about = { name: displayName(person), workshop: workshopFacts(workshop), enrolmentId }
  const data = { ...about, startsAt: startsAt.toISOString(), decision, reply: answer, status, units }
  await post(trx, to, 'objection-decided', id, data, now)
}

export function getObjection(db: Db, id: string): Promise<Objection | undefined> {
  return db.selectFrom('attendanceObjection').selectAll().where('id', '=', id).executeTakeFirst()
}

/** All objections of one enrolment, the latest first. */
export function listObjectionsTo(db: Db, enrolmentId: string): Promise<Objection[]> {
  return db
    .selectFrom('attendanceObjection')
    .selectAll()
    .where('enrolmentId', '=', enrolmentId)
    .orderBy('raisedAt', 'desc')
    .orderBy('id')
    .execute()
}

export type OpenObjection = { id: string; titleDe: string; titleEn: string | null; startsAt: Date }

/** Objections that wait for an answer, the oldest first; of the workshops of one trainer, or of all. */
export function listOpenObjections(db: Db, trainerId: string | null): Promise<OpenObjection[]> {
  return db
    .selectFrom('attendanceObjection as objection')
    .innerJoin('meeting', 'meeting.id', 'objection.meetingId')
    .innerJoin('workshop', 'workshop.id', 'meeting.workshopId')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .select(['objection.id', 'course.titleDe', 'course.titleEn', 'meeting.startsAt'])
    .where('objection.decidedAt', 'is', null)
    .$if(trainerId !== null, (query) =>
      query.where('workshop.id', 'in', (eb) =>
        eb
          .selectFrom('workshopTrainer')
          .select('workshopId')
          .where('personId', '=', trainerId ?? ''),
      ),
    )
    .orderBy('objection.raisedAt')
    .execute()
}
