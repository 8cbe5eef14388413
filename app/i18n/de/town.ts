import { dayOf } from '#app/domain/calendar.ts'
import { formatDateTime, formatDeadline, formatNumber, formatShortDay } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

/** An organisation as its training officer sees it. */
export const town = {
  mine: 'Meine Kommune',
  several: 'Meine Kommunen',
  choose: 'Für welche möchten Sie nachsehen?',
  none: 'Ihnen ist zurzeit keine Kommune oder Dienststelle zugeordnet. Die Koordination kann das ändern.',
  toTown: 'Genehmigung und Anmeldungen',
  lead: 'Wer wohin geht, wer wartet und wer noch antworten muss.',
  open: (count: number) =>
    count === 1 ? 'Eine Antwort steht noch aus.' : `${number(count)} Antworten stehen noch aus.`,
  enrol: 'Kolleginnen und Kollegen anmelden',

  toAnswer: 'Wartet auf eine Antwort',
  nothingToAnswer: 'Zurzeit muss niemand antworten.',
  going: 'Wer wohin geht',
  nobodyGoing: 'Zu kommenden Terminen hat noch niemand einen Platz.',
  waiting: 'Warteliste',
  notComing: 'Kommt nicht',
  notComingCount: (count: number) =>
    count === 1 ? 'Ein Platz wurde nicht angenommen' : `${number(count)} Plätze wurden nicht angenommen`,
  notComingExplained:
    'Ein Angebot abzulehnen ist kein Fehlen und wird nirgends gezählt. Nach dem Termin verschwindet der Eintrag von hier.',
  name: 'Name',
  workshop: 'Workshop',
  when: 'Wann',
  state: 'Stand',
  offeredUntil: (until: Date) => `antwortet bis ${formatDateTime(until, 'de')}`,
  decideUntil: (until: Date) => `Genehmigung bis ${formatDeadline(until, 'de')}`,
  position: (position: number) => `Stelle ${number(position)}`,

  dates: 'Kommende Termine',
  allDates: 'Alle Termine',
  noDates: 'Zurzeit ist kein Termin offen, zu dem sich noch jemand anmelden kann.',
  freeSeats: 'Frei',
  ownSeats: 'Ihre Plätze',
  seatsTaken: (count: number) => (count === 0 ? 'noch keiner' : number(count)),
  quota: (taken: number, quota: number, until: Date) =>
    `${number(taken)} von ${number(quota)}; ab ${formatShortDay(dayOf(until), 'de')} frei für alle`,
  enrolIn: 'Anmelden',
  enrolInLabel: (title: string) => `Anmelden: ${title}`,

  colleagues: 'Kolleginnen und Kollegen',
  noColleagues:
    'Hier gehört noch niemand dazu. Zu einem Termin können Sie auch anmelden, wer noch kein Konto hat.',
  audience: 'Zugehörigkeit',
  thisYear: (year: string) => `Plätze ${year}`,
  places: (workshops: number, units: number) =>
    workshops === 0
      ? 'noch keiner'
      : workshops === 1
        ? `ein Workshop, ${units === 1 ? 'eine Unterrichtseinheit' : `${number(units)} Unterrichtseinheiten`}`
        : `${number(workshops)} Workshops, ${number(units)} Unterrichtseinheiten`,
  placesExplained:
    'Gezählt sind Plätze in Workshops, wie sie geplant sind. Wer woran wirklich teilgenommen hat, steht auf der Bescheinigung der Person.',

  export: {
    title: 'Daten mitnehmen',
    own: 'Alles, was Ihrem Haus gehört, in einer Datei, falls Sie einmal nicht mehr teilnehmen. Anwesenheit und Bescheinigungen gehören den Personen und stehen nicht darin. Jeder Abruf steht im Protokoll.',
    whole:
      'Alles, was diesem Haus gehört, in einer Datei, auch Anwesenheit und Bescheinigungen. Die sehen Fortbildungsbeauftragte nicht: Geben Sie die Datei nur weiter, wenn geklärt ist, wer sie lesen darf. Jeder Abruf steht im Protokoll.',
    download: 'Als JSON herunterladen',
    former: 'Was vor dem Zusammenschluss war, steht in einer eigenen Datei:',
    formerOf: (name: string, until: string) => `${name} (bis ${formatShortDay(until, 'de')})`,
  },

  newcomers: {
    title: 'Jemand hat noch kein Konto?',
    explained:
      'Tragen Sie Namen und dienstliche E-Mail-Adresse ein. Die Person erhält nur eine E-Mail mit dem Angebot und kann ohne Konto antworten. Ein Passwort kann sie sich später einrichten.',
    organisation: 'Für welche Kommune oder Dienststelle?',
    row: (nth: number) => `Person ${number(nth)}`,
    givenName: 'Vorname',
    familyName: 'Nachname',
    email: 'E-Mail-Adresse',
    audience: 'Arbeitet als',
    refused: (name: string) =>
      `${name}: Diese E-Mail-Adresse lässt sich hier nicht verwenden. Bitte prüfen Sie die Schreibweise; sonst hilft die Koordination.`,
  },

  todo: (organisation: string, count: number) =>
    count === 1
      ? `${organisation}: Eine Anmeldung wartet auf Genehmigung`
      : `${organisation}: ${number(count)} Anmeldungen warten auf Genehmigung`,
  todoReminded: 'Eine Erinnerung ist schon verschickt.',
}
