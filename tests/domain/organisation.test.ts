import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/calendar.ts'
import { holdsOn, overlaps, participationRefusal } from '#app/domain/organisation.ts'

const FIRST = '2026-01-01'
const DAYS = 20
const calendar = Array.from({ length: DAYS }, (_, day) => addDays(FIRST, day))

/** A period within twenty days; its end may be open. */
const period = fc.tuple(fc.nat(DAYS - 1), fc.nat(DAYS - 1), fc.boolean()).map(([from, length, open]) => ({
  fromDate: addDays(FIRST, from),
  untilDate: open ? null : addDays(FIRST, Math.min(DAYS - 1, from + length)),
}))

test('two periods overlap when there is a day on which both hold', () => {
  fc.assert(
    fc.property(period, period, (a, b) => {
      const together = calendar.some((day) => holdsOn(a, day) && holdsOn(b, day))
      return overlaps(a, b) === together && overlaps(b, a) === together
    }),
  )
})

test('on no day an organisation takes part twice', () => {
  const since = { fromDate: '2026-01-01', untilDate: null }
  const before = { fromDate: '2025-01-01', untilDate: '2025-12-31' }

  expect(participationRefusal(since, [])).toBeNull()
  expect(participationRefusal(since, [before])).toBeNull()
  expect(participationRefusal(since, [{ ...before, untilDate: '2026-01-01' }])).toBe('overlaps')
  expect(participationRefusal({ ...since, untilDate: '2025-12-31' }, [])).toBe('ends-before-start')
})
