import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, expect, test } from 'vitest'
import { evidenceKeys } from '#app/domain/evidence.ts'
import type { ReportData } from '#app/domain/report.ts'
import { startSession } from '#app/http/session.server.ts'
import { loader as dashboard } from '#app/routes/indicators/dashboard.tsx'
import { loader as chart } from '#app/routes/reports/chart.ts'
import { loader as evidence } from '#app/routes/reports/evidence.tsx'
import { loader as show } from '#app/routes/reports/show.tsx'
import { loader as pdf } from '#app/routes/reports/steering-committee.ts'
import type { Db } from '#db/client.server.ts'
import { correctSnapshot } from '#db/corrections.ts'
import { migrate } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'
import { getRulings } from '#db/rulings.ts'
import {
  getSnapshot,
  listSnapshots,
  prepareSnapshot,
  releaseSnapshot,
  verifySnapshots,
} from '#db/snapshots.ts'
import { CHARTS } from '#reports/chart-file.ts'
import { renderSteeringCommitteeReport } from '#reports/steering-committee.ts'
import { openEmpty } from '#tests/database.ts'
import { aContext, aRequest, args, ORIGIN } from '#tests/factories.ts'
import { loadStage, readStage, reportsIn, type Stage } from '#tests/fixtures/stage.ts'
import { disagreements, outputsOf, pdftotextIsMissing } from '#tests/reports/contract.tsx'
import { problemsIn } from '#tests/reports/pdf-checker.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'

/** A database as a release left it, brought up to date; `rows` of each table before any test adds some. */
async function upgraded(stage: Stage) {
  const db = await openEmpty()
  const then = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })
  const { error } = await then.migrateTo(stage.migrations.at(-1) ?? '')
  if (error) throw error
  await loadStage(db, stage)
  await toCommittee(db)
  await migrate(db)
  const rows: Record<string, number> = {}
  for (const { name } of stage.tables) rows[name] = await countRows(db, name)
  const [coordinator, member] = [await personCalled(db, 'koordination'), await personCalled(db, 'ausschuss')]
  return { db, stage, rows, coordinator, member, visit: await visitorAs(db, member) }
}

async function countRows(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)
  return rows[0]?.n ?? 0
}

async function personCalled(db: Db, name: string): Promise<string> {
  const email = `${name}@lernkreis.example`
  const { id } = await db
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return id
}

/** What loaders are given when this person opens an address. */
async function visitorAs(db: Db, personId: string) {
  const cookie = (await startSession(db, ORIGIN, personId, new Date())).split(';')[0] ?? ''
  return (path: string, params: Record<string, string> = {}) =>
    args(aRequest(path, undefined, { Cookie: cookie }), params, aContext({ db }))
}

const RELEASES = ['0.1.0', '0.2.0'] as const
/** With reports as they are told today, which other tests read. */
const LATEST = '0.3.0'
const districts = {
  '0.1.0': await upgraded(readStage('stage-1')),
  '0.2.0': await upgraded(readStage('stage-3')),
  [LATEST]: await upgraded(readStage('stage-4')),
}
afterAll(async () => {
  for (const { db } of Object.values(districts)) await db.destroy()
})

const missing = pdftotextIsMissing() || qpdfIsMissing()
const OLD_REPORTS = [1, 2, 3]
const LONG_AFTER = '2099-12-31'
const NOW = new Date('2027-01-08T09:00:00Z')

async function reportOf(db: Db, number: number): Promise<ReportData> {
  const data = (await getSnapshot(db, number))?.data
  if (!data) throw new Error(`report ${number} is not whole`)
  return data
}

test.each([...RELEASES, LATEST] as const)(
  'a district that has run release %s finds everything again after an update',
  async (release) => {
    const { db, stage, rows } = districts[release]
    expect(stage.version).toBe(release)
    for (const table of stage.tables) {
      // An update brings passports of further figures.
      const knewFewer = table.name === 'indicator_version' && release !== LATEST
      const brought = knewFewer ? await countBrought(db) : 0
      expect([table.name, rows[table.name]]).toEqual([table.name, table.rows.length + brought])
    }
    const reports = await Promise.all(OLD_REPORTS.map((number) => reportOf(db, number)))
    expect(reports.map(({ payload }) => payload)).toEqual(reportsIn(stage).map(({ payload }) => payload))
    expect(await verifySnapshots(db)).toEqual([])
    // In 0.2.0 a setting, since then a resolution of the committee.
    expect((await getRulings(db)).rhythm.value).toBe(release === '0.1.0' ? null : 6)
  },
)

/** In 0.2.0 a tick, since then one of several circles: what was promised stays, and none of them gets into a report. */
test('after an update nobody reads remarks who was not promised to', async () => {
  const { db } = districts['0.2.0']
  const rounds = await db.selectFrom('evaluationRound').select(['kind', 'remarkReaders']).execute()
  const named = rounds.filter(({ kind }) => kind === 'needs' || kind === 'workshop')
  expect(new Set(named.map(({ kind, remarkReaders }) => `${kind}: ${remarkReaders}`))).toEqual(
    new Set(['needs: committee', 'workshop: offices']),
  )
  expect(rounds.filter(({ remarkReaders }) => remarkReaders === 'report')).toEqual([])
})

