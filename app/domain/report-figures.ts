// From what the register and the releases know to what a report says. The one place where the figures are made.

import type { CountedFigure } from '#app/domain/accompanying-figure.ts'
import type { Baseline } from '#app/domain/baseline.ts'
import { accompanyingOf } from '#app/domain/evaluation-figures.ts'
import {
  attainment,
  INDICATOR_KEYS,
  isDue,
  isInPhase,
  measureOf,
  PHASE_KEYS,
  withinInterval,
  type IndicatorKey,
  type Measured,
  type Phase,
  type PhaseKey,
  type Target,
  type TargetState,
} from '#app/domain/indicator.ts'
import type { CountedPassport } from '#app/domain/passport.ts'
import type { PassportStep } from '#app/domain/passport-version.ts'
import { READINGS, readAs } from '#app/domain/reading.ts'
import { decisionsOf, openDecisions } from '#app/domain/report-decisions.ts'
import { readingInForce, type Rulings } from '#app/domain/ruling.ts'
import { stageOn, type StageFact } from '#app/domain/stage.ts'
import { itemsOf, OVERALL, TOPICS, type Questionnaire } from '#app/domain/questionnaire.ts'
import type { RemarkReaders } from '#app/domain/remark-readers.ts'
import type { Release } from '#app/domain/release.ts'
import {
  REPORT_FORMAT,
  type Definition,
  type Participation,
  type ReportFigures,
  type ReportRound,
  type ReportTarget,
  type ReportTopic,
  type Satisfaction,
} from '#app/domain/report.ts'
import { remarksOf } from '#app/domain/report-remarks.ts'
import { leftOutOf, type ReportDraft } from '#app/domain/report-draft.ts'
import { signaturesOf } from '#app/domain/questionnaire-change.ts'
import type { Figure } from '#app/domain/satisfaction.ts'
import type { Training } from '#app/domain/training.ts'

export type MunicipalityFact = {
  ags: string
  name: string
  population: number | null
  populationDate: string | null
  longitude: number | null
  latitude: number | null
  since: string | null
  specialists: number
}

export type RoundFact = {
  title: string
  /** The day on which it was due, of one that was planned by hand its first: says to which phase it belongs. */
  phaseDay: string
  closesOn: string
  release: Release
  questionnaire: Questionnaire
  remarkReaders: RemarkReaders
}
export type CountOnDay = { asOf: string; count: number; denominator: number }
export type TargetFact = {
  indicator: IndicatorKey
  phaseKey: PhaseKey
  state: TargetState
  value: number | null
  resolution: string | null
}

/** Everything that the figures follow from, as it was on the cut-off day. */
export type ReportFacts = {
  number: number
  previousSha256: string | null
  training: Training
  /** What the coordination chose and wrote for this day. */
  draft: ReportDraft
  /** Left out for a report that puts no other one right. */
  correction?: NonNullable<ReportFigures['correction']>
  applicationVersion: string
  demo: boolean
  districtName: string
  cutOff: string
  phases: Phase[]
  definitions: Record<IndicatorKey, Definition>
  municipalities: MunicipalityFact[]
  /** Different people; one may serve several municipalities. */
  specialists: number
  /** Indicator 1 on the reporting dates so far and on the cut-off day, oldest first. */
  history: CountOnDay[]
  /** Indicator 1 on the last days of the phases that are over. */
  atPhaseEnds: CountOnDay[]
  /** Released competence-centre rounds closed by the cut-off day, oldest first. */
  rounds: RoundFact[]
  /** The last days of all competence-centre rounds that were held until then, released or not. */
  roundsHeld: string[]
  targets: TargetFact[]
  rulings: Rulings
  /** In the order in which they begin. */
  stages: StageFact[]
  /** Day on which an evaluation was due that had not begun by the cut-off day; null where there is none. */
  evaluationDueOn: string | null
  sources: { text: string; url: string | null }[]
  /** Of all figures, in their order, as they hold on the cut-off day. */
  passports: CountedPassport[]
  /** What has changed in them until then. */
  passportHistory: PassportStep[]
  counted: CountedFigure[]
  baselines: Baseline[]
}

