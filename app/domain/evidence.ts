// What stands behind a number of a report: whether what was counted gives the number, and whether the definition by
// which it was counted still is the same.

import type { ReportFigures } from '#app/domain/report.ts'

/** Whether the database still counts as it did: 'unrecorded' where a report from before there were passports does not say. */
export const DEFINITION_STATES = ['same', 'changed', 'unrecorded', 'gone'] as const
export type DefinitionState = (typeof DEFINITION_STATES)[number]

export function definitionState(frozen: string | null, now: string | null): DefinitionState {
  if (now === null) return 'gone'
  if (frozen === null) return 'unrecorded'
  return frozen === now ? 'same' : 'changed'
}

/** What of a report has evidence of its own: both indicators, and whatever accompanies them. */
export function evidenceKeys({ accompanying }: ReportFigures): string[] {
  return ['I1', 'I2', ...accompanying.map(({ key }) => key)]
}

/** What the listed rows add up to, counted again from them and not from the number above. */
export type Recount = { numerator: number; denominator: number; isSame: boolean }

/** The municipalities of indicator 1, one by one. */
export function recountParticipation({ participation }: ReportFigures): Recount {
  const { municipalities, count, denominator } = participation
  const recount = {
    numerator: municipalities.filter(({ takesPart }) => takesPart).length,
    denominator: municipalities.length,
  }
  return { ...recount, isSame: recount.numerator === count && recount.denominator === denominator }
}

/** The ratings of indicator 2, answer by answer; null where they are not told apart. */
export function recountSatisfaction({ satisfaction }: ReportFigures): Recount | null {
  const { figure } = satisfaction
  if (figure.kind !== 'full') return null
  const { 1: worst, 2: bad, 3: middling, 4: good, 5: best } = figure.distribution
  const recount = { numerator: good + best, denominator: worst + bad + middling + good + best }
  return {
    ...recount,
    isSame: recount.numerator === figure.satisfied && recount.denominator === figure.responses,
  }
}
