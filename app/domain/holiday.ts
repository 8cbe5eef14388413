// Public holidays in Saxony (SächsSFG § 1), and the working days between them. Corpus Christi is one only in some
// Catholic municipalities that a decree names (§ 1 (2)); a district that concerns it moves the date by hand.

import { addDays, weekday } from '#app/domain/calendar.ts'

export const HOLIDAYS = [
  'new-year',
  'good-friday',
  'easter-monday',
  'labour-day',
  'ascension',
  'whit-monday',
  'unity-day',
  'reformation-day',
  'day-of-repentance',
  'christmas-day',
  'second-christmas-day',
] as const
export type Holiday = (typeof HOLIDAYS)[number]

const WEDNESDAY = 3
const FRIDAY = 5

/** Which holiday of the whole of Saxony a day is; `day` is 'YYYY-MM-DD'. */
export function holidayOn(day: string): Holiday | undefined {
  const days = holidaysOf(Number(day.slice(0, 4)))
  return HOLIDAYS.find((holiday) => days[holiday] === day)
}

/** The holidays of a year. */
export function holidaysOf(year: number): Record<Holiday, string> {
  const easter = easterOf(year)
  return {
    'new-year': `${year}-01-01`,
    'good-friday': addDays(easter, -2),
    'easter-monday': addDays(easter, 1),
    'labour-day': `${year}-05-01`,
    ascension: addDays(easter, 39),
    'whit-monday': addDays(easter, 50),
    'unity-day': `${year}-10-03`,
    'reformation-day': `${year}-10-31`,
    'day-of-repentance': wednesdayBefore(`${year}-11-23`),
    'christmas-day': `${year}-12-25`,
    'second-christmas-day': `${year}-12-26`,
  }
}

function wednesdayBefore(day: string): string {
  const before = addDays(day, -1)
  return weekday(before) === WEDNESDAY ? before : wednesdayBefore(before)
}

/** Easter Sunday by the rule of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterOf(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const moon = Math.floor((century + 8) / 25)
  const epact =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - moon + 1) / 3) + 15) % 30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451)
  const days = epact + sunday - 7 * late + 114
  const month = Math.floor(days / 31)
  return `${year}-${String(month).padStart(2, '0')}-${String((days % 31) + 1).padStart(2, '0')}`
}

/** Monday to Friday, unless it is a holiday. */
export function isWorkingDay(day: string): boolean {
  return weekday(day) <= FRIDAY && holidayOn(day) === undefined
}

/** The working day that is so many working days after this day. */
export function addWorkingDays(day: string, count: number): string {
  let reached = day
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1)
    if (isWorkingDay(reached)) left -= 1
  }
  return reached
}
