import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Db } from '#db/client.server.ts'
import { grantToApp } from '#db/migrate.ts'
import { APPEND_ONLY } from '#db/schema.ts'
import { db, openAsApp, testOnPostgres } from '#tests/database.ts'

// Two roles on PostgreSQL: the owner changes the schema, the product only rows, and not all of them.

const DENIED = '42501'

/** The SQLSTATE with which a statement is refused, or undefined when it is taken. */
async function refusal(as: Db, statement: string): Promise<string | undefined> {
  try {
    await sql.raw(statement).execute(as)
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

async function asApp<T>(work: (app: Db) => Promise<T>): Promise<T> {
  const app = openAsApp()
  try {
    return await work(app)
  } finally {
    await app.destroy()
  }
}

testOnPostgres('the product can neither drop, change nor make tables', async () => {
  const statements = [
    'drop table person',
    'alter table person add column shoe_size integer',
    'create table diary (id integer)',
    'create index on person (locale)',
    'drop trigger audit_is_append_only on audit',
    'alter table audit disable trigger all',
    'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$',
    'delete from migration',
    "insert into migration (name, timestamp) values ('2099', '2099')",
  ]
  await asApp(async (app) => {
    for (const statement of statements) {
      expect([statement, await refusal(app, statement)]).toEqual([statement, DENIED])
    }
  })
})

testOnPostgres('what is written once cannot be changed, deleted or emptied by the product', async () => {
  await asApp(async (app) => {
    for (const table of APPEND_ONLY) {
      const column = await firstColumn(table)
      expect([table, await refusal(app, `update ${table} set ${column} = ${column}`)]).toEqual([
        table,
        DENIED,
      ])
      expect([table, await refusal(app, `delete from ${table}`)]).toEqual([table, DENIED])
      expect([table, await refusal(app, `truncate ${table} cascade`)]).toEqual([table, DENIED])
      expect([table, await refusal(app, `select 1 from ${table}`)]).toEqual([table, undefined])
    }
    const line = "insert into audit (at, action, details) values (now(), 'course:edit', '{}')"
    expect(await refusal(app, line)).toBeUndefined()
  })
})

testOnPostgres('the second line holds against the owner, too: a trigger refuses', async () => {
  for (const table of APPEND_ONLY) {
    const column = await firstColumn(table)
    expect([table, await refusal(db, `update ${table} set ${column} = ${column}`)]).toEqual([table, DENIED])
    expect([table, await refusal(db, `delete from ${table}`)]).toEqual([table, DENIED])
  }
})

testOnPostgres(
  'processes that start together all start, and none may change what is append-only meanwhile',
  async () => {
    await asApp(async (app) => {
      const { rows } = await sql<{ name: string }>`select current_user as name`.execute(app)
      const role = rows[0]!.name
      let isStarting = true
      const starts = Promise.allSettled(
        Array.from({ length: 3 }, async () => {
          for (let nth = 0; nth < 5; nth += 1) await grantToApp(db, role)
        }),
      ).finally(() => (isStarting = false))
      const mayChange = new Set<string>()
      while (isStarting) {
        const held = await sql<{ name: string }>`
        select name from unnest(${[...APPEND_ONLY]}::text[]) as name
        where has_table_privilege(name, 'update') or has_table_privilege(name, 'delete')`.execute(app)
        for (const { name } of held.rows) mayChange.add(name)
      }
      expect((await starts).filter(({ status }) => status === 'rejected')).toEqual([])
      expect([...mayChange]).toEqual([])
    })
  },
)

testOnPostgres('control: everything else the product reads and writes', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(db)
  const withheld: readonly string[] = [...APPEND_ONLY, 'migration', 'migration_lock']
  const tables = rows.map(({ name }) => name).filter((name) => !withheld.includes(name))

  expect(tables.length).toBeGreaterThan(25)
  await asApp(async (app) => {
    for (const table of tables) {
      const rights = await sql<{ all: boolean }>`
        select bool_and(has_table_privilege(${table}, right_name)) as all
        from unnest(array['select', 'insert', 'update', 'delete']) as right_name`.execute(app)
      expect([table, rights.rows[0]?.all]).toEqual([table, true])
    }
  })
})

/** A column that an update can name; identity columns cannot be set even to themselves. */
async function firstColumn(table: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_identity = 'NO'
    order by ordinal_position limit 1`.execute(db)
  return rows[0]!.name
}
