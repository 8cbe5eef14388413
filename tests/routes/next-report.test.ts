// In a database of its own: what is offered next depends on all reports and on the day on which the test runs.

import { expect, test } from 'vitest'
import { dayOf } from '#app/domain/calendar.ts'
import { reportingDate } from '#app/domain/snapshot.ts'
import { loader as list } from '#app/routes/reports/list.tsx'
import { changeSettings } from '#db/settings.ts'
import { prepareSnapshot, releaseSnapshot } from '#db/snapshots.ts'
import { db } from '#tests/database.ts'
import { aPerson, args, NOW, requestAs } from '#tests/factories.ts'

test('the day that ends the period of the district is offered until its report is released; then the page names that report', async () => {
  const [coordinator, member] = [
    await aPerson({ roles: ['coordinator'] }),
    await aPerson({ roles: ['committee'] }),
  ]
  const opened = async () => {
    const { suggested, reported } = await list(args(await requestAs(coordinator, '/reports')))
    return { suggested, reported }
  }
  const offered = async (reportMonths: number) => {
    await changeSettings(db, null, { reportMonths }, NOW)
    return (await opened()).suggested
  }
  expect(await offered(12)).toMatch(/-12-31$/)
  expect(await offered(6)).toMatch(/-(06-30|12-31)$/)
  // Whoever reports on demand only chooses the day.
  expect(await offered(0)).toBeNull()
  expect(await offered(3)).toMatch(/-(03-31|06-30|09-30|12-31)$/)

  const today = dayOf(new Date())
  const due = reportingDate(today, 3)!
  expect(await opened()).toEqual({ suggested: due, reported: null })

  const preparation = { cutOff: due, today, applicationVersion: '0.0.0', by: coordinator.id }
  const prepared = await prepareSnapshot(db, preparation, NOW)
  const number = prepared.ok ? prepared.number : 0
  expect(await opened()).toEqual({ suggested: due, reported: null })

  await releaseSnapshot(db, { number, by: member.id }, NOW)
  expect(await opened()).toEqual({ suggested: null, reported: { cutOff: due, number } })
})
