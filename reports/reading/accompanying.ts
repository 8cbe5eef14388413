// What accompanies the two indicators, as one table and a note for each figure, on paper and screen alike. Never a rank:
// figures stand in the order of their passports, topics in that of the questionnaire.

import type { Table } from '#app/charts/table.ts'
import type { AccompanyingFigure, AccompanyingPart, Quantity } from '#app/domain/accompanying-figure.ts'
import { isOfFew } from '#app/domain/disclosure.ts'
import { valueName } from '#app/domain/report-changes.ts'
import type { CountedPassport, Passport } from '#app/domain/passport.ts'
import type { Interval } from '#app/domain/satisfaction.ts'
import { formatNumber, formatPercent, formatPercentRange } from '#app/i18n/format.ts'
import { marked } from '#reports/reading/changes.ts'
import { sentences, titleIn, type Reading } from '#reports/reading/values.ts'

export type AccompanyingRow = {
  passport: CountedPassport
  figure: AccompanyingFigure
  part: AccompanyingPart
}

/** A row for each figure, or for each of its parts; what has lost its passport cannot be explained, and is not shown. */
export function accompanyingRows({ data }: Reading): AccompanyingRow[] {
  return data.accompanying.flatMap((figure) => {
    const passport = data.passports.find(({ key }) => key === figure.key)
    return passport ? figure.parts.map((part) => ({ passport, figure, part })) : []
  })
}

export function accompanyingTable(reading: Reading): Table {
  const { columns, tableCaption } = reading.words.accompanying
  return {
    caption: tableCaption,
    columns: [
      { title: columns.figure, width: 0.28 },
      { title: columns.value, width: 0.15, numeric: true },
      { title: columns.counted, width: 0.21, numeric: true },
      { title: columns.before, width: 0.14, numeric: true },
      { title: columns.change, width: 0.22 },
    ],
    rows: accompanyingRows(reading).map((row) => [
      accompanyingName(row, reading),
      marked(
        printedQuantity(row.part.now, row.passport, reading),
        valueName(row.figure.key, row.part.key),
        reading,
      ),
      basisOf(row, reading),
      printedQuantity(row.part.before, row.passport, reading),
      changeWord(row, reading),
    ]),
  }
}

export function accompanyingName({ passport, part }: AccompanyingRow, { words, locale }: Reading): string {
  const title = titleIn(locale, passport)
  if (part.titleDe === null) return title
  return words.accompanying.part(title, (locale === 'en' && part.titleEn) || part.titleDe)
}

/** The value in its unit, or the word for what there is not. Of fewer than ten, per cent would be out of proportion. */
export function printedQuantity(quantity: Quantity, passport: Passport, { words, locale }: Reading): string {
  const { accompanying, report } = words
  if (quantity.kind === 'no-data') return accompanying.noData
  if (quantity.kind === 'too-few') return accompanying.tooFew
  const { value, numerator, denominator } = quantity
  if (passport.kind !== 'share') return printedValue(value, passport, { words, locale })
  if (denominator !== null && numerator !== null && isOfFew(denominator))
    return report.outOf(numerator, denominator)
  return formatPercent(value, locale, passport.decimals)
}

/** What a sum or a count is of, its title says; a duration has its unit beside it. */
function printedValue(value: number, { kind, unit, decimals }: Passport, { words, locale }: Told): string {
  if (kind !== 'median') return formatNumber(value, locale)
  return words.accompanying.unit[unit](value, formatNumber(value, locale, decimals))
}

type Told = Pick<Reading, 'words' | 'locale'>

/** "47 von 52", and between which values it may lie where chance is part of it. */
function basisOf({ passport, part: { now } }: AccompanyingRow, reading: Reading): string {
  const { words, locale } = reading
  const { accompanying, report } = words
  if (now.kind !== 'measured') return report.none
  const { numerator, denominator, interval } = now
  if (passport.kind === 'share' && isOfFew(denominator)) return report.none
  const counted =
    numerator !== null && denominator !== null
      ? report.outOf(numerator, denominator)
      : denominator !== null && accompanying.fromSo(formatNumber(denominator, locale))
  const between = interval && rangeOf(interval, passport, { words, locale })
  return [counted, between].filter(Boolean).join('; ') || report.none
}

function rangeOf({ low, high }: Interval, { kind, decimals }: Passport, { words, locale }: Told): string {
  if (kind === 'share') return formatPercentRange(low, high, locale)
  const [from, to] = [low, high].map((value) => formatNumber(value, locale, decimals))
  return words.accompanying.range(from ?? '', to ?? '')
}

export function changeWord({ passport, figure, part }: AccompanyingRow, { words }: Reading): string {
  const { accompanying } = words
  if (figure.breaksOn !== null) return accompanying.breaks(figure.breaksOn)
  return part.change === 'unchanged' && passport.fullCount
    ? accompanying.same
    : accompanying.change[part.change]
}

export type AccompanyingNote = { key: string; title: string; text: string }

/** Of each figure since when and on what it rests, and what it cannot tell. */
export function accompanyingNotes(reading: Reading): AccompanyingNote[] {
  const { data, words, locale } = reading
  const { accompanying } = words
  return data.accompanying.flatMap((figure) => {
    const passport = data.passports.find(({ key }) => key === figure.key)
    if (!passport) return []
    const { fromDate, untilDate } = figure
    const time =
      fromDate === untilDate ? accompanying.onDay(untilDate) : accompanying.stretch(fromDate, untilDate)
    const text = sentences(
      time,
      ...coverageSentences(figure, passport, reading),
      locale === 'de' ? passport.limitsDe : passport.limitsEn,
    )
    return [{ key: figure.key, title: titleIn(locale, passport), text }]
  })
}

/** Of parts, each has its own coverage, which stands in its row as "n von m". */
function coverageSentences(
  { parts }: AccompanyingFigure,
  passport: Passport,
  { words, locale }: Reading,
): (string | null)[] {
  const { accompanying } = words
  const [only, another] = parts
  const what = locale === 'de' ? passport.coverageDe : passport.coverageEn
  if (!only?.coverage || another || what === null) return []
  const { covered, of, leftOut } = only.coverage
  const missing = locale === 'de' ? passport.leftOutDe : passport.leftOutEn
  return [
    accompanying.coverage(what, covered, of),
    missing !== null && leftOut > 0 ? accompanying.leftOut(missing, leftOut) : null,
  ]
}
