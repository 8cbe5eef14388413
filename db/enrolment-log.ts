import { mayFollow, type EnrolmentReason, type EnrolmentStatus } from '#app/domain/enrolment.ts'
import type { Seat } from '#app/domain/queue.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { NewRow, Row } from '#db/schema.ts'

export type Enrolment = Row<'enrolment'>

/** One line of the log: who did what, when and why. `by` is undefined where the product did it by its rules. */
export type LogEntry = {
  id: number
  at: Date
  fromStatus: EnrolmentStatus | null
  toStatus: EnrolmentStatus
  reason: string | null
  /** Where it led into another kind of seat. */
  seat: Seat | null
  by: { id: string; givenName: string; familyName: string } | undefined
}

/** What becomes of an enrolment. */
export type Step = {
  status: EnrolmentStatus
  reason: EnrolmentReason
  offerUntil?: Date | null
  /** Left out where the seat stays what it is. */
  seat?: Seat
  wantsRoom?: boolean
}

/**
 * The one way in which enrolments begin: the row and the first line of its log, in one statement, for everybody behind
 * it waits. Undefined when the id was used before.
 */
export function addEnrolment(
  trx: Trx,
  row: NewRow<'enrolment'>,
  { reason, seat = null }: { reason: EnrolmentReason; seat?: Seat | null },
): Promise<Enrolment | undefined> {
  refuseImpossible(null, row.status)
  return trx
    .with('begun', (query) =>
      query
        .insertInto('enrolment')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returningAll(),
    )
    .with('logged', (query) =>
      query
        .insertInto('enrolmentEvent')
        .columns(['enrolmentId', 'toStatus', 'at', 'byPersonId', 'reason', 'seat'])
        .expression((eb) =>
          eb
            .selectFrom('begun')
            .select(['id', 'status', 'enrolledAt', 'enrolledBy'])
            .select([eb.val(reason).as('reason'), eb.val(seat).as('seat')]),
        ),
    )
    .selectFrom('begun')
    .selectAll()
    .executeTakeFirst()
}

/** The one way in which enrolments change. Their workshop must be locked; `by` is null for the product itself. */
export async function moveTo(
  trx: Trx,
  enrolments: readonly Pick<Enrolment, 'id' | 'status'>[],
  step: Step,
  by: string | null,
  now: Date,
): Promise<void> {
  if (enrolments.length === 0) return
  await write(trx, enrolments, step, by, now)
  await trx
    .updateTable('enrolment')
    .set({
      status: step.status,
      offerUntil: step.offerUntil ?? null,
      ...(step.seat && { seat: step.seat }),
      ...(step.wantsRoom !== undefined && { wantsRoom: step.wantsRoom }),
    })
    .where(
      'id',
      'in',
      enrolments.map((enrolment) => enrolment.id),
    )
    .execute()
}

/** Writes down for those who wait why they did not move up; what they are, they stay. */
export async function logPassed(
  trx: Trx,
  enrolments: readonly Pick<Enrolment, 'id' | 'status'>[],
  reason: EnrolmentReason,
  now: Date,
): Promise<void> {
  if (enrolments.length > 0) await write(trx, enrolments, { status: 'waiting', reason }, null, now)
}

async function write(
  trx: Trx,
  enrolments: readonly Pick<Enrolment, 'id' | 'status'>[],
  { status, reason, seat = null }: { status: EnrolmentStatus; reason: EnrolmentReason; seat?: Seat | null },
  by: string | null,
  now: Date,
): Promise<void> {
  const lines = enrolments.map(({ id, status: from }) => {
    // To stay what one is, is no step: into another kind of seat, or passed over while one waits.
    if (from !== status) refuseImpossible(from, status)
    return { enrolmentId: id, fromStatus: from, toStatus: status, at: now, byPersonId: by, reason, seat }
  })
  await trx.insertInto('enrolmentEvent').values(lines).execute()
}

/** Throws at a step that no enrolment may take: that would be a mistake in the program, never of a person. */
function refuseImpossible(from: EnrolmentStatus | null, to: EnrolmentStatus): void {
  if (!mayFollow(from, to)) throw new Error(`no enrolment goes from ${from ?? 'nothing'} to ${to}`)
}

/** What became of an enrolment, from its beginning. */
export async function listLog(db: Db, enrolmentId: string): Promise<LogEntry[]> {
  const rows = await db
    .selectFrom('enrolmentEvent as event')
    .leftJoin('person', 'person.id', 'event.byPersonId')
    .select(['event.id', 'event.at', 'event.fromStatus', 'event.toStatus', 'event.reason', 'event.seat'])
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
