// The same course on another day: given up and taken in one step, or not at all.

import { dayOf } from '#app/domain/calendar.ts'
import { decide } from '#app/domain/decision.ts'
import { closedBecause } from '#app/domain/enrolment.ts'
import { wishOf } from '#app/domain/queue.ts'
import { notRebookableBecause, type RebookRefusal } from '#app/domain/substitute.ts'
import { freeSeats } from '#app/domain/workshop.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { askerFacts, askerOf } from '#db/enrolment-facts.ts'
import { moveTo, type Enrolment } from '#db/enrolment-log.ts'
import { listAddressees, tell } from '#db/enrolment-mail.ts'
import { enrolIn, getEnrolment } from '#db/enrolments.ts'
import { holdMembers, organisationOn } from '#db/members.ts'
import { listCurrent, promoteWaiting } from '#db/queue.ts'
import { listWorkshops, lockWorkshop, type Workshop, type WorkshopLine } from '#db/workshops.ts'

export type RebookRequest = {
  /** Of the enrolment to be, so that a form sent twice rebooks once. */
  id: string
  enrolmentId: string
  toWorkshopId: string
  by: string
}

export type RebookResult = { ok: true } | { ok: false; refusal: RebookRefusal }

/** Gives a seat, or a place on the list, up for a seat on another date; others move up behind. */
export async function rebook(db: Db, request: RebookRequest, now: Date): Promise<RebookResult> {
  const known = await getEnrolment(db, request.enrolmentId)
  if (!known) return { ok: false, refusal: 'not-seated' }
  if (known.workshopId === request.toWorkshopId) return { ok: false, refusal: 'other-course' }
  return db.transaction().execute(async (trx) => {
    const { from, to } = await lockBoth(trx, known.workshopId, request.toWorkshopId)
    const done = await getEnrolment(trx, request.id)
    if (done) return isRebooked(done, known, request) ? { ok: true } : { ok: false, refusal: 'page-outdated' }
    const before = await getEnrolment(trx, request.enrolmentId)
    if (!before) return { ok: false, refusal: 'not-seated' }
    const refusal =
      notRebookableBecause(from, before.status, now) ?? (await noSeatBecause(trx, from, to, before, now))
    if (refusal) return { ok: false, refusal }
    await move(trx, { from, to, before }, request, now)
    return { ok: true }
  })
}

function isRebooked({ workshopId, personId }: Enrolment, from: Enrolment, { toWorkshopId }: RebookRequest) {
  return workshopId === toWorkshopId && personId === from.personId
}

/** In the order in which everybody locks them: two who change places must not wait for each other. */
async function lockBoth(trx: Trx, fromId: string, toId: string) {
  const first = await lockWorkshop(trx, fromId < toId ? fromId : toId)
  const second = await lockWorkshop(trx, fromId < toId ? toId : fromId)
  return first.id === fromId ? { from: first, to: second } : { from: second, to: first }
}

/** Why the other date gives no seat. Asked before anything is given up. */
async function noSeatBecause(
  trx: Trx,
  from: Workshop,
  to: Workshop,
  { personId, organisationId, ...seat }: Enrolment,
  now: Date,
): Promise<RebookRefusal | null> {
  if (from.courseId !== to.courseId) return 'other-course'
  const served = await organisationOn(trx, organisationId, dayOf(now))
  const [member] = await holdMembers(trx, [personId], [served], dayOf(now))
  if (!member) return 'target-closed'
  const asker = askerOf(await askerFacts(trx, to, [member], now), member, {
    wish: wishOf(seat),
    by: personId,
  })
  const decision = decide(to, asker, await listCurrent(trx, to.id), now)
  if (!decision.may) return 'target-closed'
  return decision.place.status === 'waiting' ? 'target-full' : null
}

type Both = { from: Workshop; to: Workshop; before: Enrolment }

async function move(
  trx: Trx,
  { from, to, before }: Both,
  { id, by }: RebookRequest,
  now: Date,
): Promise<void> {
  const { personId } = before
  const organisationId = await organisationOn(trx, before.organisationId, dayOf(now))
  const request = { id, workshopId: to.id, personId, organisationId, wish: wishOf(before), by }
  await moveTo(trx, [before], { status: 'withdrawn', reason: 'rebooked' }, by, now)
  const person = (await listAddressees(trx, [personId])).get(personId)
  await tell(trx, { kind: 'enrolment-withdrawn' }, before.id, person, from, now)
  await audit(trx, by, 'enrolment:rebook', before.id, now, { from: from.id, to: to.id })
  const taken = await enrolIn(trx, to, request, now)
  if (!taken.ok) throw new Error(`the seat that was there is gone: ${taken.refusal}`)
  await promoteWaiting(trx, from, now, 'after-withdrawal')
}

/** The other dates of the same course that have a free seat. */
export async function listOtherDates(
  db: Db,
  { id, courseId }: Pick<Workshop, 'id' | 'courseId'>,
  now: Date,
): Promise<WorkshopLine[]> {
  const lines = await listWorkshops(db, { courseId, from: now })
  return lines.filter((line) => line.id !== id && closedBecause(line, now) === null && freeSeats(line) > 0)
}
