import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lockEmbedded } from '#db/embedded-lock.server.ts'

const parent = mkdtempSync(join(tmpdir(), 'lernkreis-lock-'))
afterAll(() => rmSync(parent, { recursive: true, force: true }))

const DATABASES = 300

/** A process that wants each of many databases, at the moment the others do, and keeps what it gets. */
const WANTS_ALL = `
  const { lockEmbedded } = await import('#db/embedded-lock.server.ts')
  process.once('message', () => {
    const all = Array.from({ length: ${DATABASES} }, (_, nth) => nth)
    process.send(all.filter((nth) => 'release' in lockEmbedded('${parent}/' + nth)))
  })
  // Whoever listens to nothing any more would end, and what it holds would be free again.
  setInterval(() => undefined, 60_000)
  process.send('ready')`

function oneWhoWantsAll() {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', WANTS_ALL], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const told = () => new Promise<unknown>((resolve) => child.once('message', resolve))
  return { child, told }
}

test('of processes that start at the same moment exactly one gets the embedded database', async () => {
  const all = [oneWhoWantsAll(), oneWhoWantsAll(), oneWhoWantsAll()]
  try {
    await Promise.all(all.map(({ told }) => told()))
    const got = all.map(({ told }) => told())
    for (const { child } of all) child.send('go')
    const taken = (await Promise.all(got)).flat().sort((a, b) => Number(a) - Number(b))
    expect(taken).toEqual(Array.from({ length: DATABASES }, (_, nth) => nth))
  } finally {
    for (const { child } of all) child.kill()
  }
})

test('a database whose process is gone is taken over, and given back it is free', () => {
  const path = join(parent, 'left')
  writeFileSync(`${path}.lock`, '999999999')
  const lock = lockEmbedded(path)
  expect(lock).not.toHaveProperty('heldBy')
  expect(readFileSync(`${path}.lock`, 'utf8')).toBe(String(process.pid))
  if ('release' in lock) lock.release()
  expect(() => readFileSync(`${path}.lock`)).toThrow('ENOENT')
})

test('a database that a living process holds stays with it, and the file that says so is named', () => {
  const path = join(parent, 'held')
  writeFileSync(`${path}.lock`, String(process.ppid))
  expect(lockEmbedded(path)).toEqual({ heldBy: process.ppid, path: `${path}.lock` })
})
