import { dayOf } from '#app/domain/calendar.ts'
import type { EnrolmentStatus } from '#app/domain/enrolment.ts'
import {
  absenceReason,
  answerRefusal,
  reason,
  refusal,
  refusalOf,
  withdrawReason,
  withdrawRefusal,
} from '#app/i18n/de/enrolment-rules.ts'
import { formatDateTime, formatNumber, formatShortDay } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const day = (instant: Date) => formatShortDay(dayOf(instant), 'de')

const status = {
  interested: 'vorgemerkt',
  requested: 'beantragt',
  approved: 'genehmigt',
  rejected: 'nicht genehmigt',
  confirmed: 'Platz bestätigt',
  waiting: 'Warteliste',
  offered: 'Platz angeboten',
  lapsed: 'Angebot abgelaufen',
  declined: 'nicht angenommen',
  withdrawn: 'abgemeldet',
  excused: 'entschuldigt',
  substituted: 'vertreten',
  'called-off': 'abgesagt',
} satisfies Record<EnrolmentStatus, string>

/** The part of a workshop's page that is about whoever reads it. */
const mine = {
  title: 'Ihre Anmeldung',
  guest: 'Dafür brauchen Sie ein Konto. Nach dem Anmelden geht es hier weiter.',
  toAccount: 'Mit Konto fortfahren',
  noAccount: 'Noch kein Konto? Zugang beantragen',
  notParticipant:
    'Ihr Konto ist nicht für die Teilnahme an Workshops eingerichtet. Die Koordination kann das ändern.',
  forOrganisation: (name: string) => `Sie melden sich für „${name}“ an.`,
  organisation: 'Für wen melden Sie sich an?',
  enrol: 'Zu diesem Workshop anmelden',
  join: 'Auf die Warteliste setzen',
  full: (position: number) => `Auf der Warteliste wären Sie an Stelle ${number(position)}.`,
  rule: 'Wird ein Platz frei, rückt nach, wer am längsten wartet. Sie erhalten dann sofort eine E-Mail.',
  confirmed: 'Sie haben einen Platz.',
  attended: 'Sie hatten einen Platz.',
  waiting: (position: number) => `Sie stehen auf der Warteliste, an Stelle ${number(position)}.`,
  waitedInVain: 'Sie standen auf der Warteliste. Es ist kein Platz mehr frei geworden.',
  offered: (by: string | null, until: Date) =>
    `${by ?? 'Die Kompetenzstelle'} hat einen Platz für Sie vorgesehen. Bitte antworten Sie bis ${formatDateTime(until, 'de')}.`,
  offeredNothing: 'Sie sind erst angemeldet, wenn Sie zusagen. Sagen Sie ab, hat das keine Folgen für Sie.',
  accept: 'Platz annehmen',
  decline: 'Nicht annehmen',
  withdraw: 'Vom Workshop abmelden',
  leave: 'Warteliste verlassen',
  toEnrolment: 'Verlauf Ihrer Anmeldung',
  other: (word: string) => `Stand Ihrer Anmeldung: ${word}.`,
  next: 'Nächste Termine dieses Kurses',
  noNext: 'Ein weiterer Termin dieses Kurses steht noch nicht fest.',
  toCourse: 'Zum Kurs',
}

/** What stands on the page after something was done: what it means, and what happens next. */
const done = {
  confirmed: (until: Date | null) => ({
    title: 'Sie sind angemeldet.',
    text: `Die Bestätigung kommt per E-Mail. ${until ? `Bis ${day(until)} können Sie sich wieder abmelden.` : ''}`,
  }),
  waiting: (position: number) => ({
    title: `Sie stehen auf der Warteliste, an Stelle ${number(position)}.`,
    text: 'Die Bestätigung kommt per E-Mail. Wenn Sie nachrücken, schreiben wir Ihnen sofort.',
  }),
  declined: {
    title: 'Sie haben den Platz nicht angenommen.',
    text: 'Er geht an andere. Für Sie ist nichts weiter zu tun.',
  },
  withdrawn: {
    title: 'Sie sind abgemeldet.',
    text: 'Ihr Platz steht jetzt anderen offen. Die Bestätigung kommt per E-Mail.',
  },
  unlisted: {
    title: 'Sie stehen nicht mehr auf der Warteliste.',
    text: 'Die Bestätigung kommt per E-Mail.',
  },
  takenOut: (name: string) => `${name} ist abgemeldet und erhält eine E-Mail.`,
}

/** The facts of a workshop that are no form fields. */
const facts = {
  title: 'Auf einen Blick',
  onlineUrl: 'Videokonferenz',
  joinOnline: 'Zur Videokonferenz',
  linkLater: 'Den Link sehen kurz vor Beginn alle, die einen Platz haben.',
  linkFrom: (when: Date) => `Der Link erscheint hier am ${formatDateTime(when, 'de')}.`,
  units: 'Umfang',
  unitCount: (count: number) =>
    count === 1 ? 'Eine Unterrichtseinheit' : `${number(count)} Unterrichtseinheiten`,
  enrolUntil: 'Anmeldeschluss',
  withdrawUntil: 'Abmelden bis',
  untilStart: 'bis zum Beginn',
  note: 'Hinweis',
  calledOff: (why: string) => `Abgesagt. Grund: ${why}`,
  restCalledOff: (why: string) =>
    `Weitere Termine sind abgesagt. Was stattgefunden hat, zählt. Grund: ${why}`,
}

