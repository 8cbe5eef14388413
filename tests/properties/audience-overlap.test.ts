// An attacker who knows who was invited to what, and adds and subtracts everything that was ever published. People who
// were always invited together are one block; a published figure is the sum of some blocks.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlapping, type AskedRound } from '#app/domain/audience-overlap.ts'
import type { Stratum } from '#app/domain/evaluation.ts'
import type { RoundAudience } from '#app/domain/round-audience.ts'
import { reduced } from '#tests/domain/attacker.ts'

const BLOCKS = 6
type World = { sizes: number[]; audiences: boolean[][] }
const world: fc.Arbitrary<World> = fc.record({
  sizes: fc.array(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 30 })), {
    minLength: BLOCKS,
    maxLength: BLOCKS,
  }),
  audiences: fc.array(fc.array(fc.boolean(), { minLength: BLOCKS, maxLength: BLOCKS }), {
    minLength: 2,
    maxLength: 5,
  }),
})

let made = 0
const chosen = (town: string): RoundAudience => ({ groups: ['it'], attended: null, organisationIds: [town] })
const stratumOf = (block: number): Stratum => (block % 2 === 0 ? 'it' : 'user')
const sizeOf = ({ sizes }: World, blocks: readonly boolean[]) =>
  sizes.reduce((sum, size, block) => sum + (blocks[block] ? size : 0), 0)

function asked({ sizes }: World, blocks: readonly boolean[]): AskedRound {
  const everybody = sizes.flatMap((size, block) =>
    Array.from({ length: size }, (_, nth) => ({
      personId: `${block}-${nth}`,
      stratum: stratumOf(block),
      block,
    })),
  )
  const people = everybody.filter(({ block }) => blocks[block])
  return { id: `round-${made++}`, opensOn: '2026-03-11', audience: chosen(`town-${made}`), people }
}

/** What a round may publish: all of it, and both groups where each has ten people. */
function publishedOf(given: World, blocks: readonly boolean[]): boolean[][] {
  const groups = ['it', 'user'].map((stratum) =>
    blocks.map((is, block) => is && stratumOf(block) === stratum),
  )
  return groups.every((group) => sizeOf(given, group) >= 10) ? [[...blocks], ...groups] : [[...blocks]]
}

/** Of how many rows none follows from the others. */
const rank = (rows: readonly (readonly number[])[]) => reduced(rows).length

/** Whether figures of few people come out, of multiples too, that do not follow from what rounds of few say themselves. */
function betrays(given: World, accepted: readonly boolean[][]): boolean {
  const figures = accepted.flatMap((blocks) => publishedOf(given, blocks))
  const rows = figures.map((blocks) => blocks.map(Number))
  return sets.some((few) => {
    if (sizeOf(given, few) >= 10) return false
    const outside = rows.map((row) => row.map((count, block) => (few[block] ? 0 : count)))
    const told = rows.filter((row) => row.every((count, block) => count === 0 || few[block]))
    return rank(rows) - rank(outside) > rank(told)
  })
}

const sets = Array.from({ length: 2 ** BLOCKS }, (_, number) =>
  Array.from({ length: BLOCKS }, (_, block) => Boolean(number & (1 << block))),
)

function admitted(given: World, rule: typeof overlapping): boolean[][] {
  const accepted: { blocks: boolean[]; round: AskedRound }[] = []
  for (const blocks of given.audiences) {
    if (sizeOf(given, blocks) < 5) continue
    const fresh = asked(given, blocks)
    if (
      rule(
        fresh,
        accepted.map((one) => one.round),
      ).length === 0
    )
      accepted.push({ blocks, round: fresh })
  }
  return accepted.map(({ blocks }) => blocks)
}

test('of all rounds that are admitted nobody can work out the figures of fewer than ten people', () => {
  fc.assert(
    fc.property(world, (given) => {
      expect(betrays(given, admitted(given, overlapping))).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('the attacker finds the few where all audiences are admitted, and where rounds are compared by twos only', () => {
  const cases = fc.sample(world, { numRuns: 250, seed: 7 })
  const everything = cases.filter((given) =>
    betrays(
      given,
      admitted(given, () => []),
    ),
  )
  expect(everything.length).toBeGreaterThan(100)
  const byTwos: typeof overlapping = (fresh, others) =>
    others.filter((other) => overlapping(fresh, [other]).length > 0).map(({ id }) => id)
  const pairs = cases.filter((given) => betrays(given, admitted(given, byTwos)))
  expect(pairs.length).toBeGreaterThan(0)
})

test('the rule still admits rounds that are asked beside each other', () => {
  const cases = fc.sample(world, { numRuns: 100, seed: 11 })
  expect(cases.filter((given) => admitted(given, overlapping).length > 1).length).toBeGreaterThan(30)
})
