import { sql } from 'kysely'
import { expect } from 'vitest'
import { openDatabase, type Db } from '#db/client.server.ts'
import { databaseUrl, db, testOnPostgres } from '#tests/database.ts'

/** A table that can be altered while another connection has asked for all of it, and keeps the plan of that. */
async function onAlteredTable(name: string, ask: (served: Db, table: string) => Promise<unknown>) {
  const served = openDatabase(databaseUrl)
  try {
    await sql`create table ${sql.table(name)} (id int primary key)`.execute(db)
    await sql`insert into ${sql.table(name)} values (1)`.execute(db)
    const before = await ask(served, name)
    await sql`alter table ${sql.table(name)} add column more int`.execute(db)
    return { before, after: await ask(served, name) }
  } finally {
    await served.destroy()
    await sql`drop table ${sql.table(name)}`.execute(db)
  }
}

const allOf = async (one: Db, table: string) =>
  (await sql`select * from ${sql.table(table)} where id = ${1}`.execute(one)).rows

testOnPostgres('what is asked with values is planned once, and asked by its name from then on', async () => {
  const plans = await db.connection().execute(async (one) => {
    await one.selectFrom('course').select('id').where('titleDe', '=', 'a').execute()
    await one.selectFrom('course').select('id').where('titleDe', '=', 'b').execute()
    const { rows } = await sql<{ calls: number }>`select generic_plans + custom_plans as calls
      from pg_prepared_statements where statement like '%title_de%'`.execute(one)
    return rows
  })
  expect(plans).toEqual([{ calls: 2 }])
})

testOnPostgres('a table may be altered while the product runs: it reads the new column at once', async () => {
  const { before, after } = await onAlteredTable('altered_read', allOf)
  expect(before).toEqual([{ id: 1 }])
  expect(after).toEqual([{ id: 1, more: null }])
})

testOnPostgres('a command that meets an altered table is run again, whole and once', async () => {
  const runs: number[] = []
  const command = (served: Db, table: string) =>
    served.transaction().execute(async (trx) => {
      runs.push(runs.length)
      await sql`insert into ${sql.table(table)} values (${runs.length + 1})`.execute(trx)
      return allOf(trx, table)
    })
  const { after } = await onAlteredTable('altered_command', async (served, table) => {
    const rows = await command(served, table)
    return { rows, all: (await sql`select id from ${sql.table(table)} order by 1`.execute(served)).rows }
  })
  // The second run was broken off, and what it had inserted went with it.
  expect(runs).toHaveLength(3)
  expect(after).toEqual({ rows: [{ id: 1, more: null }], all: [{ id: 1 }, { id: 2 }, { id: 4 }] })
})

testOnPostgres('any other refusal of the database is handed on as it is', async () => {
  await expect(sql`select 1 / ${0}::int`.execute(db)).rejects.toMatchObject({ code: '22012' })
})
