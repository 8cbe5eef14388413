import { dayOf } from '#app/domain/calendar.ts'
import { readersRefusal, type ReadersRefusal, type RemarkReaders } from '#app/domain/remark-readers.ts'
import { getActor } from '#db/actors.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import { lockRound } from '#db/rounds.ts'
import { lockChain } from '#db/snapshots.ts'

export type ReadersResult = { ok: true } | { ok: false; refusal: ReadersRefusal | 'not-found' }

/**
 * Says who reads the released remarks of a round: anybody who can be promised until it begins, then only fewer. After the
 * release too: what was frozen in reports by then stays there, and no later one takes it over.
 */
export function changeRemarkReaders(
  db: Db,
  { roundId, readers, by }: { roundId: string; readers: RemarkReaders; by: string },
  now: Date,
): Promise<ReadersResult> {
  return db.transaction().execute(async (trx) => {
    // No report is frozen or released meanwhile, which would hold what fewer may read from now on.
    await lockChain(trx)
    const round = await lockRound(trx, roundId)
    if (!round) return { ok: false, refusal: 'not-found' }
    const actor = await getActor(trx, by, dayOf(now))
    const refusal = readersRefusal(round, readers, actor ?? { roles: [] })
    if (refusal) return { ok: false, refusal }
    await trx
      .updateTable('evaluationRound')
      .set({ remarkReaders: readers })
      .where('id', '=', roundId)
      .execute()
    await audit(trx, by, 'evaluation:manage', roundId, now, { step: 'readers', readers })
    return { ok: true }
  })
}