/** All but what follows from earlier reports. */
export function reportFigures(facts: ReportFacts): ReportFigures {
  const participation = participationOf(facts, facts.definitions.I1)
  const targets = INDICATOR_KEYS.flatMap((indicator) =>
    PHASE_KEYS.map((phase) => targetOf(facts, indicator, phase, participation)),
  )
  return {
    format: REPORT_FORMAT,
    number: facts.number,
    previousSha256: facts.previousSha256,
    applicationVersion: facts.applicationVersion,
    demo: facts.demo,
    districtName: facts.districtName,
    cutOff: facts.cutOff,
    phases: facts.phases.map(({ key, fromDate, untilDate }) => ({ key, fromDate, untilDate })),
    participation,
    satisfaction: satisfactionOf(facts),
    targets,
    rulings: facts.rulings,
    stages: facts.stages.map((stage) => stageOn(stage, facts.cutOff)),
    // Figures that nobody has frozen are no report of which the committee could take note.
    decisions: facts.number === 0 ? openDecisions(facts) : decisionsOf(facts),
    accompanying: accompanyingOf(facts),
    baselines: facts.baselines,
    passports: facts.passports,
    passportHistory: facts.passportHistory,
    sources: facts.sources,
    training: facts.training,
    sections: [...facts.draft.sections],
    leftOut: leftOutOf(facts.draft.sections),
    comments: facts.draft.comments,
    ownView: facts.draft.ownView,
    correction: facts.correction ?? null,
    changes: null,
    revised: [],
  }
}

const takesPart = (municipality: MunicipalityFact) =>
  municipality.since !== null && municipality.specialists > 0
const inhabitants = (municipalities: readonly MunicipalityFact[]) =>
  municipalities.reduce((sum, { population }) => sum + (population ?? 0), 0)
const shareOf = (part: number, whole: number) => (whole === 0 ? null : part / whole)

type ParticipationFacts = Pick<ReportFacts, 'municipalities' | 'specialists' | 'history' | 'cutOff'>

/** Indicator 1 on a day, from what is known of that day. */
export function participationOf(
  { municipalities, specialists, history, cutOff }: ParticipationFacts,
  definition: Definition,
): Participation {
  const taking = municipalities.filter(takesPart)
  const [covered, total] = [inhabitants(taking), inhabitants(municipalities)]
  const dates = municipalities.flatMap(({ populationDate }) => populationDate ?? []).sort()
  return {
    definition,
    count: taking.length,
    denominator: municipalities.length,
    share: shareOf(taking.length, municipalities.length),
    declared: municipalities.filter(({ since }) => since !== null).length,
    itSpecialists: specialists,
    population: { covered, total, share: shareOf(covered, total), asOf: dates.at(-1) ?? cutOff },
    municipalities: municipalities.map((municipality) => ({
      ags: municipality.ags,
      name: municipality.name,
      takesPart: takesPart(municipality),
      since: municipality.since,
      itSpecialists: municipality.specialists,
      labelPoint:
        municipality.longitude === null || municipality.latitude === null
          ? null
          : [municipality.longitude, municipality.latitude],
    })),
    history,
  }
}

function satisfactionOf({ rounds, definitions }: ReportFacts): Satisfaction {
  const latest = rounds.at(-1)
  return {
    definition: definitions.I2,
    round: latest ? roundOf(latest) : null,
    figure: latest ? overallOf(latest.release) : { kind: 'no-data' },
    topics: latest ? topicsOf(latest) : [],
    readings: latest
      ? READINGS.map((reading) => readAs(reading, overallOf(latest.release), topicsOf(latest)))
      : [],
    remarks: latest ? remarksOf(latest) : null,
    history: rounds.map((round, place) => ({
      ...roundOf(round),
      figure: overallOf(round.release),
      ...(breaksAt(rounds[place - 1], round) ? { breaks: true as const } : {}),
    })),
  }
}

