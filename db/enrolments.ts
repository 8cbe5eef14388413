import { dayOf } from '#app/domain/calendar.ts'
import { decide, type Asker, type RequiredCourse } from '#app/domain/decision.ts'
import {
  closedBecause,
  CURRENT_STATUSES,
  isNotice,
  staysBecause,
  type AbsenceReason,
  type EnrolmentReason,
  type EnrolmentRefusal,
  type EnrolmentStatus,
  type WithdrawReason,
  type WithdrawRefusal,
} from '#app/domain/enrolment.ts'
import { offerEnds, positionOf, type Decision, type Seat } from '#app/domain/queue.ts'
import { applyApprovalRules } from '#db/approval-requests.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { askerFacts, askerOf } from '#db/enrolment-facts.ts'
import { addEnrolment, moveTo, type Enrolment } from '#db/enrolment-log.ts'
import {
  listAddressees,
  newsOf,
  tell,
  tellAbsence,
  tellSubstituted,
  type Addressee,
} from '#db/enrolment-mail.ts'
import { holdMembers, type Member } from '#db/members.ts'
import { listCurrent, promoteWaiting } from '#db/queue.ts'
import { lockWorkshop, lockWorkshops, type Workshop } from '#db/workshops.ts'

export type EnrolRequest = {
  /** Made by the page that shows the button, so that a form sent twice enrols once. */
  id?: string
  workshopId: string
  personId: string
  /** For which organisation; null takes the one they have served longest. */
  organisationId: string | null
  /** In a hybrid workshop: the room, unless said otherwise. */
  wish?: Seat
  by: string
}

/** What somebody got; `position` only in the line for a seat. */
export type Place = { id: string; status: EnrolmentStatus; position: number | undefined }
type Refused = { ok: false; refusal: EnrolmentRefusal; missing?: readonly RequiredCourse[] }
type PlaceResult = ({ ok: true } & Place) | Refused
export type EnrolResult = PlaceResult | { ok: false; refusal: 'no-workshop' }

/** Gives a seat, or a place on the waiting list; an offer when somebody else asks for it. */
export function enrol(db: Db, request: EnrolRequest, now: Date): Promise<EnrolResult> {
  return db.transaction().execute(async (trx) => {
    const [workshop] = await lockWorkshops(trx, [request.workshopId])
    return workshop ? enrolIn(trx, workshop, request, now) : { ok: false, refusal: 'no-workshop' }
  })
}

/** The same for a workshop that the caller has locked; without the lock two people may get one seat. */
export async function enrolIn(
  trx: Trx,
  workshop: Workshop,
  request: EnrolRequest,
  now: Date,
): Promise<PlaceResult> {
  const closed = closedBecause(workshop, now)
  if (closed) return { ok: false, refusal: closed }
  const { id, personId, by, wish } = request
  const within = request.organisationId === null ? null : [request.organisationId]
  const [member] = await holdMembers(trx, [personId], within, dayOf(now))
  if (!member) return { ok: false, refusal: 'no-organisation' }
  const current = await listCurrent(trx, workshop.id)
  const asker = askerOf(await askerFacts(trx, workshop, [member], now), member, { by, wish })
  const result = await giveSeat(trx, workshop, current, { ...(id && { id }), member, asker, by }, now)
  if (!result.ok || result.before) return result
  await audit(trx, by, 'enrolment:enrol', result.id, now, {
    workshop: workshop.id,
    status: result.status,
  })
  return result
}

type SeatRequest = { id?: string; member: Member; asker: Asker; by: string; officer?: Addressee }
type SeatResult = ({ ok: true; before?: true } & Place) | Refused

