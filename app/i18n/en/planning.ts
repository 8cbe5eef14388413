import { dayOf } from '#app/domain/calendar.ts'
import type { planning as german } from '#app/i18n/de/planning.ts'
import { formatDateTime, formatNumber, formatShortDay, formatTimeRange } from '#app/i18n/format.ts'

type Words = typeof german
const number = (value: number) => formatNumber(value, 'en')
const people = (count: number) => (count === 1 ? 'One person' : `${number(count)} people`)
const shortDay = (instant: Date) => formatShortDay(dayOf(instant), 'en')

const edit: Words['edit'] = {
  decideOn: 'Day of the decision',
  decideOnHint:
    'If the minimum is not reached by then, the first page asks whether the workshop takes place. Left empty: seven days before the first meeting.',
  linkMinutes: 'Link visible from',
  linkMinutesHint:
    'Whoever has a place sees the link to the video conference so long before each meeting, until its end. It stands in no e-mail.',
  minutesBefore: 'minutes before',
  asSeries: 'Plan as a series',
  copy: 'Copy',
  copyOf: (title) => `Copy of "${title}". Date, deadlines and enrolments are not taken over.`,
}

const warning: Words['warning'] = {
  title: 'Please check once more',
  again: 'Save once more if it is meant to be so.',
  trainer: (name, title, startsAt, endsAt) =>
    `${name} leads "${title}" at the same time, ${formatTimeRange(startsAt, endsAt, 'en')}.`,
  seats: (capacity, seats) =>
    `${number(capacity)} places are more than the room has: ${seats === 1 ? 'one seat' : `${number(seats)} seats`}.`,
}

const conflict: Words['conflict'] = {
  title: 'Somebody else has saved meanwhile',
  by: (name, at) =>
    `${name ?? 'Somebody'} saved on ${formatDateTime(at, 'en')}. Nothing of it and nothing of what you typed is lost:`,
  unknown: 'Nothing of it and nothing of what you typed is lost:',
  caption: 'What is different',
  field: 'Field',
  before: 'Before',
  theirs: 'Saved meanwhile',
  yours: 'What you typed',
  now: 'Stands in the form now',
  isYours: 'what you typed',
  isTheirs: 'the new version',
  empty: 'empty',
  next: 'Check the fields and save once more. Then what stands in the form counts.',
  nothing: 'Nothing is different in the fields of this form. Simply save once more.',
}

const decision: Words['decision'] = {
  title: 'Does the workshop take place?',
  open: 'Decide whether it takes place',
  fact: 'Minimum',
  standing: (taken, minimum) =>
    `${taken === 0 ? 'No enrolment yet' : taken === 1 ? 'One enrolment' : `${number(taken)} enrolments`}, ${minimum === 1 ? 'one is' : `${number(minimum)} are`} needed`,
  decideOn: (day) => `It is decided on ${formatShortDay(day, 'en')}.`,
  noMinimum: 'No minimum is set for this workshop.',
  confirmTitle: 'It takes place',
  confirmText: (count) =>
    count === 0
      ? 'Nobody is enrolled yet. The question does not come up again.'
      : `${people(count)} ${count === 1 ? 'gets' : 'get'} an e-mail that the workshop is certain to take place.`,
  confirm: 'Confirm',
  mergeTitle: 'Merge it into another date',
  mergeText:
    'This date does not take place. Everybody is offered a place at the other date, in their order, and decides for themselves. Whoever declines or does not answer does not count as absent. If there are too few places, the rest goes on the waiting list.',
  mergeInto: 'Which date?',
  option: (startsAt, endsAt, free) =>
    `${formatTimeRange(startsAt, endsAt, 'en')} (${free === 0 ? 'no place free' : free === 1 ? 'one place free' : `${number(free)} places free`})`,
  noOther: 'There is no other date of this course still to come.',
  merge: 'Merge',
  mergeReason: (startsAt) => `Merged into the date on ${shortDay(startsAt)}.`,
  callOffTitle: 'Call it off',
  callOffText:
    'All enrolments end. The e-mail names the other dates of the same course at which there are places.',
  callOff: 'Go to calling off',
  confirmed: 'Confirmed: the workshop takes place.',
  merged:
    'Merged: those enrolled in the other date have been offered a place here in their order, or are on the waiting list.',
  todo: (title) => `Does it take place or not? ${title}`,
  todoFacts: (startsAt, taken, minimum) =>
    `${shortDay(startsAt)}: ${taken === 1 ? 'one enrolment' : `${number(taken)} enrolments`}, at least ${number(minimum)} are needed.`,
}

export const planning: Words = {
  edit,
  warning,
  conflict,
  viability: {
    going: 'takes place',
    enough: 'minimum reached',
    short: 'minimum not reached yet',
    due: 'decision needed',
  },
  goingRefusal: {
    'called-off': 'This workshop is called off.',
    started: 'This workshop has begun.',
    'confirmed-already': 'It is confirmed already that this workshop takes place. Everybody has an e-mail.',
  },
  mergeRefusal: {
    'called-off': 'This workshop is called off already.',
    started: 'This workshop has begun and cannot be merged any more.',
    'other-course': 'Only two dates of the same course can be merged.',
    'other-called-off': 'The other date has been called off meanwhile. Please choose another one.',
    'other-started': 'The other date has begun. Please choose another one.',
  },
  decision,
}
