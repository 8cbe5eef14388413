import { expect, test } from 'vitest'
import type { PhaseKey } from '#app/domain/indicator.ts'
import { changePhase, changePhaseIn, listPhases, type PhaseChange, type PhaseResult } from '#db/phases.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aPerson, NOW } from '#tests/factories.ts'

type Days = Partial<Pick<PhaseChange, 'fromDate' | 'untilDate' | 'resolution'>>

const stored = async (key: PhaseKey) => {
  const phase = (await listPhases(db)).find((one) => one.key === key)
  if (!phase) throw new Error(`no phase ${key}`)
  return phase
}

type Change = (change: PhaseChange) => Promise<PhaseResult>
const lockedChange: Change = (phase) => changePhase(db, phase, NOW)

/** As somebody does who has just opened the form. */
async function change(key: PhaseKey, days: Days, save = lockedChange) {
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const { version } = await stored(key)
  return save({ key, fromDate: null, untilDate: null, resolution: null, ...days, version, by })
}

test('the phases come in the order of the strategy', async () => {
  expect((await listPhases(db)).map(({ key }) => key)).toEqual(['pilot', 'firstYear', 'continuation'])
})

test('a phase has the days that were set, and a day that nobody has decided stays open', async () => {
  expect(await change('pilot', { fromDate: '2025-01-01', untilDate: '2025-12-31' })).toEqual({ ok: true })
  expect(await stored('pilot')).toMatchObject({ fromDate: '2025-01-01', untilDate: '2025-12-31' })

  expect(await change('pilot', { fromDate: '2025-01-01' })).toEqual({ ok: true })
  expect(await stored('pilot')).toMatchObject({ fromDate: '2025-01-01', untilDate: null })
  expect(await change('pilot', { fromDate: '2025-01-01', untilDate: '2025-12-31' })).toEqual({ ok: true })
})

test('the first year begins with a resolution that the pilot has succeeded', async () => {
  const days = { fromDate: '2027-01-01', untilDate: '2027-12-31' }
  expect(await change('firstYear', days)).toEqual({ ok: false, refusal: 'resolution-needed' })
  expect(await change('firstYear', { ...days, resolution: 'LA 2026/09, TOP 2' })).toEqual({ ok: true })
})

test('a phase neither ends before it begins nor overlaps another', async () => {
  expect(await change('pilot', { fromDate: '2025-12-31', untilDate: '2025-01-01' })).toEqual({
    ok: false,
    refusal: 'ends-before-start',
  })
  await change('pilot', { fromDate: '2025-01-01', untilDate: '2025-12-31' })
  expect(await change('continuation', { fromDate: '2025-12-31' })).toEqual({
    ok: false,
    refusal: 'phases-overlap',
  })
})

test('whoever saves over an older form is told, and nothing is lost', async () => {
  for (const key of ['pilot', 'firstYear', 'continuation'] as const) await change(key, {})
  const { id: by } = await aPerson({ roles: ['coordinator'] })
  const { version } = await stored('continuation')
  await change('continuation', { fromDate: '2029-01-01' })

  const days = { fromDate: '2030-01-01', untilDate: null, resolution: null }
  const late = { key: 'continuation' as const, ...days, version, by }
  expect(await changePhase(db, late, NOW)).toEqual({ ok: false, refusal: 'changed-meanwhile' })
  expect(await stored('continuation')).toMatchObject({ fromDate: '2029-01-01' })
})

/** How many of two changes succeed that each fit the old days and overlap together, in ten rounds. */
async function raced(save: Change): Promise<number> {
  let saved = 0
  for (let round = 0; round < 10; round++) {
    await change('firstYear', {})
    await change('continuation', {})
    await change('pilot', { fromDate: '2025-01-01', untilDate: '2025-12-31' })
    const results = await Promise.all([
      change('pilot', { fromDate: '2025-01-01', untilDate: '2026-06-30' }, save),
      change('firstYear', { fromDate: '2026-01-01', resolution: 'LA 2026/09, TOP 2' }, save),
    ])
    saved += results.filter(({ ok }) => ok).length
  }
  return saved
}

testOnPostgres('of two overlapping changes at the same moment one succeeds', async () => {
  expect(await raced(lockedChange)).toBe(10)
})

testOnPostgres('without holding the phases both would', async () => {
  const withoutLock: Change = (phase) => db.transaction().execute((trx) => changePhaseIn(trx, phase, NOW))
  expect(await raced(withoutLock)).toBeGreaterThan(10)
})
