// What came of an evaluation: a measure that somebody has taken on, and how far it is.

export const MEASURE_STATES = ['open', 'in-progress', 'done', 'dropped'] as const
export type MeasureState = (typeof MEASURE_STATES)[number]

/** Whoever drops a measure says why: those who asked for it read it. */
export function measureProblem(measure: {
  state: MeasureState
  reason: string | null
}): 'reason-missing' | null {
  return measure.state === 'dropped' && !measure.reason ? 'reason-missing' : null
}
