import { formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

/** How everything stands, for the coordination. */
export const overview = {
  title: 'Überblick',
  open: 'Überblick über den Betrieb',
  lead: 'Wie alles steht. Was zuerst zu tun ist, sagt „Heute zu tun“ auf der Startseite.',
  workshop: 'Workshop',
  when: 'Wann',
  seats: 'Plätze',
  next: 'Die nächsten vier Wochen',
  noNext: 'In den nächsten vier Wochen findet kein Workshop statt.',
  low: 'Mindestzahl noch nicht erreicht',
  noLow: 'Alle kommenden Workshops haben genug Anmeldungen, oder es ist entschieden.',
  enrolled: 'Angemeldet',
  decideOn: 'Entschieden wird',
  decideNow: (day: string) => `fällig seit ${formatDay(day, 'de')}`,
  decideLater: (day: string) => formatDay(day, 'de'),
  lists: 'Anwesenheit noch offen',
  noLists: 'Alle Listen der letzten 60 Tage sind vollständig.',
  missing: 'Es fehlen',
  people: (count: number) => (count === 1 ? 'eine Person' : `${number(count)} Personen`),
  waiting: 'Warteliste',
  noWaiting: 'Zurzeit wartet niemand auf einen Platz.',
  waitingCount: 'Es warten',
  rounds: 'Befragungen, um die Sie sich kümmern',
  noRounds: 'Zurzeit ist keine Befragung zu öffnen, auszuzählen oder freizugeben.',
  overdue: 'Ziele, Beschlüsse und Berichte',
  noOverdue:
    'Alle Ziele laufender Phasen sind beschlossen, und der Bericht zum letzten Quartal ist freigegeben.',
  item: {
    target: (indicator: string, phase: string) => `Ziel beschließen: ${indicator}, ${phase}`,
    targetSince: (since: string, proposed: boolean) =>
      `Die Phase läuft seit ${formatDay(since, 'de')}. ${proposed ? 'Ein Vorschlag liegt vor; es fehlt der Beschluss.' : 'Es gibt noch keinen Vorschlag.'}`,
    endPilot: 'Abschluss der Pilotphase feststellen',
    endPilotSince: (since: string) =>
      `Die Pilotphase endete am ${formatDay(since, 'de')}. Ob sie erfolgreich war, beschließt der Lenkungsausschuss.`,
  },
}
