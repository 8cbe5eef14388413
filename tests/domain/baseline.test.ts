import { expect, test } from 'vitest'
import { baselineUnit, unenterableBecause, type BaselineEntry } from '#app/domain/baseline.ts'

const municipalities = { key: 'I1', kind: 'share', unit: 'municipalities' } as const
const share = { key: 'no-show', kind: 'share', unit: 'seats' } as const
const days = { key: 'waiting-time', kind: 'median', unit: 'days' } as const
const certificates = { key: 'certificates', kind: 'count', unit: 'certificates' } as const
const topics = { key: 'satisfied-by-topic', kind: 'share', unit: 'answers' } as const
const TODAY = '2026-03-01'

const entry = (value: number, given: Partial<BaselineEntry> = {}): BaselineEntry => ({
  statement: { value, asOf: '2025-03-01', source: 'Umfrage 2024' },
  reason: null,
  ...given,
})

test('indicator 1 stood at a number of municipalities, any other share at per cent', () => {
  expect([municipalities, share, days, certificates].map(baselineUnit)).toEqual([
    'municipalities',
    'percent',
    'days',
    'certificates',
  ])
})

test.each([
  [municipalities, 4, null],
  [municipalities, 4.5, 'value-not-whole'],
  [certificates, 0.5, 'value-not-whole'],
  [share, 100, null],
  [share, 57.32, null],
  [share, 100.01, 'value-too-big'],
  [share, 57.321, 'value-too-fine'],
  [days, 12.5, null],
  [topics, 50, 'no-such-figure'],
  [undefined, 50, 'no-such-figure'],
] as const)('what %o may have stood at: %d, or why not', (passport, value, expected) => {
  expect(unenterableBecause(entry(value), { passport, hasOne: false, today: TODAY })).toBe(expected)
})

test('no baseline holds for a day to come', () => {
  const statement = { value: 4, asOf: '2026-03-02', source: 'Plan' }
  const situation = { passport: municipalities, hasOne: false, today: TODAY }
  expect(unenterableBecause(entry(4, { statement }), situation)).toBe('day-to-come')
  expect(unenterableBecause(entry(4, { statement: { ...statement, asOf: TODAY } }), situation)).toBeNull()
})

test('what replaces another says why, and only what is there can be taken back', () => {
  const replacing = { passport: municipalities, hasOne: true, today: TODAY }
  expect(unenterableBecause(entry(5), replacing)).toBe('reason-missing')
  expect(unenterableBecause(entry(5, { reason: 'Nachgezählt' }), replacing)).toBeNull()
  const takenBack = { statement: null, reason: 'War geschätzt' }
  expect(unenterableBecause(takenBack, replacing)).toBeNull()
  expect(unenterableBecause(takenBack, { ...replacing, hasOne: false })).toBe('nothing-to-correct')
})
