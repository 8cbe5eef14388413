import type { ruling as de } from '#app/i18n/de/ruling.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const ruling: typeof de = {
  subjects: { reading: 'Reading', rhythm: 'Rhythm' },
  name: {
    overall: 'Overall question',
    'every-topic': 'Each topic for itself',
    'all-ratings': 'All topics together',
  },
  meaning: {
    overall:
      'The one question about satisfaction as a whole counts. The topics stand beside it and do not decide on the target.',
    'every-topic':
      'The target must be reached for each topic. So the topic with the smallest share is counted.',
    'all-ratings':
      'The ratings of all topics are counted together. Whoever rates more topics counts more often.',
  },
  refusal: {
    'already-resolved':
      'The steering committee has already resolved this. It changes by a new resolution only.',
    'nothing-to-correct': 'There is no entry that could be taken back.',
    'reason-missing': 'Please write why the entry was wrong. The reason stays readable.',
    'value-wrong': 'There is no such value. Between two evaluations there are 3 to 120 months.',
  },
  title: 'Reading and rhythm',
  lead: 'The strategy leaves open how its sentence on satisfaction is to be read and how often it is measured. The steering committee resolves both, with a reference.',
  sentence:
    '“At least XX % of those who rate give the overall rating ‘satisfied’ or ‘very satisfied’ on topics such as organisation, time saved, learning curve, etc. The evaluation is held […] at the end of the pilot phase and every XX months after it.”',
  sentenceSource: 'Measure profile, indicator 2 (translated)',
  readings: 'Which reading counts?',
  readingsTable: 'Readings and what they mean today',
  reading: 'Reading',
  means: 'What is counted',
  consequence: 'What that means today',
  notPossible:
    'How satisfied each single person is across all topics cannot be counted: who answered what is stored nowhere.',
  rhythm: 'How often is it measured?',
  rhythmNow: (months) => `Every ${number(months)} months`,
  monthsLabel: 'Time between evaluations',
  months: 'months',
  provisional: 'provisional reading, not yet resolved',
  proposedReading: (reading) => `proposed is “${reading}”`,
  line: (reading, basis) => `Reading: ${reading} (${basis})`,
  ruled: (reading, basis) => `“${reading}” (${basis})`,
  standing: (words, day) => `${words}, resolved on ${formatDay(day, 'en')}`,
  rhythmOpen: 'Not yet resolved. Until then, no further evaluation is planned by itself after the first.',
  rhythmProposed: (months) =>
    `Proposed: every ${number(months)} months. Until it is resolved, no further evaluation is planned by itself after the first.`,
  propose: 'Propose',
  proposeReading: 'Propose a reading',
  proposeRhythm: 'Propose a rhythm',
  resolve: 'Enter resolution',
  resolveReading: 'Enter the resolution on the reading',
  resolveRhythm: 'Enter the resolution on the rhythm',
  takeBack: 'Take entry back',
  takeBackReading: 'Take back a wrong entry on the reading',
  takeBackRhythm: 'Take back a wrong entry on the rhythm',
  takeBackLead: 'The question is open again afterwards. The wrong entry and your reason stay readable below.',
  reason: 'Why was the entry wrong?',
  saved: 'The entry has been saved.',
  history: 'All entries',
  noHistory: 'Nobody has proposed or resolved anything yet.',
  subject: 'What it is about',
  value: 'Content',
  takenBack: (reason) => `taken back: ${reason}`,
  notDecided: (reading) =>
    `Which reading of the target counts has not been resolved yet; for the time being it is “${reading}”.`,
  counts: {
    'every-topic': (topic, value) =>
      `By the resolved reading “Each topic for itself” the topic “${topic}” counts: ${value}.`,
    'all-ratings': (value) => `By the resolved reading “All topics together” it is ${value}.`,
    nothing: (reading) =>
      `By the resolved reading “${reading}” there is no value yet, because too few have rated the topics.`,
  },
  would: {
    plain: (round, value) => `In the evaluation “${round}” that gives ${value}.`,
    topic: (round, topic, value) => `In the evaluation “${round}” that is “${topic}”: ${value}.`,
    nothing: 'There are not enough released ratings for it yet.',
    leftOut: (count) =>
      count === 1
        ? 'One topic with too few ratings is left out.'
        : `${number(count)} topics with too few ratings are left out.`,
    rated: (phase, aim, word) => `Target ${phase} (${aim}): ${word}.`,
  },
  topic: (title) => `topic “${title}”`,
  ratings: (counted) => `${counted} ratings`,
  trendIsOverall: 'The trend shows the overall question, not the resolved reading',
}
