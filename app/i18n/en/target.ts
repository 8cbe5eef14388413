import type { target as de } from '#app/i18n/de/target.ts'
import { indicator } from '#app/i18n/en/indicator.ts'
import { formatDay, formatNumber, formatSetPercent } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'en')

function judgedOn(due: string | null): string {
  return due ? `it will be judged on ${day(due)}` : 'when it will be judged is still open'
}

export const target: typeof de = {
  forPhase: {
    pilot: 'for the pilot phase',
    firstYear: 'for the first year after the pilot phase',
    continuation: 'for the continuation',
  },
  withinInterval: 'target within the confidence interval',
  noDataInPhase: 'no data of this phase',
  ofFew: (ratings) => `only ${formatNumber(ratings, 'en')} ratings`,
  resolvedBy: (reference) =>
    /^(Resolution|Beschluss)/.test(reference) ? reference : `resolution ${reference}`,
  shortPhase: { pilot: 'Pilot phase', firstYear: 'First year', continuation: 'Continuation' },
  notBegun: 'not yet begun',
  aim: (key, measure, value) =>
    measure === 'count'
      ? indicator.atLeastCount(value)
      : indicator.atLeastPercent(formatSetPercent(value, 'en'), key),
  shortAim: (measure, value) =>
    `≥ ${measure === 'percent' ? formatSetPercent(value, 'en') : formatNumber(value, 'en')}`,
  blankAim: (key, measure) => {
    if (key === 'I2') return 'at least ______ % satisfied or very satisfied'
    return measure === 'percent'
      ? 'at least ______ % of the municipalities'
      : 'at least ______ municipalities'
  },
  line: (phase, aim) => `${phase}: target ${aim}`,
  verdict: {
    'target-open': (phase) => `No target ${phase} has been resolved yet.`,
    'no-data': (phase, aim) =>
      `The target ${phase} (${aim}) cannot be judged yet because there are no data of this phase.`,
    'too-few': (phase, aim) => `The target ${phase} (${aim}) cannot be judged because too few have answered.`,
    'not-due': (phase, aim, due) =>
      `The target ${phase} (${aim}) has not been reached yet; ${judgedOn(due)}.`,
    'on-course': (phase, aim, due) =>
      `The target ${phase} (${aim}) would be reached on the cut-off day; ${judgedOn(due)}.`,
    reached: (phase, aim) => `The target ${phase} (${aim}) has been reached.`,
    missed: (phase, aim) => `The target ${phase} (${aim}) has been missed.`,
  },
  uncertain:
    'The target lies within the confidence interval: whether it holds among all who were invited remains open.',
  noPhase: 'No phase is running on the cut-off day; the periods have yet to be set.',
  signs: (legend) => `${legend}. The value is compared before rounding.`,
}
