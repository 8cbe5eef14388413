// What pages say about approvals to those whose enrolment it is.

import type { EnrolmentStatus } from '#app/domain/enrolment.ts'
import { getApproval } from '#db/approval-requests.ts'
import { listApprovalRules } from '#db/approval-rules.ts'
import type { Db } from '#db/client.server.ts'

/** How a request stands; only asked for where there is one. */
export async function openApproval(db: Db, { id, status }: { id: string; status: EnrolmentStatus }) {
  return status === 'requested' ? ((await getApproval(db, id)) ?? null) : null
}

/** Whom an enrolment for each of these organisations will reach. */
export async function approvalNotes(db: Db, organisations: readonly { id: string }[]) {
  const rules = await listApprovalRules(
    db,
    organisations.map(({ id }) => id),
  )
  return [...rules.values()].flatMap(({ organisation, kind, approver }) =>
    kind === 'none' || !approver ? [] : [{ organisation, kind, approver: approver.name }],
  )
}
