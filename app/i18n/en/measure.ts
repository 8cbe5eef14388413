import type { measure as deMeasure } from '#app/i18n/de/measure.ts'
import { formatDay } from '#app/i18n/format.ts'

export const measure: typeof deMeasure = {
  title: 'What came of it',
  lead: 'What the IT competence centre has taken on after evaluations, and how far it is.',
  none: 'No measure has been entered after any evaluation yet.',
  of: (round, closesOn) => `${round} (until ${formatDay(closesOn, 'en')})`,
  noneOfRound: 'No measure has been entered for this evaluation yet.',
  all: 'What came of earlier evaluations',
  edit: 'Edit measures',
  editLead: 'Everybody who signs in reads this. Do not name anybody who has answered.',
  what: 'Measure',
  owner: 'In charge',
  ownerHint: 'An office or a duty, such as “coordination”.',
  stateTitle: 'State',
  state: { open: 'open', 'in-progress': 'in progress', done: 'done', dropped: 'dropped' },
  reason: 'Remark',
  reasonHint: 'If a measure is dropped, this is the reason.',
  addTitle: 'New measure',
  add: 'Enter measure',
  save: 'Save state',
  saved: 'The measure is saved.',
  problem: { 'reason-missing': 'Please write why the measure is dropped.' },
  refusal: {
    'reason-missing': 'Please write why the measure is dropped.',
    'not-released': 'Measures belong to released results. These are not released yet.',
    'changed-meanwhile':
      'Somebody else has changed this measure meanwhile. Load the page again and enter it then.',
  },
}
