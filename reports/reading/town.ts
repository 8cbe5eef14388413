// The figures of a town in words, once: its page and the statement for its council say the same.

import { bandChart } from '#app/charts/band.ts'
import type { Picture } from '#app/charts/scene.ts'
import type { Table } from '#app/charts/table.ts'
import type { Locale } from '#app/domain/locale.ts'
import { placeInBand, type Told, type TownFigures, type TownPeriod } from '#app/domain/town-figures.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { messages } from '#app/i18n/index.ts'

type Fact = readonly [term: string, value: string]

/** What holds today: the declaration, the people, the seats to come. */
export function townFacts(figures: TownFigures, locale: Locale): Fact[] {
  const words = messages(locale).townFigures
  const { participation, specialists, registered, toCome, cutOff } = figures
  const { since, declaration } = participation
  return [
    [words.declared, since === null ? words.notDeclared : words.since(since, declaration)],
    [words.specialists, words.registeredOn(specialists, figures.asOf)],
    [words.registered, words.registeredOn(registered, cutOff)],
    [words.toCome, words.coming(toCome.going, toCome.toAnswer, toCome.waiting)],
  ]
}

/** The last twelve months, then the years; a word where there are too few. */
export function townTable(figures: TownFigures, locale: Locale): Table {
  const words = messages(locale).townFigures
  const rowOf = (name: string, { attended, certificates }: TownPeriod) => [
    name,
    told(attended, ({ count }) => formatNumber(count, locale)),
    told(attended, ({ units }) => formatNumber(units, locale)),
    told(certificates, ({ count }) => formatNumber(count, locale)),
    attended === null ? '–' : words.coversDays(attended),
  ]
  const told = (sum: Told | null, say: (sum: Told) => string) => (sum === null ? words.tooFew : say(sum))
  return {
    caption: words.attendedCaption,
    columns: [
      { title: words.period, width: 0.2 },
      { title: words.workshops, width: 0.14, numeric: true },
      { title: words.units, width: 0.23, numeric: true },
      { title: words.certificates, width: 0.18, numeric: true },
      { title: words.covers, width: 0.25, numeric: true },
    ],
    rows: [
      rowOf(words.twelveMonths, figures.twelveMonths),
      ...figures.years.map((year) => rowOf(words.year(year.from.slice(0, 4)), year)),
    ],
  }
}

/** The own value and the band, each where there is one, with what is said where there is none. */
export function townComparison({ perPerson, band }: TownFigures, locale: Locale): string[] {
  const words = messages(locale).townFigures
  return [
    perPerson === null ? words.noPerPerson : words.perPerson(perPerson),
    ...(band === null ? [words.noBand] : [words.band(band)]),
    ...(perPerson !== null && band !== null ? [words.place[placeInBand(perPerson, band)]] : []),
    words.noRanking,
  ]
}

/** Null without a band: one value alone needs no picture. */
export function townPicture(
  { perPerson, band }: TownFigures,
  locale: Locale,
  room: { width: number; textSize: number },
): Picture | null {
  if (band === null) return null
  const words = messages(locale).townFigures
  const own = perPerson === null ? null : { value: Math.round(perPerson), label: words.ownMark(perPerson) }
  return {
    scene: bandChart({ band: { ...band, label: words.bandMark(band) }, own, ...room }),
    caption: words.chart,
    alternative: [words.band(band), ...(perPerson === null ? [] : [words.perPerson(perPerson)])].join(' '),
  }
}

/** What the picture shows; without a band there is neither. */
export function townBandTable({ perPerson, band }: TownFigures, locale: Locale): Table | null {
  if (band === null) return null
  const words = messages(locale).townFigures
  const { file } = words.statement
  const whole = (value: number) => formatNumber(Math.round(value), locale)
  return {
    caption: words.chart,
    columns: [
      { title: file.quantity, width: 0.75 },
      { title: file.value, width: 0.25, numeric: true },
    ],
    rows: [
      [file.bandLow, whole(band.low)],
      [file.bandHigh, whole(band.high)],
      [file.perPerson, perPerson === null ? words.tooFew : whole(perPerson)],
    ],
  }
}

/** How it is counted, and why something is not told. */
export function townMethod({ cutOff }: TownFigures, locale: Locale): string[] {
  const words = messages(locale).townFigures
  return [words.counted(cutOff), words.whyTooFew, words.nobodyNamed]
}
