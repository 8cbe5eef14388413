// Organisations that want to agree before their people go, for the tests of approvals.

import type { ApprovalTerms } from '#app/domain/approval.ts'
import type { Row } from '#db/schema.ts'
import { db } from '#tests/database.ts'
import { anOrganisation } from '#tests/factories.ts'

export const APPROVER = 'hauptamt@rathaus.example'
export const DEPUTY = 'vertretung@rathaus.example'

/** A town with an approver and a deputy. Two working days to remind, five until silence means yes. */
export async function anApprovingTown(terms: Partial<ApprovalTerms> = {}): Promise<Row<'organisation'>> {
  const town = await anOrganisation()
  await db
    .insertInto('approvalRule')
    .values({
      organisationId: town.id,
      kind: 'approve',
      approverName: 'Berta Amt',
      approverEmail: `${town.id}.${APPROVER}`,
      deputyName: 'Dora Vertretung',
      deputyEmail: `${town.id}.${DEPUTY}`,
      remindAfterDays: 2,
      limitDays: 5,
      silence: 'approve',
      ...terms,
    })
    .execute()
  return town
}

/** The mails that went to the approver or the deputy of a town, the latest last. */
export async function mailsTo(town: { id: string }, who = APPROVER) {
  const rows = await db
    .selectFrom('outbox')
    .select(['kind', 'data', 'createdAt'])
    .where('address', '=', `${town.id}.${who}`)
    .orderBy('createdAt')
    .orderBy('kind')
    .execute()
  return rows.map(({ kind, data }) => ({ kind, data, token: tokenIn(data) }))
}

/** The secret of the latest link to somebody. */
export async function linkTo(town: { id: string }, who = APPROVER): Promise<string> {
  const token = (await mailsTo(town, who)).map((mail) => mail.token).findLast((one) => one !== '')
  if (!token) throw new Error('no link was sent')
  return token
}

/** The secret of the link with which somebody answers an offer. */
export async function offerLinkOf(personId: string): Promise<string> {
  const { data } = await db
    .selectFrom('outbox')
    .select('data')
    .where('personId', '=', personId)
    .where('kind', '=', 'enrolment-offered')
    .orderBy('createdAt', 'desc')
    .executeTakeFirstOrThrow()
  return tokenIn(data)
}

function tokenIn(data: object): string {
  return 'token' in data && typeof data.token === 'string' ? data.token : ''
}
