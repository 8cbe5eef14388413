import type { series as german } from '#app/i18n/de/series.ts'
import { formatNumber, formatShortDay } from '#app/i18n/format.ts'

type Words = typeof german
const number = (value: number) => formatNumber(value, 'en')
const dates = (count: number) => (count === 1 ? 'one date' : `${number(count)} dates`)

const holiday: Words['holiday'] = {
  'new-year': 'New Year',
  'good-friday': 'Good Friday',
  'easter-monday': 'Easter Monday',
  'labour-day': 'Labour Day',
  ascension: 'Ascension Day',
  'whit-monday': 'Whit Monday',
  'unity-day': 'Day of German Unity',
  'reformation-day': 'Reformation Day',
  'day-of-repentance': 'Day of Repentance and Prayer',
  'christmas-day': 'Christmas Day',
  'second-christmas-day': 'Boxing Day',
}

const add: Words['add'] = {
  title: 'Plan a series',
  lead: 'Everything counts for each date. The first one stands at the top.',
  rule: 'Repetition',
  enrolment: 'One enrolment for all dates, or enrolment for each date?',
  each: 'Enrolment for each date',
  eachHint: 'This makes single workshops of the same course that can be changed together.',
  one: 'One enrolment for all dates',
  oneHint: 'This makes one workshop with several meetings.',
  frequency: 'How often?',
  every: 'Interval',
  everyHint: '1: every time; 2: every second time.',
  count: 'Number of dates',
  countHint: '40 at most.',
  until: 'or until',
  withoutWeekends: 'Leave out weekends',
  preview: 'Show the dates',
  previewTitle: 'These dates',
  previewHint: 'Public holidays are taken out already. Take out single dates, or move them to another day.',
  take: 'takes place',
  takeOn: (day) => `${formatShortDay(day, 'en')}: takes place`,
  moveTo: 'Day',
  row: (nth) => `Date ${nth}`,
  isHoliday: (key) => `Public holiday: ${holiday[key]}`,
  isWeekend: 'Weekend',
  isGap: 'This time does not exist on that day, because the clocks are changed.',
  isPast: 'This day is over.',
  isClosed: 'The room is out of order.',
  save: 'Add the series',
  done: 'The series has been added. This is its first date.',
  noDates: 'No date is left. Please choose at least one.',
  endsBeforeFirst: 'The repetition ends before the first date. Please check both days.',
  noRule: 'Please check interval, number and end of the repetition.',
  twice: 'Two dates are on the same day. Please move one of them, or take it out.',
  atDate: (day, sentence) => `${formatShortDay(day, 'en')}: ${sentence}`,
  changed: 'The repetition has changed. Please check the dates, then add the series.',
}

const edit: Words['edit'] = {
  title: 'Change the series',
  link: 'Change the series',
  lead: (count) => `The series has ${dates(count)}. What you leave empty stays as it is.`,
  one: 'Edit this date only',
  scope: 'Which dates?',
  includesDetached: 'Dates too that were changed alone already',
  shiftDays: 'Move by so many days',
  shiftDaysHint: 'Minus moves to an earlier day. The deadlines move along.',
  start: 'New start',
  end: 'New end',
  place: 'New place',
  onlineUrl: 'New link to the video conference',
  trainers: 'New trainers',
  capacity: 'New number of places',
  preview: 'See the summary',
  summary: 'What changes',
  summaryText: (changing, staying) =>
    `${changing === 0 ? 'No date changes' : changing === 1 ? 'One date changes' : `${number(changing)} dates change`}${staying === 0 ? '' : staying === 1 ? ', one stays as it is' : `, ${number(staying)} stay as they are`}.`,
  mails: 'Whoever is enrolled and gets another place or time receives a single e-mail for all dates.',
  date: 'Date',
  becomes: 'becomes',
  what: 'Change',
  unchanged: 'stays',
  save: 'Save it so',
  stuck: 'The series cannot be changed like that. The summary says for each date what does not fit.',
  nothing: 'Please say what is to change.',
  back: 'Change more',
  refused: (day, sentence) => `${formatShortDay(day, 'en')}: ${sentence} Nothing was changed.`,
  changedMeanwhile:
    'Somebody has changed one of the dates since the summary. Here is the new summary; nothing has been saved yet.',
  placeBecomes: (place) => `Place: ${place}`,
  linkBecomes: 'new link',
  trainersBecome: (names) => `Trainers: ${names}`,
  capacityBecomes: (count) => (count === 1 ? 'one place' : `${number(count)} places`),
  fewer: 'more people enrolled than places',
  acceptsFewer: 'Fewer places than people enrolled, this is what I want',
  fewerHint:
    'On at least one date, more people are enrolled already. All keep their place; new ones are given only when it fits again.',
  fewerAsked:
    'More people are enrolled already. Please confirm below that this is what you want, or give more places.',
  done: 'The series has been changed. Everybody concerned has one e-mail.',
  partOf: 'Series',
  partOfText: (nth, count) => `date ${number(nth)} of ${number(count)}`,
}

export const series: Words = {
  holiday,
  frequency: {
    weekly: 'every week on the same weekday',
    monthly: 'every month on the same weekday',
  },
  scope: { following: 'This one and all that follow', all: 'All dates of the series' },
  leftOut: {
    'called-off': 'called off, stays so',
    started: 'has begun, stays so',
    'attendance-recorded': 'attendance is recorded, stays so',
    'edited-individually': 'was changed alone, stays so',
  },
  add,
  edit,
}
