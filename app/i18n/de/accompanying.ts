// What accompanies the two indicators, in the words of reports and dashboard.

import type { Change } from '#app/domain/accompanying-figure.ts'
import type { FigureUnit } from '#app/domain/passport.ts'
import { formatDay, formatNumber, outOf } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'de')
const of = (part: number, whole: number) => outOf(part, whole, 'de')
/** `count` as it is printed; one is told apart by the number itself. */
const counted = (one: string, many: string) => (value: number, printed: string) =>
  `${printed} ${value === 1 ? one : many}`

const unit = {
  municipalities: counted('Kommune', 'Kommunen'),
  people: counted('Person', 'Personen'),
  answers: counted('Antwort', 'Antworten'),
  seats: counted('Platz', 'Plätze'),
  units: counted('Einheit', 'Einheiten'),
  days: counted('Tag', 'Tage'),
  certificates: counted('Bescheinigung', 'Bescheinigungen'),
} satisfies Record<FigureUnit, (value: number, printed: string) => string>

const change = {
  higher: 'gestiegen',
  lower: 'gesunken',
  unchanged: 'unverändert im Rahmen der Unsicherheit',
  unknown: 'kein Vergleich möglich',
} satisfies Record<Change, string>

export const accompanying = {
  unit,
  change,
  title: 'Begleitende Kennzahlen',
  lead:
    'Sie erklären die beiden Indikatoren und ersetzen sie nicht. Verglichen wird mit demselben Zeitraum ein Jahr davor; ' +
    'eine Veränderung heißt nur so, wenn sie größer ist als die Unsicherheit der Messung. Wo kein Intervall steht, ist ' +
    'vollständig gezählt: Dort ist jeder Unterschied eine Tatsache.',
  same: 'gleich geblieben',
  breaks: (on: string) => `neue Fassung seit ${day(on)}, kein Vergleich`,
  tableCaption: 'Begleitende Kennzahlen mit dem Stand ein Jahr davor',
  columns: {
    figure: 'Kennzahl',
    value: 'Wert',
    counted: 'Grundlage, 95-%-Intervall',
    before: 'Jahr davor',
    change: 'Veränderung',
  },
  part: (title: string, part: string) => `${title} · ${part}`,
  noData: 'keine Daten',
  tooFew: 'zu wenige Angaben',
  fromSo: (printed: string) => `aus ${printed} Angaben`,
  range: (low: string, high: string) => `${low} bis ${high}`,
  stretch: (from: string, until: string) => `Gezählt vom ${day(from)} bis ${day(until)}.`,
  onDay: (on: string) => `Stand am ${day(on)}.`,
  coverage: (what: string, covered: number, whole: number) => `${what}: ${of(covered, whole)}.`,
  leftOut: (what: string, count: number) => `${what}: ${formatNumber(count, 'de')}.`,
  limitsOf: 'Was diese Zahlen nicht sagen',
}
