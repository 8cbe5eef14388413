import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesSince } from '#app/domain/report-changes.ts'
import { readReport } from '#app/domain/report.ts'
import { reportSchema } from '#reports/report-schema.ts'
import { demoReports } from '#tests/fixtures/demo.ts'
import { aRandomReport } from '#tests/reports/random-report.ts'
import { aReport, anEmptyReport, readBy } from '#tests/reports/report-data.ts'

/** The strict one refuses fields that it does not name: so none is ever told without being described. */
const validator = (format: 1 | 2, strict = true) =>
  new Ajv2020({ strict: true, strictTypes: false, validateFormats: false }).compile(
    reportSchema(format, { strict }),
  )
const validate = validator(2)

test('the JSON of a report holds what its published schema says', () => {
  const now = aReport(readBy('every-topic'))
  const changes = { since: { number: 2, cutOff: '2025-12-31' }, list: changesSince(aReport(), now) }
  const reread = aReport({ ...readBy('every-topic'), changes })
  for (const { payload } of [aReport(), anEmptyReport(), reread, ...demoReports()]) {
    expect(validate(JSON.parse(payload)) || validate.errors).toBe(true)
  }
})

test('a hundred random reports do as well', () => {
  fc.assert(
    fc.property(aRandomReport, ({ payload }) => {
      expect(validate(JSON.parse(payload)) || validate.errors).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('a report of release 0.1 or 0.2 holds the schema of its format, and not that of the next', () => {
  const old = JSON.parse(aReport().payload) as Record<string, unknown>
  const { readings: _, remarks: __, ...satisfaction } = aReport().satisfaction
  const since = [
    'rulings',
    'stages',
    'accompanying',
    'baselines',
    'passports',
    'passportHistory',
    'correction',
    'changes',
    'revised',
    'training',
    'sections',
    'leftOut',
    'comments',
    'ownView',
  ]
  const told = Object.entries(old).filter(([key]) => !since.includes(key))
  const first = { ...Object.fromEntries(told), satisfaction, format: 1 }
  expect(readReport(JSON.stringify(first))).toMatchObject({ format: 1, accompanying: [] })
  const isFirst = validator(1)
  expect(isFirst(first) || isFirst.errors).toBe(true)
  expect(validate(first)).toBe(false)
})

test.each<[string, (report: Record<string, any>) => void]>([
  ['a share above one', (report) => (report.participation.share = 1.2)],
  ['a count below zero', (report) => (report.participation.count = -1)],
  ['a word instead of a number', (report) => (report.satisfaction.figure.responses = '154')],
  ['a day as Germans write it', (report) => (report.cutOff = '30.06.2026')],
  ['a missing field', (report) => delete report.demo],
  ['an unknown rating', (report) => (report.targets[0].attainment = 'nearly')],
  ['a field that is not described', (report) => (report.more = 1)],
])('%s is refused', (_, breakIt) => {
  const report = JSON.parse(aReport().payload) as Record<string, unknown>
  breakIt(report)
  expect(validate(report)).toBe(false)
})

test('who reads it by the published schema still reads it when fields are added', () => {
  const lenient = validator(2, false)
  expect(lenient({ ...JSON.parse(aReport().payload), more: 1 }) || lenient.errors).toBe(true)
})
