// The frozen figures of a round: the only thing that anybody ever sees of what people answered.

import { countsApart, partsFigure, ticksFigure, type CountFigure } from '#app/domain/answer-count.ts'
import {
  FULL_DETAIL_FROM,
  mayBeShownUnderCondition,
  mayBeToldApart,
  minimumFor,
  shownGroups,
} from '#app/domain/disclosure.ts'
import { STRATA, type Stratum } from '#app/domain/evaluation.ts'
import {
  countedItems,
  ratedItems,
  textItems,
  type CountedItem,
  type Questionnaire,
  type RatedItem,
  type TextItem,
} from '#app/domain/questionnaire.ts'
import { asksToldGroup, cutsNobodyOff, type Told } from '#app/domain/release-condition.ts'
import { figureOf, responsesIn, type Distribution, type Figure } from '#app/domain/satisfaction.ts'
import {
  ANSWERED,
  countsOf,
  distributionOf,
  noAnswersIn,
  valuesOf,
  type ByStratum,
  type TallyRow,
} from '#app/domain/tally.ts'

/** `apart` is null wherever the groups may not be told apart. */
export type ReleasedItem = {
  key: string
  figure: Figure
  /** How many chose "keine Angabe"; null wherever less than everything is shown of the item. */
  noAnswer: number | null
  apart: Record<Stratum, Figure> | null
}

/** A question with answers of its own: words, yes or no, or numbers. */
export type ReleasedCount = {
  key: string
  figure: CountFigure
  apart: Record<Stratum, CountFigure> | null
}

/** Fewer texts than the minimum are counted, not shown; `count` is null where even that would tell an answer. */
export type ReleasedTexts = { key: string; count: number | null; texts: string[] | null }

export type Turnout = { invited: number; used: number }

/** Frozen, and so never rewritten: releases from before there was a format have neither it nor `counts`; then the forms. */
export type Release = {
  format?: 2
  minimum: number
  turnout: Turnout
  turnoutApart: Record<Stratum, Turnout> | null
  items: ReleasedItem[]
  counts?: ReleasedCount[]
  texts: ReleasedTexts[]
  /** How many forms were printed, not how many came back: that may tell of somebody that they have voted. */
  paperForms?: number
}

/** What the count leaves of the ballots, without what people wrote. */
export type Sums = {
  questionnaire: Questionnaire
  tallies: readonly TallyRow[]
  invited: ByStratum
  used: ByStratum
  minimum: number
}

export type Counted = Sums & {
  /** By question, each list already in random order and without what the review has taken out. */
  texts: Readonly<Record<string, readonly string[]>>
  paperForms: number
}

/** Plain JSON, computed once. Whatever the rules hide is not in it, nor can it be calculated from it. */
export function releasePayload({ texts, paperForms, ...sums }: Counted): Required<Release> {
  const rules = rulesFor(sums)
  return {
    format: 2,
    minimum: rules.least,
    turnout: { invited: total(sums.invited), used: rules.ballots },
    turnoutApart: rules.apart
      ? byStratum((stratum) => ({ invited: sums.invited[stratum], used: sums.used[stratum] }))
      : null,
    items: ratedItems(sums.questionnaire).map((item) => releasedItem(item, sums, rules)),
    counts: countedItems(sums.questionnaire).map((item) => releasedCount(item, sums, rules)),
    texts: textItems(sums.questionnaire).map((item) => releasedTexts(item, texts[item.key] ?? [], rules)),
    paperForms,
  }
}

/** Whether it is clear at the count already that nobody may ever hear of what was written, not even how often. */
export function mayTellOfTexts(item: TextItem, texts: number, sums: Sums): boolean {
  return rulesFor(sums).mayTell(item.shownIf, texts)
}

type Rules = {
  least: number
  ballots: number
  /** Whether the groups may be told apart at all. */
  apart: boolean
  /** Whether figures of so many answers may be told, seen from who was asked. */
  mayTell: (shownIf: string | null, responses: number) => boolean
}

