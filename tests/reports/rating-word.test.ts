import { expect, test } from 'vitest'
import type { ReportTarget } from '#app/domain/report.ts'
import { ratingWord } from '#reports/reading/values.ts'
import { wordsIn } from '#reports/words.ts'

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
