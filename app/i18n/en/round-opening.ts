import type {
  notOpened as deNotOpened,
  reschedule as deReschedule,
  rescheduleRefusal as deRescheduleRefusal,
} from '#app/i18n/de/round-opening.ts'
import { formatDay } from '#app/i18n/format.ts'

const titles = (all: readonly string[]) => all.map((title) => `“${title}”`).join(' and ')

export const overlaps = (others: readonly string[]) =>
  `asks the same as ${titles(others)}, of almost the same people. If somebody subtracted the results, what remained would be the answers of the few who are asked in one of them only. Take another questionnaire, exactly the same people, or an audience that differs by at least ten of them. An audience that is chosen in the same way can be asked again twelve weeks after the other one began, any other one after a year.`

export const notOpened: typeof deNotOpened = {
  title: 'The evaluation has not begun yet',
  because: {
    'too-few-people':
      'Too few people belong to the chosen audience: one could tell who answered what. It begins by itself as soon as there are enough.',
    'trustees-not-ready':
      'The two trustees are not ready yet. It begins by itself as soon as both have done the rehearsal.',
    'audiences-overlap': (others) => `It ${overlaps(others)}`,
  },
  todo: (title) => `“${title}” has not begun`,
  todoFacts: 'Its page says why, and what you can do.',
}

export const reschedule: typeof deReschedule = {
  title: 'Choose new days',
  lead: 'Invitations go out at 7 on the new first day, to everybody who belongs to it then.',
  save: 'Save new days',
  saved: (opensOn) => `The evaluation now begins on ${formatDay(opensOn, 'en')}.`,
}

export const rescheduleRefusal: typeof deRescheduleRefusal = {
  'already-open': 'This evaluation has begun already. It can only be extended.',
  'given-up': 'This evaluation was given up. Please plan a new one.',
}
