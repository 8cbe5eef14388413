// What the committee has to resolve now, the most urgent first: by the day since when, or until when, it is needed. What
// has no day comes last, and the report itself first.

import {
  INDICATOR_KEYS,
  measureOf,
  type IndicatorKey,
  type Phase,
  type PhaseKey,
  type TargetState,
} from '#app/domain/indicator.ts'
import type { Rulings } from '#app/domain/ruling.ts'
import type { ReportDecision } from '#app/domain/report.ts'
import type { StageFact } from '#app/domain/stage.ts'

export type DecisionFacts = {
  cutOff: string
  phases: readonly Phase[]
  targets: readonly {
    indicator: IndicatorKey
    phaseKey: PhaseKey
    state: TargetState
    value: number | null
  }[]
  rulings: Rulings
  stages: readonly StageFact[]
  /** Day on which an evaluation was due that has not begun by the cut-off day; null where there is none. */
  evaluationDueOn: string | null
  /** Last days of the released rounds, oldest first. */
  rounds: readonly { closesOn: string }[]
}

export type DecisionPlace = 'report' | 'targets' | 'rulings' | 'stages' | 'evaluations'

/** On which page a decision is done, or what it is about is shown. */
export function placeOfDecision({ key }: ReportDecision): DecisionPlace {
  switch (key) {
    case 'note-report':
      return 'report'
    case 'set-target':
    case 'end-pilot':
      return 'targets'
    case 'choose-reading':
    case 'set-rhythm':
      return 'rulings'
    case 'decide-stage':
    case 'set-stage-target':
      return 'stages'
    case 'hold-evaluation':
      return 'evaluations'
  }
}

type Dated = { decision: ReportDecision; neededOn: string | null }

/** What the committee has before it with a report: to take note of the report itself, and all that is open. */
export function decisionsOf(facts: DecisionFacts): ReportDecision[] {
  return [{ key: 'note-report' }, ...openDecisions(facts)]
}

/** What is open to be resolved, the first that is needed first; what has no day stands last. */
export function openDecisions(facts: DecisionFacts): ReportDecision[] {
  const dated = [
    ...pilotDecision(facts),
    ...evaluationDecision(facts),
    ...facts.stages.flatMap((stage) => stageDecisions(stage)),
    ...targetDecisions(facts),
    ...rulingDecisions(facts),
  ]
  const ordered = dated
    .map((one, place) => ({ ...one, place }))
    .sort((a, b) => byDay(a.neededOn, b.neededOn) || a.place - b.place)
  return ordered.map(({ decision }) => decision)
}

function byDay(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  return b === null || a < b ? -1 : 1
}

const phaseIn = ({ phases }: DecisionFacts, wanted: PhaseKey) => phases.find(({ key }) => key === wanted)

/** That the pilot has succeeded is stated once it is over, which begins the first year. */
function pilotDecision(facts: DecisionFacts): Dated[] {
  const endedOn = phaseIn(facts, 'pilot')?.untilDate ?? null
  const isOver = endedOn !== null && endedOn <= facts.cutOff
  const firstYear = phaseIn(facts, 'firstYear')
  return isOver && firstYear?.fromDate === null ? [{ decision: { key: 'end-pilot' }, neededOn: endedOn }] : []
}

function evaluationDecision({ evaluationDueOn: dueOn }: DecisionFacts): Dated[] {
  return dueOn === null ? [] : [{ decision: { key: 'hold-evaluation', dueOn }, neededOn: dueOn }]
}

/** Whether a stage goes on, and the targets that somebody has proposed for it. */
function stageDecisions({ subject, decision, decideBy, fromDate, targets }: StageFact): Dated[] {
  const go: Dated = { decision: { key: 'decide-stage', subject, decideBy }, neededOn: decideBy }
  const proposed = targets.flatMap(({ aim, measure, state, value }): Dated[] =>
    state === 'proposed' && value !== null
      ? [
          {
            decision: { key: 'set-stage-target', subject, aim, measure, proposed: value },
            neededOn: fromDate,
          },
        ]
      : [],
  )
  return decision.verdict === 'open' ? [go, ...proposed] : proposed
}

function targetDecisions({ phases, targets }: DecisionFacts): Dated[] {
  return phases.flatMap(({ key, fromDate }) =>
    INDICATOR_KEYS.flatMap((indicator): Dated[] => {
      const target = targets.find((one) => one.indicator === indicator && one.phaseKey === key)
      if (target?.state === 'resolved') return []
      const measure = measureOf(indicator, key)
      const proposed = target?.value ?? null
      return [
        {
          decision: { key: 'set-target', indicator, phase: key, measure, proposed },
          neededOn: fromDate,
        },
      ]
    }),
  )
}

/** Which reading counts is needed from the first figure on, the rhythm from the end of the pilot on. */
function rulingDecisions(facts: DecisionFacts): Dated[] {
  const { reading, rhythm } = facts.rulings
  const chosen: Dated = {
    decision: { key: 'choose-reading', proposed: reading.value },
    neededOn: facts.rounds[0]?.closesOn ?? null,
  }
  const set: Dated = {
    decision: { key: 'set-rhythm', proposedMonths: rhythm.value },
    neededOn: phaseIn(facts, 'pilot')?.untilDate ?? null,
  }
  return [...(reading.state === 'resolved' ? [] : [chosen]), ...(rhythm.state === 'resolved' ? [] : [set])]
}
