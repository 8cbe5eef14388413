import type { AttendanceRefusal, AttendanceStatus } from '#app/domain/attendance.ts'
import { formatNumber, formatTime } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const time = (instant: Date) => `${formatTime(instant, 'de')} Uhr`

/** As they stand on the phone: one short word each. */
const status = {
  present: 'anwesend',
  partial: 'teilweise',
  excused: 'entschuldigt',
  absent: 'fehlt',
} satisfies Record<AttendanceStatus, string>

const refusal = {
  'not-started': 'Die Liste öffnet eine halbe Stunde vor Beginn. Bitte kommen Sie dann wieder.',
  'called-off': 'Der Workshop ist abgesagt. Anwesenheit wird nicht mehr erfasst.',
  'not-enrolled':
    'Inzwischen hat sich jemand abgemeldet. Die Liste ist jetzt auf dem neuen Stand, gespeichert wurde noch nichts.',
  'units-wrong':
    'Bei „teilweise“ gehört dazu, wie viele Unterrichtseinheiten es waren. Gespeichert wurde noch nichts.',
  'meeting-gone':
    'Diesen Termin gibt es nicht mehr. Öffnen Sie bitte den Workshop, dort stehen alle Termine.',
} satisfies Record<AttendanceRefusal, string>

export const attendance = {
  status,
  refusal,
  title: 'Anwesenheit',
  meetings: 'Termine dieses Workshops',
  meeting: (nth: number, day: string) => `${number(nth)}. Termin, ${day}`,
  allPresent: 'Alle anwesend',
  restPresent: (count: number) =>
    count === 1 ? 'Die noch offene Person anwesend' : `Alle ${number(count)} noch offenen anwesend`,
  save: 'Speichern',
  units: (name: string) => `Wie viele Einheiten war ${name} da?`,
  unitsOf: (count: number, all: number) => `${number(count)} von ${number(all)} Einheiten`,
  saved: (at: Date) => `Gespeichert um ${time(at)}.`,
  savedOn: (day: string, at: Date) => `Zuletzt gespeichert am ${day}, ${time(at)}.`,
  neverSaved: 'Noch nichts gespeichert.',
  open: (count: number) =>
    count === 0
      ? 'Alle sind erfasst.'
      : count === 1
        ? 'Eine Person ist noch offen.'
        : `${number(count)} Personen sind noch offen.`,
  nobody: 'Zu diesem Workshop hat niemand einen Platz. Es gibt nichts zu erfassen.',
  toEnrolments: 'Zu den Anmeldungen',
}
