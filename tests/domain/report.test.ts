import { expect, test } from 'vitest'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { readReport } from '#app/domain/report.ts'
import { aReport } from '#tests/reports/report-data.ts'

test('a report of an older release reads as one that does not tell what was not counted then', () => {
  const { payload } = aReport()
  const {
    accompanying: _,
    baselines: ____,
    passports: __,
    passportHistory: ___,
    ...older
  } = JSON.parse(payload)

  const read = readReport(canonicalJson({ ...older, format: 1 }))

  expect(read).toMatchObject({
    format: 1,
    number: older.number,
    accompanying: [],
    baselines: [],
    passports: [],
    passportHistory: [],
  })
})

test('what accompanies the indicators stands behind all else where a report was frozen before it could be moved', () => {
  const sectionsIn = (more: object) => {
    const { leftOut: _, ...told } = JSON.parse(aReport().payload) as Record<string, unknown>
    return readReport(canonicalJson({ ...told, ...more }))?.sections
  }
  expect(sectionsIn({ sections: ['view', 'satisfaction'] })).toEqual(['view', 'satisfaction', 'accompanying'])
  expect(sectionsIn({ sections: ['accompanying', 'view'], leftOut: [] })).toEqual(['accompanying', 'view'])
  expect(sectionsIn({ sections: ['view'], leftOut: ['accompanying'] })).toEqual(['view'])
})

test('a payload that somebody has made unreadable is no report', () => {
  expect(readReport('{"format":')).toBeUndefined()
})
