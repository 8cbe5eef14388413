import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import { addDistrict } from '#app/cli/demo/district.ts'
import { chanceFrom } from '#app/cli/demo/random.ts'
import { prepareDatabase } from '#app/cli/preparation.ts'
import { readEnvironment, type Environment } from '#app/http/environment.server.ts'
import { openDatabase, type Db } from '#db/client.server.ts'
import { migrate } from '#db/migrate.ts'
import { addPerson } from '#db/people.ts'
import { changeSettings, getSettings } from '#db/settings.ts'
import { databaseKind, databaseUrl, db, testOnPostgres } from '#tests/database.ts'
import { NOW } from '#tests/factories.ts'
import { held, untilWaiting } from '#tests/races.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'lernkreis-preparation-'))
const output = vi.spyOn(console, 'log').mockImplementation(() => undefined)
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

function settings(changes: Record<string, string>): Environment {
  const result = readEnvironment({ DATA_DIR: dataDir, LERNKREIS_DEMO: 'off', ...changes })
  if (!result.ok) throw new Error(result.problems.join(' '))
  return result.environment
}

/** As far as a first start comes that is stopped early: the district is there, and the first of its people. */
async function beginDemo(on: Db): Promise<void> {
  const by = randomUUID()
  const options = { now: NOW, passwordHash: 'x', roundKey: Buffer.alloc(32), applicationVersion: '1' }
  await addDistrict(on, chanceFrom(1), { ...options, by })
  const ada = { id: by, givenName: 'Ada', familyName: 'Muster', email: 'ada@lernkreis.example' }
  await addPerson(on, by, { ...ada, locale: 'de', invite: false, membership: null, roles: [] }, NOW)
}

test(
  'a start after one that was stopped while it laid down the demo district begins anew',
  { timeout: 240_000 },
  async (context) => {
    context.skip(databaseKind === 'postgres', 'the embedded database is emptied, PostgreSQL is not')
    const interrupted = openDatabase(`pglite:${dataDir}/database`)
    await migrate(interrupted)
    await beginDemo(interrupted)
    await interrupted.destroy()

    const prepared = await prepareDatabase(settings({}))
    if (!prepared.ok) throw new Error(prepared.problem)
    expect(output.mock.calls.join('\n')).toContain(
      'wurde unterbrochen. Die eingebaute Datenbank wird geleert.',
    )
    expect(await prepared.db.selectFrom('organisation').select('name').execute()).toEqual([])
    expect(await prepared.db.selectFrom('person').select('id').execute()).toEqual([])
    expect(await getSettings(prepared.db)).toMatchObject({ demo: false, demoUnfinished: false })
    await prepared.db.destroy()
    prepared.release()
  },
)

testOnPostgres(
  'on PostgreSQL a start waits for the demo district of another one, and refuses a part of it',
  async () => {
    const roundKey = Buffer.alloc(32, 1).toString('base64')
    const start = () => prepareDatabase(settings({ DATABASE_URL: databaseUrl, ROUND_KEY: roundKey }))
    const letGo = await held((trx) => sql`select pg_advisory_xact_lock(hashtext('demo'))`.execute(trx))
    await beginDemo(db)
    const waits = start()
    await untilWaiting(1)
    await changeSettings(db, null, { demoUnfinished: false }, NOW)
    await letGo()
    const prepared = await waits
    expect(prepared).toMatchObject({ ok: true })
    if (prepared.ok) await prepared.db.destroy()
    expect(output.mock.calls.join('\n')).toContain('dieser wartet darauf')

    await changeSettings(db, null, { demoUnfinished: true }, NOW)
    const problem = expect.stringMatching(/nur zum Teil da.*Löschen Sie diese Datenbank \(dropdb\)/)
    expect(await start()).toEqual({ ok: false, exitCode: 78, problem })
    expect((await db.selectFrom('person').select('id').execute()).length).toBeGreaterThan(0)
  },
)