/** Decides on one person and writes it down. `current` is everyone before them; the newcomer is added to it. */
export async function giveSeat(
  trx: Trx,
  workshop: Workshop,
  current: Enrolment[],
  { id, member, asker, by, officer }: SeatRequest,
  now: Date,
): Promise<SeatResult> {
  const before = current.find((enrolment) => enrolment.personId === member.id)
  if (before && before.id === id) return { ok: true, before: true, ...placeOf(current, before) }
  const decision = decide(workshop, asker, current, now)
  if (!decision.may) {
    const { refusal, missing } = decision
    return { ok: false, refusal, ...(missing.length > 0 && { missing }) }
  }

  const enrolment = await beginEnrolment(
    trx,
    workshop,
    { ...decision.place, member, by, ...(id && { id }) },
    now,
  )
  if (!enrolment) return { ok: false, refusal: 'page-outdated' }
  current.push(enrolment)
  const place = placeOf(current, enrolment)
  const news = newsOf(decision.place, place.position, enrolment.offerUntil, officer)
  // A request is told of by the rule that made it one.
  if (place.status !== 'requested') await tell(trx, news, enrolment.id, member, workshop, now)
  // Few organisations have anything to say; what they say is read again, now that the seat holds their row.
  if (asker.approval?.kind !== 'none') await applyApprovalRules(trx, workshop, [enrolment], now)
  return { ok: true, ...place }
}

type Beginning = Omit<Decision, 'reason'> & {
  id?: string
  reason: EnrolmentReason
  member: Pick<Member, 'id' | 'organisationId'>
  by: string
  /** Of an offer that does not end as others do. */
  offerUntil?: Date
  /** Only of those who stand in for somebody. */
  queueNumber?: number
  substituteOf?: string
}

/** The row, with the first line of its log; undefined when its id was used for something else before. */
export function beginEnrolment(
  trx: Trx,
  workshop: Workshop,
  { reason, member, by, offerUntil, ...columns }: Beginning,
  now: Date,
): Promise<Enrolment | undefined> {
  const seat = workshop.onlineCapacity === null || columns.status === 'waiting' ? null : columns.seat
  return addEnrolment(
    trx,
    {
      ...columns,
      workshopId: workshop.id,
      personId: member.id,
      organisationId: member.organisationId,
      enrolledAt: now,
      enrolledBy: by,
      offerUntil: columns.status === 'offered' ? (offerUntil ?? offerEnds(workshop, now)) : null,
    },
    { reason, seat },
  )
}

function placeOf(inOrder: readonly Enrolment[], { id, status }: Enrolment): Place {
  return { id, status, position: positionOf(inOrder, id) }
}

export type WithdrawRequest = {
  enrolmentId: string
  by: string
  /** Why somebody else takes the person out. */
  reason?: WithdrawReason
  /** Why the person cannot come: needed once the time to withdraw is over. */
  absence?: AbsenceReason
}
export type WithdrawResult = { ok: true; promoted: Enrolment[] } | { ok: false; refusal: WithdrawRefusal }

/**
 * Gives a seat or a place on the list back, and lets those who wait move up. Whoever withdraws from an offer
 * declines it; whoever withdraws late gives notice of absence, and whoever leads reads it.
 */
export function withdraw(db: Db, request: WithdrawRequest, now: Date): Promise<WithdrawResult> {
  return withEnrolment(db, request.enrolmentId, async (trx, workshop, enrolment) => {
    const step = stepOut(workshop, enrolment, request, now)
    if (typeof step === 'string') return { ok: false, refusal: step }
    await moveTo(trx, [enrolment], step, request.by, now)
    await audit(trx, request.by, 'enrolment:withdraw', enrolment.id, now, { workshop: workshop.id })
    await tellOut(trx, workshop, enrolment, step, now)
    const because = step.status === 'declined' ? 'after-decline' : 'after-withdrawal'
    return { ok: true, promoted: await promoteWaiting(trx, workshop, now, because) }
  })
}

type StepOut =
  | { status: 'declined'; reason: 'declined' }
  | { status: 'excused'; reason: AbsenceReason }
  | { status: 'withdrawn'; reason: WithdrawReason | 'own-wish' }

