import { dayOf } from '#app/domain/calendar.ts'
import {
  closedBecause,
  CURRENT_STATUSES,
  offerEnds,
  placeFor,
  positionOf,
  promoted,
  seatFor,
  staysBecause,
  type EnrolmentRefusal,
  type EnrolmentStatus,
  type PromotionReason,
  type WithdrawReason,
  type WithdrawRefusal,
} from '#app/domain/enrolment.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { logBeginning, moveTo, type Enrolment } from '#db/enrolment-log.ts'
import { listAddressees, tell, type Addressee } from '#db/enrolment-mail.ts'
import { listMembers, type Member } from '#db/members.ts'
import { lockWorkshop, type Workshop } from '#db/workshops.ts'

export type EnrolRequest = {
  /** Made by the page that shows the button, so that a form sent twice enrols once. */
  id?: string
  workshopId: string
  personId: string
  /** For which organisation; null takes the one they have served longest. */
  organisationId: string | null
  by: string
}

/** What somebody got; `position` only on the waiting list. */
export type Place = { id: string; status: EnrolmentStatus; position: number | undefined }
export type EnrolResult = ({ ok: true } & Place) | { ok: false; refusal: EnrolmentRefusal }

/** Gives a seat, or a place on the waiting list; an offer when somebody else asks for it. */
export function enrol(db: Db, request: EnrolRequest, now: Date): Promise<EnrolResult> {
  return db
    .transaction()
    .execute(async (trx) => enrolIn(trx, await lockWorkshop(trx, request.workshopId), request, now))
}

/** The same for a workshop that the caller has locked; without the lock two people may get one seat. */
export async function enrolIn(
  trx: Trx,
  workshop: Workshop,
  request: EnrolRequest,
  now: Date,
): Promise<EnrolResult> {
  const closed = closedBecause(workshop, now)
  if (closed) return { ok: false, refusal: closed }
  const within = request.organisationId === null ? null : [request.organisationId]
  const [member] = await listMembers(trx, [request.personId], within, dayOf(now))
  if (!member) return { ok: false, refusal: 'no-organisation' }
  const current = await listCurrent(trx, workshop.id)
  const result = await seat(trx, workshop, current, { ...request, member }, now)
  if (!result.ok || result.before) return result
  await audit(trx, request.by, 'enrolment:enrol', result.id, now, {
    workshop: workshop.id,
    status: result.status,
  })
  return result
}

type SeatRequest = { id?: string; member: Member; by: string; officer?: Addressee }
type SeatResult = ({ ok: true; before?: true } & Place) | { ok: false; refusal: EnrolmentRefusal }

