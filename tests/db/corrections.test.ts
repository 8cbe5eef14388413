import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { addDays, addMonths } from '#app/domain/calendar.ts'
import { formatDay } from '#app/i18n/format.ts'
import { changesRead } from '#reports/reading/changes.ts'
import { wordsIn } from '#reports/words.ts'
import { correctSnapshot } from '#db/corrections.ts'
import { getIndicatorVersion } from '#db/indicators.ts'
import {
  getSnapshot,
  listSnapshots,
  prepareSnapshot,
  releaseSnapshot,
  verifySnapshots,
} from '#db/snapshots.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, aPerson, NOW, TODAY } from '#tests/factories.ts'

const LONG_AFTER = '2099-12-31'

let coordinator: string
let member: string

beforeAll(async () => {
  coordinator = (await aPerson({ roles: ['coordinator'], organisationId: null })).id
  member = (await aPerson({ roles: ['committee'], organisationId: null })).id
})

const release = (number: number) => releaseSnapshot(db, { number, by: member }, NOW)
const dataOf = async (number: number) => (await getSnapshot(db, number))!.data!

/** Reports follow one another, in whatever order tests run: each takes the next month. */
let month = 0
const nextDay = () => addMonths(TODAY, ++month)

async function aReleased(cutOff = nextDay()): Promise<number> {
  const preparation = { cutOff, today: LONG_AFTER, applicationVersion: '0.0.0', by: coordinator }
  const prepared = await prepareSnapshot(db, preparation, NOW)
  if (!prepared.ok) throw new Error(prepared.refusal)
  await release(prepared.number)
  return prepared.number
}

const correct = (number: number, reason = 'Erklärung zu spät eingetragen') =>
  correctSnapshot(db, { number, reason, applicationVersion: '0.0.0', by: coordinator }, NOW)

async function corrected(number: number): Promise<number> {
  const result = await correct(number)
  if (!result.ok) throw new Error(result.refusal)
  return result.number
}

/** A municipality that takes part since 2025, of which the register learns only now. */
async function aLateDeclaration(name?: string): Promise<{ id: string; ags: string; name: string }> {
  const { id, ags, name: called } = await anOrganisation(name ? { name } : {})
  const declaration = { organisationId: id, fromDate: '2025-01-01', declaration: 'Ratsbeschluss 7/2025' }
  await db.insertInto('participation').values(declaration).execute()
  await aPerson({ organisationId: id })
  return { id, ags: ags ?? '', name: called }
}

const pointsOf = async (number: number) =>
  changesRead({ data: await dataOf(number), locale: 'de', words: wordsIn('de') })!.points

test('what was entered late is counted anew in a report of its own, and the old one stays letter by letter', async () => {
  const wrong = await aReleased()
  const before = await getSnapshot(db, wrong)
  const town = await aLateDeclaration()

  const number = await corrected(wrong)

  const data = await dataOf(number)
  expect(data.correction).toEqual({ number: wrong, reason: 'Erklärung zu spät eingetragen' })
  expect(data.cutOff).toBe(before?.cutOff)
  expect(data.participation.count).toBe((before?.data?.participation.count ?? 0) + 1)
  expect(data.revised).toEqual(
    expect.arrayContaining(['I1', `municipality ${town.ags}`, `history ${data.cutOff}`]),
  )
  expect(await pointsOf(number)).toContain(`Neu dabei: ${town.name}.`)
  expect((await getSnapshot(db, wrong))?.payload).toBe(before?.payload)
  expect(await verifySnapshots(db)).toEqual([])
})

test('the old report says by which it is corrected once the committee has released that, and not before', async () => {
  const wrong = await aReleased()
  await aLateDeclaration()
  const number = await corrected(wrong)
  const correctedBy = async () => (await listSnapshots(db)).find((one) => one.number === wrong)?.correctedBy

  expect(await correctedBy()).toBeNull()
  expect(await releaseSnapshot(db, { number, by: coordinator }, NOW)).toMatchObject({
    refusal: 'own-snapshot',
  })
  expect(await release(number)).toEqual({ ok: true })
  expect(await correctedBy()).toBe(number)
  expect(await correct(wrong)).toEqual({ ok: false, refusal: 'corrected-already' })
})

test('a correction can be corrected in its turn', async () => {
  const wrong = await aReleased()
  await aLateDeclaration()
  const first = await corrected(wrong)
  await release(first)
  await aLateDeclaration()

  const second = await corrected(first)
  expect((await dataOf(second)).changes?.since.number).toBe(first)
})

test('a correction without any difference is refused, and so is one of what holds for nobody yet', async () => {
  const same = await aReleased()
  expect(await correct(same)).toEqual({ ok: false, refusal: 'nothing-to-correct' })
  const preparation = { cutOff: nextDay(), today: LONG_AFTER, applicationVersion: '0.0.0', by: coordinator }
  const prepared = await prepareSnapshot(db, preparation, NOW)
  expect(await correct(prepared.ok ? prepared.number : 0)).toEqual({ ok: false, refusal: 'not-released' })
  expect(await correct(99_999)).toEqual({ ok: false, refusal: 'unknown' })
})