function rulesFor(sums: Sums): Rules {
  const { questionnaire, used, invited, minimum } = sums
  const ballots = total(used)
  const least = minimumFor(minimum)
  const toAll: Rules = {
    ...{ least, ballots, apart: mayBeToldApart(invited) },
    mayTell: (shownIf) => shownIf === null,
  }
  const told: Told = {
    items: ratedItems(questionnaire).map((item) => releasedItem(item, sums, toAll)),
    counts: countedItems(questionnaire).map((item) => releasedCount(item, sums, toAll)),
  }
  const mayTell: Rules['mayTell'] = (shownIf, responses) =>
    shownIf === null ||
    (mayBeShownUnderCondition(responses, ballots, least) &&
      asksToldGroup(shownIf, questionnaire, told) &&
      cutsNobodyOff(shownIf, questionnaire, told, { tallies: sums.tallies, ballots, least }))
  return { ...toAll, mayTell }
}

function total(numbers: ByStratum): number {
  return STRATA.reduce((sum, stratum) => sum + numbers[stratum], 0)
}

function byStratum<T>(of: (stratum: Stratum) => T): Record<Stratum, T> {
  return { it: of('it'), user: of('user') }
}

function releasedItem(
  { key, shownIf }: RatedItem,
  { tallies, invited }: Sums,
  { apart, least, mayTell }: Rules,
): ReleasedItem {
  const whole = distributionOf(tallies, key)
  const figure = figureOf(whole, total(invited), least)
  // Who was asked under a condition is a group among all, and must not be of one mind either while it is small.
  if (!mayTell(shownIf, responsesIn(whole)) || (shownIf !== null && isSmallAndUnanimous(figure))) {
    return { key, figure: { kind: 'too-few' }, noAnswer: null, apart: null }
  }
  const shown = figure.kind === 'words' || figure.kind === 'full'
  const groups = byStratum((stratum) => distributionOf(tallies, key, stratum))
  return {
    key,
    figure,
    noAnswer: figure.kind === 'full' ? noAnswersIn(tallies, key) : null,
    // Under a condition a group would be cut by its answers as well.
    apart: apart && shown && shownIf === null ? figuresApart(groups, invited, least) : null,
  }
}

function releasedCount(
  item: CountedItem,
  { tallies }: Sums,
  { apart, least, mayTell }: Rules,
): ReleasedCount {
  const { key, shownIf } = item
  const values = valuesOf(item)
  const of = (stratum?: Stratum) => {
    const { [ANSWERED]: answered, ...counts } = countsOf(tallies, key, values, stratum)
    return { counts, responses: answered ?? Object.values(counts).reduce((sum, n) => sum + n, 0) }
  }
  const { counts, responses } = of()
  if (!mayTell(shownIf, responses)) return { key, figure: { kind: 'too-few' }, apart: null }
  const figure = item.kind === 'several' ? ticksFigure(counts, responses, least) : partsFigure(counts, least)
  return { key, figure, apart: apart && shownIf === null ? countsApart(figure, byStratum(of), least) : null }
}

/**
 * The groups beside their total, all of them or none: with two groups one is the difference of the other. For the
 * same reason both are told in the same detail, and neither when a small group was of one mind, because that would
 * say what each of its members answered. "More than 90 per cent" of fewer than ten would say the same: it is all of
 * them. Which of these reasons it was is not said, for that would tell as much.
 */
function figuresApart(
  groups: Record<Stratum, Distribution>,
  invited: ByStratum,
  minimum: number,
): Record<Stratum, Figure> | null {
  const sizes = byStratum((stratum) => responsesIn(groups[stratum]))
  if (shownGroups(sizes, minimum).size < STRATA.length) return null
  const figures = byStratum((stratum) => figureOf(groups[stratum], invited[stratum], minimum))
  if (STRATA.some((stratum) => isSmallAndUnanimous(figures[stratum]))) return null
  const inFull = STRATA.every((stratum) => sizes[stratum] >= FULL_DETAIL_FROM)
  return inFull ? figures : byStratum((stratum) => inWords(figures[stratum]))
}

function isSmallAndUnanimous(figure: Figure): boolean {
  if (figure.kind !== 'words') return false
  return figure.satisfied === 0 || figure.satisfied === figure.responses
}

function inWords(figure: Figure): Figure {
  if (figure.kind !== 'full') return figure
  return { kind: 'words', satisfied: figure.satisfied, responses: figure.responses }
}

function releasedTexts(
  { key, shownIf }: TextItem,
  texts: readonly string[],
  { least, mayTell }: Rules,
): ReleasedTexts {
  if (!mayTell(shownIf, texts.length)) return { key, count: null, texts: null }
  return { key, count: texts.length, texts: texts.length >= least ? [...texts] : null }
}
