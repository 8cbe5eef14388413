import { expect, test } from 'vitest'
import { mustBeGivenUp, type Round } from '#app/domain/evaluation.ts'
import { areReady, hasHandedOver, trusteeStep, type Trustee } from '#app/domain/trustee.ts'

const NOW = new Date('2026-03-11T10:00:00Z')
const ready: Trustee = {
  part: 'coordination',
  hasLeft: false,
  hasPassphrase: true,
  sheetConfirmedAt: NOW,
  rehearsedAt: NOW,
  handedAt: null,
}
const other: Trustee = { ...ready, part: 'oversight' }

test('a trustee does one thing after the other, and waits for the other one only where it must be', () => {
  const steps = [
    trusteeStep({ ...ready, hasPassphrase: false, sheetConfirmedAt: null, rehearsedAt: null }, other),
    trusteeStep({ ...ready, sheetConfirmedAt: null }, undefined),
    trusteeStep({ ...ready, rehearsedAt: null }, { ...other, hasPassphrase: false }),
    trusteeStep({ ...ready, rehearsedAt: null }, other),
    trusteeStep(ready, other),
  ]
  expect(steps).toEqual(['passphrase', 'sheet', 'wait-for-other', 'rehearsal', 'ready'])
})

test('a round is ready with two trustees who have done everything and can still sign in', () => {
  expect(areReady([ready, other])).toBe(true)
  expect(areReady([ready])).toBe(false)
  for (const lack of [
    { hasLeft: true },
    { hasPassphrase: false },
    { sheetConfirmedAt: null },
    { rehearsedAt: null },
  ]) {
    expect(areReady([ready, { ...other, ...lack }])).toBe(false)
  }
})

test('half of a key waits for seven days', () => {
  const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
  expect(hasHandedOver({ handedAt: null }, NOW)).toBe(false)
  expect(hasHandedOver({ handedAt: NOW }, later(6.9))).toBe(true)
  expect(hasHandedOver({ handedAt: NOW }, later(7))).toBe(false)
})

test('what trustees leave unopened is destroyed after ninety days, what the server cannot open after a year', () => {
  const round: Round = {
    kind: 'competence-centre',
    opensOn: '2026-03-11',
    closesOn: '2026-03-25',
    minimum: 5,
    openedAt: NOW,
    countedAt: null,
    releasedAt: null,
    givenUpAt: null,
    keyHolder: 'trustees',
  }
  const on = (day: string) => new Date(`${day}T10:00:00Z`)
  expect(mustBeGivenUp(round, 9, on('2026-06-23'))).toBe(false)
  expect(mustBeGivenUp(round, 9, on('2026-06-24'))).toBe(true)
  expect(mustBeGivenUp({ ...round, keyHolder: 'server' }, 9, on('2027-03-25'))).toBe(false)
  expect(mustBeGivenUp({ ...round, keyHolder: 'server' }, 9, on('2027-03-26'))).toBe(true)
})
