import { sql } from 'kysely'
import type { Boundary, Shape } from '#app/domain/boundary.ts'
import { planBoundaries, type BoundaryPlan } from '#app/domain/boundary-import.ts'
import { simplified } from '#app/domain/boundary-simplification.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import { getSettings } from '#db/settings.ts'

export type StoredBoundaries = { shapes: ReadonlyMap<string, Shape>; attributions: string[] }

/** Whether there is a map to choose. */
export async function hasBoundaries(db: Db): Promise<boolean> {
  return (await db.selectFrom('boundary').select('ags').limit(1).executeTakeFirst()) !== undefined
}

/** All there are, by key, with what must stand under every map of them. */
export async function listBoundaries(db: Db): Promise<StoredBoundaries> {
  const rows = await db
    .selectFrom('boundary')
    .select(['ags', 'shape', 'attribution'])
    .orderBy('ags')
    .execute()
  return {
    shapes: new Map(rows.map(({ ags, shape }) => [ags, shape])),
    attributions: [...new Set(rows.map(({ attribution }) => attribution))],
  }
}

export type BoundaryImport = { boundaries: readonly Boundary[]; attribution: string }
export type BoundaryImportResult =
  | { ok: true; plan: BoundaryPlan; outcome: 'imported' | 'unchanged' | 'checked'; stayed: string[] }
  | { ok: false; refusal: 'none-known'; plan: BoundaryPlan }

/**
 * Takes the boundaries of a file in place of those that are there. Those of municipalities that are over and that the
 * file does not know any more stay, for the maps of earlier days. The same file again changes nothing.
 */
export function importBoundaries(
  db: Db,
  given: BoundaryImport & { isCheck: boolean },
  now: Date,
): Promise<BoundaryImportResult> {
  return db.transaction().execute(async (trx) => {
    // Two imports at once take turns: the later one replaces the earlier one whole.
    await sql`select pg_advisory_xact_lock(hashtext('boundary-import'))`.execute(trx)
    const owners = await trx
      .selectFrom('organisation')
      .select(['name', 'validFrom', 'validUntil', (eb) => eb.ref('ags').$notNull().as('ags')])
      .where('kind', '=', 'municipality')
      .execute()
    const { districtKey } = await getSettings(trx)
    const today = dayOf(now)
    const plan = planBoundaries(given.boundaries, owners, { districtKey, today })
    if (plan.kept.length === 0) return { ok: false, refusal: 'none-known', plan }

    const after = simplified(plan.kept)
    const before = await trx.selectFrom('boundary').select(['ags', 'shape', 'attribution']).execute()
    const ofToday = new Set([...plan.kept, ...plan.without].map(({ ags }) => ags))
    const stayed = before.map(({ ags }) => ags).filter((ags) => !ofToday.has(ags))
    if (given.isCheck) return { ok: true, plan, outcome: 'checked', stayed }
    const replaced = before.filter(({ ags }) => ofToday.has(ags))
    const { attribution } = given
    if (
      isSame(
        replaced,
        after.map((boundary) => ({ ...boundary, attribution })),
      )
    )
      return { ok: true, plan, outcome: 'unchanged', stayed }

    await trx
      .deleteFrom('boundary')
      .where('ags', 'in', [...ofToday])
      .execute()
    const rows = after.map(({ ags, shape }) => {
      return { ags, shape: JSON.stringify(shape), attribution, importedAt: now }
    })
    await trx.insertInto('boundary').values(rows).execute()
    await audit(trx, null, 'boundary:import', null, now, { imported: rows.length })
    return { ok: true, plan, outcome: 'imported', stayed }
  })
}

type Stored = Boundary & { attribution: string }

function isSame(before: readonly Stored[], after: readonly Stored[]): boolean {
  const written = (rows: readonly Stored[]) =>
    rows.map(({ ags, shape, attribution }) => JSON.stringify([ags, shape, attribution])).toSorted()
  return JSON.stringify(written(before)) === JSON.stringify(written(after))
}
