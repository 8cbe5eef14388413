import type { Rhythm } from '#app/domain/mail-preference.ts'

const rhythm = {
  'at-once': 'Each at once',
  daily: 'Once a day, at 7 in the morning',
  weekly: 'Once a week, on Mondays at 7',
} satisfies Record<Rhythm, string>

export const mailPreference = {
  title: 'My e-mails',
  lead: 'How often you would like to hear from us.',
  rhythm,
  change: 'Set my e-mails',
  rhythmLabel: 'E-mails that can wait',
  rhythmHint:
    'Gathered, everything comes in one e-mail. What cannot wait always comes at once: links to sign in, a free place with a deadline, moving up, what is called off or changed, and what happens in the three days before a date.',
  suggestions: 'Three dates that fit',
  suggestionsHint:
    'On the first working day of a month at most three dates with free places, with the reasons. If there are none, there is no e-mail.',
  monthly: 'Monthly overview for training officers',
  monthlyHint: 'On the first working day of a month: who goes where, and who waits.',
  save: 'Set my e-mails like this',
  saved: 'Saved. It counts from now on.',
  forWhom: (name: string) => `For ${name}`,
  byLinkLead: 'You need not sign in for this.',
  gone: 'This link does not work',
  goneText:
    'It is not complete, or the account does not exist any more. You can also set your e-mails under “My data”.',
  toProfile: 'To “My data”',
}
