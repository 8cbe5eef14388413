import type { TargetMeasure, TargetState } from '#app/domain/indicator.ts'
import { unaimableBecause, undecidableBecause, type StageAim, type StageDecision } from '#app/domain/stage.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import { holdStage, type StageResult } from '#db/stages.ts'

/** All decisions on a stage, the latest first. */
export function listStageDecisions(db: Db, stageId: string): Promise<Row<'stageDecision'>[]> {
  return db
    .selectFrom('stageDecision')
    .selectAll()
    .where('stageId', '=', stageId)
    .orderBy('position', 'desc')
    .execute()
}

/** All targets that were ever proposed, resolved or taken back for a stage, the latest first. */
export function listStageTargets(db: Db, stageId: string): Promise<Row<'stageTarget'>[]> {
  return db
    .selectFrom('stageTarget')
    .selectAll()
    .where('stageId', '=', stageId)
    .orderBy('position', 'desc')
    .execute()
}

export type NewStageDecision = StageDecision & { id: string; stageId: string; by: string }

/** The committee's go or no-go; 'open' takes an entry back that was wrong. Sent twice, it stands there once. */
export function decideStage(db: Db, decision: NewStageDecision, now: Date): Promise<StageResult> {
  return db.transaction().execute(async (trx) => {
    await holdStage(trx, decision.stageId)
    return decideStageIn(trx, decision, now)
  })
}

/** The same inside a transaction that holds the stage. */
export async function decideStageIn(
  trx: Trx,
  { by, ...decision }: NewStageDecision,
  now: Date,
): Promise<StageResult> {
  const [current] = await listStageDecisions(trx, decision.stageId)
  const sent = await trx.selectFrom('stageDecision').select('id').where('id', '=', decision.id).execute()
  if (sent.length > 0) return { ok: true }
  const refusal = undecidableBecause(decision, current?.verdict ?? 'open')
  if (refusal) return { ok: false, refusal }
  await trx
    .insertInto('stageDecision')
    .values({ ...decision, recordedBy: by, createdAt: now })
    .execute()
  await audit(trx, by, 'stage:decide', decision.stageId, now, { verdict: decision.verdict })
  return { ok: true }
}

export type NewStageTarget = {
  id: string
  stageId: string
  aim: StageAim
  measure: TargetMeasure
  state: TargetState
  value: number | null
  resolution: string | null
  decidedOn: string | null
  reason: string | null
  by: string
}

/** A target of a stage: proposed, resolved, or taken back because the entry was wrong. */
export function setStageTarget(db: Db, { by, ...target }: NewStageTarget, now: Date): Promise<StageResult> {
  return db.transaction().execute(async (trx) => {
    const stage = await holdStage(trx, target.stageId)
    const sent = await trx.selectFrom('stageTarget').select('id').where('id', '=', target.id).execute()
    if (!stage || sent.length > 0) return { ok: true }
    const current = (await listStageTargets(trx, stage.id)).find(({ aim }) => aim === target.aim)
    const refusal = unaimableBecause(target, current?.state, stage.topicKey !== null)
    if (refusal) return { ok: false, refusal }
    await trx
      .insertInto('stageTarget')
      .values({ ...target, recordedBy: by, createdAt: now })
      .execute()
    const { aim, state, value, reason } = target
    const action = state === 'proposed' ? 'target:propose' : 'target:resolve'
    await audit(trx, by, action, stage.id, now, {
      aim,
      value,
      ...(state === 'open' && { taken: true, reason }),
    })
    return { ok: true }
  })
}
