// What one needs to read the list of figures without the report: which report, what the signs mean, how each figure is
// defined and what it cannot tell.

import type { Locale } from '#app/domain/locale.ts'
import type { CountedPassport } from '#app/domain/passport.ts'
import type { Definition, ReportData } from '#app/domain/report.ts'
import { formatDateTime, formatDay } from '#app/i18n/format.ts'
import { SIGNS } from '#reports/figure-list/row.ts'
import { baselineFacts } from '#reports/reading/baselines.ts'
import type { Cell } from '#reports/sheet.ts'
import { wordsIn, type Words } from '#reports/words.ts'

/** With its head. */
export function explanations(data: ReportData, locale: Locale): Cell[][] {
  const words = wordsIn(locale)
  const { explanations: said, sign } = words.figureList
  const released = data.releasedAt ? formatDateTime(new Date(data.releasedAt), locale) : said.draft
  return [
    said.head,
    ...(data.demo ? [[words.report.demo.mark, words.report.demo.explained]] : []),
    [said.district, data.districtName],
    [said.report, said.reportNumber(data.number)],
    [said.cutOff, formatDay(data.cutOff, locale)],
    [said.released, released],
    [said.hash, data.sha256],
    [said.previous, data.previousSha256 ?? said.first],
    [said.application, data.applicationVersion],
    [said.roundingTitle, said.rounding],
    [said.limitsTitle, said.limits],
    [said.fewTitle, said.few],
    ...SIGNS.map((one) => [said.signTitle(one), sign[one]]),
    [said.signTitle(words.changes.revised), words.changes.revisedNote],
    ...definitions(data, words, locale),
    ...baselines(data, words, locale),
    ...data.sources.map(({ text, url }) => [said.source, [text, url].filter(Boolean).join(' ')]),
  ]
}

/** Where each figure stood before, with the source of that. */
function baselines(data: ReportData, words: Words, locale: Locale): Cell[][] {
  return data.baselines.flatMap(({ key }) =>
    baselineFacts({ data, words, locale }, key).map(([term, said]) => [`${key}: ${term}`, said]),
  )
}

function definitions(data: ReportData, words: Words, locale: Locale): Cell[][] {
  const known = new Set(data.passports.map(({ key }) => key))
  const own = [
    { key: 'I1', name: words.indicator.name.I1, definition: data.participation.definition },
    { key: 'I2', name: words.indicator.name.I2, definition: data.satisfaction.definition },
  ]
  return [
    // Reports of older releases have no passports.
    ...own.filter(({ key }) => !known.has(key)).flatMap((one) => definitionRows(one, words, locale)),
    ...data.passports.flatMap((passport) => passportRows(passport, words, locale)),
  ]
}

type Named = { key: string; name: string; definition: Definition }

function definitionRows({ key, name, definition }: Named, words: Words, locale: Locale): Cell[][] {
  const { explanations: said } = words.figureList
  const { version, validFrom, textDe, textEn, sourceDe, sourceEn } = definition
  return [
    [said.definition(`${key} ${name}`, version, validFrom), locale === 'de' ? textDe : textEn],
    [`${key}: ${said.origin}`, locale === 'de' ? sourceDe : sourceEn],
  ]
}

function passportRows(passport: CountedPassport, words: Words, locale: Locale): Cell[][] {
  const { explanations: said } = words.figureList
  const { key, version, validFrom } = passport
  const pick = (german: string | null, english: string | null) => (locale === 'de' ? german : english)
  const denominator = pick(passport.denominatorDe, passport.denominatorEn)
  const rows: [string, string | null][] = [
    [
      said.definition(`${key} ${pick(passport.titleDe, passport.titleEn)}`, version, validFrom),
      pick(passport.definitionDe, passport.definitionEn),
    ],
    [`${key}: ${said.numerator}`, pick(passport.numeratorDe, passport.numeratorEn)],
    [`${key}: ${said.denominator}`, denominator],
    [`${key}: ${said.origin}`, pick(passport.sourceDe, passport.sourceEn)],
    [`${key}: ${said.bounds}`, pick(passport.limitsDe, passport.limitsEn)],
  ]
  return rows.flatMap(([what, text]) => (text === null ? [] : [[what, text]]))
}
