import { beforeEach, expect, test } from 'vitest'
import { remindOfReport } from '#db/report-reminders.ts'
import { changeSettings } from '#db/settings.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aPerson } from '#tests/factories.ts'

const OCTOBER = new Date('2026-10-01T07:30:00Z')
const HALF_OCTOBER = new Date('2026-10-16T07:30:00Z')
const NOVEMBER = new Date('2026-11-02T07:30:00Z')

beforeEach(async () => {
  await db.deleteFrom('outbox').where('kind', '=', 'report-due').execute()
  await db.deleteFrom('roleAssignment').where('role', '=', 'coordinator').execute()
  await db.updateTable('phase').set({ fromDate: '2025-01-01' }).where('key', '=', 'pilot').execute()
  await changeSettings(db, null, { reportMonths: 3 }, OCTOBER)
})

async function mails() {
  const rows = await db.selectFrom('outbox').selectAll().where('kind', '=', 'report-due').execute()
  return rows.map(({ personId, data }) => [personId, data.cutOff, data.again])
}

test('each coordinator hears once that the quarter can be reported, and once more two weeks later', async () => {
  const { id } = await aPerson({ roles: ['coordinator'] })
  await aPerson({ roles: ['committee'] })
  expect(await remindOfReport(db, OCTOBER)).toBe(1)
  expect(await remindOfReport(db, OCTOBER)).toBe(0)
  expect(await remindOfReport(db, HALF_OCTOBER)).toBe(1)
  expect(await remindOfReport(db, NOVEMBER)).toBe(0)
  expect(await mails()).toEqual([
    [id, '2026-09-30', false],
    [id, '2026-09-30', true],
  ])
})

test('nobody is reminded where reports are made on demand, or before anything has begun', async () => {
  await aPerson({ roles: ['coordinator'] })
  await changeSettings(db, null, { reportMonths: 0 }, OCTOBER)
  expect(await remindOfReport(db, OCTOBER)).toBe(0)
  await changeSettings(db, null, { reportMonths: 1 }, OCTOBER)
  await db.updateTable('phase').set({ fromDate: '2026-10-01' }).where('key', '=', 'pilot').execute()
  expect(await remindOfReport(db, OCTOBER)).toBe(0)
  expect(await remindOfReport(db, NOVEMBER)).toBe(1)
  expect((await mails()).map(([, cutOff]) => cutOff)).toEqual(['2026-10-31'])
})

testOnPostgres('two processes at the same moment write one mail', async () => {
  await aPerson({ roles: ['coordinator'] })
  await Promise.all([remindOfReport(db, OCTOBER), remindOfReport(db, OCTOBER)])
  expect(await mails()).toHaveLength(1)
})
