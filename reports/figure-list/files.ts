// The list of figures as files: for Excel, for LibreOffice, and as a table that both open.

import type { Locale } from '#app/domain/locale.ts'
import type { ReportData } from '#app/domain/report.ts'
import { excelCsv } from '#reports/csv.ts'
import { explanations } from '#reports/figure-list/explanations.ts'
import { figureTable } from '#reports/figure-list/table.ts'
import { ods } from '#reports/ods.ts'
import type { Sheet } from '#reports/sheet.ts'
import { wordsIn } from '#reports/words.ts'
import { xlsx } from '#reports/xlsx.ts'

export function figureCsv(data: ReportData, locale: Locale): string {
  return excelCsv(figureTable(data, locale))
}

export function figureXlsx(data: ReportData, locale: Locale): Uint8Array {
  return Buffer.concat([...xlsx(sheets(data, locale))])
}

export function figureOds(data: ReportData, locale: Locale): Uint8Array {
  return ods(sheets(data, locale))
}

/** Wide enough for what stands in them; the others are numbers. */
const WIDTHS = [14, 12, 26, 44, 11, 11]
const EXPLANATION_WIDTHS = [44, 110]

function sheets(data: ReportData, locale: Locale): Sheet[] {
  const { sheet, explanations: said } = wordsIn(locale).figureList
  return [
    { name: sheet, rows: figureTable(data, locale), widths: WIDTHS },
    { name: said.sheet, rows: explanations(data, locale), widths: EXPLANATION_WIDTHS },
  ]
}
