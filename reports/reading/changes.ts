// What is different from an earlier report, and which values carry an "r" because one told them in another way.

import { MUNICIPALITY_CHANGES, type ReportChange, type ToldFigure } from '#app/domain/report-changes.ts'
import { measuredIn } from '#app/domain/indicator.ts'
import { readingInForce } from '#app/domain/ruling.ts'
import { formatList, formatNumber } from '#app/i18n/format.ts'
import { finished } from '#reports/reading/passport.ts'
import { briefly, ruledIn } from '#reports/reading/readings.ts'
import { printedShare, runningTarget, sentences, type Reading } from '#reports/reading/values.ts'

export type ChangesRead = { title: string; lead: string; points: string[] }

/** Null for reports of a release that did not look back yet. */
export function changesRead(reading: Reading): ChangesRead | null {
  const { data, words } = reading
  const { changes: says } = words
  const { changes, correction, format, number } = data
  const title = correction ? says.correctionTitle : says.title
  if (changes === null) return format < 2 && number > 1 ? null : { title, lead: says.first, points: [] }
  const { since, list } = changes
  const compared = correction ? says.corrected(since.number) : says.since(since.number, since.cutOff)
  const points = [...list.flatMap((change) => said(change, reading)), ...municipalities(list, reading)]
  return { title, lead: points.length > 0 ? compared : `${compared} ${says.none}`, points }
}

/** Municipalities are named together, below. */
function said(change: ReportChange, reading: Reading): string[] {
  const { data, words, locale } = reading
  const { changes: says, indicator, participation, target } = words
  switch (change.kind) {
    case 'participation': {
      const [now, before] = [change.now, change.before].map((one) =>
        participation.outOf(one.count, one.denominator),
      ) as [string, string]
      return [says.participation(now, before)]
    }
    case 'reading':
      return [sentences(readingSaid(change, reading), rereadSaid(change, reading))]
    case 'satisfaction': {
      const [now, before] = [figureIn(change.now, reading), figureIn(change.before, reading)]
      const points = (value: number) => `${value > 0 ? '+' : ''}${formatNumber(value * 100, locale, 1)}`
      const { interval } = change
      const range = interval && `${points(interval.low)} … ${points(interval.high)}`
      return [says.satisfaction[change.verdict]({ now, before, interval: range })]
    }
    case 'target': {
      const name = indicator.name[change.indicator]
      const [now, before] = [aimIn(change.now, words), aimIn(change.before, words)]
      return [says.target(name, target.forPhase[change.phase], now, before)]
    }
    case 'phase': {
      const { now, before } = change
      const [is, was] = [says.days(now.fromDate, now.untilDate), says.days(before.fromDate, before.untilDate)]
      return [says.phase(indicator.phase[change.phase], is, was)]
    }
    case 'definition': {
      const own = change.key === 'I1' || change.key === 'I2' ? indicator.name[change.key] : null
      const title = own ?? ((locale === 'en' && change.titleEn) || change.titleDe) ?? change.key
      const { version, validFrom } = change
      const step = data.passportHistory.find((one) => one.key === change.key && one.version === version)
      const reason = step?.reason ? words.passport.because(finished(step.reason)) : null
      return [sentences(says.definition(title, version, validFrom), reason)]
    }
    case 'municipality':
      return []
  }
}

function municipalities(list: readonly ReportChange[], { words, locale }: Reading): string[] {
  const { changes: says } = words
  return MUNICIPALITY_CHANGES.flatMap((kind) => {
    const names = list.flatMap((change) =>
      change.kind === 'municipality' && change.change === kind
        ? [change.into === null ? change.name : says.mergedInto(change.name, change.into)]
        : [],
    )
    return names.length === 0 ? [] : [says.municipality[kind](formatList(names, locale), names.length)]
  })
}

type ReadingChange = Extract<ReportChange, { kind: 'reading' }>

function readingSaid({ now, before }: ReadingChange, reading: Reading): string {
  return reading.words.changes.reading(ruledIn(now, reading), ruledIn(before, reading))
}

/** What each of two readings makes of the latest answers; null where it is the same one, or nothing was asked. */
function rereadSaid({ now, before }: ReadingChange, reading: Reading): string | null {
  const [is, was] = [now, before].map((ruled) => readingInForce({ reading: ruled }))
  if (is === was) return null
  const { readings } = reading.data.satisfaction
  const [latest, former] = [is, was].map((key) => readings.find((one) => one.reading === key))
  return latest && former
    ? reading.words.changes.reread(briefly(latest, reading), briefly(former, reading))
    : null
}

function figureIn(figure: ToldFigure, reading: Reading): string {
  if ('reading' in figure) return briefly(figure, reading)
  const { words, locale } = reading
  const { satisfaction, report } = words
  if (figure.kind === 'no-data') return satisfaction.noData
  if (figure.kind === 'too-few') return satisfaction.tooFewShort
  if (figure.kind === 'words') return report.outOf(figure.satisfied, figure.responses)
  return printedShare(measuredIn(figure), runningTarget(reading.data, 'I2'), locale) ?? report.none
}

type Aim = Extract<ReportChange, { kind: 'target' }>['now']

function aimIn({ measure, state, value, resolution }: Aim, { indicator, target }: Reading['words']): string {
  if (value === null) return indicator.state.open
  const basis = state === 'resolved' && resolution ? target.resolvedBy(resolution) : indicator.state[state]
  return `${target.shortAim(measure, value)} (${basis})`
}

/** The value with an "r" where an earlier report told another one. */
export function marked(value: string, name: string, { data, words }: Reading): string {
  return data.revised.includes(name) ? `${value} ${words.changes.revised}` : value
}