const lead = {
  title: 'Für die Leitung',
  attendance: 'Anwesenheit',
  grid: 'Anwesenheit im Überblick',
  attendanceOf: (when: string) => `Anwesenheit am ${when}`,
  message: 'Nachricht schreiben',
  edit: 'Bearbeiten',
  callOff: 'Absagen',
}

/** The list of a workshop. */
const list = {
  title: 'Anmeldungen',
  /** For somebody who looks after one organisation, or after several. */
  titleOwn: (organisation: string | undefined) => `Anmeldungen aus ${organisation ?? 'Ihren Organisationen'}`,
  seated: 'Mit Platz',
  waiting: 'Warteliste',
  endedTitle: 'Beendet',
  ended: (count: number) =>
    count === 1 ? 'Eine beendete Anmeldung' : `${number(count)} beendete Anmeldungen`,
  name: 'Name',
  organisation: 'Kommune oder Dienststelle',
  state: 'Stand',
  since: 'Angemeldet am',
  position: 'Stelle',
  nobodySeated: 'Noch hat niemand einen Platz.',
  nobodyWaiting: 'Auf der Warteliste steht niemand.',
  offeredUntil: (until: Date) => `bis ${formatDateTime(until, 'de')}`,
}

const others = {
  title: 'Andere anmelden',
  colleaguesTitle: 'Ihre Kolleginnen und Kollegen',
  explained:
    'Die Personen erhalten eine E-Mail und entscheiden selbst. Bis dahin wird der Platz freigehalten, höchstens eine Woche.',
  colleagues: 'Wen möchten Sie anmelden?',
  search: 'Name, E-Mail-Adresse oder Kommune',
  found: (count: number, limit: number) =>
    count === 0
      ? 'Zu dieser Suche gibt es niemanden. Prüfen Sie bitte die Schreibweise.'
      : count === 1
        ? 'Eine Person gefunden.'
        : count < limit
          ? `${number(count)} Personen gefunden.`
          : `Mehr als ${number(limit - 1)} Personen gefunden. Bitte suchen Sie genauer.`,
  nobody:
    'Alle aus Ihren Organisationen haben schon einen Platz, ein Angebot oder stehen auf der Warteliste.',
  nobodyChosen: 'Bitte wählen Sie mindestens eine Person.',
  offer: 'Plätze anbieten',
  offered: (count: number) =>
    count === 1
      ? 'Eine Person hat einen Platz angeboten bekommen.'
      : `${number(count)} Personen haben einen Platz angeboten bekommen.`,
  queued: (count: number) =>
    count === 1
      ? 'Eine Person steht auf der Warteliste.'
      : `${number(count)} Personen stehen auf der Warteliste.`,
  notAll: 'Nicht alle konnten angemeldet werden',
}

/** One's own dates. */
const own = {
  title: 'Meine Termine',
  requested: 'Beantragt',
  toAnswer: 'Bitte antworten',
  next: 'Was kommt',
  waiting: 'Warteliste',
  past: 'Was war',
  nothingNext: 'Sie sind zu keinem Workshop angemeldet, der noch kommt.',
  nothingPast: 'Hier steht nach dem ersten Workshop, woran Sie teilgenommen haben.',
  find: 'Termine finden',
  position: (position: number) => `Stelle ${number(position)} auf der Warteliste`,
  attended: 'Besucht',
  notRecorded: 'Noch nicht erfasst',
  units: (attended: number, planned: number) => `${number(attended)} von ${number(planned)} Einheiten`,
  unitsAll: (count: number) =>
    count === 1
      ? 'Insgesamt eine Unterrichtseinheit besucht.'
      : `Insgesamt ${number(count)} Unterrichtseinheiten besucht.`,
  forOrganisation: (name: string) => `für „${name}“`,
}

/** One enrolment. */
const one = {
  title: (workshop: string) => `Anmeldung: ${workshop}`,
  titleOf: (name: string, workshop: string) => `${name}: ${workshop}`,
  person: 'Person',
  state: 'Stand',
  log: 'Verlauf',
  logLine: (when: Date, what: string, by: string | null) =>
    `Am ${formatDateTime(when, 'de')} ${what}${by ? ` (durch ${by})` : ''}.`,
  withdrawTitle: 'Abmelden',
  consequence:
    'Ihr Platz geht an andere und lässt sich danach nicht zurückholen. Solange die Anmeldung offen ist, können Sie sich neu anmelden, dann hinter denen, die schon warten.',
  consequenceWaiting:
    'Sie verlieren Ihre Stelle auf der Warteliste. Setzen Sie sich später wieder darauf, beginnen Sie hinten.',
  consequenceOther: (name: string) =>
    `${name} verliert den Platz oder die Stelle auf der Warteliste und erhält eine E-Mail. Wer wartet, rückt nach.`,
  withdrawReason: 'Warum?',
  takeOut: (name: string) => `${name} abmelden`,
}

export const enrolment = {
  status,
  refusal,
  withdrawRefusal,
  answerRefusal,
  refusalOf,
  reason,
  withdrawReason,
  absenceReason,
  mine,
  done,
  facts,
  lead,
  list,
  others,
  own,
  one,
}
