// Once per run of the database tests: a migrated database from which every test file takes a copy.

import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { publishShippedQuestionnaires } from '#app/cli/shipped-questionnaires.ts'
import { openDatabase } from '#db/client.server.ts'
import { grantToApp, migrate } from '#db/migrate.ts'
import { addressOf, dropRun, isStale, onServer, runName } from '#tests/scratch-postgres.ts'

export type TestDatabase =
  | { kind: 'pglite'; base: string }
  | { kind: 'postgres'; url: string; template: string; appRole: { name: string; password: string } }

declare module 'vitest' {
  export interface ProvidedContext {
    database: TestDatabase
  }
}

const FOLDER = resolve('tests/.db')

/** The project `database` runs on the embedded database, `database-postgres` the same files on PostgreSQL. */
export default function prepare(project: TestProject): Promise<() => Promise<void>> {
  return project.name.endsWith('-postgres') ? preparePostgres(project) : prepareEmbedded(project)
}

async function prepareEmbedded(project: TestProject): Promise<() => Promise<void>> {
  mkdirSync(FOLDER, { recursive: true })
  for (const name of readdirSync(FOLDER)) if (isStale(name)) remove(`${FOLDER}/${name}`)

  const run = `${FOLDER}/${runName()}`
  const base = `${run}/base`
  const db = openDatabase(`pglite:${base}`)
  await migrate(db)
  await publishShippedQuestionnaires(db, new Date('2026-01-01T06:00:00Z'))
  await db.destroy()
  project.provide('database', { kind: 'pglite', base })
  return () => Promise.resolve(remove(run))
}

async function preparePostgres(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('TEST_DATABASE_URL is not set')
  const run = runName()
  const template = `${run}_template`
  const appRole = { name: `${run}_app`, password: randomBytes(12).toString('hex') }
  await onServer(
    url,
    `create database "${template}"`,
    `create role "${appRole.name}" login password '${appRole.password}'`,
  )

  const db = openDatabase(addressOf(url, template))
  await migrate(db)
  await publishShippedQuestionnaires(db, new Date('2026-01-01T06:00:00Z'))
  await grantToApp(db, appRole.name)
  await db.destroy()
  project.provide('database', { kind: 'postgres', url, template, appRole })
  return () => dropRun(url, run)
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
