import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { db } from '#tests/database.ts'
import { anUrn, vote } from '#tests/urn.ts'
import { allRows } from '#tests/whole-database.ts'

/** With where each number generator stands. */
async function contents(): Promise<Record<string, string>> {
  const sequences = await sql`select sequencename, last_value from pg_sequences order by 1`.execute(db)
  return { ...(await allRows()), sequences: JSON.stringify(sequences.rows) }
}

test('a vote changes the invitation and the urn, and nothing else in the whole database', async () => {
  const urn = await anUrn()
  const [ada = ''] = urn.people
  const before = await contents()

  await vote(urn, ada, { overall: 2, liked: 'Der Austausch.' })

  const after = await contents()
  const changed = Object.keys(after).filter((table) => after[table] !== before[table])
  expect(changed).toEqual(['ballot', 'invitation'])
})

test('a refused vote changes nothing at all', async () => {
  const urn = await anUrn()
  const [ada = ''] = urn.people
  await vote(urn, ada)
  const before = await contents()

  await vote(urn, ada)

  expect(await contents()).toEqual(before)
})

/** Columns that would tell when, or in which order, or by whom. */
async function tellingColumns(table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and (
      data_type like 'timestamp%' or data_type like 'time %' or is_identity = 'YES'
      or column_default like 'nextval%' or column_name like '%person%' or column_name like '%by')`.execute(db)
  return rows.map(({ name }) => name)
}

test('beside ballot, tally, turnout and text stands no time, no sequence and no person', async () => {
  for (const table of ['ballot', 'tally', 'turnout', 'text_answer', 'invitation_bucket']) {
    expect([table, await tellingColumns(table)]).toEqual([table, []])
  }
  expect(await tellingColumns('invitation')).toEqual(['person_id'])
  expect(await tellingColumns('audit')).toContain('at')
})

test('from a ballot, a sum or a text one reaches its round and no other table', async () => {
  const { rows } = await sql<{ from: string; to: string }>`
    select c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to"
    from pg_constraint c where c.contype = 'f'`.execute(db)
  const reachedFrom = (table: string) => rows.filter((key) => key.from === table).map((key) => key.to)
  expect(reachedFrom('ballot')).toEqual(['invitation_bucket'])
  expect(reachedFrom('invitation_bucket')).toEqual(['evaluation_round'])
  for (const table of ['tally', 'turnout', 'text_answer'])
    expect(reachedFrom(table)).toEqual(['evaluation_round'])
  const pointing = rows.filter(({ to }) => ['ballot', 'tally', 'text_answer', 'invitation'].includes(to))
  expect(pointing).toEqual([])
})

test('texts get random identifiers, which know no order', async () => {
  const { rows } = await sql<{ expression: string }>`
    select column_default as expression from information_schema.columns
    where table_name = 'text_answer' and column_name = 'id'`.execute(db)
  expect(rows[0]?.expression).toBe('gen_random_uuid()')
})

test('nothing in the database acts by itself when a vote is written', async () => {
  const { rows } = await sql<{ name: string }>`
    select tgrelid::regclass::text || ' ' || tgname as name from pg_trigger
    where not tgisinternal and tgrelid in ('ballot'::regclass, 'invitation'::regclass, 'invitation_bucket'::regclass)
  `.execute(db)
  expect(rows).toEqual([])
})

test('what is kept after the count knows neither bucket nor envelope', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_name in ('tally', 'turnout', 'text_answer')
      and (column_name like '%bucket%' or column_name like '%ballot%' or data_type = 'bytea')`.execute(db)
  expect(rows).toEqual([])
})
