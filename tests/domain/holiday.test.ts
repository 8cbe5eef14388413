import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, weekday } from '#app/domain/calendar.ts'
import { addWorkingDays, holidayOn, HOLIDAYS, holidaysOf, isWorkingDay } from '#app/domain/holiday.ts'

test('the holidays of 2026 are those that Saxony has', () => {
  expect(holidaysOf(2026)).toEqual({
    'new-year': '2026-01-01',
    'good-friday': '2026-04-03',
    'easter-monday': '2026-04-06',
    'labour-day': '2026-05-01',
    ascension: '2026-05-14',
    'whit-monday': '2026-05-25',
    'unity-day': '2026-10-03',
    'reformation-day': '2026-10-31',
    'day-of-repentance': '2026-11-18',
    'christmas-day': '2026-12-25',
    'second-christmas-day': '2026-12-26',
  })
})

test.each([
  ['2024-04-01', 'easter-monday'],
  ['2027-03-29', 'easter-monday'],
  ['2038-04-26', 'easter-monday'],
  ['2027-11-17', 'day-of-repentance'],
  ['2028-11-22', 'day-of-repentance'],
] as const)('%s is %s', (day, holiday) => {
  expect(holidayOn(day)).toBe(holiday)
})

test('days that are holidays elsewhere in Germany are working days here', () => {
  expect(isWorkingDay('2026-01-06')).toBe(true)
  expect(isWorkingDay('2026-06-04')).toBe(true)
})

test('working days step over weekends and holidays', () => {
  expect(addWorkingDays('2026-03-11', 2)).toBe('2026-03-13')
  expect(addWorkingDays('2026-03-13', 1)).toBe('2026-03-16')
  expect(addWorkingDays('2026-04-02', 1)).toBe('2026-04-07')
  expect(addWorkingDays('2026-12-23', 2)).toBe('2026-12-28')
  expect(addWorkingDays('2026-11-17', 1)).toBe('2026-11-19')
})

const aDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1995-01-01', days))

test('whatever the day, working days are reached one by one, and none of them is a day off', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: 1, max: 30 }), (day, count) => {
      const reached = addWorkingDays(day, count)
      expect(isWorkingDay(reached)).toBe(true)
      expect(addWorkingDays(addWorkingDays(day, 1), count - 1)).toBe(reached)
    }),
  )
})

test('in every year Easter Monday is a Monday in spring, and repentance a Wednesday in November', () => {
  for (let year = 1995; year < 2190; year += 1) {
    const days = holidaysOf(year)
    expect(new Set(Object.values(days)).size).toBeGreaterThanOrEqual(HOLIDAYS.length - 1)
    expect(weekday(days['easter-monday'])).toBe(1)
    expect(days['easter-monday'] >= `${year}-03-23` && days['easter-monday'] <= `${year}-04-26`).toBe(true)
    expect(weekday(days['day-of-repentance'])).toBe(3)
  }
})
