// When somebody is busy, by a file from their own calendar: beginning and end, and nothing else of it.

import { addMonths, dayOf, startOfDay, ZONE } from '#app/domain/calendar.ts'
import {
  propertiesIn,
  propertyIn,
  readCalendarFile,
  type CalendarComponent,
  type CalendarFileRefusal,
  type CalendarProperty,
} from '#app/domain/calendar-file.ts'
import { readWall, UTC, zonesOf, type Wall, type Zone } from '#app/domain/calendar-zone.ts'
import { isOwnUid } from '#app/domain/icalendar.ts'
import { readRule, recurringDays, type DayNumber, type Effort } from '#app/domain/recurrence.ts'

export type BusyTime = { startsAt: Date; endsAt: Date }

export type BusyTimeRefusal = CalendarFileRefusal

export type BusyTimes =
  | {
      ok: true
      times: BusyTime[]
      /** So many entries are not among them, because their time or their rule was not understood. */
      unread: number
    }
  | { ok: false; refusal: BusyTimeRefusal }

/** From today on for so long; what is later can be uploaded later. */
const MONTHS_AHEAD = 12
/** About twenty a day, on every working day. */
const MOST_TIMES = 5_000
/** Roughly a second of work; a full calendar of many years needs a fraction of it. */
const MOST_EFFORT = 1_000_000
const EFFORT_OF_INSTANT = 20
const EFFORT_OF_STAMP = 20
const EFFORT_OF_CHANGED = 2
const DAY_MILLISECONDS = 86_400_000
const DAY_SECONDS = 86_400

/** The times that are taken in the next twelve months, merged where they overlap; entries of our own are left out. */
export function readBusyTimes(text: string, now: Date): BusyTimes {
  const file = readCalendarFile(text)
  if (!file.ok) return file
  const reading = readingOf(file.components, now)
  const events = file.components.filter((one) => one.kind === 'VEVENT' && !isOwnUid(uidOf(one)))
  const changed = changedInstances(events, reading)
  const times: BusyTime[] = []
  let unread = 0
  for (const event of events) {
    const busy = timesOf(event, changed.get(uidOf(event)) ?? [], reading)
    if (!busy) unread += 1
    for (const time of busy ?? []) times.push(time)
    if (reading.effort.left < 0 || times.length > MOST_TIMES * 4) return { ok: false, refusal: 'too-much' }
  }
  for (const part of file.components.filter(({ kind }) => kind === 'VFREEBUSY')) {
    for (const time of freeBusyTimes(part, reading)) times.push(time)
  }
  const merged = mergedTimes(times, reading)
  if (reading.effort.left < 0 || merged.length > MOST_TIMES) return { ok: false, refusal: 'too-much' }
  return { ok: true, times: merged, unread }
}

type Reading = {
  /** Milliseconds between which anything is of interest, and the days around them. */
  begins: number
  ends: number
  from: DayNumber
  until: DayNumber
  effort: Effort
  zone: (name: string) => Zone | undefined
}

function readingOf(components: readonly CalendarComponent[], now: Date): Reading {
  const [begins, ends] = [now.getTime(), startOfDay(addMonths(dayOf(now), MONTHS_AHEAD)).getTime()]
  // Zones differ by less than a day from ours.
  const from = Math.floor(begins / DAY_MILLISECONDS) - 1
  const until = Math.ceil(ends / DAY_MILLISECONDS) + 1
  const effort = { left: MOST_EFFORT }
  return { begins, ends, from, until, effort, zone: zonesOf(components, { from, until }, effort) }
}

/** When something is, on the clock of its zone; whole days where it has no time. */
type Stamp = Wall & { zone: Zone; zoneName: string; isDay: boolean }

const uidOf = (event: CalendarComponent) => propertyIn(event, 'UID')?.value ?? ''

/** What has no zone is meant where one is: with us. */
function stampOf(text: string, { parameters }: Pick<CalendarProperty, 'parameters'>, reading: Reading) {
  reading.effort.left -= EFFORT_OF_STAMP
  if (reading.effort.left < 0) return undefined
  const wall = readWall(text)
  const isDay = !text.includes('T')
  const zoneName = text.endsWith('Z') ? 'UTC' : isDay ? ZONE : (parameters.TZID ?? ZONE)
  const zone = zoneName === 'UTC' ? UTC : reading.zone(zoneName)
  return wall && zone && { ...wall, zone, zoneName, isDay }
}

