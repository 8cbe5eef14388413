import { sql } from 'kysely'
import { inGermanOrder } from '#app/domain/person.ts'
import type { StageDecision, StageFact, StageMember, StageRefusal, StageTarget } from '#app/domain/stage.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type Stage = Row<'stage'>

export function getStage(db: Db, id: string): Promise<Stage | undefined> {
  return db.selectFrom('stage').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Every stage with what its report says of a day, in the order in which they begin. */
export async function listStageFacts(db: Db, day: string): Promise<StageFact[]> {
  const stages = await db
    .selectFrom('stage')
    .leftJoin('topic', 'topic.key', 'stage.topicKey')
    .select(['id', 'subject', 'description', 'titleDe as topicDe', 'titleEn as topicEn'])
    .select(['fromDate', 'untilDate', 'decideBy'])
    .orderBy('fromDate', (order) => order.asc().nullsLast())
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const decisions = await latestDecisions(db)
  const targets = await latestTargets(db)
  const members = await membersOn(db, day)
  const figures = await figuresOn(db, day)
  return stages.map((stage) => ({
    ...stage,
    decision: decisions.find(({ stageId }) => stageId === stage.id)?.decision ?? UNDECIDED,
    targets: targets.flatMap(({ stageId, target }) => (stageId === stage.id ? [target] : [])),
    members: members.flatMap(({ stageId, member }) => (stageId === stage.id ? [member] : [])),
    ...(figures.get(stage.id) ?? NOBODY),
  }))
}

const UNDECIDED: StageDecision = { verdict: 'open', resolution: null, decidedOn: null, reason: null }
const NOBODY = { municipalities: 0, participating: 0, trained: 0 }

async function latestDecisions(db: Db): Promise<{ stageId: string; decision: StageDecision }[]> {
  const rows = await db
    .selectFrom('stageDecision')
    .distinctOn('stageId')
    .select(['stageId', 'verdict', 'resolution', 'decidedOn', 'reason'])
    .orderBy('stageId')
    .orderBy('position', 'desc')
    .execute()
  return rows.map(({ stageId, ...decision }) => ({ stageId, decision }))
}

/** What was taken back is no target any more. */
async function latestTargets(db: Db): Promise<{ stageId: string; target: StageTarget }[]> {
  const rows = await db
    .selectFrom('stageTarget')
    .distinctOn(['stageId', 'aim'])
    .select(['stageId', 'aim', 'measure', 'state', 'value', 'resolution', 'decidedOn'])
    .orderBy('stageId')
    .orderBy('aim')
    .orderBy('position', 'desc')
    .execute()
  return rows.flatMap(({ stageId, ...target }) => (target.state === 'open' ? [] : [{ stageId, target }]))
}

async function membersOn(db: Db, day: string): Promise<{ stageId: string; member: StageMember }[]> {
  const rows = await db
    .selectFrom('stageMember as member')
    .innerJoin('organisation', 'organisation.id', 'member.organisationId')
    .select(['member.stageId', 'member.organisationId', 'organisation.name', 'fromDate', 'untilDate'])
    .where('fromDate', '<=', day)
    .where('takenBackAt', 'is', null)
    .orderBy('fromDate')
    .execute()
  const { rows: merged } = await sql<{ enteredId: string; name: string }>`
    select distinct s.entered_id, o.name from stage_municipalities_on(${day}::date) s
    join organisation o on o.id = s.organisation_id where s.organisation_id <> s.entered_id`.execute(db)
  return rows
    .map(({ stageId, organisationId, ...member }) => {
      const nowPartOf = merged.find(({ enteredId }) => enteredId === organisationId)?.name ?? null
      return { stageId, member: { ...member, nowPartOf } }
    })
    .sort((a, b) => inGermanOrder(a.member.name, b.member.name))
}

type Figures = Pick<StageFact, 'municipalities' | 'participating' | 'trained'>

async function figuresOn(db: Db, day: string): Promise<Map<string, Figures>> {
  const { rows } = await sql<Figures & { stageId: string }>`
    select stage_id, municipalities, participating, trained from stage_figures_on(${day}::date)`.execute(db)
  return new Map(rows.map(({ stageId, ...figures }) => [stageId, figures]))
}

export type StagePlan = Pick<
  Stage,
  'subject' | 'description' | 'topicKey' | 'fromDate' | 'untilDate' | 'decideBy'
>
export type StageResult = { ok: true } | { ok: false; refusal: StageRefusal }

const isBackwards = ({ fromDate, untilDate }: { fromDate: string | null; untilDate: string | null }) =>
  fromDate !== null && untilDate !== null && untilDate < fromDate

/** Sets up a stage under the id that its form carried: sent twice, it is one. */
export function addStage(
  db: Db,
  by: string,
  stage: StagePlan & { id: string },
  now: Date,
): Promise<StageResult> {
  return db.transaction().execute(async (trx) => {
    if (isBackwards(stage)) return { ok: false, refusal: 'ends-before-start' }
    const added = await trx
      .insertInto('stage')
      .values({ ...stage, createdBy: by, createdAt: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) await audit(trx, by, 'stage:edit', stage.id, now, { step: 'add' })
    return { ok: true }
  })
}

export function changeStage(
  db: Db,
  by: string,
  { id, version, ...plan }: StagePlan & { id: string; version: number },
  now: Date,
): Promise<StageResult> {
  return db.transaction().execute(async (trx) => {
    if (isBackwards(plan)) return { ok: false, refusal: 'ends-before-start' }
    const changed = await trx
      .updateTable('stage')
      .set({ ...plan, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst()
    if (!changed) return { ok: false, refusal: 'changed-meanwhile' }
    await audit(trx, by, 'stage:edit', id, now, { step: 'change' })
    return { ok: true }
  })
}

/** One that was set up by mistake goes; what the committee has dealt with stays. */
export function removeStage(db: Db, by: string, id: string, now: Date): Promise<StageResult> {
  return db.transaction().execute(async (trx) => {
    await holdStage(trx, id)
    const dealtWith = [
      await trx.selectFrom('stageDecision').select('id').where('stageId', '=', id).executeTakeFirst(),
      await trx.selectFrom('stageTarget').select('id').where('stageId', '=', id).executeTakeFirst(),
    ]
    if (dealtWith.some(Boolean)) return { ok: false, refusal: 'in-use' }
    await trx.deleteFrom('stageMember').where('stageId', '=', id).execute()
    const gone = await trx.deleteFrom('stage').where('id', '=', id).returning('id').executeTakeFirst()
    if (gone) await audit(trx, by, 'stage:edit', id, now, { step: 'remove' })
    return { ok: true }
  })
}

/** Holding the stage makes two entries about it take turns. */
export async function holdStage(trx: Trx, id: string): Promise<Stage | undefined> {
  return trx.selectFrom('stage').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}