/** The data of the demo name the committee nowhere. */
async function toCommittee(db: Db): Promise<void> {
  const { rows } = await sql`select from information_schema.columns
    where table_name = 'evaluation_round' and column_name = 'committee_reads_texts'`.execute(db)
  if (rows.length === 0) return
  await sql`alter table evaluation_round disable trigger user`.execute(db)
  await sql`update evaluation_round set committee_reads_texts = true where kind in ('needs', 'workshop')`.execute(
    db,
  )
  await sql`alter table evaluation_round enable trigger user`.execute(db)
}

async function countBrought(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from indicator_version where indicator not in ('I1', 'I2')`.execute(db)
  return rows[0]?.n ?? 0
}

test.each(RELEASES)(
  'each page and chart of the reports that release %s has frozen opens, with their figures',
  async (release) => {
    const { db, visit } = districts[release]
    for (const report of await Promise.all(OLD_REPORTS.map((number) => reportOf(db, number)))) {
      const [number, { count, denominator }] = [String(report.number), report.participation]
      const page = await dashboard(visit(`/indicators?report=${number}`))
      expect(page).toMatchObject({ dashboard: { cards: [{ value: `${count} von ${denominator}` }, {}] } })
      const shown = await show(visit(`/reports/${number}`, { number }))
      expect(shown).toMatchObject({ isIntact: true, fault: null })
      for (const key of evidenceKeys(report)) {
        const opened = await evidence(visit(`/reports/${number}/evidence/${key}`, { number, key }))
        expect(opened).toMatchObject({ behind: { evidence: { recount: { isSame: true } } } })
      }
      for (const name of CHARTS.flatMap((one) => [`${one}.svg`, `${one}.csv`])) {
        const file = await chart(visit(`/reports/${number}/charts/${name}`, { number, name }))
        expect([name, file.status]).toEqual([name, 200])
      }
    }
  },
)

test.each(RELEASES)(
  'screen, PDF and files of those reports hold the figures of their payload (%s)',
  async (release) => {
    if (missing) return
    const { db, visit } = districts[release]
    for (const number of OLD_REPORTS)
      expect(disagreements(await outputsOf(await reportOf(db, number)))).toEqual([])
    const number = 3
    const asked = visit(`/reports/${number}/steering-committee.pdf`, { number: String(number) })
    const file = Buffer.from(await (await pdf(asked)).arrayBuffer())
    expect(problemsIn(await readPdf(file))).toEqual([])
    expect(file.equals(await renderSteeringCommitteeReport(await reportOf(db, number), 'de'))).toBe(true)
  },
)

test.each(RELEASES)(
  'the next report continues the chain that release %s began, and tells what has changed since',
  async (release) => {
    const { db, coordinator, member } = districts[release]
    const before = (await listSnapshots(db))[0]
    const cutOff = '2026-12-31'
    const preparation = { cutOff, today: LONG_AFTER, applicationVersion: '9.9.9', by: coordinator }
    const prepared = await prepareSnapshot(db, preparation, NOW)
    if (!prepared.ok) throw new Error(prepared.refusal)
    expect(await releaseSnapshot(db, { number: prepared.number, by: member }, NOW)).toEqual({ ok: true })

    const next = await reportOf(db, prepared.number)
    expect(next.format).toBeGreaterThan((await reportOf(db, 3)).format)
    expect(next.changes?.since.number).toBe(before?.number)
    expect(next.previousSha256).toBe((await reportOf(db, prepared.number - 1)).sha256)
    expect(next.participation.history.map(({ asOf }) => asOf)).toContain('2025-09-30')
    expect(await verifySnapshots(db)).toEqual([])
  },
)

test.each(RELEASES)(
  'a report of release %s can be corrected, and stays as it was in every byte',
  async (release) => {
    const { db, stage, coordinator, member } = districts[release]
    const correction = { number: 2, reason: 'Erklärung zu spät eingetragen', by: coordinator }
    const wrong = await reportOf(db, 2)
    const { municipalities } = (await reportOf(db, 3)).participation
    const late = municipalities.find(({ since }) => since === null)
    await declareLate(db, late?.ags ?? '')
    const corrected = await correctSnapshot(db, { ...correction, applicationVersion: '9.9.9' }, NOW)
    if (!corrected.ok) throw new Error(corrected.refusal)
    expect(await releaseSnapshot(db, { number: corrected.number, by: member }, NOW)).toEqual({ ok: true })

    const right = await reportOf(db, corrected.number)
    expect(right.participation.count).toBe(wrong.participation.count + 1)
    expect(right.revised).toEqual(expect.arrayContaining(['I1', `municipality ${late?.ags}`]))
    expect((await reportOf(db, 2)).payload).toBe(reportsIn(stage)[1]?.payload)
    expect((await listSnapshots(db)).find(({ number }) => number === 2)?.correctedBy).toBe(corrected.number)
    expect(await verifySnapshots(db)).toEqual([])
    if (!missing) expect(disagreements(await outputsOf(right))).toEqual([])
  },
)

/** A declaration of which the register learns only now, with somebody who serves the municipality. */
async function declareLate(db: Db, ags: string): Promise<void> {
  const { id } = await db
    .selectFrom('organisation')
    .select('id')
    .where('ags', '=', ags)
    .executeTakeFirstOrThrow()
  const since = { organisationId: id, fromDate: '2025-06-01' }
  await db
    .insertInto('participation')
    .values({ ...since, declaration: 'Ratsbeschluss 7/2025' })
    .execute()
  const personId = await personCalled(db, 'teilnehmerin')
  await db
    .insertInto('membership')
    .values({ ...since, personId, audience: 'it' })
    .execute()
}
