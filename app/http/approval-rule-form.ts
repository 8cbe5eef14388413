import { z } from 'zod'
import { APPROVAL_KINDS, MOST_LIMIT_DAYS, SILENCES, type Approver } from '#app/domain/approval.ts'
import { oneOf, optionalEmail, optionalText, wholeNumber, type Errors } from '#app/http/form.ts'
import type { ApprovalRuleChange } from '#db/approval-rules.ts'

export const ApprovalRuleForm = z.object({
  version: wholeNumber(0, 1_000_000),
  kind: oneOf(APPROVAL_KINDS),
  approverName: optionalText(100),
  approverEmail: optionalEmail(),
  deputyName: optionalText(100),
  deputyEmail: optionalEmail(),
  remindAfterDays: wholeNumber(1, MOST_LIMIT_DAYS),
  limitDays: wholeNumber(1, MOST_LIMIT_DAYS),
  silence: oneOf(SILENCES),
})

type Values = z.output<typeof ApprovalRuleForm>

/** What the form says, or what is wrong with its fields taken together. */
export function approvalRuleFrom(
  values: Values,
): { ok: true; rule: ApprovalRuleChange } | { ok: false; errors: Errors } {
  const { approverName, approverEmail, deputyName, deputyEmail, ...terms } = values
  const errors: Errors = {
    ...halfFilled('approver', approverName, approverEmail),
    ...halfFilled('deputy', deputyName, deputyEmail),
  }
  if (terms.kind !== 'none' && !approverName && !approverEmail) errors.approverName = 'approver-missing'
  if (deputyEmail && deputyEmail === approverEmail) errors.deputyEmail = 'same-address'
  if (terms.remindAfterDays > terms.limitDays) errors.remindAfterDays = 'reminds-too-late'
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const rule = {
    ...terms,
    approver: whole(approverName, approverEmail),
    deputy: whole(deputyName, deputyEmail),
  }
  return { ok: true, rule }
}

function halfFilled(who: 'approver' | 'deputy', name: string | null, address: string | null): Errors {
  if (name && !address) return { [`${who}Email`]: 'email-missing' }
  return address && !name ? { [`${who}Name`]: 'name-missing' } : {}
}

function whole(name: string | null, address: string | null): Approver | null {
  return name && address ? { name, email: address } : null
}
