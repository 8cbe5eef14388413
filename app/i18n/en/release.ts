import type { release as deRelease } from '#app/i18n/de/release.ts'
import { formatDateTime, formatNumber, formatPercent, formatPercentRange } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const release: typeof deRelease = {
  title: (round) => `Results: ${round}`,
  lead: (used, invited) =>
    `${number(used)} of ${number(invited)} people invited have answered (${formatPercent(invited === 0 ? 0 : used / invited, 'en')}).`,
  overall: 'Overall rating',
  overallChart: 'Distribution of answers',
  satisfied: 'satisfied or very satisfied',
  sentence: (satisfied, responses) =>
    `${number(satisfied)} of ${number(responses)} who rated are satisfied or very satisfied.`,
  inWords: (satisfied, responses) => `${number(satisfied)} of ${number(responses)}`,
  interval: (low, high) => `95% confidence interval after Wilson: ${formatPercentRange(low, high, 'en')}.`,
  bounds: (low, high) =>
    `If all who did not answer were dissatisfied, or all satisfied, the share would lie between ${formatPercentRange(low, high, 'en')}.`,
  noneOf: 'Nobody ticked anything here.',
  tooFew: (minimum) => `Fewer than ${number(minimum)} answers: not shown to protect people.`,
  fewShort: 'too few answers',
  fewHint: 'With fewer than ten answers only the satisfied ones are counted, and no distribution is shown.',
  answer: 'Answer',
  count: 'Number',
  share: 'Share',
  topics: 'By topic',
  topicsChart: 'Distribution of answers by topic',
  topic: 'Topic',
  responses: 'Ratings',
  satisfiedShort: '(very) satisfied',
  noAnswer: 'prefer not to say',
  n: (responses) => `n = ${number(responses)}`,
  groups: 'By group',
  group: 'Group',
  turnout: 'Response',
  turnoutOf: (used, invited) => `${number(used)} of ${number(invited)}`,
  remarks: 'Remarks',
  remarksLead: 'In random order, without connection to the ratings.',
  noRemarks: 'Nothing was remarked here, or nothing of it is shown.',
  remarksOfOthers:
    'The remarks are read only by those who were named before the first question. The steering committee was not among them.',
  method: 'How these figures came about',
  frozen: 'unchanged',
  changed: 'changed! These figures no longer agree with their release.',
  releasedAt: 'Released',
  releasedBy: (name, at) => `${formatDateTime(at, 'en')} by ${name}`,
  figures: 'Figures',
  fingerprint: 'Checksum (SHA-256)',
  questionnaire: 'Questionnaire',
  minimum: 'Minimum',
  minimumOf: (minimum) => `${number(minimum)} answers for each figure shown`,
  definition:
    'The share counts “satisfied” and “very satisfied” among all who rated the question. “Prefer not to say” and skipped questions do not count.',
}
