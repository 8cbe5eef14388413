// Two starts at once take turns where they install and build, so that neither finds half of the other's work.

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

// Not in build/ or node_modules/: both are emptied on the way.
const LOCK = '.start.lock'
const RETRY_MS = 200
const SETTLE_MS = 100

export async function inTurn(work) {
  await takeLock()
  const release = () => rmSync(LOCK, { force: true })
  process.once('exit', release)
  try {
    await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

async function takeLock() {
  let told = false
  while (!(await isOurs())) {
    if (!told) console.log(`Ein anderer Start bereitet gerade dasselbe vor; dieser wartet darauf (${LOCK}) …`)
    told = true
    await pause(RETRY_MS)
  }
}

async function isOurs() {
  const holder = holderOf()
  if (holder !== undefined && isAlive(holder)) return false
  if (holder !== undefined) rmSync(LOCK, { force: true })
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
  } catch {
    return false
  }
  // Somebody who cleared the same stale lock a moment later may have cleared ours: look again.
  await pause(SETTLE_MS)
  return holderOf() === process.pid
}

function holderOf() {
  try {
    return Number(readFileSync(LOCK, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

function isAlive(pid) {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
