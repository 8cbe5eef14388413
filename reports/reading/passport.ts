// How a figure is defined, by which version, on whose word, and what has changed in that.

import type { Locale } from '#app/domain/locale.ts'
import { accompanies, type CountedPassport } from '#app/domain/passport.ts'
import type { PassportStep } from '#app/domain/passport-version.ts'
import type { Definition } from '#app/domain/report.ts'
import { isReadOtherwise, measuredEvery, readingInForce, type Rulings } from '#app/domain/ruling.ts'
import { sentences } from '#reports/reading/values.ts'
import type { Words } from '#reports/words.ts'

export function passportRows(
  definition: Definition,
  { report, target }: Words,
  locale: Locale,
): [string, string][] {
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
export function passportFacts(
  one: CountedPassport,
  { data, words, locale }: PassportReading,
): [string, string][] {
  const { passport } = words
  const said = (de: string | null, en: string | null) => (locale === 'de' ? de : en)
  const basis = [said(one.coverageDe, one.coverageEn), said(one.leftOutDe, one.leftOutEn)]
  const facts: [string, string | null][] = [
    [passport.key, one.key],
    [passport.paper, said(one.paperDe, one.paperEn)],
    [passport.definition, said(one.definitionDe, one.definitionEn)],
    [
      words.ruling.reading,
      one.key === 'I2' && isReadOtherwise(data) ? readingFact(data.rulings, words) : null,
    ],
    [passport.numerator, said(one.numeratorDe, one.numeratorEn)],
    [passport.denominator, said(one.denominatorDe, one.denominatorEn)],
    [passport.unit, kindOf(one, passport)],
    [passport.directionLabel, passport.direction[one.direction]],
    [passport.minimum, one.minimum > 1 ? passport.minimumOf(one.minimum) : null],
    [passport.uncertainty, one.fullCount ? passport.fullCount : passport.estimated],
    [passport.coverage, basis.filter(Boolean).join('; ') || null],
    [passport.source, said(one.sourceDe, one.sourceEn)],
    [passport.frequency, passport.everyMonths(measuredEvery(one, data.rulings))],
    [passport.responsible, said(one.responsibleDe, one.responsibleEn)],
    [passport.limits, said(one.limitsDe, one.limitsEn)],
    [passport.version, passport.versionOf(one.version, one.validFrom)],
    [passport.resolution, one.resolution ?? (accompanies(one) ? passport.byOffice : passport.byStrategy)],
    [passport.sql, sqlFact(one, passport)],
  ]
  return facts.flatMap(([term, value]) => (value === null ? [] : [[term, value]]))
}

/** By another reading than that of the overall question its words alone would mislead. */
function readingFact(rulings: Rulings, { ruling }: Words): string {
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
