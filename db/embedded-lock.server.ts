import { accessSync, constants, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Keeps a second process off an embedded database: two on one folder lose rows. Returns the pid of the
 * process that holds it, with the file that says so, or a function that gives it back. A lock whose process is
 * gone is taken over. Throws where the folder cannot be used.
 */
export function lockEmbedded(folder: string): { heldBy: number; path: string } | { release: () => void } {
  const path = `${folder}.lock`
  mkdirSync(folder, { recursive: true })
  accessSync(folder, constants.R_OK | constants.W_OK)
  // Written aside and then linked: whoever finds the lock finds in it whose it is.
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, String(process.pid))
  try {
    for (;;) {
      if (isNew(draft, path)) return { release: () => rmSync(path, { force: true }) }
      const holder = holderOf(path)
      if (isAlive(holder)) return { heldBy: holder, path }
      rmSync(path, { force: true })
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

function isNew(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** 0 where it was given back a moment ago. */
function holderOf(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0
    throw error
  }
}

function isAlive(pid: number): boolean {
  // A container that was restarted may get the very number that its predecessor left in the file.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
