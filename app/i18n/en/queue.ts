import { dayOf } from '#app/domain/calendar.ts'
import type { queue as deQueue } from '#app/i18n/de/queue.ts'
import { formatDateTime, formatDay, formatNumber, formatShortDay } from '#app/i18n/format.ts'

type Words = typeof deQueue

const number = (value: number) => formatNumber(value, 'en')
const day = (instant: Date) => formatShortDay(dayOf(instant), 'en')
const hours = (count: number) => (count === 1 ? 'one hour' : `${number(count)} hours`)
const places = (count: number) => (count === 1 ? 'one place' : `${number(count)} places`)

const waits: Words['waits'] = {
  'too-late': () =>
    'It begins soon: nobody moves up any more, because the news would come too late. Please ask on site whether somebody is missing.',
  quota: ({ quota, quotaEnds }) =>
    `Your municipality or office has all of its quota: at most ${places(quota ?? 1)}${quotaEnds ? ` until ${day(quotaEnds)}` : ''}. You move up as soon as somebody from there withdraws, or the places are free for all.`,
  'fewer-seats': () =>
    'There are fewer places than before, and more are taken than there are. Only when enough have become free does anybody move up again.',
  full: () => 'All places are taken.',
  'others-wait': () => 'Others are waiting for a place already. First come, first served.',
}

const gets: Words['gets'] = {
  confirmed: 'A place is free.',
  requested: 'A place is free. It is kept for you until your municipality or office agrees.',
  offered: 'A place is free. It is kept until the person answers.',
}

const rule: Words['rule'] = {
  automatic: (until) =>
    `When a place becomes free, whoever has waited longest, and may, moves up. Until ${formatDateTime(until, 'en')} the place is yours at once.`,
  offer: (count) =>
    `After that we ask you first: the place is kept for you for ${hours(count)}, then it goes to the next in line.`,
  onlyOffer: (count) =>
    `When a place becomes free, we ask whoever has waited longest, and may: the place is kept for ${hours(count)}, then it goes to the next in line.`,
  ends: (until) => `From ${formatDateTime(until, 'en')} on nobody moves up any more.`,
}

const quota: Words['quota'] = {
  term: 'Quota',
  own: (name, taken, seats) => `${number(Math.min(taken, seats))} of ${places(seats)} for “${name}” taken`,
  each: (seats) => `${seats === 1 ? 'One place' : `${number(seats)} places`} per municipality or office`,
  free: (from) => `free for all from ${day(from)}`,
  released: 'The quotas have been lifted: all places are free for all.',
}

const seat: Words['seat'] = {
  title: 'Place',
  question: 'How would you like to take part?',
  kind: { room: 'In the room', online: 'Online' },
  hint: {
    room: 'If the room is full you sit online and keep your position for the room.',
    online: 'You get the link with the place.',
  },
  taken: (room, capacity, online, onlineCapacity) =>
    `In the room ${number(room)} of ${number(capacity)} taken, online ${number(online)} of ${number(onlineCapacity)}`,
  mine: {
    room: 'Your place is in the room.',
    online: 'Your place is online.',
    'online-meanwhile':
      'The room is full. You take part online and keep your position for the room. When a place there becomes free, we write to you.',
  },
  wouldBeOnline: (position) =>
    `The room is full. You would get an online place at once, and be number ${number(position)} for the room.`,
  position: (position) => `For the room you are number ${number(position)}.`,
  stayOnline: 'Stay online and leave the waiting list for the room',
  stayed: 'You stay online. You are no longer on the list for the room.',
  label: { room: 'room', online: 'online', 'online-meanwhile': 'online, waiting for the room' },
}

const warning: Words['warning'] = {
  clashTitle: 'Two dates at the same time',
  clash: (title, startsAt) =>
    `You have another date at the same time: “${title}” on ${formatDateTime(startsAt, 'en')}.`,
  clashOf: (name, title, startsAt) =>
    `${name} has another date at the same time: “${title}” on ${formatDateTime(startsAt, 'en')}.`,
  busy: (name) => `${name} has another date at the same time.`,
  toClash: 'To that date',
  thinTitle: 'Who holds the fort?',
  thin: (organisation, onDay, remaining) =>
    remaining === 0
      ? `On ${formatDay(onDay, 'en')} nobody of the IT of “${organisation}” would be there.`
      : `On ${formatDay(onDay, 'en')} only ${remaining === 1 ? 'one person' : `${number(remaining)} people`} of the IT of “${organisation}” would be there.`,
  free: (count) =>
    count === 1
      ? 'This is only a hint: you can take the place all the same.'
      : 'These are only hints: you can take the place all the same.',
  parallel: 'The course is also here:',
  othersTitle: 'Please look once more',
  again: 'This is only a hint. Send it once more if it is meant like that.',
}

