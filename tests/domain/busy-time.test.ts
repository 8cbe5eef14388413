import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { busyIn, readBusyTimes } from '#app/domain/busy-time.ts'
import { calendarText, uidOf } from '#app/domain/icalendar.ts'

/** A Wednesday before both changes of the clock. */
const NOW = new Date('2026-03-11T10:00:00Z')
const fixture = (name: string) => readFileSync(`tests/fixtures/busy-times/${name}.ics`, 'utf8')

function read(text: string) {
  const result = readBusyTimes(text, NOW)
  if (!result.ok) throw new Error(result.refusal)
  const times = result.times.map(({ startsAt, endsAt }) => `${inUtc(startsAt)}–${inUtc(endsAt)}`)
  return { times, unread: result.unread }
}
const inUtc = (instant: Date) => instant.toISOString().slice(5, 16)

const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => calendar('BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT')
const NINE = ['DTSTART;TZID=Europe/Berlin:20260401T090000', 'DTEND;TZID=Europe/Berlin:20260401T100000']

test('the calendar of Outlook is read: series with exceptions, names of zones, days off, and nothing free', () => {
  expect(read(fixture('outlook'))).toEqual({
    times: [
      '03-20T08:00–03-20T09:30', // winter time
      '03-27T13:00–03-27T14:00', // moved
      '04-10T07:00–04-10T08:30', // summer time, at the same hour on the clock
      '07-19T22:00–07-31T22:00',
      '10-26T07:00–10-26T08:00',
    ],
    unread: 0,
  })
})

test('the calendar of Nextcloud is read: both nights of the change, exceptions in any notation, no birthdays', () => {
  const { times, unread } = read(fixture('nextcloud'))
  expect(times).toEqual([
    '03-29T00:00–03-29T02:00', // three hours on the clock, two on the watch
    '04-14T22:00–04-15T22:00',
    '08-04T16:30–08-04T18:30',
    '09-01T16:30–09-01T18:30',
    '10-06T16:30–10-06T18:30',
    '10-24T23:00–10-25T03:00', // and four in autumn
    '11-03T17:30–11-03T19:30',
    '12-01T17:30–12-01T19:30',
    '01-05T17:30–01-05T19:30',
    '02-02T17:30–02-02T19:30',
    '03-02T17:30–03-02T19:30',
  ])
  expect(unread).toBe(0)
})

