import { dayOf } from '#app/domain/calendar.ts'
import type { enrolment as deEnrolment } from '#app/i18n/de/enrolment.ts'
import {
  absenceReason,
  answerRefusal,
  reason,
  refusal,
  refusalOf,
  withdrawReason,
  withdrawRefusal,
} from '#app/i18n/en/enrolment-rules.ts'
import { formatDateTime, formatNumber, formatShortDay } from '#app/i18n/format.ts'

type Words = typeof deEnrolment

const number = (value: number) => formatNumber(value, 'en')
const day = (instant: Date) => formatShortDay(dayOf(instant), 'en')
const people = (count: number) => (count === 1 ? 'One person' : `${number(count)} people`)

const status: Words['status'] = {
  interested: 'interested',
  requested: 'requested',
  approved: 'approved',
  rejected: 'not approved',
  confirmed: 'place confirmed',
  waiting: 'waiting list',
  offered: 'place offered',
  lapsed: 'offer expired',
  declined: 'not accepted',
  withdrawn: 'withdrawn',
  excused: 'excused',
  substituted: 'substituted',
  'called-off': 'called off',
}

const mine: Words['mine'] = {
  title: 'Your enrolment',
  guest: 'For this you need an account. After signing in you continue here.',
  toAccount: 'Continue with your account',
  noAccount: 'No account yet? Request access',
  notParticipant:
    'Your account is not set up for taking part in workshops. The coordinators can change that.',
  forOrganisation: (name) => `You enrol for “${name}”.`,
  organisation: 'For whom do you enrol?',
  enrol: 'Enrol in this workshop',
  join: 'Join the waiting list',
  full: (position) => `On the waiting list you would be number ${number(position)}.`,
  rule: 'When a place becomes free, whoever has waited longest moves up. You get an e-mail at once.',
  confirmed: 'You have a place.',
  attended: 'You had a place.',
  waiting: (position) => `You are on the waiting list, number ${number(position)}.`,
  waitedInVain: 'You were on the waiting list. No place became free.',
  offered: (by, until) =>
    `${by ?? 'The competence centre'} has reserved a place for you. Please answer by ${formatDateTime(until, 'en')}.`,
  offeredNothing: 'You are enrolled only if you accept. Declining has no consequences for you.',
  accept: 'Accept the place',
  decline: 'Decline',
  withdraw: 'Withdraw from the workshop',
  leave: 'Leave the waiting list',
  toEnrolment: 'History of your enrolment',
  other: (word) => `State of your enrolment: ${word}.`,
  next: 'Next dates of this course',
  noNext: 'No further date of this course is fixed yet.',
  toCourse: 'To the course',
}

const done: Words['done'] = {
  confirmed: (until) => ({
    title: 'You are enrolled.',
    text: `The confirmation comes by e-mail. ${until ? `You can withdraw until ${day(until)}.` : ''}`,
  }),
  waiting: (position) => ({
    title: `You are on the waiting list, number ${number(position)}.`,
    text: 'The confirmation comes by e-mail. When you move up, we write to you at once.',
  }),
  declined: {
    title: 'You have declined the place.',
    text: 'It goes to others. There is nothing more for you to do.',
  },
  withdrawn: {
    title: 'You have withdrawn.',
    text: 'Your place is open to others now. The confirmation comes by e-mail.',
  },
  unlisted: {
    title: 'You are no longer on the waiting list.',
    text: 'The confirmation comes by e-mail.',
  },
  takenOut: (name) => `${name} has been taken out and gets an e-mail.`,
}

const facts: Words['facts'] = {
  title: 'At a glance',
  onlineUrl: 'Video conference',
  joinOnline: 'To the video conference',
  linkLater: 'Shortly before the start everybody with a place sees the link here.',
  linkFrom: (when) => `The link appears here on ${formatDateTime(when, 'en')}.`,
  units: 'Length',
  unitCount: (count) => (count === 1 ? 'One teaching unit' : `${number(count)} teaching units`),
  enrolUntil: 'Enrolment closes',
  withdrawUntil: 'Withdraw until',
  untilStart: 'until the start',
  note: 'Note',
  calledOff: (why) => `Called off. Reason: ${why}`,
  restCalledOff: (why) => `Further meetings are called off. What took place counts. Reason: ${why}`,
}

