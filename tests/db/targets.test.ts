import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { IndicatorKey, PhaseKey } from '#app/domain/indicator.ts'
import { currentFigures } from '#db/snapshots.ts'
import {
  listTargetHistory,
  listTargets,
  proposeTarget,
  resolveTarget,
  setTargetIn,
  takeBackTarget,
} from '#db/targets.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aPerson, days, NOW, TODAY } from '#tests/factories.ts'

const resolution = { resolution: 'LA 2026/01, TOP 4', decidedOn: '2026-03-10' }

async function aim(indicator: IndicatorKey, phaseKey: PhaseKey) {
  const { id: by } = await aPerson({ roles: ['committee'] })
  const about = () => ({ id: randomUUID(), indicator, phaseKey, by })
  const all = async () =>
    (await listTargetHistory(db)).filter(
      (target) => target.indicator === indicator && target.phaseKey === phaseKey,
    )
  return {
    by,
    about,
    all,
    propose: (value: number, now = NOW) => proposeTarget(db, { ...about(), value }, now),
    resolve: (value: number, now = NOW) => resolveTarget(db, { ...about(), ...resolution, value }, now),
    inForce: async () => (await all()).find(({ supersededAt }) => supersededAt === null),
  }
}

test('a proposal is no target: the figures say that it is still open', async () => {
  const pilot = await aim('I1', 'pilot')
  // More than 100, because in the pilot municipalities are counted.
  expect(await pilot.propose(101)).toEqual({ ok: true })

  const { targets } = await currentFigures(db, TODAY, '0.0.0')
  const shown = targets.find(({ indicator, phase }) => indicator === 'I1' && phase === 'pilot')
  expect(shown).toMatchObject({
    state: 'proposed',
    measure: 'count',
    value: 101,
    attainment: 'target-open',
    resolution: null,
  })
})

test('a new proposal replaces the one before, which stays readable', async () => {
  const target = await aim('I1', 'firstYear')
  await target.propose(40)
  await target.propose(50, days(1))

  const history = await target.all()
  expect(history.map(({ value, state, supersededAt }) => [value, state, supersededAt])).toEqual([
    [50, 'proposed', null],
    [40, 'proposed', days(1)],
  ])
})

test('what the committee has resolved is never replaced by a proposal, only by a new resolution', async () => {
  const target = await aim('I1', 'continuation')
  await target.propose(70)
  await target.resolve(75, days(1))

  expect(await target.propose(50, days(2))).toEqual({ ok: false, refusal: 'already-resolved' })
  expect(await target.inForce()).toMatchObject({ value: 75, state: 'resolved', decidedBy: target.by })
  expect(await target.resolve(80, days(3))).toEqual({ ok: true })
  expect(await target.inForce()).toMatchObject({ value: 80, ...resolution })
  expect(await target.all()).toHaveLength(3)
})

test('sent twice, a resolution is entered once', async () => {
  const target = await aim('I2', 'pilot')
  const decision = { ...target.about(), ...resolution, value: 60 }
  await resolveTarget(db, decision, NOW)
  await resolveTarget(db, decision, days(1))

  expect(await target.all()).toHaveLength(1)
  const entries = await db.selectFrom('audit').selectAll().where('subjectId', '=', decision.id).execute()
  expect(entries).toHaveLength(1)
})

test('what was entered wrongly is taken back with a reason: open again, and both stay readable', async () => {
  const later = await aim('I2', 'continuation')
  await later.resolve(70)
  const wrong = await later.inForce()
  const entry = { ...later.about(), reason: 'Beschlossen waren 75 %, siehe Protokoll.' }

  expect(await takeBackTarget(db, entry, days(1))).toEqual({ ok: true })
  expect(await takeBackTarget(db, entry, days(1))).toEqual({ ok: true })
  expect(await later.inForce()).toMatchObject({
    state: 'open',
    value: null,
    corrects: wrong?.id,
    reason: entry.reason,
  })
  const { targets } = await currentFigures(db, TODAY, '0.0.0')
  const shown = targets.find(({ indicator, phase }) => indicator === 'I2' && phase === 'continuation')
  expect(shown).toMatchObject({ state: 'open', value: null, attainment: 'target-open' })

  expect(await takeBackTarget(db, { ...later.about(), reason: 'noch einmal' }, days(2))).toEqual({
    ok: false,
    refusal: 'nothing-to-take-back',
  })
  expect(await later.propose(75, days(2))).toEqual({ ok: true })
  const [last, before, ...earlier] = await later.all()
  expect([last?.value, before?.reason]).toEqual([75, entry.reason])
  expect(earlier.map(({ id }) => id)).toContain(wrong?.id)
})

test('a share above 100 % is no target', async () => {
  const share = await aim('I2', 'firstYear')
  expect(await share.resolve(101)).toEqual({ ok: false, refusal: 'value-too-big' })
  expect(await share.inForce()).toBeUndefined()
  expect(await share.resolve(100)).toEqual({ ok: true })
})

testOnPostgres('two decisions at the same moment leave one in force', async () => {
  const target = await aim('I2', 'continuation')
  for (let round = 0; round < 10; round++) {
    const results = await Promise.all([61, 62, 63, 64].map((value) => target.resolve(value)))
    expect(results).toEqual(Array(4).fill({ ok: true }))
  }
  const all = await listTargets(db)
  expect(all.filter((one) => one.indicator === 'I2' && one.phaseKey === 'continuation')).toHaveLength(1)
})

testOnPostgres('without holding the phase they fall over each other', async () => {
  const target = await aim('I2', 'continuation')
  const withoutLock = (value: number) =>
    db
      .transaction()
      .execute((trx) => setTargetIn(trx, target.about(), { state: 'resolved', value, ...resolution }, NOW))
  let failed = 0
  for (let round = 0; round < 10; round++) {
    const results = await Promise.allSettled([61, 62, 63, 64].map(withoutLock))
    failed += results.filter(({ status }) => status === 'rejected').length
  }
  expect(failed).toBeGreaterThan(0)
})
