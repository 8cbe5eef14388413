import type { Change } from '#app/domain/accompanying-figure.ts'
import type { FigureUnit } from '#app/domain/passport.ts'
import type { accompanying as german } from '#app/i18n/de/accompanying.ts'
import { formatDay, formatNumber, outOf } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'en')
const of = (part: number, whole: number) => outOf(part, whole, 'en')
const counted = (one: string, many: string) => (value: number, printed: string) =>
  `${printed} ${value === 1 ? one : many}`

const unit = {
  municipalities: counted('municipality', 'municipalities'),
  people: counted('person', 'people'),
  answers: counted('answer', 'answers'),
  seats: counted('seat', 'seats'),
  units: counted('unit', 'units'),
  days: counted('day', 'days'),
  certificates: counted('certificate', 'certificates'),
} satisfies Record<FigureUnit, (value: number, printed: string) => string>

const change = {
  higher: 'higher',
  lower: 'lower',
  unchanged: 'unchanged within the uncertainty',
  unknown: 'no comparison possible',
} satisfies Record<Change, string>

export const accompanying: typeof german = {
  unit,
  change,
  title: 'Accompanying figures',
  lead:
    'They explain the two indicators and do not replace them. Each is compared with the same stretch a year earlier; a ' +
    'change is called one only when it is greater than the uncertainty of the measurement. Where there is no interval, ' +
    'everything was counted: there every difference is a fact.',
  same: 'the same',
  breaks: (on) => `new version since ${day(on)}, no comparison`,
  tableCaption: 'Accompanying figures, and where they stood a year earlier',
  columns: {
    figure: 'Figure',
    value: 'Value',
    counted: 'Basis, 95 % interval',
    before: 'Year before',
    change: 'Change',
  },
  part: (title, part) => `${title} · ${part}`,
  noData: 'no data',
  tooFew: 'too few to tell',
  fromSo: (printed) => `from ${printed} values`,
  range: (low, high) => `${low} to ${high}`,
  stretch: (from, until) => `Counted from ${day(from)} to ${day(until)}.`,
  onDay: (on) => `As of ${day(on)}.`,
  coverage: (what, covered, whole) => `${what}: ${of(covered, whole)}.`,
  leftOut: (what, count) => `${what}: ${formatNumber(count, 'en')}.`,
  limitsOf: 'What these figures do not tell',
}
