/** A trainer's own workshops and what is released of them. */
export const teaching = {
  title: 'Meine Workshops',
  open: 'Meine Workshops und Rückmeldungen',
  home: 'Start',
  lead: 'Was Sie leiten, was noch einzutragen ist, und was zu Ihren Kursen freigegeben wurde.',
  lists: 'Anwesenheit noch offen',
  coming: 'Kommende Workshops',
  noComing: 'Sie leiten zurzeit keinen kommenden Workshop.',
  past: 'Aus den letzten zwölf Monaten',
  noPast: 'In den letzten zwölf Monaten haben Sie keinen Workshop geleitet.',
  released: 'Freigegebene Rückmeldungen',
  noReleased:
    'Zu Ihren Workshops ist noch nichts freigegeben. Unter fünf Antworten wird gewartet, bis weitere Workshops desselben Kurses dazukommen.',
  summaryOf: (title: string) => `Zusammenfassung (PDF): ${title}`,
}
