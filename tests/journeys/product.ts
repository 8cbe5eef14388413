// Once per run of the journeys: the built product with the demo district, as an operator would start it.

import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import { chromiumPath, NO_BROWSER } from '#tests/journeys/chromium.ts'
import { addressOf, dropRun, onServer, runName } from '#tests/scratch-postgres.ts'

/**
 * A running product: its address, and the one password of all demo accounts. Or why there is none; the journeys
 * report that themselves, so that the other tests of the run go on.
 */
export type Product =
  | { state: 'up'; origin: string; password: string; isOnPostgres: boolean }
  | { state: 'no-browser' | 'broken'; reason: string }

declare module 'vitest' {
  export interface ProvidedContext {
    product: Product
  }
}

const UP_WITHIN_MS = 300_000

export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  if (!chromiumPath()) {
    project.provide('product', { state: 'no-browser', reason: NO_BROWSER })
    return () => Promise.resolve()
  }
  const isOnPostgres = project.name.endsWith('-postgres')
  try {
    build()
    const { origin, password, stop } = await startProduct(isOnPostgres)
    project.provide('product', { state: 'up', origin, password, isOnPostgres })
    return stop
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    project.provide('product', { state: 'broken', reason })
    return () => Promise.resolve()
  }
}

function build(): void {
  // Vite's configuration is another one inside of Vitest, which tells so by this variable.
  const { VITEST: _, ...env } = process.env
  execFileSync(process.execPath, ['app/cli/start.mjs', '--build-only'], { stdio: 'inherit', env })
}

export type OwnProduct = {
  origin: string
  password: string
  /** Stops it, and starts it again on the same data at another moment. What is due then is done at once. */
  goOnAt: (moment: Date) => Promise<void>
  stop: () => Promise<void>
}

/** A demo district of its own, in which it is `moment` now; without one, the real time. */
export async function startProduct(onPostgres: boolean, moment?: Date): Promise<OwnProduct> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lernkreis-journeys-'))
  const database = onPostgres ? await postgres() : embedded()
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const password = `Reise-${randomBytes(6).toString('hex')}`
  const settings = {
    ...database.settings,
    PORT: String(port),
    DATA_DIR: dataDir,
    LERNKREIS_DEMO: 'on',
    LERNKREIS_DEMO_PASSWORD: password,
  }
  let product = run({ ...settings, ...clockAt(moment) })

  const goOnAt = async (next: Date) => {
    await product.stop()
    product = run({ ...settings, ...clockAt(next) })
    await product.isUp(`${origin}/healthz`)
  }
  const stop = async () => {
    await product.stop().finally(async () => {
      rmSync(dataDir, { recursive: true, force: true })
      await database.drop()
    })
  }
  await product.isUp(`${origin}/healthz`).catch(async (error: unknown) => {
    await stop().catch(() => undefined) // why it did not start is the better message
    throw error
  })
  return { origin, password, goOnAt, stop }
}

function clockAt(moment: Date | undefined): Record<string, string> {
  if (!moment) return {}
  const clock = new URL('clock.mjs', import.meta.url).href
  return { NODE_OPTIONS: `--import=${clock}`, CLOCK_BEGINS: String(moment.getTime()) }
}

type Database = { settings: Record<string, string>; drop: () => Promise<void> }

function embedded(): Database {
  return { settings: {}, drop: () => Promise.resolve() }
}

/** As in production: one role owns the schema, another one runs the product. */
async function postgres(): Promise<Database> {
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('TEST_DATABASE_URL is not set')
  const name = runName()
  const app = { name: `${name}_app`, password: randomBytes(12).toString('hex') }
  await onServer(
    url,
    `create database "${name}"`,
    `create role "${app.name}" login password '${app.password}'`,
  )
  const settings = {
    DATABASE_URL: addressOf(url, name, app),
    DATABASE_MIGRATION_URL: addressOf(url, name),
    ROUND_KEY: randomBytes(32).toString('base64'),
  }
  return { settings, drop: () => dropRun(url, name) }
}

/** Starts with these settings alone: what this machine's shell has set is none of the tests' business. */
function run(settings: Record<string, string>) {
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH ?? '',
    TZ: 'UTC',
    NODE_ENV: 'production',
    ...settings,
  }
  const child = spawn(process.execPath, ['build/server.js'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
  const said = () => Buffer.concat(output).toString()

  return {
    async isUp(address: string): Promise<void> {
      const deadline = Date.now() + UP_WITHIN_MS
      for (;;) {
        if (hasEnded(child)) throw new Error(`The product ended at start:\n${said()}`)
        if (Date.now() > deadline) throw new Error(`The product is not up in time:\n${said()}`)
        if (await answers(address)) return
        await pause(200)
      }
    },

    /** Ctrl-C must end it in good order: with the code 0. */
    async stop(): Promise<void> {
      if (!hasEnded(child)) {
        const ended = once(child, 'exit')
        child.kill('SIGINT')
        await ended
      }
      if (child.exitCode !== 0) throw new Error(`The product did not stop cleanly:\n${said()}`)
    },
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    (response) => response.ok,
    () => false,
  )
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
