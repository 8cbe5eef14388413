// The whole database as a test can look at it: what every table holds.

import { sql } from 'kysely'
import { db } from '#tests/database.ts'

export async function listTables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

/** What every table holds, row by row, in an order that does not depend on where the rows lie. */
export async function allRows(): Promise<Record<string, string>> {
  const all: Record<string, string> = {}
  for (const table of await listTables()) {
    const { rows } = await sql<{
      row: string
    }>`select t::text as row from ${sql.table(table)} t order by 1`.execute(db)
    all[table] = JSON.stringify(rows)
  }
  return all
}
