import type { baseline as de } from '#app/i18n/de/baseline.ts'
import { formatDay } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'en')

export const baseline: typeof de = {
  refusal: {
    'no-such-figure': 'No baseline can be entered for this figure. Please choose another one.',
    'value-too-big': 'A share cannot be more than 100 %.',
    'value-not-whole': 'This is counted in whole numbers. Please enter the value without decimals.',
    'value-too-fine': 'Please enter two decimals at most.',
    'day-to-come': 'The day lies in the future. A baseline holds for a day that has been.',
    'reason-missing':
      'This figure has a baseline already. Please give the reason for which the new one replaces it; both stay readable.',
    'nothing-to-correct': 'This figure has no baseline that could be taken back.',
  },
  title: 'Baselines',
  lead:
    'Where a figure stood before the work began: a value from another source, with the day for which it holds. The coordination ' +
    'enters it; it stands beside the figure and is frozen with each report.',
  caption: 'Baselines, in the order of the figures',
  note:
    'No difference from a baseline is worked out or called a change: how the value was found, and how certain it is, only its ' +
    'source can say.',
  figure: 'Figure',
  value: 'Baseline',
  asOf: 'Holds for',
  source: 'Source',
  sourceHint: 'Where the value can be found, such as “Survey of the district 2024, page 12”.',
  none: 'none yet',
  isDivided: 'none possible, the figure has a value of its own for each topic',
  enter: 'Enter a baseline',
  enterLead:
    'If there is one already, the new one replaces it once you give the reason. Reports that have been frozen do not change.',
  takeBack: 'Take back a wrong baseline',
  takeBackLead:
    'The figure then has no baseline any more. The wrong entry stays readable below with your reason.',
  reason: 'Reason',
  reasonHint: 'Needed only where the value replaces an earlier one.',
  saved: 'The baseline has been entered.',
  takenBack: 'The baseline has been taken back.',
  history: 'All entries on baselines',
  noHistory: 'No baseline has been entered yet.',
  withdrawn: 'taken back, no baseline',
  by: 'Entered by',
  at: 'Entered',
  said: (value, asOf) => `Baseline ${value} on ${day(asOf)}`,
  saidWithSource: (value, asOf, source) => `${value} on ${day(asOf)} (source: ${source})`,
}
