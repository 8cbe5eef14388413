import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { listParticipationDays } from '#db/participation-days.ts'
import { changePhase } from '#db/phases.ts'
import { currentFigures, getSnapshot, prepareSnapshot, releaseSnapshot } from '#db/snapshots.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, aPerson, NOW, TODAY } from '#tests/factories.ts'

// One district whose story is told by all tests: A and B took part, and merged into C. Municipalities belong to everybody.
const given = { validFrom: '2008-08-01', population: 1000, populationDate: '2024-12-31' }
const [a, b, d] = [
  await anOrganisation({ ...given, name: 'Ahausen' }),
  await anOrganisation({ ...given, name: 'Bedorf' }),
  await anOrganisation({ ...given, name: 'Dreihof', population: 8000 }),
]
for (const { id } of [a, b]) {
  await db
    .insertInto('participation')
    .values({ organisationId: id, fromDate: '2025-02-01', declaration: 'x' })
    .execute()
  await aPerson({ organisationId: id })
}

async function released(cutOff: string): Promise<number> {
  const [{ id: by }, { id: member }] = [
    await aPerson({ roles: ['coordinator'], organisationId: null }),
    await aPerson({ roles: ['committee'], organisationId: null }),
  ]
  const prepared = await prepareSnapshot(db, { cutOff, today: TODAY, applicationVersion: '1', by }, NOW)
  if (!prepared.ok) throw new Error(prepared.refusal)
  await releaseSnapshot(db, { number: prepared.number, by: member }, NOW)
  return prepared.number
}

const first = await released('2025-06-30')
const c = await anOrganisation({ ...given, name: 'Cestadt', validFrom: '2026-01-01', population: 2000 })
for (const { id } of [a, b])
  await db
    .updateTable('organisation')
    .set({ validUntil: '2025-12-31', successorId: c.id })
    .where('id', '=', id)
    .execute()
const { id: by } = await aPerson({ roles: ['committee'], organisationId: null })
await changePhase(
  db,
  { key: 'pilot', fromDate: '2025-01-01', untilDate: '2025-09-30', resolution: null, version: 1, by },
  NOW,
)
const second = await released('2026-02-28')

async function daysOf(number: number) {
  const report = (await getSnapshot(db, number))?.data
  if (!report) throw new Error('changed')
  return listParticipationDays(db, report)
}

const told = (days: Awaited<ReturnType<typeof daysOf>>) =>
  days.map(({ day, report, participation: { count, denominator, municipalities } }) => {
    return [day, report, `${count} von ${denominator}`, municipalities.map(({ name }) => name).join(' ')]
  })

test('a map of an earlier day shows the municipalities of that day, whatever has merged since', async () => {
  expect(told(await daysOf(second))).toEqual([
    ['2025-06-30', first, '2 von 3', 'Ahausen Bedorf Dreihof'],
    ['2025-09-30', null, '2 von 3', 'Ahausen Bedorf Dreihof'],
    ['2026-02-28', second, '0 von 2', 'Cestadt Dreihof'],
  ])
  expect(told(await daysOf(first))).toEqual([['2025-06-30', first, '2 von 3', 'Ahausen Bedorf Dreihof']])
})

test('what a report has told of its day stays, also when the register says otherwise by now', async () => {
  const late = { id: randomUUID(), organisationId: d.id, fromDate: '2025-01-01', declaration: 'nachgetragen' }
  await db.insertInto('participation').values(late).execute()
  await aPerson({ organisationId: d.id })
  const days = told(await daysOf(second))
  expect(days[0]?.[2]).toBe('2 von 3')
  // No report has frozen the end of the pilot: it follows what is recorded of it.
  expect(days[1]?.[2]).toBe('3 von 3')
  await db.deleteFrom('participation').where('id', '=', late.id).execute()
})

test('the figures of today come last, and a report that nobody has released is no reporting date', async () => {
  await prepareSnapshot(db, { cutOff: '2026-03-01', today: TODAY, applicationVersion: '1', by }, NOW)
  const days = told(await listParticipationDays(db, await currentFigures(db, TODAY, '1')))
  expect(days.map(([day]) => day)).toEqual(['2025-06-30', '2025-09-30', '2026-02-28', TODAY])
  expect(days.at(-1)?.[1]).toBeNull()
})

test('a report that was changed tells nothing of its day any more', async () => {
  const third = await released('2026-03-02')
  await sql`alter table snapshot disable trigger user`.execute(db)
  await sql`update snapshot set payload = replace(payload, 'Cestadt', 'Cestatt') where number = ${third}`.execute(
    db,
  )
  await sql`alter table snapshot enable trigger user`.execute(db)
  const days = told(await listParticipationDays(db, await currentFigures(db, TODAY, '1')))
  expect(days.map(([day]) => day)).not.toContain('2026-03-02')
})
