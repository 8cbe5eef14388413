// What accompanies the two indicators, as rows of the list: each part now, a year before, and how much it rests on.

import {
  stretchBefore,
  type AccompanyingFigure,
  type AccompanyingPart,
  type Quantity,
} from '#app/domain/accompanying-figure.ts'
import { isOfFew } from '#app/domain/disclosure.ts'
import type { CountedPassport } from '#app/domain/passport.ts'
import type { ReportFigures } from '#app/domain/report.ts'
import { figureRow, printed, limits, roundedTo, type FigureRow } from '#reports/figure-list/row.ts'

export function accompanyingRows({ accompanying, passports }: ReportFigures): FigureRow[] {
  return accompanying.flatMap((figure) => {
    const passport = passports.find(({ key }) => key === figure.key)
    return passport ? figure.parts.flatMap((part) => partRows(figure, part, passport)) : []
  })
}

function partRows(
  figure: AccompanyingFigure,
  part: AccompanyingPart,
  passport: CountedPassport,
): FigureRow[] {
  const { key, version, kind, unit } = passport
  const { fromDate: from, untilDate: until } = figure
  const of = (more: Partial<FigureRow> & Pick<FigureRow, 'quantity'>) =>
    figureRow({
      figure: key,
      unit: kind === 'share' ? 'percent' : unit,
      part: part.key,
      partName: part.titleDe === null ? null : { de: part.titleDe, en: part.titleEn },
      day: null,
      from,
      until,
      version,
      ...more,
    })
  const { coverage } = part
  const before = stretchBefore(figure, passport.months)
  return [
    of({ quantity: part.key === null ? 'value' : 'part', ...quantityIn(part.now, passport) }),
    of({
      quantity: 'year-before',
      ...quantityIn(part.before, passport),
      from: before.fromDate,
      until: before.untilDate,
    }),
    ...(coverage ? [of({ quantity: 'coverage', ...covered(coverage) })] : []),
  ]
}

function quantityIn(quantity: Quantity, { kind, decimals }: CountedPassport): Partial<FigureRow> {
  if (quantity.kind === 'no-data') return { sign: '–' }
  if (quantity.kind === 'too-few') return { sign: '.' }
  const { numerator, denominator, value, interval } = quantity
  if (kind === 'share') {
    if (isOfFew(denominator)) return { numerator, denominator, sign: '/' }
    return { numerator, denominator, value: printed(value, decimals), ...limits(interval, decimals) }
  }
  const between = interval && {
    low: roundedTo(interval.low, decimals),
    high: roundedTo(interval.high, decimals),
  }
  return { numerator, denominator, value: roundedTo(value, decimals), ...between }
}

function covered({ covered: numerator, of }: { covered: number; of: number }): Partial<FigureRow> {
  const counts = { numerator, denominator: of, unit: 'percent' as const }
  if (of === 0) return { ...counts, sign: 'x' }
  return isOfFew(of) ? { ...counts, sign: '/' } : { ...counts, value: printed(numerator / of) }
}