/** How an enrolment ends, or why it does not. */
function stepOut(
  workshop: Workshop,
  { status, personId }: Enrolment,
  { by, reason, absence }: WithdrawRequest,
  now: Date,
): StepOut | WithdrawRefusal {
  const refusal = staysBecause(workshop, status, now)
  if (refusal) return refusal
  if (by !== personId) return { status: 'withdrawn', reason: reason ?? 'on-request' }
  if (status === 'offered') return { status: 'declined', reason: 'declined' }
  if (!isNotice(workshop, status, now)) return { status: 'withdrawn', reason: 'own-wish' }
  return absence ? { status: 'excused', reason: absence } : 'needs-reason'
}

async function tellOut(trx: Trx, workshop: Workshop, enrolment: Enrolment, step: StepOut, now: Date) {
  const { id, personId, status } = enrolment
  if (status === 'offered') await tellSubstituted(trx, workshop, enrolment, false, now)
  if (step.status === 'declined') return
  const person = (await listAddressees(trx, [personId])).get(personId)
  const kind = step.status === 'excused' ? 'enrolment-excused' : 'enrolment-withdrawn'
  await tell(trx, { kind }, id, person, workshop, now)
  if (step.status === 'excused' && person) await tellAbsence(trx, workshop, id, person, step.reason, now)
}

/** Runs a command on one enrolment under the lock of its workshop. Throws when there is no such enrolment. */
export async function withEnrolment<T>(
  db: Db,
  enrolmentId: string,
  command: (trx: Trx, workshop: Workshop, enrolment: Enrolment) => Promise<T>,
): Promise<T> {
  const { workshopId } = await mustGetEnrolment(db, enrolmentId)
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, workshopId)
    // Read again: only now can nobody else change it.
    return command(trx, workshop, await mustGetEnrolment(trx, enrolmentId))
  })
}

/**
 * Ends all that is current because the workshop is called off, and returns it for the mails. Part of calling
 * off, in its transaction and under its lock.
 */
export async function endByCallOff(
  trx: Trx,
  workshopId: string,
  by: string,
  now: Date,
): Promise<Enrolment[]> {
  const current = await listCurrent(trx, workshopId)
  await moveTo(trx, current, { status: 'called-off', reason: 'workshop-called-off' }, by, now)
  return current
}

/** Ends what somebody has in these workshops, all locked, because their account is closed; others move up. */
export async function endAllOf(
  trx: Trx,
  personId: string,
  workshops: readonly Workshop[],
  by: string,
  now: Date,
): Promise<void> {
  for (const workshop of workshops) {
    const current = await listCurrent(trx, workshop.id)
    const own = current.filter((enrolment) => enrolment.personId === personId)
    await moveTo(trx, own, { status: 'withdrawn', reason: 'account-closed' }, by, now)
    const offers = own.filter(({ status }) => status === 'offered')
    for (const offer of offers) await tellSubstituted(trx, workshop, offer, false, now)
    await promoteWaiting(trx, workshop, now, 'after-withdrawal')
  }
}

/** The workshops to come in which somebody is enrolled. */
export async function listAhead(trx: Trx, personId: string, now: Date): Promise<string[]> {
  const rows = await trx
    .selectFrom('enrolment')
    .select('workshopId')
    .distinct()
    .where('personId', '=', personId)
    .where('status', 'in', CURRENT_STATUSES)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('meeting')
            .select('meeting.id')
            .whereRef('meeting.workshopId', '=', 'enrolment.workshopId')
            .where('meeting.startsAt', '<=', now),
        ),
      ),
    )
    .execute()
  return rows.map((row) => row.workshopId)
}

export function getEnrolment(db: Db, id: string): Promise<Enrolment | undefined> {
  return db.selectFrom('enrolment').selectAll().where('id', '=', id).executeTakeFirst()
}

function mustGetEnrolment(db: Db, id: string): Promise<Enrolment> {
  return db.selectFrom('enrolment').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
