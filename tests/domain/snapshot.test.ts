import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/calendar.ts'
import { lastQuarterEnd, reportingDate, reportReminder, REPORT_RHYTHMS } from '#app/domain/snapshot.ts'

test.each([
  ['2026-11-26', 1, '2026-10-31'],
  ['2026-11-26', 3, '2026-09-30'],
  ['2026-11-26', 6, '2026-06-30'],
  ['2026-11-26', 12, '2025-12-31'],
  ['2027-01-01', 3, '2026-12-31'],
  ['2026-12-31', 3, '2026-09-30'],
  ['2028-03-01', 1, '2028-02-29'],
])('on %s a report every %i months is that of %s', (today, months, cutOff) => {
  expect(reportingDate(today, months)).toBe(cutOff)
})

test('without a rhythm no report is due', () => {
  expect(reportingDate('2026-11-26', 0)).toBeNull()
})

test('the office is told when a period has ended, once more after two weeks, and then no more', () => {
  const told = (days: number, latest: string | null = null) =>
    reportReminder(addDays('2026-09-30', days), '2026-09-30', latest)
  expect([1, 14, 15, 28, 29].map((days) => told(days))).toEqual(['due', 'due', 'again', 'again', null])
  expect(told(1, '2026-06-30')).toBe('due')
  expect([told(1, '2026-09-30'), told(20, '2026-10-15')]).toEqual([null, null])
})

test('whatever the day and the rhythm, the period has ended, and less than one rhythm ago', () => {
  const day = fc.date({ min: new Date('2025-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.constantFrom(...REPORT_RHYTHMS.filter((months) => months > 0)), (date, months) => {
      const today = date.toISOString().slice(0, 10)
      const cutOff = reportingDate(today, months) ?? ''
      expect(cutOff < today).toBe(true)
      expect(addDays(cutOff, months * 31 + 1) > today).toBe(true)
      expect(addDays(cutOff, 1).slice(8)).toBe('01')
    }),
  )
  expect(reportingDate('2026-05-05', 3)).toBe(lastQuarterEnd('2026-05-05'))
})
