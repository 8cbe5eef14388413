// Counting: from opened ballots to numbers in which no ballot can be found again.

import type { Answers } from '#app/domain/answers.ts'
import { mayBeToldApart, MIN_RESPONSES } from '#app/domain/disclosure.ts'
import { STRATA, type Stratum, type TallyStratum } from '#app/domain/evaluation.ts'
import { ratedItems, textItems, type Questionnaire } from '#app/domain/questionnaire.ts'
import { NO_ANSWER, RATINGS, type Distribution } from '#app/domain/satisfaction.ts'

/** What lies in a ballot once it is opened and checked. */
export type Ballot = { stratum: Stratum; answers: Answers }

/** How many chose a value; `value` is the number of the scale as text, `itemKey` like `topics.organisation`. */
export type TallyRow = { stratum: TallyStratum; itemKey: string; value: string; n: number }

export type ByStratum = Record<Stratum, number>

/**
 * Whether groups are told apart even in the table: only where each was invited in sufficient number and each has
 * sent enough ballots. Otherwise the stratum of a ballot is forgotten at the count.
 */
export function keepsStrata(invited: ByStratum, ballots: ByStratum, minimum = MIN_RESPONSES): boolean {
  return mayBeToldApart(invited) && STRATA.every((stratum) => ballots[stratum] >= minimum)
}

/** Sums in the order of the questionnaire: nothing of the order of the ballots is left. */
export function tallyOf(
  ballots: readonly Ballot[],
  questionnaire: Questionnaire,
  apart: boolean,
): TallyRow[] {
  const strata: readonly TallyStratum[] = apart ? STRATA : ['all']
  return strata.flatMap((stratum) => {
    const counted = ballots.filter((ballot) => stratum === 'all' || ballot.stratum === stratum)
    return ratedItems(questionnaire).flatMap(({ key, options }) => {
      const counts = new Map<unknown, number>()
      for (const { answers } of counted) {
        const rating = ratingIn(answers, key)
        counts.set(rating, (counts.get(rating) ?? 0) + 1)
      }
      return options.flatMap(({ value }) => {
        const n = counts.get(value) ?? 0
        return n > 0 ? [{ stratum, itemKey: key, value: String(value), n }] : []
      })
    })
  })
}

function ratingIn(answers: Answers, itemKey: string): unknown {
  const [key = '', row] = itemKey.split('.')
  const answer = answers[key]
  if (row === undefined) return answer
  return typeof answer === 'object' ? answer[row] : undefined
}

/** The texts by question, without blank ones, in the order of the ballots: the caller shuffles each list. */
export function textsOf(ballots: readonly Ballot[], questionnaire: Questionnaire): Record<string, string[]> {
  return Object.fromEntries(
    textItems(questionnaire).map(({ key }) => [
      key,
      ballots.map((ballot) => ballot.answers[key]).flatMap((text) => (isText(text) ? [text.trim()] : [])),
    ]),
  )
}

function isText(answer: unknown): answer is string {
  return typeof answer === 'string' && answer.trim() !== ''
}

type Counted = { stratum: string; itemKey: string; value: string; n: number }

/** The ratings of one item; of one group where it is named, else of all together. */
export function distributionOf(rows: readonly Counted[], itemKey: string, stratum?: Stratum): Distribution {
  const distribution: Distribution = { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 }
  for (const rating of RATINGS) distribution[rating] = countOf(rows, itemKey, rating, stratum)
  return distribution
}

/** How many chose "keine Angabe" for an item. */
export function noAnswersIn(rows: readonly Counted[], itemKey: string): number {
  return countOf(rows, itemKey, NO_ANSWER)
}

function countOf(rows: readonly Counted[], itemKey: string, value: number, stratum?: Stratum): number {
  return rows
    .filter((row) => row.itemKey === itemKey && row.value === String(value))
    .filter((row) => stratum === undefined || row.stratum === stratum)
    .reduce((sum, row) => sum + row.n, 0)
}
