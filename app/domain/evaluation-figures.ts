// What released evaluations of the competence centre tell beside indicator 2: how many answered, and how satisfied they
// are topic by topic. Read from releases alone, so that nothing is told which the rules of disclosure have kept back.

import {
  accompanyingFigure,
  breaksOn,
  changeBetween,
  stretchBefore,
  stretchUntil,
  type AccompanyingFigure,
  type AccompanyingPart,
  type CountedFigure,
  type Quantity,
  type Stretch,
} from '#app/domain/accompanying-figure.ts'
import type { Passport } from '#app/domain/passport.ts'
import { itemsOf, rowKey, TOPICS, type Questionnaire } from '#app/domain/questionnaire.ts'
import { signaturesOf } from '#app/domain/questionnaire-change.ts'
import type { Release } from '#app/domain/release.ts'
import { wilsonInterval, type Figure } from '#app/domain/satisfaction.ts'

type Round = { closesOn: string; release: Release; questionnaire: Questionnaire }

export type EvaluationFacts = {
  /** Released competence-centre rounds, oldest first. */
  rounds: readonly Round[]
  /** The last days of all such rounds that were opened, released or not. */
  roundsHeld: readonly string[]
}

/** The figures that are read from releases, by the keys of their passports. */
const FROM_RELEASES: Readonly<
  Record<string, (facts: EvaluationFacts, passport: Passport, times: Times) => AccompanyingPart[]>
> = { 'response-rate': responseRate, 'satisfied-by-topic': satisfiedByTopic }

type Times = { now: Stretch; before: Stretch | null }

function evaluationFigure(
  facts: EvaluationFacts,
  passport: Passport,
  cutOff: string,
): AccompanyingFigure | null {
  const count = FROM_RELEASES[passport.key]
  if (!count) return null
  const now = stretchUntil(cutOff, passport.months)
  const broken = breaksOn(passport, now)
  const times = { now, before: broken === null ? stretchBefore(now, passport.months) : null }
  return { key: passport.key, ...now, breaksOn: broken, parts: count(facts, passport, times) }
}

/** In the order of the passports; one that is neither counted nor read from releases has no figure. */
export function accompanyingOf(
  facts: EvaluationFacts & {
    passports: readonly Passport[]
    counted: readonly CountedFigure[]
    cutOff: string
  },
): AccompanyingFigure[] {
  return facts.passports.flatMap((passport) => {
    const counted = facts.counted.find((one) => one.passport.key === passport.key)
    if (counted) return accompanyingFigure(counted, facts.cutOff)
    return evaluationFigure(facts, passport, facts.cutOff) ?? []
  })
}

const within = (day: string, stretch: Stretch | null) =>
  stretch !== null && stretch.fromDate <= day && day <= stretch.untilDate

function responseRate(facts: EvaluationFacts, passport: Passport, times: Times): AccompanyingPart[] {
  const released = facts.rounds.filter(({ closesOn }) => within(closesOn, times.now))
  const now = turnoutOf(released, passport)
  const before = turnoutOf(
    facts.rounds.filter(({ closesOn }) => within(closesOn, times.before)),
    passport,
  )
  const held = facts.roundsHeld.filter((day) => within(day, times.now)).length
  const coverage = held === 0 ? null : { covered: released.length, of: held, leftOut: 0 }
  return [{ ...UNDIVIDED, now, before, coverage, change: changeBetween(now, before) }]
}

const UNDIVIDED = { key: null, titleDe: null, titleEn: null }

function turnoutOf(rounds: readonly Round[], { minimum }: Passport): Quantity {
  const sum = (what: 'invited' | 'used') =>
    rounds.reduce((all, { release }) => all + release.turnout[what], 0)
  const [numerator, denominator] = [sum('used'), sum('invited')]
  if (denominator === 0) return { kind: 'no-data' }
  if (denominator < minimum) return { kind: 'too-few' }
  const interval = wilsonInterval(numerator, denominator)
  return { kind: 'measured', value: numerator / denominator, numerator, denominator, interval }
}

function satisfiedByTopic(
  { rounds }: EvaluationFacts,
  _passport: Passport,
  times: Times,
): AccompanyingPart[] {
  const latestIn = (stretch: Stretch | null) =>
    rounds.filter(({ closesOn }) => within(closesOn, stretch)).at(-1)
  const [now, before] = [latestIn(times.now), latestIn(times.before)]
  const topics = now && itemsOf(now.questionnaire).find(({ key }) => key === TOPICS)
  if (!now || topics?.kind !== 'matrix')
    return [{ ...UNDIVIDED, now: NO_DATA, before: NO_DATA, coverage: null, change: 'unknown' }]
  const asked = signaturesOf(now.questionnaire)
  const askedBefore = before && signaturesOf(before.questionnaire)
  return topics.rows.map((row) => {
    const key = rowKey(topics, row)
    const figure = figureIn(now, key)
    const same = before && asked.get(key) === askedBefore?.get(key)
    return topicPart({ key: row.key, title: row.title }, figure, same ? figureIn(before, key) : NO_DATA, now)
  })
}

const NO_DATA = { kind: 'no-data' } as const

function figureIn({ release }: Round, key: string): Figure {
  return release.items.find((item) => item.key === key)?.figure ?? NO_DATA
}

type Topic = { key: string; title: { de: string; en: string | null } }

function topicPart({ key, title }: Topic, now: Figure, before: Figure, { release }: Round): AccompanyingPart {
  const told = now.kind === 'words' || now.kind === 'full'
  // Of what is told in words alone, no difference is: it would be reckoned with again.
  const isComparable = now.kind === 'full' && before.kind === 'full'
  const [is, was] = [quantityOf(now), quantityOf(before)]
  return {
    key,
    titleDe: title.de,
    titleEn: title.en,
    now: is,
    before: was,
    coverage: told ? { covered: now.responses, of: release.turnout.invited, leftOut: 0 } : null,
    change: isComparable ? changeBetween(is, was) : 'unknown',
  }
}

function quantityOf(figure: Figure): Quantity {
  if (figure.kind === 'no-data' || figure.kind === 'too-few') return { kind: figure.kind }
  const { satisfied: numerator, responses: denominator } = figure
  const interval = figure.kind === 'full' ? figure.interval : null
  return { kind: 'measured', value: numerator / denominator, numerator, denominator, interval }
}
