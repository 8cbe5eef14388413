import type { rollCall as deRollCall } from '#app/i18n/de/roll-call.ts'
import { attendance } from '#app/i18n/en/attendance.ts'

export const rollCall: typeof deRollCall = {
  status: attendance.status,
  allPresent: 'All present',
  restPresent: {
    none: 'All present',
    one: 'The one remaining person present',
    many: 'All {count} remaining present',
  },
  save: 'Save',
  open: {
    none: 'Everybody is recorded.',
    one: 'One person is still open.',
    many: '{count} people are still open.',
  },
  units: 'For how many units was {name} there?',
  unitsOf: '{count} of {all} units',
  loading: 'Opening the list …',
  synced: 'Everything is saved.',
  sending: 'Saving …',
  waiting: {
    none: 'Everything is saved.',
    one: 'One entry waits for the network.',
    many: '{count} entries wait for the network.',
  },
  toDecide: {
    none: '',
    one: 'Of one person you must decide.',
    many: 'Of {count} people you must decide.',
  },
  signedOut: 'Please sign in again. Your entries stay on this device and are saved afterwards.',
  signIn: 'Sign in again',
  refused: 'The list takes nothing at the moment. Your entries stay on this device.',
  offlineReady: 'This list works without network too. It stays on this device for 24 hours at most.',
  cannotKeep: 'This browser cannot open the list without network. While it is open, nothing is lost.',
  elsewhere: 'Entries of another list still wait on this device.',
  openOther: 'Open that list',
  conflict: '{by} has recorded “{theirs}” meanwhile, you “{mine}”. Which is right?',
  keepMine: '“{mine}” is right',
  keepTheirs: '“{theirs}” is right',
  outcome: {
    finished: 'The list has been finished meanwhile. Please reload the page and correct it there.',
    'not-enrolled': 'This person is no longer enrolled. Your entry is not needed.',
    'units-wrong': 'The number of units no longer fits the meeting. Please tap once more.',
  },
  dismiss: 'I see',
  guest: {
    summary: 'Somebody has come without enrolling',
    name: 'Name',
    organisation: 'Municipality or authority (optional)',
    email: 'E-mail address (optional)',
    add: 'Add',
    waits: '{name} is added and waits for the network.',
    noted: '{name} is added. The coordination finds out who this is.',
    withAccount: 'Does the person have an account? Then look for them here.',
  },
}
