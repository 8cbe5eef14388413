// Success indicators: what was promised, what came of it. "No data" is an answer, never a zero.

import type { Figure, Interval } from '#app/domain/satisfaction.ts'

/** I1: participating municipalities. I2: satisfied share of those who rated the competence centre. */
export const INDICATOR_KEYS = ['I1', 'I2'] as const
export type IndicatorKey = (typeof INDICATOR_KEYS)[number]

export const PHASE_KEYS = ['pilot', 'firstYear', 'continuation'] as const
export type PhaseKey = (typeof PHASE_KEYS)[number]

/** Days are included; a day that nobody has decided yet is null. */
export type Phase = { key: PhaseKey; fromDate: string | null; untilDate: string | null }

export type PhaseState = Exclude<TargetState, 'proposed'>

/** A phase is resolved with the reference of the resolution that set its days; until then they may still move. */
export function phaseState({ resolution }: { resolution: string | null }): PhaseState {
  return resolution === null ? 'open' : 'resolved'
}

/** Whether a day lies in a phase; none does while nobody has decided when it begins. */
export function isInPhase({ fromDate, untilDate }: Phase, day: string): boolean {
  return fromDate !== null && fromDate <= day && (untilDate === null || day <= untilDate)
}

/** The phase on a day: the latest one that has begun and is not over; null before the first or in a gap. */
export function phaseOn<P extends Phase>(phases: readonly P[], day: string): P | null {
  const running = phases.filter((phase) => isInPhase(phase, day))
  return running.sort((a, b) => PHASE_KEYS.indexOf(b.key) - PHASE_KEYS.indexOf(a.key))[0] ?? null
}

/** A target is due on the last day of its phase; while that day is open, it is not due. */
export function isDue(phase: Phase, day: string): boolean {
  return phase.untilDate !== null && day >= phase.untilDate
}

export const TARGET_MEASURES = ['count', 'percent'] as const
export type TargetMeasure = (typeof TARGET_MEASURES)[number]
export const TARGET_STATES = ['open', 'proposed', 'resolved'] as const
export type TargetState = (typeof TARGET_STATES)[number]

/** The least that is to be reached: a number of municipalities, or per cent with at most two decimals. */
export type Target = { state: TargetState; measure: TargetMeasure; value: number | null }

/** The interval is null for a full count, where there is nothing to estimate. */
export type Measured =
  | { kind: 'measured'; numerator: number; denominator: number; interval: Interval | null }
  | { kind: 'no-data' }
  | { kind: 'too-few' }

/** What a figure of ratings is to a target. The interval is null when everybody rated. */
export function measuredIn(figure: Figure): Measured {
  if (figure.kind === 'no-data' || figure.kind === 'too-few') return { kind: figure.kind }
  const interval = figure.kind === 'full' ? figure.interval : null
  return { kind: 'measured', numerator: figure.satisfied, denominator: figure.responses, interval }
}

export const ATTAINMENTS = [
  'target-open',
  'no-data',
  'too-few',
  'not-due',
  'on-course',
  'reached',
  'missed',
] as const
export type Attainment = (typeof ATTAINMENTS)[number]

/** Beside the word, on screen and paper alike. */
export const ATTAINMENT_SIGNS: Record<Attainment, string> = {
  'target-open': '○',
  'no-data': '–',
  'too-few': '/',
  'not-due': '…',
  'on-course': '◆',
  reached: '▲',
  missed: '▼',
}

/** The one rule by which every figure is rated. Only a resolved target is one. */
export function attainment(measured: Measured, target: Target | null, due: boolean): Attainment {
  if (target?.state !== 'resolved' || target.value === null) return 'target-open'
  if (measured.kind !== 'measured') return measured.kind
  if (target.measure === 'percent' && measured.denominator === 0) return 'no-data'
  if (reaches(measured, target.measure, target.value)) return due ? 'reached' : 'on-course'
  return due ? 'missed' : 'not-due'
}

const PER_CENT = 100
const HUNDREDTHS = 100

/**
 * Compares without rounding the value, in whole numbers: 59.96 % is not 60 %, and 11 of 125 is 8.8 % although
 * floating-point arithmetic might not say so.
 */
function reaches(
  measured: { numerator: number; denominator: number },
  measure: TargetMeasure,
  least: number,
): boolean {
  if (measure === 'count') return measured.numerator >= least
  return measured.numerator * PER_CENT * HUNDREDTHS >= Math.round(least * HUNDREDTHS) * measured.denominator
}

/** Whether the target lies inside the interval, so that chance alone could have decided the rating ("Ziel im KI"). */
export function withinInterval(measured: Measured, target: Target | null): boolean {
  if (measured.kind !== 'measured' || measured.interval === null) return false
  if (target?.state !== 'resolved' || target.measure !== 'percent' || target.value === null) return false
  const least = target.value / PER_CENT
  return measured.interval.low <= least && least <= measured.interval.high
}

/** A share in per cent: 51 of 80 are 63.75, although floating-point arithmetic says 63.74999999999999. */
export function inPercent(share: number): number {
  return Number((share * PER_CENT).toPrecision(SURE_DIGITS))
}

/** Digits that floating-point arithmetic gets right after a division and a multiplication. */
const SURE_DIGITS = 12

/** In per cent, unrounded; null where there is nothing to divide by. */
export function percentOf(measured: Measured): number | null {
  if (measured.kind !== 'measured' || measured.denominator === 0) return null
  return (measured.numerator * PER_CENT) / measured.denominator
}

const FULL = 100

/**
 * The per cent as they may be printed with this many decimals: rounded, but never across the target and never to
 * 100 before everything is reached. 59.96 % under a target of 60 % prints as 59.9.
 */
export function printedPercent(measured: Measured, target: Target | null, decimals = 1): number | null {
  const exact = percentOf(measured)
  if (exact === null || measured.kind !== 'measured') return null
  const step = 10 ** decimals
  const rounded = Math.round(exact * step) / step
  const limits = [FULL, ...(target?.measure === 'percent' && target.value !== null ? [target.value] : [])]
  const crosses = limits.some((limit) => rounded >= limit && !reaches(measured, 'percent', limit))
  return crosses ? Math.floor(exact * step) / step : rounded
}

/** The strategy paper counts municipalities in the pilot and shares afterwards; satisfaction is always a share. */
export function measureOf(indicator: IndicatorKey, phase: PhaseKey): TargetMeasure {
  return indicator === 'I1' && phase === 'pilot' ? 'count' : 'percent'
}

export type PhaseProblem = 'ends-before-start' | 'phases-overlap' | 'resolution-needed'

/**
 * What speaks against the days of the phases. The first year starts with the committee's resolution that the pilot
 * succeeded: `resolution` is its reference, undefined where none is asked for.
 */
export function phaseProblem(
  phases: readonly Phase[],
  resolution: string | null | undefined,
): PhaseProblem | null {
  if (resolution === null) return 'resolution-needed'
  if (phases.some(({ fromDate, untilDate }) => fromDate && untilDate && untilDate < fromDate))
    return 'ends-before-start'
  const dated = [...phases].sort((a, b) => PHASE_KEYS.indexOf(a.key) - PHASE_KEYS.indexOf(b.key))
  const overlap = dated.some((phase, index) =>
    dated
      .slice(index + 1)
      .some((later) => later.fromDate && (phase.untilDate ?? phase.fromDate ?? '') >= later.fromDate),
  )
  return overlap ? 'phases-overlap' : null
}
