import { expect, test } from 'vitest'
import { accompanyingFigure, type CountedLine } from '#app/domain/accompanying-figure.ts'
import type { CountedPassport } from '#app/domain/passport.ts'
import { accompanyingNotes, accompanyingTable } from '#reports/reading/accompanying.ts'
import { wordsIn } from '#reports/words.ts'
import { aPassport } from '#tests/passport.ts'
import { aReport } from '#tests/reports/report-data.ts'

const aLine = (given: Partial<CountedLine>): CountedLine => ({
  ...{ part: null, partDe: null, partEn: null, numerator: null, denominator: null, durations: null },
  ...{ covered: null, whole: null, leftOut: null },
  ...given,
})
type Told = { now: Partial<CountedLine>; before?: Partial<CountedLine> }

const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ')

function told(given: Partial<CountedPassport>, { now, before }: Told, locale: 'de' | 'en' = 'de') {
  const passport = aPassport(given)
  const counted = { passport, now: [aLine(now)], before: before ? [aLine(before)] : null }
  const data = aReport({
    passports: [passport],
    accompanying: [accompanyingFigure(counted, '2026-06-30')],
  })
  const reading = { data, locale, words: wordsIn(locale) }
  const [row] = accompanyingTable(reading).rows
  return { row: row?.map(plain), note: plain(accompanyingNotes(reading)[0]?.text) }
}

test('a change is called one only where chance alone does not explain it', () => {
  const share = { kind: 'share' as const, fullCount: false, minimum: 10 }
  const small = { now: { numerator: 12, denominator: 60 }, before: { numerator: 9, denominator: 60 } }
  const large = { now: { numerator: 30, denominator: 60 }, before: { numerator: 9, denominator: 60 } }
  expect(told(share, small).row).toEqual([
    'Fehlen',
    '20,0 %',
    '12 von 60; 11,8 bis 31,8 %',
    '15,0 %',
    'unverändert im Rahmen der Unsicherheit',
  ])
  expect(told(share, large).row?.[4]).toBe('gestiegen')
})

test('what was counted in full differs where it differs, and has no interval', () => {
  const share = { kind: 'share' as const, fullCount: true }
  const before = { numerator: 9, denominator: 60 }
  expect(told(share, { now: { numerator: 10, denominator: 60 }, before }).row).toEqual([
    'Fehlen',
    '16,7 %',
    '10 von 60',
    '15,0 %',
    'gestiegen',
  ])
  expect(told(share, { now: before, before }).row?.[4]).toBe('gleich geblieben')
})

test('no data and too few are words, never a zero', () => {
  const share = { kind: 'share' as const, fullCount: false, minimum: 10 }
  expect(told(share, { now: { numerator: 0, denominator: 0 } }).row).toEqual([
    'Fehlen',
    'keine Daten',
    '–',
    'keine Daten',
    'kein Vergleich möglich',
  ])
  expect(told(share, { now: { numerator: 3, denominator: 9 } }).row?.[1]).toBe('zu wenige Angaben')
})

test('of fewer than ten no per cent are told, but how many of how many', () => {
  expect(told({ kind: 'share', fullCount: true }, { now: { numerator: 3, denominator: 7 } }).row?.[1]).toBe(
    '3 von 7',
  )
})

test('a waiting time is the middle one, with the days between which it may lie and those who got no seat', () => {
  const passport = {
    ...{ kind: 'median' as const, unit: 'days' as const, fullCount: false, minimum: 6 },
    ...{ coverageDe: 'Wartende, die einen Platz bekamen', leftOutDe: 'Ohne Platz geblieben' },
  }
  const now = { durations: [1, 2, 2, 3, 4, 5, 9, 30], covered: 8, whole: 11, leftOut: 3 }
  const { row, note } = told(passport, { now })
  expect(row?.slice(1, 3)).toEqual(['3,5 Tage', 'aus 8 Angaben; 1,0 bis 30,0'])
  expect(note).toBe(
    'Gezählt vom 1. Juli 2025 bis 30. Juni 2026. Wartende, die einen Platz bekamen: 8 von 11. ' +
      'Ohne Platz geblieben: 3. Gründe werden nicht erhoben.',
  )
  expect(told(passport, { now: { durations: [1, 2, 3, 4, 5] } }).row?.[1]).toBe('zu wenige Angaben')
})

test('a new version of a passport breaks the line from its first day on, for all to see', () => {
  const counts = { now: { numerator: 10, denominator: 60 }, before: { numerator: 9, denominator: 60 } }
  const since = (validFrom: string) => told({ kind: 'share', version: 2, validFrom }, counts).row?.[4]
  expect(since('2026-01-01')).toBe('neue Fassung seit 1. Januar 2026, kein Vergleich')
  expect(since('2025-07-01')).toBe('neue Fassung seit 1. Juli 2025, kein Vergleich')
  expect(since('2025-06-30')).toBe('gestiegen')
})
