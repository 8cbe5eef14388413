// The stepwise procedure: a stage introduces one subject (such as GIS) in some municipalities, and the committee decides
// whether it goes on. What a stage aims at is counted among its own municipalities; nobody is ranked.

import {
  attainment,
  type Attainment,
  type Measured,
  type TargetMeasure,
  type TargetState,
} from '#app/domain/indicator.ts'

/** Open until the committee has decided; a new decision stands beside the old one. */
export const STAGE_VERDICTS = ['go', 'no-go', 'open'] as const
export type StageVerdict = (typeof STAGE_VERDICTS)[number]

/** Municipalities of the stage that take part by indicator 1; those with an attendance in a course of its topic. */
export const STAGE_AIMS = ['participating', 'trained'] as const
export type StageAim = (typeof STAGE_AIMS)[number]

export type StageDecision = {
  verdict: StageVerdict
  resolution: string | null
  decidedOn: string | null
  reason: string | null
}

export type StageTarget = {
  aim: StageAim
  measure: TargetMeasure
  state: TargetState
  value: number | null
  resolution: string | null
  decidedOn: string | null
}

export type StageMember = {
  name: string
  fromDate: string
  untilDate: string | null
  /** The municipality that stands in its place on the cut-off day, where it has merged. */
  nowPartOf: string | null
}

/** What a stage is on a day, and how many of its municipalities do what it aims at. */
export type StageFact = {
  id: string
  subject: string
  description: string
  topicDe: string | null
  topicEn: string | null
  fromDate: string | null
  untilDate: string | null
  /** The day by which the committee wants to decide. */
  decideBy: string | null
  decision: StageDecision
  targets: StageTarget[]
  members: StageMember[]
  /** Different municipalities that exist on the day. */
  municipalities: number
  participating: number
  trained: number
}

export type RatedStageTarget = StageTarget & { measured: Measured; attainment: Attainment }
/** Without the id, which means nothing outside of this installation. */
export type ReportStage = Omit<StageFact, 'id' | 'targets'> & { targets: RatedStageTarget[] }

/** A stage as a report tells it: its targets rated by the rule by which all targets are. */
export function stageOn({ id: _, ...stage }: StageFact, day: string): ReportStage {
  const isDue = stage.untilDate !== null && day >= stage.untilDate
  const begun = stage.fromDate !== null && stage.fromDate <= day
  return {
    ...stage,
    targets: stage.targets.map((target) => {
      const measured = measuredFor(stage, target.aim)
      const rated = target.state === 'resolved' && !begun ? 'not-due' : attainment(measured, target, isDue)
      return { ...target, measured, attainment: rated }
    }),
  }
}

/** Without a topic nobody can be seen to have been trained for it. */
export function measuredFor(
  { municipalities, participating, trained, topicDe }: Omit<StageFact, 'id' | 'targets'>,
  aim: StageAim,
): Measured {
  if (municipalities === 0 || (aim === 'trained' && topicDe === null)) return { kind: 'no-data' }
  const numerator = aim === 'trained' ? trained : participating
  return { kind: 'measured', numerator, denominator: municipalities, interval: null }
}

export type StageRefusal =
  | 'changed-meanwhile'
  | 'already-resolved'
  | 'already-member'
  | 'ends-before-start'
  | 'value-too-big'
  | 'reason-missing'
  | 'nothing-to-correct'
  | 'topic-missing'
  | 'in-use'

/** Why a decision cannot be entered, or null: whoever stops a stage, or takes a decision back, says why. */
export function undecidableBecause(
  decision: Pick<StageDecision, 'verdict' | 'reason'>,
  current: StageVerdict,
): StageRefusal | null {
  if (decision.verdict === 'open' && current === 'open') return 'nothing-to-correct'
  return decision.verdict !== 'go' && !decision.reason ? 'reason-missing' : null
}

const FULL_PERCENT = 100

/** Why a target of a stage cannot be entered, or null. */
export function unaimableBecause(
  target: Pick<StageTarget, 'aim' | 'measure' | 'state' | 'value'> & { reason: string | null },
  current: TargetState | undefined,
  hasTopic: boolean,
): StageRefusal | null {
  if (target.state === 'open') {
    if (current === undefined || current === 'open') return 'nothing-to-correct'
    return target.reason ? null : 'reason-missing'
  }
  if (target.aim === 'trained' && !hasTopic) return 'topic-missing'
  if (target.measure === 'percent' && (target.value ?? 0) > FULL_PERCENT) return 'value-too-big'
  return target.state === 'proposed' && current === 'resolved' ? 'already-resolved' : null
}
