// What the dashboard shows, as plain data: sentences, values, pictures and tables, ready to be laid out.

import type { DistributionFrame, DistributionStep } from '#app/charts/distribution.ts'
import type { Picture } from '#app/charts/scene.ts'
import type { Table } from '#app/charts/table.ts'
import type { TrendFrame } from '#app/charts/trend.ts'

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
  title: string
  /** "11 von 28", "71,4 %", or a word where there is no figure. */
  value: string
  /** What it counts and how certain it is, a line each. */
  lines: string[]
  /** The aim with its phase and resolution, or why there is none. */
  target: string
  rating: { word: string; symbol: string; tone: 'good' | 'bad' | 'open' } | null
  before: string | null
  asOf: string | null
  /** Definition, version, source. */
  facts: [string, string][]
}

export type ShownDecision = { wording: string; hint: string | null }

export type ShownParticipation = { title: string; trend: ShownTrend; map: Picture; municipalities: Table }

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
}

export type Dashboard = {
  /** "Beispieldaten", where the figures are invented. */
  demo: string | null
  position: { title: string; paragraphs: string[] }
  cards: ShownCard[]
  decisions: { title: string; list: ShownDecision[]; none: string }
  targets: { title: string; table: Table; legend: string }
  participation: ShownParticipation
  satisfaction: ShownSatisfaction
  method: { title: string; points: readonly string[] }
  sources: { title: string; list: { text: string; url: string | null }[] }
  headings: { history: string; map: string; municipalities: string }
}
