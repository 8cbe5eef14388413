import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareReleases, differenceOf, endedItems } from '#app/domain/comparison.ts'
import { readQuestionnaire } from '#app/domain/questionnaire.ts'
import { releasePayload } from '#app/domain/release.ts'
import { wilsonInterval, type Figure } from '#app/domain/satisfaction.ts'
import { tallyOf, type Ballot } from '#app/domain/tally.ts'
import { currentVersion } from '#surveys/index.ts'

const { definition } = currentVersion('competence-centre')
const questionnaire = readQuestionnaire(definition)

/** So many satisfied, of more who were invited than answered. */
const rated = (satisfied: number, responses: number, everybody = false): Figure => ({
  ...{ kind: 'full', satisfied, responses },
  distribution: { 5: satisfied, 4: 0, 3: 0, 2: 0, 1: responses - satisfied },
  interval: everybody ? null : wilsonInterval(satisfied, responses),
})

// Newcombe 1998, table II: method 10, of the examples (a) to (c) and (f).
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [10, 10, 0, 20, 0.6791, 1],
])('%i of %i against %i of %i: the interval of the difference is known', (a, m, b, n, low, high) => {
  const interval = differenceOf(rated(b, n), rated(a, m))?.interval
  expect(interval?.low).toBeCloseTo(low, 3)
  expect(interval?.high).toBeCloseTo(high, 3)
})

test('the interval holds the difference, and turned round it is its mirror', () => {
  const counted = fc
    .tuple(fc.nat(60), fc.nat(60))
    .filter(([a, b]) => a + b > 0)
    .map(([satisfied, others]) => rated(satisfied, satisfied + others))
  fc.assert(
    fc.property(counted, counted, (first, second) => {
      const [there, back] = [differenceOf(second, first)!, differenceOf(first, second)!]
      expect(there.interval!.low).toBeLessThanOrEqual(there.by + 1e-9)
      expect(there.interval!.high).toBeGreaterThanOrEqual(there.by - 1e-9)
      expect(there.interval!.low).toBeCloseTo(-back.interval!.high, 9)
    }),
  )
})

const told = (ratings: number[], asked = questionnaire) => {
  const ballots = ratings.map((overall): Ballot => ({ stratum: 'user', answers: { overall } }))
  const used = { it: 0, user: ballots.length }
  const tallies = tallyOf(ballots, asked, true)
  return {
    questionnaire: asked,
    release: releasePayload({
      questionnaire: asked,
      tallies,
      invited: { it: 0, user: 60 },
      used,
      texts: {},
      paperForms: 0,
      minimum: 5,
    }),
  }
}
const many = (n: number, value: number) => Array.from({ length: n }, () => value)

test('only questions that were asked in the same way are compared', () => {
  const [before, now] = [told([...many(6, 5), ...many(6, 2)]), told([...many(9, 4), ...many(3, 1)])]
  const overall = compareReleases(now, before).find(({ item }) => item.key === 'overall')
  expect(overall).toMatchObject({ before: { satisfied: 6 }, now: { satisfied: 9 }, difference: { by: 0.25 } })

  const other = readQuestionnaire(definition)
  for (const section of other.sections) {
    for (const part of section.parts) if (part.key === 'overall') part.shownIf = '{x} = 1'
  }
  const broken = compareReleases(told(many(12, 4), other), before).find(({ item }) => item.key === 'overall')
  expect(broken).toMatchObject({ before: null, difference: null })
  expect(endedItems(other, questionnaire).map(({ key }) => key)).toEqual(['overall'])
})

test('other words change nothing: the comparison goes on, and no line ends', () => {
  const reworded = readQuestionnaire(definition)
  for (const section of reworded.sections) {
    for (const part of section.parts)
      if (part.key === 'overall' && 'title' in part) part.title.de = 'Alles in allem?'
  }
  const overall = compareReleases(told(many(12, 4), reworded), told(many(12, 2)))[0]
  expect(overall).toMatchObject({ item: { title: { de: 'Alles in allem?' } }, difference: { by: 1 } })
  expect(endedItems(reworded, questionnaire)).toEqual([])
})

test('where one of the figures is told in words only, both are shown and no difference', () => {
  const compared = compareReleases(told(many(8, 4)), told(many(12, 4)))
  expect(compared.find(({ item }) => item.key === 'overall')).toMatchObject({
    before: { kind: 'full' },
    now: { kind: 'words' },
    difference: null,
  })
})

test('where everybody rated both times the difference is a fact and has no interval', () => {
  const all = rated(12, 20, true)
  expect(differenceOf(all, rated(15, 20, true))).toEqual({ by: 15 / 20 - 12 / 20, interval: null })
  expect(differenceOf(all, rated(15, 20))?.interval).not.toBeNull()
})
