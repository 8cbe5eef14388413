import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listBaselineHistory, recordBaseline, type NewBaseline } from '#db/baselines.ts'
import { currentFigures, getSnapshot } from '#db/snapshots.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aPerson, NOW, TODAY } from '#tests/factories.ts'
import { aReleasedReport } from '#tests/reporting.ts'

const { id: by, ...office } = await aPerson({ roles: ['coordinator'] })

// Each test has a figure of its own, for the entries of one replace each other.
const entry = (key: string, value: number, given: Partial<NewBaseline> = {}): NewBaseline => ({
  ...{ id: randomUUID(), key, by, reason: null },
  statement: { value, asOf: '2025-03-01', source: 'Umfrage 2024' },
  ...given,
})
const record = (given: NewBaseline) => recordBaseline(db, given, NOW)
const standing = async (key: string, day = TODAY) =>
  (await currentFigures(db, day, '0.0.0')).baselines.find((one) => one.key === key)
const linesOf = async (key: string) =>
  (await listBaselineHistory(db)).filter(({ indicator }) => indicator === key)

test('a baseline stands beside its figure with day and source, but not before its day', async () => {
  expect(await record(entry('I1', 4))).toEqual({ ok: true })
  expect(await standing('I1')).toEqual({
    ...{ key: 'I1', value: 4, unit: 'municipalities' },
    ...{ asOf: '2025-03-01', source: 'Umfrage 2024' },
  })
  expect(await standing('I1', '2025-02-28')).toBeUndefined()
})

test('a newer one replaces it only with a reason, and the history tells who entered both', async () => {
  const key = 'no-show'
  await record(entry(key, 12))
  expect(await record(entry(key, 15))).toEqual({ ok: false, refusal: 'reason-missing' })
  expect((await standing(key))?.value).toBe(12)
  expect(await record(entry(key, 15, { reason: 'Tippfehler' }))).toEqual({ ok: true })
  expect((await standing(key))?.value).toBe(15)
  const name = `${office.givenName} ${office.familyName}`
  expect((await linesOf(key)).map(({ value, reason, by: whom }) => [value, reason, whom])).toEqual([
    [15, 'Tippfehler', name],
    [12, null, name],
  ])
})

test('what was never true is taken back: the figure has none, and the entry stays', async () => {
  const key = 'certificates'
  const nothing = entry(key, 0, { statement: null, reason: 'Geschätzt, nicht gezählt' })
  expect(await record(nothing)).toEqual({ ok: false, refusal: 'nothing-to-correct' })
  await record(entry(key, 30))
  expect(await record(nothing)).toEqual({ ok: true })
  expect(await standing(key)).toBeUndefined()
  expect((await linesOf(key)).map(({ value }) => value)).toEqual([null, 30])
  // Nothing is there any more that a new one would have to say something about.
  expect(await record(entry(key, 28))).toEqual({ ok: true })
})

test('sent twice, an entry stands there once', async () => {
  const sent = entry('attended-units', 120)
  for (const _ of [1, 2]) expect(await record(sent)).toEqual({ ok: true })
  expect(await linesOf('attended-units')).toHaveLength(1)
})

test('two who enter at once: one replaces the other, or is told to say why', async () => {
  const key = 'seat-utilisation'
  const answers = await Promise.all([record(entry(key, 40)), record(entry(key, 50))])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await linesOf(key)).toHaveLength(1)
})

test('a frozen report keeps the baseline that it was frozen with', async () => {
  const key = 'waiting-time'
  await record(entry(key, 21))
  const number = await aReleasedReport()
  await record(entry(key, 14, { reason: 'Andere Zählung' }))
  const frozen = (await getSnapshot(db, number))?.data?.baselines.find((one) => one.key === key)
  expect(frozen).toMatchObject({ value: 21, unit: 'days' })
  expect((await standing(key))?.value).toBe(14)
})

test('the record says that a baseline was entered, and not what somebody wrote', async () => {
  const sent = entry('it-specialists', 9)
  await record(sent)
  const lines = await db.selectFrom('audit').selectAll().where('subjectId', '=', sent.id).execute()
  expect(lines).toMatchObject([{ action: 'baseline:edit', actorId: by }])
  expect(JSON.stringify(lines)).not.toContain('Umfrage')
})

test('the database changes and removes no baseline', async () => {
  await record(entry('active-municipalities', 10))
  const changed = db.updateTable('baseline').set({ value: 99 }).execute()
  await expect(changed).rejects.toThrow()
  await expect(db.deleteFrom('baseline').execute()).rejects.toThrow()
})

testOnPostgres('an entry without a value gives its reason, whoever writes it', async () => {
  const row = { id: randomUUID(), indicator: 'I2', value: null, asOf: null, source: null, reason: null }
  const added = db
    .insertInto('baseline')
    .values({ ...row, recordedBy: by, createdAt: NOW })
    .execute()
  await expect(added).rejects.toThrow('baseline_without_value_says_why')
})
