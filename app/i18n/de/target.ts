// Targets and what came of them, in sentences.

import type { Attainment, IndicatorKey, PhaseKey, TargetMeasure } from '#app/domain/indicator.ts'
import { indicator } from '#app/i18n/de/indicator.ts'
import { formatDay, formatNumber, formatSetPercent } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'de')

type Verdict = (phase: string, aim: string, due: string | null) => string

function judgedOn(due: string | null): string {
  return due ? `gewertet wird am ${day(due)}` : 'wann gewertet wird, ist noch offen'
}

/** Whether a target is reached: `phase` as in `forPhase`, `due` the last day of the phase. */
const verdict: Record<Attainment, Verdict> = {
  'target-open': (phase) => `Ein Zielwert ${phase} ist noch nicht beschlossen.`,
  'no-data': (phase, aim) =>
    `Das Ziel ${phase} (${aim}) lässt sich noch nicht prüfen, weil aus dieser Phase keine Daten vorliegen.`,
  'too-few': (phase, aim) =>
    `Das Ziel ${phase} (${aim}) lässt sich nicht prüfen, weil zu wenige Antworten vorliegen.`,
  'not-due': (phase, aim, due) => `Das Ziel ${phase} (${aim}) ist noch nicht erreicht; ${judgedOn(due)}.`,
  'on-course': (phase, aim, due) => `Das Ziel ${phase} (${aim}) wäre am Stichtag erreicht; ${judgedOn(due)}.`,
  reached: (phase, aim) => `Das Ziel ${phase} (${aim}) ist erreicht.`,
  missed: (phase, aim) => `Das Ziel ${phase} (${aim}) ist verfehlt.`,
}

export const target = {
  forPhase: {
    pilot: 'für die Pilotphase',
    firstYear: 'für das erste Jahr nach der Pilotphase',
    continuation: 'für die Verstetigung',
  } satisfies Record<PhaseKey, string>,
  withinInterval: 'Ziel im Konfidenzintervall',
  noDataInPhase: 'keine Daten aus dieser Phase',
  ofFew: (ratings: number) => `nur ${formatNumber(ratings, 'de')} Bewertungen`,
  /** Some write "LA 2026/07" as the reference, some "Beschluss LA 2026/07". */
  resolvedBy: (reference: string) =>
    reference.startsWith('Beschluss') ? reference : `Beschluss ${reference}`,
  /** Where there is little room. */
  shortPhase: {
    pilot: 'Pilotphase',
    firstYear: 'Erstes Jahr',
    continuation: 'Verstetigung',
  } satisfies Record<PhaseKey, string>,
  notBegun: 'noch nicht begonnen',

  /** What is to be reached, as part of a sentence. A percentage is between 0 and 100. */
  aim: (key: IndicatorKey, measure: TargetMeasure, value: number) =>
    measure === 'count'
      ? indicator.atLeastCount(value)
      : indicator.atLeastPercent(formatSetPercent(value, 'de'), key),
  /** The same, for a table. */
  shortAim: (measure: TargetMeasure, value: number) =>
    `≥ ${measure === 'percent' ? formatSetPercent(value, 'de') : formatNumber(value, 'de')}`,
  /** The same with a gap in which the committee writes the number. */
  blankAim: (key: IndicatorKey, measure: TargetMeasure): string => {
    if (key === 'I2') return 'mindestens ______ % zufrieden oder sehr zufrieden'
    return measure === 'percent' ? 'mindestens ______ % der Kommunen' : 'mindestens ______ Kommunen'
  },
  /** Beside a dashed line. */
  line: (phase: string, aim: string) => `${phase}: Ziel ${aim}`,

  verdict,
  uncertain:
    'Der Zielwert liegt innerhalb des Konfidenzintervalls: Ob er unter allen Eingeladenen erreicht ist, bleibt offen.',
  noPhase: 'Am Stichtag läuft keine Phase; die Zeiträume sind noch festzulegen.',
  signs: (legend: string) => `${legend}. Verglichen wird der ungerundete Wert.`,
}