function roundOf({ title, closesOn, release }: RoundFact): ReportRound {
  return { titleDe: title, titleEn: null, closedOn: closesOn, invited: release.turnout.invited }
}

/** Whether the overall question has another signature than in the round before. */
function breaksAt(before: RoundFact | undefined, round: RoundFact): boolean {
  const signatureIn = ({ questionnaire }: RoundFact) => signaturesOf(questionnaire).get(OVERALL)
  return before !== undefined && signatureIn(before) !== signatureIn(round)
}

function overallOf(release: Release): Figure {
  return release.items.find(({ key }) => key === OVERALL)?.figure ?? { kind: 'no-data' }
}

function topicsOf({ release, questionnaire }: RoundFact): ReportTopic[] {
  const topics = itemsOf(questionnaire).find(({ key }) => key === TOPICS)
  if (topics?.kind !== 'matrix') return []
  return topics.rows.map(({ key, title }) => ({
    key,
    titleDe: title.de,
    titleEn: title.en,
    figure: release.items.find((item) => item.key === `${TOPICS}.${key}`)?.figure ?? { kind: 'no-data' },
  }))
}

function targetOf(
  facts: ReportFacts,
  indicator: IndicatorKey,
  phaseKey: PhaseKey,
  participation: Participation,
): ReportTarget {
  const set = facts.targets.find((target) => target.indicator === indicator && target.phaseKey === phaseKey)
  const target: Target = {
    measure: measureOf(indicator, phaseKey),
    state: set?.state ?? 'open',
    value: set?.value ?? null,
  }
  const phase = facts.phases.find(({ key }) => key === phaseKey) ?? {
    key: phaseKey,
    fromDate: null,
    untilDate: null,
  }
  const { measured, measuredOn } = measuredFor(facts, indicator, phase, participation)
  return {
    ...target,
    indicator,
    phase: phaseKey,
    resolution: set?.state === 'resolved' ? set.resolution : null,
    attainment: ratedFor(measured, target, phase, facts.cutOff),
    withinInterval: withinInterval(measured, target),
    measured,
    measuredOn,
  }
}

/** A phase that has not begun is neither reached nor missed, whatever today's figure says. */
function ratedFor(measured: Measured, target: Target, phase: Phase, cutOff: string) {
  const begun = phase.fromDate !== null && phase.fromDate <= cutOff
  if (target.state === 'resolved' && !begun) return 'not-due' as const
  return attainment(measured, target, isDue(phase, cutOff))
}

type MeasuredFor = { measured: Measured; measuredOn: string | null }

function measuredFor(
  facts: ReportFacts,
  indicator: IndicatorKey,
  phase: Phase,
  participation: Participation,
): MeasuredFor {
  if (phase.fromDate === null || phase.fromDate > facts.cutOff)
    return { measured: { kind: 'no-data' }, measuredOn: null }
  const over = phase.untilDate !== null && phase.untilDate <= facts.cutOff ? phase.untilDate : null
  const measuredOn = over ?? facts.cutOff
  if (indicator === 'I2') {
    const round = facts.rounds.findLast(({ phaseDay }) => isInPhase(phase, phaseDay))
    if (!round) return { measured: { kind: 'no-data' }, measuredOn }
    const read = readAs(readingInForce(facts.rulings), overallOf(round.release), topicsOf(round))
    return { measured: read.measured, measuredOn: round.closesOn }
  }
  const then =
    over === null ? participation : (facts.atPhaseEnds.find(({ asOf }) => asOf === over) ?? participation)
  if (then.denominator === 0) return { measured: { kind: 'no-data' }, measuredOn }
  return {
    measured: { kind: 'measured', numerator: then.count, denominator: then.denominator, interval: null },
    measuredOn,
  }
}
