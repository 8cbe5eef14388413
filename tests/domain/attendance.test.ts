import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  attended,
  ATTENDANCE_STATUSES,
  correctionNeedsReason,
  rollCallClosedBecause,
  unitsFor,
} from '#app/domain/attendance.ts'

const START = new Date('2026-04-01T07:00:00Z')
const minutesBefore = (minutes: number) => new Date(START.getTime() - minutes * 60_000)
const status = fc.constantFrom(...ATTENDANCE_STATUSES)

test('the list opens half an hour before the meeting and never closes', () => {
  const open = { calledOffAt: null }
  expect(rollCallClosedBecause({ startsAt: START }, open, minutesBefore(31))).toBe('not-started')
  expect(rollCallClosedBecause({ startsAt: START }, open, minutesBefore(30))).toBeNull()
  expect(rollCallClosedBecause({ startsAt: START }, open, minutesBefore(-60 * 24 * 30))).toBeNull()
})

test('there is no list for a workshop that was called off', () => {
  const calledOff = { calledOffAt: minutesBefore(500) }
  expect(rollCallClosedBecause({ startsAt: START }, calledOff, START)).toBe('called-off')
})

test('units say the same as the word: all for present, none for away, something between for partial', () => {
  fc.assert(
    fc.property(
      status,
      fc.option(fc.integer({ min: -2, max: 25 })),
      fc.integer({ min: 1, max: 20 }),
      (word, given, all) => {
        const units = unitsFor(word, given, all)
        if (word === 'present') expect(units).toBe(all)
        else if (word !== 'partial') expect(units).toBe(0)
        else if (given !== null && given > 0 && given < all) expect(units).toBe(given)
        else expect(units).toBeNull()
      },
    ),
  )
})

test('half units, and partial attendance of a meeting of one unit, do not exist', () => {
  expect(unitsFor('partial', 1.5, 4)).toBeNull()
  expect(unitsFor('partial', 1, 1)).toBeNull()
})

test('one meeting, even in part, is having been there', () => {
  fc.assert(
    fc.property(fc.array(status, { maxLength: 6 }), (words) => {
      const there = words.includes('present') || words.includes('partial')
      expect(attended(words.map((word) => ({ status: word })))).toBe(there)
    }),
  )
})

test('a change is a correction once the list is finished, or a week after the meeting', () => {
  const meeting = { endsAt: new Date('2026-03-01T11:00:00Z') }
  const soon = new Date('2026-03-02T11:00:00Z')
  expect(correctionNeedsReason(meeting, undefined, soon)).toBe(false)
  expect(correctionNeedsReason(meeting, { completedAt: null }, soon)).toBe(false)
  expect(correctionNeedsReason(meeting, { completedAt: soon }, soon)).toBe(true)
  expect(correctionNeedsReason(meeting, undefined, new Date('2026-03-08T11:00:01Z'))).toBe(true)
})
