import type { proof as deProof } from '#app/i18n/de/proof.ts'
import { formatNumber } from '#app/i18n/format.ts'

export const proof: typeof deProof = {
  state: { waiting: 'being checked', confirmed: 'confirmed', returned: 'returned' },
  refusal: {
    'no-organisation':
      'At the moment you belong to no organisation that could check the proof. Please turn to the IT competence centre.',
    'decided-already': 'This proof has been decided on already, or was deleted.',
    'in-future': 'This day lies in the future. Hand the proof in when you have attended.',
  },
  title: 'Proofs from elsewhere',
  lead: 'What you have learned from others counts here, too: for prerequisites and learning paths, as soon as it is confirmed.',
  none: 'You have not handed in a proof yet.',
  submit: 'Hand in a proof',
  name: 'Title',
  nameHint: 'What the training was called.',
  provider: 'Provider',
  attendedOn: 'Day of attendance',
  attendedOnHint: 'The last one, if there were several.',
  units: 'Size',
  unitsOf: 'teaching units of 45 minutes',
  unitCount: (count) => (count === 1 ? 'one teaching unit' : `${formatNumber(count, 'en')} teaching units`),
  courseAsked: 'Does it take the place of one of our courses?',
  course: 'Corresponds to our course',
  courseBlank: 'To none, or I do not know',
  organisation: 'For which organisation?',
  file: 'Proof',
  sent: 'Handed in. The training officer of your organisation checks the proof; you will get a mail.',
  who: 'Only you, the training officer of your organisation and the coordination can see it.',
  returnedBecause: (reason) => `Returned: ${reason}`,
  again: 'Hand in anew',
  remove: 'Delete',
  removeOf: (title) => `Delete ${title}`,
  removeTitle: 'Delete the proof?',
  removeConsequence:
    'The proof is deleted with its file. After that it no longer counts for learning paths and prerequisites either.',
  removeConfirm: 'Delete the proof',
  queue: {
    title: 'Check proofs',
    lead: 'What your colleagues have learned elsewhere. Confirm what the file shows.',
    none: 'No proof is waiting at the moment.',
    person: 'Who',
    look: 'Look at the file',
    decideTitle: 'Check the proof',
    confirm: 'Confirm',
    returnIt: 'Return',
    reason: 'What is missing?',
    reasonHint: 'Only when returning: a sentence that helps. It stands in the mail.',
    done: { confirmed: 'Confirmed.', returned: 'Returned.' },
    todo: (count) =>
      count === 1
        ? 'One proof waits for your confirmation'
        : `${formatNumber(count, 'en')} proofs wait for your confirmation`,
  },
}
