// What a report to the steering committee says: plain data, frozen on its cut-off day. Dashboard, PDF, CSV and JSON
// are drawn from this and from nothing else, so that they cannot differ. Shares are between 0 and 1 and unrounded,
// days are 'YYYY-MM-DD'.

import type { AccompanyingFigure } from '#app/domain/accompanying-figure.ts'
import type { Baseline } from '#app/domain/baseline.ts'
import type { IndicatorKey, Measured, Phase, PhaseKey, Target, Attainment } from '#app/domain/indicator.ts'
import type { CountedPassport } from '#app/domain/passport.ts'
import type { PassportStep } from '#app/domain/passport-version.ts'
import type { ReportChanges } from '#app/domain/report-changes.ts'
import type { ReportRemarks } from '#app/domain/report-remarks.ts'
import { REPORT_SECTIONS, type ReportSection } from '#app/domain/report-draft.ts'
import type { Training } from '#app/domain/training.ts'
import type { RatedTopic, ReadFigure, ReadingKey } from '#app/domain/reading.ts'
import { UNRULED, type Rulings } from '#app/domain/ruling.ts'
import type { Figure } from '#app/domain/satisfaction.ts'
import type { ReportStage, StageAim } from '#app/domain/stage.ts'

/** How a payload is built. A change that old readers would misread gets a new number. */
export const REPORT_FORMAT = 2

/** Everything that is hashed: `canonicalJson` of it is the payload of the snapshot and the file inside the PDF. */
export type ReportFigures = {
  /** As it was written; whoever reads an older one gets what it did not know yet as empty (`readReport`). */
  format: number
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
  /** What the committee resolved beside targets: which reading of indicator 2 counts, and how often it is measured. */
  rulings: Rulings
  /** The stages of the procedure, in the order in which they begin. */
  stages: ReportStage[]
  /** What the committee has to resolve now, most urgent first. */
  decisions: ReportDecision[]
  /** What accompanies the two indicators, in the order of the passports; each with its limits, none on the cover. */
  accompanying: AccompanyingFigure[]
  /** Where figures stood before the work began, as far as somebody knows; in the order of the passports. */
  baselines: Baseline[]
  /** Of every figure in this report, the two of the strategy first. */
  passports: CountedPassport[]
  /** Of the figures whose passport was ever changed all versions until the cut-off day, oldest first. */
  passportHistory: PassportStep[]
  /** Notes that the holders of the data ask for, word for word. */
  sources: { text: string; url: string | null }[]
  /** What took place since the report before, by topic; null where nobody counted it. */
  training: Training | null
  /** Which sections are in, in their order; the brief, the changes, the method and the annex always are. */
  sections: ReportSection[]
  /** Those that the coordination did not want in it. */
  leftOut: ReportSection[]
  /** What the coordination says to each indicator on this reporting date, and its own paragraphs in Markdown. */
  comments: { I1: string | null; I2: string | null }
  ownView: string | null
  /** Which report of the same cut-off day this one puts right, and why; null for any other. */
  correction: { number: number; reason: string } | null
  /** What is different from the last released report, in a correction from the one that it puts right; null for the first. */
  changes: ReportChanges | null
  /** Names of values that an earlier report told in another way (`report-changes.ts`). */
  revised: string[]
}

/** A snapshot as its readers get it. */
export type ReportData = ReportFigures & {
  /** The text that was hashed, letter by letter: whoever hashes it again gets `sha256`. */
  payload: string
  /** SHA-256 of the payload, in lower-case hexadecimal digits. */
  sha256: string
  /** ISO 8601 with time zone; null while nobody has released the snapshot. */
  releasedAt: string | null
}

/** What a payload says, in whatever format it was written; undefined for a text that somebody has made unreadable. */
export function readReport(payload: string): ReportFigures | undefined {
  try {
    const figures = { ...SINCE_FORMAT_2, ...(JSON.parse(payload) as ReportFigures) }
    const { satisfaction } = figures
    return {
      ...figures,
      sections: placed(figures),
      satisfaction: { ...NEITHER_READINGS_NOR_REMARKS, ...satisfaction },
    }
  } catch {
    return undefined
  }
}

/** Before it could be chosen, what accompanies the indicators stood behind all that was. */
function placed({ sections, leftOut }: ReportFigures): ReportSection[] {
  const isKnown = [...sections, ...leftOut].includes('accompanying')
  return isKnown ? sections : [...sections, 'accompanying']
}

/** What reports of release 0.1 and 0.2 did not tell. */
const SINCE_FORMAT_2 = {
  accompanying: [],
  baselines: [],
  passports: [],
  passportHistory: [],
  training: null,
  sections: [...REPORT_SECTIONS],
  leftOut: [],
  comments: { I1: null, I2: null },
  ownView: null,
  correction: null,
  changes: null,
  revised: [],
  rulings: UNRULED,
  stages: [],
} satisfies Partial<ReportFigures>
const NEITHER_READINGS_NOR_REMARKS = { readings: [], remarks: null }

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
  /** What the same answers are by each reading of the strategy's sentence; empty in reports before there were several. */
  readings: ReadFigure[]
  /** What people wrote in this round; null without a round, and in reports before there could be any. */
  remarks: ReportRemarks | null
  /** Rounds up to and including this one, oldest first. */
  history: (ReportRound & {
    figure: Figure
    /** The overall question was another one than in the round before: a new line begins. Else left out. */
    breaks?: true
  })[]
}

export type ReportRound = {
  titleDe: string
  titleEn: string | null
  closedOn: string
  invited: number
}

/** A topic with its title as it stood in the questionnaire. */
export type ReportTopic = RatedTopic

/** What was to be reached in a phase, and what came of it. */
export type ReportTarget = Target & {
  indicator: IndicatorKey
  phase: PhaseKey
  /** Reference of the resolution; null unless resolved. */
  resolution: string | null
  attainment: Attainment
  /** The target lies inside the interval of the value: chance alone could have decided. */
  withinInterval: boolean
  /**
   * What was compared with the target: indicator 1 on the last day of a phase that is over, else on the cut-off day;
   * indicator 2 in the latest round that was due or, planned by hand, began in the phase.
   */
  measured: Measured
  /** The day of that figure, of a round its last one; null for a phase that has not begun. */
  measuredOn: string | null
}

export type ReportDecision =
  /** Take note of this report. */
  | { key: 'note-report' }
  /** Set a target; `proposed` in the unit of the measure, null where nobody has proposed one. */
  | ({ key: 'set-target'; indicator: IndicatorKey; phase: PhaseKey } & ProposedTarget)
  /** State that the pilot has succeeded, which begins the first year. */
  | { key: 'end-pilot' }
  /** An evaluation was due and has not begun. */
  | { key: 'hold-evaluation'; dueOn: string }
  /** Whether a stage goes on, and by when that was to be decided. */
  | { key: 'decide-stage'; subject: string; decideBy: string | null }
  | ({ key: 'set-stage-target'; subject: string; aim: StageAim } & ProposedTarget)
  /** Say which reading of the strategy's sentence on indicator 2 counts. */
  | { key: 'choose-reading'; proposed: ReadingKey | null }
  /** Set how often satisfaction is measured. */
  | { key: 'set-rhythm'; proposedMonths: number | null }

export type ProposedTarget = { measure: Target['measure']; proposed: number | null }
