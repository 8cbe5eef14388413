import type { offer as german } from '#app/i18n/de/offer.ts'
import { formatDateTime } from '#app/i18n/format.ts'

type Words = typeof german

const ended: Words['ended'] = {
  'link-gone': {
    title: 'This link no longer works',
    text: 'The dates show whether there is still a place. Whoever enrolled you answers questions.',
  },
  lapsed: {
    title: 'The time for this offer is over',
    text: 'The place went to others. This is not recorded as an absence anywhere. While enrolment is open you can enrol yourself.',
  },
  'called-off': {
    title: 'The workshop has been called off',
    text: 'You need not answer any more.',
  },
  over: {
    title: 'This offer no longer exists',
    text: 'The enrolment has ended. The dates show whether there is still a place.',
  },
}

const answered: Words['answered'] = {
  accepted: {
    title: 'You are enrolled.',
    text: 'The confirmation comes by e-mail. If you cannot come after all, please withdraw.',
  },
  requested: {
    title: 'You have accepted.',
    text: 'Now your municipality or office has to agree. Your place is held until then, and the outcome comes by e-mail.',
  },
  declined: {
    title: 'You have not accepted the place.',
    text: 'It goes to others. This is not recorded as an absence anywhere, and there is nothing more to do for you.',
  },
}

export const offer: Words = {
  title: 'A place for you',
  by: (officer) => `${officer} has kept a place in this workshop for you.`,
  movedUp: 'A place in this workshop has become free for you.',
  person: 'For',
  until: (instant) => `Please answer until ${formatDateTime(instant, 'en')}. The place is held until then.`,
  answered,
  ended,
  accountTitle: 'Look after your dates yourself',
  account:
    'With your e-mail address you can get a link to log in at any time, or set a password. Then you see your dates, withdraw or enrol yourself.',
  toLogin: 'Log in',
  toWorkshop: 'To the workshop',
  toDates: 'See the dates',
}
