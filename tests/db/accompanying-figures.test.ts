import { expect, test } from 'vitest'
import { getReportFacts } from '#db/report-facts.ts'
import { reportFigures } from '#app/domain/report-figures.ts'
import { db } from '#tests/database.ts'
import { TODAY } from '#tests/factories.ts'
import { aDistrict } from '#tests/reporting.ts'

test('a report tells of each figure what it is by its passport, and what the database counted', async () => {
  await aDistrict()
  const facts = await getReportFacts(db, {
    cutOff: TODAY,
    applicationVersion: '0.0.0',
    number: 1,
    previousSha256: null,
  })
  const { passports, accompanying } = reportFigures(facts)

  expect(passports.slice(0, 3).map(({ key }) => key)).toEqual(['I1', 'I2', 'it-specialists'])
  expect(passports[0]).toMatchObject({
    titleDe: 'Anzahl der teilnehmenden Kommunen',
    sqlSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  })
  expect(accompanying[0]).toMatchObject({
    key: 'it-specialists',
    fromDate: TODAY,
    untilDate: TODAY,
    parts: [{ now: { kind: 'measured', value: 1, numerator: 2, denominator: 2, interval: null } }],
  })
})
