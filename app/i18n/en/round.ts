import type { round as deRound } from '#app/i18n/de/round.ts'
import { formatDay, formatNumber, formatNumericDay, formatPercent } from '#app/i18n/format.ts'
import { notOpened, overlaps, rescheduleRefusal, reschedule } from '#app/i18n/en/round-opening.ts'
import { readersRefusal, remarkReaders } from '#app/i18n/en/remark-readers.ts'

const number = (value: number) => formatNumber(value, 'en')
const day = (text: string) => formatDay(text, 'en')
const shortDay = (text: string) => formatNumericDay(text, 'en')
const people = (count: number) => (count === 1 ? 'one person' : `${number(count)} people`)

const list: typeof deRound.list = {
  title: 'Evaluations',
  questionnaires: 'Questionnaires',
  lead: 'Answers lie sealed until they are counted together. Only what was released can be seen.',
  leadTrainer: 'The released feedback on your courses.',
  running: 'Running, and to do',
  done: 'Finished',
  noneRunning: 'No evaluation is running at the moment.',
  noneDone: 'Evaluations are listed here once they are released or given up.',
  noneTrainer: 'No feedback on your courses has been released yet. That takes at least five answers.',
  add: 'Plan a new evaluation',
  round: 'Evaluation',
  kind: 'Kind',
  period: 'Period',
  state: 'State',
  next: 'What happens next',
}

const schedule: typeof deRound.schedule = {
  title: 'Schedule of the evaluation of the IT competence centre',
  first: 'First evaluation',
  atPilotEnd: (on) => `at the end of the pilot phase on ${day(on)}`,
  pilotOpen: 'at the end of the pilot phase, which is not set yet',
  then: 'After that',
  every: (months) => (months === 1 ? 'every month' : `every ${number(months)} months`),
  rhythmOpen: 'not set yet',
  decides:
    'The steering committee decides on the schedule; a member enters its resolution under "Reading and rhythm". The next evaluation is planned by itself two months before.',
  todo: 'The schedule of evaluations is not set yet',
  todoFacts: 'Without a decision no evaluation is planned after the first.',
}

const next: typeof deRound.next = {
  planned: ({ opensOn }) => `Begins on ${day(opensOn)}.`,
  missed: () => 'Choose new days, or give it up.',
  open: ({ until }) => `Answers are possible until ${day(until)}.`,
  closed: () => 'Will be counted within minutes.',
  'waiting-for-more': () => 'Waits until the next workshop of the course has taken place.',
  'too-few': () => 'Extend it or give it up.',
  counted: () => 'Read the remarks and release the results.',
  released: () => 'See the results.',
  'given-up': () => 'Nothing more to do.',
}

const explained: typeof deRound.explained = {
  planned: ({ opensOn }) =>
    `On ${day(opensOn)} at 7 a.m. everybody who is invited gets an e-mail. Until then the evaluation can be given up.`,
  missed: ({ opensOn, until }) =>
    `The evaluation was planned for ${day(opensOn)} to ${day(until)} and did not begin; nobody has been asked. Choose new days, or give it up.`,
  open: ({ until }) =>
    `Answers are possible until ${day(until)}. Four days before, those who have not answered yet are reminded, each of them only once; the system shows nobody who they are. Then the answers are counted.`,
  closed: () =>
    'The evaluation is over and will be counted by itself within minutes. You can also do so now.',
  'waiting-for-more': () =>
    'There are too few answers for a count as yet. They stay sealed and will be counted together with those of the next workshop of this course. If none come within a year, they are deleted unread.',
  'too-few': () =>
    'Fewer answers have come than a count takes. You can extend the evaluation or give it up. If nothing happens for 30 days, the answers are deleted unread.',
  counted: () =>
    'The answers are counted; ballots, names and key are deleted. Before the release somebody reads the remarks, so that nobody can be recognised in them.',
  released: () => 'The results are released and can no longer be changed.',
  'given-up': () => 'The answers were deleted unread. There are no results.',
}

