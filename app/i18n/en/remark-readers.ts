import type { readersRefusal as deRefusal, remarkReaders as deReaders } from '#app/i18n/de/remark-readers.ts'

export const remarkReaders: typeof deReaders = {
  title: 'Who reads the released remarks',
  hint: 'This is said before the first question. From the first day on there can only be fewer of them.',
  choice: {
    offices: 'Coordination, staff council and data protection',
    committee: 'The steering committee too',
    report: 'The steering committee too, and everybody who reads its report',
  },
  meaning: {
    offices:
      'The steering committee gets the figures only; whoever reviews before the release reads the remarks for that.',
    committee: 'On the page of the results. They do not stand in its report.',
    report:
      'The report prints up to ten remarks on each question; all of them are in the file attached to it. External consultants read the report too, and it can be passed on. What stands in a report stays there.',
  },
  fact: 'Remarks are read by',
  whoReads: {
    offices: 'coordination, staff council and data protection',
    committee: 'coordination, staff council, data protection and steering committee',
    report:
      'coordination, staff council, data protection and steering committee; also whoever reads the report to it',
  },
  change: 'Change who reads the remarks',
  fewer: 'Let fewer people read the remarks',
  fewerHint:
    'This cannot be undone. What stands in a report already stays there; later reports, corrections among them, do not take it over.',
  save: 'Save the choice',
  saved: (readers) => `Saved. The released remarks are read by: ${readers}.`,
  inReport:
    'What you show also stands in the report to the steering committee. External consultants read it too, and it can be passed on.',
}

export const readersRefusal: typeof deRefusal = {
  'readers-not-of-kind':
    'There is no such choice for this kind of evaluation. Only the rating of the competence centre is in the report; feedback on workshops is always read by the coordination and the trainers.',
  'readers-of-nothing': 'This evaluation was given up. There are no remarks.',
  'readers-only-fewer':
    'Those who were asked have been told already who reads their remarks. There can only be fewer of them. You can choose anew for the next evaluation.',
  'readers-rate-you':
    'This evaluation may rate your own work. Who reads its remarks can now be changed only by somebody else from the steering committee or the staff council.',
}