test('sent twice, a correction is there once; of two, only one is released', async () => {
  const wrong = await aReleased()
  await aLateDeclaration()
  const number = await corrected(wrong)
  expect(await corrected(wrong)).toBe(number)
  await aLateDeclaration()
  const other = await corrected(wrong)
  expect(other).toBeGreaterThan(number)

  expect(await release(other)).toEqual({ ok: true })
  expect(await release(number)).toEqual({ ok: false, refusal: 'corrected-already' })
})

test('a day that has a released report gets no second one without a reason, however often it is counted anew', async () => {
  const day = nextDay()
  const preparation = { cutOff: day, today: LONG_AFTER, applicationVersion: '0.0.0', by: coordinator }
  const trial = await prepareSnapshot(db, preparation, NOW)
  const number = await aReleased(day)
  await aLateDeclaration()

  expect(await prepareSnapshot(db, preparation, NOW)).toEqual({ ok: false, refusal: 'released-already' })
  expect(await release(trial.ok ? trial.number : 0)).toEqual({ ok: false, refusal: 'superseded' })
  expect(await release(number)).toEqual({ ok: true })
  const right = await corrected(number)
  expect(await release(right)).toEqual({ ok: true })
  expect(await prepareSnapshot(db, preparation, NOW)).toEqual({ ok: false, refusal: 'released-already' })
})

test('the correction of an old report is not the latest one, and later days can still be counted', async () => {
  const [oldDay, lateDay] = [nextDay(), nextDay()]
  const [old, late] = [await aReleased(oldDay), await aReleased(lateDay)]
  await aLateDeclaration()
  const number = await corrected(old)
  await release(number)

  const order = (await listSnapshots(db)).map((one) => one.number)
  expect(order.indexOf(late)).toBeLessThan(order.indexOf(number))
  const next = await aReleased()
  expect((await dataOf(next)).changes?.since.number).toBe(late)
  // The day that was corrected carries the corrected number: nothing about it has been told in another way.
  expect((await dataOf(next)).revised).not.toContain(`history ${oldDay}`)
})

test('a correction cannot be hung on another report afterwards', async () => {
  const before = await aReleased()
  const wrong = await aReleased()
  await aLateDeclaration()
  const number = await corrected(wrong)
  const other = await aReleased()
  await sql`alter table snapshot disable trigger snapshot_never_changes`.execute(db)
  try {
    await sql`update snapshot set corrects = ${before} where number = ${number}`.execute(db)
    expect(await verifySnapshots(db)).toEqual([{ number, fault: 'correction-astray' }])
    expect(await release(number)).toEqual({ ok: false, refusal: 'changed' })
  } finally {
    await sql`update snapshot set corrects = ${wrong} where number = ${number}`.execute(db)
    await sql`alter table snapshot enable trigger snapshot_never_changes`.execute(db)
  }
  expect(await verifySnapshots(db)).toEqual([])
  expect(other).toBeGreaterThan(number)
})

test('two municipalities that merge between two reports are told as that, and the denominator follows', async () => {
  const [one, two] = [await aLateDeclaration('Altdorf am Bach'), await aLateDeclaration('Neudorf am Bach')]
  const [day, later] = [nextDay(), nextDay()]
  const first = await aReleased(day)
  const { id: successorId } = await anOrganisation({ name: 'Bachstadt', validFrom: addDays(day, 6) })
  await db
    .updateTable('organisation')
    .set({ validUntil: addDays(day, 5), successorId })
    .where('id', 'in', [one.id, two.id])
    .execute()
  const second = await aReleased(later)

  const [before, after] = [await dataOf(first), await dataOf(second)]
  expect(after.participation.denominator).toBe(before.participation.denominator - 1)
  const points = await pointsOf(second)
  expect(points).toContain('Neu entstandene Kommune: Bachstadt.')
  expect(points).toContain(
    'Kommunen, die es nicht mehr gibt: Altdorf am Bach (aufgegangen in Bachstadt) und Neudorf am Bach (aufgegangen in Bachstadt).',
  )
})

test('a definition that changed between two reports is named, with the day from which it holds', async () => {
  const day = nextDay()
  await aReleased(day)
  const { version, ...passport } = await getIndicatorVersion(db, 'I1', day)
  const changed = {
    ...passport,
    version: version + 1,
    validFrom: addDays(day, 1),
    definitionDe: 'Anders gezählt',
    reason: 'Beschluss des Lenkungsausschusses.',
  }
  await db.insertInto('indicatorVersion').values(changed).execute()
  const number = await aReleased()
  expect(await pointsOf(number)).toContain(
    `Definition „Teilnehmende Kommunen“: Fassung ${version + 1}, gültig ab ${formatDay(addDays(day, 1), 'de')}. Ältere Werte sind nach der früheren Fassung gezählt. Grund: Beschluss des Lenkungsausschusses.`,
  )
})
