import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { registered, registeredColumns } from '#app/domain/personal-data.ts'
import { db } from '#tests/database.ts'

/** The columns of the real database, as 'table.column'. */
async function realColumns(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public'`.execute(db)
  return rows.map(({ name }) => name)
}

const entryOf = (name: string) => {
  const [table = '', column = ''] = name.split('.')
  return registered(table, column)
}
const isPersonal = (name: string) => typeof entryOf(name) === 'object'

test('whatever is stored is registered: a new column says what it is for, and how long it stays', async () => {
  const columns = await realColumns()

  expect(columns.length).toBeGreaterThan(100)
  expect(columns.filter((name) => entryOf(name) === undefined)).toEqual([])
})

test('nothing is registered that is not stored any more, and nothing twice', async () => {
  const columns = new Set(await realColumns())
  const names = registeredColumns()

  expect(names.filter((name) => !columns.has(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

test('the check would notice: an unlisted column has no entry', () => {
  expect(registered('person', 'shoe_size')).toBeUndefined()
  expect(registered('diary', 'id')).toBeUndefined()
})

test('every column that leads to a person is registered as personal', async () => {
  const { rows } = await sql<{ name: string }>`
    select r.relname || '.' || a.attname as name
    from pg_constraint c join pg_class r on r.oid = c.conrelid
    join pg_attribute a on a.attrelid = r.oid and a.attnum = any (c.conkey)
    where c.contype = 'f' and c.confrelid = 'person'::regclass`.execute(db)
  const references = rows.map(({ name }) => name)

  expect(references).toContain('enrolment.person_id')
  expect(references.filter((name) => !isPersonal(name))).toEqual([])
})

test('names, addresses and secrets do not survive an erasure, and secrets are handed out to nobody', () => {
  const telling = registeredColumns().filter((name) => /\.(given_name|family_name|email|address)$/.test(name))
  const secret = registeredColumns().filter((name) => /password|token_hash$/.test(name) && isPersonal(name))

  expect(telling.length).toBeGreaterThanOrEqual(7)
  for (const name of telling)
    expect([name, entryOf(name)]).toMatchObject([
      name,
      { onErasure: expect.stringMatching(/^(remove|replace)$/) },
    ])
  for (const name of secret) expect([name, entryOf(name)]).toMatchObject([name, { exported: false }])
})

test('nothing beside a ballot leads to a person', async () => {
  const columns = (await realColumns()).filter((name) => name.startsWith('ballot.'))

  expect(columns.sort()).toEqual(['ballot.bucket', 'ballot.round_id', 'ballot.sealed'])
})
