import type {
  AttendanceRefusal,
  AttendanceStatus,
  AttendanceWay,
  CorrectionReason,
} from '#app/domain/attendance.ts'
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
  'reason-missing':
    'Die Liste ist schon fertig. Bitte sagen Sie, warum Sie etwas ändern; gespeichert wurde noch nichts.',
} satisfies Record<AttendanceRefusal, string>

/** Who wrote a line of the history, and how. */
const via = {
  list: 'in der Liste',
  offline: 'auf dem Gerät, vielleicht ohne Netz',
  'check-in': 'selbst, mit dem Code im Raum',
  paper: 'vom Blatt übertragen',
  'walk-in': 'vor Ort aufgenommen',
  objection: 'nach einem Einwand',
} satisfies Record<AttendanceWay, string>

const reason = {
  mistake: 'Es war ein Versehen',
  'paper-list': 'Auf der Liste aus Papier steht es anders',
  'late-proof': 'Es wurde etwas nachgereicht',
  objection: 'Die Person hat widersprochen',
} satisfies Record<CorrectionReason, string>

const units = (count: number) => (count === 1 ? 'eine Einheit' : `${number(count)} Einheiten`)

export const attendance = {
  status,
  refusal,
  via,
  reason,
  /** "teilweise, 3 Einheiten" */
  record: (is: AttendanceStatus, count: number) =>
    is === 'partial' ? `${status.partial}, ${units(count)}` : status[is],
  title: 'Anwesenheit',
  meetings: 'Termine dieses Workshops',
  meeting: (nth: number, day: string) => `${number(nth)}. Termin, ${day}`,
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
  ways: 'Andere Wege',
  checkIn: 'Selbst einchecken lassen',
  sheet: 'Unterschriftenliste als PDF',
  sheetAll: 'Unterschriftenlisten als PDF',
  typeIn: 'Blatt eintippen',
  walkIn: 'Jemand ist ohne Anmeldung da',
  toGrid: 'Alle Termine im Überblick',
  complete: {
    button: 'Liste abschließen',
    explained: 'Danach gilt jede Änderung als Berichtigung und braucht einen Grund.',
    stillOpen: (open: number) =>
      open === 1
        ? 'Eine Person ist noch offen. Tragen Sie bitte erst ein, ob sie da war.'
        : `${number(open)} Personen sind noch offen. Tragen Sie bitte erst ein, ob sie da waren.`,
    done: (at: Date, day: string) => `Diese Liste ist fertig, seit ${day}, ${time(at)}.`,
    late: 'Der Termin liegt mehr als eine Woche zurück. Änderungen brauchen einen Grund.',
    why: 'Warum ändern Sie etwas?',
    correct: 'Berichtigen',
  },
  guests: {
    title: 'Ohne Anmeldung gekommen',
    seats: (taken: number, capacity: number) =>
      `Damit sind ${number(taken)} von ${number(capacity)} Plätzen belegt.`,
    over: (over: number) =>
      over === 1
        ? 'Das ist eine Person mehr, als vorgesehen war.'
        : `Das sind ${number(over)} Personen mehr, als vorgesehen waren.`,
    waiting: 'Wer das ist, klärt die Koordination.',
  },
  history: {
    title: 'Was wann geändert wurde',
    show: (count: number) => (count === 1 ? 'Eine Eintragung' : `${number(count)} Eintragungen`),
    none: 'Noch wurde nichts eingetragen.',
    line: (name: string, record: string) => `${name}: ${record}`,
    by: (name: string, how: string) => `${name}, ${how}`,
    because: (why: string) => `Grund: ${why}.`,
  },
  grid: {
    title: 'Anwesenheit im Überblick',
    caption: 'Wer an welchem Termin da war',
    lead: 'Alle Angemeldeten und alle Termine. „Angemeldet“ heißt: Es ist noch nichts eingetragen.',
    person: 'Name',
    organisation: 'Kommune oder Dienststelle',
    registered: 'angemeldet',
    noShow: 'nicht erschienen',
    excusedBefore: 'vorher abgesagt',
    guest: 'ohne Anmeldung',
    notAsked: '–',
    units: 'Einheiten',
    planned: 'Einheiten geplant',
    unitsOf: (count: number, all: number) => `${number(count)} von ${number(all)}`,
    meeting: (nth: number, day: string) => `${number(nth)}. Termin, ${day}`,
    cell: (word: string, count: number | null) => (count === null ? word : `${word} (${number(count)})`),
    present: (day: string, count: number | null) => {
      if (count === null) return `${day}: noch nichts eingetragen`
      if (count === 0) return `${day}: niemand da`
      return count === 1 ? `${day}: eine Person da` : `${day}: ${number(count)} da`
    },
    export: 'Als Tabelle für Excel',
    none: 'Zu diesem Workshop hat niemand einen Platz.',
    file: 'anwesenheit',
  },
  own: {
    title: 'Ihre Anwesenheit',
    titleOf: 'Anwesenheit',
    caption: 'Was zu jedem Termin eingetragen ist',
    meeting: 'Termin',
    recorded: 'Eingetragen',
    notYet: 'noch nichts eingetragen',
    units: (count: number, all: number) => `${number(count)} von ${number(all)} Einheiten`,
    wrong: 'Das stimmt nicht',
  },
}
