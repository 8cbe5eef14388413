// What the screen shows of the figures: the very sentences, values, pictures and tables of the report on paper, with
// pictures made for a screen. Plain data, so that nothing of how it is made goes to the browser.

import type {
  Dashboard,
  ShownCard,
  ShownParticipation,
  ShownSatisfaction,
  ShownTrend,
} from '#app/charts/dashboard.ts'
import { distributionFrame } from '#app/charts/distribution.ts'
import { trendFrame, type Trend } from '#app/charts/trend.ts'
import { ATTAINMENT_SIGNS, type Attainment } from '#app/domain/indicator.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { ReportData, ReportFigures } from '#app/domain/report.ts'
import { cards, type Card } from '#reports/reading/cards.ts'
import { hintFor, wordingOf } from '#reports/reading/decisions.ts'
import {
  municipalityTable,
  participationChart,
  participationFacts,
  participationHistory,
  participationMap,
  participationSaid,
  participationTrend,
} from '#reports/reading/participation.ts'
import {
  overallChart,
  overallPicture,
  overallTable,
  satisfactionChart,
  satisfactionFacts,
  satisfactionHistory,
  satisfactionSaid,
  satisfactionTrend,
} from '#reports/reading/satisfaction.ts'
import { satisfactionSentence, summary } from '#reports/reading/summary.ts'
import { targetTable } from '#reports/reading/targets.ts'
import { topicsPicture, topicsTable } from '#reports/reading/topics.ts'
import { legendOfSigns, ratingWord, type Reading } from '#reports/reading/values.ts'
import { wordsIn, type Words } from '#reports/words.ts'

/** On a phone a unit of these is a little less than a pixel, on a tablet a little more. */
const PICTURE = { width: 400, textSize: 12.5 }
const TREND = { ...PICTURE, height: 230 }
const MAP = { width: 400, textSize: 11 }

/** Frozen figures look the same each time, so the latest few are kept as they were made. */
const kept = new Map<string, Dashboard>()
const MOST_KEPT = 8

/** The same for a snapshot, at a fraction of the price. */
export function frozenDashboard(report: ReportData, locale: Locale): Dashboard {
  const key = `${report.sha256} ${locale}`
  const known = kept.get(key)
  if (known) return known
  const made = dashboardOf(report, locale)
  const [oldest] = kept.keys()
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(key, made)
  return made
}

export function dashboardOf(figures: ReportFigures, locale: Locale): Dashboard {
  const words = wordsIn(locale)
  const { sections, method, decisions } = words.report
  const data = figures.number === 0 ? withoutReport(figures) : figures
  const reading = { data, locale, words }
  return {
    demo: data.demo ? words.report.demo.mark : null,
    position: { title: sections.position, paragraphs: summary(reading, '') },
    cards: shownCards(reading),
    decisions: {
      title: sections.decisions,
      none: decisions.none,
      list: data.decisions.map((decision) => {
        return { wording: wordingOf(decision, words), hint: hintFor(decision, words) }
      }),
    },
    targets: { title: sections.targets, table: targetTable(reading), legend: legendOfSigns(words) },
    participation: shownParticipation(reading),
    satisfaction: shownSatisfaction(reading),
    method: { title: sections.method, points: method },
    sources: { title: sections.sources, list: data.sources },
    headings: { history: sections.history, map: sections.map, municipalities: sections.municipalities },
  }
}

/** Figures that nobody has frozen are no report of which the committee could take note. */
function withoutReport(figures: ReportFigures): ReportFigures {
  return { ...figures, decisions: figures.decisions.filter(({ key }) => key !== 'note-report') }
}

const TONE: Record<Attainment, 'good' | 'bad' | 'open'> = {
  'target-open': 'open',
  'no-data': 'open',
  'too-few': 'open',
  'not-due': 'open',
  'on-course': 'good',
  reached: 'good',
  missed: 'bad',
}

function shownCards(reading: Reading): ShownCard[] {
  const facts = [participationFacts(reading), satisfactionFacts(reading)]
  return cards(reading).map(({ title, value, lines, target, before, asOf }, index) => ({
    title,
    value,
    lines,
    before,
    asOf,
    facts: facts[index] ?? [],
    target: targetIn(target, reading.words),
    rating: target && {
      word: ratingWord(target.rated, reading.words),
      symbol: ATTAINMENT_SIGNS[target.rated.attainment],
      tone: TONE[target.rated.attainment],
    },
  }))
}

/** The aim with its phase and its resolution. */
function targetIn(target: Card['target'], words: Words): string {
  if (!target) return words.target.noPhase
  const { aim, phase, rated } = target
  const source = rated.resolution && words.target.resolvedBy(rated.resolution)
  return [`${aim} (${phase})`, source].filter(Boolean).join(', ')
}

function shownParticipation(reading: Reading): ShownParticipation {
  const { words } = reading
  return {
    title: words.report.sections.participation,
    trend: {
      picture: participationTrend(reading, TREND),
      ...liveTrend(participationChart(reading, TREND), (place) => participationSaid(reading, place)),
      table: participationHistory(reading),
    },
    map: participationMap(reading, MAP),
    municipalities: municipalityTable(reading),
  }
}

/** What a browser needs beside the picture; `said` belongs to each of its points. */
function liveTrend(chart: Trend, said: (place: number) => string[]): Omit<ShownTrend, 'picture' | 'table'> {
  const { points, targets, maximum = 0 } = chart
  return {
    points: points.map(({ day, value }, place) => ({ day, value, said: said(place) })),
    maximum,
    frame: trendFrame(chart),
    has: { targets: targets.length > 0, intervals: points.some(({ interval }) => interval) },
  }
}

function shownSatisfaction(reading: Reading): ShownSatisfaction {
  const { data, words } = reading
  const { sections } = words.report
  const { figure, topics, history } = data.satisfaction
  const chart = overallChart(reading, PICTURE)
  return {
    title: sections.satisfaction,
    sentence: satisfactionSentence(reading),
    note: figure.kind === 'words' ? words.satisfaction.notShown : null,
    overall: chart && {
      title: sections.answers,
      picture: overallPicture(chart, reading),
      steps: [...chart.steps],
      frame: distributionFrame(chart),
      table: overallTable(chart, reading),
    },
    topics:
      topics.length === 0
        ? null
        : {
            title: sections.topics,
            picture: topicsPicture(reading, { ...PICTURE, namesAbove: true }),
            table: topicsTable(reading),
          },
    trend: history.length === 0 ? null : shownSatisfactionTrend(reading),
  }
}

function shownSatisfactionTrend(reading: Reading): ShownTrend {
  return {
    picture: satisfactionTrend(reading, TREND),
    ...liveTrend(satisfactionChart(reading, TREND), (place) => satisfactionSaid(reading, place)),
    table: satisfactionHistory(reading),
  }
}
