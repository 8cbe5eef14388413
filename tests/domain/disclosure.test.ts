import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayBeToldApart, minimumFor, shownGroups } from '#app/domain/disclosure.ts'

const sizes = fc
  .array(fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 8, 12, 20), { minLength: 1, maxLength: 8 })
  .map((list) => Object.fromEntries(list.map((size, index) => [`group ${index}`, size])))
const minimum = fc.constantFrom(3, 5, 7)

const sum = (list: number[]) => list.reduce((a, b) => a + b, 0)

/** What is left of the total when any of the shown groups are taken away; a total below the minimum is not shown. */
function remainders(groups: Record<string, number>, shown: Set<string>, least: number): number[] {
  const total = sum(Object.values(groups))
  if (total < least) return []
  const visible = [...shown].map((group) => groups[group]!)
  const subsets = visible.reduce<number[][]>((all, n) => [...all, ...all.map((some) => [...some, n])], [[]])
  return subsets.map((subset) => total - sum(subset))
}

const leaks = (groups: Record<string, number>, shown: Set<string>, least: number) =>
  remainders(groups, shown, least).some((rest) => rest > 0 && rest < least)

test('no difference of shown figures belongs to fewer people than the minimum', () => {
  fc.assert(
    fc.property(sizes, minimum, (groups, least) => {
      const shown = shownGroups(groups, least)
      for (const group of shown) expect(groups[group]).toBeGreaterThanOrEqual(least)
      expect(leaks(groups, shown, least)).toBe(false)
      const hidden = Object.keys(groups).filter((group) => groups[group]! > 0 && !shown.has(group))
      if (shown.size > 0) expect(hidden).not.toHaveLength(1)
    }),
    { numRuns: 1_000 },
  )
})

test('hiding only the small groups would betray them: the rule is needed', () => {
  const cases = fc.sample(sizes, { numRuns: 500, seed: 1 })
  const naive = (groups: Record<string, number>) =>
    new Set(Object.keys(groups).filter((group) => groups[group]! >= 5))
  expect(cases.filter((groups) => leaks(groups, naive(groups), 5)).length).toBeGreaterThan(100)
})

test('all groups are shown when all are large enough, and as few as possible are hidden otherwise', () => {
  expect(shownGroups({ it: 12, user: 30 })).toEqual(new Set(['it', 'user']))
  expect(shownGroups({ it: 4, user: 30 })).toEqual(new Set())
  expect(shownGroups({ small: 3, alsoSmall: 3, large: 9 })).toEqual(new Set(['large']))
  expect(shownGroups({ small: 1, medium: 6, large: 9 })).toEqual(new Set(['large']))
  expect(shownGroups({ empty: 0, large: 9 })).toEqual(new Set(['large']))
})

test('groups are told apart only if at least ten people were invited in each', () => {
  expect(mayBeToldApart({ it: 10, user: 10 })).toBe(true)
  expect(mayBeToldApart({ it: 9, user: 200 })).toBe(false)
  expect(mayBeToldApart({ it: 40 })).toBe(false)
})

test('the minimum can be raised but never lowered', () => {
  expect([1, 5, 7].map(minimumFor)).toEqual([5, 5, 7])
})
