// Who is asked before the people of an organisation go, and what it means when nobody answers.

import { USUAL_TERMS, type ApprovalTerms, type Approver } from '#app/domain/approval.ts'
import { writeToApprovers } from '#db/approval-mail.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { endMailLinks } from '#db/mail-links.ts'
import type { Row } from '#db/schema.ts'
import { getWorkshop } from '#db/workshops.ts'

export type ApprovalRule = ApprovalTerms & {
  organisationId: string
  organisation: string
  approver: Approver | null
  deputy: Approver | null
  /** 0 while nobody has said anything. */
  version: number
}

/** The rule of an organisation; what is usual where nobody has said anything. Undefined for no organisation. */
export async function getApprovalRule(db: Db, organisationId: string): Promise<ApprovalRule | undefined> {
  return (await listApprovalRules(db, [organisationId])).get(organisationId)
}

/** The same for several, by organisation. */
export async function listApprovalRules(
  db: Db,
  organisationIds: readonly string[],
): Promise<Map<string, ApprovalRule>> {
  if (organisationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .leftJoin('approvalRule as rule', 'rule.organisationId', 'organisation.id')
    .select(['organisation.id', 'organisation.name'])
    .select(['rule.kind', 'rule.approverName', 'rule.approverEmail', 'rule.deputyName', 'rule.deputyEmail'])
    .select(['rule.remindAfterDays', 'rule.limitDays', 'rule.silence', 'rule.version'])
    .where('organisation.id', 'in', [...new Set(organisationIds)])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        organisationId: row.id,
        organisation: row.name,
        kind: row.kind ?? USUAL_TERMS.kind,
        approver: asked(row.approverName, row.approverEmail),
        deputy: asked(row.deputyName, row.deputyEmail),
        remindAfterDays: row.remindAfterDays ?? USUAL_TERMS.remindAfterDays,
        limitDays: row.limitDays ?? USUAL_TERMS.limitDays,
        silence: row.silence ?? USUAL_TERMS.silence,
        version: row.version ?? 0,
      },
    ]),
  )
}

function asked(name: string | null, email: string | null): Approver | null {
  return name !== null && email !== null ? { name, email } : null
}

export type ApprovalRuleChange = ApprovalTerms & {
  approver: Approver | null
  deputy: Approver | null
  version: number
}

export type ApprovalRuleRefusal = 'changed-meanwhile' | 'requests-open'
export type SetApprovalRuleResult = { ok: true; open: number } | { ok: false; refusal: ApprovalRuleRefusal }

/**
 * Sets the rule for what is asked from now on. Requests that wait go on by the terms under which they began; if
 * other people decide now, the links of those before end, and the new ones are written to.
 */
export function setApprovalRule(
  db: Db,
  by: string,
  organisationId: string,
  change: ApprovalRuleChange,
  now: Date,
): Promise<SetApprovalRuleResult> {
  return db.transaction().execute(async (trx) => {
    await lockOrganisation(trx, organisationId)
    const before = await getApprovalRule(trx, organisationId)
    if (!before || before.version !== change.version) return { ok: false, refusal: 'changed-meanwhile' }
    const open = await listOpen(trx, organisationId)
    if (open.length > 0 && !change.approver) return { ok: false, refusal: 'requests-open' }

    const rule = { ...before, ...change, version: before.version + 1 }
    await write(trx, rule)
    const addressesChanged = !isSame(before.approver, rule.approver) || !isSame(before.deputy, rule.deputy)
    if (addressesChanged) for (const request of open) await askAnew(trx, request, rule, now)
    const { kind, silence } = rule
    await audit(trx, by, 'approval:set', organisationId, now, { rule: kind, silence, addressesChanged })
    return { ok: true, open: addressesChanged ? open.length : 0 }
  })
}

/** Two people who change one rule take turns here. So do new enrolments, whose rows lead to this one. */
async function lockOrganisation(trx: Trx, organisationId: string): Promise<void> {
  await trx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', organisationId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function write(trx: Trx, rule: ApprovalRule): Promise<void> {
  const { organisationId, kind, approver, deputy, remindAfterDays, limitDays, silence, version } = rule
  const row = {
    kind,
    approverName: approver?.name ?? null,
    approverEmail: approver?.email ?? null,
    deputyName: deputy?.name ?? null,
    deputyEmail: deputy?.email ?? null,
    ...{ remindAfterDays, limitDays, silence, version },
  }
  await trx
    .insertInto('approvalRule')
    .values({ organisationId, ...row })
    .onConflict((conflict) => conflict.column('organisationId').doUpdateSet(row))
    .execute()
}

const isSame = (one: Approver | null, other: Approver | null) =>
  one?.email === other?.email && one?.name === other?.name

type Open = Row<'approval'> & { workshopId: string; personId: string }

function listOpen(trx: Trx, organisationId: string): Promise<Open[]> {
  return trx
    .selectFrom('approval')
    .innerJoin('enrolment', 'enrolment.id', 'approval.enrolmentId')
    .selectAll('approval')
    .select(['enrolment.workshopId', 'enrolment.personId'])
    .where('enrolment.organisationId', '=', organisationId)
    .where('enrolment.status', '=', 'requested')
    .where('approval.decidedAt', 'is', null)
    .execute()
}

/** Writes to those who decide now: to the deputy only where the deputy was asked already. */
async function askAnew(trx: Trx, request: Open, rule: ApprovalRule, now: Date): Promise<void> {
  const workshop = await getWorkshop(trx, request.workshopId)
  if (!workshop || now >= request.decideUntil) return
  await endMailLinks(trx, request.enrolmentId, ['approver', 'deputy'])
  await writeToApprovers(trx, { ...request, workshop, rule, isReminder: request.remindedAt !== null }, now)
}
