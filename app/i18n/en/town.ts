import { dayOf } from '#app/domain/calendar.ts'
import type { town as german } from '#app/i18n/de/town.ts'
import { formatDateTime, formatDeadline, formatNumber, formatShortDay } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const town: typeof german = {
  mine: 'My municipality',
  several: 'My municipalities',
  choose: 'Which one would you like to look at?',
  none: 'No municipality or office is assigned to you at present. The coordinators can change that.',
  toTown: 'Approval and enrolments',
  lead: 'Who goes where, who waits, and who still has to answer.',
  open: (count) =>
    count === 1 ? 'One answer is still missing.' : `${number(count)} answers are still missing.`,
  enrol: 'Enrol colleagues',

  toAnswer: 'Waiting for an answer',
  nothingToAnswer: 'Nobody has to answer at present.',
  going: 'Who goes where',
  nobodyGoing: 'Nobody has a place in a coming workshop yet.',
  waiting: 'Waiting list',
  notComing: 'Not coming',
  notComingCount: (count) =>
    count === 1 ? 'One place was not accepted' : `${number(count)} places were not accepted`,
  notComingExplained:
    'To decline an offer is no absence, and is counted nowhere. After the date the entry disappears from here.',
  name: 'Name',
  workshop: 'Workshop',
  when: 'When',
  state: 'State',
  offeredUntil: (until) => `answers until ${formatDateTime(until, 'en')}`,
  decideUntil: (until) => `approval until ${formatDeadline(until, 'en')}`,
  position: (position) => `number ${number(position)}`,

  dates: 'Coming dates',
  allDates: 'All dates',
  noDates: 'There is no date at present in which somebody could still enrol.',
  freeSeats: 'Free',
  ownSeats: 'Your places',
  seatsTaken: (count) => (count === 0 ? 'none yet' : number(count)),
  quota: (taken, quota, until) =>
    `${number(taken)} of ${number(quota)}; free for all from ${formatShortDay(dayOf(until), 'en')}`,
  enrolIn: 'Enrol',
  enrolInLabel: (title) => `Enrol: ${title}`,

  colleagues: 'Colleagues',
  noColleagues: 'Nobody belongs here yet. You can enrol people in a date who have no account yet, too.',
  audience: 'Belongs as',
  thisYear: (year) => `Places ${year}`,
  places: (workshops, units) =>
    workshops === 0
      ? 'none yet'
      : workshops === 1
        ? `one workshop, ${units === 1 ? 'one unit' : `${number(units)} units`}`
        : `${number(workshops)} workshops, ${number(units)} units`,
  placesExplained:
    'Places in workshops are counted as planned. What somebody really took part in stands on their certificate.',

  export: {
    title: 'Take the data along',
    own: 'All that belongs to your organisation in one file, should you no longer take part. Attendance and certificates belong to the people and are not in it. Each download is recorded.',
    whole:
      'All that belongs to this organisation in one file, attendance and certificates included. Training officers do not see these: pass the file on only once it is settled who may read it. Each download is recorded.',
    download: 'Download as JSON',
    former: 'What was before the merger is in a file of its own:',
    formerOf: (name, until) => `${name} (until ${formatShortDay(until, 'en')})`,
  },

  newcomers: {
    title: 'Somebody has no account yet?',
    explained:
      'Enter their names and e-mail addresses at work. They get one e-mail with the offer and can answer without an account. They can set a password later on.',
    organisation: 'For which municipality or office?',
    row: (nth) => `Person ${number(nth)}`,
    givenName: 'Given name',
    familyName: 'Family name',
    email: 'E-mail address',
    audience: 'Works as',
    refused: (name) =>
      `${name}: this e-mail address cannot be used here. Please check the spelling; otherwise the coordinators help.`,
  },

  todo: (organisation, count) =>
    count === 1
      ? `${organisation}: one enrolment waits for approval`
      : `${organisation}: ${number(count)} enrolments wait for approval`,
  todoReminded: 'A reminder has been sent already.',
}