function instantOf({ zone, day, seconds }: Stamp, { effort }: Reading): number {
  if (zone !== UTC) effort.left -= EFFORT_OF_INSTANT
  return effort.left < 0 ? 0 : zone({ day, seconds })
}

const stampsOf = (properties: readonly CalendarProperty[], reading: Reading) =>
  properties.flatMap((property) =>
    property.value.split(',').map((text) => stampOf(text.trim(), property, reading)),
  )

/** Dates of a series that an entry of their own replaces, by the UID of the series. */
function changedInstances(events: readonly CalendarComponent[], reading: Reading): Map<string, Stamp[]> {
  const changed = new Map<string, Stamp[]>()
  for (const event of events) {
    const property = propertyIn(event, 'RECURRENCE-ID')
    const stamp = property && stampOf(property.value, property, reading)
    if (!stamp) continue
    const before = changed.get(uidOf(event))
    if (before) before.push(stamp)
    else changed.set(uidOf(event), [stamp])
  }
  return changed
}

/** Undefined for an entry that is not understood; none for one that leaves its time free. */
function timesOf(
  event: CalendarComponent,
  changed: readonly Stamp[],
  reading: Reading,
): BusyTime[] | undefined {
  if (isFree(event)) return []
  const property = propertyIn(event, 'DTSTART')
  const start = property && stampOf(property.value, property, reading)
  const seconds = start && lengthOf(event, start, reading)
  if (!start || seconds === undefined) return undefined
  if (seconds <= 0) return []
  const starts = startsOf(event, start, { changed, days: Math.ceil(seconds / DAY_SECONDS) }, reading)
  return starts?.flatMap((one) => {
    const startsAt = instantOf(one, reading)
    const end = one.seconds + seconds
    const endsAt = instantOf(
      { ...one, day: one.day + Math.floor(end / DAY_SECONDS), seconds: end % DAY_SECONDS },
      reading,
    )
    return startsAt < endsAt ? [{ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }] : []
  })
}

/** Entries are busy unless they say otherwise, those of whole days too (RFC 5545, 3.8.2.7). */
function isFree(event: CalendarComponent): boolean {
  const says = (name: string) => propertyIn(event, name)?.value.toUpperCase()
  return (
    says('TRANSP') === 'TRANSPARENT' ||
    says('STATUS') === 'CANCELLED' ||
    says('X-MICROSOFT-CDO-BUSYSTATUS') === 'FREE'
  )
}

/** In seconds on the clock; an entry of days without an end is one day long, another one takes no time. */
function lengthOf(event: CalendarComponent, start: Stamp, reading: Reading): number | undefined {
  const [end, duration] = [propertyIn(event, 'DTEND'), propertyIn(event, 'DURATION')]
  if (!end) return duration ? durationIn(duration.value) : start.isDay ? DAY_SECONDS : 0
  const stamp = stampOf(end.value, end, reading)
  if (!stamp) return undefined
  if (stamp.zoneName !== start.zoneName)
    return Math.round((instantOf(stamp, reading) - instantOf(start, reading)) / 1_000)
  const seconds = (stamp.day - start.day) * DAY_SECONDS + stamp.seconds - start.seconds
  return start.isDay ? Math.max(DAY_SECONDS, seconds) : seconds
}

/** "PT1H30M", "P2D", "P1W", in seconds. */
function durationIn(text: string): number | undefined {
  const [whole, ...parts] =
    /^\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/.exec(text) ?? []
  if (whole === undefined) return undefined
  const units = [7 * DAY_SECONDS, DAY_SECONDS, 3_600, 60, 1]
  return units.reduce((sum, unit, nth) => sum + unit * Number(parts[nth] ?? 0), 0)
}

/** When an entry begins that matters: once, or as often as its series says, without what is left out of it. */
function startsOf(
  event: CalendarComponent,
  start: Stamp,
  { changed, days }: { changed: readonly Stamp[]; days: number },
  reading: Reading,
): Stamp[] | undefined {
  const isNear = ({ day }: Stamp) => day >= reading.from - days && day <= reading.until
  const text = propertyIn(event, 'RRULE')?.value
  const added = stampsOf(propertiesIn(event, 'RDATE'), reading)
  if (propertyIn(event, 'EXRULE') || added.some((one) => !one)) return undefined
  const isSeries = text !== undefined || added.length > 0
  if (propertyIn(event, 'RECURRENCE-ID') || !isSeries) return [start].filter(isNear)
  const ruled = text === undefined ? [start] : ruledStarts(text, start, days, reading)
  reading.effort.left -= changed.length * EFFORT_OF_CHANGED
  if (reading.effort.left < 0) return undefined
  const without = [...stampsOf(propertiesIn(event, 'EXDATE'), reading), ...changed]
  if (!ruled || without.some((one) => !one)) return undefined
  const isLeftOut = leftOut(
    without.filter((one) => one !== undefined && isNear(one)) as Stamp[],
    start,
    reading,
  )
  return [...ruled, ...(added as Stamp[])].filter((one) => isNear(one) && !isLeftOut(one))
}

