import { NO_DRAFT, type ReportDraft } from '#app/domain/report-draft.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'

/** `version` is 0 where nobody has written anything yet. */
export async function getReportDraft(db: Db, cutOff: string): Promise<ReportDraft & { version: number }> {
  const row = await db.selectFrom('reportDraft').selectAll().where('cutOff', '=', cutOff).executeTakeFirst()
  if (!row) return { ...NO_DRAFT, version: 0 }
  const { sections, commentI1, commentI2, ownView, version } = row
  return { sections, comments: { I1: commentI1, I2: commentI2 }, ownView, version }
}

export type DraftResult = { ok: true } | { ok: false; refusal: 'changed-meanwhile' }
type Edit = ReportDraft & { cutOff: string; version: number; by: string }

/** Keeps what is to stand in the report of a day. Of two editors the second is told. */
export function saveReportDraft(db: Db, edit: Edit, now: Date): Promise<DraftResult> {
  const { cutOff, sections, comments, ownView, version, by } = edit
  const fields = { sections: [...sections], commentI1: comments.I1, commentI2: comments.I2, ownView }
  const changed = { ...fields, changedBy: by, changedAt: now, version: version + 1 }
  return db.transaction().execute(async (trx) => {
    const saved =
      version === 0
        ? await trx
            .insertInto('reportDraft')
            .values({ cutOff, ...changed })
            .onConflict((conflict) => conflict.doNothing())
            .returning('cutOff')
            .executeTakeFirst()
        : await trx
            .updateTable('reportDraft')
            .set(changed)
            .where('cutOff', '=', cutOff)
            .where('version', '=', version)
            .returning('cutOff')
            .executeTakeFirst()
    if (!saved) return { ok: false, refusal: 'changed-meanwhile' }
    await audit(trx, by, 'reportDraft:edit', cutOff, now, {})
    return { ok: true }
  })
}
