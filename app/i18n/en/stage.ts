import type { stage as de } from '#app/i18n/de/stage.ts'
import { formatDay, formatNumber, outOf } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const day = (text: string) => formatDay(text, 'en')

export const stage: typeof de = {
  verdict: {
    open: 'not yet decided',
    go: 'goes on (go)',
    'no-go': 'does not go on (no-go)',
  },
  aim: {
    participating: 'Municipalities of the stage that take part (indicator 1)',
    trained: 'Municipalities of the stage with attended training on its topic',
  },
  refusal: {
    'changed-meanwhile': 'Somebody else has changed the stage meanwhile.',
    'already-resolved':
      'The steering committee has resolved this target. It changes by a new resolution only.',
    'already-member':
      'These municipalities are part of the stage on that day already. Please choose others or another day.',
    'ends-before-start': 'The end lies before the beginning. Please check both days.',
    'value-too-big': 'A share cannot be more than 100 %.',
    'reason-missing': 'Please give the reason. It stays readable.',
    'nothing-to-correct': 'There is no entry that could be taken back.',
    'topic-missing':
      'The stage has no topic whose training could be counted. The coordination chooses it under “Edit stage”.',
    'in-use': 'This stage has been dealt with; it stays readable. End it with a last day instead.',
  },
  title: 'Stages',
  toStages: 'To the stages',
  lead: 'The stepwise procedure: each stage introduces one subject in some municipalities; whether it goes on is decided by the steering committee.',
  none: 'No stage has been set up yet.',
  noneHint: 'The coordination sets them up, for GIS or land-use planning, for example.',
  add: 'Set up a stage',
  edit: 'Edit stage',
  remove: 'Remove stage',
  removeTitle: 'Remove the stage?',
  removeConsequence:
    'The stage and its municipalities disappear. That is possible only as long as the committee has not dealt with it.',
  subject: 'Subject',
  subjectHint: 'Such as “GIS” or “land-use planning”.',
  description: 'What is introduced',
  topic: 'Topic of the training',
  topicHint: 'Courses of this topic count for the target “attended training”.',
  noTopic: 'no topic',
  from: 'First day',
  until: 'Last day',
  decideBy: 'Decision by',
  decideByHint: 'The day by which the steering committee wants to decide on go or no-go.',
  open: 'open',
  days: 'Days',
  municipalities: 'Municipalities',
  decision: 'Decision',
  saved: 'The stage has been saved.',
  joined: 'The municipalities are part of the stage now.',
  left: 'The last day has been saved.',
  decided: 'The decision has been entered.',
  aimed: 'The target of the stage has been entered.',
  members: 'Municipalities in it',
  noMembers: 'No municipality is part of this stage yet.',
  memberSince: 'Since',
  memberUntil: 'Until',
  nowPartOf: (name) => `part of ${name} today`,
  join: 'Add municipalities',
  joinDay: 'In it from',
  leave: 'End the part of a municipality',
  leaveWhich: 'Municipality',
  leaveDay: 'Last day',
  takeBackMember: 'Take out a municipality entered by mistake',
  takeBackMemberLead:
    'The municipality then counts as never having been in this stage, on no day. The entry stays readable below with your reason; reports that have been frozen do not change. If it was in the stage and no longer is, end its part with the last day instead.',
  memberTakenBack: 'The municipality counts as never having been in this stage.',
  mistakenMember: (name) => `${name}: entered by mistake, never in it`,
  targets: 'Targets of the stage',
  noTargets: 'No target has been proposed for this stage yet.',
  which: 'What is to be reached',
  unit: 'Measured as',
  units: { count: 'number of municipalities', percent: 'per cent of the municipalities of the stage' },
  value: 'At least',
  state: 'State',
  proposeTarget: 'Propose a target',
  resolveTarget: 'Enter the resolution on a target',
  takeBackTarget: 'Take back a wrong entry on a target',
  takeBack: 'Take entry back',
  rating: 'Rating',
  decide: 'Enter the decision of the steering committee',
  decideLead:
    'A new decision visibly replaces the one before. A wrong entry is taken back with “open again” and a reason.',
  choice: {
    go: 'Go: it goes on',
    'no-go': 'No-go: it does not go on',
    open: 'Open again: the entry was wrong',
  },
  verdictLabel: 'Decision',
  resolutionHint: 'Reference, such as “LA 2026/07, item 4”. Not needed for “open again”.',
  resolutionMissing: 'Please give reference and day of the resolution.',
  reason: 'Reason',
  reasonHint: 'Needed for no-go and for “open again”.',
  enterDecision: 'Enter decision',
  history: 'All entries on this stage',
  noHistory: 'Nothing has been entered yet.',
  entry: 'Entry',
  columns: {
    subject: 'Stage',
    days: 'Days',
    municipalities: 'Municipalities',
    targets: 'Targets and state',
    decision: 'Decision',
  },
  caption: 'Stages of the procedure, in the order in which they begin',
  span: (from, until) => {
    if (from === null) return until === null ? 'still open' : `until ${day(until)}`
    return until === null ? `since ${day(from)}` : `${day(from)} to ${day(until)}`
  },
  beginsOn: (from) => `from ${day(from)}`,
  participates: (count, all) => {
    if (all === 0) return 'No municipality belongs to it yet.'
    if (all === 1)
      return count === 1
        ? 'The only municipality of this stage takes part.'
        : 'The only municipality of this stage does not take part yet.'
    if (count === 0) return `Of the ${number(all)} municipalities of this stage, none takes part yet.`
    if (count === all) return `All ${number(all)} municipalities of this stage take part.`
    if (count === 1) return `Of the ${number(all)} municipalities of this stage, one takes part.`
    return `Of the ${number(all)} municipalities of this stage, ${number(count)} take part.`
  },
  trained: (count, all, topic) => {
    if (all === 0) return ''
    if (all === 1)
      return count === 1
        ? `It has attended training on “${topic}”.`
        : `It has not attended training on “${topic}” yet.`
    if (count === 0) return `None has attended training on “${topic}” yet.`
    if (count === all) return `All have attended training on “${topic}”.`
    if (count === 1) return `One has attended training on “${topic}”.`
    return `${number(count)} have attended training on “${topic}”.`
  },
  decidedBy: (words, resolution, on) => `${words}, ${resolution} of ${day(on)}`,
  dueBy: (by) => `not yet decided, due on ${day(by)}`,
  because: (reason) => `Reason: ${reason}`,
  names: (names) => `In it: ${names}.`,
  counted: (part, whole) => outOf(part, whole, 'en'),
  shortAim: { participating: 'take part', trained: 'trained' },
  target: (aimWords, value, counted, rating) => `${aimWords}: target ${value}, now ${counted} (${rating})`,
  figure: (aimWords, counted) => `${aimWords}: ${counted}`,
  note: 'Counted are the municipalities of the stage, without any ranking. A municipality that merges into another goes on counting with that one.',
}
