// Requests that wait for approval: how they begin, and how they stand.

import {
  approvalDates,
  isUnapproved,
  type Decider,
  type RejectReason,
  type Silence,
  type Verdict,
} from '#app/domain/approval.ts'
import { APPROVER_LINKS } from '#app/domain/mail-link.ts'
import { isRescheduled } from '#app/domain/workshop.ts'
import { informApprover, tellOfRequest, writeToApprovers } from '#db/approval-mail.ts'
import { listApprovalRules } from '#db/approval-rules.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Enrolment } from '#db/enrolment-log.ts'
import { endMailLinks } from '#db/mail-links.ts'
import type { Workshop } from '#db/workshops.ts'

type Seated = Pick<Enrolment, 'id' | 'personId' | 'organisationId' | 'status'>

/**
 * What the rules of organisations make of seats that were just given: for what is requested somebody is asked, and
 * of a place that is confirmed somebody may want to know. Part of every command that gives seats, under its lock.
 */
export async function applyApprovalRules(
  trx: Trx,
  workshop: Workshop,
  seated: readonly Seated[],
  now: Date,
): Promise<void> {
  const concerned = seated.filter(({ status }) => status === 'requested' || status === 'confirmed')
  const rules = await listApprovalRules(
    trx,
    concerned.map((enrolment) => enrolment.organisationId),
  )
  for (const { id: enrolmentId, personId, organisationId, status } of concerned) {
    const rule = rules.get(organisationId)
    if (!rule) continue
    const about = { enrolmentId, personId, workshop }
    if (status === 'confirmed') {
      if (rule.kind === 'inform') await informApprover(trx, { ...about, rule }, now)
      continue
    }
    const { silence } = rule
    const { remindAt, decideUntil } = approvalDates(rule, now, workshop)
    await trx
      .insertInto('approval')
      .values({ enrolmentId, requestedAt: now, remindAt, decideUntil, silence })
      .execute()
    const approver = rule.approver?.name ?? rule.organisation
    await tellOfRequest(
      trx,
      about,
      { kind: 'enrolment-requested', approver, until: decideUntil, silence },
      now,
    )
    await writeToApprovers(trx, { ...about, rule, decideUntil, silence, isReminder: false }, now)
  }
}

/**
 * Another time is another question: what nobody has answered is asked anew, with the time to answer that it gets from
 * now on, and by links that cannot agree to the time before. Part of every command that moves a workshop.
 */
export async function askOfMoved(trx: Trx, before: Workshop, after: Workshop, now: Date): Promise<void> {
  if (!isRescheduled(before, after) || after.startsAt <= now) return
  const open = await trx
    .selectFrom('approval')
    .innerJoin('enrolment', 'enrolment.id', 'approval.enrolmentId')
    .select(['approval.enrolmentId', 'approval.silence', 'approval.remindedAt'])
    .select(['enrolment.personId', 'enrolment.organisationId'])
    .where('enrolment.workshopId', '=', after.id)
    .where('enrolment.status', '=', 'requested')
    .where('approval.decidedAt', 'is', null)
    .orderBy('enrolment.queueNumber')
    .execute()
  const rules = await listApprovalRules(
    trx,
    open.map(({ organisationId }) => organisationId),
  )
  for (const { organisationId, remindedAt, ...request } of open) {
    const rule = rules.get(organisationId)
    if (!rule) continue
    const dates = approvalDates(rule, now, after)
    await trx
      .updateTable('approval')
      .set({ ...dates, remindedAt: null })
      .where('enrolmentId', '=', request.enrolmentId)
      .execute()
    await endMailLinks(trx, request.enrolmentId, APPROVER_LINKS)
    const asking = { ...request, ...dates, workshop: after, rule, moved: after.version }
    await writeToApprovers(trx, { ...asking, isReminder: remindedAt !== null }, now)
    await audit(trx, null, 'approval:ask', request.enrolmentId, now, { again: true, workshop: after.id })
  }
}

