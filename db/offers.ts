// Places that somebody else asked for: held until the person accepts, declines, or lets the time pass.

import { createHash } from 'node:crypto'
import { ruled } from '#app/domain/approval.ts'
import { dayOf } from '#app/domain/calendar.ts'
import {
  closedBecause,
  unanswerableBecause,
  type AnswerRefusal,
  type EnrolmentRefusal,
} from '#app/domain/enrolment.ts'
import { applyApprovalRules, keepApproval } from '#db/approval-requests.ts'
import { listApprovalRules } from '#db/approval-rules.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import { moveTo, type Enrolment, type Step } from '#db/enrolment-log.ts'
import { askerFacts, askerOf } from '#db/enrolment-facts.ts'
import { listAddressees, tell, tellSubstituted } from '#db/enrolment-mail.ts'
import { giveSeat, withEnrolment, type Place } from '#db/enrolments.ts'
import { holdMembers } from '#db/members.ts'
import { admitNewcomers, dismissNewcomers, type Newcomer, type Newcomers } from '#db/newcomers.ts'
import { listCurrent, promoteWaiting } from '#db/queue.ts'
import { lockWorkshop } from '#db/workshops.ts'

export type EnrolOthersRequest = {
  /** Of the form: sent twice, it enrols each of them once. */
  id?: string | undefined
  workshopId: string
  personIds: readonly string[]
  by: string
  /** Colleagues without an account, who are entered for this. */
  newcomers?: Newcomers | undefined
  /** The organisations for which `by` may act, as a training officer; null for all, as a coordinator. */
  within: readonly string[] | null
}

type Outcome = { personId: string } & (({ ok: true } & Place) | { ok: false; refusal: EnrolmentRefusal })
export type EnrolOthersResult =
  { ok: true; outcomes: Outcome[]; refused: readonly Newcomer[] } | { ok: false; refusal: EnrolmentRefusal }

/** Holds a seat for each, in the order given, or puts them on the waiting list. Nobody is enrolled by it. */
export function enrolOthers(db: Db, request: EnrolOthersRequest, now: Date): Promise<EnrolOthersResult> {
  const { workshopId, by, within, newcomers } = request
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, workshopId)
    const closed = closedBecause(workshop, now)
    if (closed) return { ok: false, refusal: closed }

    const admitted = await admitNewcomers(trx, by, newcomers, now)
    const personIds = [...new Set([...request.personIds, ...admitted.rowOf.keys()])]
    const members = await holdMembers(trx, personIds, within, dayOf(now))
    const officer = (await listAddressees(trx, [by])).get(by)
    const current = await listCurrent(trx, workshopId)
    const facts = await askerFacts(trx, workshop, members, now)
    const outcomes: Outcome[] = []
    for (const personId of personIds) {
      const id = admitted.rowOf.get(personId) ?? (request.id && rowIdOf(request.id, personId))
      const member = members.find((person) => person.id === personId)
      const result = member
        ? await giveSeat(
            trx,
            workshop,
            current,
            {
              ...{ member, asker: askerOf(facts, member, { by }), by },
              ...(officer && { officer }),
              ...(id && { id }),
            },
            now,
          )
        : ({ ok: false, refusal: 'no-organisation' } as const)
      outcomes.push({ personId, ...result })
    }
    const failed = outcomes.filter((outcome) => !outcome.ok).map((outcome) => outcome.personId)
    await dismissNewcomers(trx, by, admitted, failed, now)
    const enrolled = outcomes.length - failed.length
    await audit(trx, by, 'enrolment:enrol-others', workshopId, now, { asked: personIds.length, enrolled })
    return { ok: true, outcomes, refused: admitted.refused }
  })
}

