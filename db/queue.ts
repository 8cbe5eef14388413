// Moving up: whoever waits longest, and may, gets what has become free.

import { ruled } from '#app/domain/approval.ts'
import { CURRENT_STATUSES, type PromotionReason } from '#app/domain/enrolment.ts'
import { nextStatus, offerEnds, promoted, promoteUntil, quotaEnds, type Move } from '#app/domain/queue.ts'
import { applyApprovalRules } from '#db/approval-requests.ts'
import { listApprovalRules } from '#db/approval-rules.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { ApprovalRules } from '#db/enrolment-facts.ts'
import { logPassed, moveTo, type Enrolment, type Step } from '#db/enrolment-log.ts'
import { listAddressees, tell } from '#db/enrolment-mail.ts'
import { lockWorkshop, type Workshop } from '#db/workshops.ts'

/** Everyone who holds a seat or waits for one, in the order in which they came. */
export function listCurrent(db: Db, workshopId: string): Promise<Enrolment[]> {
  return db
    .selectFrom('enrolment')
    .selectAll()
    .where('workshopId', '=', workshopId)
    .where('status', 'in', CURRENT_STATUSES)
    .orderBy('queueNumber')
    .execute()
}

/** The same of several workshops. */
export function listCurrentOf(db: Db, workshopIds: readonly string[]): Promise<Enrolment[]> {
  if (workshopIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('enrolment')
    .selectAll()
    .where('workshopId', 'in', workshopIds)
    .where('status', 'in', CURRENT_STATUSES)
    .orderBy('queueNumber')
    .execute()
}

type Planned = Move<Enrolment> & { step: Step }

/**
 * Lets those who wait move up into the free seats, in the order of their queue numbers, and tells them. The workshop
 * must be locked, and be given as it is now: after more seats were made, with the new capacity.
 */
export async function promoteWaiting(
  trx: Trx,
  workshop: Workshop,
  now: Date,
  reason: PromotionReason = 'after-more-seats',
): Promise<Enrolment[]> {
  const { moves, passed } = promoted(workshop, await listCurrent(trx, workshop.id), now)
  if (moves.length === 0) return []
  const approvals = await listApprovalRules(
    trx,
    moves.map(({ enrolment }) => enrolment.organisationId),
  )
  const planned = moves.map((move) => ({ ...move, step: stepOf(workshop, move, approvals, reason, now) }))
  for (const { enrolment, step } of planned) await moveTo(trx, [enrolment], step, null, now)
  await logPassed(trx, passed, 'passed-quota', now)
  await tellAll(trx, workshop, planned, now)
  await applyApprovalRules(trx, workshop, planned.filter(isNewSeat).map(withStep), now)
  return moves.map(({ enrolment }) => enrolment)
}

/** Whoever sits online and goes into the room was asked about when they got their seat. */
const isNewSeat = ({ enrolment }: Planned) => enrolment.status === 'waiting'
const withStep = ({ enrolment, step }: Planned) => ({ ...enrolment, status: step.status })

/** Whoever sits online already keeps all but the seat; whoever waited gets what a seat begins as. */
function stepOf(
  workshop: Workshop,
  { enrolment, seat, wantsRoom }: Move<Enrolment>,
  approvals: ApprovalRules,
  reason: PromotionReason,
  now: Date,
): Step {
  const { status, offerUntil, enrolledBy, personId, organisationId } = enrolment
  if (status !== 'waiting') return { status, reason: 'room-instead', offerUntil, seat, wantsRoom }
  const next = nextStatus(enrolledBy === personId, now >= promoteUntil(workshop))
  const until = next === 'offered' ? offerEnds(workshop, now) : null
  const place = { status: next, reason, offerUntil: until, seat, wantsRoom }
  return ruled<Step>(place, approvals.get(organisationId))
}

async function tellAll(trx: Trx, workshop: Workshop, planned: readonly Planned[], now: Date): Promise<void> {
  const people = await listAddressees(
    trx,
    planned.flatMap(({ enrolment }) => [enrolment.personId, enrolment.enrolledBy]),
  )
  for (const { enrolment, step, ...given } of planned) {
    const { id, personId, enrolledBy } = enrolment
    // A request is told of by the rule that made it one.
    if (enrolment.status === 'waiting' && step.status === 'requested') continue
    const officer = enrolledBy === personId ? undefined : people.get(enrolledBy)
    const news =
      enrolment.status !== 'waiting'
        ? ({ kind: 'enrolment-room' } as const)
        : step.offerUntil
          ? ({ kind: 'enrolment-offered', until: step.offerUntil, enrolledBy: officer, ...given } as const)
          : ({ kind: 'enrolment-promoted', ...given } as const)
    await tell(trx, news, id, people.get(personId), workshop, now)
  }
}

/** Gives the seats that quotas kept free to whoever waits, once their day has come. Returns how many moved up. */
export async function releaseQuotas(db: Db, now: Date): Promise<number> {
  const waiting = await db
    .selectFrom('workshop')
    .select('workshop.id')
    .distinct()
    .innerJoin('enrolment', 'enrolment.workshopId', 'workshop.id')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .where('enrolment.status', '=', 'waiting')
    .where('workshop.quota', 'is not', null)
    .where('workshop.calledOffAt', 'is', null)
    .where('meeting.startsAt', '>', now)
    .execute()
  let moved = 0
  for (const { id } of waiting) moved += await releaseIn(db, id, now)
  return moved
}

function releaseIn(db: Db, workshopId: string, now: Date): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, workshopId)
    const ends = quotaEnds(workshop)
    if (ends === null || now < ends) return 0
    const { length: promoted } = await promoteWaiting(trx, workshop, now, 'after-quota')
    if (promoted > 0) await audit(trx, null, 'enrolment:release-quota', workshopId, now, { promoted })
    return promoted
  })
}

/** Tells those who wait, in their log, that there are fewer seats than people by now: first it has to fit again. */
export async function noteFewerSeats(trx: Trx, workshopId: string, now: Date): Promise<void> {
  const waiting = (await listCurrent(trx, workshopId)).filter(({ status }) => status === 'waiting')
  await logPassed(trx, waiting, 'fewer-seats', now)
}

/** A workshop that is no longer hybrid has one kind of seat: whoever sits or waits online has that one, or waits for it. */
export async function joinSeats(trx: Trx, workshopId: string, now: Date): Promise<void> {
  const online = (await listCurrent(trx, workshopId)).filter(({ seat }) => seat === 'online')
  for (const one of online) {
    const { status, offerUntil } = one
    const step = { status, reason: 'no-longer-hybrid', offerUntil, seat: 'room', wantsRoom: false } as const
    await moveTo(trx, [one], step, null, now)
  }
}

/** Leaves the line for the room, and keeps the online seat. Whoever is in no such line stays as they are. */
export function stayOnline(
  db: Db,
  { enrolmentId, by }: { enrolmentId: string; by: string },
  now: Date,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('enrolment')
      .select('workshopId')
      .where('id', '=', enrolmentId)
      .executeTakeFirstOrThrow()
    await lockWorkshop(trx, known.workshopId)
    const own = (await listCurrent(trx, known.workshopId)).find(({ id }) => id === enrolmentId)
    if (!own?.wantsRoom) return
    const { status, offerUntil } = own
    const step = { status, reason: 'online-enough', offerUntil, seat: 'online', wantsRoom: false } as const
    await moveTo(trx, [own], step, by, now)
    await audit(trx, by, 'enrolment:stay-online', enrolmentId, now, { workshop: known.workshopId })
  })
}
