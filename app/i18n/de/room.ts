import type { RoomRefusal } from '#app/domain/room.ts'
import { formatNumber, formatShortDay, formatTimeRange } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

const refusal = {
  'changed-meanwhile':
    'Jemand hat dies geändert, während Sie daran gearbeitet haben. Ihre Eingaben stehen noch hier. Speichern Sie noch einmal, gilt Ihre Fassung.',
  removed: 'Diesen Eintrag gibt es nicht mehr. Legen Sie ihn bitte neu an.',
  'closed-wrong':
    '„Außer Betrieb“ braucht einen ersten und einen letzten Tag; der letzte liegt nicht vor dem ersten.',
  'in-use':
    'Ein geplanter Workshop verlässt sich darauf. Planen Sie ihn bitte zuerst um, dann lässt sich der Eintrag entfernen.',
} satisfies Record<RoomRefusal, string>

export const room = {
  title: 'Räume und Ausstattung',
  lead: 'Was ein Workshop belegen kann, und wann es belegt ist. Wer plant, sieht es auch im Formular.',
  rooms: 'Räume',
  equipmentTitle: 'Ausstattung',
  add: 'Raum anlegen',
  edit: 'Raum bearbeiten',
  addEquipment: 'Ausstattung anlegen',
  editEquipment: 'Ausstattung bearbeiten',
  none: 'Noch ist kein Raum eingetragen. Den Ort eines Workshops kann man auch ohne Raum angeben.',
  noEquipment: 'Noch ist keine Ausstattung eingetragen.',
  name: 'Bezeichnung',
  nameHint: 'So, wie man den Raum nennt: „Schulungsraum 1“.',
  equipmentNameHint: 'Was ausgeliehen wird: „Notebook“, „Beamer“.',
  site: 'Gebäude und Anschrift',
  siteHint: 'Steht hinter der Bezeichnung auf der Seite des Workshops und in den E-Mails.',
  seats: 'Sitzplätze',
  amount: 'Stückzahl',
  accessible: 'Barrierefrei erreichbar',
  isAccessible: 'barrierefrei',
  isNotAccessible: 'nicht barrierefrei',
  access: 'Zugang',
  note: 'Hinweise für die Planung',
  noteHint: 'Schlüssel, Technik, Ansprechpartner. Nur wer plant, liest sie.',
  closed: 'Außer Betrieb',
  closedHint: 'Von wann bis wann der Raum nicht zu haben ist. Was schon geplant ist, bleibt stehen.',
  closedFrom: 'Erster Tag',
  closedUntil: 'Letzter Tag',
  closedDuring: (from: string, until: string) =>
    from === until
      ? `am ${formatShortDay(from, 'de')}`
      : `von ${formatShortDay(from, 'de')} bis ${formatShortDay(until, 'de')}`,
  booked: 'Belegt wird er noch von geplanten Workshops:',
  remove: 'Entfernen',
  removeHint: 'Vergangene Workshops behalten ihn. Rückgängig machen lässt sich das nicht.',
  week: 'Belegung',
  weekOf: (from: string, until: string) =>
    `Belegung von ${formatShortDay(from, 'de')} bis ${formatShortDay(until, 'de')}`,
  earlier: 'Woche davor',
  later: 'Woche danach',
  thisWeek: 'Diese Woche',
  weeks: 'Woche wählen',
  free: 'frei',
  day: 'Tag',
  refusal,
  field: {
    room: 'Raum',
    noRoom: 'Keiner von unseren',
    option: (name: string, seats: number, accessible: boolean) =>
      `${name} (${seats === 1 ? 'ein Platz' : `${number(seats)} Plätze`}${accessible ? ', barrierefrei' : ''})`,
    placeHint: 'Der Raum steht dort von selbst. Hier ist Platz für mehr, etwa den Eingang.',
    equipment: 'Ausstattung',
    equipmentHint: 'Wie viele Stücke gebraucht werden. Leer heißt: keine.',
    amountOf: (name: string, amount: number) => `${name} (${number(amount)} vorhanden)`,
  },
  taken: (title: string, startsAt: Date, endsAt: Date) =>
    `Belegt von „${title}“, ${formatTimeRange(startsAt, endsAt, 'de')}.`,
  alternatives: (names: string[]) =>
    names.length === 0
      ? 'Zu dieser Zeit ist kein anderer Raum frei.'
      : `Frei ${names.length === 1 ? 'ist' : 'sind'} zu dieser Zeit: ${names.join('; ')}.`,
}
