// Days and times in Europe/Berlin, through Temporal and never by hand: two days a year have 23 or 25 hours.

import { Temporal } from 'temporal-polyfill'

export const ZONE = 'Europe/Berlin'
export const UNIT_MINUTES = 45

export type WallTime =
  { ok: true; instant: Date; ambiguous: boolean } | { ok: false; problem: 'invalid' | 'gap' }

/**
 * The instant of a wall time in Berlin. A time in the hour that spring leaves out does not exist ('gap').
 * In the doubled hour of autumn the first one is taken and `ambiguous` says so.
 */
export function instantOf(day: string, time: string): WallTime {
  const wall = wallTime(day, time)
  if (!wall) return { ok: false, problem: 'invalid' }
  const earlier = wall.toZonedDateTime(ZONE, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(ZONE, { disambiguation: 'later' })
  const ambiguous = earlier.epochMilliseconds !== later.epochMilliseconds
  if (ambiguous && !earlier.toPlainDateTime().equals(wall)) return { ok: false, problem: 'gap' }
  return { ok: true, instant: new Date(earlier.epochMilliseconds), ambiguous }
}

function wallTime(day: string, time: string): Temporal.PlainDateTime | undefined {
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined
  return Temporal.PlainDateTime.from(`${day}T${time}`)
}

/** Whether a text is a day that exists, written 'YYYY-MM-DD', between 1990 and 2199. */
export function isDay(text: string): boolean {
  if (!/^(199\d|2[01]\d\d)-\d\d-\d\d$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

function zoned(instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE)
}

/** The calendar day in Berlin, 'YYYY-MM-DD'. */
export function dayOf(instant: Date): string {
  return zoned(instant).toPlainDate().toString()
}

/** The wall time in Berlin, 'HH:MM'. */
export function timeOf(instant: Date): string {
  return zoned(instant).toPlainTime().toString({ smallestUnit: 'minute' })
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, until: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), { largestUnit: 'days' }).days
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/** The first moment of a day in Berlin. */
export function startOfDay(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(ZONE).epochMilliseconds)
}

/** The last minute of a day in Berlin, as deadlines mean it. */
export function endOfDay(day: string): Date {
  return new Date(startOfDay(addDays(day, 1)).getTime() - 60_000)
}

/** How many teaching units of 45 minutes fit between two times, at least one; breaks count as teaching. */
export function unitsBetween(start: Date, end: Date): number {
  return Math.max(1, Math.floor((end.getTime() - start.getTime()) / 60_000 / UNIT_MINUTES))
}
