import type { checkIn as deCheckIn } from '#app/i18n/de/check-in.ts'
import { formatNumber, formatTime } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const time = (instant: Date) => formatTime(instant, 'en')

export const checkIn: typeof deCheckIn = {
  refusal: {
    'code-wrong': 'This code is not valid, or no longer. Please take the one that is shown in the room now.',
    'too-early': 'It is too early to check in. The code appears two hours before the start.',
    over: 'The meeting is over. You were there? Then please tell the trainer.',
    'called-off': 'The workshop has been called off. There is nothing to record here.',
    'not-enrolled':
      'You are not on the list of this meeting. Please go to the trainer, who can add you in one step.',
  },
  title: 'Check in',
  lead: 'A code is shown in the room. Scan it with your camera or type it here.',
  code: 'Code from the room',
  codeHint: 'Six signs. It changes every half minute.',
  codeMissing: 'Please type the code that is shown in the room.',
  go: 'Continue',
  youAre: (name) => `You are signed in as ${name}.`,
  confirm: 'I am here',
  present: 'You are recorded as present.',
  presentText: 'This is saved. There is nothing else to do.',
  kept: (opens) => `Your arrival is noted. From ${time(opens)} you count as present.`,
  keptText: 'This is saved and happens by itself.',
  otherwise: 'Your arrival is saved.',
  otherwiseText: 'The list already says something else. The trainer sees that you are here, and decides.',
  toMine: 'To my dates',
  again: 'Enter another code',
  screen: {
    title: 'Check in',
    scan: 'Please scan this code',
    type: (address) => `Or open ${address} and type:`,
    picture: 'QR code to check in',
    changes: 'It changes every half minute. Leave this page visible in the room.',
    reload: 'Show a new code',
    plain: 'Without JavaScript the code does not change by itself here.',
    toList: 'To the attendance list',
    lost: 'The connection is interrupted. It will resume by itself.',
    tooMany: 'Too many such pages are open at the moment. Please reload this one in a minute.',
    from: (opens) => `The code appears here from ${time(opens)}, two hours before the start.`,
    early: (opens) => `Whoever checks in now is noted and counts as present from ${time(opens)}.`,
    over: 'The meeting is over, the code is no longer valid.',
    calledOff: 'The workshop has been called off.',
    arrivals: 'Arrived',
    arrived: (count, all) => `${number(count)} of ${number(all)} have arrived.`,
    arrivedLive: '{count} of {all} have arrived.',
    at: '{name}, {time}',
    nobody: 'Nobody has arrived yet.',
  },
}
