// Rules of repetition (RFC 5545, 3.3.10) as calendars of offices write them: daily to yearly. A rule is followed period
// by period and only as far as it is asked for, so that none can go on for ever.

const DAY_MILLISECONDS = 86_400_000

/** A calendar day as the number of days since 1 January 1970: what is counted must be quick to count. */
export type DayNumber = number

export function dayNumber(year: number, month: number, day: number): DayNumber {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MILLISECONDS)
}

function partsOf(day: DayNumber) {
  const date = new Date(day * DAY_MILLISECONDS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() }
}

const daysIn = (year: number, month: number) => dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)
/** 0 = Sunday … 6 = Saturday. */
const weekdayOf = (day: DayNumber) => (((day + 4) % 7) + 7) % 7

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const

/** A weekday, and the how many-th of its month or year; 0 for each. */
type ByDay = { weekday: number; nth: number }

export type RecurrenceRule = {
  frequency: (typeof FREQUENCIES)[number]
  interval: number
  count: number | null
  /** As it stands there: 'YYYYMMDD', or with a time. */
  until: string | null
  byDay: readonly ByDay[]
  byMonthDay: readonly number[]
  byMonth: readonly number[]
  bySetPosition: readonly number[]
  weekStart: number
}

const UNDERSTOOD = 'FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYMONTH BYSETPOS WKST'.split(' ')

/** The rule, or undefined for one that is not understood: whatever repeats within a day is among them. */
export function readRule(text: string): RecurrenceRule | undefined {
  const parts = new Map(
    text.split(';').map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=')
      return [name.trim().toUpperCase(), value.trim().toUpperCase()]
    }),
  )
  if ([...parts.keys()].some((name) => name !== '' && !UNDERSTOOD.includes(name))) return undefined
  const frequency = FREQUENCIES.find((each) => each === parts.get('FREQ'))
  const interval = numberIn(parts.get('INTERVAL') ?? '1', 1, 1_000)
  const count = parts.has('COUNT') ? numberIn(parts.get('COUNT'), 1, 100_000) : null
  const byDay = listIn(parts.get('BYDAY'), byDayIn)
  const byMonthDay = listIn(parts.get('BYMONTHDAY'), (each) => numberIn(each, -31, 31) || undefined)
  const byMonth = listIn(parts.get('BYMONTH'), (each) => numberIn(each, 1, 12))
  const bySetPosition = listIn(parts.get('BYSETPOS'), (each) => numberIn(each, -366, 366) || undefined)
  const weekStart = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO')
  const until = parts.get('UNTIL') ?? null
  if (!frequency || !interval || count === undefined || weekStart < 0) return undefined
  if (!byDay || !byMonthDay || !byMonth || !bySetPosition) return undefined
  if (until !== null && !/^\d{8}(T\d{6}Z?)?$/.test(until)) return undefined
  const isPlain = frequency === 'DAILY' || frequency === 'WEEKLY'
  if (isPlain && byDay.some(({ nth }) => nth !== 0)) return undefined
  return { frequency, interval, count, until, byDay, byMonthDay, byMonth, bySetPosition, weekStart }
}

function numberIn(text: string | undefined, least: number, most: number): number | undefined {
  if (!text || !/^[+-]?\d{1,6}$/.test(text)) return undefined
  const value = Number(text)
  return value >= least && value <= most ? value : undefined
}

const MOST_IN_LIST = 64

/** Empty where nothing is said, undefined where something is said that is not understood. */
function listIn<T>(text: string | undefined, read: (part: string) => T | undefined): T[] | undefined {
  if (text === undefined) return []
  const parts = text.split(',')
  if (parts.length > MOST_IN_LIST) return undefined
  const values = parts.map(read)
  return values.some((value) => value === undefined) ? undefined : (values as T[])
}

function byDayIn(text: string): ByDay | undefined {
  const [, nth = '', name = ''] = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(text) ?? []
  const weekday = WEEKDAYS.indexOf(name)
  return weekday < 0 ? undefined : { weekday, nth: Number(nth) }
}

/** How much may still be looked at, for a whole file together; below zero it was too much. */
export type Effort = { left: number }

const EFFORT_OF = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }

/** The days between two (both included) on which something that began on `start` happens again, in order. */
export function* recurringDays(
  rule: RecurrenceRule,
  start: DayNumber,
  { from, until }: { from: DayNumber; until: DayNumber },
  effort: Effort,
): Generator<DayNumber> {
  // What is counted has to be followed from its beginning.
  const first = rule.count === null && from > start ? periodOf(rule, start, from) : 0
  let [counted, period] = [0, Math.max(0, first)]
  for (; ; period += 1) {
    const begins = beginOf(rule, start, period)
    if (begins > until) return
    const days = daysInPeriod(rule, start, begins)
    effort.left -= EFFORT_OF[rule.frequency]
    if (effort.left < 0) return
    for (const day of days) {
      if (day < start) continue
      if (day > until) return
      counted += 1
      if (day >= from) yield day
      if (counted === rule.count) return
    }
  }
}

