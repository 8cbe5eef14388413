import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareReleases, endedItems, newcombeInterval } from '#app/domain/comparison.ts'
import { readQuestionnaire } from '#app/domain/questionnaire.ts'
import { releasePayload } from '#app/domain/release.ts'
import { tallyOf, type Ballot } from '#app/domain/tally.ts'
import { currentVersion } from '#surveys/index.ts'

const { definition } = currentVersion('competence-centre')
const questionnaire = readQuestionnaire(definition)

// Newcombe 1998, table II: method 10, of the examples (a) to (c) and (f).
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [10, 10, 0, 20, 0.6791, 1],
])('%i of %i against %i of %i: the interval of the difference is known', (a, m, b, n, low, high) => {
  const interval = newcombeInterval({ satisfied: a, responses: m }, { satisfied: b, responses: n })
  expect(interval.low).toBeCloseTo(low, 3)
  expect(interval.high).toBeCloseTo(high, 3)
})

test('the interval holds the difference, and turned round it is its mirror', () => {
  const counted = fc
    .tuple(fc.nat(60), fc.nat(60))
    .filter(([a, b]) => a + b > 0)
    .map(([satisfied, others]) => ({ satisfied, responses: satisfied + others }))
  fc.assert(
    fc.property(counted, counted, (first, second) => {
      const by = first.satisfied / first.responses - second.satisfied / second.responses
      const [there, back] = [newcombeInterval(first, second), newcombeInterval(second, first)]
      expect(there.low).toBeLessThanOrEqual(by + 1e-9)
      expect(there.high).toBeGreaterThanOrEqual(by - 1e-9)
      expect(there.low).toBeCloseTo(-back.high, 9)
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
