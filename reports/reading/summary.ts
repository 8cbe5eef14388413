// Where we stand, in a few sentences: the first thing that the committee reads, on screen and paper.

import { measuredIn, type IndicatorKey } from '#app/domain/indicator.ts'
import { readingSentence } from '#reports/reading/readings.ts'
import {
  participationMeasured,
  printedShare,
  resolvedAim,
  runningPhase,
  runningTarget,
  sentences,
  titleIn,
  type Reading,
} from '#reports/reading/values.ts'

/** One paragraph for each indicator, and what is to be resolved; `where` says where that is found. */
export function summary(reading: Reading, where: string): string[] {
  const { data, words } = reading
  const between = runningPhase(data) ? null : words.target.noPhase
  return [
    sentences(participationSentence(reading), verdictSentence(reading, 'I1')),
    sentences(satisfactionSentence(reading), readingSentence(reading), verdictSentence(reading, 'I2')),
    sentences(between, words.report.decisions.count(data.decisions.length, where)),
  ]
}

/** Number and share of the municipalities, always with the people who live there. */
export function participationSentence({ data, locale, words }: Reading): string {
  const { count, denominator, declared, itSpecialists, population } = data.participation
  const { participation } = words
  const printed = printedShare(participationMeasured(data), runningTarget(data, 'I1'), locale)
  return sentences(
    participation.count(count, denominator, printed),
    participation.population(count, population.covered, population.total, population.share, population.asOf),
    participation.specialists(itSpecialists),
    participation.waiting(declared - count),
  )
}

/** What the evaluation says, or why it says nothing. */
export function satisfactionSentence({ data, locale, words }: Reading): string {
  const { satisfaction } = words
  const { round, figure } = data.satisfaction
  if (!round) return satisfaction.noRound
  const title = titleIn(locale, round)
  if (figure.kind === 'no-data') return satisfaction.noRatings(title)
  if (figure.kind === 'too-few') return satisfaction.tooFew(title)
  const turnout = satisfaction.turnout(figure.responses, round.invited)
  if (figure.kind === 'words')
    return sentences(satisfaction.words(title, figure.satisfied, figure.responses), turnout)

  const printed = printedShare(measuredIn(figure), runningTarget(data, 'I2'), locale) ?? ''
  const certainty = figure.interval
    ? satisfaction.interval(figure.interval.low, figure.interval.high)
    : satisfaction.everybody
  const result = satisfaction.full(title, printed, figure.satisfied, figure.responses, certainty)
  return figure.interval ? sentences(result, turnout) : result
}

function verdictSentence({ data, words }: Reading, indicator: IndicatorKey): string | null {
  const phase = runningPhase(data)
  const target = runningTarget(data, indicator)
  if (!phase || !target) return null
  const verdict = words.target.verdict[target.attainment]
  return sentences(
    verdict(words.target.forPhase[phase.key], resolvedAim(target, words) ?? '', phase.untilDate),
    target.withinInterval ? words.target.uncertain : null,
  )
}
