import type { attendance as deAttendance } from '#app/i18n/de/attendance.ts'
import { formatNumber, formatTime } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const time = (instant: Date) => formatTime(instant, 'en')

const units = (count: number) => (count === 1 ? 'one unit' : `${number(count)} units`)
const status = { present: 'present', partial: 'in part', excused: 'excused', absent: 'absent' }

export const attendance: typeof deAttendance = {
  status,
  via: {
    list: 'in the list',
    offline: 'on the device, perhaps without network',
    'check-in': 'by themselves, with the code in the room',
    paper: 'copied from paper',
    'walk-in': 'admitted at the door',
    objection: 'after an objection',
  },
  reason: {
    mistake: 'It was a mistake',
    'paper-list': 'The list on paper says otherwise',
    'late-proof': 'Something was handed in later',
    objection: 'The person objected',
  },
  record: (is, count) => (is === 'partial' ? `${status.partial}, ${units(count)}` : status[is]),
  refusal: {
    'not-started': 'The list opens half an hour before the start. Please come back then.',
    'called-off': 'The workshop has been called off. Attendance is no longer recorded.',
    'not-enrolled':
      'Somebody has withdrawn meanwhile. The list is up to date now; nothing has been saved yet.',
    'units-wrong': '“In part” needs the number of teaching units. Nothing has been saved yet.',
    'reason-missing':
      'The list is finished already. Please say why you change something; nothing has been saved yet.',
    'meeting-gone': 'This meeting no longer exists. Please open the workshop, which shows all its meetings.',
  },
  title: 'Attendance',
  meetings: 'Meetings of this workshop',
  meeting: (nth, day) => `Meeting ${number(nth)}, ${day}`,
  saved: (at) => `Saved at ${time(at)}.`,
  savedOn: (day, at) => `Last saved on ${day}, ${time(at)}.`,
  neverSaved: 'Nothing saved yet.',
  open: (count) =>
    count === 0
      ? 'Everybody is recorded.'
      : count === 1
        ? 'One person is still open.'
        : `${number(count)} people are still open.`,
  nobody: 'Nobody has a place in this workshop. There is nothing to record.',
  toEnrolments: 'To the enrolments',
  ways: 'Other ways',
  checkIn: 'Let people check in themselves',
  sheet: 'Sign-in sheet as PDF',
  sheetAll: 'Sign-in sheets as PDF',
  typeIn: 'Type in a sheet',
  walkIn: 'Somebody has come without enrolling',
  toGrid: 'All meetings at a glance',
  complete: {
    button: 'Finish the list',
    explained: 'After that every change is a correction and needs a reason.',
    stillOpen: (open) =>
      open === 1
        ? 'One person is still open. Please record first whether they were there.'
        : `${number(open)} people are still open. Please record first whether they were there.`,
    done: (at, day) => `This list is finished, since ${day}, ${time(at)}.`,
    late: 'The meeting was more than a week ago. Changes need a reason.',
    why: 'Why do you change something?',
    correct: 'Correct',
  },
  guests: {
    title: 'Came without enrolling',
    seats: (taken, capacity) => `So ${number(taken)} of ${number(capacity)} places are taken.`,
    over: (over) =>
      over === 1 ? 'That is one person more than planned.' : `That is ${number(over)} more than planned.`,
    waiting: 'The coordination finds out who this is.',
  },
  history: {
    title: 'What was changed when',
    show: (count) => (count === 1 ? 'One entry' : `${number(count)} entries`),
    none: 'Nothing has been recorded yet.',
    line: (name, record) => `${name}: ${record}`,
    by: (name, how) => `${name}, ${how}`,
    because: (why) => `Reason: ${why}.`,
  },
  grid: {
    title: 'Attendance at a glance',
    caption: 'Who was there at which meeting',
    lead: 'Everybody enrolled and all meetings. “Enrolled” means that nothing is recorded yet.',
    person: 'Name',
    organisation: 'Municipality or authority',
    registered: 'enrolled',
    noShow: 'did not come',
    excusedBefore: 'cancelled before',
    guest: 'without enrolling',
    notAsked: '–',
    units: 'Units',
    planned: 'Units planned',
    unitsOf: (count, all) => `${number(count)} of ${number(all)}`,
    meeting: (nth, day) => `Meeting ${number(nth)}, ${day}`,
    cell: (word, count) => (count === null ? word : `${word} (${number(count)})`),
    present: (day, count) => {
      if (count === null) return `${day}: nothing recorded yet`
      if (count === 0) return `${day}: nobody there`
      return count === 1 ? `${day}: one person there` : `${day}: ${number(count)} there`
    },
    export: 'As a table for Excel',
    none: 'Nobody has a place in this workshop.',
    file: 'attendance',
  },
  own: {
    title: 'Your attendance',
    titleOf: 'Attendance',
    caption: 'What is recorded for each meeting',
    meeting: 'Meeting',
    recorded: 'Recorded',
    notYet: 'nothing recorded yet',
    units: (count, all) => `${number(count)} of ${number(all)} units`,
    wrong: 'That is not right',
  },
}
