import { expect, test } from 'vitest'
import {
  formatDateTime,
  formatDeadline,
  formatDay,
  formatList,
  formatMonth,
  formatNumber,
  formatNumericDay,
  formatPercent,
  formatPercentRange,
  formatSetPercent,
  formatShortDay,
  formatTimeRange,
  outOf,
} from '#app/i18n/format.ts'

test('a calendar day reads as people write it, in both languages', () => {
  expect(formatDay('2026-12-03', 'de')).toBe('3. Dezember 2026')
  expect(formatDay('2026-12-03', 'en')).toBe('3 December 2026')
  expect(formatShortDay('2026-12-03', 'de')).toBe('Do., 3. Dez. 2026')
  expect(formatNumericDay('2026-12-03', 'de')).toBe('03.12.2026')
  expect(formatMonth('2026-12-03', 'de')).toBe('Dez. 2026')
})

test('a workshop in the morning shows one day and the Berlin hours, in summer and in winter', () => {
  const winter = formatTimeRange(new Date('2026-12-03T08:00Z'), new Date('2026-12-03T11:00Z'), 'de')
  const summer = formatTimeRange(new Date('2026-07-01T07:00Z'), new Date('2026-07-01T10:30Z'), 'de')
  expect(winter).toBe('Do., 3. Dez. 2026, 9:00–12:00\u00a0Uhr')
  expect(summer).toBe('Mi., 1. Juli 2026, 9:00–12:30\u00a0Uhr')
})

test('something that lasts past midnight in Berlin names both days', () => {
  const night = formatTimeRange(new Date('2026-12-03T21:00Z'), new Date('2026-12-03T23:30Z'), 'de')
  expect(night).toBe('Do., 3. Dez. 2026, 22:00\u00a0Uhr – Fr., 4. Dez. 2026, 0:30\u00a0Uhr')
})

test('an instant just before midnight UTC belongs to the next day in Berlin', () => {
  expect(formatDateTime(new Date('2026-06-30T22:30Z'), 'de')).toBe('1. Juli 2026, 0:30\u00a0Uhr')
  expect(formatDateTime(new Date('2026-06-30T22:30Z'), 'en')).toBe('1 July 2026, 0:30')
})

test('a deadline at the end of a day is that day, any other has its time', () => {
  expect(formatDeadline(new Date('2026-12-07T22:59Z'), 'de')).toBe('7. Dezember 2026')
  expect(formatDeadline(new Date('2026-12-07T22:58Z'), 'de')).toBe('7. Dezember 2026, 23:58\u00a0Uhr')
})

test('a share has one decimal, a comma and a space that does not break', () => {
  expect(formatPercent(0.7142857, 'de')).toBe('71,4\u00a0%')
  expect(formatPercent(0.7142857, 'en')).toBe('71.4%')
  expect(formatPercent(0.5, 'de', 0)).toBe('50\u00a0%')
  expect(formatPercentRange(0.638, 0.78, 'de')).toBe('63,8 bis 78,0\u00a0%')
})

test('a target is written without decimals that nobody resolved', () => {
  expect(formatSetPercent(60, 'de')).toBe('60\u00a0%')
  expect(formatSetPercent(62.5, 'de')).toBe('62,5\u00a0%')
  expect(formatSetPercent(7, 'de')).toBe('7\u00a0%')
})

test('numbers, parts of a whole and lists follow the language', () => {
  expect(formatNumber(239221, 'de')).toBe('239.221')
  expect(formatNumber(239221, 'en')).toBe('239,221')
  expect(outOf(14, 28, 'de')).toBe('14 von 28')
  expect(outOf(14, 28, 'en')).toBe('14 of 28')
  expect(formatList(['Riesa', 'Coswig', 'Nossen'], 'de')).toBe('Riesa, Coswig und Nossen')
})
