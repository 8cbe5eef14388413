import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  figureOf,
  nonResponseBounds,
  responsesIn,
  satisfiedShare,
  wilsonInterval,
  type Distribution,
} from '#app/domain/satisfaction.ts'

const ratings = (five: number, four = 0, three = 0, two = 0, one = 0): Distribution => ({
  5: five,
  4: four,
  3: three,
  2: two,
  1: one,
})

test('the satisfied share counts "zufrieden" and "sehr zufrieden" among those who rated', () => {
  expect(satisfiedShare(ratings(10, 12, 3, 2, 1))).toEqual({ kind: 'share', satisfied: 22, responses: 28 })
})

test('nobody and too few are answers of their own, never zero per cent', () => {
  expect(satisfiedShare(ratings(0))).toEqual({ kind: 'no-data' })
  expect(satisfiedShare(ratings(0, 0, 0, 0, 4))).toEqual({ kind: 'too-few' })
  expect(satisfiedShare(ratings(0, 0, 0, 0, 5))).toEqual({ kind: 'share', satisfied: 0, responses: 5 })
})

// Computed with another program; the last three columns are the number of people asked, low and high.
test.each([
  [0, 5, undefined, 0, 0.4345],
  [5, 5, undefined, 0.5655, 1],
  [8, 10, undefined, 0.4902, 0.9433],
  [81, 100, undefined, 0.7222, 0.8749],
  [22, 28, undefined, 0.6046, 0.8979],
  [22, 28, 40, 0.6908, 0.8575],
  [22, 28, 28, 22 / 28, 22 / 28],
  [45, 60, undefined, 0.6277, 0.8422],
  [45, 60, 120, 0.6652, 0.8192],
])('%i of %i satisfied, asked %s: the interval is known', (satisfied, responses, population, low, high) => {
  const interval = wilsonInterval(satisfied, responses, population)
  expect(interval.low).toBeCloseTo(low, 4)
  expect(interval.high).toBeCloseTo(high, 4)
})

test('an interval always holds its share and stays between nothing and all', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), fc.nat(300), (satisfied, others, silent) => {
      const responses = satisfied + others
      for (const interval of [
        wilsonInterval(satisfied, responses),
        wilsonInterval(satisfied, responses, responses + silent),
      ]) {
        expect(interval.low).toBeGreaterThanOrEqual(0)
        expect(interval.high).toBeLessThanOrEqual(1)
        if (responses === 0) continue
        expect(interval.low).toBeLessThanOrEqual(satisfied / responses + 1e-12)
        expect(interval.high).toBeGreaterThanOrEqual(satisfied / responses - 1e-12)
      }
    }),
    { numRuns: 200 },
  )
})

test('what the silent ones could have said is bounded', () => {
  const { low, high } = nonResponseBounds(22, 28, 40)
  expect([low, high]).toEqual([0.55, 0.85])
})

test('four answers show nothing, five to nine a sentence, ten everything', () => {
  expect(figureOf(ratings(4), 20)).toEqual({ kind: 'too-few' })
  expect(figureOf(ratings(3, 2), 20)).toEqual({ kind: 'words', satisfied: 5, responses: 5 })
  expect(figureOf(ratings(3, 3, 2, 1), 20)).toEqual({ kind: 'words', satisfied: 6, responses: 9 })
  expect(figureOf(ratings(3, 3, 2, 1, 1), 20)).toMatchObject({
    kind: 'full',
    satisfied: 6,
    responses: 10,
    distribution: ratings(3, 3, 2, 1, 1),
  })
})

test('when everybody has answered there is nothing to estimate', () => {
  expect(figureOf(ratings(6, 4), 10)).toMatchObject({ kind: 'full', interval: null })
  expect(figureOf(ratings(6, 4), 11)).not.toMatchObject({ interval: null })
})

test('a round may ask for more answers, and then fewer are too few', () => {
  expect(figureOf(ratings(6), 20, 7)).toEqual({ kind: 'too-few' })
  expect(figureOf(ratings(11), 20, 12)).toEqual({ kind: 'too-few' })
  expect(responsesIn(ratings(1, 2, 3, 4, 5))).toBe(15)
})
