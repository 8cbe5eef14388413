import type { PhaseKey } from '#app/domain/indicator.ts'
import { PHASE_KEYS, phaseProblem, type PhaseProblem } from '#app/domain/indicator.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type Phase = Row<'phase'>
export type PhaseChange = {
  key: PhaseKey
  fromDate: string | null
  untilDate: string | null
  resolution: string | null
  version: number
  by: string
}
export type PhaseResult = { ok: true } | { ok: false; refusal: PhaseProblem | 'changed-meanwhile' }

/** In the order of the strategy: pilot, first year, continuation. */
export async function listPhases(db: Db): Promise<Phase[]> {
  const rows = await db.selectFrom('phase').selectAll().execute()
  return rows.sort((a, b) => PHASE_KEYS.indexOf(a.key) - PHASE_KEYS.indexOf(b.key))
}

/** Sets the days of a phase; null leaves a day open until it is decided. */
export function changePhase(db: Db, change: PhaseChange, now: Date): Promise<PhaseResult> {
  return db.transaction().execute(async (trx) => {
    // Days that do not overlap one by one could overlap together: changes take turns.
    await trx.selectFrom('phase').select('key').orderBy('key').forUpdate().execute()
    return changePhaseIn(trx, change, now)
  })
}

/** The same inside a transaction that holds all phases. */
export async function changePhaseIn(
  trx: Trx,
  { key, fromDate, untilDate, resolution, version, by }: PhaseChange,
  now: Date,
): Promise<PhaseResult> {
  const phases = await listPhases(trx)
  const problem = phaseProblem(
    phases.map((phase) => (phase.key === key ? { key, fromDate, untilDate } : phase)),
    key === 'firstYear' && fromDate !== null ? resolution : undefined,
  )
  if (problem) return { ok: false, refusal: problem }
  const changed = await trx
    .updateTable('phase')
    .set({ fromDate, untilDate, resolution, version: version + 1 })
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return { ok: false, refusal: 'changed-meanwhile' }
  await audit(trx, by, 'phase:edit', key, now, { fromDate, untilDate, resolution })
  return { ok: true }
}
