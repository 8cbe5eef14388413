// From what the register and the releases know to what a report says. The one place where the figures are made.

import {
  attainment,
  INDICATOR_KEYS,
  isDue,
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
import { itemsOf, OVERALL, TOPICS, type Questionnaire } from '#app/domain/questionnaire.ts'
import type { Release } from '#app/domain/release.ts'
import {
  REPORT_FORMAT,
  type Definition,
  type Participation,
  type ReportDecision,
  type ReportFigures,
  type ReportRound,
  type ReportTarget,
  type ReportTopic,
  type Satisfaction,
} from '#app/domain/report.ts'
import type { Figure } from '#app/domain/satisfaction.ts'

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

export type RoundFact = { title: string; closesOn: string; release: Release; questionnaire: Questionnaire }
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
  targets: TargetFact[]
  /** Months between two evaluations; null while nobody has decided. */
  rhythmMonths: number | null
  sources: { text: string; url: string | null }[]
}

export function reportFigures(facts: ReportFacts): ReportFigures {
  const participation = participationOf(facts)
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
    decisions: decisionsOf(facts),
    sources: facts.sources,
  }
}

const takesPart = (municipality: MunicipalityFact) =>
  municipality.since !== null && municipality.specialists > 0
const inhabitants = (municipalities: readonly MunicipalityFact[]) =>
  municipalities.reduce((sum, { population }) => sum + (population ?? 0), 0)
const shareOf = (part: number, whole: number) => (whole === 0 ? null : part / whole)

function participationOf({
  municipalities,
  definitions,
  specialists,
  history,
  cutOff,
}: ReportFacts): Participation {
  const taking = municipalities.filter(takesPart)
  const [covered, total] = [inhabitants(taking), inhabitants(municipalities)]
  const dates = municipalities.flatMap(({ populationDate }) => populationDate ?? []).sort()
  return {
    definition: definitions.I1,
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
    history: rounds.map((round) => ({ ...roundOf(round), figure: overallOf(round.release) })),
  }
}

function roundOf({ title, closesOn, release }: RoundFact): ReportRound {
  return { titleDe: title, titleEn: null, closedOn: closesOn, invited: release.turnout.invited }
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

/** What a figure of ratings is to a target. The interval is null when everybody rated. */
export function measuredIn(figure: Figure): Measured {
  if (figure.kind === 'no-data' || figure.kind === 'too-few') return { kind: figure.kind }
  const interval = figure.kind === 'full' ? figure.interval : null
  return { kind: 'measured', numerator: figure.satisfied, denominator: figure.responses, interval }
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
    const round = facts.rounds.filter(({ closesOn }) => closesOn <= measuredOn).at(-1)
    return { measured: round ? measuredIn(overallOf(round.release)) : { kind: 'no-data' }, measuredOn }
  }
  const then =
    over === null ? participation : (facts.atPhaseEnds.find(({ asOf }) => asOf === over) ?? participation)
  if (then.denominator === 0) return { measured: { kind: 'no-data' }, measuredOn }
  return {
    measured: { kind: 'measured', numerator: then.count, denominator: then.denominator, interval: null },
    measuredOn,
  }
}

/** What the committee has to resolve, the most urgent first: targets of the running phase before later ones. */
function decisionsOf({ phases, targets, cutOff, rhythmMonths }: ReportFacts): ReportDecision[] {
  const pilot = phases.find(({ key }) => key === 'pilot')
  const firstYear = phases.find(({ key }) => key === 'firstYear')
  const missing = phases.flatMap(({ key }) =>
    INDICATOR_KEYS.flatMap((indicator): ReportDecision[] => {
      const target = targets.find((one) => one.indicator === indicator && one.phaseKey === key)
      if (target?.state === 'resolved') return []
      return [
        {
          key: 'set-target',
          indicator,
          phase: key,
          measure: measureOf(indicator, key),
          proposed: target?.value ?? null,
        },
      ]
    }),
  )
  const pilotOver = pilot?.untilDate !== null && pilot !== undefined && pilot.untilDate <= cutOff
  return [
    { key: 'note-report' },
    ...(pilotOver && firstYear?.fromDate === null ? [{ key: 'end-pilot' } as const] : []),
    ...missing,
    ...(rhythmMonths === null ? [{ key: 'set-rhythm', proposedMonths: null } as const] : []),
  ]
}
