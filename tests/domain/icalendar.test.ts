import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { instantOf } from '#app/domain/calendar.ts'
import {
  calendarText,
  currentSequence,
  folded,
  nextSequence,
  uidOf,
  type Calendar,
  type CalendarEvent,
} from '#app/domain/icalendar.ts'

const NOW = new Date('2026-03-11T10:00:00Z')
const MEETING = '3f0c2f3e-0000-4000-8000-000000000001'

function at(day: string, time: string): Date {
  const wall = instantOf(day, time)
  if (!wall.ok) throw new Error(wall.problem)
  return wall.instant
}

function anEvent(given: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: uidOf(MEETING),
    sequence: 0,
    startsAt: at('2026-04-15', '09:00'),
    endsAt: at('2026-04-15', '12:00'),
    summary: 'Netze verstehen; Adressen, Vermittlung',
    description: 'Sie haben einen Platz.\nAlles Weitere: https://lernkreis.example/workshops/1',
    location: 'Rathaus Großenhain, Sitzungssaal',
    url: 'https://lernkreis.example/workshops/1',
    status: 'CONFIRMED',
    ...given,
  }
}

const between = {
  organizer: { name: 'IT-Kompetenzstelle, Landkreis Meißen', email: 'koordination@lernkreis.example' },
  attendee: { name: 'Ada "Countess" Lovelace', email: 'ada@lernkreis.example' },
}

/** Each file lies in tests/fixtures/calendar as it was checked with other programs; a missing one is written. */
const GOLDEN: Record<string, Calendar> = {
  einladung: { method: 'REQUEST', events: [anEvent({ between })] },
  verschoben: {
    method: 'REQUEST',
    events: [
      anEvent({
        between,
        sequence: 1,
        startsAt: at('2026-04-16', '13:00'),
        endsAt: at('2026-04-16', '16:00'),
      }),
    ],
  },
  abgesagt: { method: 'CANCEL', events: [anEvent({ between, sequence: 2, status: 'CANCELLED' })] },
  'beginn-der-sommerzeit': {
    method: 'PUBLISH',
    events: [anEvent({ startsAt: at('2026-03-29', '01:30'), endsAt: at('2026-03-29', '04:00') })],
  },
  'ende-der-sommerzeit': {
    method: 'PUBLISH',
    events: [anEvent({ startsAt: at('2026-10-25', '01:30'), endsAt: at('2026-10-25', '04:00') })],
  },
  'doppelte-stunde': {
    method: 'PUBLISH',
    events: [
      anEvent({
        uid: uidOf('erste'),
        startsAt: new Date('2026-10-25T00:15:00Z'),
        endsAt: new Date('2026-10-25T00:45:00Z'),
      }),
      anEvent({
        uid: uidOf('zweite'),
        startsAt: new Date('2026-10-25T01:15:00Z'),
        endsAt: new Date('2026-10-25T01:45:00Z'),
      }),
    ],
  },
  abo: {
    name: 'Lernkreis: meine Termine',
    events: [anEvent(), anEvent({ uid: uidOf('wartet'), status: 'TENTATIVE', location: null })],
  },
}

type Read = { method: string | null; events: { event: ICAL.Event; start: Date; end: Date; status: string }[] }

