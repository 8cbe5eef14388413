import fc from 'fast-check'
import { expect, test } from 'vitest'
import { READINGS } from '#app/domain/reading.ts'
import type { ReportFigures } from '#app/domain/report.ts'
import { demoReports } from '#tests/fixtures/demo.ts'
import { disagreements, outputsOf, pdftotextIsMissing, type Outputs } from '#tests/reports/contract.tsx'
import { aRandomReport } from '#tests/reports/random-report.ts'
import { aReport, anEmptyReport, readBy } from '#tests/reports/report-data.ts'

const MINUTES = 60_000
const isMissing = pdftotextIsMissing()

test(
  'screen, PDF, both CSV, XLSX, ODS and JSON of a report hold the same figures',
  { timeout: MINUTES },
  async (context) => {
    if (isMissing) return context.skip(isMissing)
    for (const report of [aReport(), anEmptyReport(), ...READINGS.map((one) => aReport(readBy(one)))])
      expect(disagreements(await outputsOf(report))).toEqual([])
  },
)

test('so do those of the demo district', { timeout: 10 * MINUTES }, async (context) => {
  if (isMissing) return context.skip(isMissing)
  const reports = demoReports()
  expect(reports.map(({ number }) => number)).toEqual([1, 2, 3])
  for (const report of reports) expect(disagreements(await outputsOf(report))).toEqual([])
})

test('so do those of a hundred random reports', { timeout: 10 * MINUTES }, async (context) => {
  if (isMissing) return context.skip(isMissing)
  await fc.assert(
    fc.asyncProperty(aRandomReport, async (report) => {
      expect(disagreements(await outputsOf(report))).toEqual([])
    }),
    { numRuns: 100, endOnFailure: true },
  )
})

const { participation, satisfaction, targets } = aReport()
const OTHER_FIGURES: [string, Partial<ReportFigures>][] = [
  ['one municipality more', { participation: { ...participation, count: 5, share: 5 / 6 } }],
  [
    'one answer more to a step of a topic',
    {
      satisfaction: {
        ...satisfaction,
        topics: satisfaction.topics.map((topic, place) => {
          if (place > 0 || topic.figure.kind !== 'full') return topic
          const distribution = { ...topic.figure.distribution, 3: topic.figure.distribution[3] + 1 }
          return { ...topic, figure: { ...topic.figure, distribution } }
        }),
      },
    },
  ],
  ['another target', { targets: targets.map((one) => (one.value === 75 ? { ...one, value: 74 } : one)) }],
]

test.each(OTHER_FIGURES)('%s in any one output is found', async (_, change) => {
  if (isMissing) return
  const [outputs, changed] = [await outputsOf(aReport()), await outputsOf(aReport(change))]
  for (const format of Object.keys(outputs) as (keyof Outputs)[])
    expect([format, disagreements({ ...outputs, [format]: changed[format] })]).not.toEqual([format, []])
})

test('another reading of indicator 2 in any one output is found', async () => {
  if (isMissing) return
  const [outputs, changed] = [
    await outputsOf(aReport(readBy('every-topic'))),
    await outputsOf(aReport(readBy('all-ratings'))),
  ]
  for (const format of Object.keys(outputs) as (keyof Outputs)[])
    expect([format, disagreements({ ...outputs, [format]: changed[format] })]).not.toEqual([format, []])
})
