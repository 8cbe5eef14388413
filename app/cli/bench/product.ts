import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Scratch } from '#app/cli/bench/scratch.ts'

/** The built product as a process of its own. What it costs is known on Linux only. */
export type Product = {
  origin: string
  /** From the start of the process to the first answer, in milliseconds. */
  upAfter: number
  /** Of all its threads since its start, in milliseconds; in steps of ten. */
  cpu: () => number | undefined
  /** In bytes: now, and the most since the last `forgetPeak`. */
  memory: () => { resident: number; peak: number } | undefined
  forgetPeak: () => void
  /** Waits until it has nothing more to do by itself. */
  settle: () => Promise<void>
  stop: () => Promise<void>
}

const UP_WITHIN_MS = 120_000
const STOP_WITHIN_MS = 30_000
const ASK_EVERY_MS = 5
const OUTPUT_SHOWN = 3_000

/** Starts it on a free port of this machine with these settings alone; an abort of the signal ends it. */
export async function startProduct(scratch: Scratch, signal: AbortSignal): Promise<Product> {
  const port = await freePort()
  const output = join(scratch.dataDir, 'output')
  const file = openSync(output, 'a')
  const began = performance.now()
  const child = spawn(process.execPath, ['build/server.js'], {
    env: settingsFor(scratch, port),
    stdio: ['ignore', file, file],
    signal,
  })
  child.on('error', () => undefined)
  closeSync(file)
  const origin = `http://127.0.0.1:${port}`
  while (!(await answers(`${origin}/healthz`))) {
    if (hasEnded(child) || performance.now() - began > UP_WITHIN_MS) {
      child.kill('SIGKILL')
      throw new Error(
        `Das Produkt ist nicht gestartet:\n${readFileSync(output, 'utf8').slice(-OUTPUT_SHOWN)}`,
      )
    }
    await pause(ASK_EVERY_MS)
  }
  const upAfter = performance.now() - began
  return { origin, upAfter, ...costsOf(child), stop: () => stop(child) }
}

function settingsFor({ kind, url, dataDir, roundKey }: Scratch, port: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: dataDir,
    LERNKREIS_DEMO: 'off',
    ROUND_KEY: roundKey.toString('base64'),
    ...(kind === 'postgres' && { DATABASE_URL: url }),
  }
}

/**
 * What a process of this machine costs; undefined where the system does not tell. Its memory is with the processes that
 * it started, in which documents are drawn: added up, so a peak is at most what is said, each may have had its own.
 */
export function costsOf({ pid }: { pid?: number | undefined }) {
  const folder = `/proc/${pid}`
  const cpu = () => {
    // Behind the name in brackets, which may hold blanks; ticks are hundredths of a second on every Linux.
    const fields = read(`${folder}/stat`)?.split(') ')[1]?.split(' ')
    return fields && (Number(fields[11]) + Number(fields[12])) * 10
  }
  const folders = () => {
    const children = read(`${folder}/task/${pid}/children`)?.split(' ').filter(Boolean) ?? []
    return [folder, ...children.map((child) => `/proc/${child}`)]
  }
  const memory = () => {
    const statuses = folders().flatMap((one) => read(`${one}/status`) ?? [])
    const sum = (name: string) => statuses.reduce((total, status) => total + kilobytes(status, name), 0)
    return statuses.length === 0 ? undefined : { resident: sum('VmRSS'), peak: sum('VmHWM') }
  }
  const forgetPeak = () => {
    if (memory()) for (const one of folders()) writeFileSync(`${one}/clear_refs`, '5')
  }
  const settle = async () => {
    for (let rounds = 0; rounds < 100; rounds += 1) {
      const before = cpu() ?? 0
      await pause(300)
      if ((cpu() ?? 0) - before <= 10) return
    }
  }
  return { cpu, memory, forgetPeak, settle }
}

function kilobytes(status: string, name: string): number {
  // A process that has just ended has none.
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const hurry = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
  await ended
  clearTimeout(hurry)
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(address, { agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    }).on('error', () => resolve(false))
  })
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
