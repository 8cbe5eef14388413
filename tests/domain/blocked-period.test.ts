import { expect, test } from 'vitest'
import { blockedPeriodRefusal, blocking } from '#app/domain/blocked-period.ts'

const TODAY = '2026-03-11'
const refusal = (fromDate: string, untilDate: string, others: [string, string][] = []) =>
  blockedPeriodRefusal(
    { fromDate, untilDate },
    others.map(([from, until]) => ({ fromDate: from, untilDate: until })),
    TODAY,
  )

test('one day, some days and a whole year can be blocked, also from a day that is over', () => {
  expect(refusal('2026-06-07', '2026-06-07')).toBeNull()
  expect(refusal('2026-12-20', '2027-01-06')).toBeNull()
  expect(refusal('2026-06-01', '2027-05-31')).toBeNull()
  expect(refusal('2028-02-29', '2029-02-27')).toBeNull()
  expect(refusal('2026-03-09', TODAY)).toBeNull()
})

test('days in the wrong order, over, too many or blocked already are refused, each with its own word', () => {
  expect(refusal('2026-06-07', '2026-06-06')).toBe('ends-before-start')
  expect(refusal('2026-03-01', '2026-03-10')).toBe('over')
  expect(refusal('2026-06-01', '2027-06-01')).toBe('too-long')
  const election: [string, string] = ['2026-06-05', '2026-06-08']
  expect(refusal(...election, [election])).toBe('overlaps')
  expect(refusal('2026-06-08', '2026-06-09', [election])).toBe('overlaps')
  expect(refusal('2026-06-01', '2026-06-05', [election])).toBe('overlaps')
  expect(refusal('2026-06-09', '2026-06-09', [election])).toBeNull()
})

test('a period blocks its first and its last day, and no day around them', () => {
  const move = { fromDate: '2026-06-05', untilDate: '2026-06-08' }
  for (const day of ['2026-06-05', '2026-06-06', '2026-06-08'])
    expect(blocking([move], [day])).toEqual([move])
  expect(blocking([move], ['2026-06-04', '2026-06-09'])).toEqual([])
  expect(blocking([move], ['2026-06-04', '2026-06-06'])).toEqual([move])
})
