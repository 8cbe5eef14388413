// How figures are read wherever they are shown: the running phase, and each value as it is printed everywhere.

import {
  ATTAINMENT_SIGNS,
  ATTAINMENTS,
  measuredIn,
  phaseOn,
  printedPercent,
  type Attainment,
  type IndicatorKey,
  type Measured,
  type Phase,
  type PhaseKey,
  type Target,
} from '#app/domain/indicator.ts'
import { isOfFew } from '#app/domain/disclosure.ts'
import type { Locale } from '#app/domain/locale.ts'
import { figureInForce } from '#app/domain/ruling.ts'
import type { ReportFigures, ReportTarget } from '#app/domain/report.ts'
import { formatPercent } from '#app/i18n/format.ts'
import type { Words } from '#reports/words.ts'

/** Figures, frozen or of today, and the words in which they are told, on screen and paper alike. */
export type Reading = { data: ReportFigures; locale: Locale; words: Words }

/** Room for a picture, in points. */
export type Room = { width: number; height: number; textSize: number }

export function runningPhase({ phases, cutOff }: ReportFigures): Phase | null {
  return phaseOn(phases, cutOff)
}

export function targetOf(data: ReportFigures, indicator: IndicatorKey, phase: PhaseKey): ReportTarget | null {
  return data.targets.find((target) => target.indicator === indicator && target.phase === phase) ?? null
}

/** The target of the running phase; null between the phases. */
export function runningTarget(data: ReportFigures, indicator: IndicatorKey): ReportTarget | null {
  const phase = runningPhase(data)
  return phase && targetOf(data, indicator, phase.key)
}

/** Indicator 1 on the cut-off day, as something that can be compared with a target. */
export function participationMeasured({ participation }: ReportFigures): Measured {
  const { count, denominator } = participation
  if (denominator === 0) return { kind: 'no-data' }
  return { kind: 'measured', numerator: count, denominator, interval: null }
}

/** Indicator 2 by the reading that counts; reports that knew of one alone have it in the overall question. */
export function satisfactionMeasured(data: ReportFigures): Measured {
  return figureInForce(data)?.measured ?? measuredIn(data.satisfaction.figure)
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

/**
 * "erreicht; Ziel im Konfidenzintervall", "erreicht; nur 7 Bewertungen": of so few no interval is shown. A round of
 * another phase is no data for this one, though its figure may stand beside the word.
 */
export function ratingWord(target: ReportTarget, words: Words): string {
  const { attainment, withinInterval, indicator, measured } = target
  const word = words.indicator.attainment[attainment]
  if (withinInterval) return `${word}; ${words.target.withinInterval}`
  if (attainment === 'no-data' && indicator === 'I2') return words.target.noDataInPhase
  const isRated = RATED.includes(attainment) && indicator === 'I2' && measured.kind === 'measured'
  return isRated && isOfFew(measured.denominator)
    ? `${word}; ${words.target.ofFew(measured.denominator)}`
    : word
}

const RATED: readonly Attainment[] = ['on-course', 'reached', 'missed']

/** "▲ erreicht": the sign never stands alone, nor does the word. */
export function ratingOf(target: ReportTarget, words: Words): string {
  return `${ATTAINMENT_SIGNS[target.attainment]} ${ratingWord(target, words)}`
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
