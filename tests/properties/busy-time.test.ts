// Calendar files that are damaged, or made to keep a server busy.

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBusyTimes } from '#app/domain/busy-time.ts'
import { MOST_CALENDAR_BYTES } from '#app/domain/calendar-file.ts'

/** A Wednesday before both changes of the clock. */
const NOW = new Date('2026-03-11T10:00:00Z')
/** Milliseconds on the clock, of a machine that has other things to do; what is measured is the work itself. */
const PATIENCE = 120_000

const fixture = (name: string) => readFileSync(`tests/fixtures/busy-times/${name}.ics`, 'utf8')
const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => calendar('BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT')
const NINE = ['DTSTART;TZID=Europe/Berlin:20260401T090000', 'DTEND;TZID=Europe/Berlin:20260401T100000']

test(
  'however a file is damaged, the answer is times in order or a word, and never an accident',
  { timeout: PATIENCE },
  () => {
    const lines = ['outlook', 'nextcloud'].flatMap((name) => fixture(name).split('\r\n'))
    const damage = fc.record({
      at: fc.nat({ max: lines.length - 1 }),
      put: fc.oneof(
        fc.constantFrom(
          '',
          'END:VEVENT',
          'BEGIN:VEVENT',
          'RRULE:FREQ=YEARLY;BYMONTHDAY=-31;COUNT=99999',
          'DURATION:P9999W',
        ),
        fc.constantFrom(
          'DTSTART:16000101',
          'DTEND:23001231T235959Z',
          'TZOFFSETTO:-9959',
          'EXDATE:,,',
          'RDATE:/PT1H',
        ),
        fc.nat({ max: lines.length - 1 }).map((other) => lines[other] ?? ''),
        fc.string(),
      ),
    })
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 12 }), (damages) => {
        const damaged = [...lines]
        for (const { at, put } of damages) damaged[at] = put
        const result = readBusyTimes(damaged.join('\r\n'), NOW)
        if (!result.ok) return
        const instants = result.times.flatMap(({ startsAt, endsAt }) => [
          startsAt.getTime(),
          endsAt.getTime(),
        ])
        expect(instants.every((instant, nth) => nth === 0 || instant >= instants[nth - 1]!)).toBe(true)
        expect(instants.every(Number.isFinite)).toBe(true)
      }),
    )
  },
)

const HOSTILE: Record<string, () => string> = {
  'a hundred thousand entries': () => calendar(`BEGIN:VEVENT\r\nEND:VEVENT\r\n`.repeat(100_000).trim()),
  'entries within entries': () => `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(30_000)}`,
  'ten thousand series that count from 1900 and are long over': () =>
    calendar(
      'BEGIN:VEVENT\r\nDTSTART:19000101T000000Z\r\nDURATION:PT1M\r\nRRULE:FREQ=DAILY;COUNT=40000\r\nEND:VEVENT\r\n'
        .repeat(10_000)
        .trim(),
    ),
  'ten thousand daily series in a zone': () =>
    calendar(
      'BEGIN:VEVENT\r\nDTSTART;TZID=Europe/Berlin:20260401T000000\r\nDURATION:PT1M\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n'
        .repeat(10_000)
        .trim(),
    ),
  'a zone that changes every day since 1601': () =>
    calendar(
      'BEGIN:VTIMEZONE\r\nTZID:X\r\n' +
        'BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nRRULE:FREQ=DAILY\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:STANDARD\r\n'.repeat(
          5_000,
        ) +
        'END:VTIMEZONE',
      'BEGIN:VEVENT\r\nDTSTART;TZID=X:20260401T000000\r\nDURATION:PT1M\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT',
    ),
  'a zone that changes every day, and what asks for it': () =>
    calendar(
      'BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nRRULE:FREQ=DAILY\r\n' +
        'TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:STANDARD\r\nEND:VTIMEZONE',
      'BEGIN:VEVENT\r\nDTSTART;TZID=X:20260401T000000\r\nDURATION:PT1M\r\nEND:VEVENT\r\n'
        .repeat(19_000)
        .trim(),
    ),
  'a hundred thousand dates of one series': () =>
    event(...NINE, `RDATE:${'20260402T070000Z,'.repeat(140_000)}20260403T070000Z`),
  'five thousand zones, and dates in forty thousand others': () =>
    calendar(
      ...Array.from({ length: 5_000 }, (_, nth) => `BEGIN:VTIMEZONE\r\nTZID:Z${nth}\r\nEND:VTIMEZONE`),
      'BEGIN:VEVENT',
      ...NINE,
      ...Array.from({ length: 40_000 }, (_, nth) => `RDATE;TZID=Q${nth}:20260402T090000`),
      'END:VEVENT',
    ),
  'nine thousand series of one name, with as many changed dates': () =>
    calendar(
      `BEGIN:VEVENT\r\nUID:a\r\n${NINE.join('\r\n')}\r\nRECURRENCE-ID:20260402T070000Z\r\nEND:VEVENT\r\n`
        .repeat(9_000)
        .trim(),
      `BEGIN:VEVENT\r\nUID:a\r\n${NINE.join('\r\n')}\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\n`
        .repeat(9_000)
        .trim(),
    ),
  'a million exceptions': () =>
    event(...NINE, 'RRULE:FREQ=DAILY', `EXDATE:${'20260402T070000Z,'.repeat(250_000)}20260403T070000Z`),
}

for (const [name, text] of Object.entries(HOSTILE)) {
  test(`${name} cost no more than a moment`, { timeout: PATIENCE }, () => {
    const file = text().slice(0, MOST_CALENDAR_BYTES)
    const began = process.cpuUsage()
    readBusyTimes(file, NOW)
    const { user } = process.cpuUsage(began)
    // Without a limit to the effort it is minutes.
    expect(user / 1_000_000).toBeLessThan(20)
  })
}

test('a full calendar of ten years is no more than can be read', { timeout: PATIENCE }, () => {
  const single = Array.from({ length: 5_000 }, (_, nth) => {
    const day = new Date(NOW.getTime() - 3_300 * 86_400_000 + Math.floor(nth / 1.4) * 86_400_000)
    const start = `${day.toISOString().slice(0, 10).replaceAll('-', '')}T1${nth % 10}0000`
    return `BEGIN:VEVENT\r\nDTSTART;TZID=Europe/Berlin:${start}\r\nDURATION:PT30M\r\nEND:VEVENT`
  })
  const series = Array.from({ length: 100 }, (_, nth) => {
    const start = `DTSTART;TZID=Europe/Berlin:2019010${(nth % 7) + 1}T0${nth % 10}0000`
    return `BEGIN:VEVENT\r\n${start}\r\nDURATION:PT10M\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT`
  })
  const result = readBusyTimes(calendar(...single, ...series), NOW)
  if (!result.ok) throw new Error(result.refusal)
  expect(result.times.length).toBeGreaterThan(3_000)
  expect(result.unread).toBe(0)
})
