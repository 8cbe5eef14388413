import type { workshop as german } from '#app/i18n/de/workshop.ts'
import { formatNumber, outOf } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const people = (count: number) => (count === 1 ? 'One person' : `${number(count)} people`)

const planRefusal: typeof german.planRefusal = {
  'no-meeting': 'Please give day, start and end of the first meeting.',
  'no-trainer': 'Please choose at least one trainer.',
  'ends-before-start': 'The end must be after the start.',
  'meeting-too-long': 'A meeting lasts 15 hours at most. Please split it into several.',
  'more-units-than-time': 'So many teaching units of 45 minutes do not fit into this time.',
  'meetings-overlap': 'Two meetings overlap. One begins when the one before has ended, or later.',
  'deadline-after-start':
    'The deadlines to enrol and to withdraw are on the day of the first meeting at the latest.',
  'minimum-over-capacity': 'The minimum cannot be larger than the number of seats.',
  nowhere: 'Please give a place or a link, so that everybody finds the way.',
  'online-needs-both': 'There are online places only where a room or place and a link are given.',
  'opens-after-deadline': 'Enrolment opens on the day of its deadline at the latest.',
  'quota-until-alone': 'This day counts only together with a quota.',
  'fewer-than-enrolled':
    'More people are enrolled already. All keep their place; new ones are given only when it fits again. Save once more if that is what you want.',
  'course-retired': 'This course is no longer offered. Please choose another, or create a new one.',
  'in-the-past': 'This start is in the past. Please choose a day and a time to come.',
  'changed-meanwhile':
    'Somebody changed this workshop while you were working on it. What you typed is still here. Save once more and your version counts.',
  'called-off': 'This workshop was called off and cannot be changed any more. Please plan a new one.',
  'attendance-recorded':
    'Attendance is recorded for one of these meetings. It therefore stays, so do its teaching units, and it cannot be moved to a later time. For another day, please add a further meeting.',
  certified:
    'Certificates have been issued for this workshop. A further meeting, which nobody has attended yet, would make them wrong. Please plan it as a new workshop.',
  'decision-after-start': 'Whether it takes place is decided on the day of the first meeting at the latest.',
  'room-taken': 'This room is taken at that time. Please choose another room or another time.',
  'room-closed':
    'This room is out of order on one of these days. Please choose another room or another time.',
  'room-gone': 'This room does not exist any more. Please choose another one, or write the place yourself.',
  'equipment-taken': 'So many pieces are not free at that time. Please choose fewer or another time.',
  'equipment-gone': 'This equipment does not exist any more. Please leave the field empty.',
  'trainer-is-enrolled':
    'Whoever leads the workshop cannot be enrolled in it. Please withdraw that person first.',
}

const list: typeof german.list = {
  title: 'Dates',
  views: 'View',
  byMonth: 'By month',
  upcoming: 'To come',
  months: 'Choose a month',
  mine: 'My workshops only',
  all: 'All workshops',
  add: 'Plan a workshop',
  noneInMonth: (month) => `There is no date in ${month}.`,
  earlier: (count) => (count === 1 ? 'One meeting is over' : `${number(count)} meetings are over`),
  noneLeft: 'There is no date left in this month.',
  noneUpcoming: 'No workshop is planned at present.',
  noneMine: 'You lead no workshop here.',
  toUpcoming: 'Show what is to come',
  meetingOf: (nth, count) => `meeting ${nth} of ${count}`,
  draft: 'Course is still a draft',
  online: 'online',
}

const edit: typeof german.edit = {
  add: 'Plan a workshop',
  edit: 'Edit workshop',
  course: 'Course',
  draftCourse: (title) => `${title} (draft)`,
  noCourses: 'A workshop always belongs to a course. Please create a course first.',
  firstMeeting: 'Meeting',
  firstMeetingHint: 'Enter further meetings under “More rules”.',
  furtherMeeting: (nth) => `Meeting ${nth}`,
  furtherMeetings: 'Further meetings',
  furtherMeetingsHint: 'Empty rows do not count. What you empty is removed.',
  moreMeetings: 'Even more meetings',
  day: 'Day',
  start: 'Start',
  end: 'End',
  units: 'Teaching units',
  unitsShort: 'Units',
  unitsHint: 'Left empty, they follow from the time: one for every 45 minutes, breaks included.',
  place: 'Place',
  where: 'Place or link',
  whereHint: 'One of the two will do; both, when people can come or join online.',
  elsewhere: 'Another place, or online',
  online: 'Online',
  onlineUrl: 'Link to the video conference',
  trainers: 'Who leads the workshop?',
  noTrainers:
    'Nobody has the task “trainer” yet. The administration assigns it on the page of the person in question.',
  capacity: 'Seats',
  seats: 'seats',
  capacityHint: 'With fewer seats everybody keeps theirs. With more, those who wait move up.',
  enrolUntil: 'Enrol until',
  enrolUntilHint: 'Left empty: three days before the first meeting. The whole day counts.',
  withdrawUntil: 'Withdraw until',
  withdrawUntilHint: 'Left empty: two days before the first meeting.',
  minimum: 'Minimum',
  minimumHint: 'With so many enrolments it is worthwhile. Nothing is called off by itself.',
  note: 'Note for participants',
  noteHint: 'What to bring along, how to get there.',
  changeHint: 'When place or time change, everybody who is enrolled gets a mail.',
}

