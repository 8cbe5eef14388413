import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  endOfDay,
  instantOf,
  isDay,
  startOfDay,
  timeOf,
  unitsBetween,
  weekday,
} from '#app/domain/calendar.ts'

const utc = (text: string) => new Date(`${text}Z`)

describe('the night of 25 October 2026, when clocks go back', () => {
  test('an hour before is summer time, an hour after is winter time', () => {
    expect(instantOf('2026-10-25', '01:59')).toMatchObject({
      instant: utc('2026-10-24T23:59'),
      ambiguous: false,
    })
    expect(instantOf('2026-10-25', '03:00')).toMatchObject({
      instant: utc('2026-10-25T02:00'),
      ambiguous: false,
    })
  })

  test('half past two comes twice: the first one is taken and said to be ambiguous', () => {
    expect(instantOf('2026-10-25', '02:30')).toEqual({
      ok: true,
      instant: utc('2026-10-25T00:30'),
      ambiguous: true,
    })
  })

  test('the day has 25 hours, and its last minute is a minute before midnight', () => {
    const hours = (startOfDay('2026-10-26').getTime() - startOfDay('2026-10-25').getTime()) / 3_600_000
    expect(hours).toBe(25)
    expect(endOfDay('2026-10-25')).toEqual(utc('2026-10-25T22:59'))
  })
})

describe('the night of 28 March 2027, when clocks go forward', () => {
  test('half past two does not exist', () => {
    expect(instantOf('2027-03-28', '02:00')).toEqual({ ok: false, problem: 'gap' })
    expect(instantOf('2027-03-28', '02:30')).toEqual({ ok: false, problem: 'gap' })
    expect(instantOf('2027-03-28', '02:59')).toEqual({ ok: false, problem: 'gap' })
  })

  test('the times around the gap do', () => {
    expect(instantOf('2027-03-28', '01:59')).toMatchObject({
      instant: utc('2027-03-28T00:59'),
      ambiguous: false,
    })
    expect(instantOf('2027-03-28', '03:00')).toMatchObject({
      instant: utc('2027-03-28T01:00'),
      ambiguous: false,
    })
  })

  test('the day has 23 hours', () => {
    const hours = (startOfDay('2027-03-29').getTime() - startOfDay('2027-03-28').getTime()) / 3_600_000
    expect(hours).toBe(23)
    expect(endOfDay('2027-03-28')).toEqual(utc('2027-03-28T21:59'))
  })

  test('a workshop of three hours across the change keeps its clock times', () => {
    const start = instantOf('2027-03-27', '22:00')
    const end = instantOf('2027-03-28', '04:00')
    expect(start.ok && end.ok && (end.instant.getTime() - start.instant.getTime()) / 3_600_000).toBe(5)
  })
})

test('what is written on the clock in Berlin is read back the same, on every day and at every time', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1995-01-01', days))
  const time = fc
    .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
    .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
  fc.assert(
    fc.property(day, time, (day, time) => {
      const wall = instantOf(day, time)
      if (!wall.ok) return wall.problem === 'gap'
      return dayOf(wall.instant) === day && timeOf(wall.instant) === time
    }),
    { numRuns: 300 },
  )
})

test.each(['2026-02-30', '2026-13-01', '2026-2-3', '', 'morgen', '1989-12-31', '2026-02-03T00:00'])(
  '%j is no day',
  (text) => {
    expect(isDay(text)).toBe(false)
    expect(instantOf(text, '09:00')).toEqual({ ok: false, problem: 'invalid' })
  },
)

test.each(['24:00', '9:00', '09:60', '', '09:00:00', 'noon'])('%j is no time', (time) => {
  expect(instantOf('2026-03-03', time)).toEqual({ ok: false, problem: 'invalid' })
})

test('days and months are counted by the calendar, not by the clock', () => {
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(daysBetween('2026-10-20', '2026-10-30')).toBe(10)
  expect(daysBetween('2026-10-30', '2026-10-20')).toBe(-10)
  expect(weekday('2026-12-07')).toBe(1)
  expect(weekday('2026-12-13')).toBe(7)
})

test('a teaching unit is 45 minutes; what is shorter still counts as one', () => {
  const start = utc('2026-03-03T08:00')
  const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
  expect([30, 45, 89, 90, 180, 360].map((minutes) => unitsBetween(start, after(minutes)))).toEqual([
    1, 1, 1, 2, 4, 8,
  ])
})