const facts: typeof deRound.facts = {
  title: 'At a glance',
  kind: 'Kind',
  period: 'Period',
  from: (opensOn) => `from ${day(opensOn)}`,
  shortPeriod: (opensOn, closesOn) => `${shortDay(opensOn)} to ${closesOn ? shortDay(closesOn) : '…'}`,
  fromTo: (opensOn, closesOn) => `${day(opensOn)} to ${day(closesOn)}`,
  invited: 'Invited',
  people,
  nobodyYet: 'nobody yet',
  workshops: 'Workshops in this round',
  workshopCount: (count) => (count === 1 ? 'one workshop' : `${number(count)} workshops`),
  turnout: 'Response',
  turnoutLater: 'shown with the release',
  turnoutOf: (used, invited) =>
    `${number(used)} of ${number(invited)} (${formatPercent(invited === 0 ? 0 : used / invited, 'en')})`,
  minimum: 'Minimum',
  minimumOf: (minimum) => `${number(minimum)} answers; nothing is counted below that`,
  releasedBy: 'Released by',
  releasing: {
    workshop: 'the coordination',
    transfer: 'the coordination',
    'competence-centre': 'steering committee or staff council',
    needs: 'the coordination',
    free: 'steering committee or staff council',
  },
  standIn: 'the staff council, because the coordination led the workshops itself',
  reason: 'Reason',
  reasonUncounted: 'Too few answers came, or the key of the server was missing for a year.',
}

const add: typeof deRound.add = {
  title: 'Plan an evaluation',
  lead: 'Feedback on workshops is asked for automatically, right afterwards and after eight weeks.',
  kinds: 'Kind of evaluation',
  tab: { 'competence-centre': 'IT competence centre', needs: 'Needs', free: 'Free evaluation' },
  about: {
    'competence-centre':
      'Asks about the benefit of the IT competence centre. It is the source of the second indicator.',
    needs: 'Asks which training is needed, and what keeps people from taking part.',
    free: 'Asks a group that you choose. The answers enter no indicator.',
  },
  name: 'Title',
  nameHint: 'What the evaluation is called in the e-mail and in the report.',
  suggested: {
    'competence-centre': (month) => `Rating of the IT competence centre, ${month}`,
    needs: (month) => `Training needs, ${month}`,
    free: () => '',
  },
  questionnaire: 'Questionnaire',
  opensOn: 'First day',
  opensOnHint: 'Invitations leave at 7\u00a0a.m.',
  closesOn: 'Last day',
  closesOnHint: 'Two to four weeks have proved right.',
  minimum: 'Minimum of answers',
  minimumHint: 'At least five. Later it can only be raised.',
  groups: 'Who will be asked',
  groupsHint: 'Invited is whoever belongs to them on the first day.',
  narrower: 'Narrow it down',
  attended: 'Only those who attended',
  attendedAll: 'everybody, attended or not',
  attendedCourse: (title) => `Course “${title}”`,
  attendedWorkshop: (title, on) => `“${title}” on ${day(on)}`,
  organisations: 'Only from these municipalities',
  organisationsHint:
    'Without a choice from all. Choose at least three with at least ten people to be asked in all: otherwise one could tell who said what.',
  whoTitle: 'Who will be invited',
  who: (it, user) =>
    `Everybody who is registered on the first day as IT specialist or municipal user, whether they attended a workshop or not. Today that would be ${people(it + user)}: ${number(it)} IT specialists and ${number(user)} users.`,
  tooFewPeople: (minimum) =>
    `That is less than the minimum of ${number(minimum)}. The evaluation can begin only when more people are registered.`,
  releaseTitle: 'Who releases the results',
  release: {
    'competence-centre':
      'A member of the steering committee or of the staff council. Not the coordination, because its work is rated here.',
    needs:
      'The coordination. Then steering committee, staff council and data protection see the results too.',
    free: 'A member of the steering committee or of the staff council: the work of the coordination may be rated here too.',
  },
  save: 'Plan evaluation',
  added: 'The evaluation is planned.',
  audienceTooSmall: (found, least) =>
    `Today ${people(found)} belong to it. It takes at least ${number(least)}, so that nobody can be recognised. Please narrow it down less.`,
  overlap: (others) => `This evaluation ${overlaps(others)}`,
  problem: {
    'in-the-past': 'Please choose today or a later day.',
    'ends-before-start': 'The last day is after the first.',
    'lasts-too-long': 'Please let the evaluation run for 90 days at most.',
    'few-municipalities': 'Please choose at least three municipalities, or none.',
    'not-offered': 'This questionnaire is no longer offered here. Please choose another one.',
  },
}