const message: typeof german.message = {
  title: 'Message to the group',
  to: 'To whom?',
  groupOf: (label, count) => `${label} (${number(count)})`,
  subject: 'Subject',
  body: 'Text',
  bodyHint: 'Salutation, title and dates of the workshop are in the mail already.',
  send: 'Send mail',
  sent: (count) =>
    count === 1
      ? 'The mail to one person is on its way.'
      : `The mails to ${number(count)} people are on their way.`,
  nobodyYet: 'Nobody is enrolled yet. As soon as somebody is, you can write to all of them here.',
  earlier: 'Messages so far',
  sentBy: (author, count) => `${author}, to ${count === 1 ? 'one person' : `${number(count)} people`}`,
}

const callOff: typeof german.callOff = {
  title: 'Call the workshop off',
  reason: 'Reason',
  reasonHint: 'It is in the mail and on the page of the workshop.',
  confirm: 'Call the workshop off',
  confirmRest: 'Call the further meetings off',
  rest: (times, count) =>
    `These meetings do not take place: ${times}. ${people(count)} ${count === 1 ? 'gets' : 'get'} a mail. This cannot be taken back.`,
  restCounts:
    'What has taken place already stays and counts: the attendance that is recorded holds, and certificates are issued afterwards as usual.',
  unrecorded:
    'A meeting has begun, but no attendance is recorded. Was anybody there? Then please record it first: only the further meetings are called off, and what was attended counts.',
  consequence: (count) => {
    const mails = `${people(count)} ${count === 1 ? 'gets' : 'get'} a mail. `
    return `${count === 0 ? 'Nobody is enrolled. ' : mails}All enrolments end. This cannot be taken back.`
  },
}

export const workshop: typeof german = {
  state: {
    'not-open-yet': 'enrolment not open yet',
    open: 'open for enrolment',
    full: 'fully booked',
    closed: 'enrolment closed',
    running: 'running',
    over: 'over',
    'called-off': 'called off',
  },
  planRefusal,
  timeProblem: {
    'time-gap': 'This time does not exist on that day: in the night clocks go forward from 2 to 3.',
    'time-ambiguous':
      'This time comes twice in that night, because clocks go back from 3 to 2. The first one is meant, still in summer time: save once more if that is right.',
  },
  callOffRefusal: {
    'called-off': 'This workshop was called off already. Everybody who was enrolled got a mail.',
    over: 'This workshop is over and cannot be called off any more.',
    'nothing-left':
      'Attendance is recorded for all meetings, so there is none left to call off. If one did not take place, please record that.',
  },
  messageRefusal: { nobody: 'There is nobody in this choice at present. Please choose another group.' },
  group: {
    confirmed: 'People enrolled',
    requested: 'People whose approval is still open',
    offered: 'People with a seat on offer',
    waiting: 'People on the waiting list',
  },
  list,
  edit,
  message,
  callOff,
  trainers: 'Led by',
  place: 'Place',
  when: 'When',
  seats: 'Seats',
  free: (count) =>
    count === 0
      ? 'No free seat, waiting list open'
      : count === 1
        ? 'One seat left'
        : `${number(count)} seats left`,
  taken: (taken, capacity) => {
    if (capacity === 1) return taken === 0 ? 'The one seat is free' : 'The one seat is taken'
    if (taken === 0) return `No enrolment yet for ${number(capacity)} seats`
    return taken === 1
      ? `One seat of ${number(capacity)} taken`
      : `${outOf(taken, capacity, 'en')} seats taken`
  },
  waiting: (count) =>
    count === 1 ? 'one person on the waiting list' : `${number(count)} people on the waiting list`,
  from: (day, count) => `from ${day}, ${number(count)} meetings`,
}
