// Attendance as a table for Excel in Germany, with no cell that a spreadsheet would take for a formula.

import type { AttendanceGrid, GridCell } from '#app/domain/attendance-grid.ts'
import { dayOf } from '#app/domain/calendar.ts'
import type { Locale } from '#app/domain/locale.ts'
import { attendance as german } from '#app/i18n/de/attendance.ts'
import { attendance as english } from '#app/i18n/en/attendance.ts'
import { excelCsv } from '#reports/csv.ts'
import { demoRows } from '#reports/demo-rows.ts'

export function attendanceTable(
  { meetings, rows, unitsPlanned }: AttendanceGrid,
  demo: boolean,
  locale: Locale,
): string {
  const words = locale === 'de' ? german : english
  const { grid } = words
  const head = [grid.person, grid.organisation, ...meetings.map(({ startsAt }) => dayOf(startsAt))]
  const lines = rows.map(({ name, organisation, cells, units }) => [
    name,
    organisation,
    ...cells.map((cell) => wordOf(cell, words)),
    String(units),
    String(unitsPlanned),
  ])
  return excelCsv([...demoRows(demo, locale), [...head, grid.units, grid.planned], ...lines])
}

function wordOf({ word, units }: GridCell, { grid, status }: typeof german): string {
  switch (word) {
    case 'registered':
      return grid.registered
    case 'absent':
      return grid.noShow
    case 'excused-before':
      return grid.excusedBefore
    case 'guest':
      return grid.guest
    case 'not-asked':
      return ''
    default:
      return grid.cell(status[word], units)
  }
}
