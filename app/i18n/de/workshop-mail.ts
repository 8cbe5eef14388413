import type { PlannedMail } from '#app/domain/workshop-mail.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const people = (count: number) =>
  count === 0 ? 'zurzeit niemand' : count === 1 ? 'zurzeit eine Person' : `zurzeit ${number(count)} Personen`

const planned = {
  'reminder-3': { title: 'Erinnerung, drei Tage vorher', to: 'alle mit einem Platz' },
  'reminder-1': { title: 'Erinnerung, einen Tag vorher', to: 'alle mit einem Platz' },
  'offer-ends': {
    title: 'Frist eines angebotenen Platzes endet',
    to: 'wer nicht geantwortet hat; danach, wer auf der Warteliste der Nächste ist',
  },
  'roll-call': { title: 'Anwesenheit ist einzutragen', to: 'die Leitung, auf ihrer ersten Seite' },
  evaluation: { title: 'Einladung zur Befragung', to: 'wer da war; an wen einzeln, sieht niemand' },
} satisfies Record<PlannedMail['kind'], { title: string; to: string }>

export const workshopMail = {
  title: 'Welche E-Mails gehen wann hinaus?',
  lead: 'Berechnet aus dem, was jetzt gilt. Ändert sich der Workshop, ändert sich diese Liste.',
  link: 'E-Mails',
  planned,
  toCome: 'Was noch kommt',
  noneToCome: 'Von selbst geht zu diesem Workshop keine E-Mail mehr hinaus.',
  calledOff: 'Der Workshop ist abgesagt: Von selbst geht keine E-Mail mehr hinaus.',
  remindersOff: 'Erinnerungen vor dem Beginn sind in den Einstellungen abgeschaltet.',
  when: 'Wann',
  what: 'Was',
  to: 'An wen',
  now: people,
  afterList: 'sobald die Anwesenheit eingetragen ist',
  atOnce:
    'Sofort gehen hinaus: Bestätigungen, Nachrücken und Angebote, Änderungen von Ort oder Zeit, eine Absage, Nachrichten, Fragen und Antworten.',
  sent: 'Was schon geschrieben ist',
  sentLead:
    'Aus den letzten 30 Tagen; danach werden E-Mails gelöscht. E-Mails zu Befragungen stehen hier nie.',
  noneSent: 'In den letzten 30 Tagen hat Lernkreis zu diesem Workshop keine E-Mail geschrieben.',
  kind: 'E-Mail',
  count: 'Geschrieben',
  delivered: 'Verschickt',
  failed: 'Nicht zustellbar',
  held: 'Wartet auf Zusammenfassung',
  last: 'Zuletzt',
  toOutbox: 'Im Postausgang ansehen',
}
