import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shuffle } from '#app/domain/shuffle.ts'

test('shuffling loses nothing, adds nothing and leaves the original alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 50 }), (items) => {
      const before = [...items]
      const shuffled = shuffle(items, randomInt)
      expect([...shuffled].sort()).toEqual([...before].sort())
      expect(items).toEqual(before)
    }),
    { numRuns: 50 },
  )
})

test('each of the six orders of three things comes about equally often', () => {
  const counts = new Map<string, number>()
  for (let round = 0; round < 6_000; round += 1) {
    const order = shuffle(['a', 'b', 'c'], randomInt).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  // Seven standard deviations: wrong by chance once in about 10^11 runs.
  for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(200)
})
