// What the screen shows of the figures: the very sentences, values, pictures and tables of the report on paper, with
// pictures made for a screen. Plain data, so that nothing of how it is made goes to the browser.

import type {
  Dashboard,
  ShownCard,
  ShownMap,
  ShownParticipation,
  ShownSatisfaction,
  ShownStage,
  ShownTrend,
} from '#app/charts/dashboard.ts'
import { distributionFrame } from '#app/charts/distribution.ts'
import type { EvidenceLink } from '#app/charts/evidence.ts'
import { trendFrame, type Trend } from '#app/charts/trend.ts'
import {
  ATTAINMENT_SIGNS,
  INDICATOR_KEYS,
  type Attainment,
  type IndicatorKey,
} from '#app/domain/indicator.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Definition, ReportData, ReportDecision, ReportFigures } from '#app/domain/report.ts'
import { readingInForce } from '#app/domain/ruling.ts'
import { placeOfDecision } from '#app/domain/report-decisions.ts'
import { onlyDay, shownMap } from '#reports/dashboard-map.ts'
import { accompanyingNotes, accompanyingTable } from '#reports/reading/accompanying.ts'
import { baselineFacts, baselineTable } from '#reports/reading/baselines.ts'
import { cards, type Card } from '#reports/reading/cards.ts'
import { hintFor, wordingOf } from '#reports/reading/decisions.ts'
import { evidenceLink } from '#reports/reading/evidence.ts'
import {
  participationChart,
  participationFacts,
  participationHistory,
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
import { stageNames, stageSentence, stageSpan, stageTargets, stageVerdict } from '#reports/reading/stages.ts'
import { targetTable } from '#reports/reading/targets.ts'
import { topicsPicture, topicsTable } from '#reports/reading/topics.ts'
import { legendOfSigns, ratingWord, type Reading } from '#reports/reading/values.ts'
import { wordsIn, type Words } from '#reports/words.ts'

/** On a phone a unit of these is a little less than a pixel, on a tablet a little more. */
const PICTURE = { width: 400, textSize: 12.5 }
const TREND = { ...PICTURE, height: 230 }

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

export function dashboardOf(data: ReportFigures, locale: Locale): Dashboard {
  const words = wordsIn(locale)
  const { sections, method } = words.report
  const reading = { data, locale, words }
  return {
    number: data.number === 0 ? null : data.number,
    demo: data.demo ? words.report.demo.mark : null,
    position: { title: sections.position, paragraphs: summary(reading, '') },
    cards: shownCards(reading),
    decisions: shownDecisions(data.decisions, locale),
    accompanying: shownAccompanying(reading),
    targets: {
      title: sections.targets,
      table: targetTable(reading),
      legend: legendOfSigns(words),
      evidence: INDICATOR_KEYS.map((key) => evidenceLink(reading, key, words.indicator.name[key], '')),
    },
    stages: { title: sections.stages, list: shownStages(reading), ...stageFrame(reading) },
    participation: shownParticipation(reading),
    satisfaction: shownSatisfaction(reading),
    method: { title: sections.method, points: method(readingInForce(data.rulings)) },
    sources: { title: sections.sources, list: data.sources },
    headings: { history: sections.history, map: sections.map, municipalities: sections.municipalities },
  }
}

/** What is to be resolved, and where that is done. */
export function shownDecisions(decisions: readonly ReportDecision[], locale: Locale): Dashboard['decisions'] {
  const words = wordsIn(locale)
  const { sections, decisions: said } = words.report
  const list = decisions.map((decision) => {
    const [wording, hint] = [wordingOf(decision, { words, locale }), hintFor(decision, { words, locale })]
    return { wording, hint, place: placeOfDecision(decision) }
  })
  return { title: sections.decisions, none: said.none, list }
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

/** What stands one click behind a card. */
const BEHIND: Record<IndicatorKey, (reading: Reading) => Pick<ShownCard, 'facts' | 'table' | 'source'>> = {
  I1: (reading) => ({
    facts: participationFacts(reading),
    table: participationHistory(reading),
    source: sourceIn(reading, reading.data.participation.definition),
  }),
  I2: (reading) => ({
    facts: satisfactionFacts(reading),
    table: satisfactionHistory(reading),
    source: sourceIn(reading, reading.data.satisfaction.definition),
  }),
}

function sourceIn({ locale }: Reading, { sourceDe, sourceEn }: Definition): string {
  return locale === 'de' ? sourceDe : sourceEn
}

function shownCards(reading: Reading): ShownCard[] {
  return cards(reading).map(({ key, title, value, lines, target, before, change, asOf }) => ({
    ...{ key, title, value, lines, before, change, asOf },
    baseline: baselineFacts(reading, key).map(([term, said]) => `${term} ${said}`)[0] ?? null,
    target: targetIn(target, reading.words),
    rating: target && {
      word: ratingWord(target.rated, reading.words),
      symbol: ATTAINMENT_SIGNS[target.rated.attainment],
      tone: TONE[target.rated.attainment],
    },
    evidence: evidenceLink(reading, key, title, value),
    ...BEHIND[key](reading),
  }))
}

/** Pictures and sentences of an indicator lead to the same page as its card. */
function evidenceOfCard(reading: Reading, key: IndicatorKey): EvidenceLink {
  const value = cards(reading).find((card) => card.key === key)?.value ?? ''
  return evidenceLink(reading, key, reading.words.indicator.name[key], value)
}

/** The aim with its phase and its resolution. */
function targetIn(target: Card['target'], words: Words): string {
  if (!target) return words.target.noPhase
  const { aim, phase, rated } = target
  const source = rated.resolution && words.target.resolvedBy(rated.resolution)
  return [`${aim} (${phase})`, source].filter(Boolean).join(', ')
}

/** With the picture of another day, or another one of the same. */
export function withMap(dashboard: Dashboard, map: ShownMap): Dashboard {
  return { ...dashboard, participation: { ...dashboard.participation, map } }
}

/** A stage in a few lines, each of which says something. */
function shownStages(reading: Reading): ShownStage[] {
  const { words } = reading
  return reading.data.stages.map((stage) => ({
    title: stage.subject,
    lines: [
      stageSpan(stage, reading),
      stageSentence(stage, reading),
      stageNames(stage, reading),
      stageVerdict(stage, words),
      stage.decision.reason && words.stage.because(stage.decision.reason),
    ].flatMap((line) => (line ? [line] : [])),
    targets: stageTargets(stage, reading),
  }))
}

function stageFrame({ words }: Reading): Pick<Dashboard['stages'], 'none' | 'note'> {
  return { none: words.stage.none, note: words.stage.note }
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
    map: shownMap(reading.data, onlyDay(reading.data), reading.locale),
    evidence: evidenceOfCard(reading, 'I1'),
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
    evidence: evidenceOfCard(reading, 'I2'),
  }
}

function shownSatisfactionTrend(reading: Reading): ShownTrend {
  return {
    picture: satisfactionTrend(reading, TREND),
    ...liveTrend(satisfactionChart(reading, TREND), (place) => satisfactionSaid(reading, place)),
    table: satisfactionHistory(reading),
  }
}

function shownAccompanying(reading: Reading): Dashboard['accompanying'] {
  if (reading.data.accompanying.length === 0) return null
  const { title, lead, limitsOf } = reading.words.accompanying
  const table = accompanyingTable(reading)
  const notes = accompanyingNotes(reading).map(({ key, title: name, text }) => {
    return { title: name, text, evidence: evidenceLink(reading, key, name, '') }
  })
  const { title: baselines, note } = reading.words.baseline
  const told = baselineTable(reading)
  return {
    ...{ title, lead, table, limits: limitsOf, notes },
    baselines: told && { title: baselines, table: told, note },
  }
}