/** What another program makes of a file; times through the rules of the zone in the file itself. */
function read(text: string): Read {
  ICAL.TimezoneService.reset()
  const component = new ICAL.Component(ICAL.parse(text))
  for (const zone of component.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const method = component.getFirstPropertyValue('method')
  return {
    method: typeof method === 'string' ? method : null,
    events: component.getAllSubcomponents('vevent').map((each) => {
      const event = new ICAL.Event(each)
      const status = String(each.getFirstPropertyValue('status'))
      return { event, start: event.startDate.toJSDate(), end: event.endDate.toJSDate(), status }
    }),
  }
}

const only = (text: string) => read(text).events[0]!

test.each(Object.entries(GOLDEN))(
  '%s.ics is what it was, and another program reads what was meant',
  (name, given) => {
    const path = `tests/fixtures/calendar/${name}.ics`
    const text = calendarText(given, NOW)
    if (!existsSync(path)) writeFileSync(path, text)

    expect(text).toBe(readFileSync(path, 'utf8'))
    const found = read(text)
    expect(found.method).toBe(given.method ?? null)
    expect(
      found.events.map(({ start, end, event, status }) => [event.uid, start, end, event.summary, status]),
    ).toEqual(given.events.map((each) => [each.uid, each.startsAt, each.endsAt, each.summary, each.status]))
  },
)

test('what was moved keeps its entry: the same UID, a higher sequence', () => {
  const [first, moved] = ['einladung', 'verschoben'].map(
    (name) => only(calendarText(GOLDEN[name]!, NOW)).event,
  )
  expect(moved!.uid).toBe(first!.uid)
  expect(moved!.sequence).toBeGreaterThan(first!.sequence)
})

test('what is called off takes its entry away: method CANCEL, the same UID, a higher sequence', () => {
  const { method, events } = read(calendarText(GOLDEN.abgesagt!, NOW))
  expect(method).toBe('CANCEL')
  expect(events[0]!.event.uid).toBe(uidOf(MEETING))
  expect(events[0]!.event.sequence).toBe(2)
  expect(events[0]!.status).toBe('CANCELLED')
})

test('an invitation names who invites and who is invited', () => {
  const { event } = only(calendarText(GOLDEN.einladung!, NOW))
  const organizer = event.component.getFirstProperty('organizer')!
  const attendee = event.component.getFirstProperty('attendee')!
  expect(organizer.getFirstValue()).toBe('mailto:koordination@lernkreis.example')
  expect(organizer.getFirstParameter('cn')).toBe('IT-Kompetenzstelle, Landkreis Meißen')
  expect(attendee.getFirstValue()).toBe('mailto:ada@lernkreis.example')
  expect(attendee.getFirstParameter('cn')).toBe('Ada ’Countess’ Lovelace')
  expect(attendee.getFirstParameter('partstat')).toBe('ACCEPTED')
})

test('a meeting over the change of clocks lasts as long as it lasts', () => {
  const hours = (name: string) => {
    const { start, end } = only(calendarText(GOLDEN[name]!, NOW))
    return (end.getTime() - start.getTime()) / 3_600_000
  }
  expect(hours('beginn-der-sommerzeit')).toBe(1.5)
  expect(hours('ende-der-sommerzeit')).toBe(3.5)
})

test('each half of the doubled hour is itself and not the other', () => {
  const { events } = read(calendarText(GOLDEN['doppelte-stunde']!, NOW))
  expect(events.map(({ start }) => start.toISOString())).toEqual([
    '2026-10-25T00:15:00.000Z',
    '2026-10-25T01:15:00.000Z',
  ])
})

test('any meeting is read at the time at which it takes place', () => {
  const minutes = fc.integer({ min: 0, max: 5 * 365 * 24 * 60 })
  fc.assert(
    fc.property(minutes, fc.integer({ min: 1, max: 900 }), (offset, length) => {
      const startsAt = new Date(Date.UTC(2025, 0, 1) + offset * 60_000)
      const endsAt = new Date(startsAt.getTime() + length * 60_000)
      const { start, end } = only(calendarText({ events: [anEvent({ startsAt, endsAt })] }, NOW))
      expect([start, end]).toEqual([startsAt, endsAt])
    }),
  )
})

/** What people type, and what only attackers do; lone surrogates are no text. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\n', '\r\n', ';', ',', '\\', '\\n', '🦔', 'ä', ':', '"'),
    ),
  )
  .map((parts) => parts.join(''))

test('any text survives folding and escaping', () => {
  fc.assert(
    fc.property(text, text, text, (summary, description, location) => {
      const written = calendarText(
        { method: 'PUBLISH', events: [anEvent({ summary, description, location })] },
        NOW,
      )
      const { event } = only(written)
      const kept = (given: string) =>
        given.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')
      expect([event.summary, event.description, event.location]).toEqual(
        [summary, description, location].map(kept),
      )
    }),
  )
})

test('no line is longer than 75 octets, none tears a sign in two, and nothing typed becomes a line of its own', () => {
  fc.assert(
    fc.property(text, (summary) => {
      const lines = calendarText({ events: [anEvent({ summary })] }, NOW).split('\r\n')
      for (const line of lines) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\r\n]/)
        // Half a sign does not survive being written as octets.
        expect(Buffer.from(line).toString()).toBe(line)
      }
      expect(lines.filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1)
    }),
  )
  expect(folded('x'.repeat(75))).toBe('x'.repeat(75))
  expect(folded('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
})

test('a name cannot break out of its quotation marks', () => {
  const evil = '"X";ROLE=CHAIR:mailto:evil@example.org\r\nATTENDEE:mailto:other@example.org'
  const attendee = { name: evil, email: 'ada@lernkreis.example' }
  const { event } = only(calendarText({ events: [anEvent({ between: { ...between, attendee } })] }, NOW))
  const attendees = event.component.getAllProperties('attendee')
  expect(attendees.map((each) => each.getFirstValue())).toEqual(['mailto:ada@lernkreis.example'])
  expect(attendees[0]!.getFirstParameter('role')).toBe('REQ-PARTICIPANT')
})

test('the sequence rises with each mail, and with each version of the workshop', () => {
  expect(nextSequence(undefined, 1)).toBe(0)
  expect(nextSequence(0, 1)).toBe(1)
  expect(nextSequence(0, 7)).toBe(6)
  expect(currentSequence(undefined, 3)).toBe(2)
  expect(currentSequence(5, 3)).toBe(5)
  fc.assert(
    fc.property(fc.nat(100), fc.integer({ min: 1, max: 100 }), (last, version) => {
      expect(nextSequence(last, version)).toBeGreaterThan(last)
      expect(nextSequence(last, version)).toBeGreaterThanOrEqual(currentSequence(undefined, version))
    }),
  )
})