const extendRefusal: typeof deRound.extendRefusal = {
  'extends-itself': 'Workshop feedback goes on by itself with the next workshop of the course.',
  'not-running': 'This evaluation is not running. It cannot be extended.',
  'enough-answers': 'There are enough answers. The evaluation will be counted, not extended.',
  'not-later': 'Please choose a day after the present end, today at the earliest.',
  'too-long':
    'An evaluation runs for 180 days at most, with all extensions. Please choose an earlier day, so that it can be counted.',
}

const giveUpRefusal: typeof deRound.giveUpRefusal = {
  'still-open':
    'While the evaluation runs it cannot be given up. After the last day it is counted; if there are too few answers, you can give it up then.',
  'enough-answers': 'There are enough answers. What so many have said is counted and cannot be deleted.',
  'already-counted': 'This evaluation has been counted already.',
  'given-up': 'This evaluation has been given up already.',
}

const raiseRefusal: typeof deRound.raiseRefusal = {
  'not-running': 'The minimum can be raised only while the evaluation is running.',
  'not-stricter': 'The minimum can only be raised, never lowered.',
  'too-strict':
    'At most half of those invited, and at most ten where the competence centre may be rated: a higher minimum would keep the answers from being counted.',
}

const actions: typeof deRound.actions = {
  count: 'Count now',
  counted: 'The answers are counted.',
  wrongKey:
    'The key of this installation does not open the ballots. Nothing is lost: please have the operators check whether ROUND_KEY is set correctly.',
  unreadable:
    'The ballots cannot be read with this questionnaire. Nothing is lost: please tell the operators.',
  missing: 'This evaluation is gone.',
  extendTitle: 'Extend',
  extendLead: 'Everybody who has not answered yet hears of it by e-mail.',
  extendTo: 'New last day',
  extend: 'Extend evaluation',
  extended: (closesOn) => `The evaluation now runs until ${day(closesOn)}.`,
  raiseTitle: 'Raise the minimum',
  raiseTo: 'New minimum',
  raiseHint: 'Anonymity is fixed on the first day and can only become stricter. This cannot be undone.',
  raise: 'Raise the minimum',
  raised: (minimum) => `Answers are now counted only from ${number(minimum)} on.`,
  giveUp: 'Give up evaluation',
  giveUpTitle: 'Give up this evaluation?',
  giveUpConsequence:
    'All answers so far are deleted unread, and with them the invitations and the key. This cannot be undone.',
  giveUpReason: 'Reason',
  giveUpReasonHint: 'The reason will stand on the page of this evaluation.',
  givenUp: 'The evaluation is given up. All answers are deleted unread.',
}

const review: typeof deRound.review = {
  title: 'Read the remarks',
  lead: (minimum) =>
    `Please show nothing by which a person can be recognised. Remarks on a question are shown only if at least ${number(minimum)} are left. What is not shown is deleted with the release.`,
  none: 'There are no remarks that could be shown.',
  shown: 'show',
  hidden: 'do not show',
  shortened: 'show shortened',
  shorten: 'Shorten',
  shortenedText: 'Shortened text',
  shortenHint:
    'Take out names, places and circumstances by which somebody can be recognised, and keep the meaning. It is shown if “show shortened” is chosen above; what was written is deleted with the release.',
  save: 'Save decisions',
  saved: 'The decisions are saved. They can be changed until the release.',
  open: (count) =>
    count === 1 ? 'One remark is not decided yet.' : `${number(count)} remarks are not decided yet.`,
}

const release: typeof deRound.release = {
  title: 'Release',
  lead: 'With the release the figures are frozen, and everybody entitled can see them.',
  go: 'Release results',
  confirmTitle: 'Release the results?',
  consequence: (shown, hidden) =>
    [
      'Figures and remarks cannot be changed afterwards.',
      shown === 0
        ? 'No remarks will be shown.'
        : shown === 1
          ? 'One remark will be shown.'
          : `${number(shown)} remarks will be shown.`,
      hidden === 0 ? '' : `Not shown, and deleted: ${number(hidden)}.`,
    ]
      .filter(Boolean)
      .join(' '),
  unread: 'Please decide on all remarks first.',
  done: 'The results are released.',
  see: 'See the results',
}

export const round: typeof deRound = {
  list,
  schedule,
  next,
  explained,
  facts,
  add,
  notOpened,
  reschedule,
  rescheduleRefusal,
  extendRefusal,
  giveUpRefusal,
  raiseRefusal,
  readersRefusal,
  remarkReaders,
  actions,
  review,
  release,
}
