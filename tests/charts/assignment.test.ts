import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cheapestAssignment } from '#app/charts/assignment.ts'

/** Tries every way there is. */
function leastCost(costs: number[][], row = 0, taken: number[] = []): number {
  const choices = costs[row]
  if (!choices) return 0
  const open = choices
    .map((cost, column) => ({ cost, column }))
    .filter(({ column }) => !taken.includes(column))
  return Math.min(...open.map(({ cost, column }) => cost + leastCost(costs, row + 1, [...taken, column])))
}

const tables = fc
  .record({ rows: fc.integer({ min: 1, max: 4 }), spare: fc.integer({ min: 0, max: 2 }) })
  .chain(({ rows, spare }) => {
    const row = fc.array(fc.integer({ min: 0, max: 20 }), {
      minLength: rows + spare,
      maxLength: rows + spare,
    })
    return fc.array(row, { minLength: rows, maxLength: rows })
  })

test('no other assignment is cheaper, and no place is given twice', () => {
  fc.assert(
    fc.property(tables, (costs) => {
      const chosen = cheapestAssignment(costs)
      expect(new Set(chosen).size).toBe(costs.length)
      const cost = chosen.reduce((sum, column, row) => sum + costs[row]![column]!, 0)
      expect(cost).toBe(leastCost(costs))
    }),
  )
})

test('too few places are refused', () => {
  expect(() => cheapestAssignment([[1], [2]])).toThrow('Fewer places')
})
