// Deciding on requests: by whoever has the link, or by the time that has passed.

import { sql } from 'kysely'
import {
  stepAfter,
  undecidableBecause,
  verdictOf,
  type ApprovalRefusal,
  type Decider,
  type RejectReason,
  type Verdict,
} from '#app/domain/approval.ts'
import { APPROVER_LINKS } from '#app/domain/mail-link.ts'
import { countSeatsOf, tellOfRequest, tellOfSilence, writeToApprovers } from '#db/approval-mail.ts'
import { getApprovalRule } from '#db/approval-rules.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { moveTo } from '#db/enrolment-log.ts'
import { withEnrolment } from '#db/enrolments.ts'
import { getMailLink, useMailLink, type MailLink } from '#db/mail-links.ts'
import { promoteWaiting } from '#db/queue.ts'
import type { Row } from '#db/schema.ts'
import { getWorkshop, lockWorkshop, type Workshop } from '#db/workshops.ts'

/** What somebody sees who is asked, and why there may be nothing to decide any more. */
export type ApprovalRequest = {
  workshop: Workshop
  personId: string
  givenName: string
  familyName: string
  organisationId: string
  organisation: string
  /** All seats of the organisation in this workshop, this one included. */
  seats: number
  approval: Row<'approval'>
  refusal: ApprovalRefusal | null
}

export async function getRequest(db: Db, link: MailLink, now: Date): Promise<ApprovalRequest | undefined> {
  const workshop = await getWorkshop(db, link.workshopId)
  const row = await db
    .selectFrom('approval')
    .innerJoin('enrolment', 'enrolment.id', 'approval.enrolmentId')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('organisation', 'organisation.id', 'enrolment.organisationId')
    .selectAll('approval')
    .select(['person.givenName', 'person.familyName', 'organisation.name as organisation'])
    .select(['enrolment.status', 'enrolment.personId', 'enrolment.organisationId'])
    .where('approval.enrolmentId', '=', link.enrolmentId)
    .executeTakeFirst()
  if (!workshop || !row) return undefined
  const { personId, givenName, familyName, organisationId, organisation, status, ...approval } = row
  const seats = await countSeatsOf(db, workshop.id, organisationId)
  const refusal = undecidableBecause({ ...approval, status }, workshop, now)
  const asked = { personId, givenName, familyName, organisationId, organisation }
  return { ...asked, workshop, seats, approval, refusal }
}

export type Answer = { verdict: Verdict; reason: RejectReason | null }
export type DecideResult = { ok: true } | { ok: false; refusal: ApprovalRefusal | 'link-gone' }

/** Approves or rejects with the link from the mail. Works once, in time, and for this one request. */
export async function decideByLink(db: Db, token: string, answer: Answer, now: Date): Promise<DecideResult> {
  const known = await getMailLink(db, token, APPROVER_LINKS)
  if (!known) return { ok: false, refusal: 'link-gone' }
  return withEnrolment(db, known.enrolmentId, async (trx, workshop, enrolment) => {
    // Read again under the lock: meanwhile somebody else may be the one who decides.
    const link = await getMailLink(trx, token, APPROVER_LINKS)
    const approval = await approvalOf(trx, enrolment.id)
    if (!link || !approval) return { ok: false, refusal: 'link-gone' }
    const refusal = undecidableBecause({ ...approval, status: enrolment.status }, workshop, now)
    if (refusal) return { ok: false, refusal }

    const decider = link.purpose === 'deputy' ? 'deputy' : 'approver'
    await settle(trx, workshop, { ...enrolment, enrolmentId: enrolment.id }, { ...answer, decider }, now)
    await useMailLink(trx, token, now)
    const details = { decision: answer.verdict, decidedAs: decider, workshop: workshop.id }
    await audit(trx, null, 'approval:decide', enrolment.id, now, details)
    if (answer.verdict === 'rejected') await promoteWaiting(trx, workshop, now, 'after-rejection')
    return { ok: true }
  })
}

function approvalOf(trx: Trx, enrolmentId: string): Promise<Row<'approval'> | undefined> {
  return trx.selectFrom('approval').selectAll().where('enrolmentId', '=', enrolmentId).executeTakeFirst()
}

