import {
  mayFollow,
  type Decision,
  type EnrolmentReason,
  type EnrolmentStatus,
} from '#app/domain/enrolment.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type Enrolment = Row<'enrolment'>

/** One line of the log: who did what, when and why. `by` is undefined where the product did it by its rules. */
export type LogEntry = {
  id: number
  at: Date
  fromStatus: EnrolmentStatus | null
  toStatus: EnrolmentStatus
  reason: string | null
  by: { id: string; givenName: string; familyName: string } | undefined
}

/** Writes a line of the log; throws when the step is none that an enrolment may take. */
export async function logStep(
  trx: Trx,
  enrolmentId: string,
  from: EnrolmentStatus | null,
  { status, reason }: Decision,
  by: string | null,
  now: Date,
): Promise<void> {
  if (!mayFollow(from, status))
    throw new Error(`no enrolment goes from ${from ?? 'its beginning'} to ${status}`)
  await trx
    .insertInto('enrolmentEvent')
    .values({ enrolmentId, fromStatus: from, toStatus: status, at: now, byPersonId: by, reason })
    .execute()
}

/** The one way in which an enrolment changes. The workshop must be locked; `by` is null for the product itself. */
export async function moveTo(
  trx: Trx,
  enrolment: Pick<Enrolment, 'id' | 'status'>,
  step: { status: EnrolmentStatus; reason: EnrolmentReason; offerUntil?: Date },
  by: string | null,
  now: Date,
): Promise<void> {
  await logStep(trx, enrolment.id, enrolment.status, step, by, now)
  await trx
    .updateTable('enrolment')
    .set({ status: step.status, offerUntil: step.offerUntil ?? null })
    .where('id', '=', enrolment.id)
    .execute()
}

/** What became of an enrolment, from its beginning. */
export async function listLog(db: Db, enrolmentId: string): Promise<LogEntry[]> {
  const rows = await db
    .selectFrom('enrolmentEvent as event')
    .leftJoin('person', 'person.id', 'event.byPersonId')
    .select(['event.id', 'event.at', 'event.fromStatus', 'event.toStatus', 'event.reason'])
    .select(['person.id as personId', 'person.givenName', 'person.familyName'])
    .where('event.enrolmentId', '=', enrolmentId)
    .orderBy('event.id')
    .execute()
  return rows.map(({ personId, givenName, familyName, ...entry }) => ({
    ...entry,
    by:
      personId === null || givenName === null || familyName === null
        ? undefined
        : { id: personId, givenName, familyName },
  }))
}
