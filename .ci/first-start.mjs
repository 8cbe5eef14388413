// Clones the project, starts it with the command that README names, reads the first page, and ends it like
// Ctrl-C in a terminal does: nothing may be left behind.

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'

const UP_WITHIN_MS = 600_000
const ENDED_WITHIN_MS = 30_000

const folder = process.argv[2]
execFileSync('git', ['clone', '--quiet', '.', folder])

const port = await freePort()
const { PATH, HOME, npm_config_cache, npm_config_fetch_retries } = process.env
const ofNpm = {
  ...(npm_config_cache && { npm_config_cache }),
  ...(npm_config_fetch_retries && { npm_config_fetch_retries }),
}
const env = { PATH, HOME, PORT: String(port), ...ofNpm }

await startAndStop('the first start')
await startAndStop('the second start')

async function startAndStop(what) {
  const begun = performance.now()
  const npm = spawn('npm', ['start'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
  try {
    const page = await firstPage(npm)
    if (!page.includes('Lernkreis')) throw new Error(`The first page is not ours:\n${page.slice(0, 500)}`)
    console.log(
      `${what}: first page after ${((performance.now() - begun) / 1000).toFixed(1)} s, ${page.length} characters`,
    )
    if (npm.exitCode === null) process.kill(-npm.pid, 'SIGINT')
    await nothingIsLeft(npm.pid)
  } catch (error) {
    if (isRunning(npm.pid)) process.kill(-npm.pid, 'SIGKILL')
    throw error
  }
}

async function firstPage(npm) {
  const deadline = Date.now() + UP_WITHIN_MS
  while (Date.now() < deadline) {
    if (npm.exitCode !== null) throw new Error(`npm start ended with code ${npm.exitCode}`)
    const health = await fetch(`http://localhost:${port}/healthz`).catch(() => undefined)
    if (health?.ok) {
      const response = await fetch(`http://localhost:${port}/`)
      if (!response.ok) throw new Error(`The first page answers ${response.status}`)
      return response.text()
    }
    await pause(200)
  }
  throw new Error('The product is not up in time.')
}

async function nothingIsLeft(group) {
  const deadline = Date.now() + ENDED_WITHIN_MS
  while (isRunning(group)) {
    if (Date.now() > deadline) throw new Error('Ctrl-C leaves a process behind.')
    await pause(100)
  }
}

/** Whether any process of the group is alive; one that is dead and only not yet collected does not count. */
function isRunning(group) {
  const rows = execFileSync('ps', ['-eo', 'pgid=,stat='], { encoding: 'utf8' }).split('\n')
  return rows.some((row) => {
    const [pgid, state] = row.trim().split(/\s+/)
    return Number(pgid) === group && !state?.startsWith('Z')
  })
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}
