// Versions of a passport. People put what a figure means into other words; what is counted, and how, is changed by a
// developer. Either is a new version: nothing that was said is changed, and nothing is compared across its first day.

import { addDays, addMonths } from '#app/domain/calendar.ts'
import { accompanies, type Passport } from '#app/domain/passport.ts'

/** What a passport says, in the order in which it is read. */
const COLUMNS = {
  title: ['titleDe', 'titleEn'],
  paper: ['paperDe', 'paperEn'],
  definition: ['definitionDe', 'definitionEn'],
  numerator: ['numeratorDe', 'numeratorEn'],
  denominator: ['denominatorDe', 'denominatorEn'],
  kind: ['kind'],
  unit: ['unit'],
  decimals: ['decimals'],
  months: ['months'],
  direction: ['direction'],
  minimum: ['minimum'],
  fullCount: ['fullCount'],
  coverage: ['coverageDe', 'coverageEn'],
  leftOut: ['leftOutDe', 'leftOutEn'],
  source: ['sourceDe', 'sourceEn'],
  frequency: ['frequencyMonths'],
  responsible: ['responsibleDe', 'responsibleEn'],
  limits: ['limitsDe', 'limitsEn'],
  sqlObject: ['sqlObject'],
} as const satisfies Record<string, readonly (keyof Passport)[]>

export type PassportPart = keyof typeof COLUMNS
export const PASSPORT_PARTS = Object.keys(COLUMNS) as PassportPart[]

/** What people say in both languages. */
export const WORDED_PARTS = [
  'title',
  'definition',
  'numerator',
  'denominator',
  'coverage',
  'leftOut',
  'source',
  'responsible',
  'limits',
] as const satisfies readonly PassportPart[]
export type WordedPart = (typeof WORDED_PARTS)[number]

/** All that people may change. */
export type PassportWords = Pick<Passport, `${WordedPart}De` | `${WordedPart}En` | 'frequencyMonths'>

export type PassportVersion = Passport & {
  /** Why it says something else than the one before; null for the first. */
  reason: string | null
  /** When somebody entered it; null for what came with the product. */
  recordedAt: Date | null
}

export function passportWords(passport: Passport): PassportWords {
  const columns = WORDED_PARTS.flatMap((part) => COLUMNS[part])
  const words = [...columns, 'frequencyMonths' as const].map((column) => [column, passport[column]])
  return Object.fromEntries(words) as PassportWords
}

/**
 * What of it people may put in other words. What a passport does not say (the denominator of what is not divided, how much
 * there was of what is counted in full) would need another count.
 */
export function wordedParts(passport: Passport): WordedPart[] {
  return WORDED_PARTS.filter((part) => passport[`${part}De`] !== null)
}

/** How often indicator 2 is measured is resolved elsewhere; else it may be said anew where it was said. */
export function mayChangeFrequency({ key, frequencyMonths }: Passport): boolean {
  return key !== 'I2' && frequencyMonths !== null
}

/** What a version says otherwise than the one before, in either language. */
export function changedParts(before: Passport, now: Passport): PassportPart[] {
  return PASSPORT_PARTS.filter((part) => COLUMNS[part].some((column) => before[column] !== now[column]))
}

export type PassportRefusal =
  'changed-meanwhile' | 'unchanged' | 'too-early' | 'too-late' | 'resolution-missing'

/** `version` is the one that the new one follows, as it was read. */
export type PassportEntry = {
  version: number
  validFrom: string
  words: PassportWords
  reason: string
  resolution: string | null
}

type Situation = {
  /** The version that was entered last, in force or not yet. */
  latest: Passport
  /** Cut-off day of the latest report, prepared or released; null where there is none. */
  lastCutOff: string | null
  today: string
}

/** Why a version cannot be entered, or null. */
export function unenterableBecause(entry: PassportEntry, situation: Situation): PassportRefusal | null {
  const { latest } = situation
  if (entry.version !== latest.version) return 'changed-meanwhile'
  if (!accompanies(latest) && entry.resolution === null) return 'resolution-missing'
  if (changedParts(latest, { ...latest, ...entry.words }).length === 0) return 'unchanged'
  const { earliest, last } = daysToBegin(situation)
  if (entry.validFrom < earliest) return 'too-early'
  return entry.validFrom > last ? 'too-late' : null
}

const MONTHS_AHEAD = 12

/**
 * Between which days a new version may begin: after every report, which tells of its own day, and after the version
 * before. A year that was mistyped would shut out all that follow, so it begins within a year.
 */
export function daysToBegin({ latest, lastCutOff, today }: Situation): { earliest: string; last: string } {
  const earliest = addDays(latest.validFrom > (lastCutOff ?? '') ? latest.validFrom : (lastCutOff ?? ''), 1)
  const last = addMonths(today, MONTHS_AHEAD)
  return { earliest, last: last > earliest ? last : earliest }
}

/** The version that holds on a day; undefined before the first one. */
export function versionOn<One extends Passport>(versions: readonly One[], day: string): One | undefined {
  return versions.findLast(({ validFrom }) => validFrom <= day)
}

/** A version as reports tell of it: since when, and what has changed with it. */
export type PassportStep = {
  key: string
  version: number
  validFrom: string
  /** Nothing in the first version, which is there to tell since when it held. */
  changed: PassportPart[]
  /** Null for the first version. */
  reason: string | null
  /** Reference of the resolution that set it; null for what the strategy or the coordination set. */
  resolution: string | null
}

/** Of each figure with more than one version all of them, oldest first; `versions` stand figure by figure in their order. */
export function passportHistory(versions: readonly PassportVersion[]): PassportStep[] {
  return versions.flatMap((one, place): PassportStep[] => {
    const [before, after] = [versions[place - 1], versions[place + 1]]
    const follows = before?.key === one.key
    if (!follows && after?.key !== one.key) return []
    const { key, version, validFrom, reason, resolution } = one
    return [
      { key, version, validFrom, changed: follows ? changedParts(before, one) : [], reason, resolution },
    ]
  })
}

/**
 * The version that began after one measurement and until the next: between them the line breaks. Undefined where both
 * were counted by the same.
 */
export function newVersionBetween(
  history: readonly PassportStep[],
  key: string,
  { after, until }: { after: string | undefined; until: string },
): PassportStep | undefined {
  if (after === undefined) return undefined
  return history.findLast((step) => {
    return step.key === key && step.version > 1 && step.validFrom > after && step.validFrom <= until
  })
}
