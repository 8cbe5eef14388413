import type { GoingRefusal, MergeRefusal, Viability } from '#app/domain/minimum.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { formatDateTime, formatNumber, formatShortDay, formatTimeRange } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const people = (count: number) => (count === 1 ? 'Eine Person' : `${number(count)} Personen`)
const shortDay = (instant: Date) => formatShortDay(dayOf(instant), 'de')

const edit = {
  decideOn: 'Tag der Entscheidung',
  decideOnHint:
    'Wird die Mindestzahl bis dahin nicht erreicht, fragt die Startseite, ob der Workshop stattfindet. Leer gelassen: sieben Tage vor dem ersten Termin.',
  linkMinutes: 'Link sichtbar ab',
  linkMinutesHint:
    'Wer einen Platz hat, sieht den Link zur Videokonferenz so lange vor jedem Termin bis zu dessen Ende. Er steht in keiner E-Mail.',
  minutesBefore: 'Minuten vorher',
  asSeries: 'Als Serie planen',
  copy: 'Kopieren',
  copyOf: (title: string) => `Kopie von „${title}“. Datum, Fristen und Anmeldungen werden nicht übernommen.`,
}

/** What is possible, but perhaps not meant. */
const warning = {
  title: 'Bitte noch einmal prüfen',
  again: 'Speichern Sie noch einmal, wenn es so sein soll.',
  trainer: (name: string, title: string, startsAt: Date, endsAt: Date) =>
    `${name} leitet zur selben Zeit „${title}“, ${formatTimeRange(startsAt, endsAt, 'de')}.`,
  seats: (capacity: number, seats: number) =>
    `${number(capacity)} Plätze sind mehr, als der Raum hat: ${seats === 1 ? 'einen Sitzplatz' : `${number(seats)} Sitzplätze`}.`,
}

/** Two people have edited the same. */
const conflict = {
  title: 'Inzwischen hat jemand anderes gespeichert',
  by: (name: string | null, at: Date) =>
    `${name ?? 'Jemand'} hat am ${formatDateTime(at, 'de')} gespeichert. Nichts davon und nichts von Ihren Eingaben geht verloren:`,
  unknown: 'Nichts davon und nichts von Ihren Eingaben geht verloren:',
  caption: 'Was sich unterscheidet',
  field: 'Feld',
  before: 'Vorher',
  theirs: 'Inzwischen gespeichert',
  yours: 'Ihre Eingabe',
  now: 'Steht jetzt im Formular',
  isYours: 'Ihre Eingabe',
  isTheirs: 'die neue Fassung',
  empty: 'leer',
  next: 'Prüfen Sie die Felder und speichern Sie noch einmal. Dann gilt, was im Formular steht.',
  nothing: 'In den Feldern dieses Formulars unterscheidet sich nichts. Speichern Sie einfach noch einmal.',
}

const viability = {
  going: 'findet statt',
  enough: 'Mindestzahl erreicht',
  short: 'Mindestzahl noch nicht erreicht',
  due: 'Entscheidung nötig',
} satisfies Record<Viability, string>

const goingRefusal = {
  'called-off': 'Dieser Workshop ist abgesagt.',
  started: 'Dieser Workshop hat schon begonnen.',
  'confirmed-already': 'Es ist schon bestätigt, dass dieser Workshop stattfindet. Alle haben eine E-Mail.',
} satisfies Record<GoingRefusal, string>

const mergeRefusal = {
  'called-off': 'Dieser Workshop ist schon abgesagt.',
  started: 'Dieser Workshop hat schon begonnen und lässt sich nicht mehr zusammenlegen.',
  'other-course': 'Zusammenlegen lassen sich nur zwei Termine desselben Kurses.',
  'other-called-off': 'Der andere Termin ist inzwischen abgesagt. Wählen Sie bitte einen anderen.',
  'other-started': 'Der andere Termin hat schon begonnen. Wählen Sie bitte einen anderen.',
} satisfies Record<MergeRefusal, string>

const decision = {
  title: 'Findet der Workshop statt?',
  open: 'Entscheiden, ob er stattfindet',
  fact: 'Mindestzahl',
  standing: (taken: number, minimum: number) =>
    `${taken === 0 ? 'Noch keine Anmeldung' : taken === 1 ? 'Eine Anmeldung' : `${number(taken)} Anmeldungen`}, ${minimum === 1 ? 'gebraucht wird eine' : `gebraucht werden ${number(minimum)}`}`,
  decideOn: (day: string) => `Entschieden wird am ${formatShortDay(day, 'de')}.`,
  noMinimum: 'Für diesen Workshop ist keine Mindestzahl gesetzt.',
  confirmTitle: 'Er findet statt',
  confirmText: (count: number) =>
    count === 0
      ? 'Angemeldet ist noch niemand. Die Frage erscheint danach nicht mehr.'
      : `${people(count)} ${count === 1 ? 'erhält' : 'erhalten'} eine E-Mail, dass der Workshop sicher stattfindet.`,
  confirm: 'Bestätigen',
  mergeTitle: 'Mit einem anderen Termin zusammenlegen',
  mergeText:
    'Dieser Termin entfällt. Alle bekommen in ihrer Reihenfolge einen Platz am anderen Termin angeboten und entscheiden selbst. Wer ablehnt oder nicht antwortet, gilt nicht als abwesend. Reichen die Plätze nicht, kommt der Rest auf die Warteliste.',
  mergeInto: 'Welcher Termin?',
  option: (startsAt: Date, endsAt: Date, free: number) =>
    `${formatTimeRange(startsAt, endsAt, 'de')} (${free === 0 ? 'kein Platz frei' : free === 1 ? 'ein Platz frei' : `${number(free)} Plätze frei`})`,
  noOther: 'Zu diesem Kurs gibt es keinen anderen Termin, der noch kommt.',
  merge: 'Zusammenlegen',
  mergeReason: (startsAt: Date) => `Zusammengelegt mit dem Termin am ${shortDay(startsAt)}.`,
  callOffTitle: 'Absagen',
  callOffText:
    'Alle Anmeldungen enden. In der E-Mail stehen die anderen Termine desselben Kurses, an denen noch etwas frei ist.',
  callOff: 'Zur Absage',
  confirmed: 'Bestätigt: Der Workshop findet statt.',
  merged:
    'Zusammengelegt: Die Angemeldeten des anderen Termins haben hier in ihrer Reihenfolge einen Platz angeboten bekommen oder stehen auf der Warteliste.',
  todo: (title: string) => `Findet statt oder nicht? ${title}`,
  todoFacts: (startsAt: Date, taken: number, minimum: number) =>
    `${shortDay(startsAt)}: ${taken === 1 ? 'eine Anmeldung' : `${number(taken)} Anmeldungen`}, gebraucht werden mindestens ${number(minimum)}.`,
}

export const planning = { edit, warning, conflict, viability, goingRefusal, mergeRefusal, decision }
