import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOf, timeOf, weekday } from '#app/domain/calendar.ts'
import {
  leftOutBecause,
  meetingOn,
  MOST_IN_SERIES,
  obstacleOn,
  recurringDays,
  shifted,
  shiftedDeadline,
  type DatedMeeting,
  type SeriesRule,
} from '#app/domain/series.ts'

const weekly: SeriesRule = { frequency: 'weekly', every: 1, until: null, count: 4 }
const monthly: SeriesRule = { frequency: 'monthly', every: 1, until: null, count: 4 }

test('every week, every second week, until a day or so often', () => {
  expect(recurringDays('2026-12-01', weekly)).toEqual([
    '2026-12-01',
    '2026-12-08',
    '2026-12-15',
    '2026-12-22',
  ])
  expect(recurringDays('2026-12-01', { ...weekly, every: 2, count: null, until: '2026-12-29' })).toEqual([
    '2026-12-01',
    '2026-12-15',
    '2026-12-29',
  ])
})

test('every month on the same weekday: the second Tuesday stays the second, the fifth is the last', () => {
  expect(recurringDays('2026-12-08', monthly)).toEqual([
    '2026-12-08',
    '2027-01-12',
    '2027-02-09',
    '2027-03-09',
  ])
  expect(recurringDays('2026-12-29', monthly)).toEqual([
    '2026-12-29',
    '2027-01-26',
    '2027-02-23',
    '2027-03-30',
  ])
})

test('a series that ends before it begins has no dates', () => {
  expect(recurringDays('2026-12-01', { ...weekly, until: '2026-11-30' })).toEqual([])
})

test('public holidays are struck out, weekends where that is asked', () => {
  expect(obstacleOn('2026-11-18', false)).toEqual({ kind: 'holiday', holiday: 'day-of-repentance' })
  expect(obstacleOn('2026-12-05', true)).toEqual({ kind: 'weekend' })
  expect(obstacleOn('2026-12-05', false)).toBeUndefined()
  expect(obstacleOn('2026-12-04', true)).toBeUndefined()
})

const aDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2026-01-01', days))
const aRule = fc.record<SeriesRule>({
  frequency: fc.constantFrom('weekly' as const, 'monthly' as const),
  every: fc.integer({ min: 1, max: 12 }),
  until: fc.option(aDay, { nil: null }),
  count: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
})

test('whatever the rule, the days rise, keep their weekday, and are no more than asked for', () => {
  fc.assert(
    fc.property(aDay, aRule, (first, rule) => {
      const days = recurringDays(first, rule)
      expect(days).toEqual([...new Set(days)].sort())
      expect(days.every((day) => weekday(day) === weekday(first))).toBe(true)
      expect(days.length).toBeLessThanOrEqual(Math.min(rule.count ?? MOST_IN_SERIES, MOST_IN_SERIES))
      expect(days.every((day) => rule.until === null || day <= rule.until)).toBe(true)
      if (days.length > 0) expect(days[0]).toBe(first)
      if (rule.frequency === 'monthly')
        expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(days.length)
    }),
  )
})

test('nine o’clock stays nine o’clock across both clock changes', () => {
  fc.assert(
    fc.property(aDay, aRule, (first, rule) => {
      for (const day of recurringDays(first, rule)) {
        const meeting = meetingOn(day, { start: '09:00', end: '12:15' }, null)
        if (typeof meeting === 'string') throw new Error(meeting)
        expect([dayOf(meeting.startsAt), timeOf(meeting.startsAt), timeOf(meeting.endsAt)]).toEqual([
          day,
          '09:00',
          '12:15',
        ])
        expect(meeting.units).toBe(4)
      }
    }),
  )
})

test('the hour that spring leaves out is no time for a meeting', () => {
  expect(meetingOn('2027-03-28', { start: '02:30', end: '05:00' }, null)).toBe('time-gap')
  expect(meetingOn('2026-12-01', { start: '12:00', end: '12:00' }, null)).toBe('ends-before-start')
})

const at = (day: string, start: string, end: string, units: number | null = null): DatedMeeting => {
  const meeting = meetingOn(day, { start, end }, units)
  if (typeof meeting === 'string') throw new Error(meeting)
  return meeting
}

test('a shift moves the wall time, whatever the clocks do in between, and back again', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: -60, max: 60 }), (day, shiftDays) => {
      const meeting = at(day, '09:00', '12:00')
      const moved = shifted(meeting, { shiftDays, start: '13:00', end: '16:00' })
      if (typeof moved === 'string') throw new Error(moved)
      expect(dayOf(moved.startsAt)).toBe(addDays(day, shiftDays))
      expect(timeOf(moved.startsAt)).toBe('13:00')
      expect(shifted(moved, { shiftDays: -shiftDays, start: '09:00', end: '12:00' })).toEqual(meeting)
    }),
  )
})

test('units that somebody has set stay while they fit', () => {
  const short = at('2026-12-01', '09:00', '12:00', 3)
  const shift = { shiftDays: 0, start: null }
  expect(shifted(short, { ...shift, end: '13:00' })).toMatchObject({ units: 3 })
  expect(shifted(short, { ...shift, end: '10:30' })).toMatchObject({ units: 2 })
  expect(shifted(at('2026-12-01', '09:00', '12:00'), { ...shift, end: '13:30' })).toMatchObject({ units: 6 })
})

test('a deadline keeps its distance in days, and never lies after the start', () => {
  const before = at('2026-12-10', '09:00', '12:00').startsAt
  const after = at('2026-12-17', '08:00', '12:00').startsAt
  const deadline = at('2026-12-07', '09:00', '23:59').endsAt
  expect(shiftedDeadline(deadline, before, after)).toEqual(at('2026-12-14', '09:00', '23:59').endsAt)
  expect(shiftedDeadline(before, before, after)).toEqual(after)
})

test('what has begun, is called off, or is recorded stays; what was changed alone unless asked for', () => {
  const now = new Date('2026-12-01T10:00:00Z')
  const date = {
    startsAt: new Date('2026-12-02T08:00:00Z'),
    calledOffAt: null,
    detachedAt: null,
    hasAttendance: false,
  }
  expect(leftOutBecause(date, false, now)).toBeUndefined()
  expect(leftOutBecause({ ...date, calledOffAt: now }, true, now)).toBe('called-off')
  expect(leftOutBecause({ ...date, startsAt: now }, true, now)).toBe('started')
  expect(leftOutBecause({ ...date, hasAttendance: true }, true, now)).toBe('attendance-recorded')
  expect(leftOutBecause({ ...date, detachedAt: now }, false, now)).toBe('edited-individually')
  expect(leftOutBecause({ ...date, detachedAt: now }, true, now)).toBeUndefined()
})