/** One form stands for many rows: each has its id from the id of the form and the person. */
function rowIdOf(formId: string, personId: string): string {
  const hash = createHash('sha256').update(`${formId} ${personId}`).digest('hex')
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

export type AnswerResult = { ok: true } | { ok: false; refusal: AnswerRefusal }
/** `byLink`: whoever had the mail, and need not have signed in. */
type Answer = { enrolmentId: string; by: string; byLink?: boolean }

/** Turns an offer into a place. Only the person themselves can do so. */
export function acceptOffer(db: Db, { enrolmentId, by, byLink }: Answer, now: Date): Promise<AnswerResult> {
  return withEnrolment(db, enrolmentId, async (trx, workshop, enrolment) => {
    const refusal = unanswerableBy(by, enrolment) ?? unanswerableBecause(enrolment, workshop, now)
    if (refusal) return { ok: false, refusal }
    const { id, seat: kind, wantsRoom, organisationId, substituteOf } = enrolment
    // Whoever stands in for somebody inherits what was agreed to for them.
    const rule = (await listApprovalRules(trx, [organisationId])).get(organisationId)
    const accepted: Step = { status: 'confirmed', reason: 'accepted' }
    const step = ruled(accepted, rule, substituteOf !== null)
    await moveTo(trx, [enrolment], step, by, now)
    await audit(trx, by, 'enrolment:answer', id, now, { answer: 'accepted', ...(byLink && { link: true }) })
    const person = (await listAddressees(trx, [by])).get(by)
    const news = { kind: 'enrolment-confirmed', seat: kind, wantsRoom } as const
    if (step.status === 'confirmed') await tell(trx, news, id, person, workshop, now)
    await applyApprovalRules(trx, workshop, [{ ...enrolment, status: step.status }], now)
    if (substituteOf !== null) await keepApproval(trx, substituteOf, id)
    await tellSubstituted(trx, workshop, enrolment, true, now)
    return { ok: true }
  })
}

/** Gives an offered place to the next in line. It ends there: nobody is absent who never agreed to come. */
export function declineOffer(db: Db, { enrolmentId, by, byLink }: Answer, now: Date): Promise<AnswerResult> {
  return withEnrolment(db, enrolmentId, async (trx, workshop, enrolment) => {
    const refusal = unanswerableBy(by, enrolment) ?? unanswerableBecause(enrolment, workshop, now)
    if (refusal) return { ok: false, refusal }
    await moveTo(trx, [enrolment], { status: 'declined', reason: 'declined' }, by, now)
    await audit(trx, by, 'enrolment:answer', enrolment.id, now, {
      answer: 'declined',
      ...(byLink && { link: true }),
    })
    await tellSubstituted(trx, workshop, enrolment, false, now)
    await promoteWaiting(trx, workshop, now, 'after-decline')
    return { ok: true }
  })
}

function unanswerableBy(by: string, enrolment: Enrolment): AnswerRefusal | null {
  return by === enrolment.personId ? null : 'not-offered'
}

/** Ends the offers that nobody answered in time, tells those people, and lets others move up. Returns how many. */
export async function lapseOffers(db: Db, now: Date): Promise<number> {
  const late = await db
    .selectFrom('enrolment')
    .select('workshopId')
    .distinct()
    .where('status', '=', 'offered')
    .where((eb) => {
      // Where the date was moved forward, an offer may still name an end after the start.
      const started = eb.selectFrom('meeting').select('meeting.workshopId').where('startsAt', '<=', now)
      return eb.or([eb('offerUntil', '<=', now), eb('workshopId', 'in', started)])
    })
    .execute()
  let lapsed = 0
  for (const { workshopId } of late) lapsed += await lapseIn(db, workshopId, now)
  return lapsed
}

function lapseIn(db: Db, workshopId: string, now: Date): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, workshopId)
    const current = await listCurrent(trx, workshopId)
    const late = current.filter(
      (enrolment) => unanswerableBecause(enrolment, workshop, now) === 'offer-lapsed',
    )
    if (late.length === 0) return 0
    await moveTo(trx, late, { status: 'lapsed', reason: 'not-answered' }, null, now)
    const people = await listAddressees(
      trx,
      late.map((enrolment) => enrolment.personId),
    )
    for (const enrolment of late) {
      const person = people.get(enrolment.personId)
      await tell(trx, { kind: 'enrolment-lapsed' }, enrolment.id, person, workshop, now)
      await tellSubstituted(trx, workshop, enrolment, false, now)
    }
    const promoted = await promoteWaiting(trx, workshop, now, 'after-lapse')
    const details = { lapsed: late.length, promoted: promoted.length }
    await audit(trx, null, 'enrolment:lapse', workshopId, now, details)
    return late.length
  })
}