/** The number of the period in which a day lies, or of one before it. */
function periodOf({ frequency, interval, weekStart }: RecurrenceRule, start: DayNumber, day: DayNumber) {
  const [one, other] = [partsOf(start), partsOf(day)]
  const between = {
    DAILY: day - start,
    WEEKLY: (weekOf(day, weekStart) - weekOf(start, weekStart)) / 7,
    MONTHLY: (other.year - one.year) * 12 + other.month - one.month,
    YEARLY: other.year - one.year,
  }
  return Math.floor(between[frequency] / interval)
}

function beginOf({ frequency, interval, weekStart }: RecurrenceRule, start: DayNumber, period: number) {
  const { year, month } = partsOf(start)
  const steps = interval * period
  if (frequency === 'DAILY') return start + steps
  if (frequency === 'WEEKLY') return weekOf(start, weekStart) + steps * 7
  return frequency === 'MONTHLY' ? dayNumber(year, month + steps, 1) : dayNumber(year + steps, 1, 1)
}

const weekOf = (day: DayNumber, weekStart: number) => day - ((weekdayOf(day) - weekStart + 7) % 7)

/** All days of the period that begins on this day, in order. */
function daysInPeriod(rule: RecurrenceRule, start: DayNumber, begins: DayNumber): DayNumber[] {
  const { bySetPosition } = rule
  const days = candidates(rule, start, begins)
  if (bySetPosition.length === 0) return days
  const chosen = bySetPosition.map((nth) => days.at(nth > 0 ? nth - 1 : nth))
  return [...new Set(chosen.filter((day) => day !== undefined))].sort((a, b) => a - b)
}

function candidates(rule: RecurrenceRule, start: DayNumber, begins: DayNumber): DayNumber[] {
  const { frequency, byDay, byMonthDay, byMonth } = rule
  const { year, month } = partsOf(begins)
  if (frequency === 'DAILY') return [begins].filter((day) => isMeant(rule, day))
  if (frequency === 'WEEKLY') {
    const weekdays = byDay.length > 0 ? byDay.map(({ weekday }) => weekday) : [weekdayOf(start)]
    const week = [0, 1, 2, 3, 4, 5, 6].map((nth) => begins + nth)
    return week.filter((day) => weekdays.includes(weekdayOf(day)) && isMeant({ ...rule, byDay: [] }, day))
  }
  if (frequency === 'MONTHLY')
    return byMonth.length > 0 && !byMonth.includes(month) ? [] : inMonth(rule, start, year, month)
  const namesDays = byDay.length > 0 || byMonthDay.length > 0
  if (byDay.length > 0 && byMonthDay.length === 0 && byMonth.length === 0) {
    return weekdaysBetween(byDay, begins, dayNumber(year + 1, 1, 1))
  }
  const usual = namesDays ? ALL_MONTHS : [partsOf(start).month]
  const months = byMonth.length > 0 ? ALL_MONTHS.filter((each) => byMonth.includes(each)) : usual
  return months.flatMap((each) => inMonth(rule, start, year, each))
}

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** What a rule says of single days, each for itself. */
function isMeant({ byDay, byMonthDay, byMonth }: RecurrenceRule, day: DayNumber): boolean {
  const { year, month, date } = partsOf(day)
  const fromEnd = date - daysIn(year, month) - 1
  return (
    (byMonth.length === 0 || byMonth.includes(month)) &&
    (byMonthDay.length === 0 || byMonthDay.includes(date) || byMonthDay.includes(fromEnd)) &&
    (byDay.length === 0 || byDay.some(({ weekday }) => weekday === weekdayOf(day)))
  )
}

function inMonth(rule: RecurrenceRule, start: DayNumber, year: number, month: number): DayNumber[] {
  const [begins, ends] = [dayNumber(year, month, 1), dayNumber(year, month + 1, 1)]
  const { byDay, byMonthDay } = rule
  if (byDay.length === 0 && byMonthDay.length === 0) {
    const { date } = partsOf(start)
    return date <= ends - begins ? [begins + date - 1] : []
  }
  const days = byDay.length > 0 ? weekdaysBetween(byDay, begins, ends) : daysBetween(begins, ends)
  return days.filter((day) => isMeant({ ...rule, byDay: [], byMonth: [] }, day))
}

const daysBetween = (begins: DayNumber, ends: DayNumber) =>
  Array.from({ length: ends - begins }, (_, nth) => begins + nth)

/** Each of these weekdays of a month or year, or the how many-th of them. */
function weekdaysBetween(byDay: readonly ByDay[], begins: DayNumber, ends: DayNumber): DayNumber[] {
  const chosen = byDay.flatMap(({ weekday, nth }) => {
    const first = begins + ((weekday - weekdayOf(begins) + 7) % 7)
    const all = daysBetween(0, Math.ceil((ends - first) / 7)).map((week) => first + week * 7)
    if (nth === 0) return all
    return all.at(nth > 0 ? nth - 1 : nth) ?? []
  })
  return [...new Set(chosen)].sort((a, b) => a - b)
}
