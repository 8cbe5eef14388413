// A colleague takes over: the seat stays with the organisation, and the waiting list does not notice.

import { dayOf } from '#app/domain/calendar.ts'
import { barredBecause } from '#app/domain/decision.ts'
import { notSubstitutableBecause, type SubstituteRefusal } from '#app/domain/substitute.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { askerFacts, askerOf } from '#db/enrolment-facts.ts'
import { moveTo, type Enrolment } from '#db/enrolment-log.ts'
import { listAddressees, tell } from '#db/enrolment-mail.ts'
import { beginEnrolment, getEnrolment, withEnrolment } from '#db/enrolments.ts'
import { listColleagues, holdMembers, organisationOn, type Colleague } from '#db/members.ts'
import { listCurrent } from '#db/queue.ts'
import type { Workshop } from '#db/workshops.ts'

export type SubstituteRequest = {
  /** Of the enrolment to be, so that a form sent twice asks once. */
  id: string
  enrolmentId: string
  /** Who is to stand in. */
  personId: string
  by: string
}

export type SubstituteResult = { ok: true } | { ok: false; refusal: SubstituteRefusal }

/**
 * Ends an enrolment and offers its seat to a colleague, with its number in the queue and what was agreed to. Whoever
 * does not accept gives it to those who wait, as with every offer.
 */
export function nameSubstitute(db: Db, request: SubstituteRequest, now: Date): Promise<SubstituteResult> {
  return withEnrolment(db, request.enrolmentId, async (trx, workshop, first) => {
    const before = await getEnrolment(trx, request.id)
    if (before) return isNamed(before, request) ? { ok: true } : { ok: false, refusal: 'page-outdated' }
    const refusal = notSubstitutableBecause(workshop, first.status, now)
    if (refusal) return { ok: false, refusal }
    const found = await findSubstitute(trx, workshop, first, request.personId, now)
    if (typeof found === 'string') return { ok: false, refusal: found }

    const { queueNumber, seat, wantsRoom } = first
    await moveTo(trx, [first], { status: 'substituted', reason: 'substituted' }, request.by, now)
    const place = { status: 'offered', reason: 'as-substitute', seat, wantsRoom } as const
    const heir = { id: request.id, member: found, by: request.by, queueNumber, substituteOf: first.id }
    const offer = await beginEnrolment(trx, workshop, { ...place, ...heir }, now)
    if (!offer?.offerUntil) throw new Error('the id of a substitute was used before')
    await audit(trx, request.by, 'enrolment:substitute', first.id, now, { substitute: offer.id })
    const officer = (await listAddressees(trx, [request.by])).get(request.by)
    const news = {
      kind: 'enrolment-offered',
      until: offer.offerUntil,
      enrolledBy: officer,
      seat,
      wantsRoom,
    } as const
    await tell(trx, news, offer.id, found, workshop, now)
    return { ok: true }
  })
}

function isNamed({ substituteOf, personId }: Enrolment, request: SubstituteRequest): boolean {
  return substituteOf === request.enrolmentId && personId === request.personId
}

/** The colleague as a member of the same organisation, or why it cannot be them. */
async function findSubstitute(
  trx: Trx,
  workshop: Workshop,
  { organisationId, personId: firstId }: Enrolment,
  personId: string,
  now: Date,
) {
  const served = await organisationOn(trx, organisationId, dayOf(now))
  const [member] = await holdMembers(trx, [personId], [served], dayOf(now))
  if (!member || personId === firstId) return 'not-colleague'
  const asker = askerOf(await askerFacts(trx, workshop, [member], now), member, { by: firstId })
  const refusal = barredBecause(workshop, asker, await listCurrent(trx, workshop.id))
  if (refusal === null) return member
  return refusal === 'no-organisation' ? 'not-colleague' : refusal
}

/** Who could stand in: colleagues of the same organisation who are not in it already. */
export async function listSubstitutes(
  db: Db,
  workshop: Workshop,
  { organisationId, personId }: Enrolment,
  now: Date,
): Promise<Colleague[]> {
  const current = await listCurrent(db, workshop.id)
  const busy = new Set([personId, ...workshop.trainerIds, ...current.map((one) => one.personId)])
  const served = await organisationOn(db, organisationId, dayOf(now))
  const colleagues = await listColleagues(db, [served], dayOf(now))
  return colleagues.filter(({ id }) => !busy.has(id))
}
