import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test, vi } from 'vitest'
import { seedDemo } from '#app/cli/demo.ts'
import { momentOf } from '#app/cli/demo/timeline.ts'
import { seed } from '#app/cli/seed.ts'
import { openDatabase, type Db } from '#db/client.server.ts'
import { isHalfDemo } from '#db/demo.ts'
import { migrate } from '#db/migrate.ts'

const DAY = '2025-10-20'
const SEED = 7
const MINUTES = 60_000

const dataDir = mkdtempSync(join(tmpdir(), 'lernkreis-seed-'))
const output = vi.spyOn(console, 'log').mockImplementation(() => undefined)
const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined)
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test(
  'the same seed and day give the same names, days and figures, and a filled database is refused',
  { timeout: 10 * MINUTES },
  async (context) => {
    context.skip(inject('database').kind === 'postgres', 'runs on the embedded database, for it takes long')
    vi.stubEnv('DATABASE_URL', undefined)
    vi.stubEnv('DATA_DIR', dataDir)
    vi.stubEnv('LERNKREIS_DEMO_PASSWORD', 'ein langes Passwort')
    expect(await seed.run(['--seed', String(SEED), '--now', DAY])).toBe(0)
    expect(output.mock.calls.join('\n')).toContain('koordination@lernkreis.example')
    const first = openDatabase(`pglite:${dataDir}/database`)
    const told = await storyOf(first)
    expect(await isHalfDemo(first)).toBe(false)
    await first.destroy()

    const second = openDatabase('pglite:')
    await migrate(second)
    const options = { seed: SEED, now: momentOf(DAY, '07:00'), passwordHash: 'x', applicationVersion: '1' }
    await seedDemo(second, { ...options, roundKey: Buffer.alloc(32, 1) })
    expect(await storyOf(second)).toEqual(told)
    await second.destroy()
    expect(told.tallies.length).toBeGreaterThan(100)
    expect(told.reports.length).toBe(1)

    expect(await seed.run([])).toBe(1)
    expect(errors.mock.calls.join('\n')).toContain('kommt nur in eine leere Datenbank')
  },
)

/** All that people see, without the random ids and what is computed from them. */
async function storyOf(db: Db) {
  const people = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select(['email', 'givenName', 'familyName', 'createdAt', 'organisation.name', 'audience', 'fromDate'])
    .orderBy('email')
    .orderBy('organisation.name')
    .execute()
  const workshops = await db
    .selectFrom('meeting')
    .innerJoin('workshop', 'workshop.id', 'meeting.workshopId')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .select([
      'titleDe',
      'startsAt',
      'endsAt',
      'meeting.units',
      'place',
      'onlineUrl',
      'capacity',
      'calledOffAt',
    ])
    .orderBy('startsAt')
    .orderBy('titleDe')
    .orderBy('capacity')
    .execute()
  const enrolments = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['email', 'status', 'enrolledAt'])
    .orderBy('enrolledAt')
    .orderBy('email')
    .execute()
  const attendance = await db
    .selectFrom('attendance')
    .select(['status', 'recordedAt'])
    .select(({ fn }) => [fn.countAll().as('people'), fn.sum('units').as('units')])
    .groupBy(['status', 'recordedAt'])
    .orderBy('recordedAt')
    .orderBy('status')
    .execute()
  const tallies = await db
    .selectFrom('tally')
    .innerJoin('evaluationRound as round', 'round.id', 'tally.roundId')
    .select(['title', 'opensOn', 'stratum', 'itemKey', 'value', 'n'])
    .orderBy('opensOn')
    .orderBy('title')
    .orderBy('stratum')
    .orderBy('itemKey')
    .orderBy('value')
    .execute()
  const snapshots = await db.selectFrom('snapshot').select('payload').orderBy('number').execute()
  const reports = snapshots.map(({ payload }) => ({
    ...JSON.parse(payload),
    previousSha256: null,
    applicationVersion: null,
  }))
  return { people, workshops, enrolments, attendance, tallies, reports }
}
