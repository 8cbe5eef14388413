import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Keeps a second process off an embedded database: two on one folder lose rows. Returns the pid of the
 * process that holds it, or a function that gives it back. A lock whose process is gone is taken over.
 */
export function lockEmbedded(folder: string): { heldBy: number } | { release: () => void } {
  const path = `${folder}.lock`
  mkdirSync(dirname(path), { recursive: true })
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      return { release: () => rmSync(path, { force: true }) }
    } catch {
      const holder = Number(readFileSync(path, 'utf8'))
      if (isAlive(holder)) return { heldBy: holder }
      rmSync(path, { force: true })
    }
  }
}

function isAlive(pid: number): boolean {
  // A container that was restarted may get the very number that its predecessor left in the file.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
