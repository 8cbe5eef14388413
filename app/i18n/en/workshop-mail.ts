import type { PlannedMail } from '#app/domain/workshop-mail.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const people = (count: number) =>
  count === 0
    ? 'nobody at present'
    : count === 1
      ? 'one person at present'
      : `${number(count)} people at present`

const planned = {
  'reminder-3': { title: 'Reminder, three days before', to: 'everybody with a place' },
  'reminder-1': { title: 'Reminder, one day before', to: 'everybody with a place' },
  'offer-ends': {
    title: 'The time for an offered place ends',
    to: 'who has not answered; after that, who is next on the waiting list',
  },
  'roll-call': { title: 'Attendance is to be recorded', to: 'the trainers, on their first page' },
  evaluation: {
    title: 'Invitation to the evaluation',
    to: 'who was there; to whom in particular nobody sees',
  },
} satisfies Record<PlannedMail['kind'], { title: string; to: string }>

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
  afterList: 'as soon as attendance is recorded',
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
