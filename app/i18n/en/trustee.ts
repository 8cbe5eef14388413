import { HANDED_OVER_DAYS, TRUSTEES_HAVE_DAYS } from '#app/domain/trustee.ts'
import type { trustee as deTrustee } from '#app/i18n/de/trustee.ts'
import { formatDateTime, formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const moment = (at: Date) => formatDateTime(at, 'en')
const day = (text: string) => formatDay(text, 'en')

const holder: typeof deTrustee.holder = {
  title: 'Who can open the ballots',
  server:
    'The key lies sealed in the database and is opened with the key of the server. The count happens by itself.',
  trustees: 'Two trustees only, together, each with a passphrase of their own.',
  offer: 'Name two trustees',
  see: 'How far the trustees are',
  toPage: 'To your half of the key',
  notReady:
    'The evaluation begins only when both trustees are ready: passphrase set, recovery sheet confirmed, rehearsal passed.',
  closed: `The evaluation is over. It is counted as soon as both trustees have entered their passphrases. If that does not happen within ${TRUSTEES_HAVE_DAYS} days, the answers are deleted unread.`,
  closedNext: 'Both trustees enter their passphrases.',
  reasonUnopened: 'Too few answers came, or the trustees did not open in time.',
  anotherKey:
    'ROUND_KEY of this installation does not fit this evaluation. It cannot be counted like this. Nothing is lost: please let operations check whether ROUND_KEY is set correctly. If it stays like this, the answers are deleted unread a year after the last day at the latest.',
}

const overview: typeof deTrustee.overview = {
  title: 'Trustees of this evaluation',
  lead: 'The key is split into two halves. One is with the coordination, the other with the staff council or the data protection officer. Only both together open the ballots.',
  who: 'Trustee',
  part: 'Side',
  state: 'State',
  caption: 'Trustees and how far they are',
  disabled: 'no longer in office',
  handedOver: (at) => `half handed over on ${moment(at)}`,
  readyTitle: 'Both are ready. The evaluation can begin.',
  risk: 'What can be lost',
  risks: [
    'If a trustee forgets the passphrase, the recovery sheet helps. If passphrase and sheet of the same person are lost, nobody can open the answers any more, not even operations. The evaluation is lost then.',
    'If somebody leaves, a colleague of the same office opens with the recovery sheet. So it belongs sealed into a safe and not into one’s own drawer.',
    `If the two have not opened ${TRUSTEES_HAVE_DAYS} days after the last day, the answers are deleted unread.`,
    'With trustees, too, the count needs the key of the server (ROUND_KEY). Without it even both passphrases open nothing.',
  ],
  nameTitle: 'Who holds the halves',
  nameAgain: 'Name other people',
  nameAgainLead: 'Passphrases and recovery sheets that were already set are void then. Both start anew.',
  chooseCoordination: 'For the coordination',
  chooseOversight: 'For staff council or data protection',
  name: 'Name trustees',
  named: 'The trustees are named. Both get an e-mail and find their task on their first page.',
  nobody:
    'This takes an account with the role coordination and one with the role staff council or data protection. Roles are given by the administration.',
  back: 'Give the key back to the server',
  backLead: 'Until the evaluation begins this can be changed. After that it cannot.',
  backDone: 'The server holds the key again.',
  fixed: 'The evaluation has begun. Who holds the key is settled.',
}

const mine: typeof deTrustee.mine = {
  title: 'Your half of the key',
  lead: (round) => `For “${round}”`,
  standInTitle: 'Open with the recovery sheet',
  standInLead: (name) =>
    `The trustee is ${name}. You can open only with the code on the recovery sheet of this side.`,
  steps: 'Before the beginning',
  stepNames: ['Set a passphrase', 'Print and confirm the recovery sheet', 'Rehearsal', 'Ready'],
  passphraseTitle: 'Set a passphrase',
  passphraseLead:
    'This passphrase is for this evaluation only. It is stored nowhere and nobody can reset it. Do not take the password with which you sign in.',
  passphrase: 'Passphrase for this evaluation',
  passphraseHint:
    'At least 16 characters. Four or five words that have nothing to do with each other are good.',
  again: 'Once more',
  set: 'Set passphrase',
  sheetTitle: 'Confirm the recovery sheet',
  sheetLead:
    'Type in the code from your printed recovery sheet once. That shows that the sheet is there and opens.',
  code: 'Code on the recovery sheet',
  codeHint: 'Seven groups of five signs. Capitals, dashes and blanks do not matter.',
  confirm: 'Check code',
  renewTitle: 'The sheet is lost or was not printed',
  renewLead: 'Your passphrase makes a new sheet. The old one opens nothing then.',
  renew: 'New recovery sheet',
  waitTitle: 'It is the other trustee’s turn',
  wait: 'Your part is prepared. As soon as they have set a passphrase too, you do the rehearsal here.',
  rehearsalTitle: 'Rehearsal',
  rehearsalLead:
    'Enter your passphrase once more. What is checked is whether it opens your half of the key, and whether it is the right one: the same with which a trial ballot was opened when the key was split.',
  rehearse: 'Rehearse',
  readyTitle: 'Your side is ready',
  ready: (closesOn) =>
    `After the last day, ${day(closesOn)}, you come back here and enter your passphrase. Until then there is nothing to do.`,
  setAgainTitle: 'Passphrase forgotten? Set it anew',
  setAgainLead:
    'As long as the evaluation has not begun, this works. The key is then split anew, and both rehearse once more.',
  openTitle: 'Open the ballots',
  first: `You are the first of two. With your passphrase you hand over your half: it is sealed so that only the other trustee can open it. After ${HANDED_OVER_DAYS} days it lapses.`,
  second:
    'The other half is there. With your passphrase the count happens at once. After that, ballots, names and keys are deleted.',
  handOver: 'Hand over the half',
  count: 'Open and count',
  lostTitle: 'Passphrase forgotten',
  lostLead: 'Take the recovery sheet out of the safe and type in its code.',
  withSheet: 'Open with the recovery sheet',
  handedTitle: 'Your half is handed over',
  handed: (until) => `Now it is the other trustee’s turn, until ${moment(until)}.`,
  waitForEnd: (closesOn) =>
    `It is opened after the last day, ${day(closesOn)}. Until then there is nothing to do.`,
  tooFewTitle: 'Too few answers so far',
  tooFew: 'There are fewer answers than a count needs. Nobody may open them, not even you.',
  overTitle: 'There is nothing more to do for this evaluation',
  over: 'It is counted or given up. The keys are destroyed.',
}

const sheet: typeof deTrustee.sheet = {
  title: 'Recovery sheet',
  once: 'This sheet is shown only now. Please print it at once (Ctrl + P) and put it into a safe in a sealed envelope. No photograph, no copy, no e-mail.',
  purpose:
    'The code replaces the passphrase of this trustee for this one evaluation. Alone it opens no ballot; that takes the other half, too.',
  round: 'Evaluation',
  part: 'Side',
  person: 'Trustee',
  made: 'Made',
  page: 'To be entered at',
  code: 'Code',
  after: 'After the count the code opens nothing any more. Then the sheet belongs into the shredder.',
  next: 'The sheet is printed: go on',
}

const refusal: typeof deTrustee.refusal = {
  'wrong-passphrase':
    'This passphrase does not open your half. Please try again, or take the recovery sheet.',
  'wrong-sheet':
    'This code does not belong to this half. Is it the latest sheet, and the one for this evaluation?',
  'wrong-wrapping-key': holder.anotherKey,
  'no-passphrase': 'No passphrase is set here yet.',
  'no-share': 'The key is not split yet: the other trustee has not set a passphrase.',
  'has-begun': 'The evaluation has begun. This can no longer be changed.',
  'same-person': 'The two halves must come from two different people.',
  'for-workshops':
    'There are trustees only for evaluations that you plan yourself, not for feedback on workshops.',
  'needs-trustees': 'Only the two trustees can count this evaluation, each with their passphrase.',
  'needs-other-trustee': 'The other half is not there yet, or has lapsed. Please hand over yours first.',
  'count-now': 'The other half has just arrived. Please enter your passphrase once more; then it is counted.',
  'too-often': 'Those were too many tries. Please wait a quarter of an hour.',
}

export const trustee: typeof deTrustee = {
  part: { coordination: 'Coordination', oversight: 'Staff council or data protection' },
  step: {
    passphrase: 'has to set a passphrase',
    sheet: 'has to type in the code of the recovery sheet',
    'wait-for-other': 'waits for the other trustee',
    rehearsal: 'has to rehearse',
    ready: 'ready',
  },
  holder,
  overview,
  mine,
  sheet,
  refusal,
  problem: {
    'too-weak': 'This passphrase could be guessed. Take at least 16 characters, such as four or five words.',
    'password-differs': 'The two entries differ.',
    'code-length': 'The code has seven groups of five signs, 35 in all.',
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((group) => [
        `code-group-${group}`,
        `Something is mistyped in group ${number(group)}. Please compare it with the sheet.`,
      ]),
    ),
  },
  done: {
    sheet: 'The recovery sheet is confirmed.',
    rehearsal: 'The rehearsal has passed.',
    'hand-over': 'Your half is handed over.',
  },
  todo: {
    prepare: (round) => `Prepare as trustee: ${round}`,
    open: (round) => `Open the ballots: ${round}`,
  },
}
