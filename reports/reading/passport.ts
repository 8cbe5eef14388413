// How a figure is defined, by which version, on whose word, and what has changed in that.

import type { Locale } from '#app/domain/locale.ts'
import { accompanies, type CountedPassport } from '#app/domain/passport.ts'
import type { PassportStep } from '#app/domain/passport-version.ts'
import type { Definition, ReportFigures } from '#app/domain/report.ts'
import { isReadOtherwise, measuredEvery, readingInForce, type Rulings } from '#app/domain/ruling.ts'
import { sentences, type Reading } from '#reports/reading/values.ts'
import type { Words } from '#reports/words.ts'

export function passportOf({ passports }: ReportFigures, key: string): CountedPassport | null {
  return passports.find((passport) => passport.key === key) ?? null
}

/** What is read beside a figure itself: what it means, of what it is counted, and what it does not say. */
export function passportInShort(
  reading: Reading,
  key: string,
  definition: Definition | null,
): [string, string][] {
  return passportTold(reading, key, definition, IN_SHORT)
}

/** Of the passport all parts, or those named; of reports from before there were passports, what their definition says. */
export function passportTold(
  reading: Reading,
  key: string,
  definition: Definition | null,
  parts: readonly PassportFact[] = PASSPORT_FACTS,
): [string, string][] {
  const passport = passportOf(reading.data, key)
  if (passport) return passportFacts(passport, reading, parts)
  return definition ? definitionRows(definition, reading) : []
}

function definitionRows(definition: Definition, { words, locale }: Reading): [string, string][] {
  const { report, target } = words
  const { facts } = report
  const { version, validFrom, resolution, textDe, textEn, sourceDe, sourceEn } = definition
  return [
    [facts.definition, locale === 'de' ? textDe : textEn],
    [facts.version, facts.versionFrom(version, validFrom)],
    [facts.resolution, resolution ? target.resolvedBy(resolution) : facts.strategy],
    [facts.source, locale === 'de' ? sourceDe : sourceEn],
  ]
}

/** What is needed to tell of a passport: that of a report, or that of today. */
export type PassportReading = { data: { rulings: Rulings }; words: Words; locale: Locale }

/** Everything that a passport says, in the order in which it is read. */
const PASSPORT_FACTS = [
  ...['key', 'paper', 'definition', 'reading', 'numerator', 'denominator', 'unit', 'direction', 'minimum'],
  ...[
    'uncertainty',
    'coverage',
    'source',
    'frequency',
    'responsible',
    'limits',
    'version',
    'resolution',
    'sql',
  ],
] as const
const IN_SHORT = ['paper', 'numerator', 'denominator', 'limits', 'source', 'edition'] as const
type PassportFact = (typeof PASSPORT_FACTS)[number] | (typeof IN_SHORT)[number]

export function passportFacts(
  one: CountedPassport,
  { data, words, locale }: PassportReading,
  parts: readonly PassportFact[] = PASSPORT_FACTS,
): [string, string][] {
  const { passport } = words
  const said = (de: string | null, en: string | null) => (locale === 'de' ? de : en)
  const version = passport.versionOf(one.version, one.validFrom)
  const basis = [said(one.coverageDe, one.coverageEn), said(one.leftOutDe, one.leftOutEn)]
  const facts: Record<PassportFact, [string, string | null]> = {
    key: [passport.key, one.key],
    paper: [passport.paper, said(one.paperDe, one.paperEn)],
    definition: [passport.definition, said(one.definitionDe, one.definitionEn)],
    reading: [words.ruling.reading, one.key === 'I2' ? readingFact(data.rulings, words) : null],
    numerator: [passport.numerator, said(one.numeratorDe, one.numeratorEn)],
    denominator: [passport.denominator, said(one.denominatorDe, one.denominatorEn)],
    unit: [passport.unit, kindOf(one, passport)],
    direction: [passport.directionLabel, passport.direction[one.direction]],
    minimum: [passport.minimum, one.minimum > 1 ? passport.minimumOf(one.minimum) : null],
    uncertainty: [passport.uncertainty, one.fullCount ? passport.fullCount : passport.estimated],
    coverage: [passport.coverage, basis.filter(Boolean).join('; ') || null],
    source: [passport.source, said(one.sourceDe, one.sourceEn)],
    frequency: [passport.frequency, passport.everyMonths(measuredEvery(one, data.rulings))],
    responsible: [passport.responsible, said(one.responsibleDe, one.responsibleEn)],
    limits: [passport.limits, said(one.limitsDe, one.limitsEn)],
    version: [passport.version, version],
    resolution: [passport.resolution, basisOf(one, passport)],
    edition: [
      passport.version,
      `${version}; ${one.resolution ? words.target.resolvedBy(one.resolution) : basisOf(one, passport)}`,
    ],
    sql: [passport.sql, sqlFact(one, passport)],
  }
  return parts.flatMap((part) => {
    const [term, value] = facts[part]
    return value === null ? [] : [[term, value]]
  })
}

function basisOf(one: CountedPassport, words: Words['passport']): string {
  return one.resolution ?? (accompanies(one) ? words.byOffice : words.byStrategy)
}

/** By another reading than that of the overall question the words of the passport alone would mislead. */
function readingFact(rulings: Rulings, { ruling }: Words): string | null {
  if (!isReadOtherwise({ rulings })) return null
  const inForce = readingInForce(rulings)
  return `${ruling.name[inForce]}: ${ruling.meaning[inForce]}`
}

/** "Anteil in Prozent, über 12 Monate bis zum Stichtag" */
export function kindOf({ kind, months }: Pick<CountedPassport, 'kind' | 'months'>, words: Words['passport']) {
  return `${words.kind[kind]}, ${words.months(months)}`
}

function sqlFact({ sqlObject, sqlSha256 }: CountedPassport, words: Words['passport']): string {
  return sqlObject === null ? words.fromReleases : words.sqlFingerprint(sqlObject, sqlSha256 ?? '–')
}

/** A version in a sentence or two: since when, what changed with it, why, and on whose word. */
export function stepSentence(step: PassportStep, { passport: words }: Words): string {
  const { version, validFrom, changed, reason, resolution } = step
  return sentences(
    words.versionFrom(version, validFrom),
    version > 1 ? words.changedParts(changed) : null,
    reason && words.because(finished(reason)),
    version > 1 && resolution ? words.resolvedIn(resolution) : null,
  )
}

/** What a person wrote, with a full stop where it has no end of its own. */
export function finished(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
