import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addDays, addMonths } from '#app/domain/calendar.ts'
import { passportWords, type PassportWords } from '#app/domain/passport-version.ts'
import { formatDay } from '#app/i18n/format.ts'
import {
  addPassportVersion,
  addPassportVersionIn,
  listReportsCounting,
  type NewPassportVersion,
} from '#db/passport-versions.ts'
import { listPassportHistory, listPassportsOn, listVersionsOf } from '#db/passports.ts'
import {
  getSnapshot,
  lastCutOff,
  lockChain,
  prepareSnapshot,
  releaseSnapshot,
  verifySnapshots,
} from '#db/snapshots.ts'
import { changesRead } from '#reports/reading/changes.ts'
import {
  participationChart,
  participationHistory,
  participationTrend,
} from '#reports/reading/participation.ts'
import { satisfactionChart, satisfactionHistory } from '#reports/reading/satisfaction.ts'
import { cards } from '#reports/reading/cards.ts'
import { wordsIn } from '#reports/words.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { anOrganisation, aPerson, NOW, TODAY } from '#tests/factories.ts'
import { held, untilWaiting } from '#tests/races.ts'
import { aReleasedRound } from '#tests/reporting.ts'

const { id: by } = await aPerson({ roles: ['committee'], organisationId: null })
const { id: coordinator } = await aPerson({ roles: ['coordinator'], organisationId: null })
await anOrganisation()
const LONG_AFTER = '2099-12-31'

/** Reports follow one another, in whatever order tests run: each takes the next month. */
let month = 0
const nextDay = () => addMonths(TODAY, ++month)

const prepare = (cutOff: string) =>
  prepareSnapshot(db, { cutOff, today: LONG_AFTER, applicationVersion: '0.0.0', by: coordinator }, NOW)

async function aReleased(cutOff = nextDay()): Promise<number> {
  const prepared = await prepare(cutOff)
  if (!prepared.ok) throw new Error(prepared.refusal)
  await releaseSnapshot(db, { number: prepared.number, by }, NOW)
  return prepared.number
}

const dataOf = async (number: number) => (await getSnapshot(db, number))!.data!
const latestOf = async (key: string) => (await listVersionsOf(db, key)).at(-1)!

/** What follows the latest version, beginning on the first day on which it may. */
async function aVersion(
  key: string,
  given: Partial<Omit<NewPassportVersion, 'words'>> & { words?: Partial<PassportWords> } = {},
): Promise<NewPassportVersion> {
  const latest = await latestOf(key)
  const [cutOff, { words, ...rest }] = [await lastCutOff(db), given]
  const validFrom = addDays([latest.validFrom, cutOff ?? ''].sort().at(-1)!, 1)
  return {
    id: randomUUID(),
    key,
    version: latest.version,
    validFrom,
    words: { ...passportWords(latest), definitionDe: `Gesagt ${randomUUID()}`, ...words },
    reason: 'Die Definition war missverständlich.',
    resolution: 'LA 2026/05',
    by,
    ...rest,
  }
}

/** Entered by somebody on a day from which it may begin. */
const enter = (entry: NewPassportVersion) =>
  addPassportVersion(db, entry, new Date(`${entry.validFrom}T10:00:00Z`))

async function entered(key: string, given: Parameters<typeof aVersion>[1] = {}) {
  const entry = await aVersion(key, given)
  expect(await enter(entry)).toEqual({ ok: true })
  return entry
}

test('a new version follows the one before, which stays, and reports of each day tell of the one that held', async () => {
  const before = await latestOf('certificates')
  const { validFrom } = await entered('certificates', { words: { titleDe: 'Neuer Titel' } })
  const titleOn = async (day: string) =>
    (await listPassportsOn(db, day)).find(({ key }) => key === 'certificates')?.titleDe

  expect(await titleOn(addDays(validFrom, -1))).toBe(before.titleDe)
  expect(await titleOn(validFrom)).toBe('Neuer Titel')
  const { sqlObject, kind, unit, minimum, reason, version } = await latestOf('certificates')
  expect({ sqlObject, kind, unit, minimum }).toEqual({
    ...{ sqlObject: before.sqlObject, kind: before.kind, unit: before.unit, minimum: before.minimum },
  })
  expect([version, reason]).toEqual([before.version + 1, 'Die Definition war missverständlich.'])
})

