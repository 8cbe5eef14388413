import type { approval as german } from '#app/i18n/de/approval.ts'
import { formatDeadline, formatNumber } from '#app/i18n/format.ts'

type Words = typeof german

const number = (value: number) => formatNumber(value, 'en')
const moment = (instant: Date) => formatDeadline(instant, 'en')

const kind: Words['kind'] = {
  none: 'Nobody is asked',
  inform: 'Somebody is informed',
  approve: 'Somebody approves every participation',
}

const kindHint: Words['kindHint'] = {
  none: 'Whoever enrols has the place.',
  inform: 'Whoever enrols has the place. The person named below gets an e-mail.',
  approve: 'The place is held until the person named below has answered, or the time is over.',
}

const silence: Words['silence'] = {
  approve: 'It counts as approved',
  reject: 'It counts as not approved',
}

const rejectReason: Words['rejectReason'] = {
  staffing: 'Work does not allow it on that day',
  'other-date': 'Another date would be better',
  'not-needed': 'The contents do not fit the job',
  unsaid: 'No reason given',
}

const decider: Words['decider'] = {
  approver: 'by the approver',
  deputy: 'by the deputy',
  silence: 'because nobody answered in time',
}

const verdict: Words['verdict'] = { approved: 'approved', rejected: 'not approved' }

const silenceMeans: Words['silence'] = {
  approve: 'Without an answer by then, it counts as approved.',
  reject: 'Without an answer by then, it counts as not approved.',
}

const link: Words['link'] = {
  title: 'Request for approval',
  lead: (participant, organisation) =>
    `${participant} (“${organisation}”) would like to take part in this workshop.`,
  until: 'Place held until',
  seatsTerm: 'Places of your organisation',
  seats: (count) =>
    count === 1
      ? 'This is the only one in this workshop.'
      : `${number(count)} in this workshop, this one included.`,
  silence: (means) => silenceMeans[means],
  free: (count) =>
    count === 1
      ? 'This is only a hint: you can approve all the same.'
      : 'These are only hints: you can approve all the same.',
  approve: 'Approve',
  rejectTitle: 'Do not approve',
  rejectLead: 'The place then goes to others. The person gets to know the reason.',
  reason: 'Why?',
  reject: 'Do not approve',
  about: 'What it is about',
  toCourse: 'What is taught in this course',
  done: {
    approved: {
      title: 'Approved.',
      text: 'The place is confirmed. The person gets an e-mail; there is nothing more to do for you.',
    },
    rejected: {
      title: 'Not approved.',
      text: 'The place goes to others. The person gets an e-mail with the reason.',
    },
  },
  ended: {
    'link-gone': {
      title: 'This link no longer works',
      text: 'It has run out, or somebody else approves now. The training officer of your organisation answers questions.',
    },
    decided: {
      title: 'This is decided already',
      text: 'If that should change, please talk to the person, who can withdraw or enrol again.',
    },
    withdrawn: { title: 'There is nothing to decide any more', text: 'The enrolment was taken back.' },
    'called-off': { title: 'There is nothing to decide any more', text: 'The workshop has been called off.' },
    'too-late': {
      title: 'The time is over',
      text: 'What your organisation has laid down for this case applies now. The person and you get an e-mail about it.',
    },
  },
  decidedAs: (what, by) => `Decision: ${verdict[what]}, ${decider[by]}.`,
  otherDates: 'See other dates',
}

const own: Words['own'] = {
  title: 'Approval',
  requested: (approver, until, means) =>
    `Requested. ${approver ?? 'Your municipality or office'} decides until ${moment(until)}. ${silenceMeans[means]}`,
  held: 'The place is held until then. The outcome comes by e-mail.',
  requestedShort: (approver, until) =>
    approver
      ? `Requested, approval by ${approver} until ${moment(until)}`
      : `Requested, approval until ${moment(until)}`,
  willAsk: (approver) =>
    `Your municipality or office approves participation. ${approver} is asked; your place is held until then.`,
  willInform: (approver) => `Your municipality or office wants to know: ${approver} gets an e-mail.`,
  decided: (what, by, at) => `${moment(at)}: ${verdict[what]}, ${decider[by]}.`,
  reason: (why) => `Reason: ${rejectReason[why]}.`,
  rejectedWayOut: 'Please talk to your superiors. While enrolment is open you can enrol again.',
  done: {
    title: 'Your place is reserved.',
    text: 'Approval is asked for now. The confirmation comes by e-mail.',
  },
}

const rule: Words['rule'] = {
  title: 'Approval',
  lead: (organisation) => `Who is asked at “${organisation}” when somebody enrols in a workshop.`,
  kind: 'What shall happen?',
  approverGroup: 'Who approves or is informed',
  approverHint: 'This person needs no account: a link in the e-mail is enough to answer.',
  deputyGroup: 'Deputy',
  deputyHint: 'Is asked as well when there is no answer by the time of the reminder.',
  name: 'Name',
  email: 'E-mail address',
  remindAfterDays: 'Remind after',
  limitDays: 'Decide within',
  workingDays: 'working days',
  daysHint:
    'Weekends and the holidays of Saxony do not count. It is decided by the start of the workshop at the latest.',
  silence: 'If nobody answers in time',
  privacy: 'Names and e-mail addresses are used for these e-mails only. Please tell the people about it.',
  saved: 'The rule applies from now on.',
  savedAsked: (count) =>
    count === 1
      ? 'One open request for approval has gone to those who decide now.'
      : `${number(count)} open requests for approval have gone to those who decide now.`,
  refusal: {
    'approver-missing': 'Please say who is asked.',
    'email-missing': 'Please give the e-mail address, too.',
    'name-missing': 'Please give the name, too.',
    'same-address': 'The deputy needs another e-mail address.',
    'reminds-too-late': 'The reminder has to come before the end of the time.',
    'requests-open':
      'Requests for approval are waiting here. Until they are decided, somebody has to be responsible.',
    'changed-meanwhile':
      'Somebody changed this rule while you were working on it. Your entries stand below. If you save again, your version counts.',
  },
  now: (what, approver) =>
    what === 'none' || approver === null
      ? 'Nobody is asked: whoever enrols has the place.'
      : what === 'inform'
        ? `${approver} hears of every enrolment; nothing needs approval.`
        : `${approver} approves every participation.`,
  change: 'Change the rule',
}

export const approval: Words = { kind, kindHint, silence, rejectReason, decider, verdict, link, own, rule }
