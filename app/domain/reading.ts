// Indicator 2 in the strategy's words: "Mind. XX % der Bewertenden geben die Gesamtwertung 'zufrieden' oder 'sehr
// zufrieden' zu Themen wie Organisation, Zeitersparnis, Lernkurve, etc. an." It can be read in more than one way. Which
// one counts is a resolution of the committee; each is computed here, from what releases show and nothing else.

import { measuredIn, type Measured } from '#app/domain/indicator.ts'
import { wilsonInterval, type Figure } from '#app/domain/satisfaction.ts'

/**
 * The overall question, with the topics beside it; each topic for itself, so that the lowest one counts; all ratings of
 * all topics together. What one person thinks of all topics taken together cannot be asked: no answers of a person are
 * kept.
 */
export const READINGS = ['overall', 'every-topic', 'all-ratings'] as const
export type ReadingKey = (typeof READINGS)[number]

/** What is shown until the committee has resolved one: the word "Gesamtwertung" speaks for it. */
export const PROVISIONAL_READING: ReadingKey = 'overall'

export type RatedTopic = { key: string; titleDe: string; titleEn: string | null; figure: Figure }

export type ReadFigure = {
  reading: ReadingKey
  measured: Measured
  /** The topic that counts, where it is one. */
  topic: { titleDe: string; titleEn: string | null } | null
  /** Topics with too few or no ratings, which cannot enter. */
  leftOut: number
  /** So few people rated that only "6 of 8" is said, and no share worked out. */
  isFew: boolean
}

/** Indicator 2 by one reading. */
export function readAs(reading: ReadingKey, overall: Figure, topics: readonly RatedTopic[]): ReadFigure {
  if (reading === 'overall')
    return { reading, ...NO_TOPIC, measured: measuredIn(overall), isFew: overall.kind === 'words' }
  const rated = topics.flatMap((topic): Rated[] => {
    const { figure } = topic
    return figure.kind === 'full' || figure.kind === 'words' ? [{ topic, figure }] : []
  })
  const leftOut = topics.length - rated.length
  const [first, ...others] = rated
  if (!first) {
    const kind = topics.some(({ figure }) => figure.kind === 'too-few') ? 'too-few' : 'no-data'
    return { reading, ...NO_TOPIC, measured: { kind }, leftOut }
  }
  if (reading === 'all-ratings') {
    const isFew = rated.every(({ figure }) => figure.kind === 'words')
    return { reading, ...NO_TOPIC, measured: together(rated), leftOut, isFew }
  }
  const lowest = others.reduce((low, one) => (isLower(one.figure, low.figure) ? one : low), first)
  const { titleDe, titleEn } = lowest.topic
  const isFew = lowest.figure.kind === 'words'
  return { reading, measured: measuredIn(lowest.figure), topic: { titleDe, titleEn }, leftOut, isFew }
}

const NO_TOPIC = { topic: null, leftOut: 0, isFew: false }

type Shown = Extract<Figure, { kind: 'full' | 'words' }>
type Rated = { topic: RatedTopic; figure: Shown }

/** Compared in whole numbers, so that equal shares are equal. */
function isLower(one: Shown, other: Shown): boolean {
  return one.satisfied * other.responses < other.satisfied * one.responses
}

/**
 * Ratings of one person resemble each other, so many ratings are worth no more than their people: the interval is that
 * of as many voices as the topic with the most ratings has.
 */
function together(rated: readonly Rated[]): Measured {
  const numerator = sum(rated.map(({ figure }) => figure.satisfied))
  const denominator = sum(rated.map(({ figure }) => figure.responses))
  const hasInterval = rated.some(({ figure }) => figure.kind === 'full' && figure.interval !== null)
  const voices = Math.max(...rated.map(({ figure }) => figure.responses))
  const interval = hasInterval ? wilsonInterval((numerator / denominator) * voices, voices) : null
  return { kind: 'measured', numerator, denominator, interval }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
