import fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianInterval, medianOf } from '#app/domain/median.ts'

test('the median is the value in the middle, of an even number the mean of the two there', () => {
  expect(medianOf([])).toBeNull()
  expect(medianOf([7])).toBe(7)
  expect(medianOf([9, 1, 5])).toBe(5)
  expect(medianOf([9, 1, 5, 2])).toBe(3.5)
})

// The ranks of the sign test, worked out in whole numbers.
test.each([
  [6, 1],
  [9, 2],
  [15, 4],
  [20, 6],
  [100, 40],
  [2000, 956],
])('of %i values the interval begins at rank %i and ends at its mirror image', (count, rank) => {
  const values = Array.from({ length: count }, (_, nth) => nth + 1)
  expect(medianInterval(values)).toEqual({ low: rank, high: count + 1 - rank })
})

test('five values cannot tell the median with 95 per cent', () => {
  expect(medianInterval([1, 2, 3, 4, 5])).toBeNull()
})

test('the interval holds the median, whatever the values and their order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 6, maxLength: 60 }),
      (values) => {
        const interval = medianInterval(values)!
        const median = medianOf(values)!
        expect(interval.low <= median && median <= interval.high).toBe(true)
      },
    ),
  )
})
