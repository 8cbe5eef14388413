// Indicator 1 in full: its passport, its course, who takes part.

import { tileMap } from '#app/charts/tile-map.ts'
import { trend, type TrendTarget } from '#app/charts/trend.ts'
import type { ReportMunicipality } from '#app/domain/report.ts'
import { formatDay, formatList, formatMonth, formatNumber } from '#app/i18n/format.ts'
import { heading } from '#reports/blocks.ts'
import { figure } from '#reports/figure.ts'
import { CONTENT_WIDTH } from '#reports/page.ts'
import { passportRows } from '#reports/steering-committee/passport.ts'
import {
  participationMeasured,
  printedShare,
  runningTarget,
  targetOf,
  type Report,
} from '#reports/steering-committee/reading.ts'
import { keyFacts, table } from '#reports/table.ts'

const TEXT_SIZE = 8.5

export function drawParticipation(report: Report): void {
  const { paper, words } = report
  const { sections } = words.report
  heading(paper, 2, sections.participation, 200)
  keyFacts(paper, words.report.facts.caption, facts(report))
  heading(paper, 3, sections.history, 260)
  drawTrend(report)
  drawHistory(report)
  heading(paper, 3, sections.map, 340)
  drawMap(report)
  heading(paper, 3, sections.municipalities, 120)
  drawMunicipalities(report)
}

function facts({ data, words, locale }: Report): [string, string][] {
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
    [label.value, value],
    [label.population, people],
    [label.specialists, participation.specialistCount(itSpecialists)],
    [label.declared, participation.declared(declared, denominator)],
    ...passportRows(definition, words, locale),
  ]
}

function drawTrend({ paper, data, words, locale, numbering }: Report): void {
  const { history, denominator } = data.participation
  const { participation, report } = words
  const scene = trend({
    points: history.map(({ asOf, count }) => ({
      day: asOf,
      dayLabel: formatMonth(asOf, locale),
      value: count,
      label: formatNumber(count, locale),
      interval: null,
    })),
    targets: data.phases.flatMap(({ key, fromDate, untilDate }): TrendTarget[] => {
      const target = targetOf(data, 'I1', key)
      if (target?.state !== 'resolved' || target.value === null) return []
      const value = target.measure === 'percent' ? (target.value / 100) * denominator : target.value
      const aim = words.target.shortAim(target.measure, target.value)
      return [
        {
          from: fromDate,
          until: untilDate,
          value,
          label: words.target.line(words.indicator.phase[key], aim),
        },
      ]
    }),
    maximum: Math.max(denominator, 1),
    tickLabel: (value) => formatNumber(value, locale),
    empty: participation.noHistory,
    width: CONTENT_WIDTH,
    height: 160,
    textSize: TEXT_SIZE,
  })
  const values = history.map(
    ({ asOf, count, denominator: all }) => `${formatDay(asOf, locale)}: ${participation.outOf(count, all)}`,
  )
  figure(paper, {
    scene,
    alternative: participation.trendAlternative(values.join('; ')),
    caption: report.figure(++numbering.figures, participation.trendCaption),
  })
}

function drawHistory({ paper, data, words, locale, numbering }: Report): void {
  const { columns } = words.report
  const { history } = data.participation
  if (history.length === 0) return
  table(paper, {
    caption: words.report.table(++numbering.tables, words.participation.historyCaption),
    columns: [
      { title: columns.cutOff, width: 0.34 },
      { title: columns.count, width: 0.22, numeric: true },
      { title: columns.denominator, width: 0.22, numeric: true },
      { title: columns.share, width: 0.22, numeric: true },
    ],
    rows: history.map(({ asOf, count, denominator }) => {
      const measured = { kind: 'measured', numerator: count, denominator, interval: null } as const
      return [
        formatDay(asOf, locale),
        formatNumber(count, locale),
        formatNumber(denominator, locale),
        printedShare(measured, runningTarget(data, 'I1'), locale) ?? words.report.none,
      ]
    }),
  })
}

function drawMap({ paper, data, words, locale, numbering }: Report): void {
  const { municipalities } = data.participation
  const { participation, report } = words
  const named = (takesPart: boolean) => {
    const names = municipalities.filter((one) => one.takesPart === takesPart).map(({ name }) => name)
    return names.length > 0 ? formatList(names, locale) : participation.nobody
  }
  figure(paper, {
    scene: tileMap({
      tiles: municipalities.map(({ ags, name, takesPart, labelPoint }) => ({
        id: ags,
        name,
        labelPoint,
        filled: takesPart,
      })),
      legend: { filled: participation.takesPart, hollow: participation.notYet },
      empty: participation.empty,
      width: 390,
      textSize: TEXT_SIZE,
    }),
    alternative: participation.mapAlternative(named(true), named(false)),
    caption: report.figure(++numbering.figures, participation.mapCaption),
  })
}

function drawMunicipalities({ paper, data, words, locale, numbering }: Report): void {
  const { columns } = words.report
  const { municipalities } = data.participation
  if (municipalities.length === 0) return
  table(paper, {
    caption: words.report.table(++numbering.tables, words.participation.municipalitiesCaption),
    columns: [
      { title: columns.municipality, width: 0.28 },
      { title: columns.ags, width: 0.15 },
      { title: columns.participation, width: 0.4 },
      { title: columns.specialists, width: 0.17, numeric: true },
    ],
    rows: municipalities.map((municipality) => [
      municipality.name,
      municipality.ags,
      participationIn(municipality, words),
      formatNumber(municipality.itSpecialists, locale),
    ]),
  })
}

function participationIn(
  { takesPart, since }: ReportMunicipality,
  { participation }: Report['words'],
): string {
  if (since === null) return participation.notYet
  return takesPart ? participation.since(since) : participation.waitingSince(since)
}
