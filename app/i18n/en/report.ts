import type { ReadingKey } from '#app/domain/reading.ts'
import type { report as de } from '#app/i18n/de/report.ts'
import { formatDay, formatNumber, outOf } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const day = (text: string) => formatDay(text, 'en')

const satisfaction: Record<ReadingKey, string> = {
  overall:
    'Indicator 2 is the share of “satisfied” and “very satisfied” among all ratings of the overall question.',
  'every-topic':
    'Indicator 2 is, by the reading that was resolved, the share of “satisfied” and “very satisfied” among all ratings ' +
    'of the topic where it is lowest.',
  'all-ratings':
    'Indicator 2 is, by the reading that was resolved, the share of “satisfied” and “very satisfied” among all ratings ' +
    'of all topics together. As one person rates several topics, its confidence interval rests on no more voices than ' +
    'the topic with the most ratings has.',
}

export const report: typeof de = {
  title: 'Report to the steering committee',
  office: 'IT competence centre',
  subtitle: (nth, cutOff) => `Report no. ${nth}, cut-off day ${day(cutOff)}`,
  subject: (cutOff) => `Success indicators on ${day(cutOff)}`,
  released: (when) => `released on ${when}`,
  draft: 'draft, not yet released',
  page: (nth, count) => `Page ${nth} of ${count}`,
  figure: (nth, caption) => `Figure ${nth}: ${caption}.`,
  table: (nth, caption) => `Table ${nth}: ${caption}`,
  none: '–',
  outOf: (part, whole) => outOf(part, whole, 'en'),
  shortName: { I1: 'Municipalities', I2: 'Satisfaction' },
  correction: {
    title: (nth) => `Correction of report no. ${nth}`,
    reason: (reason) => `Reason: ${reason}`,
  },
  ownView: {
    title: 'View of the coordination',
    explained:
      'This section gives the view of the coordination. It is no indicator and was not resolved by the committee.',
  },
  demo: {
    mark: 'Sample data',
    sentence: 'Sample data: the municipalities exist, the figures are invented.',
    explained:
      'Name, population and place of the municipalities are true. Participation, evaluations, targets and resolutions ' +
      'are invented and say nothing about the municipalities named.',
  },
  sections: {
    position: 'Where we stand',
    targets: 'Targets and attainment',
    decisions: 'To be resolved',
    participation: 'Indicator 1: Participating municipalities',
    stages: 'Stages of the procedure',
    satisfaction: 'Indicator 2: Satisfaction with the competence centre',
    map: 'Who takes part',
    municipalities: 'The municipalities one by one',
    answers: 'Overall rating',
    topics: 'Topics',
    history: 'Over time',
    method: 'Method and limits',
    sources: 'Sources',
    annex: 'Data annex',
  },
  card: {
    target: (phase, aim) => `Target (${phase}): ${aim}`,
    before: (value, on) => `Before: ${value} (${on})`,
    changeOfCount: (by) => {
      if (by === 0) return 'as many as before'
      if (Math.abs(by) === 1) return by > 0 ? 'one more than before' : 'one fewer than before'
      return by > 0 ? `${number(by)} more than before` : `${number(-by)} fewer than before`
    },
    changeOfShare: {
      higher: 'higher than before; the difference is larger than the uncertainty',
      lower: 'lower than before; the difference is larger than the uncertainty',
      unchanged: 'unchanged within the uncertainty',
    },
    changeOfFullCount: {
      higher: 'higher than before; everybody answered both times',
      lower: 'lower than before; everybody answered both times',
      unchanged: 'unchanged; everybody answered both times',
    },
    cutOff: (on) => `Cut-off day ${day(on)}`,
  },
  decisions: {
    count: (count, where) => {
      if (count === 0) return 'Nothing has to be resolved this time.'
      return count === 1
        ? `One item is to be resolved${where}.`
        : `${number(count)} items are to be resolved${where}.`
    },
    onPage: ' (page 2)',
    none: 'Nothing is put to the vote.',
    noteReport: 'The steering committee takes note of this report.',
    setTarget: (name, phase, aim) =>
      `The steering committee resolves as the target ${phase} (${name}): ${aim}.`,
    endPilot:
      'The steering committee finds that the pilot phase has been completed successfully. The first year after it begins.',
    setRhythm: (months) =>
      `The steering committee resolves to measure satisfaction every ${months === null ? '______' : number(months)} months.`,
    holdEvaluation: (dueOn) =>
      `The steering committee finds that the evaluation of satisfaction has been outstanding since ${day(dueOn)}, and asks the coordination to hold it by ______.`,
    decideStage: (subject, by) =>
      `The steering committee resolves that the stage “${subject}” goes on${by ? ` (planned by ${day(by)})` : ''}.`,
    setStageTarget: (subject, aim) =>
      `The steering committee resolves as target of the stage “${subject}”: ${aim}.`,
    stageAim: {
      participating: (least, isOne) =>
        isOne
          ? 'at least one of its municipalities takes part'
          : `at least ${least} of its municipalities take part`,
      trained: (least, isOne) =>
        `somebody from at least ${isOne ? 'one' : least} of its municipalities has attended training on its topic`,
    },
    chooseReading: (reading) =>
      `The steering committee resolves that the reading “${reading}” holds for indicator 2.`,
    blankReading: (readings) =>
      `The steering committee resolves which reading holds for indicator 2: ${readings}.`,
    noEndsStage: 'No: it does not go on',
    inWriting: 'To be ticked at the meeting',
    proposal: 'Proposed by the competence centre',
    noProposal: 'No proposal; value to be filled in at the meeting',
    yes: 'Yes',
    no: 'No',
    abstention: 'Abstention',
  },
  facts: {
    caption: 'Passport',
    definition: 'Definition',
    version: 'Version',
    versionFrom: (version, from) => `${number(version)}, valid from ${day(from)}`,
    resolution: 'Basis',
    strategy: 'Measure profile of the digital strategy',
    source: 'Source of data',
    value: 'Value on the day',
    round: 'Evaluation',
    turnout: 'Response',
    reading: 'Reading',
    population: 'Population',
    specialists: 'IT specialists',
    declared: 'Have declared',
  },
  columns: {
    indicator: 'Indicator',
    phase: 'Phase',
    target: 'Target',
    value: 'Value',
    attainment: 'Rating',
    municipality: 'Municipality',
    ags: 'AGS',
    participation: 'Participation',
    specialists: 'IT specialists',
    cutOff: 'Cut-off day',
    count: 'Taking part',
    denominator: 'Municipalities',
    share: 'Share',
    answer: 'Answer',
    answers: 'Number and share',
    topic: 'Topic',
    topShare: '(very) satis\u00adfied',
    responses: 'Ratings',
    round: 'Evaluation',
    closedOn: 'Closed',
    invited: 'Invited',
    interval: '95% interval',
  },
  targetsCaption: 'Targets by phase and what came of them',
  toAnnex: { before: 'All figures to check:', label: 'Data annex', contents: 'To the data annex at the end' },
  externalLink: (url) => `External page: ${url}`,
  method: (reading) => [
    'Indicator 1 counts all municipalities of the district that exist on the cut-off day. That is a full count; there ' +
      'is no confidence interval. It measures participation, not how much it is used. Participation is voluntary.',
    'Every municipality counts the same. That is why the share of the population always stands beside it.',
    `${satisfaction[reading]} “Prefer not to say” and questions left out do not count.`,
    'The 95% confidence interval is calculated after Wilson, without correction for the limited number of people ' +
      'invited, so rather too wide than too narrow. It does not know whether those who kept silent think alike; that is ' +
      'why the response stands beside it.',
    'Who answered what is stored nowhere: ballots are sealed, mixed and counted as sums only. Below five answers, ' +
      'or below the higher minimum of a round, nothing is shown, below ten only the number of the satisfied.',
    'A target holds only once the steering committee has resolved it. “No data”, “too few answers” and “target open” ' +
      'are results, not zero.',
  ],
  annex: {
    explained:
      'This report is made from frozen figures. The attached file indikatoren.json is exactly these figures: whoever ' +
      'computes its fingerprint gets the one named here. Each set of figures names the fingerprint of the one before, so ' +
      'that none can be changed unnoticed.',
    caption: 'Frozen figures',
    number: 'Number',
    cutOff: 'Cut-off day',
    released: 'Release',
    hash: 'Fingerprint (SHA-256)',
    previous: 'Fingerprint before',
    first: 'none, these are the first figures',
    application: 'Software',
    attachments: 'Attached',
    attachmentList: 'indikatoren.csv for Excel and LibreOffice; indikatoren.json, the complete figures',
  },
  files: {
    csv: 'Success indicators with history, targets and topics: UTF-8, semicolon, decimal comma',
    json: 'The complete frozen figures of this report',
  },
}
