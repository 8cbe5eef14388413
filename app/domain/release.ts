// The frozen figures of a round: the only thing that anybody ever sees of what people answered.

import {
  FULL_DETAIL_FROM,
  mayBeShownUnderCondition,
  mayBeToldApart,
  minimumFor,
  shownGroups,
} from '#app/domain/disclosure.ts'
import { STRATA, type Stratum } from '#app/domain/evaluation.ts'
import {
  ratedItems,
  textItems,
  type Questionnaire,
  type RatedItem,
  type TextItem,
} from '#app/domain/questionnaire.ts'
import { figureOf, responsesIn, type Distribution, type Figure } from '#app/domain/satisfaction.ts'
import { distributionOf, noAnswersIn, type ByStratum, type TallyRow } from '#app/domain/tally.ts'

/** `apart` is null wherever the groups may not be told apart. */
export type ReleasedItem = {
  key: string
  figure: Figure
  /** How many chose "keine Angabe"; null wherever less than everything is shown of the item. */
  noAnswer: number | null
  apart: Record<Stratum, Figure> | null
}

/** Fewer texts than the minimum are counted, not shown; `count` is null where even that would tell an answer. */
export type ReleasedTexts = { key: string; count: number | null; texts: string[] | null }

export type Turnout = { invited: number; used: number }

export type Release = {
  minimum: number
  turnout: Turnout
  turnoutApart: Record<Stratum, Turnout> | null
  items: ReleasedItem[]
  texts: ReleasedTexts[]
}

export type Counted = {
  questionnaire: Questionnaire
  tallies: readonly TallyRow[]
  invited: ByStratum
  used: ByStratum
  /** By question, each list already in random order and without what the review has taken out. */
  texts: Readonly<Record<string, readonly string[]>>
  minimum: number
}

/** Plain JSON, computed once. Whatever the rules hide is not in it, nor can it be calculated from it. */
export function releasePayload({ questionnaire, tallies, invited, used, texts, minimum }: Counted): Release {
  const least = minimumFor(minimum)
  const apart = mayBeToldApart(invited)
  return {
    minimum: least,
    turnout: { invited: total(invited), used: total(used) },
    turnoutApart: apart ? byStratum((stratum) => ({ invited: invited[stratum], used: used[stratum] })) : null,
    items: ratedItems(questionnaire).map((item) =>
      releasedItem(item, { tallies, invited, used, apart, least }),
    ),
    texts: textItems(questionnaire).map((item) =>
      releasedTexts(item, texts[item.key] ?? [], total(used), least),
    ),
  }
}

function total(numbers: ByStratum): number {
  return STRATA.reduce((sum, stratum) => sum + numbers[stratum], 0)
}

function byStratum<T>(of: (stratum: Stratum) => T): Record<Stratum, T> {
  return { it: of('it'), user: of('user') }
}

type Counts = {
  tallies: readonly TallyRow[]
  invited: ByStratum
  used: ByStratum
  apart: boolean
  least: number
}

function releasedItem(
  { key, shownIf }: RatedItem,
  { tallies, invited, used, apart, least }: Counts,
): ReleasedItem {
  const whole = distributionOf(tallies, key)
  if (shownIf !== null && !mayBeShownUnderCondition(responsesIn(whole), total(used), least)) {
    return { key, figure: { kind: 'too-few' }, noAnswer: null, apart: null }
  }
  const figure = figureOf(whole, total(invited), least)
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
  ballots: number,
  minimum: number,
): ReleasedTexts {
  if (shownIf !== null && !mayBeShownUnderCondition(texts.length, ballots, minimum)) {
    return { key, count: null, texts: null }
  }
  return { key, count: texts.length, texts: texts.length >= minimum ? [...texts] : null }
}
