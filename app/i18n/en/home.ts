import { dayOf } from '#app/domain/calendar.ts'
import type { home as de } from '#app/i18n/de/home.ts'
import { formatDay, formatNumber, formatShortDay } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const day = (instant: Date) => formatShortDay(dayOf(instant), 'en')

export const home: typeof de = {
  title: 'Start',
  welcome: (name) => `Welcome, ${name}`,
  guestTitle: 'Training for IT in town halls',
  guestLead:
    'The IT competence centre supports IT specialists and administrations of the municipalities with courses, workshops and shared knowledge. Taking part is voluntary.',
  seeCourses: 'See courses',
  requestAccess: 'Request access',
  howTitle: 'How to take part',
  how: [
    'Your municipality declares to the competence centre that it takes part.',
    'You request access with your work e-mail address.',
    'You enrol in a workshop with one click and say afterwards what it was worth.',
  ],
  nextDates: 'The next dates',
  fitting: 'Dates that fit you',
  noFitting: 'At present no further date is open that fits you.',
  allDates: 'All dates',
  mine: 'Your next dates',
  noMine: 'You are not enrolled in any coming date.',
  allMine: 'All my dates',
  todo: 'To do today',
  nothingToDo: 'Nothing waits for you at present.',
  offered: (title) => `You are offered a seat: ${title}`,
  offeredUntil: (until) => `Please answer by ${day(until)}.`,
  answer: (title) => `Your opinion is asked for: ${title}`,
  answerUntil: (closesOn) => `Open until ${formatDay(closesOn, 'en')}. Voluntary, takes about three minutes.`,
  rollCall: (title) => `Record attendance: ${title}`,
  rollCallMissing: (startsAt, missing) =>
    `${day(startsAt)}, ${missing === 1 ? 'one person is still missing from the list' : `${number(missing)} people are still missing from the list`}.`,
  objection: (title) => `Somebody says “That is not right”: ${title}`,
  objectionFacts: (startsAt) => `Attendance of ${day(startsAt)}, please check and answer.`,
  requests: (count) =>
    count === 1 ? 'Somebody has requested access' : `${number(count)} people have requested access`,
  failedMails: (count) =>
    count === 1 ? 'One mail could not be delivered' : `${number(count)} mails could not be delivered`,
  toCount: (title) => `Count: ${title}`,
  toRelease: (title) => `Release results: ${title}`,
  reportToRelease: (nth) => `Release report no. ${number(nth)}`,
  reportToPrepare: (cutOff) => `Prepare the report for ${formatDay(cutOff, 'en')}`,
  report: 'The current report',
  reportFacts: (nth, cutOff) => `Report no. ${number(nth)}, cut-off day ${formatDay(cutOff, 'en')}`,
  seeIndicators: 'See the indicators',
  reportPdf: 'Report as PDF',
}
