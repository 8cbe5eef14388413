import { sql } from 'kysely'
import {
  planImport,
  type Addition,
  type ImportPlanResult,
  type ImportWish,
  type KnownMunicipality,
  type Update,
} from '#app/domain/municipality-import.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { changeSettingsIn, getSettings } from '#db/settings.ts'

/** The dry run: what a register would change. Changes nothing. */
export async function checkMunicipalities(db: Db, wish: ImportWish): Promise<ImportPlanResult> {
  return planImport(wish, await listKnown(db))
}

/** Takes in a register whole. The same one again changes nothing: municipalities are known by their keys. */
export function importMunicipalities(db: Db, wish: ImportWish, now: Date): Promise<ImportPlanResult> {
  return db.transaction().execute(async (trx) => {
    // Two imports at once take turns; and who edits a municipality meanwhile is told that it has changed.
    await sql`select pg_advisory_xact_lock(hashtext('municipality-import'))`.execute(trx)
    await trx.selectFrom('organisation').select('id').where('kind', '=', 'municipality').forUpdate().execute()
    const result = planImport(wish, await listKnown(trx))
    if (!result.ok) return result
    for (const addition of result.plan.added) await add(trx, addition, wish, now)
    for (const update of result.plan.updated) await change(trx, update, wish, now)
    const { districtKey } = await getSettings(trx)
    if (districtKey === '') await changeSettingsIn(trx, null, { districtKey: wish.districtKey }, now)
    return result
  })
}

function listKnown(db: Db): Promise<KnownMunicipality[]> {
  return db
    .selectFrom('organisation')
    .select(['id', 'name', 'municipalityKind', 'population', 'populationDate'])
    .select(['validFrom', 'validUntil', 'source', (eb) => eb.ref('ags').$notNull().as('ags')])
    .where('kind', '=', 'municipality')
    .orderBy('validFrom')
    .execute()
}

async function add(trx: Trx, addition: Addition, { register }: ImportWish, now: Date): Promise<void> {
  const { id } = await trx
    .insertInto('organisation')
    .values({ kind: 'municipality', ...addition })
    .returning('id')
    .executeTakeFirstOrThrow()
  const details = { added: true, kind: 'municipality', register: register.day }
  await audit(trx, null, 'organisation:edit', id, now, details)
}

async function change(
  trx: Trx,
  { before, after, changed }: Update,
  { register }: ImportWish,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('organisation')
    .set((eb) => ({ ...after, version: eb('version', '+', 1) }))
    .where('id', '=', before.id)
    .execute()
  await audit(trx, null, 'organisation:edit', before.id, now, { register: register.day, changed })
}
