import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { addDays, addMonths } from '#app/domain/calendar.ts'
import type { RemarkReaders } from '#app/domain/remark-readers.ts'
import { loader as dashboard } from '#app/routes/indicators/dashboard.tsx'
import { loader as evidence } from '#app/routes/reports/evidence.tsx'
import { loader as files } from '#app/routes/reports/indicators.ts'
import { loader as report } from '#app/routes/reports/show.tsx'
import { renderSteeringCommitteeReport } from '#reports/steering-committee.ts'
import { correctSnapshot } from '#db/corrections.ts'
import { changeRemarkReaders } from '#db/remark-readers.ts'
import { getSnapshot, prepareSnapshot, releaseSnapshot } from '#db/snapshots.ts'
import { listStandingReports } from '#db/standing-reports.ts'
import { db } from '#tests/database.ts'
import { args, aPerson, NOW, requestAs, TODAY } from '#tests/factories.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'
import { aReleasedRound } from '#tests/reporting.ts'

const LONG_AFTER = '2199-12-31'
const NARROW = ['offices', 'committee'] as const

let coordinator: string
let member: { id: string }

beforeAll(async () => {
  coordinator = (await aPerson({ roles: ['coordinator'], organisationId: null })).id
  member = await aPerson({ roles: ['committee'], organisationId: null })
})

/** Each round ends after all others so far, and its report is of the day after. */
let month = 0

/** Sentences that stand nowhere else, as words of letters so that no output writes them in another way. */
const sentences = (count: number) => {
  const mark = randomUUID().replace(/[^a-f]/g, '')
  return Array.from({ length: count }, (_, place) => `Unverwechselbar${mark}${'abcdefghij'[place]}`)
}

async function aPreparedReportOn(remarkReaders: RemarkReaders, remarks: readonly string[]) {
  const closesOn = addMonths(TODAY, ++month)
  const roundId = await aReleasedRound({ closesOn, remarkReaders, remarks })
  return { roundId, ...(await preparedFor(closesOn)) }
}

async function preparedFor(closesOn: string): Promise<{ number: number; closesOn: string }> {
  const preparation = { cutOff: addDays(closesOn, 1), today: LONG_AFTER, applicationVersion: '0.0.0' }
  const prepared = await prepareSnapshot(db, { ...preparation, by: coordinator }, NOW)
  if (!prepared.ok) throw new Error(prepared.refusal)
  return { number: prepared.number, closesOn }
}

const release = (number: number) => releaseSnapshot(db, { number, by: member.id }, NOW)

async function aReportOn(remarkReaders: RemarkReaders, remarks: readonly string[]) {
  const { roundId, number } = await aPreparedReportOn(remarkReaders, remarks)
  await release(number)
  return { roundId, number }
}

const snapshotOf = async (number: number) => (await getSnapshot(db, number))!
const remarksIn = async (number: number) => (await snapshotOf(number)).data!.satisfaction.remarks

/** The spreadsheets are packed; tests/reports/remarks.test.ts reads them. */
const FILES = ['indicators.csv', 'indicators.json', 'indicators-open.csv', 'datapackage.json']

/** Everything that a committee member gets of a report. */
async function outputsOf(number: number): Promise<string> {
  const params = { number: String(number) }
  const at = async (path: string) => requestAs(member, path)
  const pages: unknown[] = [
    await report(args(await at(`/reports/${number}`), params)),
    await dashboard(args(await at(`/indicators?report=${number}`))),
    await dashboard(args(await at('/indicators?report=today'))),
    await evidence(args(await at(`/reports/${number}/evidence/I2`), { ...params, key: 'I2' })),
  ]
  for (const name of FILES)
    pages.push(await (await files(args(await at(`/reports/${number}/${name}`), params))).text())
  if (!qpdfIsMissing()) {
    const pdf = await renderSteeringCommitteeReport((await snapshotOf(number)).data!, 'de')
    pages.push(textOfPages(await readPdf(pdf)).join(' '))
  }
  return JSON.stringify([pages, await snapshotOf(number)])
}

test(
  'what was promised to others than the readers of the report reaches nothing that is made of it',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NARROW),
        fc.integer({ min: 0, max: 10 }),
        async (readers, count) => {
          const written = sentences(count)
          const { number } = await aReportOn(readers, written)
          const outputs = await outputsOf(number)
          expect(written.filter((sentence) => outputs.includes(sentence))).toEqual([])
          expect(await remarksIn(number)).toEqual({ readers, questions: [] })
        },
      ),
      { numRuns: 4 },
    )
  },
)