test('nothing of a file is kept but beginning and end', () => {
  for (const name of ['outlook', 'nextcloud']) {
    const kept = JSON.stringify(readBusyTimes(fixture(name), NOW))
    expect(kept.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')).toMatch(/^[{}[\]",:a-zA-Z0]*$/)
    expect(kept).not.toMatch(/Jour|Urlaub|Gemeinderat|Oma|Rechenzentrum/)
  }
})

test('own entries are left out: they are known already, and would clash with themselves', () => {
  const times = { startsAt: new Date('2026-04-01T07:00:00Z'), endsAt: new Date('2026-04-01T08:00:00Z') }
  const words = { summary: 'Netze', description: '', location: null, url: 'http://localhost' }
  const entry = { ...times, ...words, uid: uidOf('5b0e7b0c'), sequence: 0, status: 'CONFIRMED' as const }
  expect(read(calendarText({ method: 'PUBLISH', events: [entry] }, NOW)).times).toEqual([])
  expect(
    read(calendarText({ method: 'PUBLISH', events: [{ ...entry, uid: 'x@other' }] }, NOW)).times,
  ).toHaveLength(1)
})

test('whole days are busy unless they say that they are free; what has no length takes no time', () => {
  const day = ['DTSTART;VALUE=DATE:20260401', 'DTEND;VALUE=DATE:20260402']
  expect(read(event(...day)).times).toEqual(['03-31T22:00–04-01T22:00'])
  expect(read(event(...day, 'TRANSP:TRANSPARENT')).times).toEqual([])
  expect(read(event(...day, 'X-MICROSOFT-CDO-BUSYSTATUS:FREE')).times).toEqual([])
  expect(read(event('DTSTART;VALUE=DATE:20260401', 'DTEND;VALUE=DATE:20260401')).times).toHaveLength(1)
  expect(read(event('DTSTART:20260401T090000Z')).times).toEqual([])
  expect(read(event('DTSTART:20260401T090000Z', 'DTEND:20260401T080000Z')).times).toEqual([])
})

test('a time without a zone is meant here; UTC, other zones and zones that only the file knows are kept apart', () => {
  const hour = (start: string, end: string) => read(event(`DTSTART${start}`, `DTEND${end}`)).times
  expect(hour(':20260701T090000', ':20260701T100000')).toEqual(['07-01T07:00–07-01T08:00'])
  expect(hour(':20260701T090000Z', ':20260701T100000Z')).toEqual(['07-01T09:00–07-01T10:00'])
  const london = ';TZID=/mozilla.org/20070129_1/Europe/London'
  expect(hour(`${london}:20260701T090000`, `${london}:20260701T100000`)).toEqual(['07-01T08:00–07-01T09:00'])
  const flight = ['DTSTART;TZID=Europe/Berlin:20260701T090000', 'DTEND;TZID=America/New_York:20260701T110000']
  expect(read(event(...flight)).times).toEqual(['07-01T07:00–07-01T15:00'])
})

const ODD_ZONE = [
  ...['BEGIN:VTIMEZONE', 'TZID:Amtszeit'],
  ...['BEGIN:STANDARD', 'DTSTART:16011028T030000', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10'],
  ...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'END:STANDARD'],
  ...['BEGIN:DAYLIGHT', 'DTSTART:16010325T020000', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3'],
  ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'END:DAYLIGHT', 'END:VTIMEZONE'],
]

test('a zone that only the file describes changes its clock like ours, to the minute', () => {
  const walls = ['0329T015900', '0329T023000', '0329T030000', '0701T120000', '1025T015900', '1025T023000']
  walls.push('1025T030000', '1225T120000')
  const at = (zone: string) =>
    walls.map((wall) => {
      const lines = [`DTSTART;TZID=${zone}:2026${wall}`, 'DURATION:PT1M']
      return read(calendar(...ODD_ZONE, 'BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT')).times
    })
  expect(at('Amtszeit')).toEqual(at('Europe/Berlin'))
})

test('series go on from years ago, are counted, end, and get single dates besides', () => {
  const series = (...lines: string[]) => read(event(...NINE, ...lines)).times.map((time) => time.slice(0, 5))
  expect(series('RRULE:FREQ=DAILY;COUNT=3')).toEqual(['04-01', '04-02', '04-03'])
  expect(series('RRULE:FREQ=DAILY;UNTIL=20260403')).toEqual(['04-01', '04-02', '04-03'])
  expect(series('RRULE:FREQ=DAILY;UNTIL=20260403T065959Z')).toEqual(['04-01', '04-02'])
  expect(series('RDATE;TZID=Europe/Berlin:20260501T090000', 'RRULE:FREQ=DAILY;COUNT=1')).toEqual([
    '04-01',
    '05-01',
  ])
  expect(series('RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20260402')).toEqual(['04-01', '04-03'])
  const old = ['DTSTART;TZID=Europe/Berlin:20100104T090000', 'DTEND;TZID=Europe/Berlin:20100104T100000']
  const { times } = read(event(...old, 'RRULE:FREQ=WEEKLY;BYDAY=MO'))
  expect([times[0], times.length]).toEqual(['03-16T08:00–03-16T09:00', 52])
})

test('what overlaps is one busy time, and what only touches is two', () => {
  const hour = (start: string, end: string) =>
    [
      'BEGIN:VEVENT',
      `UID:${start}`,
      `DTSTART:20260401T${start}00Z`,
      `DTEND:20260401T${end}00Z`,
      'END:VEVENT',
    ].join('\r\n')
  expect(read(calendar(hour('0900', '1000'), hour('0930', '1100'), hour('1100', '1200'))).times).toEqual([
    '04-01T09:00–04-01T11:00',
    '04-01T11:00–04-01T12:00',
  ])
})

test('only the next twelve months count, and what has begun today still does', () => {
  const on = (day: string) => read(event(`DTSTART:${day}T090000Z`, `DTEND:${day}T110000Z`)).times
  expect(on('20260310')).toEqual([])
  expect(on('20260311')).toHaveLength(1)
  expect(on('20270310')).toHaveLength(1)
  expect(on('20270311')).toEqual([])
  expect(read(event('DTSTART;VALUE=DATE:20200101', 'DTEND;VALUE=DATE:20991231')).times).toEqual([
    '03-10T23:00–03-10T23:00',
  ])
})

test('a calendar that hands out free and busy times only is read as well', () => {
  const lines = ['FREEBUSY;FBTYPE=BUSY:20260401T070000Z/PT1H,20260402T070000Z/20260402T090000Z']
  lines.push('FREEBUSY;FBTYPE=FREE:20260403T070000Z/PT1H', 'FREEBUSY:20260404T070000Z/PT30M')
  const { times } = read(calendar('BEGIN:VFREEBUSY', ...lines, 'END:VFREEBUSY'))
  expect(times.map((time) => time.slice(0, 5))).toEqual(['04-01', '04-02', '04-04'])
})

test('what is not understood is counted and said, and the rest is taken', () => {
  const odd = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:odd', ...lines, 'END:VEVENT']
  const { times, unread } = read(
    calendar(
      ...odd(...NINE, 'RRULE:FREQ=SECONDLY'),
      ...odd(...NINE, 'RRULE:FREQ=YEARLY;BYWEEKNO=20'),
      ...odd('DTSTART;TZID=Mond/Krater:20260401T090000', 'DTEND;TZID=Mond/Krater:20260401T100000'),
      ...odd('DTSTART:20260231T090000Z', 'DTEND:20260301T100000Z'),
      ...odd('SUMMARY:ohne Zeit'),
      ...odd(...NINE),
    ),
  )
  expect([times, unread]).toEqual([['04-01T07:00–04-01T08:00'], 5])
})

test('what is no calendar, or ends in the middle, is refused as that', () => {
  const refusal = (text: string) => {
    const result = readBusyTimes(text, NOW)
    return result.ok ? 'taken' : result.refusal
  }
  expect(refusal('Name;Vorname\r\nMuster;Ada')).toBe('no-calendar')
  expect(refusal('BEGIN:VCARD\r\nFN:Ada\r\nEND:VCARD')).toBe('no-calendar')
  expect(refusal(event(...NINE).slice(0, -20))).toBe('cut-off')
  expect(refusal(event(...NINE).replace('END:VEVENT\r\n', ''))).toBe('cut-off')
  expect(refusal(`END:VCALENDAR\r\n${event(...NINE)}`)).toBe('cut-off')
  expect(refusal(calendar())).toBe('taken')
  expect(refusal(`\uFEFF${event(...NINE).replaceAll('\r\n', '\n')}`)).toBe('taken')
})

test('of a date, the first busy time that lies in one of its meetings is named', () => {
  const at = (from: string, until: string) => ({
    startsAt: new Date(`2026-04-01T${from}:00Z`),
    endsAt: new Date(`2026-04-01T${until}:00Z`),
  })
  const busy = [at('07:00', '08:30'), at('10:00', '11:00')]
  expect(busyIn(busy, [at('08:30', '10:00')])).toBeUndefined()
  expect(busyIn(busy, [at('08:30', '10:01')])).toBe(busy[1])
  expect(busyIn(busy, [at('06:00', '12:00')])).toBe(busy[0])
})
