import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/calendar.ts'
import {
  lastQuarterEnd,
  reportingDate,
  reportOfDay,
  reportReminder,
  REPORT_RHYTHMS,
  supersededBy,
  unpreparableBecause,
  unreleasableBecause,
} from '#app/domain/snapshot.ts'

const [JUNE, SEPTEMBER, DECEMBER] = ['2026-06-30', '2026-09-30', '2026-12-31'] as const
const prepared = (number: number, cutOff: string, corrects: number | null = null) => {
  return { number, cutOff, corrects, releasedAt: null, correctedBy: null }
}
const released = (number: number, cutOff: string, corrects: number | null = null) => {
  return { ...prepared(number, cutOff, corrects), releasedAt: '2026-10-05T10:00:00Z' }
}

test('a day that has a released report gets no second one, and a day before a report none at all', () => {
  const all = [released(1, JUNE), prepared(2, SEPTEMBER)]
  const refusalOf = (cutOff: string) =>
    unpreparableBecause(cutOff, { first: '2025-01-01', today: '2026-10-20' }, all)
  expect(refusalOf(JUNE)).toBe('released-already')
  expect(refusalOf('2026-08-31')).toBe('cut-off-before-last')
  // What nobody has released yet is prepared as often as needed.
  expect([refusalOf(SEPTEMBER), refusalOf('2026-10-01')]).toEqual([null, null])
  expect(refusalOf('2026-10-21')).toBe('cut-off-in-future')
})

test('a day before there was anything to count by is refused, whatever reports there are', () => {
  const days = { first: '2025-01-01', today: '2026-10-20' }
  for (const all of [[], [released(1, JUNE)]])
    expect(unpreparableBecause('2024-12-31', days, all)).toBe('cut-off-too-early')
  expect(unpreparableBecause('2025-01-01', days, [])).toBeNull()
})

test('what holds of a day is its released report, and after a correction that', () => {
  const wrong = { ...released(1, JUNE), correctedBy: 3 }
  const all = [wrong, prepared(2, SEPTEMBER), released(3, JUNE, 1)]
  expect([reportOfDay(JUNE, all), reportOfDay(SEPTEMBER, all)]).toEqual([3, null])
})

test('prepared again, only the new one can be released; a trial of a later day is in nobody’s way until it is released', () => {
  const [first, again, trial] = [prepared(1, JUNE), prepared(2, JUNE), prepared(3, SEPTEMBER)]
  const all = [first, again, trial]
  expect(all.map((one) => supersededBy(one, all))).toEqual([2, null, null])
  expect(all.map((one) => unreleasableBecause(one, all))).toEqual(['superseded', null, null])

  const later = [first, again, released(3, SEPTEMBER)]
  expect(later.map((one) => supersededBy(one, later))).toEqual([3, 3, null])
})

test('a correction is in the way of no other report, and only one of the same report is released', () => {
  const all = [released(1, JUNE), prepared(2, DECEMBER), prepared(3, JUNE, 1), released(4, JUNE, 1)]
  expect(all.map((one) => unreleasableBecause(one, all))).toEqual([null, null, 'corrected-already', null])
  const waiting = [released(1, JUNE), prepared(2, JUNE, 1), prepared(3, JUNE, 1)]
  expect(waiting.map((one) => unreleasableBecause(one, waiting))).toEqual([null, 'superseded', null])
})

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
