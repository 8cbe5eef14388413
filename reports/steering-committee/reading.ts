// How the parts of the report read the frozen figures: the running phase, and each value as it is printed everywhere.

import {
  ATTAINMENT_SIGNS,
  ATTAINMENTS,
  phaseOn,
  printedPercent,
  type IndicatorKey,
  type Measured,
  type Phase,
  type PhaseKey,
  type Target,
} from '#app/domain/indicator.ts'
import type { Locale } from '#app/domain/locale.ts'
import { measuredIn } from '#app/domain/report-figures.ts'
import type { ReportData, ReportTarget } from '#app/domain/report.ts'
import { formatPercent } from '#app/i18n/format.ts'
import type { Paper } from '#reports/page.ts'
import type { Words } from '#reports/words.ts'

/** A report in the making. */
export type Report = {
  paper: Paper
  data: ReportData
  locale: Locale
  words: Words
  /** How many figures and tables there are so far. */
  numbering: { figures: number; tables: number }
}

export function runningPhase({ phases, cutOff }: ReportData): Phase | null {
  return phaseOn(phases, cutOff)
}

export function targetOf(data: ReportData, indicator: IndicatorKey, phase: PhaseKey): ReportTarget | null {
  return data.targets.find((target) => target.indicator === indicator && target.phase === phase) ?? null
}

/** The target of the running phase; null between the phases. */
export function runningTarget(data: ReportData, indicator: IndicatorKey): ReportTarget | null {
  const phase = runningPhase(data)
  return phase && targetOf(data, indicator, phase.key)
}

/** Indicator 1 on the cut-off day, as something that can be compared with a target. */
export function participationMeasured({ participation }: ReportData): Measured {
  const { count, denominator } = participation
  if (denominator === 0) return { kind: 'no-data' }
  return { kind: 'measured', numerator: count, denominator, interval: null }
}

export function satisfactionMeasured({ satisfaction }: ReportData): Measured {
  return measuredIn(satisfaction.figure)
}

/** "71,4 %": rounded, but never across the target; null where there is no share. */
export function printedShare(measured: Measured, target: Target | null, locale: Locale): string | null {
  const percent = printedPercent(measured, target)
  return percent === null ? null : formatPercent(percent / 100, locale)
}

/** "mindestens 10 Kommunen"; null while no number has been resolved. */
export function resolvedAim(target: ReportTarget | null, words: Words): string | null {
  if (target?.state !== 'resolved' || target.value === null) return null
  return words.target.aim(target.indicator, target.measure, target.value)
}

/** "▲ erreicht": the sign never stands alone, nor does the word. */
export function ratingOf({ attainment, withinInterval }: ReportTarget, words: Words): string {
  const rating = `${ATTAINMENT_SIGNS[attainment]} ${words.indicator.attainment[attainment]}`
  return withinInterval ? `${rating}; ${words.target.withinInterval}` : rating
}

/** What the signs mean, in one line. */
export function legendOfSigns(words: Words): string {
  const entries = ATTAINMENTS.map((key) => `${ATTAINMENT_SIGNS[key]} ${words.indicator.attainment[key]}`)
  return words.target.signs(entries.join(' · '))
}

export function titleIn(
  locale: Locale,
  { titleDe, titleEn }: { titleDe: string; titleEn: string | null },
): string {
  return (locale === 'en' && titleEn) || titleDe
}

/** Full sentences in a row; those that have nothing to say are left out. */
export function sentences(...parts: (string | null)[]): string {
  return parts.filter(Boolean).join(' ')
}
