import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { UNRULED } from '#app/domain/ruling.ts'
import { getRulings, listRulings, recordRuling, recordRulingIn, type NewRuling } from '#db/rulings.ts'
import { currentFigures } from '#db/snapshots.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aPerson, NOW, TODAY } from '#tests/factories.ts'

const { id: by } = await aPerson({ roles: ['committee'] })
const nothing = { value: null, resolution: null, decidedOn: null, reason: null }
const proposal = (value: string): NewRuling => ({
  ...{ id: randomUUID(), subject: 'reading', by, ...nothing },
  ...{ state: 'proposed', value },
})
const resolution = (value: string): NewRuling => ({
  ...proposal(value),
  ...{ state: 'resolved', resolution: 'LA 2026/05', decidedOn: '2026-05-07' },
})
const correction = (reason: string): NewRuling => ({
  ...{ id: randomUUID(), subject: 'reading', by, ...nothing },
  ...{ state: 'open', reason },
})
const record = (ruling: NewRuling) => recordRuling(db, ruling, NOW)

/** What other tests have left in force is taken back, so that each begins with an open question. */
beforeEach(async () => {
  await record(correction('Dieser Test beginnt von vorn.'))
})

test('until the committee has resolved one, the overall question counts for the time being', async () => {
  await record(proposal('every-topic'))
  expect((await getRulings(db)).reading).toMatchObject({ state: 'proposed', value: 'every-topic' })
  const { decisions, rulings } = await currentFigures(db, TODAY, '0.0.0')
  expect(rulings.reading.state).toBe('proposed')
  expect(decisions).toContainEqual({ key: 'choose-reading', proposed: 'every-topic' })
})

test('a resolution holds with its reference, and no proposal replaces it', async () => {
  await record(resolution('every-topic'))
  expect(await record(proposal('overall'))).toEqual({ ok: false, refusal: 'already-resolved' })
  const { rulings, decisions } = await currentFigures(db, TODAY, '0.0.0')
  expect(rulings.reading).toEqual({
    ...{ state: 'resolved', value: 'every-topic' },
    ...{ resolution: 'LA 2026/05', decidedOn: '2026-05-07' },
  })
  expect(decisions.map(({ key }) => key)).not.toContain('choose-reading')
})

test('a wrong entry is taken back with its reason, and stays readable', async () => {
  const wrong = resolution('all-ratings')
  await record(wrong)
  expect(await record(correction('Es war die Sitzung davor.'))).toEqual({ ok: true })
  expect((await getRulings(db)).reading).toEqual(UNRULED.reading)
  const [latest, before] = (await listRulings(db)).filter(({ subject }) => subject === 'reading')
  expect(latest).toMatchObject({ state: 'open', reason: 'Es war die Sitzung davor.' })
  expect(before).toMatchObject({ id: wrong.id, value: 'all-ratings' })
})

test('sent twice, a resolution is entered once', async () => {
  const ruling = resolution('overall')
  await record(ruling)
  await record(ruling)
  expect((await listRulings(db)).filter(({ id }) => id === ruling.id)).toHaveLength(1)
})

test('nobody changes what was entered', async () => {
  await record(resolution('overall'))
  await expect(db.updateTable('ruling').set({ value: 'every-topic' }).execute()).rejects.toThrow()
  await expect(db.deleteFrom('ruling').execute()).rejects.toThrow()
})

const racing = async (save: (ruling: NewRuling) => Promise<{ ok: boolean }>) => {
  let accepted = 0
  for (let round = 0; round < 10; round++) {
    await record(correction('Noch einmal.'))
    const results = await Promise.all([save(resolution('overall')), save(proposal('every-topic'))])
    const { reading } = await getRulings(db)
    if (reading.state === 'proposed' && results.every(({ ok }) => ok)) accepted += 1
  }
  return accepted
}

testOnPostgres('a proposal at the same moment never covers a resolution', async () => {
  expect(await racing(record)).toBe(0)
})

testOnPostgres('without holding the phases it would, sooner or later', async () => {
  const withoutLock = (ruling: NewRuling) =>
    db.transaction().execute((trx) => recordRulingIn(trx, ruling, NOW))
  let covered = 0
  for (let attempt = 0; attempt < 10 && covered === 0; attempt++) covered += await racing(withoutLock)
  expect(covered).toBeGreaterThan(0)
})
