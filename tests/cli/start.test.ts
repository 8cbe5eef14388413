import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'lernkreis-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// The starter is plain JavaScript that TypeScript does not see.
const starter = (file: string) => pathToFileURL(`app/cli/${file}`).href
type Packages = Record<string, { version?: string; optional?: boolean }>
const { isSame } = (await import(starter('installation.mjs'))) as {
  isSame: (wanted: Packages, installed: Packages) => boolean
}

test('installed packages are those of the lock file, but for what other platforms need', () => {
  const wanted = {
    '': {},
    a: { version: '1.0.0' },
    b: { version: '2.0.0' },
    forWindows: { version: '1.0.0', optional: true },
  }
  const installed = { a: { version: '1.0.0' }, b: { version: '2.0.0' } }
  expect(isSame(wanted, installed)).toBe(true)
  expect(isSame(wanted, { ...installed, b: { version: '2.0.1' } })).toBe(false)
  expect(isSame(wanted, { a: installed.a })).toBe(false)
  expect(isSame(wanted, { ...installed, left: { version: '1.0.0' } })).toBe(false)
})

const QUICK = `new Promise((done) => setTimeout(done, 150))`

/** A process that does something in its turn, and writes down when it begins and ends. */
async function takeTurn(inTurn: string, work: string): Promise<void> {
  const script = `
    const { appendFileSync, readFileSync } = await import('node:fs')
    const inTurn = ${inTurn}
    await inTurn(async () => {
      appendFileSync('diary', 'begin ')
      await ${work}
      appendFileSync('diary', 'end ')
    })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    stdio: 'ignore',
  })
  await once(child, 'exit')
}

async function diaryOf(inTurn: string, work = QUICK): Promise<string> {
  writeFileSync(join(folder, 'diary'), '')
  await Promise.all([1, 2, 3].map(() => takeTurn(inTurn, work)))
  return readFileSync(join(folder, 'diary'), 'utf8').trim()
}

const locked = `(await import('${starter('turn.mjs')}')).inTurn`
const IN_ORDER = 'begin end begin end begin end'

test('starts at the same moment take turns, also after one that died while it held the lock', async () => {
  expect(await diaryOf(locked)).toBe(IN_ORDER)
  writeFileSync(join(folder, '.start.lock'), '999999999')
  expect(await diaryOf(locked)).toBe(IN_ORDER)
})

/** Until all three have begun, which a lock forbids, however far apart the machine starts them; half a minute at most. */
const TOGETHER = `(async () => {
  for (let tries = 0; tries < 1500 && readFileSync('diary', 'utf8').split('begin').length <= 3; tries += 1)
    await new Promise((done) => setTimeout(done, 20))
})()`

test('without the lock they get into each other’s way', async () => {
  expect(await diaryOf('(work) => work()', TOGETHER)).toMatch(/^begin begin begin/)
})

async function startWith(settings: Record<string, string>): Promise<unknown> {
  const env: NodeJS.ProcessEnv = { ...process.env, DATA_DIR: folder, NODE_ENV: 'development', ...settings }
  const start = promisify(execFile)(process.execPath, ['--import', 'tsx', 'app/server.ts'], { env })
  return start.catch((error: unknown) => error)
}

test('a bad setting ends the start with one clear line and the code 78', async () => {
  expect(await startWith({ PORT: 'abc' })).toMatchObject({
    code: 78,
    stdout: '',
    stderr: 'PORT muss eine Zahl zwischen 1 und 65535 sein (gesetzt: "abc").\n',
  })
})

test('a folder in which the embedded database cannot lie ends the start with one clear line and the code 78', async () => {
  writeFileSync(join(folder, 'a-file'), '')
  const path = join(folder, 'a-file', 'database')
  expect(await startWith({ DATABASE_URL: `pglite:${path}` })).toMatchObject({
    code: 78,
    stdout: '',
    stderr: expect.stringMatching(
      /^Das Verzeichnis \S+a-file\/database der eingebauten Datenbank kann nicht benutzt werden: ENOTDIR.*eines, in dem geschrieben werden darf\.\n$/,
    ),
  })
})
