// The list of figures as a table that people read, in one language.

import type { Locale } from '#app/domain/locale.ts'
import { PHASE_KEYS } from '#app/domain/indicator.ts'
import type { ReportFigures } from '#app/domain/report.ts'
import type { FigureRow } from '#reports/figure-list/row.ts'
import { figureRows } from '#reports/figure-list/rows.ts'
import type { Cell } from '#reports/sheet.ts'
import { wordsIn, type Words } from '#reports/words.ts'

type Column = keyof Words['figureList']['columns']

/** With its head. */
export function figureTable(data: ReportFigures, locale: Locale): Cell[][] {
  const words = wordsIn(locale)
  const { columns, real } = words.figureList
  const origin = data.demo ? words.report.demo.mark : real
  const names = Object.keys(columns) as Column[]
  const rows = figureRows(data).map((row) => {
    const cells = { origin, ...cellsOf(row, words, locale) }
    return names.map((name) => cells[name])
  })
  return [names.map((name) => columns[name]), ...rows]
}

function cellsOf(row: FigureRow, words: Words, locale: Locale): Record<Exclude<Column, 'origin'>, Cell> {
  const { figureList, indicator } = words
  return {
    figure: row.figure,
    quantity: figureList.quantity[row.quantity],
    part: partOf(row, words, locale),
    from: row.from === null ? '' : { day: row.from },
    until: row.until === null ? '' : { day: row.until },
    numerator: row.numerator ?? '',
    denominator: row.denominator ?? '',
    value: row.value ?? '',
    unit: figureList.unit[row.unit],
    low: row.low ?? '',
    high: row.high ?? '',
    invited: row.invited ?? '',
    target: row.target ?? '',
    targetState: row.targetState === null ? '' : indicator.state[row.targetState],
    resolution: row.resolution ?? '',
    rating: row.rating === null ? '' : indicator.attainment[row.rating],
    sign: row.sign ?? '',
    revised: row.revised ? words.changes.revised : '',
    version: row.version ?? '',
  }
}

/** What people wrote, the name of a phase or of a step; else the key. */
function partOf({ part, partName, quantity }: FigureRow, words: Words, locale: Locale): string {
  if (partName) return (locale === 'en' && partName.en) || partName.de
  if (part === null) return ''
  const phase = PHASE_KEYS.find((key) => key === part)
  if (phase) return words.indicator.phase[phase]
  if (quantity !== 'step') return part
  const point = part.lastIndexOf('.')
  const step = words.satisfaction.steps[Number(part.slice(point + 1)) - 1]
  return [part.slice(0, Math.max(0, point)), step].filter(Boolean).join(': ')
}
