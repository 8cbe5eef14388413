import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/calendar.ts'
import { changedFrom, holdsOn, overlaps, participationRefusal } from '#app/domain/organisation.ts'

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

/** Periods one after the other, with at least a day between two. */
const periods = fc.uniqueArray(fc.nat(DAYS - 1), { maxLength: 6 }).map((drawn) => {
  const days = drawn.sort((a, b) => a - b).map((day) => addDays(FIRST, day))
  return days.flatMap((fromDate, index) =>
    index % 2 === 0 ? [{ fromDate, untilDate: days[index + 1] ?? null }] : [],
  )
})

test('what holds or no longer holds from a day on changes no day before, and no day is there twice', () => {
  const change = fc.record({
    fromDate: fc.constantFrom(...calendar),
    holds: fc.boolean(),
    plannedAfter: fc.constantFrom(...calendar),
  })
  fc.assert(
    fc.property(periods, change, (before, { fromDate, holds, plannedAfter }) => {
      const after = changedFrom(before, { fromDate, holds, plannedAfter })
      const on = (list: typeof before, day: string) => list.filter((one) => holdsOn(one, day)).length
      for (const day of calendar) {
        const isPlanned = before.some((one) => one.fromDate > plannedAfter && holdsOn(one, day))
        if (day < fromDate) expect(on(after, day)).toBe(on(before, day))
        else if (!holds && day <= plannedAfter) expect(on(after, day)).toBe(0)
        else if (holds && (day === fromDate || isPlanned)) expect(on(after, day)).toBe(1)
        expect(on(after, day)).toBeLessThanOrEqual(1)
      }
      expect(after.every(({ fromDate, untilDate }) => untilDate === null || fromDate <= untilDate)).toBe(true)
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
