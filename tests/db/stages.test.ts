import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { openDatabase, type Db } from '#db/client.server.ts'
import { migrate } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'
import { getSnapshot, listSnapshots, verifySnapshots } from '#db/snapshots.ts'
import { loadStage, readStage, type Stage } from '#tests/fixtures/stage.ts'

/** A database as a release left it, brought up to date. In memory: what is tried here is plain SQL. */
async function upgraded(stage: Stage): Promise<Db> {
  const db = openDatabase('pglite:')
  const then = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })
  const { error } = await then.migrateTo(stage.migrations.at(-1) ?? '')
  if (error) throw error
  await loadStage(db, stage)
  await migrate(db)
  return db
}

test('a district that began with release 0.1.0 finds everything again after an update', async () => {
  const stage = readStage('stage-1')
  const db = await upgraded(stage)
  try {
    for (const { name, rows } of stage.tables) {
      const { rows: found } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(
        db,
      )
      expect([name, found[0]?.n]).toEqual([name, rows.length])
    }
    expect(await verifySnapshots(db)).toEqual([])
    const [latest] = await listSnapshots(db)
    expect((await getSnapshot(db, latest?.number ?? 0))?.data?.participation.denominator).toBe(28)
  } finally {
    await db.destroy()
  }
})
