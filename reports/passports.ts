// Passports on the screen: all of them in a row, and one with all its versions, in the words of the book.

import type { ListedPassport, ShownDifference, ShownPassport, ShownVersion } from '#app/charts/passport.ts'
import { addDays } from '#app/domain/calendar.ts'
import { definitionState } from '#app/domain/evidence.ts'
import type { Locale } from '#app/domain/locale.ts'
import {
  changedParts,
  versionOn,
  WORDED_PARTS,
  type PassportPart,
  type PassportVersion,
  type WordedPart,
} from '#app/domain/passport-version.ts'
import type { Rulings } from '#app/domain/ruling.ts'
import { wordDifference } from '#app/domain/word-difference.ts'
import { kindOf, passportFacts, type PassportReading } from '#reports/reading/passport.ts'
import { titleIn } from '#reports/reading/values.ts'
import { wordsIn, type Words } from '#reports/words.ts'

/** `versions` stand figure by figure, each from its first to its latest. */
export function listedPassports(
  versions: readonly PassportVersion[],
  today: string,
  locale: Locale,
): ListedPassport[] {
  const words = wordsIn(locale).passport
  const keys = [...new Set(versions.map(({ key }) => key))]
  return keys.flatMap((figure): ListedPassport[] => {
    const own = versions.filter((version) => version.key === figure)
    const [one, latest] = [versionOn(own, today) ?? own[0], own.at(-1)]
    if (!one || !latest) return []
    const { key, version, validFrom, responsibleDe, responsibleEn } = one
    return [
      {
        ...{ key, version, validFrom, title: titleIn(locale, one), kind: kindOf(one, words) },
        direction: words.direction[one.direction],
        responsible: locale === 'de' ? responsibleDe : responsibleEn,
        upcoming: latest.version > version ? { version: latest.version, validFrom: latest.validFrom } : null,
      },
    ]
  })
}

type Given = {
  /** Of one figure, oldest first. */
  versions: readonly PassportVersion[]
  /** The released reports that counted it, oldest first. */
  reports: readonly { number: number; cutOff: string; version: number; sqlSha256: string | null }[]
  /** By the name of a function the fingerprint by which it counts now. */
  fingerprints: ReadonlyMap<string, string>
  rulings: Rulings
  today: string
  locale: Locale
}

export function shownPassport(given: Given): ShownPassport | undefined {
  const { versions, today, locale } = given
  const one = versionOn(versions, today) ?? versions[0]
  if (!one) return undefined
  const shown = versions.map((version, place) => shownVersion(version, place, one, given))
  return { key: one.key, title: titleIn(locale, one), versions: shown.reverse() }
}

function shownVersion(
  one: PassportVersion,
  place: number,
  inForce: PassportVersion,
  { versions, reports, fingerprints, rulings, locale }: Given,
): ShownVersion {
  const { version, validFrom, reason, resolution, recordedAt, sqlObject } = one
  const reading = { data: { rulings }, words: wordsIn(locale), locale }
  const [before, after] = [versions[place - 1], versions[place + 1]]
  const counted = reports.filter((report) => report.version === version)
  const now = sqlObject === null ? null : (fingerprints.get(sqlObject) ?? null)
  // What was replaced is told with the fingerprint by which it counted, not with one of today.
  const sqlSha256 = version < inForce.version ? (counted.at(-1)?.sqlSha256 ?? null) : now
  return {
    ...{ version, validFrom, reason, resolution, recordedAt },
    validUntil: after ? addDays(after.validFrom, -1) : null,
    state: version === inForce.version ? 'in-force' : version > inForce.version ? 'upcoming' : 'replaced',
    differences: before ? differencesOf(before, one, reading) : [],
    counts: counted.map(({ number, cutOff, sqlSha256: frozen }) => {
      return { number, cutOff, state: sqlObject === null ? 'released' : definitionState(frozen, now) }
    }),
    facts: passportFacts({ ...one, sqlSha256 }, reading),
  }
}

/** In both languages, for whoever reads one of them would not see what was changed in the other. */
function differencesOf(
  before: PassportVersion,
  now: PassportVersion,
  { words }: PassportReading,
): ShownDifference[] {
  const { passport, passportVersion: said } = words
  return changedParts(before, now).flatMap((part): ShownDifference[] => {
    const name = passport.part[part]
    const named = (title: string, was: string | null, is: string | null): ShownDifference[] =>
      was === is ? [] : [{ part: title, ...wordDifference(was ?? said.nothing, is ?? said.nothing) }]
    if (!isInTwoLanguages(part))
      return named(name, codedValue(before, part, words), codedValue(now, part, words))
    return [
      ...named(said.inGerman(name), before[`${part}De`], now[`${part}De`]),
      ...named(said.inEnglish(name), before[`${part}En`], now[`${part}En`]),
    ]
  })
}

function isInTwoLanguages(part: PassportPart): part is WordedPart | 'paper' {
  return part === 'paper' || WORDED_PARTS.some((one) => one === part)
}

function codedValue(
  one: PassportVersion,
  part: Exclude<PassportPart, WordedPart | 'paper'>,
  { passport, figureList }: Words,
): string {
  switch (part) {
    case 'kind':
      return passport.kind[one.kind]
    case 'unit':
      return figureList.unit[one.unit]
    case 'months':
      return passport.months(one.months)
    case 'direction':
      return passport.direction[one.direction]
    case 'fullCount':
      return one.fullCount ? passport.fullCount : passport.estimated
    case 'frequency':
      return passport.everyMonths(one.frequencyMonths)
    case 'sqlObject':
      return one.sqlObject ?? passport.fromReleases
    case 'decimals':
    case 'minimum':
      return String(one[part])
  }
}
