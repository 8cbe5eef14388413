// The decision about somebody's own enrolment, as the page of a workshop and its JSON both tell it.

import { dayOf } from '#app/domain/calendar.ts'
import { decide, type EnrolmentDecision, type EnrolmentWarnings } from '#app/domain/decision.ts'
import { isNotice, staysBecause } from '#app/domain/enrolment.ts'
import { displayName } from '#app/domain/person.ts'
import { positionOf, seatState, waitsBecause } from '#app/domain/queue.ts'
import { openApproval } from '#app/http/approval.server.ts'
import type { Db } from '#db/client.server.ts'
import { askerFacts, askerOf, listWarnings } from '#db/enrolment-facts.ts'
import type { Enrolment } from '#db/enrolment-log.ts'
import { listOrganisationsOf } from '#db/members.ts'
import { getPerson } from '#db/people.ts'
import type { Workshop } from '#db/workshops.ts'

export type OwnDecision = {
  /** For the first of the organisations; of one who serves none, the refusal. */
  decision: EnrolmentDecision
  /** For whom they could enrol, the longest served first, and what for each: only one may have its quota full. */
  organisations: { id: string; name: string; decision: EnrolmentDecision }[]
  warnings: EnrolmentWarnings
}

const NO_WARNINGS: EnrolmentWarnings = { clash: undefined, thinDay: undefined }

/** What pressing the button would do for this person right now. The command decides again, under its lock. */
export async function ownDecision(
  db: Db,
  workshop: Workshop,
  personId: string,
  current: readonly Enrolment[],
  now: Date,
): Promise<OwnDecision> {
  const serves = await listOrganisationsOf(db, personId, dayOf(now))
  const nobody = { id: personId, organisationId: null }
  const asking = serves.map(({ id: organisationId }) => ({ id: personId, organisationId }))
  const facts = await askerFacts(db, workshop, asking.length > 0 ? asking : [nobody], now)
  const decisionFor = (organisationId: string | null) =>
    decide(workshop, askerOf(facts, { id: personId, organisationId }, { by: personId }), current, now)
  const organisations = serves.map((organisation) => ({
    ...organisation,
    decision: decisionFor(organisation.id),
  }))
  const [first] = organisations
  const decision = first?.decision ?? decisionFor(null)
  const warnings =
    decision.may && first
      ? await listWarnings(db, workshop, { id: personId, organisationId: first.id })
      : NO_WARNINGS
  return { decision, organisations, warnings }
}

/** Where somebody stands who is enrolled, for the page of the workshop. */
export async function ownPlace(
  db: Db,
  workshop: Workshop,
  current: readonly Enrolment[],
  enrolment: Enrolment,
  now: Date,
) {
  const { id, status, offerUntil, enrolledBy, personId } = enrolment
  const officer = offerUntil && enrolledBy !== personId ? await getPerson(db, enrolledBy) : undefined
  return {
    id,
    status,
    position: positionOf(current, id),
    offer: offerUntil ? { until: offerUntil, by: officer ? displayName(officer) : null } : undefined,
    stays: staysBecause(workshop, status, now),
    isOver: now >= workshop.endsAt,
    isNotice: isNotice(workshop, status, now),
    seat: status === 'waiting' ? null : seatState(workshop, enrolment),
    waits: status === 'waiting' ? waitsBecause(workshop, current, enrolment, now) : null,
    approval: await openApproval(db, enrolment),
  }
}
