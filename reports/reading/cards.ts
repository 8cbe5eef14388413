// The two indicators at a glance: value, denominator, certainty, target, rating, what it was before.

import { differenceOf, directionOf } from '#app/domain/comparison.ts'
import type { IndicatorKey } from '#app/domain/indicator.ts'
import { newVersionBetween } from '#app/domain/passport-version.ts'
import type { ReportTarget } from '#app/domain/report.ts'
import { isReadOtherwise } from '#app/domain/ruling.ts'
import type { Figure } from '#app/domain/satisfaction.ts'
import { formatNumericDay } from '#app/i18n/format.ts'
import { baselineLine } from '#reports/reading/baselines.ts'
import { otherwiseRead, readingLine } from '#reports/reading/readings.ts'
import {
  participationMeasured,
  printedShare,
  resolvedAim,
  runningPhase,
  runningTarget,
  satisfactionMeasured,
  type Reading,
} from '#reports/reading/values.ts'

export type Card = {
  key: IndicatorKey
  title: string
  /** "11 von 28", "71,4 %", or a word where there is no figure. */
  value: string
  /** Whether the value is a word. */
  isWord: boolean
  /** What it counts and how certain it is, a line each. */
  lines: string[]
  /** Of the running phase; `aim` says that it is open where it is. Null between the phases. */
  target: { phase: string; aim: string; rated: ReportTarget } | null
  /** "Zuvor: 8 von 28 (31.12.2025)" */
  before: string | null
  /** What became of that; null where there is nothing to compare with, or no certainty to go by. */
  change: string | null
  /** "Ausgangswert 4 Kommunen am 1. März 2025"; null where nobody knows one. */
  baseline: string | null
  /** "Stichtag 30. Juni 2026"; null while there was no round. */
  asOf: string | null
}

export function cards(reading: Reading): Card[] {
  return [participationCard(reading), satisfactionCard(reading)]
}

function participationCard(reading: Reading): Card {
  const { data, words, locale } = reading
  const { count, denominator, population, itSpecialists, history } = data.participation
  const { participation, satisfaction, report } = words
  const share = printedShare(participationMeasured(data), runningTarget(data, 'I1'), locale)
  const people = population.share === null ? null : participation.peopleShare(population.share)
  const before = comparable(data, 'I1', history.at(-2), history.at(-2)?.asOf, data.cutOff)
  return {
    key: 'I1',
    title: words.indicator.name.I1,
    value: denominator === 0 ? satisfaction.noData : report.outOf(count, denominator),
    isWord: denominator === 0,
    lines: [
      line(share && participation.municipalitiesShare(share), satisfaction.fullCount),
      line(people, participation.specialistCount(itSpecialists)),
    ],
    target: targetOn(reading, 'I1'),
    before: before ? earlier(report.outOf(before.count, before.denominator), before.asOf, reading) : null,
    baseline: baselineLine(reading, 'I1'),
    change: before ? report.card.changeOfCount(count - before.count) : null,
    asOf: report.card.cutOff(data.cutOff),
  }
}

function satisfactionCard(reading: Reading): Card {
  const { data, words } = reading
  const { round, history } = data.satisfaction
  // What was asked in another way is nothing to compare with.
  const [then, now] = [history.at(-2), history.at(-1)]
  const before =
    now?.breaks || isReadOtherwise(data)
      ? undefined
      : comparable(data, 'I2', then, then?.closedOn, now?.closedOn ?? '')
  const { value, isWord, lines } = valueOf(reading)
  const says = readingLine(reading)
  const known = before && (before.figure.kind === 'full' || before.figure.kind === 'words') && before.figure
  return {
    key: 'I2',
    title: words.indicator.name.I2,
    value,
    isWord,
    lines: says ? [...lines, says] : lines,
    target: targetOn(reading, 'I2'),
    before: known
      ? earlier(words.satisfaction.ratings(known.satisfied, known.responses), before.closedOn, reading)
      : null,
    baseline: baselineLine(reading, 'I2'),
    change: known ? changeOfShare(data.satisfaction.figure, known, words) : null,
    asOf: round ? words.satisfaction.closed(round.closedOn) : null,
  }
}

/** What was measured before; nothing where another definition has begun to count in between. */
function comparable<Before>(
  { passportHistory }: Reading['data'],
  key: IndicatorKey,
  before: Before,
  after: string | undefined,
  until: string,
): Before | undefined {
  return newVersionBetween(passportHistory, key, { after, until }) ? undefined : before
}

function valueOf(reading: Reading): Pick<Card, 'value' | 'isWord' | 'lines'> {
  const { data, words, locale } = reading
  if (isReadOtherwise(data)) {
    const [value = '', ...lines] = otherwiseRead(reading)
    return { value, isWord: satisfactionMeasured(data).kind !== 'measured', lines }
  }
  const { satisfaction, report } = words
  const { figure, round } = data.satisfaction
  if (figure.kind === 'no-data') return { value: satisfaction.noData, isWord: true, lines: [] }
  if (figure.kind === 'too-few') return { value: satisfaction.tooFewShort, isWord: true, lines: [] }
  const { satisfied, responses } = figure
  const turnout = line(round && satisfaction.turnoutShort(responses, round.invited))
  const among = satisfaction.wordsOnly(satisfied, responses)
  if (figure.kind === 'words')
    return { value: report.outOf(satisfied, responses), isWord: false, lines: [among, turnout] }
  const share = printedShare(satisfactionMeasured(data), runningTarget(data, 'I2'), locale)
  const { interval } = figure
  const certainty = interval ? satisfaction.interval(interval.low, interval.high) : satisfaction.fullCount
  const lines = interval ? [among, certainty, turnout] : [among, certainty]
  return { value: share ?? report.none, isWord: false, lines }
}

function targetOn({ data, words }: Reading, indicator: IndicatorKey): Card['target'] {
  const phase = runningPhase(data)
  const rated = runningTarget(data, indicator)
  if (!phase || !rated) return null
  const aim = resolvedAim(rated, words) ?? words.indicator.state.open
  return { phase: words.indicator.phase[phase.key], aim, rated }
}

function changeOfShare(now: Figure, before: Figure, { report }: Reading['words']): string | null {
  const difference = differenceOf(before, now)
  if (difference === null) return null
  const { changeOfShare: estimated, changeOfFullCount: known } = report.card
  return (difference.interval === null ? known : estimated)[directionOf(difference)]
}

function earlier(value: string, day: string, { words, locale }: Reading): string {
  return words.report.card.before(value, formatNumericDay(day, locale))
}

function line(...parts: (string | null)[]): string {
  return parts.filter(Boolean).join(' · ')
}
