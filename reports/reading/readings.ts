// Which reading of the strategy's sentence on indicator 2 counts, what that makes of the figure, and what the others would.

import { attainment, isDue } from '#app/domain/indicator.ts'
import { READINGS, type ReadFigure, type ReadingKey } from '#app/domain/reading.ts'
import { figureInForce, readingInForce, type Rulings } from '#app/domain/ruling.ts'
import type { ReportFigures } from '#app/domain/report.ts'
import {
  printedShare,
  runningPhase,
  runningTarget,
  sentences,
  titleIn,
  type Reading,
} from '#reports/reading/values.ts'

/** Reports of release 0.1 and 0.2 knew one reading and said nothing of it. */
const knowsReadings = ({ format }: ReportFigures) => format >= 2

/** "Lesart: Gesamtfrage (vorläufige Lesart, noch nicht beschlossen)"; null for reports that did not know of any. */
export function readingLine(reading: Reading): string | null {
  const { data, words } = reading
  const basis = readingBasis(reading)
  return basis && words.ruling.line(words.ruling.name[readingInForce(data.rulings)], basis)
}

export function readingBasis({ data, words }: Reading): string | null {
  return knowsReadings(data) ? basisOf(data.rulings.reading, words) : null
}

type Ruled = Pick<Rulings['reading'], 'state' | 'value' | 'resolution'>

function basisOf({ state, value, resolution }: Ruled, words: Reading['words']): string {
  if (state === 'resolved' && resolution) return words.target.resolvedBy(resolution)
  const proposed =
    state === 'proposed' && value ? `; ${words.ruling.proposedReading(words.ruling.name[value])}` : ''
  return `${words.ruling.provisional}${proposed}`
}

/** What the reading makes of the answers, where it is not the overall question; or that none has been resolved. */
export function readingSentence(reading: Reading): string | null {
  const { data, words } = reading
  if (!knowsReadings(data)) return null
  const inForce = readingInForce(data.rulings)
  if (data.rulings.reading.state !== 'resolved') return words.ruling.notDecided(words.ruling.name[inForce])
  if (inForce === 'overall' || !data.satisfaction.round) return null
  const { counts, would } = words.ruling
  const figure = figureInForce(data)
  const value = figure && printed(figure, reading)
  if (!value) return counts.nothing(words.ruling.name[inForce])
  const says =
    inForce === 'every-topic'
      ? counts['every-topic'](topicIn(figure, reading), value)
      : counts['all-ratings'](value)
  return sentences(says, figure.leftOut > 0 ? would.leftOut(figure.leftOut) : null)
}

/** Value, what it counts and how certain it is, where the reading in force is not the overall question. */
export function otherwiseRead(reading: Reading): string[] {
  const { data, words } = reading
  const { satisfaction, ruling } = words
  const figure = figureInForce(data)
  const measured = figure?.measured
  if (!figure || !measured || measured.kind === 'no-data') return [satisfaction.noData]
  if (measured.kind === 'too-few') return [satisfaction.tooFewShort]
  const share = shareIn(figure, reading)
  const counted = words.report.outOf(measured.numerator, measured.denominator)
  const { interval } = measured
  return [
    share ?? counted,
    ...(figure.topic ? [ruling.topic(topicIn(figure, reading))] : []),
    ...(share === null ? [] : [ruling.ratings(counted)]),
    ...(interval ? [satisfaction.interval(interval.low, interval.high)] : []),
  ]
}

/** "71,4 % (110 von 154 Bewertungen)", of few only "6 von 8 Bewertungen"; null where there is nothing to say. */
function printed(figure: ReadFigure, reading: Reading): string | null {
  const { measured } = figure
  if (measured.kind !== 'measured') return null
  const { ruling, report } = reading.words
  const counted = ruling.ratings(report.outOf(measured.numerator, measured.denominator))
  const share = shareIn(figure, reading)
  return share === null ? counted : `${share} (${counted})`
}

/** "„Gesamtfrage“ (vorläufige Lesart, noch nicht beschlossen)" */
export function ruledIn(reading: Ruled, { words }: Reading): string {
  return words.ruling.ruled(words.ruling.name[readingInForce({ reading })], basisOf(reading, words))
}

/** "48,7 % (Thema „Zeitersparnis“)", of few only "6 von 8 Bewertungen", or the word for what cannot be told. */
export function briefly(figure: ReadFigure, reading: Reading): string {
  const { measured, topic } = figure
  const { satisfaction, ruling, report } = reading.words
  if (measured.kind === 'no-data') return satisfaction.noData
  if (measured.kind === 'too-few') return satisfaction.tooFewShort
  const counted = ruling.ratings(report.outOf(measured.numerator, measured.denominator))
  const value = shareIn(figure, reading) ?? counted
  return topic ? `${value} (${ruling.topic(topicIn(figure, reading))})` : value
}

function shareIn({ measured, isFew }: ReadFigure, { data, locale }: Reading): string | null {
  return isFew ? null : printedShare(measured, runningTarget(data, 'I2'), locale)
}

const topicIn = ({ topic }: ReadFigure, { locale }: Reading) => (topic ? titleIn(locale, topic) : '')

export type ReadingOption = { key: ReadingKey; name: string; meaning: string; consequence: string }

/** Every reading with its consequence for the figure of today, in the order in which they are listed. */
export function readingOptions(reading: Reading): ReadingOption[] {
  const { name, meaning } = reading.words.ruling
  return READINGS.map((key) => ({
    key,
    name: name[key],
    meaning: meaning[key],
    consequence: consequenceOf(key, reading),
  }))
}

function consequenceOf(key: ReadingKey, reading: Reading): string {
  const { data, locale, words } = reading
  const { would } = words.ruling
  const figure = data.satisfaction.readings.find((one) => one.reading === key)
  const value = figure && printed(figure, reading)
  const { round } = data.satisfaction
  if (!value || !round) return would.nothing
  const title = titleIn(locale, round)
  const says = figure.topic ? would.topic(title, topicIn(figure, reading), value) : would.plain(title, value)
  return sentences(says, figure.leftOut > 0 ? would.leftOut(figure.leftOut) : null, ratedAs(figure, reading))
}

/** What it would make of the target of the running phase; nothing where the latest round belongs to another one. */
function ratedAs({ measured }: ReadFigure, { data, words }: Reading): string | null {
  const phase = runningPhase(data)
  const target = runningTarget(data, 'I2')
  if (!phase || target?.state !== 'resolved' || target.value === null) return null
  const isOfThisPhase =
    target.measured.kind !== 'no-data' && target.measuredOn === data.satisfaction.round?.closedOn
  if (!isOfThisPhase) return null
  const word = words.indicator.attainment[attainment(measured, target, isDue(phase, data.cutOff))]
  return words.ruling.would.rated(
    words.target.forPhase[phase.key],
    words.target.aim('I2', target.measure, target.value),
    word,
  )
}