type Waiting = { enrolmentId: string; personId: string; status: Row<'enrolment'>['status'] }
type Settlement = Answer & { decider: Decider }

/** Writes a decision down and tells the person. Their workshop must be locked. */
async function settle(
  trx: Trx,
  workshop: Workshop,
  { enrolmentId, personId, status }: Waiting,
  { verdict, reason, decider }: Settlement,
  now: Date,
): Promise<void> {
  await moveTo(trx, [{ id: enrolmentId, status }], stepAfter(verdict, decider), null, now)
  await trx
    .updateTable('approval')
    .set({ decidedAt: now, decision: verdict, decidedAs: decider, reason })
    .where('enrolmentId', '=', enrolmentId)
    .execute()
  const news =
    verdict === 'approved'
      ? ({ kind: 'enrolment-approved', decider } as const)
      : ({ kind: 'enrolment-rejected', decider, reason } as const)
  await tellOfRequest(trx, { enrolmentId, personId, workshop }, news, now)
}

/** Decides what nobody has answered in time, as the rule said when it was asked. Returns how many. */
export async function lapseApprovals(db: Db, now: Date): Promise<number> {
  const late = await openApprovals(db).select('enrolment.workshopId').distinct().where(isOver(now)).execute()
  let lapsed = 0
  for (const { workshopId } of late) lapsed += await lapseIn(db, workshopId, now)
  return lapsed
}

function lapseIn(db: Db, workshopId: string, now: Date): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, workshopId)
    const late = await openApprovals(trx)
      .selectAll('approval')
      .select(['enrolment.personId', 'enrolment.organisationId', 'enrolment.status'])
      .where('enrolment.workshopId', '=', workshopId)
      .where(isOver(now))
      .execute()
    for (const request of late) {
      const verdict = verdictOf(request.silence)
      await settle(trx, workshop, request, { verdict, reason: null, decider: 'silence' }, now)
      const rule = await getApprovalRule(trx, request.organisationId)
      if (rule) await tellOfSilence(trx, { ...request, workshop, rule }, verdict, now)
      const details = { decision: verdict, decidedAs: 'silence', workshop: workshopId }
      await audit(trx, null, 'approval:decide', request.enrolmentId, now, details)
    }
    if (late.some(({ silence }) => silence === 'reject')) {
      await promoteWaiting(trx, workshop, now, 'after-rejection')
    }
    return late.length
  })
}

/** Reminds approvers who have not answered, and asks their deputies. Returns how many requests that was about. */
export async function remindApprovers(db: Db, now: Date): Promise<number> {
  const due = await openApprovals(db)
    .select('approval.enrolmentId')
    .where('approval.remindAt', '<=', now)
    .where('approval.remindedAt', 'is', null)
    .where('approval.decideUntil', '>', now)
    .execute()
  for (const { enrolmentId } of due) await remind(db, enrolmentId, now)
  return due.length
}

function remind(db: Db, enrolmentId: string, now: Date): Promise<void> {
  return withEnrolment(db, enrolmentId, async (trx, workshop, enrolment) => {
    const approval = await approvalOf(trx, enrolmentId)
    const rule = await getApprovalRule(trx, enrolment.organisationId)
    if (!approval || !rule || enrolment.status !== 'requested' || approval.remindedAt) return
    await trx
      .updateTable('approval')
      .set({ remindedAt: now })
      .where('enrolmentId', '=', enrolmentId)
      .execute()
    const { personId } = enrolment
    await writeToApprovers(trx, { ...approval, personId, workshop, rule, isReminder: true }, now)
    await audit(trx, null, 'approval:ask', enrolmentId, now, { again: true, workshop: workshop.id })
  })
}

/** Also where the workshop was moved to an earlier day: nobody decides behind the start. */
const isOver = (now: Date) => sql<boolean>`(approval.decide_until <= ${now} or ${now} >= (
  select min(starts_at) from meeting where meeting.workshop_id = enrolment.workshop_id))`

function openApprovals(db: Db) {
  return db
    .selectFrom('approval')
    .innerJoin('enrolment', 'enrolment.id', 'approval.enrolmentId')
    .where('approval.decidedAt', 'is', null)
    .where('enrolment.status', '=', 'requested')
}
