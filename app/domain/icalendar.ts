// Entries for calendars, after RFC 5545 and 5546: lines, folding, escaping, and what each client needs to keep one
// entry for one meeting, whatever happens to it.

import { dayOf, instantOf, timeOf, ZONE } from '#app/domain/calendar.ts'

export type EventStatus = 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'

type Party = { name: string; email: string }

export type CalendarEvent = {
  /** Of the meeting, for its whole life: by it a calendar finds the entry again. */
  uid: string
  /** Rises with each change; a calendar ignores what is older than what it has. */
  sequence: number
  startsAt: Date
  endsAt: Date
  summary: string
  description: string
  location: string | null
  url: string
  status: EventStatus
  /** Both or neither: who invites and who is invited. */
  between?: { organizer: Party; attendee: Party }
}

/** PUBLISH is for looking at; REQUEST and CANCEL come by mail and change the entry of the person they are sent to. */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL'

export type Calendar = {
  /** Without one it is a feed, which calendars fetch again by themselves. */
  method?: CalendarMethod
  /** The name under which a feed appears among the calendars of a person. */
  name?: string
  events: readonly CalendarEvent[]
}

const PRODUCT = '-//Lernkreis//Lernkreis//DE'
/** How often a feed is worth asking for. */
const REFRESH = 'PT6H'

/** Of a meeting: an id of our own is unique in the world, and says nothing about the machine or the district. */
export function uidOf(meetingId: string): string {
  return `${meetingId}${OF_OURS}`
}

/** Whether an entry of a calendar came from here. */
export const isOwnUid = (uid: string) => uid.endsWith(OF_OURS)

const OF_OURS = '@lernkreis'

/**
 * The sequence of the next message about a meeting to a person: higher than the last one they got, and never lower
 * than what anybody can have downloaded of this version of the workshop.
 */
export function nextSequence(last: number | undefined, workshopVersion: number): number {
  return last === undefined ? workshopVersion - 1 : Math.max(last + 1, workshopVersion - 1)
}

/** The sequence in downloads and feeds: what the person's calendar has by now, or the version of the workshop. */
export function currentSequence(last: number | undefined, workshopVersion: number): number {
  return Math.max(last ?? 0, workshopVersion - 1)
}

/** The whole file. `now` is when it was made. */
export function calendarText({ method, name, events }: Calendar, now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    ...(method
      ? [`METHOD:${method}`]
      : [`REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`, `X-PUBLISHED-TTL:${REFRESH}`]),
    ...(name === undefined ? [] : [`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`]),
    ...TIME_ZONE,
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** Summer time from the last Sunday of March at 2 until the last Sunday of October at 3, as it has been since 1996. */
const TIME_ZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'TZNAME:CEST',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:CET',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

function eventLines(event: CalendarEvent, now: Date): string[] {
  const { uid, sequence, summary, description, location, url, status, between } = event
  const stamp = hasOneWallTime(event.startsAt) && hasOneWallTime(event.endsAt) ? zonedStamp : utcStamp
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART${stamp(event.startsAt)}`,
    `DTEND${stamp(event.endsAt)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(location === null ? [] : [`LOCATION:${escaped(location)}`]),
    `URL:${url}`,
    `STATUS:${status}`,
    `TRANSP:${status === 'CONFIRMED' ? 'OPAQUE' : 'TRANSPARENT'}`,
    ...(between ? partyLines(between) : []),
    'END:VEVENT',
  ]
}

/** Whoever has a place has said yes already, so nobody is asked for an answer. */
function partyLines({ organizer, attendee }: NonNullable<CalendarEvent['between']>): string[] {
  const facts = 'CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE'
  return [
    `ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.email}`,
    `ATTENDEE;${facts};CN=${quoted(attendee.name)}:mailto:${attendee.email}`,
  ]
}

/** The hour that autumn repeats: its second half cannot be told by the clock on the wall. */
function hasOneWallTime(instant: Date): boolean {
  const wall = instantOf(dayOf(instant), timeOf(instant))
  return wall.ok && !wall.ambiguous
}

function zonedStamp(instant: Date): string {
  const [day, time] = [dayOf(instant), timeOf(instant)]
  return `;TZID=${ZONE}:${day.replaceAll('-', '')}T${time.replace(':', '')}00`
}

const utcStamp = (instant: Date) => `:${utc(instant)}`

function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

/** A text as the value of a property. What cannot be printed is left out, line breaks stay. */
export function escaped(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** A text as the value of a parameter, which knows neither quotation marks nor line breaks. */
function quoted(text: string): string {
  return `"${text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ').replaceAll('"', '\u2019')}"`
}

const MOST_OCTETS = 75
const encoder = new TextEncoder()

/** Long lines go on in the next one after a blank; no sign is torn in two. */
export function folded(line: string): string {
  let [text, octets] = ['', 0]
  for (const sign of line) {
    const size = encoder.encode(sign).length
    if (octets + size > MOST_OCTETS) {
      text += '\r\n '
      octets = 1
    }
    text += sign
    octets += size
  }
  return text
}
