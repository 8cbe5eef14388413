import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  attainment,
  isDue,
  percentOf,
  phaseOn,
  printedPercent,
  withinInterval,
  type Measured,
  type Phase,
  type Target,
} from '#app/domain/indicator.ts'
import { wilsonInterval } from '#app/domain/satisfaction.ts'

const share = (numerator: number, denominator: number): Measured => ({
  kind: 'measured',
  numerator,
  denominator,
  interval: wilsonInterval(numerator, denominator),
})
const fullCount = (numerator: number, denominator: number): Measured => ({
  kind: 'measured',
  numerator,
  denominator,
  interval: null,
})
const atLeast = (value: number, measure: Target['measure'] = 'percent'): Target => ({
  state: 'resolved',
  measure,
  value,
})

test.each([
  ['exactly at the target is reached', share(3, 5), 60, 'reached'],
  ['one below is missed', share(599, 1000), 60, 'missed'],
  ['59.96 % is not 60 %', share(1499, 2500), 60, 'missed'],
  ['60.04 % is', share(1501, 2500), 60, 'reached'],
  ['11 of 125 are 8.8 %, whatever floating point says', share(11, 125), 8.8, 'reached'],
  ['66.67 % as target is not reached by two thirds', share(2, 3), 66.67, 'missed'],
  ['66.66 % is', share(2, 3), 66.66, 'reached'],
  ['all reach 100 %', share(7, 7), 100, 'reached'],
] as const)('%s', (_, measured, least, expected) => {
  expect(attainment(measured, atLeast(least), true)).toBe(expected)
})

test('before it is due a target is on course or not yet due, never missed', () => {
  expect(attainment(share(3, 5), atLeast(60), false)).toBe('on-course')
  expect(attainment(share(2, 5), atLeast(60), false)).toBe('not-due')
})

test('a number of municipalities is compared as a number', () => {
  expect(attainment(fullCount(14, 28), atLeast(14, 'count'), true)).toBe('reached')
  expect(attainment(fullCount(13, 28), atLeast(14, 'count'), true)).toBe('missed')
})

test('only what the committee has resolved is a target', () => {
  expect(attainment(share(3, 5), null, true)).toBe('target-open')
  expect(attainment(share(3, 5), { state: 'open', measure: 'percent', value: null }, true)).toBe(
    'target-open',
  )
  expect(attainment(share(3, 5), { ...atLeast(60), state: 'proposed' }, true)).toBe('target-open')
})

test('no data and too few are said as such, never as missed', () => {
  expect(attainment({ kind: 'no-data' }, atLeast(60), true)).toBe('no-data')
  expect(attainment({ kind: 'too-few' }, atLeast(60), true)).toBe('too-few')
  expect(attainment(fullCount(0, 0), atLeast(60), true)).toBe('no-data')
})

test('a target inside the interval is marked, because chance could have decided', () => {
  expect(withinInterval(share(22, 28), atLeast(70))).toBe(true)
  expect(withinInterval(share(22, 28), atLeast(60))).toBe(false)
  expect(withinInterval(fullCount(14, 28), atLeast(50))).toBe(false)
  expect(withinInterval(fullCount(14, 28), atLeast(14, 'count'))).toBe(false)
  expect(withinInterval(share(22, 28), { ...atLeast(70), state: 'proposed' })).toBe(false)
})

test('a printed per cent never claims what was not reached', () => {
  expect(printedPercent(share(1499, 2500), atLeast(60))).toBe(59.9)
  expect(printedPercent(share(1499, 2500), null)).toBe(60)
  expect(printedPercent(share(2999, 3000), null)).toBe(99.9)
  expect(printedPercent(share(20, 28), atLeast(60))).toBe(71.4)
  expect(printedPercent({ kind: 'too-few' }, atLeast(60))).toBeNull()
  expect(percentOf(fullCount(0, 0))).toBeNull()
})

test('word and printed figure agree for every share and target', () => {
  const cases = fc.record({
    denominator: fc.integer({ min: 1, max: 3_000 }),
    part: fc.nat(),
    tenths: fc.nat(1_000),
  })
  fc.assert(
    fc.property(cases, ({ denominator, part, tenths }) => {
      const measured = share(part % (denominator + 1), denominator)
      const target = atLeast(tenths / 10)
      const reached = attainment(measured, target, true) === 'reached'
      expect(printedPercent(measured, target)! >= tenths / 10).toBe(reached)
    }),
    { numRuns: 300 },
  )
})

const phases: Phase[] = [
  { key: 'pilot', fromDate: '2025-03-01', untilDate: '2026-12-31' },
  { key: 'firstYear', fromDate: null, untilDate: null },
  { key: 'continuation', fromDate: null, untilDate: null },
]

test('the phase on a day is the one that has begun and is not over', () => {
  expect(phaseOn(phases, '2025-02-28')).toBeNull()
  expect(phaseOn(phases, '2025-03-01')?.key).toBe('pilot')
  expect(phaseOn(phases, '2026-12-31')?.key).toBe('pilot')
  expect(phaseOn(phases, '2027-01-01')).toBeNull()
})

test('the first year begins when the committee says so, even while the end of the pilot is open', () => {
  const resolved = phases.map((phase): Phase => {
    if (phase.key === 'pilot') return { ...phase, untilDate: null }
    return phase.key === 'firstYear' ? { ...phase, fromDate: '2026-10-01' } : phase
  })
  expect(phaseOn(resolved, '2026-09-30')?.key).toBe('pilot')
  expect(phaseOn(resolved, '2026-10-01')?.key).toBe('firstYear')
})

test('a target is due on the last day of its phase, and never while that day is open', () => {
  const [pilot, firstYear] = phases
  expect(isDue(pilot!, '2026-12-30')).toBe(false)
  expect(isDue(pilot!, '2026-12-31')).toBe(true)
  expect(isDue(firstYear!, '2099-01-01')).toBe(false)
})
