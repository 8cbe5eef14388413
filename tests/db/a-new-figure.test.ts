// The guide in docs/kennzahl-hinzufuegen.md, followed once: a function and a passport, and nothing else.

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { reportFigures } from '#app/domain/report-figures.ts'
import { listPassportsOn } from '#db/passports.ts'
import { getReportFacts } from '#db/report-facts.ts'
import { getSnapshot, verifySnapshots } from '#db/snapshots.ts'
import { dashboardOf } from '#reports/dashboard.ts'
import { renderSteeringCommitteeReport } from '#reports/steering-committee.ts'
import { db } from '#tests/database.ts'
import { aWorkshop, TODAY } from '#tests/factories.ts'
import { aPreparedReport } from '#tests/reporting.ts'

const PASSPORT = {
  indicator: 'workshops-planned',
  position: 15,
  version: 1,
  valid_from: '2025-01-01',
  title_de: 'Geplante Workshops',
  title_en: 'Workshops planned',
  definition_de: 'Alle Workshops, die je angelegt wurden.',
  definition_en: 'All workshops that were ever entered.',
  numerator_de: 'Workshops',
  numerator_en: 'Workshops',
  kind: 'count',
  unit: 'units',
  direction: 'higher',
  decimals: 0,
  minimum: 0,
  months: 0,
  full_count: true,
  source_de: 'Workshops dieser Plattform',
  source_en: 'Workshops of this platform',
  responsible_de: 'Koordinierungsstelle',
  responsible_en: 'Coordination office',
  limits_de: 'Ob sie stattfanden, sagt die Zahl nicht.',
  limits_en: 'The figure does not tell whether they took place.',
  sql_object: 'indicator_workshops_planned',
}

async function addFigure(): Promise<void> {
  await sql`create function indicator_workshops_planned(from_day date, until_day date)
    returns table (numerator bigint) language sql stable as $$ select count(*) from workshop $$`.execute(db)
  await enter({})
}

async function enter(changes: object): Promise<void> {
  await sql`insert into indicator_version select * from jsonb_populate_record(null::indicator_version,
    ${JSON.stringify({ ...PASSPORT, ...changes })}::jsonb)`.execute(db)
}

test('a figure that is one function and one passport is counted, frozen, shown and watched', async () => {
  await addFigure()
  for (const _one of [1, 2, 3]) await aWorkshop()
  const number = await aPreparedReport()

  const report = (await getSnapshot(db, number))?.data
  if (!report) throw new Error('the report cannot be read')
  const figure = report.accompanying.find(({ key }) => key === 'workshops-planned')
  expect(figure?.parts[0]?.now).toMatchObject({ kind: 'measured', value: 3 })
  const shown = dashboardOf(report, 'de').accompanying
  expect(shown?.table.rows[1]?.slice(0, 2)).toEqual(['Geplante Workshops', '3'])
  expect(shown?.notes.some(({ text }) => text.includes('Ob sie stattfanden'))).toBe(true)
  expect((await renderSteeringCommitteeReport(report, 'de')).length).toBeGreaterThan(0)
  expect(await verifySnapshots(db)).toEqual([])

  // Changed behind the back of its passport, it is named; entered as a new version, it breaks the line instead.
  await sql`create or replace function indicator_workshops_planned(from_day date, until_day date)
    returns table (numerator bigint) language sql stable as $$ select count(*) + 1 from workshop $$`.execute(
    db,
  )
  expect(await verifySnapshots(db)).toEqual([{ number, fault: 'definition-changed' }])
  await enter({ version: 2, valid_from: '2025-12-01', reason: 'Auch gelöschte zählen.' })
  expect(await verifySnapshots(db)).toEqual([])
  const facts = { cutOff: TODAY, applicationVersion: '0.0.0', number: 2, previousSha256: null }
  const later = reportFigures(await getReportFacts(db, facts))
  expect(later.accompanying.find(({ key }) => key === 'workshops-planned')).toMatchObject({
    breaksOn: '2025-12-01',
    parts: [{ now: { value: 4 }, before: { kind: 'no-data' }, change: 'unknown' }],
  })
})

test('what a function is built of belongs to its fingerprint', async () => {
  const fingerprintOf = async (key: string) =>
    (await listPassportsOn(db, TODAY)).find((passport) => passport.key === key)?.sqlSha256
  const before = [await fingerprintOf('active-municipalities'), await fingerprintOf('certificates')]
  const { rows } = await sql<{ source: string }>`
    select pg_get_functiondef('held_meetings(date, date)'::regprocedure) as source`.execute(db)
  await sql.raw((rows[0]?.source ?? '').replace('w.called_off_at is null', 'true')).execute(db)

  expect(await fingerprintOf('active-municipalities')).not.toBe(before[0])
  expect(await fingerprintOf('certificates')).toBe(before[1])
})
