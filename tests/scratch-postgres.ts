// Databases on the server of TEST_DATABASE_URL that live for one run.

import { randomBytes } from 'node:crypto'
import pg from 'pg'

const PREFIX = 'lernkreis_test_'
const STALE_AFTER_MS = 24 * 60 * 60 * 1000

/** A name of this run; it holds the time, so that what a killed run left behind is known to be stale. */
export function runName(): string {
  return `${PREFIX}${Date.now().toString(36)}_${randomBytes(3).toString('hex')}`
}

export function isStale(name: string): boolean {
  const [time] = name.startsWith(PREFIX) ? name.slice(PREFIX.length).split('_') : []
  return time !== undefined && parseInt(time, 36) < Date.now() - STALE_AFTER_MS
}

/** The address of another database, or another role, on the same server. */
export function addressOf(url: string, database: string, role?: { name: string; password: string }): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  if (role) {
    address.username = role.name
    address.password = role.password
  }
  return address.href
}

/** Runs statements one by one on the server itself; needs the rights to create databases and roles. */
export async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Removes the databases and roles of this run, and those that a killed run left behind a day ago. */
export async function dropRun(url: string, run: string): Promise<void> {
  const isOurs = (name: string) => name.startsWith(run) || isStale(name)
  const databases = await namesOf(url, 'select datname as name from pg_database')
  await onServer(
    url,
    ...databases.filter(isOurs).map((name) => `drop database if exists "${name}" with (force)`),
  )
  const roles = await namesOf(url, 'select rolname as name from pg_roles')
  await onServer(url, ...roles.filter(isOurs).map((name) => `drop role if exists "${name}"`))
}

async function namesOf(url: string, query: string): Promise<string[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const result = await client.query<{ name: string }>(query)
    return result.rows.map((row) => row.name)
  } finally {
    await client.end()
  }
}
