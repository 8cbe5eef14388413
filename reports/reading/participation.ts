// Indicator 1 as pictures and tables: its passport, its course, who takes part.

import type { Picture } from '#app/charts/scene.ts'
import type { Table } from '#app/charts/table.ts'
import { trend, type Trend, type TrendPoint, type TrendTarget } from '#app/charts/trend.ts'
import { newVersionBetween, type PassportStep } from '#app/domain/passport-version.ts'
import type { ReportFigures, ReportMunicipality } from '#app/domain/report.ts'
import { formatDay, formatMonth, formatNumber } from '#app/i18n/format.ts'
import { baselineFacts } from '#reports/reading/baselines.ts'
import { marked } from '#reports/reading/changes.ts'
import { passportInShort } from '#reports/reading/passport.ts'
import {
  participationMeasured,
  printedShare,
  runningTarget,
  targetOf,
  type Reading,
  type Room,
} from '#reports/reading/values.ts'

/** What it is, and its value. */
export function participationFacts(reading: Reading): [string, string][] {
  const { data, words, locale } = reading
  const { facts: label } = words.report
  const { definition, count, denominator, declared, itSpecialists, population } = data.participation
  const { participation, satisfaction } = words
  const share = printedShare(participationMeasured(data), runningTarget(data, 'I1'), locale)
  const value = [participation.outOf(count, denominator), share, satisfaction.fullCount]
    .filter(Boolean)
    .join(', ')
  const people =
    population.share === null
      ? words.report.none
      : participation.people(population.covered, population.total, population.share, population.asOf)
  return [
    [label.value, marked(value, 'I1', reading)],
    [label.population, marked(people, 'I1 population', reading)],
    [label.specialists, marked(participation.specialistCount(itSpecialists), 'I1 specialists', reading)],
    [label.declared, marked(participation.declared(declared, denominator), 'I1 declared', reading)],
    ...baselineFacts(reading, 'I1'),
    ...passportInShort(reading, 'I1', definition),
  ]
}

/** The reporting dates so far. */
function participationPoints({ data, locale }: Reading): TrendPoint[] {
  return data.participation.history.map(({ asOf, count }, place) => ({
    breaks: newVersionAt(data, place) !== undefined,
    day: asOf,
    dayLabel: formatMonth(asOf, locale),
    value: count,
    label: formatNumber(count, locale),
    interval: null,
  }))
}

/** The version of the definition that began since the reporting date before. */
function newVersionAt(
  { participation: { history }, passportHistory }: ReportFigures,
  place: number,
): PassportStep | undefined {
  const between = { after: history[place - 1]?.asOf, until: history[place]?.asOf ?? '' }
  return newVersionBetween(passportHistory, 'I1', between)
}

/** The targets that were resolved, as numbers of municipalities. */
function participationTargets({ data, words }: Reading): TrendTarget[] {
  return data.phases.flatMap(({ key, fromDate, untilDate }) => {
    const target = targetOf(data, 'I1', key)
    if (target?.state !== 'resolved' || target.value === null) return []
    const { denominator } = data.participation
    const value = target.measure === 'percent' ? (target.value / 100) * denominator : target.value
    const aim = words.target.shortAim(target.measure, target.value)
    const label = words.target.line(words.target.shortPhase[key], aim)
    return [{ from: fromDate, until: untilDate, value, label }]
  })
}

export function participationChart(reading: Reading, room: Room): Trend {
  const { data, words, locale } = reading
  return {
    points: participationPoints(reading),
    targets: participationTargets(reading),
    maximum: Math.max(data.participation.denominator, 1),
    tickLabel: (value) => formatNumber(value, locale),
    empty: words.participation.noHistory,
    ...room,
  }
}

/** What a reporting date says, for those who point at it. */
export function participationSaid({ data, words, locale }: Reading, place: number): string[] {
  const date = data.participation.history[place]
  return date ? [words.participation.outOf(date.count, date.denominator), formatDay(date.asOf, locale)] : []
}

export function participationTrend(reading: Reading, room: Room): Picture {
  const { data, words, locale } = reading
  const { participation } = words
  const values = data.participation.history.map(
    ({ asOf, count, denominator: all }) => `${formatDay(asOf, locale)}: ${participation.outOf(count, all)}`,
  )
  return {
    scene: trend(participationChart(reading, room)),
    alternative: participation.trendAlternative(values.join('; ')),
    caption: [
      participation.trendCaption,
      ...data.participation.history.flatMap((_, place) => {
        const newVersion = newVersionAt(data, place)
        return newVersion ? [words.passport.lineBreaks(newVersion.validFrom)] : []
      }),
    ].join('. '),
  }
}

export function participationHistory(reading: Reading): Table {
  const { data, words, locale } = reading
  const { columns } = words.report
  return {
    caption: words.participation.historyCaption,
    columns: [
      { title: columns.cutOff, width: 0.34 },
      { title: columns.count, width: 0.22, numeric: true },
      { title: columns.denominator, width: 0.22, numeric: true },
      { title: columns.share, width: 0.22, numeric: true },
    ],
    rows: data.participation.history.map(({ asOf, count, denominator }, place) => {
      const measured = { kind: 'measured', numerator: count, denominator, interval: null } as const
      const day = formatDay(asOf, locale)
      return [
        newVersionAt(data, place) ? `${day} (${words.satisfaction.newLine})` : day,
        marked(formatNumber(count, locale), `history ${asOf}`, reading),
        formatNumber(denominator, locale),
        printedShare(measured, runningTarget(data, 'I1'), locale) ?? words.report.none,
      ]
    }),
  }
}

export function municipalityTable(reading: Reading): Table {
  const { data, words, locale } = reading
  const { columns } = words.report
  return {
    caption: words.participation.municipalitiesCaption,
    columns: [
      { title: columns.municipality, width: 0.28 },
      { title: columns.ags, width: 0.15 },
      { title: columns.participation, width: 0.4 },
      { title: columns.specialists, width: 0.17, numeric: true },
    ],
    rows: data.participation.municipalities.map((municipality) => [
      municipality.name,
      municipality.ags,
      marked(participationIn(municipality, words), `municipality ${municipality.ags}`, reading),
      formatNumber(municipality.itSpecialists, locale),
    ]),
  }
}

function participationIn(
  { takesPart, since }: ReportMunicipality,
  { participation }: Reading['words'],
): string {
  if (since === null) return participation.notYet
  return takesPart ? participation.since(since) : participation.waitingSince(since)
}
