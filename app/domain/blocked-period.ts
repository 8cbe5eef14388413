// Days on which an organisation cannot spare its people: an election, a move, the closing of the year.

import { addDays, addMonths } from '#app/domain/calendar.ts'
import { overlaps } from '#app/domain/organisation.ts'

/** The most signs of a reason: it stands in one line of a warning. */
export const LONGEST_REASON = 80

/** First and last day, both blocked, 'YYYY-MM-DD'. */
type Days = { fromDate: string; untilDate: string }

/** What is said of a day that is blocked: which days, why, and by whom. */
export type BlockedPeriod = Days & { organisation: string; reason: string }

/** A day that is planned, and whoever has blocked it. */
export type BlockedDay = { day: string; blocking: Pick<BlockedPeriod, 'organisation' | 'reason'>[] }

export type BlockedPeriodRefusal = 'ends-before-start' | 'over' | 'too-long' | 'overlaps' | 'page-outdated'

/** What speaks against blocking these days; `others` are those of the same organisation. */
export function blockedPeriodRefusal(
  days: Days,
  others: readonly Days[],
  today: string,
): BlockedPeriodRefusal | null {
  const { fromDate, untilDate } = days
  if (untilDate < fromDate) return 'ends-before-start'
  if (untilDate < today) return 'over'
  if (untilDate > addDays(addMonths(fromDate, 12), -1)) return 'too-long'
  return others.some((other) => overlaps(days, other)) ? 'overlaps' : null
}

/** Those of the periods that block one of these days. */
export function blocking<Period extends Days>(periods: readonly Period[], days: readonly string[]): Period[] {
  return periods.filter(({ fromDate, untilDate }) => days.some((day) => fromDate <= day && day <= untilDate))
}
