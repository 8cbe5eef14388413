import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathProgress } from '#app/domain/learning-path.ts'
import { nextAttemptAt, pageAfter, progressOf } from '#app/domain/learning.ts'

const NOW = new Date('2026-03-11T10:00:00Z')
const hoursAgo = (count: number) => new Date(NOW.getTime() - count * 3_600_000)
const PAGES = ['a', 'b', 'c'].map((id) => ({ id }))

test('one goes on where one stopped, else at the first page that is not done', () => {
  expect(progressOf(PAGES, new Set(), null)).toEqual({ done: 0, total: 3, next: 'a' })
  expect(progressOf(PAGES, new Set(['a']), 'c')).toEqual({ done: 1, total: 3, next: 'c' })
  expect(progressOf(PAGES, new Set(['a', 'c']), 'c').next).toBe('b')
  expect(progressOf(PAGES, new Set(['a', 'b', 'c']), 'c')).toEqual({ done: 3, total: 3, next: undefined })
})

test('a page that was taken out since is neither done nor the place to go on', () => {
  expect(progressOf(PAGES, new Set(['gone']), 'gone')).toEqual({ done: 0, total: 3, next: 'a' })
})

test('after the last page there is none', () => {
  expect([pageAfter(PAGES, 'a'), pageAfter(PAGES, 'c'), pageAfter(PAGES, 'x')]).toEqual([
    'b',
    undefined,
    undefined,
  ])
})

test('a quiz without a limit may be tried at any time', () => {
  expect(nextAttemptAt([NOW, NOW, NOW], null, NOW)).toBeNull()
})

test('when all attempts are used, the next one is possible a day after the first of them', () => {
  expect(nextAttemptAt([hoursAgo(3)], 2, NOW)).toBeNull()
  expect(nextAttemptAt([hoursAgo(3), hoursAgo(1)], 2, NOW)).toEqual(new Date('2026-03-12T07:00:00Z'))
  expect(nextAttemptAt([hoursAgo(30), hoursAgo(25)], 2, NOW)).toBeNull()
})

test('nobody is ever shut out for longer than a day', () => {
  const attempts = fc.array(fc.integer({ min: 0, max: 100 }).map(hoursAgo), { maxLength: 30 })
  fc.assert(
    fc.property(attempts, fc.integer({ min: 1, max: 20 }), (past, limit) => {
      const next = nextAttemptAt(past, limit, NOW)
      const lately = past.filter((at) => at > hoursAgo(24)).length
      expect(next === null).toBe(lately < limit)
      if (next) expect(next.getTime() - NOW.getTime()).toBeLessThanOrEqual(24 * 3_600_000)
    }),
  )
})

test('the next step of a path is the first course that is not done, in whatever order the others were', () => {
  const progress = pathProgress(PAGES, new Map([['b', 'proof']]))
  expect(progress).toEqual({ done: 1, total: 3, next: { id: 'a' } })
  expect(pathProgress(PAGES, new Map(PAGES.map(({ id }) => [id, 'attended']))).next).toBeUndefined()
})
