import type { attendance as deAttendance } from '#app/i18n/de/attendance.ts'
import { formatNumber, formatTime } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const time = (instant: Date) => formatTime(instant, 'en')

export const attendance: typeof deAttendance = {
  status: { present: 'present', partial: 'in part', excused: 'excused', absent: 'absent' },
  refusal: {
    'not-started': 'The list opens half an hour before the start. Please come back then.',
    'called-off': 'The workshop has been called off. Attendance is no longer recorded.',
    'not-enrolled':
      'Somebody has withdrawn meanwhile. The list is up to date now; nothing has been saved yet.',
    'units-wrong': '“In part” needs the number of teaching units. Nothing has been saved yet.',
    'meeting-gone': 'This meeting no longer exists. Please open the workshop, which shows all its meetings.',
  },
  title: 'Attendance',
  meetings: 'Meetings of this workshop',
  meeting: (nth, day) => `Meeting ${number(nth)}, ${day}`,
  allPresent: 'All present',
  restPresent: (count) =>
    count === 1 ? 'The one remaining person present' : `All ${number(count)} remaining present`,
  save: 'Save',
  units: (name) => `For how many units was ${name} there?`,
  unitsOf: (count, all) => `${number(count)} of ${number(all)} units`,
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
}
