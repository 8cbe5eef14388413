import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/calendar.ts'
import {
  bandOf,
  lastToldDay,
  LEAST_TOWNS,
  placeInBand,
  toldIn,
  toldParts,
  twelveMonths,
  unitsPerPerson,
  yearsUntil,
  type Line,
} from '#app/domain/town-figures.ts'

const line = (personId: string, day: string, units = 4): Line => ({ personId, day, units })
const by = (people: string, day: string) => [...people].map((person) => line(person, day))

test('a quarter is told two weeks after its end, when its lists are written', () => {
  expect(lastToldDay('2026-10-14')).toBe('2026-06-30')
  expect(lastToldDay('2026-10-15')).toBe('2026-09-30')
})

test('a quarter with five people is told, one with fewer waits for those who come after', () => {
  expect(toldParts(by('abcde', '2026-02-03'), '2026-03-31')).toEqual([
    { from: '2026-01-01', until: '2026-03-31', count: 5, units: 20 },
  ])
  expect(toldParts(by('abcd', '2026-02-03'), '2026-03-31')).toEqual([])
  const later = [...by('abcd', '2026-02-03'), ...by('e', '2026-08-03')]
  expect(toldParts(later, '2026-06-30')).toEqual([])
  expect(toldParts(later, '2026-09-30')).toEqual([
    { from: '2026-01-01', until: '2026-09-30', count: 5, units: 20 },
  ])
})

test('one person who comes five times is one person', () => {
  expect(toldParts(by('aaaaa', '2026-02-03'), '2026-12-31')).toEqual([])
})

test('a period says which days its sum covers; without enough people it says nothing, not zero', () => {
  const parts = toldParts([...by('abcd', '2025-11-03'), ...by('efgh', '2026-02-03')], '2026-09-30')
  expect(toldIn(parts, { from: '2026-01-01', until: '2026-09-30' })).toEqual({
    from: '2025-10-01',
    until: '2026-03-31',
    count: 8,
    units: 32,
  })
  expect(toldIn(parts, { from: '2025-01-01', until: '2025-12-31' })).toBeNull()
  expect(toldIn([], twelveMonths('2026-09-30'))).toBeNull()
})

test('twelve months and years end with the cut-off day, and begin when the town began', () => {
  expect(twelveMonths('2026-09-30')).toEqual({ from: '2025-10-01', until: '2026-09-30' })
  expect(yearsUntil('2026-09-30', '2025-03-03')).toEqual([
    { from: '2026-01-01', until: '2026-09-30' },
    { from: '2025-01-01', until: '2025-12-31' },
  ])
  expect(yearsUntil('2026-09-30', '2012-01-01')).toHaveLength(5)
  expect(yearsUntil('2025-12-31', '2026-01-01')).toEqual([])
})

const somebody = fc.record({
  personId: fc.integer({ min: 0, max: 8 }).map(String),
  day: fc.integer({ min: 0, max: 900 }).map((after) => addDays('2024-01-01', after)),
  units: fc.integer({ min: 1, max: 8 }),
})

test('whoever notes every figure for years can only subtract sums of five people or more from each other', () => {
  fc.assert(
    fc.property(fc.array(somebody, { maxLength: 60 }), (lines) => {
      const last = toldParts(lines, '2026-12-31')
      for (const cutOff of ['2024-06-30', '2024-12-31', '2025-03-31', '2025-09-30']) {
        const parts = toldParts(lines, cutOff)
        // Nothing that was told is ever cut in another way, so every figure is a sum of these parts.
        expect(last.slice(0, parts.length)).toEqual(parts)
      }
      const ends = last.map(({ until }) => until)
      last.forEach(({ until, count, units }, nth) => {
        const after = ends[nth - 1] ?? ''
        const within = lines.filter(({ day }) => day > after && day <= until)
        expect(new Set(within.map(({ personId }) => personId)).size).toBeGreaterThanOrEqual(5)
        expect({ count, units }).toEqual({
          count: within.length,
          units: within.reduce((sum, one) => sum + one.units, 0),
        })
      })
    }),
  )
})

test('the band is the middle half, in whole units; with fewer than eight towns there is none', () => {
  expect(bandOf([1, 2, 3, 4, 5, 6, 7])).toBeNull()
  expect(bandOf([8, 1.2, 7, 3.4, 5, 6, 4.6, 2])).toEqual({ low: 3, high: 6, towns: 8 })
  expect(placeInBand(2.4, { low: 3, high: 6, towns: 8 })).toBe('below')
  expect(placeInBand(2.6, { low: 3, high: 6, towns: 8 })).toBe('within')
  expect(placeInBand(6.5, { low: 3, high: 6, towns: 8 })).toBe('above')
})

test('a value needs five who attended and five who are registered', () => {
  const told = { from: '2026-01-01', until: '2026-03-31', count: 5, units: 20 }
  expect(unitsPerPerson({ ...told, from: '2025-10-01' }, 8, '2026-09-30')).toBe(2.5)
  expect(unitsPerPerson(told, 4, '2026-09-30')).toBeNull()
  expect(unitsPerPerson(null, 8, '2026-09-30')).toBeNull()
})

test('a sum that had to wait is spread over the time that it covers, so that towns compare by the year', () => {
  const told = { from: '2024-10-01', until: '2026-09-30', count: 10, units: 40 }
  expect(unitsPerPerson(told, 8, '2026-09-30')).toBe(2.5)
})

/** Whether the band would be the same, with the own value as it is, if that other town had this value. */
function couldBe(values: readonly number[], own: number, other: number, value: number): boolean {
  const seen = JSON.stringify(bandOf(values))
  return values.some((_, third) => {
    if (third === own) return false
    const world = [...values]
    world[third] = values[other] ?? 0
    world[other] = value
    return JSON.stringify(bandOf(world)) === seen
  })
}

const towns = fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { minLength: LEAST_TOWNS, maxLength: 30 })

test('band and own value give no other town away: any of them may have nothing, or more than all', () => {
  fc.assert(
    fc.property(towns, fc.nat(), fc.nat(), (values, one, another) => {
      const [own, other] = [one % values.length, another % values.length]
      fc.pre(own !== other)
      expect(couldBe(values, own, other, 0)).toBe(true)
      expect(couldBe(values, own, other, 1_000)).toBe(true)
    }),
  )
})

test('the same attack on the smallest and the largest value finds them', () => {
  const values = [3, 5, 7, 9, 11, 13, 15, 17]
  const range = (all: readonly number[]) => [Math.min(...all), Math.max(...all)].join()
  const lower = values.map((value, nth) => (nth === 0 ? 0 : value))
  expect(range(lower)).not.toBe(range(values))
  expect(bandOf(lower)).toEqual(bandOf(values))
})
