// What comes once a month, on its first working day.

import { addDays, dayOf, daysBetween } from '#app/domain/calendar.ts'
import { isWorkingDay } from '#app/domain/holiday.ts'
import { morningOf } from '#app/domain/mail-preference.ts'

/** After a standstill of more than a week, "what is to come this month" is no news any more. */
const LATEST_DAYS = 7

/** The first day of the month in which a day lies, 'YYYY-MM-01'. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`
}

export function firstWorkingDay(month: string): string {
  return isWorkingDay(month) ? month : firstWorkingDay(addDays(month, 1))
}

/** The month whose mails are due, or undefined while none are. */
export function monthDue(now: Date): string | undefined {
  const month = monthOf(dayOf(now))
  const first = firstWorkingDay(month)
  const isLate = daysBetween(first, dayOf(now)) > LATEST_DAYS
  return now >= morningOf(first) && !isLate ? month : undefined
}