/** A substitute goes on the approval that was given for the seat: it is for the organisation's work, not the name. */
export async function keepApproval(trx: Trx, fromEnrolmentId: string, toEnrolmentId: string): Promise<void> {
  const given = await trx
    .selectFrom('approval')
    .selectAll()
    .where('enrolmentId', '=', fromEnrolmentId)
    .where('decision', '=', 'approved')
    .executeTakeFirst()
  if (!given) return
  await trx
    .insertInto('approval')
    .values({ ...given, enrolmentId: toEnrolmentId })
    .onConflict((conflict) => conflict.column('enrolmentId').doNothing())
    .execute()
}

/**
 * By person, the organisation that would have had to agree before they come to this workshop, and has not. What another
 * one has agreed to does not count: it spoke of its own costs.
 */
export async function listUnapproved(
  db: Db,
  workshopId: string,
  people: readonly { id: string; organisationId: string }[],
): Promise<Map<string, string>> {
  const rules = await listApprovalRules(
    db,
    people.map(({ organisationId }) => organisationId),
  )
  const asking = people.filter(({ organisationId }) => rules.get(organisationId)?.kind === 'approve')
  if (asking.length === 0) return new Map()
  const past = await db
    .selectFrom('enrolment')
    // Whoever stands in for somebody goes on the approval that was given for the seat.
    .leftJoin('approval', (join) =>
      join.on((eb) =>
        eb.or([
          eb('approval.enrolmentId', '=', eb.ref('enrolment.id')),
          eb('approval.enrolmentId', '=', eb.ref('enrolment.substituteOf')),
        ]),
      ),
    )
    .select(['enrolment.personId', 'enrolment.organisationId', 'enrolment.status'])
    .select(['approval.decision', 'approval.decidedAt'])
    .where('enrolment.workshopId', '=', workshopId)
    .where(
      'enrolment.personId',
      'in',
      asking.map(({ id }) => id),
    )
    .execute()
  return new Map(
    asking.flatMap(({ id, organisationId }) => {
      const rule = rules.get(organisationId)
      const own = past.filter((one) => one.personId === id && one.organisationId === organisationId)
      return rule && isUnapproved(rule, own) ? [[id, rule.organisation] as const] : []
    }),
  )
}

/** How a request stands, for whoever may see the enrolment. */
export type ApprovalState = {
  enrolmentId: string
  requestedAt: Date
  decideUntil: Date
  silence: Silence
  decidedAt: Date | null
  decision: Verdict | null
  decidedAs: Decider | null
  reason: RejectReason | null
  /** Who is asked today; null when nobody is named any more. */
  approver: string | null
  organisation: string
}

export function getApproval(db: Db, enrolmentId: string): Promise<ApprovalState | undefined> {
  return approvalStates(db).where('approval.enrolmentId', '=', enrolmentId).executeTakeFirst()
}

/** What waits for approval, of one person or in one organisation. */
export function listOpenApprovals(
  db: Db,
  of: { personId: string } | { organisationId: string },
): Promise<ApprovalState[]> {
  const open = approvalStates(db)
    .where('approval.decidedAt', 'is', null)
    .where('enrolment.status', '=', 'requested')
    .orderBy('approval.decideUntil')
  return 'personId' in of
    ? open.where('enrolment.personId', '=', of.personId).execute()
    : open.where('enrolment.organisationId', '=', of.organisationId).execute()
}

function approvalStates(db: Db) {
  return db
    .selectFrom('approval')
    .innerJoin('enrolment', 'enrolment.id', 'approval.enrolmentId')
    .innerJoin('organisation', 'organisation.id', 'enrolment.organisationId')
    .leftJoin('approvalRule as rule', 'rule.organisationId', 'enrolment.organisationId')
    .select(['approval.enrolmentId', 'approval.requestedAt', 'approval.decideUntil', 'approval.silence'])
    .select(['approval.decidedAt', 'approval.decision', 'approval.decidedAs', 'approval.reason'])
    .select(['rule.approverName as approver', 'organisation.name as organisation'])
}
