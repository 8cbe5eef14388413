import { measureProblem, type MeasureState } from '#app/domain/measure.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type Measure = Pick<
  Row<'measure'>,
  'id' | 'title' | 'owner' | 'state' | 'reason' | 'version' | 'changedAt'
>

/** In the order in which they were taken on; those of one moment by their titles. */
export function listMeasures(db: Db, roundId: string): Promise<Measure[]> {
  return db
    .selectFrom('measure')
    .select(['id', 'title', 'owner', 'state', 'reason', 'version', 'changedAt'])
    .where('roundId', '=', roundId)
    .orderBy('createdAt')
    .orderBy('title')
    .orderBy('id')
    .execute()
}

export type MeasuredRound = {
  id: string
  titleDe: string
  titleEn: string | null
  closesOn: string
  measures: Measure[]
}

/** Released rounds from which something came, the latest first. */
export async function listMeasuredRounds(db: Db): Promise<MeasuredRound[]> {
  const rounds = await db
    .selectFrom('evaluationRound as round')
    .innerJoin('release', 'release.roundId', 'round.id')
    .leftJoin('course', 'course.id', 'round.courseId')
    .select(['round.id', 'round.title as titleDe', 'course.titleEn', 'round.opensOn', 'round.closesOn'])
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('measure').select('id').whereRef('measure.roundId', '=', 'round.id')),
    )
    .orderBy('round.opensOn', 'desc')
    .execute()
  return Promise.all(
    rounds.map(async ({ opensOn, closesOn, ...round }) => ({
      ...round,
      closesOn: closesOn ?? opensOn,
      measures: await listMeasures(db, round.id),
    })),
  )
}

export type MeasureDraft = {
  id: string
  roundId: string
  title: string
  owner: string
  state: MeasureState
  reason: string | null
  /** The version that was read; null for a new one. */
  version: number | null
  by: string
}
export type MeasureResult =
  { ok: true } | { ok: false; refusal: 'not-released' | 'reason-missing' | 'changed-meanwhile' }

/** Takes on a measure, or says how far it is. Sent twice, a new one is there once. */
export function saveMeasure(
  db: Db,
  { by, version, ...measure }: MeasureDraft,
  now: Date,
): Promise<MeasureResult> {
  return db.transaction().execute(async (trx) => {
    const problem = measureProblem(measure)
    if (problem) return { ok: false, refusal: problem }
    const release = await trx
      .selectFrom('release')
      .select('roundId')
      .where('roundId', '=', measure.roundId)
      .executeTakeFirst()
    if (!release) return { ok: false, refusal: 'not-released' }
    const { id, roundId, ...fields } = measure
    if (version === null) {
      const added = await trx
        .insertInto('measure')
        .values({ ...measure, createdBy: by, createdAt: now, changedAt: now })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!added) return { ok: true }
    } else {
      const changed = await trx
        .updateTable('measure')
        .set({ ...fields, version: version + 1, changedAt: now })
        .where('id', '=', id)
        .where('roundId', '=', roundId)
        .where('version', '=', version)
        .executeTakeFirst()
      if (changed.numUpdatedRows === 0n) return { ok: false, refusal: 'changed-meanwhile' }
    }
    await audit(trx, by, 'measure:edit', roundId, now, { measureId: id, state: measure.state })
    return { ok: true }
  })
}
