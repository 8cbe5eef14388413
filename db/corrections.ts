import { saysTheSame } from '#app/domain/report-changes.ts'
import type { CorrectRefusal } from '#app/domain/snapshot.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { faultOf, freeze, figuresToFreeze, lockChain } from '#db/snapshots.ts'

export type CorrectResult = { ok: true; number: number } | { ok: false; refusal: CorrectRefusal }
type Correction = { number: number; reason: string; applicationVersion: string; by: string }

/**
 * Counts the cut-off day of a released report anew and freezes that as a report of its own, which the committee
 * releases like any other. The earlier one stays as it is, in every byte.
 */
export function correctSnapshot(db: Db, correction: Correction, now: Date): Promise<CorrectResult> {
  const atOneMoment = db.transaction().setIsolationLevel('repeatable read')
  return atOneMoment.execute(async (trx) => {
    await lockChain(trx)
    return correctSnapshotIn(trx, correction, now)
  })
}

async function correctSnapshotIn(
  trx: Trx,
  { number, reason, applicationVersion, by }: Correction,
  now: Date,
): Promise<CorrectResult> {
  const rows = await trx
    .selectFrom('snapshot')
    .leftJoin('snapshotRelease as release', 'release.snapshotNumber', 'snapshot.number')
    .selectAll('snapshot')
    .select('release.releasedAt')
    .where((eb) => eb.or([eb('number', 'in', [number, number - 1]), eb('corrects', '=', number)]))
    .execute()
  const wrong = rows.find((row) => row.number === number)
  if (!wrong) return { ok: false, refusal: 'unknown' }
  if (!wrong.releasedAt) return { ok: false, refusal: 'not-released' }
  if (rows.some(({ corrects, releasedAt }) => corrects === number && releasedAt))
    return { ok: false, refusal: 'corrected-already' }
  const before = rows.find((row) => row.number === number - 1)
  if (faultOf(wrong, before)) return { ok: false, refusal: 'changed' }

  const { cutOff } = wrong
  const link = { cutOff, applicationVersion, correction: { number, reason } }
  const figures = await figuresToFreeze(trx, link)
  if (saysTheSame(wrong.payload, figures)) return { ok: false, refusal: 'nothing-to-correct' }
  // Sent twice, it is there once.
  const again = rows.find((row) => row.correctionReason === reason && saysTheSame(row.payload, figures))
  if (again) return { ok: true, number: again.number }
  const sha256 = await freeze(trx, figures, by, now)
  await audit(trx, by, 'snapshot:correct', String(figures.number), now, { cutOff, sha256, corrects: number })
  return { ok: true, number: figures.number }
}
