import { measureOf, type IndicatorKey, type PhaseKey, type TargetState } from '#app/domain/indicator.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type Target = Row<'target'>
type ForPhase = { id: string; indicator: IndicatorKey; phaseKey: PhaseKey; by: string }
export type TargetResult =
  { ok: true } | { ok: false; refusal: 'already-resolved' | 'value-too-big' | 'nothing-to-take-back' }

/** What holds now; a phase without a row has no target yet. */
export function listTargets(db: Db): Promise<Target[]> {
  return db.selectFrom('target').selectAll().where('supersededAt', 'is', null).execute()
}

/** Everything that was ever proposed or decided, the latest first: targets change openly. */
export function listTargetHistory(db: Db): Promise<Target[]> {
  return db.selectFrom('target').selectAll().orderBy('createdAt', 'desc').execute()
}

/** Puts a value before the committee. What it has resolved is changed by a new resolution only. */
export function proposeTarget(
  db: Db,
  proposal: ForPhase & { value: number },
  now: Date,
): Promise<TargetResult> {
  return setTarget(
    db,
    proposal,
    { state: 'proposed', value: proposal.value, resolution: null, decidedOn: null },
    now,
  )
}

/** The committee's decision, with the reference under which it can be found. */
export function resolveTarget(
  db: Db,
  decision: ForPhase & { value: number; resolution: string; decidedOn: string },
  now: Date,
): Promise<TargetResult> {
  const { value, resolution, decidedOn } = decision
  return setTarget(db, decision, { state: 'resolved', value, resolution, decidedOn }, now)
}

/** What was entered was wrong, or never resolved: the target is open again, and the entry stays with the reason. */
export function takeBackTarget(
  db: Db,
  { reason, ...target }: ForPhase & { reason: string },
  now: Date,
): Promise<TargetResult> {
  return holdingPhase(db, target.phaseKey, async (trx) => {
    const { id, indicator, phaseKey, by } = target
    if (await wasSent(trx, id)) return { ok: true }
    const current = await currentTarget(trx, indicator, phaseKey)
    if (!current || current.state === 'open') return { ok: false, refusal: 'nothing-to-take-back' }
    await supersede(trx, current.id, now)
    const entry = { id, indicator, phaseKey, measure: current.measure, corrects: current.id, reason }
    await trx
      .insertInto('target')
      .values({ ...entry, state: 'open', value: null, resolution: null, decidedOn: null, createdAt: now })
      .execute()
    const what = { indicator, phase: phaseKey, value: current.value, taken: true }
    await audit(trx, by, 'target:resolve', id, now, what)
    return { ok: true }
  })
}

type Decision = { state: TargetState; value: number; resolution: string | null; decidedOn: string | null }

const FULL_PERCENT = 100

function setTarget(db: Db, target: ForPhase, decision: Decision, now: Date): Promise<TargetResult> {
  return holdingPhase(db, target.phaseKey, (trx) => setTargetIn(trx, target, decision, now))
}

/** Holding the phase makes two decisions about it take turns. */
function holdingPhase(
  db: Db,
  phaseKey: PhaseKey,
  work: (trx: Trx) => Promise<TargetResult>,
): Promise<TargetResult> {
  return db.transaction().execute(async (trx) => {
    await trx.selectFrom('phase').select('key').where('key', '=', phaseKey).forUpdate().execute()
    return work(trx)
  })
}

/** The row has the id of its form: a form that comes twice says it once. */
async function wasSent(trx: Trx, id: string): Promise<boolean> {
  return (await trx.selectFrom('target').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

async function supersede(trx: Trx, id: string, now: Date): Promise<void> {
  await trx.updateTable('target').set({ supersededAt: now }).where('id', '=', id).execute()
}

/** The same inside a transaction that holds the phase. */
export async function setTargetIn(
  trx: Trx,
  { id, indicator, phaseKey, by }: ForPhase,
  decision: Decision,
  now: Date,
): Promise<TargetResult> {
  const measure = measureOf(indicator, phaseKey)
  if (measure === 'percent' && decision.value > FULL_PERCENT) return { ok: false, refusal: 'value-too-big' }
  if (await wasSent(trx, id)) return { ok: true }
  const current = await currentTarget(trx, indicator, phaseKey)
  const isResolution = decision.state === 'resolved'
  if (current?.state === 'resolved' && !isResolution) return { ok: false, refusal: 'already-resolved' }
  if (current) await supersede(trx, current.id, now)
  const decidedBy = isResolution ? by : null
  await trx
    .insertInto('target')
    .values({ id, indicator, phaseKey, measure, ...decision, decidedBy, createdAt: now })
    .execute()
  const action = isResolution ? 'target:resolve' : 'target:propose'
  await audit(trx, by, action, id, now, { indicator, phase: phaseKey, value: decision.value })
  return { ok: true }
}

function currentTarget(trx: Trx, indicator: IndicatorKey, phaseKey: PhaseKey): Promise<Target | undefined> {
  return trx
    .selectFrom('target')
    .selectAll()
    .where('indicator', '=', indicator)
    .where('phaseKey', '=', phaseKey)
    .where('supersededAt', 'is', null)
    .executeTakeFirst()
}
