import { AGREEMENT_KINDS, type AgreementKind, type AgreementState } from '#app/domain/organisation.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'

export type Agreement = { kind: AgreementKind; state: AgreementState; signedOn: string | null }

/** How far each agreement with an organisation is; one that nobody has touched yet is open. */
export async function listAgreements(db: Db, organisationId: string): Promise<Agreement[]> {
  const rows = await db
    .selectFrom('agreement')
    .select(['kind', 'state', 'signedOn'])
    .where('organisationId', '=', organisationId)
    .execute()
  return AGREEMENT_KINDS.map(
    (kind) => rows.find((row) => row.kind === kind) ?? { kind, state: 'open' as const, signedOn: null },
  )
}

export type AgreementResult = { ok: true } | { ok: false; refusal: 'signed-needs-day' }

/** Notes how far an agreement is; the day of signature belongs to signed ones only. */
export function setAgreement(
  db: Db,
  by: string,
  organisationId: string,
  agreement: Agreement,
  now: Date,
): Promise<AgreementResult> {
  return db.transaction().execute(async (trx) => {
    const { kind, state } = agreement
    const signedOn = state === 'signed' ? agreement.signedOn : null
    if (state === 'signed' && signedOn === null) return { ok: false, refusal: 'signed-needs-day' }
    await trx
      .insertInto('agreement')
      .values({ organisationId, kind, state, signedOn })
      .onConflict((conflict) => conflict.columns(['organisationId', 'kind']).doUpdateSet({ state, signedOn }))
      .execute()
    await audit(trx, by, 'organisation:edit', organisationId, now, { agreement: kind, state })
    return { ok: true }
  })
}