const lead: Words['lead'] = {
  title: 'For the trainers',
  attendance: 'Attendance',
  grid: 'Attendance at a glance',
  attendanceOf: (when) => `Attendance on ${when}`,
  message: 'Write a message',
  edit: 'Edit',
  callOff: 'Call off',
}

const list: Words['list'] = {
  title: 'Enrolments',
  titleOwn: (organisation: string | undefined) => `Enrolments from ${organisation ?? 'your organisations'}`,
  seated: 'With a place',
  waiting: 'Waiting list',
  endedTitle: 'Ended',
  ended: (count) => (count === 1 ? 'One ended enrolment' : `${number(count)} ended enrolments`),
  name: 'Name',
  organisation: 'Municipality or office',
  state: 'State',
  since: 'Enrolled on',
  position: 'Number',
  nobodySeated: 'Nobody has a place yet.',
  nobodyWaiting: 'Nobody is on the waiting list.',
  offeredUntil: (until) => `until ${formatDateTime(until, 'en')}`,
}

const others: Words['others'] = {
  title: 'Enrol others',
  colleaguesTitle: 'Your colleagues',
  explained:
    'They get an e-mail and decide for themselves. Until then the place is held for them, for a week at most.',
  colleagues: 'Whom do you want to enrol?',
  search: 'Name, e-mail address or municipality',
  found: (count, limit) =>
    count === 0
      ? 'This search finds nobody. Please check the spelling.'
      : count < limit
        ? `${people(count)} found.`
        : `More than ${number(limit - 1)} people found. Please search more precisely.`,
  nobody: 'Everybody of your organisations has a place, an offer or a position on the waiting list already.',
  nobodyChosen: 'Please choose at least one person.',
  offer: 'Offer places',
  offered: (count) => `${people(count)} ${count === 1 ? 'has' : 'have'} been offered a place.`,
  queued: (count) => `${people(count)} ${count === 1 ? 'is' : 'are'} on the waiting list.`,
  notAll: 'Not everybody could be enrolled',
}

const own: Words['own'] = {
  title: 'My dates',
  requested: 'Requested',
  toAnswer: 'Please answer',
  next: 'To come',
  waiting: 'Waiting list',
  past: 'Past',
  nothingNext: 'You are enrolled in no workshop to come.',
  nothingPast: 'After your first workshop, what you took part in stands here.',
  find: 'Find dates',
  position: (position) => `Number ${number(position)} on the waiting list`,
  attended: 'Attended',
  notRecorded: 'Not recorded yet',
  units: (attended, planned) => `${number(attended)} of ${number(planned)} units`,
  unitsAll: (count) =>
    count === 1 ? 'One teaching unit attended in all.' : `${number(count)} teaching units attended in all.`,
  forOrganisation: (name) => `for “${name}”`,
}

const one: Words['one'] = {
  title: (workshop) => `Enrolment: ${workshop}`,
  titleOf: (name, workshop) => `${name}: ${workshop}`,
  person: 'Person',
  state: 'State',
  log: 'History',
  logLine: (when, what, by) => `${formatDateTime(when, 'en')}: ${what}${by ? ` (by ${by})` : ''}.`,
  withdrawTitle: 'Withdraw',
  consequence:
    'Your place goes to others, and you cannot take it back. While enrolment is open you can enrol again, then behind those who wait already.',
  consequenceWaiting:
    'You lose your number on the waiting list. If you join it again later, you start at its end.',
  consequenceOther: (name) =>
    `${name} loses the place or the number on the waiting list and gets an e-mail. Those who wait move up.`,
  withdrawReason: 'Why?',
  takeOut: (name) => `Take ${name} out`,
}

export const enrolment: Words = {
  status,
  refusal,
  withdrawRefusal,
  answerRefusal,
  refusalOf,
  reason,
  withdrawReason,
  absenceReason,
  mine,
  done,
  facts,
  lead,
  list,
  others,
  own,
  one,
}