test('sent twice, a version is entered once, with one line in the record', async () => {
  const entry = await entered('attended-units')
  expect(await enter(entry)).toEqual({ ok: true })
  expect(await listVersionsOf(db, 'attended-units')).toHaveLength(2)
  const lines = await db
    .selectFrom('audit')
    .selectAll()
    .where('action', '=', 'passport:edit')
    .where('subjectId', '=', 'attended-units')
    .execute()
  expect(lines).toMatchObject([
    { actorId: by, details: { version: 2, validFrom: entry.validFrom, changed: ['definition'] } },
  ])
})

test('no version begins before a report that has been prepared, released or not', async () => {
  const cutOff = nextDay()
  await prepare(cutOff)
  expect(await enter(await aVersion('no-show', { validFrom: cutOff }))).toEqual({
    ok: false,
    refusal: 'too-early',
  })
  expect(await enter(await aVersion('no-show', { validFrom: addDays(cutOff, 1) }))).toEqual({ ok: true })
})

test('nobody changes or removes a version, and none goes in without what it needs', async () => {
  await entered('waiting-time')
  const versions = db.updateTable('indicatorVersion').where('indicator', '=', 'waiting-time')
  await expect(versions.set({ reason: 'Anders' }).execute()).rejects.toThrow()
  await expect(
    db.deleteFrom('indicatorVersion').where('indicator', '=', 'waiting-time').execute(),
  ).rejects.toThrow()
  const row = await db
    .selectFrom('indicatorVersion')
    .selectAll()
    .where('indicator', '=', 'I1')
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow()
  const shipped = { id: null, recordedBy: null, recordedAt: null }
  const next = { ...row, ...shipped, version: row.version + 1, validFrom: '2098-01-01', reason: 'Weil' }
  const someone = { id: randomUUID(), recordedBy: by, recordedAt: NOW }
  const insert = (given: object) =>
    db
      .insertInto('indicatorVersion')
      .values({ ...next, ...given })
      .execute()
  await expect(insert({ reason: null })).rejects.toThrow('later_one_says_why')
  await expect(insert({ ...someone, resolution: null })).rejects.toThrow('of_strategy_has_resolution')
  await expect(insert({ ...someone, recordedBy: null })).rejects.toThrow('entered_by_somebody')
  await expect(insert({ validFrom: row.validFrom })).rejects.toThrow('one_a_day')
})

test('a definition that changes between two reports is named with its reason, and the line breaks there', async () => {
  await aReleasedRound({ title: 'Davor', closesOn: addDays(TODAY, -40) })
  const earlier = await aReleased()
  const then = await getSnapshot(db, earlier)
  const { validFrom } = await entered('I1')
  await entered('I2', { validFrom })
  await aReleasedRound({ title: 'Danach', closesOn: addDays(validFrom, 3) })
  const later = await aReleased(addDays(validFrom, 5))
  month += 1

  const data = await dataOf(later)
  const reading = { data, locale: 'de' as const, words: wordsIn('de') }
  const day = formatDay(validFrom, 'de')
  const { version } = await latestOf('I1')
  const points = changesRead(reading)?.points
  expect(points).toContain(
    `Definition „Teilnehmende Kommunen“: Fassung ${version}, gültig ab ${day}. Ältere Werte sind nach der früheren ` +
      'Fassung gezählt. Grund: Die Definition war missverständlich.',
  )
  expect(points?.some((point) => point.includes('Zufriedenheit') && point.includes('nicht verglichen'))).toBe(
    true,
  )

  const room = { width: 400, height: 200, textSize: 8 }
  expect(participationChart(reading, room).points.at(-1)?.breaks).toBe(true)
  expect(participationTrend(reading, room).caption).toContain(`Seit dem ${day} gilt eine neue Fassung`)
  expect(participationHistory(reading).rows.at(-1)?.[0]).toContain('(neue Reihe)')
  expect(satisfactionChart(reading, room).points.at(-1)?.breaks).toBe(true)
  expect(satisfactionHistory(reading).rows.at(-1)?.[0]).toBe('Danach (neue Reihe)')
  expect(cards(reading).map(({ before }) => before)).toEqual([null, null])

  // The report from before says what it said, letter by letter, and draws its line as it did.
  const now = await getSnapshot(db, earlier)
  expect([now?.payload, now?.sha256]).toEqual([then?.payload, then?.sha256])
  const old = { ...reading, data: await dataOf(earlier) }
  expect(participationChart(old, room).points.at(-1)?.breaks).toBe(false)
  expect(old.data.passportHistory.some(({ key, version: one }) => key === 'I1' && one === version)).toBe(
    false,
  )
})

