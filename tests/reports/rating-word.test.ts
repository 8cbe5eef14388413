import { expect, test } from 'vitest'
import { READINGS, readAs } from '#app/domain/reading.ts'
import type { ReportTarget } from '#app/domain/report.ts'
import { readingOptions } from '#reports/reading/readings.ts'
import { ratingWord } from '#reports/reading/values.ts'
import { wordsIn } from '#reports/words.ts'
import { aReport } from '#tests/reports/report-data.ts'

const rated = (satisfied: number, responses: number, more: Partial<ReportTarget> = {}): ReportTarget => ({
  ...{ indicator: 'I2', phase: 'pilot', measure: 'percent', state: 'resolved', value: 60 },
  ...{ resolution: 'LA 2026/01', attainment: 'reached', withinInterval: false, measuredOn: '2026-06-30' },
  measured: { kind: 'measured', numerator: satisfied, denominator: responses, interval: null },
  ...more,
})
const said = (target: ReportTarget) => ratingWord(target, wordsIn('de'))

test('a rating that rests on fewer than ten says on how many, for no interval is shown of so few', () => {
  expect(said(rated(6, 9))).toBe('erreicht; nur 9 Bewertungen')
  expect(said(rated(2, 9, { attainment: 'missed' }))).toBe('verfehlt; nur 9 Bewertungen')
  expect(said(rated(7, 10))).toBe('erreicht')
  expect(said(rated(7, 10, { withinInterval: true }))).toBe('erreicht; Ziel im Konfidenzintervall')
})

test('what is not rated yet, or counts municipalities, says nothing of few', () => {
  expect(said(rated(2, 9, { attainment: 'not-due' }))).toBe('noch nicht fällig')
  expect(said(rated(6, 9, { indicator: 'I1' }))).toBe('erreicht')
})

test('where a phase has no evaluation of its own yet, that is said beside a figure from the one before', () => {
  const none = rated(6, 9, { attainment: 'no-data', measured: { kind: 'no-data' } })
  expect(said(none)).toBe('keine Daten aus dieser Phase')
  expect(said({ ...none, indicator: 'I1' })).toBe('keine Daten')
})

test('what a reading would make of the target is said only where the latest evaluation counts for it', () => {
  const { satisfaction, targets } = aReport()
  const { round, figure, topics } = satisfaction
  const readings = READINGS.map((reading) => readAs(reading, figure, topics))
  const optionsWhereMeasuredOn = (measuredOn: string) => {
    const data = aReport({
      satisfaction: { ...satisfaction, readings },
      targets: targets.map((target) => ({ ...target, measuredOn })),
    })
    return readingOptions({ data, locale: 'de', words: wordsIn('de') }).map(({ consequence }) => consequence)
  }
  expect(optionsWhereMeasuredOn(round!.closedOn)[0]).toContain('im Plan')
  expect(optionsWhereMeasuredOn('2026-01-02').join(' ')).not.toMatch(/im Plan|noch nicht fällig/)
})
