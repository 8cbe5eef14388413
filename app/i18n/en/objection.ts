import { dayOf } from '#app/domain/calendar.ts'
import type { objection as deObjection } from '#app/i18n/de/objection.ts'
import { formatShortDay } from '#app/i18n/format.ts'

const day = (instant: Date) => formatShortDay(dayOf(instant), 'en')

export const objection: typeof deObjection = {
  refusal: {
    'not-recorded': 'Nothing is recorded for this meeting yet. There is nothing to correct.',
    'too-late':
      'This is possible until 14 days after the meeting. Please turn to the coordination, which can still correct it.',
    'already-open': 'You have already objected to this record. The answer comes by e-mail.',
    'nothing-else': 'That is exactly what is recorded. There is nothing to correct.',
    'units-wrong': '“In part” needs the number of teaching units, at least one and not all of them.',
    'page-outdated': 'This page was out of date. Please open your enrolment once more.',
  },
  decideRefusal: {
    'already-decided': 'This has been decided already.',
    'not-enrolled':
      'The person is no longer enrolled, so this cannot be corrected any more. You can decline and write that.',
    'units-wrong':
      'The number of units no longer fits the meeting. Please correct it in the list and write that in the answer.',
  },
  title: 'That is not right',
  lead: 'Say what is right. Whoever leads the workshop checks it and answers you by e-mail.',
  recorded: 'Recorded is',
  claimed: 'Right is',
  meeting: 'Meeting',
  units: 'For “in part”: how many units?',
  note: 'What should be known about it?',
  noteHint: 'For example: “I came at 9:30 and stayed until the end.” Please nothing about illnesses.',
  send: 'Send the objection',
  sent: 'Your objection has arrived.',
  sentText: 'You will get an e-mail once it is decided.',
  openUntil: (until) => `You can object until ${day(until)}.`,
  waits: 'Your objection is being checked.',
  waitsOf: 'An objection waits for an answer.',
  accepted: 'Corrected after your objection.',
  declined: (answer) => `Your objection was not accepted: ${answer}`,
  decide: {
    title: (name) => `Objection of ${name}`,
    accept: 'True, correct it',
    acceptText: (record) => `The list will then say: ${record}. The person gets an e-mail.`,
    decline: 'Do not accept',
    answer: 'Answer to the person',
    answerHint: 'If you do not accept, please with the reason.',
    answerMissing: 'Please write why you do not accept the objection.',
    done: 'Done. The person gets an e-mail.',
    note: 'The person writes',
    noNote: 'nothing else',
    raised: 'Sent on',
    decided: { accepted: 'Accepted and corrected', declined: 'Not accepted' },
  },
}
