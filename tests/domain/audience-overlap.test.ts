import { expect, test } from 'vitest'
import { overlapping, type AskedRound } from '#app/domain/audience-overlap.ts'
import type { RoundAudience } from '#app/domain/round-audience.ts'

const chosen = (...organisationIds: string[]): RoundAudience => ({
  groups: ['it'],
  attended: null,
  organisationIds,
})
const people = (from: number, until: number, stratum: 'it' | 'user' = 'user') =>
  Array.from({ length: until - from }, (_, place) => ({ personId: `p${from + place}`, stratum }))

let made = 0
const round = (given: Partial<AskedRound> = {}): AskedRound => ({
  id: `round-${made++}`,
  opensOn: '2026-03-11',
  audience: chosen(`town-${made}`),
  people: people(0, 20),
  ...given,
})
const idsOf = (...rounds: AskedRound[]) => rounds.map(({ id }) => id)

test('a few people more or fewer than another round has are refused, and the other round is named', () => {
  const other = round()
  for (const [from, until] of [
    [0, 21],
    [0, 29],
    [0, 19],
    [0, 11],
    [4, 24],
  ] as const) {
    expect(overlapping(round({ people: people(from, until) }), [other])).toEqual(idsOf(other))
  }
})

test('exactly the same people, at least ten others, or nobody in common may be asked beside each other', () => {
  const other = round()
  for (const [from, until] of [
    [0, 20],
    [0, 30],
    [0, 10],
    [5, 25],
    [20, 25],
  ] as const) {
    expect(overlapping(round({ people: people(from, until) }), [other])).toEqual([])
  }
})

test('what two rounds together leave over of a third is refused as well, and both are named', () => {
  const [one, two] = [round({ people: people(0, 20) }), round({ people: people(20, 40) })]
  const everybody = round({ people: people(0, 41) })
  expect(overlapping(everybody, [one])).toEqual([])
  expect(overlapping(everybody, [one, two])).toEqual(idsOf(one, two))
})

test('a handful that only comes out when a figure is taken away twice is refused, too', () => {
  const its = people(100, 110, 'it')
  const first = round({ people: [...its, ...people(20, 30)] })
  const second = round({ people: [...its, ...people(10, 30)] })
  const third = round({ people: people(0, 20) })
  const fourth = round({ people: [...people(105, 110, 'it'), ...people(0, 10), ...people(20, 30)] })
  expect(overlapping(second, [first])).toEqual([])
  expect(overlapping(third, [first, second])).toEqual([])
  expect(overlapping(fourth, [first, second, third])).toEqual(idsOf(first, second, third))
})

test('a group that may get figures of its own counts as an audience', () => {
  const both = round({ people: [...people(0, 20, 'it'), ...people(20, 60)] })
  expect(overlapping(round({ people: people(0, 22, 'it') }), [both])).toEqual(idsOf(both))
  expect(overlapping(round({ people: people(0, 20, 'it') }), [both])).toEqual([])
  const hardlyApart = round({ people: [...people(0, 9, 'it'), ...people(9, 60)] })
  expect(overlapping(round({ people: people(0, 10, 'it') }), [hardlyApart])).toEqual([])
})

test('one audience may be asked again after twelve weeks whoever has come or gone, any other after a year', () => {
  const other = round({ audience: 'registered', opensOn: '2026-01-31' })
  const again = (opensOn: string, audience: AskedRound['audience'] = 'registered') =>
    overlapping(round({ audience, opensOn, people: people(0, 22) }), [other])
  expect(again('2026-04-24')).toEqual(idsOf(other))
  expect(again('2026-04-25')).toEqual([])
  expect(again('2026-12-31', chosen())).toEqual(idsOf(other))
  expect(again('2027-01-31', chosen())).toEqual([])
  expect(again('2025-11-08')).toEqual([])
  expect(again('2025-11-09')).toEqual(idsOf(other))
})

test('feedback on workshops is compared one by one, however much there is of it', () => {
  const feedback = Array.from({ length: 30 }, (_, nth) =>
    round({ audience: 'attended', people: people(nth * 6, nth * 6 + 8), opensOn: '2025-09-01' }),
  )
  expect(overlapping(round({ people: people(0, 186) }), feedback)).toEqual([])
  const [first, second] = feedback as [AskedRound, AskedRound]
  expect(overlapping(round({ people: people(0, 6) }), feedback)).toEqual(idsOf(first))
  expect(overlapping(round({ people: people(3, 9) }), feedback)).toEqual(idsOf(first, second))
})

test('where more audiences overlap than anybody can follow, no further one is asked', () => {
  const others = Array.from({ length: 13 }, (_, nth) => round({ people: people(nth * 20, nth * 20 + 40) }))
  expect(overlapping(round({ people: people(0, 200) }), others)).toHaveLength(13)
})

test('an audience is the same in whatever order its municipalities were ticked', () => {
  const other = round({ audience: chosen('a', 'b', 'c'), opensOn: '2026-03-01' })
  const again = (audience: RoundAudience) =>
    overlapping(round({ audience, opensOn: '2026-07-01', people: people(0, 22) }), [other])
  expect(again(chosen('c', 'a', 'b'))).toEqual([])
  expect(again(chosen('a', 'b', 'd'))).toEqual(idsOf(other))
})
