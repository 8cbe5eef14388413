// Numbers, days and times as people write them. Wall time is Europe/Berlin wherever the server stands.

import { dayOf, endOfDay } from '#app/domain/calendar.ts'
import { inPercent } from '#app/domain/indicator.ts'
import type { Locale } from '#app/domain/locale.ts'

const TAGS: Record<Locale, string> = { de: 'de-DE', en: 'en-GB' }
const NON_BREAKING_SPACE = '\u00a0'

/** Formatters are dear to make and keep no state, so each is made once per language. */
function once<T>(make: (tag: string) => T): (locale: Locale) => T {
  const made = new Map<Locale, T>()
  return (locale) => {
    const known = made.get(locale) ?? make(TAGS[locale])
    made.set(locale, known)
    return known
  }
}

const dates = (options: Intl.DateTimeFormatOptions) => once((tag) => new Intl.DateTimeFormat(tag, options))

// A calendar day has no time zone: it is read and written in UTC, so that no clock can move it.
const longDay = dates({ timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
const shortDay = dates({ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
const numericDay = dates({ timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' })
const shortMonth = dates({ timeZone: 'UTC', month: 'short', year: 'numeric' })
const longMonth = dates({ timeZone: 'UTC', month: 'long', year: 'numeric' })

const longDate = dates({ timeZone: 'Europe/Berlin', day: 'numeric', month: 'long', year: 'numeric' })
const shortDate = dates({
  timeZone: 'Europe/Berlin',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})
const clock = dates({ timeZone: 'Europe/Berlin', hour: 'numeric', minute: '2-digit' })

const MOST_DIGITS = 3
const numbers = [0, 1, 2, 3].map((digits) =>
  once((tag) => new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits })),
)
const conjunction = once((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }))

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** "3. Dezember 2026"; `day` is 'YYYY-MM-DD'. */
export function formatDay(day: string, locale: Locale): string {
  return longDay(locale).format(midnight(day))
}

/** "Do., 3. Dez. 2026"; `day` is 'YYYY-MM-DD'. */
export function formatShortDay(day: string, locale: Locale): string {
  return shortDay(locale).format(midnight(day))
}

/** "03.12.2026", for columns in which days stand under one another; `day` is 'YYYY-MM-DD'. */
export function formatNumericDay(day: string, locale: Locale): string {
  return numericDay(locale).format(midnight(day))
}

/** "Dez. 2026"; `day` is 'YYYY-MM-DD'. */
export function formatMonth(day: string, locale: Locale): string {
  return shortMonth(locale).format(midnight(day))
}

/** "Dezember 2026"; `day` is 'YYYY-MM-DD'. */
export function formatMonthName(day: string, locale: Locale): string {
  return longMonth(locale).format(midnight(day))
}

/** "9:00", without the word "Uhr". */
export function formatTime(instant: Date, locale: Locale): string {
  return clock(locale).format(instant)
}

/** "3. Dezember 2026, 9:00 Uhr". */
export function formatDateTime(instant: Date, locale: Locale): string {
  return `${longDate(locale).format(instant)}, ${withUnit(formatTime(instant, locale), locale)}`
}

/** "7. Dezember 2026" when the whole day still counts, otherwise "7. Dezember 2026, 9:00 Uhr". */
export function formatDeadline(instant: Date, locale: Locale): string {
  const isWholeDay = endOfDay(dayOf(instant)).getTime() === instant.getTime()
  return isWholeDay ? longDate(locale).format(instant) : formatDateTime(instant, locale)
}

/** "9:00–12:00 Uhr", where the day is known. */
export function formatTimes(start: Date, end: Date, locale: Locale): string {
  return withUnit(`${formatTime(start, locale)}–${formatTime(end, locale)}`, locale)
}

/** "Do., 3. Dez. 2026, 9:00–12:00 Uhr"; across midnight both days are named. */
export function formatTimeRange(start: Date, end: Date, locale: Locale): string {
  const [from, until] = [shortDate(locale).format(start), shortDate(locale).format(end)]
  const [opens, closes] = [formatTime(start, locale), formatTime(end, locale)]
  if (from === until) return `${from}, ${formatTimes(start, end, locale)}`
  return `${from}, ${withUnit(opens, locale)} – ${until}, ${withUnit(closes, locale)}`
}

/** "15 Minuten", "eine Stunde", "2 Tage": in the largest unit that it fills without a rest. */
export function formatDuration(minutes: number, locale: Locale): string {
  const unit =
    minutes > 0 && minutes % MINUTES.day === 0
      ? 'day'
      : minutes > 0 && minutes % MINUTES.hour === 0
        ? 'hour'
        : 'minute'
  const amount = minutes / MINUTES[unit]
  const { one, many } = DURATIONS[locale][unit]
  return amount === 1 ? one : `${formatNumber(amount, locale)} ${many}`
}

const MINUTES = { day: 1_440, hour: 60, minute: 1 }
const DURATIONS: Record<Locale, Record<keyof typeof MINUTES, { one: string; many: string }>> = {
  de: {
    day: { one: 'einen Tag', many: 'Tage' },
    hour: { one: 'eine Stunde', many: 'Stunden' },
    minute: { one: 'eine Minute', many: 'Minuten' },
  },
  en: {
    day: { one: 'a day', many: 'days' },
    hour: { one: 'an hour', many: 'hours' },
    minute: { one: 'a minute', many: 'minutes' },
  },
}

function withUnit(time: string, locale: Locale): string {
  return locale === 'de' ? `${time}${NON_BREAKING_SPACE}Uhr` : time
}

/** "1.234" or, with `digits`, "1.234,50". */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  return numberFormat(digits)(locale).format(value)
}

/** "71,4 %" from 0.714; the share is between 0 and 1 and unrounded. */
export function formatPercent(share: number, locale: Locale, digits = 1): string {
  const sign = locale === 'de' ? `${NON_BREAKING_SPACE}%` : '%'
  return `${formatNumber(inPercent(share), locale, digits)}${sign}`
}

/** "60 %", "62,5 %" from 60 and 62.5 per cent: what somebody has set, without decimals that nobody has said. */
export function formatSetPercent(percent: number, locale: Locale): string {
  const digits = [0, 1].find((count) => Number(percent.toFixed(count)) === percent) ?? 2
  return formatPercent(percent / 100, locale, digits)
}

/** "63,8 bis 78,0 %": from one share to another, with one sign at the end. */
export function formatPercentRange(lower: number, upper: number, locale: Locale): string {
  const to = locale === 'de' ? 'bis' : 'to'
  return `${formatNumber(inPercent(lower), locale, 1)} ${to} ${formatPercent(upper, locale)}`
}

/** "14 von 28". */
export function outOf(part: number, whole: number, locale: Locale): string {
  return `${formatNumber(part, locale)} ${locale === 'de' ? 'von' : 'of'} ${formatNumber(whole, locale)}`
}

/** "Anna, Bernd und Cem". */
export function formatList(words: readonly string[], locale: Locale): string {
  return conjunction(locale).format(words)
}

function numberFormat(digits: number): (locale: Locale) => Intl.NumberFormat {
  const known = numbers[digits]
  if (!known) throw new RangeError(`A number is written with at most ${MOST_DIGITS} decimals, not ${digits}`)
  return known
}

const KILOBYTE = 1024
const MEGABYTE = KILOBYTE * KILOBYTE

/** "340 kB", "2,4 MB"; what is less than a kilobyte is one. */
export function formatSize(bytes: number, locale: Locale): string {
  if (bytes < MEGABYTE)
    return `${formatNumber(Math.max(1, Math.round(bytes / KILOBYTE)), locale)}${NON_BREAKING_SPACE}kB`
  const digits = bytes < 10 * MEGABYTE ? 1 : 0
  return `${formatNumber(bytes / MEGABYTE, locale, digits)}${NON_BREAKING_SPACE}MB`
}
