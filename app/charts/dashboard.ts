// What the dashboard shows, as plain data: sentences, values, pictures and tables, ready to be laid out.

import type { DistributionFrame, DistributionStep } from '#app/charts/distribution.ts'
import type { EvidenceLink } from '#app/charts/evidence.ts'
import type { Picture } from '#app/charts/scene.ts'
import type { Table } from '#app/charts/table.ts'
import type { IndicatorKey } from '#app/domain/indicator.ts'
import type { TrendFrame } from '#app/charts/trend.ts'
import type { DecisionPlace } from '#app/domain/report-decisions.ts'

/** A value over time, with what a browser needs to answer the pointer. */
export type ShownTrend = {
  picture: Picture
  /** In order of time; `said` is what a point says under the pointer, the value first. */
  points: { day: string; value: number; said: string[] }[]
  /** Upper end of the axis. */
  maximum: number
  /** Where the points lie in the picture. */
  frame: TrendFrame
  /** What is drawn beside the points, and can be left out. */
  has: { targets: boolean; intervals: boolean }
  table: Table
}

export type ShownCard = {
  key: IndicatorKey
  title: string
  /** "11 von 28", "71,4 %", or a word where there is no figure. */
  value: string
  /** What it counts and how certain it is, a line each. */
  lines: string[]
  /** The aim with its phase and resolution, or why there is none. */
  target: string
  rating: { word: string; symbol: string; tone: 'good' | 'bad' | 'open' } | null
  before: string | null
  /** "Ausgangswert 4 Kommunen am 1. März 2025 (Quelle: Umfrage 2024)" */
  baseline: string | null
  asOf: string | null
  /** "unverändert im Rahmen der Unsicherheit"; null without a figure before it. */
  change: string | null
  source: string
  /** Definition with what it divides by what, its version and its limits. */
  facts: [string, string][]
  /** The value on the days so far. */
  table: Table
  evidence: EvidenceLink
}

/** `place`: on which page it is done. */
export type ShownDecision = { wording: string; hint: string | null; place: DecisionPlace }

export type ShownParticipation = {
  title: string
  trend: ShownTrend
  map: ShownMap
  evidence: EvidenceLink
}

/** Who takes part on one of several days, as tiles or as a map. */
export type ShownMap = {
  kind: 'tiles' | 'map'
  picture: Picture
  table: Table
  /** Share of the municipalities and of the people, which are told together. */
  shares: [string, string][]
  /** Why both must be seen together. */
  why: string
  /** Said of a day that no report has frozen. */
  origin: string | null
  /** What must stand under the map. */
  attributions: string[]
  hasBoundaries: boolean
  day: string
  /** All days that can be chosen, oldest first; `said` is the day with its figure. */
  days: { day: string; label: string; said: string }[]
}

/** A stage of the procedure: when, who, what came of it, what was decided. */
export type ShownStage = { title: string; lines: string[]; targets: string[] }

export type ShownSatisfaction = {
  title: string
  sentence: string
  /** Why the answers are not shown one by one, where they are not. */
  note: string | null
  overall: {
    title: string
    picture: Picture
    steps: DistributionStep[]
    /** Where the bars lie in the picture. */
    frame: DistributionFrame
    table: Table
  } | null
  topics: { title: string; picture: Picture; table: Table } | null
  trend: ShownTrend | null
  evidence: EvidenceLink
}

export type Dashboard = {
  /** Of the report; null for the figures of today, of which there are no files. */
  number: number | null
  /** "Beispieldaten", where the figures are invented. */
  demo: string | null
  position: { title: string; paragraphs: string[] }
  cards: ShownCard[]
  decisions: { title: string; list: ShownDecision[]; none: string }
  targets: { title: string; table: Table; legend: string; evidence: EvidenceLink[] }
  stages: { title: string; list: ShownStage[]; none: string; note: string }
  participation: ShownParticipation
  satisfaction: ShownSatisfaction
  /** Null in reports of a release that did not count it. */
  accompanying: {
    title: string
    lead: string
    table: Table
    limits: string
    notes: { title: string; text: string; evidence: EvidenceLink }[]
    /** Where they stood before the work began; null where nobody knows of any. */
    baselines: { title: string; table: Table; note: string } | null
  } | null
  method: { title: string; points: readonly string[] }
  sources: { title: string; list: { text: string; url: string | null }[] }
  headings: { history: string; map: string; municipalities: string }
}
