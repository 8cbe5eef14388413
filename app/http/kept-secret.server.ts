import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A secret kept in a file that only its owner may read, or undefined where there is none yet. */
export function readSecret(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Keeps a secret, replacing an earlier one. */
export function writeSecret(path: string, secret: string): void {
  mkdirSync(dirname(path), { recursive: true })
  rmSync(path, { force: true }) // the mode counts only for a new file
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' })
}

/** The kept secret; made on first use, and the same one for everybody when several processes ask at once. */
export function keptSecret(path: string, make: () => string): string {
  const kept = readSecret(path)
  if (kept !== undefined) return kept

  // Written aside and then linked: whoever finds the file finds it complete.
  const draft = `${path}.${process.pid}`
  writeSecret(draft, make())
  try {
    linkSync(draft, path)
  } catch (error) {
    if (readSecret(path) === undefined) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readSecret(path) ?? keptSecret(path, make)
}
