import type { sandbox as deSandbox } from '#app/i18n/de/sandbox.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const sandbox: typeof deSandbox = {
  page: 'How anonymous is this?',
  toAnonymity: 'How anonymous is this? Read it in detail',
  annex: 'Download as annex for data protection (Markdown, German)',
  try: 'Try to tell whose answer it is',
  title: 'Try to tell whose answer it is',
  lead: 'A made-up evaluation. Seven people were invited, five have answered. It was sealed and mixed just now, by the same program as a real one.',
  knowTitle: 'What you know',
  know: 'You see all that somebody sees who administers the database. And more: let us assume you have looked over everybody’s shoulder and know the order in which they answered.',
  order: 'Answered one after the other',
  invitations: 'Invitations as they lie in the database',
  person: 'Person',
  used: 'Answered',
  yes: 'yes',
  no: 'no',
  envelopes: 'Envelopes as they lie in the database',
  envelope: (nth) => `Envelope ${number(nth)}`,
  envelopeHeader: 'Envelope',
  content: 'Content (beginning)',
  length: 'Length',
  bytes: (count) => `${number(count)} bytes`,
  dump: 'The same as a dump of the database',
  guessTitle: 'Whose envelope is it?',
  guess: (name) => `${name}’s envelope`,
  resolve: 'Resolve',
  again: 'New evaluation, guess once more',
  solved: 'Resolution',
  right: (count, of) => `You have placed ${number(count)} of ${number(of)} envelopes correctly.`,
  chance:
    'Whoever guesses blindly gets exactly one right on average, however many envelopes there are. Try it a few times: it does not get better.',
  owner: 'Was from',
  yourGuess: 'Your guess',
  none: 'not guessed',
  rating: 'Inside',
  ratingOf: (value) => `overall rating ${number(value)} of 5`,
  whyTitle: 'Why you could only guess',
  why: [
    'After each answer all invitations and all envelopes were written anew, in random order. The first envelope is not the first that came.',
    'Each envelope is sealed with a fresh key and of the same length, even when somebody writes a lot or in another script. Two equal answers look as different as two different ones.',
    'You see here what was in the envelopes because this evaluation is made up. A real one is opened only at the count, all envelopes at once, and after it there are only sums and mixed remarks.',
  ],
  limitTitle: 'What you could not try',
  limit:
    'Whoever copies the database at every single answer sees which envelope is new. It stays sealed, but then it belongs to a person. Whoever has the key as well can open it. That is why there are trustees.',
  broken: 'This evaluation is gone. Here is a new one.',
}
