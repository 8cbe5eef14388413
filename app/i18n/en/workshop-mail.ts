import type { PlannedMail } from '#app/domain/workshop-mail.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const people = (count: number) =>
  count === 0
    ? 'nobody at present'
    : count === 1
      ? 'one person at present'
      : `${number(count)} people at present`

const requests = (count: number) =>
  count === 1 ? 'one enrolment at present' : `${number(count)} enrolments at present`

/** Those without a time of their own say when. */
const planned: Record<PlannedMail['kind'], { title: string; to: string; when?: string }> = {
  'reminder-3': { title: 'Reminder, three days before', to: 'everybody with a place' },
  'reminder-1': { title: 'Reminder, one day before', to: 'everybody with a place' },
  'offer-ends': {
    title: 'The time for an offered place ends',
    to: 'who has not answered; after that, who is next on the waiting list',
  },
  'approval-reminder': {
    title: 'Reminder: an enrolment waits for approval',
    to: 'who decides for the municipality, and the deputy',
  },
  'approval-ends': {
    title: 'The time for an approval ends',
    to: 'who has enrolled, and who has not answered',
  },
  decision: {
    title: 'Too few people: decision whether the workshop takes place',
    to: 'the trainers and the coordinators, on their first page',
  },
  'roll-call': { title: 'Attendance is to be recorded', to: 'the trainers, on their first page' },
  'list-unfinished': {
    title: 'Reminder, if the attendance list is still open',
    to: 'the trainers',
  },
  'list-overdue': {
    title: 'Notice, if the attendance list is still open after three days',
    to: 'the coordinators',
  },
  evaluation: {
    title: 'Invitation to the evaluation',
    to: 'who was there; to whom in particular nobody sees',
    when: 'as soon as attendance is recorded',
  },
  certificate: {
    title: 'Certificate of attendance, or why there is none',
    to: 'who was there',
    when: 'as soon as the trainers or the coordinators issue it',
  },
}

export const workshopMail = {
  title: 'Which e-mails go out when?',
  lead: 'Computed from what holds now. When the workshop changes, this list does.',
  link: 'E-mails',
  planned,
  toCome: 'What is to come',
  noneToCome: 'No more e-mails about this workshop go out by themselves.',
  calledOff: 'The workshop is called off: no more e-mails go out by themselves.',
  remindersOff: 'Reminders before the start are switched off in the settings.',
  when: 'When',
  what: 'What',
  to: 'To whom',
  now: people,
  requests,
  atOnce:
    'These go out at once: confirmations, moving up and offers, changes of place or time, calling off, messages, questions and answers.',
  sent: 'What has been written',
  sentLead: 'Of the last 30 days; after that e-mails are deleted. E-mails to evaluations never stand here.',
  noneSent: 'In the last 30 days Lernkreis has written no e-mail about this workshop.',
  kind: 'E-mail',
  count: 'Written',
  delivered: 'Sent',
  failed: 'Undeliverable',
  held: 'Waits for a summary',
  last: 'Latest',
  toOutbox: 'See in the outbox',
}
