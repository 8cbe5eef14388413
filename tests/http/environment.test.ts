import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { chooseDemoPassword, keptDemoPassword } from '#app/http/demo-password.server.ts'
import { readEnvironment, variables, type Environment } from '#app/http/environment.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'lernkreis-environment-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const KEY = Buffer.alloc(32, 7).toString('base64')
const POSTGRES = 'postgres://app:geheim@db.example/lernkreis'

function read(env: Record<string, string>): Environment {
  const result = readEnvironment({ DATA_DIR: folder, ...env })
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.environment
}

function problemsOf(env: Record<string, string>): string {
  const result = readEnvironment({ DATA_DIR: folder, ...env })
  return result.ok ? '' : result.problems.join('\n')
}

test('without any setting the product runs for this machine only, on the embedded database', () => {
  expect(read({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: `pglite:${join(folder, 'database')}`,
    migrationUrl: `pglite:${join(folder, 'database')}`,
    embedded: true,
    publicOrigin: null,
    smtpUrl: null,
    demo: 'auto',
    demoPassword: null,
    trustProxy: 0,
    production: false,
  })
})

test('an empty line in the file means "not set"', () => {
  expect(read({ PORT: '', LERNKREIS_DEMO: '' })).toMatchObject({ port: 3000, demo: 'auto' })
})

test('PostgreSQL with a schema owner of its own', () => {
  const owner = 'postgres://owner:geheim@db.example/lernkreis'
  const environment = read({ DATABASE_URL: POSTGRES, DATABASE_MIGRATION_URL: owner, ROUND_KEY: KEY })
  expect(environment).toMatchObject({ databaseUrl: POSTGRES, migrationUrl: owner, embedded: false })
  expect(environment.roundKey).toEqual(Buffer.alloc(32, 7))
})

test.each([
  [{ PORT: 'abc' }, 'PORT muss eine Zahl zwischen 1 und 65535 sein (gesetzt: "abc").'],
  [{ PORT: '0' }, 'PORT muss eine Zahl zwischen 1 und 65535 sein (gesetzt: "0").'],
  [{ PORT: '70000' }, 'PORT muss eine Zahl zwischen 1 und 65535 sein (gesetzt: "70000").'],
  [{ HOST: 'http://x' }, 'HOST muss eine IP-Adresse oder ein Rechnername sein (gesetzt: "http://x").'],
  [{ PUBLIC_ORIGIN: 'https://x.example/' }, 'PUBLIC_ORIGIN muss eine Adresse ohne Pfad'],
  [{ PUBLIC_ORIGIN: 'x.example' }, 'PUBLIC_ORIGIN muss eine Adresse ohne Pfad'],
  [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL muss die Form'],
  [{ DATABASE_URL: 'pglite:' }, 'DATABASE_URL muss die Form'],
  [{ DATABASE_MIGRATION_URL: POSTGRES }, 'DATABASE_MIGRATION_URL gilt nur zusammen mit'],
  [{ SMTP_URL: 'mail.example:25' }, 'SMTP_URL muss die Form'],
  [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM fehlt'],
  [{ MAIL_FROM: 'Landkreis' }, 'MAIL_FROM muss eine Adresse sein'],
  [{ LERNKREIS_DEMO: 'ja' }, 'LERNKREIS_DEMO muss on oder off sein (gesetzt: "ja").'],
  [{ LERNKREIS_DEMO_PASSWORD: 'kurz' }, 'LERNKREIS_DEMO_PASSWORD muss mindestens 12 Zeichen haben.'],
  [{ LERNKREIS_DEMOS: 'on' }, 'LERNKREIS_DEMOS ist keine bekannte Einstellung'],
  [{ ROUND_KEY: 'AAAA' }, 'ROUND_KEY muss 32 Bytes in Base64 sein'],
  [{ DATABASE_URL: POSTGRES }, 'ROUND_KEY fehlt'],
  [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY muss eine Zahl zwischen 0 und 10 sein (gesetzt: "true").'],
  [{ HOST: '0.0.0.0' }, 'ALLOW_EMBEDDED=1 erlauben'],
])('the setting %o is refused with one clear sentence', (env, sentence) => {
  const problems = problemsOf(env)
  expect(problems).toContain(sentence)
  expect(problems).not.toContain('\n')
})

test('all wrong settings are named at once', () => {
  expect(problemsOf({ PORT: 'x', TRUST_PROXY: 'y', LERNKREIS_DEMO: 'z' }).split('\n')).toHaveLength(3)
})

test('the embedded database may be reachable from outside where the operator says so', () => {
  expect(read({ HOST: '0.0.0.0', ALLOW_EMBEDDED: '1' }).host).toBe('0.0.0.0')
})

test('no message repeats a password', () => {
  const secret = 'streng-geheim'
  const env = {
    DATABASE_URL: `mysql://app:${secret}@db.example/lernkreis`,
    DATABASE_MIGRATION_URL: `mysql://app:${secret}@db.example/lernkreis`,
    SMTP_URL: `http://app:${secret}@mail.example`,
    ROUND_KEY: secret,
    LERNKREIS_DEMO_PASSWORD: secret.slice(0, 6),
  }
  expect(problemsOf(env).split('\n')).toHaveLength(5)
  expect(problemsOf(env)).not.toContain(secret.slice(0, 6))
})

test('the round key made at the first start stays the same and belongs to its owner only', () => {
  const first = read({}).roundKey
  expect(first).toHaveLength(32)
  expect(read({}).roundKey).toEqual(first)
  expect(statSync(join(folder, 'round.key')).mode & 0o777).toBe(0o600)
})

test('a damaged round key stops the start instead of being replaced', () => {
  const damaged = mkdtempSync(join(folder, 'damaged-'))
  writeFileSync(join(damaged, 'round.key'), 'abc')
  expect(problemsOf({ DATA_DIR: damaged })).toContain('round.key ist beschädigt')
  expect(readFileSync(join(damaged, 'round.key'), 'utf8')).toBe('abc')
})

test('a data folder that cannot be made is one problem line', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(problemsOf({ DATA_DIR: join(folder, 'file', 'data') })).toContain(
    'DATA_DIR kann nicht benutzt werden',
  )
})

test('the demo password survives a restart, belongs to its owner only, and can be set', () => {
  const dataDir = mkdtempSync(join(folder, 'demo-'))
  const environment = read({ DATA_DIR: dataDir })
  expect(keptDemoPassword(environment)).toBeUndefined()

  const random = chooseDemoPassword(environment)
  expect(random.length).toBeGreaterThanOrEqual(12)
  expect(keptDemoPassword(read({ DATA_DIR: dataDir }))).toBe(random)
  expect(chooseDemoPassword(environment)).toBe(random)
  expect(statSync(join(dataDir, 'demo-password')).mode & 0o777).toBe(0o600)

  const chosen = 'Fortbildung-2026'
  expect(chooseDemoPassword({ ...environment, demoPassword: chosen })).toBe(chosen)
  expect(keptDemoPassword(environment)).toBe(chosen)
})

test('.env.example explains exactly the variables that the product reads', () => {
  const explained = readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z][A-Z_]+)=/gm)
  expect([...explained].map(([, name]) => name).sort()).toEqual([...variables].sort())
})