test('a report tells of every version of what was changed until its day, and of none that begins later', async () => {
  const first = await entered('seat-utilisation', { words: { limitsEn: 'Less.' }, reason: 'Zu lang.' })
  const number = await aReleased(addDays(first.validFrom, 20))
  month += 2
  await entered('seat-utilisation')
  const history = (await dataOf(number)).passportHistory.filter(({ key }) => key === 'seat-utilisation')
  expect(history).toMatchObject([
    { version: 1, changed: [], reason: null, resolution: null },
    { version: 2, validFrom: first.validFrom, changed: ['definition', 'limits'], reason: 'Zu lang.' },
  ])
  expect(
    (await listPassportHistory(db, LONG_AFTER)).filter(({ key }) => key === 'seat-utilisation'),
  ).toHaveLength(3)
  const [counted] = (await listReportsCounting(db, 'seat-utilisation')).slice(-1)
  expect(counted).toMatchObject({
    number,
    version: 2,
    sqlSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  })
})

test('other words are no leave to count in another way: reports of the version before still find it out', async () => {
  const number = await aReleased()
  await entered('active-municipalities')
  const { rows } = await sql<{ text: string }>`
    select pg_get_functiondef('indicator_active_municipalities'::regproc) as text`.execute(db)
  const right = rows[0]?.text ?? ''
  const wrong = right.replace(/(as \$\w*\$)/i, '$1 /* changed */')
  expect(wrong).not.toBe(right)
  await sql.raw(wrong).execute(db)
  try {
    expect(await verifySnapshots(db)).toContainEqual({ number, fault: 'definition-changed' })
  } finally {
    await sql.raw(right).execute(db)
  }
  expect((await verifySnapshots(db)).map((one) => one.number)).not.toContain(number)
})

testOnPostgres('of two versions entered at once one is there, and the other is told so', async () => {
  const [one, other] = [await aVersion('response-rate'), await aVersion('response-rate')]
  const letGo = await held(async (trx) => {
    await lockChain(trx)
    await addPassportVersionIn(trx, one, NOW)
  })
  const second = enter(other)
  await untilWaiting(1)
  await letGo()
  expect(await second).toEqual({ ok: false, refusal: 'changed-meanwhile' })
  expect((await latestOf('response-rate')).definitionDe).toBe(one.words.definitionDe)
})

testOnPostgres('without taking turns the second would end in an error instead', async () => {
  const [one, other] = [await aVersion('satisfied-by-topic'), await aVersion('satisfied-by-topic')]
  const letGo = await held((trx) => addPassportVersionIn(trx, one, NOW))
  const second = db.transaction().execute((trx) => addPassportVersionIn(trx, other, NOW))
  second.catch(() => undefined)
  await untilWaiting(1)
  await letGo()
  await expect(second).rejects.toThrow('indicator_version')
})

testOnPostgres('a report that is being prepared waits for a version, and tells of it', async () => {
  const entry = await aVersion('it-specialists')
  const letGo = await held(async (trx) => {
    await lockChain(trx)
    await addPassportVersionIn(trx, entry, new Date(`${entry.validFrom}T10:00:00Z`))
  })
  const prepared = prepare(addDays(entry.validFrom, 2))
  month += 1
  await untilWaiting(1)
  await letGo()
  const result = await prepared
  if (!result.ok) throw new Error(result.refusal)
  const passport = (await dataOf(result.number)).passports.find(({ key }) => key === 'it-specialists')
  expect(passport?.version).toBe(entry.version + 1)
})
