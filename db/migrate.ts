import { sql } from 'kysely'
import { Migrator, type MigrationResult } from 'kysely/migration'
import type { Db } from '#db/client.server.ts'
import { migrations } from '#db/migrations/index.ts'
import { APPEND_ONLY } from '#db/schema.ts'

/** Brings the schema up to date; two processes at once take turns. Throws when a step fails, with nothing half done. */
export async function migrate(db: Db): Promise<MigrationResult[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return results ?? []
}

/** Removes everything, as if nothing had ever been there. The embedded database only: its schema is ours alone. */
export async function beginAgain(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`drop schema public cascade`.execute(trx)
    await sql`create schema public`.execute(trx)
  })
  await migrate(db)
}

/** Whether a newer release has already migrated this database: an old program must not write into it. */
export async function isNewerThanProgram(db: Db): Promise<boolean> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'migration')) return false
  const done = await sql<{ name: string }>`select name from migration`.execute(db)
  return done.rows.some((row) => !(row.name in migrations))
}

/**
 * Gives the role under which the product runs its rights: it reads and writes rows, has no right to
 * change the schema, and can neither change nor delete what is append-only. PostgreSQL only. Processes that
 * start together take turns, and one that runs already never has more rights than these, not for a moment.
 */
export function grantToApp(db: Db, role: string): Promise<void> {
  const name = sql.id(role)
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('grant-to-app'))`.execute(trx)
    await sql`grant usage on schema public to ${name}`.execute(trx)
    await sql`grant select, insert, update, delete on all tables in schema public to ${name}`.execute(trx)
    await sql`grant usage, select on all sequences in schema public to ${name}`.execute(trx)
    await sql`grant execute on all functions in schema public to ${name}`.execute(trx)
    for (const table of [...APPEND_ONLY, 'migration', 'migration_lock']) {
      await sql`revoke update, delete, truncate on ${sql.table(table)} from ${name}`.execute(trx)
    }
    for (const table of ['migration', 'migration_lock']) {
      await sql`revoke insert on ${sql.table(table)} from ${name}`.execute(trx)
    }
  })
}
