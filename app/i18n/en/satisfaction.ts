import type { satisfaction as de } from '#app/i18n/de/satisfaction.ts'
import { formatDay, formatNumber, formatPercent, formatPercentRange, outOf } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const percent = (share: number) => formatPercent(share, 'en')
const day = (text: string) => formatDay(text, 'en')

export const satisfaction: typeof de = {
  noRound: 'There is no released evaluation of the competence centre yet.',
  noRatings: (round) => `In the evaluation “${round}” nobody answered the overall question.`,
  tooFew: (round) =>
    `In the evaluation “${round}” too few people answered. To protect them, no result is shown.`,
  words: (round, satisfied, responses) => {
    const among = `the ${number(responses)} people who answered`
    const who =
      satisfied === responses
        ? `all of ${among} are`
        : satisfied === 0
          ? `none of ${among} is`
          : satisfied === 1
            ? `one of ${among} is`
            : `${number(satisfied)} of ${among} are`
    return `In the evaluation “${round}” ${who} satisfied or very satisfied overall.`
  },
  full: (round, printed, satisfied, responses, certainty) => {
    const asked = `In the evaluation “${round}”`
    const whole = `${outOf(satisfied, responses, 'en')}; ${certainty}`
    if (satisfied === 0) return `${asked} nobody is satisfied or very satisfied (${whole}).`
    if (satisfied === responses)
      return `${asked} all who answered are satisfied or very satisfied overall (${whole}).`
    return `${asked} ${printed} of those who answered are satisfied or very satisfied overall (${whole}).`
  },
  interval: (low, high) => `95% confidence interval ${formatPercentRange(low, high, 'en')}`,
  everybody: 'full count, because all who were invited answered',
  fullCount: 'full count',
  turnout: (responses, invited) =>
    `${outOf(responses, invited, 'en')} people invited have answered (${percent(responses / invited)}).`,
  turnoutShort: (responses, invited) =>
    `${outOf(responses, invited, 'en')} invited (${percent(responses / invited)})`,
  ratings: (satisfied, responses) => `${outOf(satisfied, responses, 'en')} ratings`,
  wordsOnly: (satisfied, responses) => `${outOf(satisfied, responses, 'en')} satisfied or very satisfied`,
  round: (title, closedOn) => `${title}, closed on ${day(closedOn)}`,
  closed: (closedOn) => `Evaluation closed on ${day(closedOn)}`,
  noData: 'no data',
  tooFewShort: 'too few answers',
  notShown: 'How the answers are distributed is shown from ten ratings on.',
  steps: ['very dissatisfied', 'dissatisfied', 'partly satisfied', 'satisfied', 'very satisfied'],
  stepColumns: [
    'very dis\u00adsatis\u00adfied',
    'dis\u00adsatis\u00adfied',
    'partly satis\u00adfied',
    'satis\u00adfied',
    'very satis\u00adfied',
  ],
  responses: (count) => `n = ${number(count)}`,
  step: (count, share) => `${number(count)} (${percent(share)})`,
  noTopics: 'No topics were asked',
  noHistory: 'No evaluation with at least ten ratings yet',
  distributionCaption: 'Answers to the overall question. The indicator counts the two blue, filled bars',
  distributionAlternative: (values) => `Bar chart of the answers to the overall question. ${values}.`,
  topicsCaption: 'Satisfaction with the topics, in per cent of the ratings. “Prefer not to say” is left out',
  topicsAlternative: (values) => `Stacked bars by topic. Satisfied or very satisfied: ${values}.`,
  trendCaption: 'Share of the satisfied by evaluation with confidence interval (band) and targets (dashed)',
  trendBreaks: (closedOn) =>
    `The evaluation until ${formatDay(closedOn, 'en')} asked in another way than before: a new line begins here`,
  newLine: 'new line',
  trendAlternative: (values) => `Line chart of the share of the satisfied. ${values}`,
  overallTable: 'Answers to the overall question',
  topicsTable: 'Satisfaction with the topics',
  historyTable: 'Results by evaluation',
}
