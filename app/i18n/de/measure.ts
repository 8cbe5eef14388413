// What came of an evaluation.

import type { MeasureState } from '#app/domain/measure.ts'
import { formatDay } from '#app/i18n/format.ts'

const state = {
  open: 'offen',
  'in-progress': 'in Arbeit',
  done: 'umgesetzt',
  dropped: 'verworfen',
} satisfies Record<MeasureState, string>

export const measure = {
  title: 'Was daraus wurde',
  lead: 'Was sich die IT-Kompetenzstelle nach Befragungen vorgenommen hat, und wie weit es ist.',
  none: 'Noch ist nach keiner Befragung eine Maßnahme eingetragen.',
  of: (round: string, closesOn: string) => `${round} (bis ${formatDay(closesOn, 'de')})`,
  noneOfRound: 'Zu dieser Befragung ist noch keine Maßnahme eingetragen.',
  all: 'Was aus früheren Befragungen wurde',
  edit: 'Maßnahmen bearbeiten',
  editLead: 'Alle, die sich anmelden, lesen hier mit. Nennen Sie niemanden, der geantwortet hat.',
  what: 'Maßnahme',
  owner: 'Zuständig',
  ownerHint: 'Eine Stelle oder Aufgabe, zum Beispiel „Koordination“.',
  stateTitle: 'Stand',
  state,
  reason: 'Bemerkung',
  reasonHint: 'Wird eine Maßnahme verworfen, steht hier der Grund.',
  addTitle: 'Neue Maßnahme',
  add: 'Maßnahme eintragen',
  save: 'Stand speichern',
  saved: 'Die Maßnahme ist gespeichert.',
  problem: { 'reason-missing': 'Bitte schreiben Sie, warum die Maßnahme verworfen ist.' },
  refusal: {
    'reason-missing': 'Bitte schreiben Sie, warum die Maßnahme verworfen ist.',
    'not-released': 'Maßnahmen gehören zu freigegebenen Ergebnissen. Diese sind es noch nicht.',
    'changed-meanwhile':
      'Jemand anderes hat diese Maßnahme inzwischen geändert. Laden Sie die Seite neu und tragen Sie es dann ein.',
  },
}
