// The locked packages, installed when they are missing or others than the lock file says.

import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { runQuietly } from '#app/cli/quiet-process.mjs'
import { inTurn } from '#app/cli/turn.mjs'

const STAMP = 'node_modules/.lernkreis-lock'

export async function installWhenStale() {
  if (isInstalled()) return
  await inTurn(async () => {
    if (isInstalled()) return
    console.log('Die Pakete werden installiert. Das dauert beim ersten Mal etwa eine Minute …')
    const [command, ...npm] = process.env.npm_execpath
      ? [process.execPath, process.env.npm_execpath]
      : ['npm']
    // --include=dev: the build needs them, whatever NODE_ENV says.
    await runQuietly(command, [...npm, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
    writeFileSync(STAMP, stampOf(readFileSync('package-lock.json')))
  })
}

function isInstalled() {
  const lock = readFileSync('package-lock.json')
  if (read(STAMP) === stampOf(lock)) return true
  // Installed by hand with npm: its own record tells whether every package is the locked one.
  const record = read('node_modules/.package-lock.json')
  if (!record || !isSame(JSON.parse(lock).packages, JSON.parse(record).packages)) return false
  writeFileSync(STAMP, stampOf(lock))
  return true
}

/** Packages for other platforms are optional, and rightly missing. */
export function isSame(wanted, installed) {
  const names = Object.keys(wanted).filter((name) => name !== '')
  return (
    Object.keys(installed).every((name) => name in wanted) &&
    names.every((name) =>
      name in installed
        ? installed[name].version === wanted[name].version
        : Boolean(wanted[name].optional || wanted[name].devOptional),
    )
  )
}

function stampOf(lock) {
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
