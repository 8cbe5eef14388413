import type { BusyTimeRefusal } from '#app/domain/busy-time.ts'
import { addDays, dayOf, timeOf } from '#app/domain/calendar.ts'
import { formatDateTime, formatNumber, formatShortDay, formatTimeRange } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

/** Whole days are told as days: nobody says "0 Uhr". */
function when(startsAt: Date, endsAt: Date): string {
  if (timeOf(startsAt) !== '00:00' || timeOf(endsAt) !== '00:00')
    return formatTimeRange(startsAt, endsAt, 'de')
  const [first, last] = [dayOf(startsAt), addDays(dayOf(endsAt), -1)]
  return first === last
    ? `${formatShortDay(first, 'de')}, ganztägig`
    : `${formatShortDay(first, 'de')} bis ${formatShortDay(last, 'de')}, ganztägig`
}

const refusal = {
  'no-calendar':
    'In dieser Datei steht kein Kalender. Speichern Sie Ihren Kalender in Outlook oder Nextcloud bitte noch einmal als iCalendar-Datei (.ics).',
  'cut-off':
    'Diese Datei hört mitten in einem Eintrag auf. Speichern Sie den Kalender bitte noch einmal, und laden Sie ihn dann hoch.',
  'too-much':
    'In dieser Datei steht mehr, als wir auf einmal lesen können. Speichern Sie bitte nur die nächsten zwölf Monate, oder nur Ihren eigenen Kalender.',
  'too-large':
    'Diese Datei ist zu groß. Speichern Sie bitte nur die nächsten zwölf Monate und ohne Anhänge; in Outlook genügt „Nur Verfügbarkeit“.',
} satisfies Record<BusyTimeRefusal | 'too-large', string>

/** When somebody is busy, by their own calendar. */
export const busyTime = {
  title: 'Belegte Zeiten aus dem eigenen Kalender',
  lead: 'Damit Sie beim Anmelden sehen, ob in Ihrem Kalender schon etwas steht.',
  kept: 'Gespeichert werden nur Beginn und Ende belegter Zeiten der nächsten zwölf Monate: keine Titel, keine Orte, keine Namen. Was als „frei“ eingetragen oder abgesagt ist, bleibt weg, ebenso unsere eigenen Termine. Was vorbei ist, wird am nächsten Tag gelöscht.',
  alone:
    'Nur Sie sehen diese Zeiten. Niemand, der Sie anmeldet oder Ihre Teilnahme genehmigt, erfährt davon.',
  howTo:
    'In Outlook: Datei, Kalender speichern. In Nextcloud: beim Kalender Bearbeiten, dann Exportieren. Neue Termine kommen nicht von selbst hinzu; laden Sie die Datei ab und zu neu hoch.',
  field: 'Kalenderdatei',
  upload: 'Hochladen',
  replace: 'Neu hochladen',
  uploadTitle: 'Kalender hochladen',
  stored: 'Was gespeichert ist',
  none: 'Es sind keine belegten Zeiten gespeichert.',
  count: (count: number, uploadedAt: Date) =>
    `${count === 1 ? 'Eine belegte Zeit' : `${number(count)} belegte Zeiten`}, hochgeladen am ${formatDateTime(uploadedAt, 'de')}.`,
  next: (count: number) => (count === 1 ? 'Die nächste ansehen' : `Die nächsten ${number(count)} ansehen`),
  when,
  remove: 'Alle löschen',
  removed: 'Ihre belegten Zeiten sind gelöscht.',
  saved: 'Ihr Kalender ist gelesen.',
  savedNone: 'In den nächsten zwölf Monaten ist darin nichts belegt.',
  savedCount: (count: number) =>
    count === 1 ? 'Eine belegte Zeit ist gespeichert.' : `${number(count)} belegte Zeiten sind gespeichert.`,
  unread: (count: number) =>
    count === 1
      ? 'Ein Eintrag fehlt: Seine Zeit oder seine Wiederholung ließ sich nicht lesen.'
      : `${number(count)} Einträge fehlen: Ihre Zeit oder ihre Wiederholung ließ sich nicht lesen.`,
  tooMany:
    'Das waren viele Dateien in kurzer Zeit. Bitte versuchen Sie es in einer Viertelstunde noch einmal.',
  refusal,

  warningTitle: 'Ihr eigener Kalender',
  warning: (startsAt: Date, endsAt: Date) =>
    `In Ihrem Kalender steht dann schon etwas: ${when(startsAt, endsAt)}. Nur Sie sehen diesen Hinweis.`,
  toOwn: 'Belegte Zeiten ansehen',
}