/** Decides on one person and writes it down. `current` is everyone before them; the newcomer is added to it. */
export async function seat(
  trx: Trx,
  workshop: Workshop,
  current: Enrolment[],
  { id, member, by, officer }: SeatRequest,
  now: Date,
): Promise<SeatResult> {
  if (workshop.trainerIds.includes(member.id)) return { ok: false, refusal: 'is-trainer' }
  const before = current.find((enrolment) => enrolment.personId === member.id)
  if (before && before.id === id) return { ok: true, before: true, ...placeOf(current, before) }
  if (before) return { ok: false, refusal: 'already-enrolled' }

  const decision = placeFor(workshop, current, by === member.id)
  const offerUntil = decision.status === 'offered' ? offerEnds(now, workshop) : null
  const enrolment = await trx
    .insertInto('enrolment')
    .values({
      ...(id && { id }),
      workshopId: workshop.id,
      personId: member.id,
      organisationId: member.organisationId,
      status: decision.status,
      enrolledAt: now,
      enrolledBy: by,
      offerUntil,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!enrolment) return { ok: false, refusal: 'page-outdated' }
  current.push(enrolment)
  await logBeginning(trx, enrolment.id, decision, by, now)
  const place = placeOf(current, enrolment)
  await tell(trx, newsOf(place, offerUntil, officer), enrolment.id, member, workshop, now)
  return { ok: true, ...place }
}

function placeOf(inOrder: readonly Enrolment[], { id, status }: Enrolment): Place {
  return { id, status, position: positionOf(inOrder, id) }
}

function newsOf(place: Place, offerUntil: Date | null, officer: Addressee | undefined) {
  if (place.position !== undefined) return { kind: 'enrolment-waiting', position: place.position } as const
  if (offerUntil) return { kind: 'enrolment-offered', until: offerUntil, enrolledBy: officer } as const
  return { kind: 'enrolment-confirmed' } as const
}

export type WithdrawResult = { ok: true; promoted: Enrolment[] } | { ok: false; refusal: WithdrawRefusal }

/**
 * Gives a seat or a place on the list back, and lets those who wait move up. `reason` is for those who take
 * somebody else out. Whoever withdraws from an offer declines it, which is the same.
 */
export function withdraw(
  db: Db,
  request: { enrolmentId: string; by: string; reason?: WithdrawReason },
  now: Date,
): Promise<WithdrawResult> {
  return withEnrolment(db, request.enrolmentId, async (trx, workshop, enrolment) => {
    const own = request.by === enrolment.personId
    const refusal = staysBecause(workshop, enrolment.status, now, !own)
    if (refusal) return { ok: false, refusal }

    const declines = own && enrolment.status === 'offered'
    const step = declines
      ? ({ status: 'declined', reason: 'declined' } as const)
      : ({ status: 'withdrawn', reason: own ? 'own-wish' : (request.reason ?? 'on-request') } as const)
    await moveTo(trx, [enrolment], step, request.by, now)
    await audit(trx, request.by, 'enrolment:withdraw', enrolment.id, now, { workshop: workshop.id })
    if (!declines) {
      const people = await listAddressees(trx, [enrolment.personId])
      const person = people.get(enrolment.personId)
      await tell(trx, { kind: 'enrolment-withdrawn' }, enrolment.id, person, workshop, now)
    }
    const because = declines ? 'after-decline' : 'after-withdrawal'
    return { ok: true, promoted: await promoteWaiting(trx, workshop, now, because) }
  })
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
 * Lets those who wait move up into the free seats, in the order of their queue numbers, and tells them. Whoever
 * joined the list themselves gets the seat, whoever was put there by somebody else an offer. The workshop must
 * be locked, and be given as it is now: after more seats were made, with the new capacity.
 */
export async function promoteWaiting(
  trx: Trx,
  workshop: Workshop,
  now: Date,
  reason: PromotionReason = 'after-more-seats',
): Promise<Enrolment[]> {
  const lucky = promoted(workshop, await listCurrent(trx, workshop.id), now)
  if (lucky.length === 0) return []
  const seated = lucky.filter((enrolment) => seatFor(enrolment) === 'confirmed')
  const offered = lucky.filter((enrolment) => seatFor(enrolment) === 'offered')
  const until = offerEnds(now, workshop)
  await moveTo(trx, seated, { status: 'confirmed', reason }, null, now)
  await moveTo(trx, offered, { status: 'offered', reason, offerUntil: until }, null, now)

  const people = await listAddressees(
    trx,
    lucky.flatMap(({ personId, enrolledBy }) => [personId, enrolledBy]),
  )
  for (const { id, personId, enrolledBy } of lucky) {
    const news = offered.some((enrolment) => enrolment.id === id)
      ? ({ kind: 'enrolment-offered', until, enrolledBy: people.get(enrolledBy) } as const)
      : ({ kind: 'enrolment-promoted' } as const)
    await tell(trx, news, id, people.get(personId), workshop, now)
  }
  return lucky
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

export function getEnrolment(db: Db, id: string): Promise<Enrolment | undefined> {
  return db.selectFrom('enrolment').selectAll().where('id', '=', id).executeTakeFirst()
}

function mustGetEnrolment(db: Db, id: string): Promise<Enrolment> {
  return db.selectFrom('enrolment').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