test(
  'what was promised to them stands in the report, its page and its JSON, question by question',
  { timeout: 60_000 },
  async () => {
    const written = sentences(6)
    const { number } = await aReportOn('report', written)
    const outputs = await outputsOf(number)
    expect(written.filter((sentence) => !outputs.includes(sentence))).toEqual([])
    // Of each: the page, the JSON, the PDF, the frozen text and what is read of it.
    expect(outputs.split(written[0]!).length - 1).toBeGreaterThanOrEqual(qpdfIsMissing() ? 4 : 5)

    const remarks = await remarksIn(number)
    expect(remarks?.questions.map(({ key, count }) => [key, count])).toEqual([
      ['helped', 6],
      ['missing', 0],
    ])
  },
)

test('remarks keep the order in which chance has put them at their release, however often a report is prepared', async () => {
  const written = sentences(7)
  const { number } = await aReportOn('report', written)
  const again = await prepareSnapshot(
    db,
    { cutOff: addMonths(TODAY, month + 1), today: LONG_AFTER, applicationVersion: '0.0.0', by: coordinator },
    NOW,
  )
  month += 1
  if (!again.ok) throw new Error(again.refusal)
  for (const one of [number, again.number])
    expect((await remarksIn(one))?.questions[0]?.texts).toEqual(written)
})

test('fewer than five remarks are counted, and told nobody', async () => {
  const written = sentences(4)
  const { number } = await aReportOn('report', written)
  const { payload } = await snapshotOf(number)
  expect(written.filter((sentence) => payload.includes(sentence))).toEqual([])
  expect((await remarksIn(number))?.questions[0]).toMatchObject({ count: 4, texts: null })
})

test('the remarks of an earlier round stand in no later report', async () => {
  const written = sentences(5)
  await aReportOn('report', written)
  const { number } = await aReportOn('offices', [])
  const { payload } = await snapshotOf(number)
  expect(payload).not.toContain(written[0])
})

test('taken back from the report, remarks stay in the frozen one and in no correction of it', async () => {
  const written = sentences(5)
  const { roundId, number } = await aReportOn('report', written)
  const before = await snapshotOf(number)
  const fewer = await changeRemarkReaders(db, { roundId, readers: 'committee', by: member.id }, NOW)
  expect(fewer).toEqual({ ok: true })

  const correction = {
    number,
    reason: 'Eine Anmerkung macht jemanden erkennbar',
    applicationVersion: '0.0.0',
  }
  const corrected = await correctSnapshot(db, { ...correction, by: coordinator }, NOW)
  if (!corrected.ok) throw new Error(corrected.refusal)
  expect((await snapshotOf(corrected.number)).payload).not.toContain(written[0])
  expect(await remarksIn(corrected.number)).toEqual({ readers: 'committee', questions: [] })
  const after = await snapshotOf(number)
  expect([after.payload, after.sha256]).toEqual([before.payload, before.sha256])
})

test('a report that was prepared before fewer were to read its remarks is not released, and a new one has none', async () => {
  const texts = sentences(6)
  const { roundId, number, closesOn } = await aPreparedReportOn('report', texts)
  expect((await remarksIn(number))?.questions.flatMap((question) => question.texts ?? [])).toHaveLength(6)
  expect(await changeRemarkReaders(db, { roundId, readers: 'offices', by: member.id }, NOW)).toEqual({
    ok: true,
  })

  expect(await release(number)).toEqual({ ok: false, refusal: 'fewer-readers' })
  const params = { number: String(number) }
  const at = async (path: string) => requestAs(member, path)
  const json = `/reports/${number}/indicators.json`
  const file = files(args(await at(json), { ...params })).catch((thrown: unknown) => thrown)
  expect(await file).toMatchObject({ status: 409 })
  const pages: unknown = [
    await report(args(await at(`/reports/${number}`), params)),
    await dashboard(args(await at(`/indicators?report=${number}`))),
    await evidence(args(await at(`/reports/${number}/evidence/I2`), { ...params, key: 'I2' })),
  ]
  expect(texts.filter((text) => JSON.stringify(pages).includes(text))).toEqual([])
  expect(pages).toMatchObject([
    { withheld: 'fewer-readers' },
    { init: { status: 409 } },
    { init: { status: 409 } },
  ])
  const waiting = async () => (await listStandingReports(db)).map((one) => one.number)
  expect(await waiting()).not.toContain(number)

  const anew = await preparedFor(closesOn)
  expect(await waiting()).toContain(anew.number)
  expect(await release(anew.number)).toEqual({ ok: true })
  expect(await remarksIn(anew.number)).toEqual({ readers: 'offices', questions: [] })
})
