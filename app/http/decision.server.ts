// The decision about somebody's own enrolment, as the page of a workshop and its JSON both tell it.

import { dayOf } from '#app/domain/calendar.ts'
import {
  decide,
  type ColleagueWarning,
  type EnrolmentDecision,
  type EnrolmentWarnings,
} from '#app/domain/decision.ts'
import { closedBecause, isNotice, staysBecause } from '#app/domain/enrolment.ts'
import { byName, displayName } from '#app/domain/person.ts'
import { positionOf, seatState, waitsBecause } from '#app/domain/queue.ts'
import { openApproval } from '#app/http/approval.server.ts'
import type { Db } from '#db/client.server.ts'
import { askerFacts, askerOf, listPlaceWarnings, listWarnings } from '#db/enrolment-facts.ts'
import type { Enrolment } from '#db/enrolment-log.ts'
import { listOrganisationsOf, type Member } from '#db/members.ts'
import { getPerson } from '#db/people.ts'
import { listWorkshops, type Workshop } from '#db/workshops.ts'

export type OwnDecision = {
  /** For the first of the organisations; of one who serves none, the refusal. */
  decision: EnrolmentDecision
  /** For whom they could enrol, the longest served first, and what for each: only one may have its quota full. */
  organisations: { id: string; name: string; decision: EnrolmentDecision }[]
  warnings: EnrolmentWarnings
}

const NO_WARNINGS: EnrolmentWarnings = { clash: undefined, thinDay: undefined, blocked: undefined }

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
  const possible = organisations.filter((organisation) => organisation.decision.may)
  const warnings = await warningsForAny(db, workshop, personId, possible)
  return { decision, organisations, warnings }
}

/** Whoever serves several organisations reads of each what stands against it: the sentences name it. */
async function warningsForAny(
  db: Db,
  workshop: Workshop,
  personId: string,
  organisations: readonly { id: string }[],
): Promise<EnrolmentWarnings> {
  const warnings: EnrolmentWarnings = { ...NO_WARNINGS }
  for (const { id: organisationId } of organisations) {
    const of = await listWarnings(db, workshop, { id: personId, organisationId })
    warnings.clash ??= of.clash
    warnings.busy ??= of.busy
    warnings.thinDay ??= of.thinDay
    warnings.blocked ??= of.blocked
  }
  return warnings
}

/** Where somebody stands who is enrolled, for the page of the workshop. */
export async function ownPlace(
  db: Db,
  workshop: Workshop,
  current: readonly Enrolment[],
  enrolment: Enrolment,
  now: Date,
) {
  const { id, status, enrolledBy, personId } = enrolment
  const isOffered = status === 'offered'
  const officer = isOffered && enrolledBy !== personId ? await getPerson(db, enrolledBy) : undefined
  return {
    id,
    status,
    position: positionOf(current, id),
    offer: isOffered ? await offerView(db, workshop, enrolment, officer, now) : undefined,
    stays: staysBecause(workshop, status, now),
    isOver: now >= workshop.endsAt,
    isNotice: isNotice(workshop, status, now),
    seat: status === 'waiting' ? null : seatState(workshop, enrolment),
    waits: status === 'waiting' ? waitsBecause(workshop, current, enrolment, now) : null,
    approval: await openApproval(db, enrolment),
  }
}

const NEXT_DATES = 3

/** The next workshops of the same course in which one can still enrol: the way out of every no. */
export async function listNextDates(
  db: Db,
  { id: workshopId, courseId }: Pick<Workshop, 'id' | 'courseId'>,
  now: Date,
) {
  const lines = await listWorkshops(db, { courseId, from: now })
  return lines
    .filter((line) => line.id !== workshopId && closedBecause(line, now) === null)
    .slice(0, NEXT_DATES)
    .map(({ id, startsAt, endsAt, meetingCount }) => ({ id, startsAt, endsAt, meetingCount }))
}

type Colleague = Pick<Member, 'id' | 'organisationId' | 'givenName' | 'familyName'>

/**
 * What whoever asks for other people is told before it is done. `names` the other dates for those who see enrolments
 * anyway; `ending` is the enrolment that is given up for it.
 */
export async function colleagueWarnings(
  db: Db,
  workshop: Workshop,
  colleagues: readonly Colleague[],
  { names, ending }: { names: boolean; ending?: string },
): Promise<ColleagueWarning[]> {
  const warnings = await listPlaceWarnings(db, workshop, colleagues, ending)
  return [...colleagues].sort(byName).flatMap((colleague) => {
    const { clash, thinDay, blocked } = warnings.get(colleague.id) ?? NO_WARNINGS
    if (!clash && !thinDay && !blocked) return []
    const seen = clash && (names ? clash : { ...clash, titleDe: null, titleEn: null })
    return [{ name: displayName(colleague), clash: seen && clashView(seen), thinDay, blocked }]
  })
}

/** Whose date it is stays out of what the form sends back. */
function clashView({ titleDe, titleEn, startsAt }: NonNullable<ColleagueWarning['clash']>) {
  return { titleDe, titleEn, startsAt }
}

type Name = { givenName: string; familyName: string }

/** An offer as the person reads it who answers it: until when, by whom, and what they should know before. */
export async function offerView(
  db: Db,
  workshop: Workshop,
  { personId, organisationId, offerUntil }: Pick<Enrolment, 'personId' | 'organisationId' | 'offerUntil'>,
  by: Name | undefined,
  now: Date,
) {
  if (offerUntil === null) return undefined
  const warnings = await listWarnings(db, workshop, { id: personId, organisationId })
  return {
    until: offerUntil,
    by: by ? displayName(by) : null,
    warnings,
    parallel: warnings.thinDay && (await listNextDates(db, workshop, now))[0],
  }
}
