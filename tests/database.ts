import { randomUUID } from 'node:crypto'
import { cpSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, inject, test } from 'vitest'
import { openDatabase, type Db } from '#db/client.server.ts'
import { addressOf, onServer } from '#tests/scratch-postgres.ts'

const given = inject('database')

export const databaseKind = given.kind

/** The address of this test file's own database, for a test that opens it a second time. PostgreSQL only. */
export const databaseUrl = given.kind === 'pglite' ? embeddedCopy(given.base) : await copyOf(given)

/** This test file's own database. Its tests share it, so each makes the rows that it talks about. */
export const db = openDatabase(databaseUrl)

afterAll(async () => {
  await db.destroy()
  if (given.kind === 'pglite') rmSync(databaseUrl.slice('pglite:'.length), { recursive: true, force: true })
})

/**
 * A test of what only a server shows: races between connections, and the rights of roles. The embedded
 * database has one connection and one role; there the test is reported as skipped.
 * `timeout` in milliseconds, for races of many rounds on machines that have other things to do.
 */
export function testOnPostgres(name: string, run: () => Promise<void>, timeout?: number): void {
  test(name, { ...(timeout && { timeout }) }, async (context) => {
    context.skip(
      databaseKind !== 'postgres',
      'needs PostgreSQL: set TEST_DATABASE_URL=postgres://role@host/database',
    )
    await run()
  })
}

/** A database of its own in which nothing has been made yet, not even a table. Close it with `destroy`. */
export async function openEmpty(): Promise<Db> {
  if (given.kind === 'pglite') return openDatabase('pglite:')
  const name = nameOfOurs(given.template)
  await onServer(given.url, `create database "${name}"`)
  return openDatabase(addressOf(given.url, name))
}

/** A second connection to the same database under the role of the running product. Close it with `destroy`. */
export function openAsApp(): Db {
  if (given.kind !== 'postgres') throw new Error('the embedded database has one role')
  return openDatabase(addressOf(databaseUrl, new URL(databaseUrl).pathname.slice(1), given.appRole))
}

function embeddedCopy(base: string): string {
  const copy = `${dirname(base)}/${randomUUID()}`
  cpSync(base, copy, { recursive: true })
  return `pglite:${copy}`
}

async function copyOf({ url, template }: { url: string; template: string }): Promise<string> {
  const name = nameOfOurs(template)
  await onServer(url, `create database "${name}" template "${template}"`)
  return addressOf(url, name)
}

/** Whatever bears the name of this run is removed with it. */
function nameOfOurs(template: string): string {
  return `${template.replace(/_template$/, '')}_${randomUUID().slice(0, 8)}`
}
