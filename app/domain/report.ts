// What a report to the steering committee says: plain data, frozen on its cut-off day. Dashboard, PDF, CSV and JSON
// are drawn from this and from nothing else, so that they cannot differ. Shares are between 0 and 1 and unrounded,
// days are 'YYYY-MM-DD'.

import { canonicalJson } from '#app/domain/canonical-json.ts'
import type { IndicatorKey, Measured, Phase, PhaseKey, Target, Attainment } from '#app/domain/indicator.ts'
import type { Figure } from '#app/domain/satisfaction.ts'

/** How a payload is built. A change that old readers would misread gets a new number. */
export const REPORT_FORMAT = 1

/** Everything that is hashed: `canonicalJson` of it is the payload of the snapshot and the file inside the PDF. */
export type ReportFigures = {
  format: typeof REPORT_FORMAT
  /** Counts up from 1, without gaps. */
  number: number
  /** Fingerprint of the snapshot before this one, which chains them; null for the first. */
  previousSha256: string | null
  /** The release of the product that counted. */
  applicationVersion: string
  /** Invented figures: then every page, file and picture says so. */
  demo: boolean
  /** "Landkreis Meißen" */
  districtName: string
  /** The last day that counts. */
  cutOff: string
  /** In their order; days that nobody has decided yet are null. */
  phases: Phase[]
  participation: Participation
  satisfaction: Satisfaction
  /** One for each indicator and phase, indicator by indicator in the order of the phases. */
  targets: ReportTarget[]
  /** What the committee has to resolve now, most urgent first. */
  decisions: ReportDecision[]
  /** Notes that the holders of the data ask for, word for word. */
  sources: { text: string; url: string | null }[]
}

/** A snapshot as its readers get it. */
export type ReportData = ReportFigures & {
  /** SHA-256 of the payload, in lower-case hexadecimal digits. */
  sha256: string
  /** ISO 8601 with time zone; null while nobody has released the snapshot. */
  releasedAt: string | null
}

/** The text that was hashed: whoever hashes it again gets `sha256`. */
export function payloadOf({ sha256: _sha256, releasedAt: _releasedAt, ...figures }: ReportData): string {
  return canonicalJson(figures)
}

/** The version of an indicator by which its figures were counted. */
export type Definition = {
  version: number
  validFrom: string
  textDe: string
  textEn: string
  sourceDe: string
  sourceEn: string
  /** Reference of the resolution that set it; null for what the strategy says. */
  resolution: string | null
}

/** Indicator 1. A full count, so there is nothing to estimate. */
export type Participation = {
  definition: Definition
  /** Municipalities that take part by the definition. */
  count: number
  /** Municipalities that exist on the cut-off day. */
  denominator: number
  /** `count` of `denominator`; null without municipalities. */
  share: number | null
  /** Municipalities whose declaration is in force, whether or not a specialist serves them. */
  declared: number
  /** Registered IT specialists who serve the municipalities that take part, each person once. */
  itSpecialists: number
  /** Inhabitants of the municipalities that take part, of all of them. */
  population: { covered: number; total: number; share: number | null; asOf: string }
  /** All that exist on the cut-off day, in alphabetical order. */
  municipalities: ReportMunicipality[]
  /** Earlier reporting dates and this one, oldest first. */
  history: { asOf: string; count: number; denominator: number }[]
}

export type ReportMunicipality = {
  /** Eight digits. */
  ags: string
  name: string
  takesPart: boolean
  /** From when its declaration is in force; null without one. */
  since: string | null
  itSpecialists: number
  /** Longitude and latitude in degrees. */
  labelPoint: [number, number] | null
}

/** Indicator 2: the overall question of the latest released round that had closed by the cut-off day. */
export type Satisfaction = {
  definition: Definition
  /** Null as long as there is no such round; then the figure is 'no-data'. */
  round: ReportRound | null
  figure: Figure
  topics: ReportTopic[]
  /** Rounds up to and including this one, oldest first. */
  history: (ReportRound & { figure: Figure })[]
}

export type ReportRound = {
  titleDe: string
  titleEn: string | null
  closedOn: string
  invited: number
}

/** A topic with its title as it stood in the questionnaire. */
export type ReportTopic = { key: string; titleDe: string; titleEn: string | null; figure: Figure }

/** What was to be reached in a phase, and what came of it. */
export type ReportTarget = Target & {
  indicator: IndicatorKey
  phase: PhaseKey
  /** Reference of the resolution; null unless resolved. */
  resolution: string | null
  attainment: Attainment
  /** The target lies inside the interval of the value: chance alone could have decided. */
  withinInterval: boolean
  /** What was compared with the target: the last figure of a phase that is over, else that of the cut-off day. */
  measured: Measured
  /** The day of that figure; null for a phase that has not begun. */
  measuredOn: string | null
}

export type ReportDecision =
  /** Take note of this report. */
  | { key: 'note-report' }
  /** Set a target; `proposed` in the unit of the measure, null where nobody has proposed one. */
  | ({ key: 'set-target'; indicator: IndicatorKey; phase: PhaseKey } & ProposedTarget)
  /** State that the pilot has succeeded, which begins the first year. */
  | { key: 'end-pilot' }
  /** Set how often satisfaction is measured. */
  | { key: 'set-rhythm'; proposedMonths: number | null }

export type ProposedTarget = { measure: Target['measure']; proposed: number | null }