const absence: Words['absence'] = {
  title: 'Give notice of absence',
  explained: (withdrawUntil) =>
    `Withdrawing was possible until ${day(withdrawUntil)}. You can still say that you are not coming, until the start: whoever leads the workshop hears of it at once, and the place is passed on. You count as excused.`,
  reason: 'Why can you not come?',
  reasonHint: 'We need to know no more than that.',
  confirm: 'Give notice of absence',
  doneTitle: 'Your notice has arrived.',
  doneText: 'You count as excused. The trainers know, and the place is passed on.',
}

const substitute: Words['substitute'] = {
  title: 'Name a substitute',
  explained:
    'The person gets an e-mail and decides for themselves. They take over your place, your position and an approval that was given; nothing changes for the waiting list. If they do not accept, the place goes to the waiting list, and you get an e-mail.',
  who: 'Who stands in for you?',
  nobody: (name) =>
    `Nobody from “${name}” can stand in at the moment: all others are enrolled already or have no account yet.`,
  confirm: 'Pass the place on',
  doneTitle: 'Your substitute has been asked.',
  doneText: 'Your place is kept for that person until they answer. You yourself are no longer enrolled.',
  refusal: {
    'not-seated': 'You can pass on a confirmed place only.',
    started: 'The workshop has begun.',
    'called-off': 'The workshop has been called off.',
    'not-colleague': 'This person does not belong to your municipality or office.',
    'already-enrolled': 'This person has a place or a position on the waiting list already.',
    'is-trainer': 'This person leads the workshop.',
    'not-audience': 'This person does not belong to the audience for which alone this course is meant.',
    'prerequisite-missing': 'This person has not attended a course that has to come first.',
    'page-outdated': 'This page was out of date. Now it is not: please try again.',
  },
}

const rebooking: Words['rebooking'] = {
  title: 'Change the date',
  nowhere: 'There is no other date of this course with a free place at present.',
  explained:
    'Both happen at once: you give up this place only when the new one is there for you. Where your municipality or office has to agree, we ask it once more for the new date; by then the former place is given away.',
  where: 'To which date?',
  confirm: 'Change the date',
  refusal: {
    'not-seated': 'You can change the date only while you have a place or wait for one.',
    'notice-only':
      'Withdrawing is no longer possible, so neither is changing the date. You can give notice of absence.',
    'other-course': 'You can only change to another date of the same course.',
    'target-full': 'There is no place left on that date. You keep your place here.',
    'target-closed': 'You cannot enrol for that date. You keep your place here.',
    'page-outdated': 'This page was out of date. Now it is not: please try again.',
  },
}

const handOver: Words['handOver'] = {
  title: 'Pass the place on or change the date',
  back: 'Back to the enrolment',
}

const fields: Words['fields'] = {
  enrolFrom: 'Enrolment from',
  enrolFromHint: 'Left empty: at once.',
  quota: 'Places per municipality or office',
  quotaHint: 'Left empty: no quota. Whoever is over it joins the waiting list.',
  quotaUntil: 'Free for all from this day',
  quotaUntilHint: 'Only with a quota. Left empty: 14 days before the first meeting.',
  promoteUntilHours: 'Move up without asking until',
  promoteUntilHoursHint:
    'Hours before the start. After that the place is offered first. In the last two hours nobody moves up, unless fewer are given here.',
  offerHours: 'Time to answer',
  offerHoursHint: 'So long a place that is offered is kept, at most until the start.',
  hours: 'hours',
  onlineCapacity: 'Additional online places',
  onlineCapacityHint: 'Only with a place and a link. The number of places above is then that of the room.',
}

export const queue: Words = {
  waits,
  gets,
  rule,
  quota,
  seat,
  warning,
  absence,
  substitute,
  rebooking,
  handOver,
  fields,
}
