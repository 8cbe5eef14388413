// Which instant a wall time of a calendar file is: by the name of its zone, as Outlook and others write it, or by what
// the file itself says about it (VTIMEZONE).

import { Temporal } from 'temporal-polyfill'
import { propertyIn, type CalendarComponent } from '#app/domain/calendar-file.ts'
import { dayNumber, readRule, recurringDays, type DayNumber, type Effort } from '#app/domain/recurrence.ts'

/** A wall time: the day, and the seconds of that day. */
export type Wall = { day: DayNumber; seconds: number }

/** Milliseconds since 1970, of a wall time in one zone. */
export type Zone = (wall: Wall) => number

const DAY_SECONDS = 86_400

/** Half past two in spring counts from before the change, in autumn it is the first of two (RFC 5545, 3.3.5). */
function namedZone(name: string): Zone {
  return ({ day, seconds }) =>
    Temporal.Instant.fromEpochMilliseconds((day * DAY_SECONDS + seconds) * 1_000)
      .toZonedDateTimeISO('UTC')
      .toPlainDateTime()
      .toZonedDateTime(name).epochMilliseconds
}

export const UTC: Zone = ({ day, seconds }) => (day * DAY_SECONDS + seconds) * 1_000

/** What Windows calls the zones from which the people of a town hall could have an appointment. */
const WINDOWS_NAMES: Record<string, string> = {
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'Romance Standard Time': 'Europe/Paris',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'FLE Standard Time': 'Europe/Kiev',
  'GTB Standard Time': 'Europe/Bucharest',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Russian Standard Time': 'Europe/Moscow',
  'Israel Standard Time': 'Asia/Jerusalem',
  'India Standard Time': 'Asia/Kolkata',
  'China Standard Time': 'Asia/Shanghai',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'Pacific Standard Time': 'America/Los_Angeles',
  'tzone://Microsoft/Utc': 'UTC',
}

/** The zones of one file; `between` are the days for which anybody will ask. */
export function zonesOf(
  components: readonly CalendarComponent[],
  between: { from: DayNumber; until: DayNumber },
  effort: Effort,
): (name: string) => Zone | undefined {
  const described = new Map<string, CalendarComponent>()
  for (const zone of components.filter(({ kind }) => kind === 'VTIMEZONE')) {
    const name = plain(propertyIn(zone, 'TZID')?.value ?? '')
    if (!described.has(name)) described.set(name, zone)
  }
  const zones = new Map<string, Zone | undefined>()
  return (name) => {
    if (!zones.has(name)) {
      const own = described.get(plain(name))
      const known = knownName(name) ?? knownName((own && propertyIn(own, 'X-LIC-LOCATION')?.value) ?? '')
      zones.set(name, known ? namedZone(known) : own && describedZone(own, between, effort))
    }
    return zones.get(name)
  }
}

/** Outlook names its zones by cities, and writes the commas between them in two ways. */
const plain = (name: string) => name.replaceAll('\\', '')

/** Also of names that carry where they come from: '/mozilla.org/20070129_1/Europe/Berlin'. */
function knownName(name: string): string | undefined {
  const windows = Object.hasOwn(WINDOWS_NAMES, name) ? WINDOWS_NAMES[name] : undefined
  const last = name.startsWith('/') ? name.split('/').slice(-2).join('/') : name
  return [windows, last].find((each) => each !== undefined && isZoneName(each))
}

function isZoneName(name: string): boolean {
  if (!/^([A-Z][A-Za-z_]+(\/[A-Z][A-Za-z_-]+){1,2}|UTC)$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('de', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Four years have eight changes; a few more where a law has changed. */
const MOST_ONSETS = 40

/** From when on which offset holds, in wall time before the change. */
type Onset = { at: number; before: number; after: number }

/** The changes of a zone, as a file describes them; undefined where it does not. */
function describedZone(
  zone: CalendarComponent,
  { from, until }: { from: DayNumber; until: DayNumber },
  effort: Effort,
): Zone | undefined {
  const onsets: Onset[] = []
  for (const part of zone.children) {
    onsets.push(...onsetsOf(part, { from: from - 2 * 366, until: until + 1 }, effort))
    if (onsets.length > MOST_ONSETS) return undefined
  }
  onsets.sort((a, b) => a.at - b.at)
  const [first] = onsets
  if (!first) return undefined
  return ({ day, seconds }) => {
    const wall = day * DAY_SECONDS + seconds
    const last = onsets.filter(({ at }) => at <= wall).at(-1)
    const isGap = last && wall < last.at + last.after - last.before
    const offset = last && !isGap ? last.after : (last ?? first).before
    return (wall - offset) * 1_000
  }
}

function onsetsOf(
  part: CalendarComponent,
  between: { from: DayNumber; until: DayNumber },
  effort: Effort,
): Onset[] {
  const start = readWall(propertyIn(part, 'DTSTART')?.value ?? '')
  const before = offsetIn(propertyIn(part, 'TZOFFSETFROM')?.value ?? '')
  const after = offsetIn(propertyIn(part, 'TZOFFSETTO')?.value ?? '')
  if (!start || before === undefined || after === undefined) return []
  const text = propertyIn(part, 'RRULE')?.value
  const rule = text === undefined ? undefined : readRule(text)
  if (text !== undefined && !rule) return []
  const last = rule?.until ? (readWall(rule.until)?.day ?? between.until) : between.until
  const until = Math.min(last, between.until)
  const days = rule ? [...recurringDays(rule, start.day, { from: between.from, until }, effort)] : [start.day]
  return days.map((day) => ({ at: day * DAY_SECONDS + start.seconds, before, after }))
}

/** "+0100", "-033000", in seconds. */
function offsetIn(text: string): number | undefined {
  const [, sign, hours, minutes, seconds = '0'] = /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(text) ?? []
  if (sign === undefined) return undefined
  const size = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
  return sign === '-' ? -size : size
}

/** '20260603T090000' or '20260603', with or without the Z of UTC; undefined for what is no time. */
export function readWall(text: string): Wall | undefined {
  const [, year, month, date, , hour = '0', minute = '0', second = '0'] =
    /^(\d{4})(\d\d)(\d\d)(T(\d\d)(\d\d)(\d\d)Z?)?$/.exec(text) ?? []
  if (year === undefined || Number(year) < 1600 || Number(year) > 2300) return undefined
  const [y, m, d] = [Number(year), Number(month), Number(date)]
  const day = dayNumber(y, m, d)
  const isReal = m >= 1 && m <= 12 && d >= 1 && day < dayNumber(y, m + 1, 1)
  const isTime = Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 60
  if (!isReal || !isTime) return undefined
  return { day, seconds: Number(hour) * 3_600 + Number(minute) * 60 + Math.min(59, Number(second)) }
}
