// Remarks in reports that are frozen and not released yet.

import { readReport } from '#app/domain/report.ts'
import type { Db } from '#db/client.server.ts'

/** Whether it holds remarks that its readers may not read any more: since it was frozen, they were promised to fewer. */
export async function holdsRemarksOfFewer(db: Db, payload: string): Promise<boolean> {
  const { round, remarks } = readReport(payload)?.satisfaction ?? {}
  if (!round || !remarks || remarks.questions.length === 0) return false
  const promised = await db
    .selectFrom('evaluationRound')
    .select('remarkReaders')
    .where('kind', '=', 'competence-centre')
    .where('title', '=', round.titleDe)
    .where('closesOn', '=', round.closedOn)
    .execute()
  return promised.some(({ remarkReaders }) => remarkReaders !== 'report')
}
