// What stands behind a number of a report: whether what was counted gives the number, and whether the definition by
// which it was counted still is the same.

import { measuredIn } from '#app/domain/indicator.ts'
import type { RatedTopic } from '#app/domain/reading.ts'
import type { ReportFigures } from '#app/domain/report.ts'
import { figureInForce, isReadOtherwise, readingInForce } from '#app/domain/ruling.ts'
import type { Figure } from '#app/domain/satisfaction.ts'

/** Whether the database still counts as it did: 'unrecorded' where a report from before there were passports does not say. */
export const DEFINITION_STATES = ['same', 'changed', 'unrecorded', 'gone'] as const
export type DefinitionState = (typeof DEFINITION_STATES)[number]

export function definitionState(frozen: string | null, now: string | null): DefinitionState {
  if (now === null) return 'gone'
  if (frozen === null) return 'unrecorded'
  return frozen === now ? 'same' : 'changed'
}

/** What of a report has evidence of its own: both indicators, and whatever accompanies them. */
export function evidenceKeys({ accompanying }: ReportFigures): string[] {
  return ['I1', 'I2', ...accompanying.map(({ key }) => key)]
}

/** What the listed rows add up to, counted again from them and not from the number above. */
export type Recount = { numerator: number; denominator: number; isSame: boolean }

/** The municipalities of indicator 1, one by one. */
export function recountParticipation({ participation }: ReportFigures): Recount {
  const { municipalities, count, denominator } = participation
  const recount = {
    numerator: municipalities.filter(({ takesPart }) => takesPart).length,
    denominator: municipalities.length,
  }
  return { ...recount, isSame: recount.numerator === count && recount.denominator === denominator }
}

/** The ratings of indicator 2 by the reading that counts, answer by answer; null where they are not told apart. */
export function recountSatisfaction(data: ReportFigures): Recount | null {
  const shown = isReadOtherwise(data) ? figureInForce(data)?.measured : measuredIn(data.satisfaction.figure)
  const counted = countRatings(data)
  if (!counted || shown?.kind !== 'measured') return null
  const isSame = counted.numerator === shown.numerator && counted.denominator === shown.denominator
  return { ...counted, isSame }
}

type Answers = { numerator: number; denominator: number }

function countRatings({ satisfaction: { figure, topics }, rulings }: ReportFigures): Answers | null {
  switch (readingInForce(rulings)) {
    case 'overall':
      return answersOf(figure)
    case 'every-topic':
      return lowestOf(topics)
    case 'all-ratings':
      return sumOf(topics)
  }
}

function answersOf(figure: Figure): Answers | null {
  if (figure.kind !== 'full') return null
  const { 1: worst, 2: bad, 3: middling, 4: good, 5: best } = figure.distribution
  return { numerator: good + best, denominator: worst + bad + middling + good + best }
}

/** Of few answers only "6 of 8" is known, and taken as it is told. */
function toldOf(figure: Figure): Answers | null {
  if (figure.kind !== 'words') return answersOf(figure)
  return { numerator: figure.satisfied, denominator: figure.responses }
}

/** Null where it is one of few answers: nothing stands behind "6 of 8". */
function lowestOf(topics: readonly RatedTopic[]): Answers | null {
  let lowest: { figure: Figure; told: Answers } | undefined
  for (const { figure } of topics) {
    const told = toldOf(figure)
    if (told && (!lowest || isLower(told, lowest.told))) lowest = { figure, told }
  }
  return lowest ? answersOf(lowest.figure) : null
}

function isLower(one: Answers, other: Answers): boolean {
  return one.numerator * other.denominator < other.numerator * one.denominator
}

/** Null where all of them have few answers. */
function sumOf(topics: readonly RatedTopic[]): Answers | null {
  if (topics.every(({ figure }) => figure.kind !== 'full')) return null
  const sum = { numerator: 0, denominator: 0 }
  for (const { figure } of topics) {
    const told = toldOf(figure)
    sum.numerator += told?.numerator ?? 0
    sum.denominator += told?.denominator ?? 0
  }
  return sum
}
