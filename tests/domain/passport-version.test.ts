import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changedParts,
  daysToBegin,
  mayChangeFrequency,
  newVersionBetween,
  passportHistory,
  passportWords,
  unenterableBecause,
  versionOn,
  wordedParts,
  type PassportEntry,
  type PassportVersion,
} from '#app/domain/passport-version.ts'
import { aPassport } from '#tests/passport.ts'

const latest = aPassport({ version: 2, validFrom: '2026-01-01' })
const situation = { latest, lastCutOff: '2026-06-30' as string | null, today: '2026-07-15' }
const entry = (given: Partial<PassportEntry> = {}): PassportEntry => ({
  version: 2,
  validFrom: '2026-07-01',
  words: { ...passportWords(latest), definitionDe: 'Anders gesagt.' },
  reason: 'Klarer.',
  resolution: null,
  ...given,
})
const refusalOf = (given: Partial<PassportEntry>, of: Partial<typeof situation> = {}) =>
  unenterableBecause(entry(given), { ...situation, ...of })

test('a version begins the day after the last cut-off day at the earliest, for that report tells of its day', () => {
  expect(refusalOf({ validFrom: '2026-06-30' })).toBe('too-early')
  expect(refusalOf({ validFrom: '2026-07-01' })).toBeNull()
})

test('without a report it begins after the version before', () => {
  expect(daysToBegin({ ...situation, lastCutOff: null }).earliest).toBe('2026-01-02')
  expect(refusalOf({ validFrom: '2026-01-01' }, { lastCutOff: null })).toBe('too-early')
})

test('a mistyped year is refused, and where the latest version begins late there still is a day for the next', () => {
  expect(refusalOf({ validFrom: '2027-07-15' })).toBeNull()
  expect(refusalOf({ validFrom: '2027-07-16' })).toBe('too-late')
  const far = { ...situation, latest: { ...latest, validFrom: '2027-07-15' } }
  expect(daysToBegin(far)).toEqual({ earliest: '2027-07-16', last: '2027-07-16' })
})

test('words that say nothing new make no version, in whatever language they were changed', () => {
  expect(refusalOf({ words: passportWords(latest) })).toBe('unchanged')
  expect(refusalOf({ words: { ...passportWords(latest), limitsEn: 'Others.' } })).toBeNull()
})

test('of two versions that follow the same one only the first fits', () => {
  expect(refusalOf({ version: 1 })).toBe('changed-meanwhile')
})

test('what an indicator of the strategy means is put into other words by a resolution', () => {
  const ofStrategy = { latest: aPassport({ ...latest, key: 'I1' }) }
  expect(refusalOf({}, ofStrategy)).toBe('resolution-missing')
  expect(refusalOf({ resolution: 'LA 2026/05' }, ofStrategy)).toBeNull()
})

test('parts that a passport does not have need another count, and are not to be worded', () => {
  expect(wordedParts(latest)).not.toContain('coverage')
  expect(wordedParts(aPassport({ coverageDe: 'Listen', coverageEn: 'Lists' }))).toContain('coverage')
  expect(wordedParts(aPassport({ denominatorDe: null, denominatorEn: null }))).not.toContain('denominator')
  expect(mayChangeFrequency(latest)).toBe(true)
  expect(mayChangeFrequency(aPassport({ key: 'I2' }))).toBe(false)
  expect(mayChangeFrequency(aPassport({ frequencyMonths: null }))).toBe(false)
})

const aVersion = (given: Partial<PassportVersion>): PassportVersion => {
  return { ...aPassport(), reason: null, recordedAt: null, ...given }
}
const first = aVersion({})
const second = aVersion({ version: 2, validFrom: '2026-03-01', limitsEn: 'Others.', reason: 'Kürzer.' })
const third = aVersion({ ...second, version: 3, validFrom: '2026-09-01', sqlObject: 'other', minimum: 9 })

test('the history tells of each version what it changed, and of figures that never changed nothing', () => {
  const other = aVersion({ key: 'certificates' })
  expect(passportHistory([other, first, second, third, aVersion({ key: 'I1' })])).toMatchObject([
    { key: 'no-show', version: 1, validFrom: '2025-01-01', changed: [], reason: null },
    { version: 2, changed: ['limits'], reason: 'Kürzer.' },
    { version: 3, changed: ['minimum', 'sqlObject'] },
  ])
})

test('the version of a day is the last one that had begun', () => {
  const versions = [first, second, third]
  expect(versionOn(versions, '2024-12-31')).toBeUndefined()
  expect(versionOn(versions, '2026-02-28')?.version).toBe(1)
  expect(versionOn(versions, '2026-03-01')?.version).toBe(2)
})

test('between two days lies a break exactly where another version holds on the second than on the first', () => {
  const versions = [first, second, third]
  const history = passportHistory(versions)
  const day = fc
    .date({ min: new Date('2025-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [after = '', until = ''] = [one, other].sort()
      const breaks = newVersionBetween(history, 'no-show', { after, until })
      const [then, now] = [versionOn(versions, after), versionOn(versions, until)]
      expect(breaks?.version).toBe(then === now ? undefined : now?.version)
    }),
  )
  expect(newVersionBetween(history, 'no-show', { after: undefined, until: '2027-01-01' })).toBeUndefined()
  expect(newVersionBetween(history, 'I1', { after: '2025-01-01', until: '2027-01-01' })).toBeUndefined()
})

test('putting a passport into other words changes what is worded and nothing else', () => {
  const words = { ...passportWords(latest), titleDe: 'Neu', frequencyMonths: 6 }
  expect(changedParts(latest, { ...latest, ...words })).toEqual(['title', 'frequency'])
  expect(Object.keys(words)).not.toContain('sqlObject')
  expect(Object.keys(words)).not.toContain('paperDe')
})