function ruledStarts(text: string, start: Stamp, days: number, reading: Reading): Stamp[] | undefined {
  const rule = readRule(text)
  if (!rule) return undefined
  const until =
    rule.until === null ? undefined : stampOf(rule.until, { parameters: { TZID: start.zoneName } }, reading)
  const last = until ? Math.min(reading.until, until.day + 1) : reading.until
  const between = { from: reading.from - days, until: last }
  const starts = [...recurringDays(rule, start.day, between, reading.effort)].map((day) => ({
    ...start,
    day,
  }))
  if (!until) return starts
  if (until.isDay || start.isDay) return starts.filter(({ day }) => day <= dayIn(until))
  const end = instantOf(until, reading)
  return starts.filter((one) => instantOf(one, reading) <= end)
}

/** The day with us: a series of whole days may say its end in UTC. */
function dayIn({ isDay, zone, day, seconds }: Stamp): DayNumber {
  if (isDay || zone !== UTC) return day
  return readWall(dayOf(new Date(UTC({ day, seconds }))).replaceAll('-', ''))?.day ?? day
}

/** Whether a date of a series is one of these, written in the same zone, in another one, or as a day. */
function leftOut(dates: readonly Stamp[], start: Stamp, reading: Reading): (one: Stamp) => boolean {
  if (dates.length === 0) return () => false
  const wallOf = ({ day, seconds }: Wall) => day * DAY_SECONDS + seconds
  const isSame = ({ zoneName, isDay }: Stamp) => zoneName === start.zoneName && isDay === start.isDay
  const days = new Set(dates.filter(({ isDay }) => isDay).map(({ day }) => day))
  const walls = new Set(dates.filter(isSame).map(wallOf))
  const others = dates.filter((one) => !isSame(one) && !one.isDay)
  const instants = new Set(others.map((one) => instantOf(one, reading)))
  return (one) =>
    days.has(one.day) ||
    walls.has(wallOf(one)) ||
    (instants.size > 0 && instants.has(instantOf(one, reading)))
}

/** What calendars write that hand out no entries at all: "FREEBUSY;FBTYPE=BUSY:20260603T070000Z/PT1H". */
function freeBusyTimes(part: CalendarComponent, reading: Reading): BusyTime[] {
  const busy = propertiesIn(part, 'FREEBUSY').filter(({ parameters }) => parameters.FBTYPE !== 'FREE')
  return busy.flatMap((property) =>
    property.value.split(',').flatMap((period) => {
      const [from = '', to = ''] = period.trim().split('/')
      const [start, end] = [stampOf(from, property, reading), stampOf(to, property, reading)]
      if (!start) return []
      const startsAt = instantOf(start, reading)
      const endsAt = end ? instantOf(end, reading) : startsAt + (durationIn(to) ?? 0) * 1_000
      return startsAt < endsAt ? [{ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }] : []
    }),
  )
}

/** Within the months of interest; two that overlap are one, so that nobody can count appointments. */
function mergedTimes(times: readonly BusyTime[], { begins, ends }: Reading): BusyTime[] {
  const today = startOfDay(dayOf(new Date(begins))).getTime()
  const within = times
    .map(
      ({ startsAt, endsAt }) =>
        [Math.max(startsAt.getTime(), today), Math.min(endsAt.getTime(), ends)] as const,
    )
    .filter(([start, end]) => start < end && end > begins)
    .sort(([a], [b]) => a - b)
  const merged: [number, number][] = []
  for (const [start, end] of within) {
    const last = merged.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged.map(([start, end]) => ({ startsAt: new Date(start), endsAt: new Date(end) }))
}

/** The first of these times that lies in one of the meetings. */
export function busyIn(
  times: readonly BusyTime[],
  meetings: readonly { startsAt: Date; endsAt: Date }[],
): BusyTime | undefined {
  return times.find(({ startsAt, endsAt }) =>
    meetings.some((meeting) => startsAt < meeting.endsAt && meeting.startsAt < endsAt),
  )
}
