import type { PlannedMail } from '#app/domain/workshop-mail.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const people = (count: number) =>
  count === 0 ? 'zurzeit niemand' : count === 1 ? 'zurzeit eine Person' : `zurzeit ${number(count)} Personen`

const requests = (count: number) =>
  count === 1 ? 'zurzeit eine Anmeldung' : `zurzeit ${number(count)} Anmeldungen`

/** Those without a time of their own say when. */
const planned: Record<PlannedMail['kind'], { title: string; to: string; when?: string }> = {
  'reminder-3': { title: 'Erinnerung, drei Tage vorher', to: 'alle mit einem Platz' },
  'reminder-1': { title: 'Erinnerung, einen Tag vorher', to: 'alle mit einem Platz' },
  'offer-ends': {
    title: 'Frist eines angebotenen Platzes endet',
    to: 'wer nicht geantwortet hat; danach, wer auf der Warteliste der Nächste ist',
  },
  'approval-reminder': {
    title: 'Erinnerung: Eine Anmeldung wartet auf Genehmigung',
    to: 'wer für die Kommune entscheidet, und die Vertretung',
  },
  'approval-ends': {
    title: 'Frist einer Genehmigung endet',
    to: 'wer sich angemeldet hat, und wer nicht geantwortet hat',
  },
  decision: {
    title: 'Zu wenige Anmeldungen: Entscheidung, ob der Workshop stattfindet',
    to: 'die Leitung und die Koordination, auf ihrer ersten Seite',
  },
  'roll-call': { title: 'Anwesenheit ist einzutragen', to: 'die Leitung, auf ihrer ersten Seite' },
  'list-unfinished': {
    title: 'Erinnerung, wenn die Anwesenheitsliste noch offen ist',
    to: 'die Leitung',
  },
  'list-overdue': {
    title: 'Hinweis, wenn die Anwesenheitsliste nach drei Tagen noch offen ist',
    to: 'die Koordination',
  },
  evaluation: {
    title: 'Einladung zur Befragung',
    to: 'wer da war; an wen einzeln, sieht niemand',
    when: 'sobald die Anwesenheit eingetragen ist',
  },
  certificate: {
    title: 'Teilnahmebescheinigung, oder warum es keine gibt',
    to: 'wer da war',
    when: 'sobald die Leitung oder die Koordination sie ausstellt',
  },
}

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
  requests,
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
