import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { dayNumber, readRule, recurringDays } from '#app/domain/recurrence.ts'

const DAY_MILLISECONDS = 86_400_000
const said = (day: number) => new Date(day * DAY_MILLISECONDS).toISOString().slice(0, 10)
const numbered = (day: string) => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return dayNumber(year, month, date)
}

type Asked = { start: string; from?: string; until: string; effort?: { left: number } }

function daysOf(text: string, { start, from = start, until, effort = { left: 1_000_000 } }: Asked): string[] {
  const rule = readRule(text)
  if (!rule) throw new Error(`not understood: ${text}`)
  const between = { from: numbered(from), until: numbered(until) }
  return [...recurringDays(rule, numbered(start), between, effort)].map(said)
}

test('the rules that offices write give the days that people mean', () => {
  const april = { start: '2026-04-01', until: '2026-06-30' }
  expect(daysOf('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=4', april)).toEqual([
    '2026-04-01',
    '2026-04-13',
    '2026-04-15',
    '2026-04-27',
  ])
  expect(daysOf('FREQ=MONTHLY;BYDAY=1TU', april)).toEqual(['2026-04-07', '2026-05-05', '2026-06-02'])
  expect(daysOf('FREQ=MONTHLY;BYDAY=-1FR', april)).toEqual(['2026-04-24', '2026-05-29', '2026-06-26'])
  expect(daysOf('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', april)).toEqual([
    '2026-04-30',
    '2026-05-29',
    '2026-06-30',
  ])
  expect(daysOf('FREQ=MONTHLY', { start: '2026-01-31', until: '2026-06-30' })).toEqual([
    '2026-01-31',
    '2026-03-31',
    '2026-05-31',
  ])
  expect(daysOf('FREQ=YEARLY', { start: '2024-02-29', until: '2033-01-01' })).toEqual([
    '2024-02-29',
    '2028-02-29',
    '2032-02-29',
  ])
  expect(daysOf('FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', { start: '2026-03-29', until: '2028-12-31' })).toEqual([
    '2026-03-29',
    '2027-03-28',
    '2028-03-26',
  ])
})

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
const some = <T>(one: fc.Arbitrary<T>) => fc.uniqueArray(one, { minLength: 1, maxLength: 3 }).map(String)
const nth = fc.constantFrom('', '1', '2', '4', '-1')
const part = (name: string, value: fc.Arbitrary<string>) => value.map((each) => `;${name}=${each}`)
const maybe = (one: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), one)

const rules = fc
  .tuple(
    fc.oneof(
      fc.tuple(fc.constant('DAILY'), maybe(part('BYDAY', some(weekday)))),
      fc.tuple(fc.constant('WEEKLY'), maybe(part('BYDAY', some(weekday)))),
      fc.tuple(
        fc.constant('MONTHLY'),
        maybe(
          fc.oneof(
            part('BYDAY', some(fc.tuple(nth, weekday).map((each) => each.join('')))),
            part('BYMONTHDAY', some(fc.integer({ min: 1, max: 28 }))),
          ),
        ),
      ),
      fc.tuple(fc.constant('YEARLY'), maybe(part('BYMONTH', some(fc.integer({ min: 1, max: 12 }))))),
    ),
    fc.integer({ min: 1, max: 4 }),
    maybe(part('COUNT', fc.integer({ min: 1, max: 40 }).map(String))),
  )
  .map(([[frequency, by], interval, count]) => `FREQ=${frequency};INTERVAL=${interval}${by}${count}`)

test(
  'any rule gives the days that another reader of calendars finds, from wherever one begins to look',
  { timeout: 60_000 },
  () => {
    const start = fc.integer({ min: dayNumber(2023, 1, 1), max: dayNumber(2026, 12, 31) })
    fc.assert(
      fc.property(rules, start, fc.nat({ max: 900 }), (text, first, later) => {
        // What the first date means that its own rule leaves out, nobody says (RFC 5545, 3.8.5.3).
        fc.pre(daysOf(text, { start: said(first), until: said(first) }).length === 1)
        const [from, until] = [first + later, first + later + 400]
        const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(said(first)))
        const expected: string[] = []
        for (let next = iterator.next(); next; next = iterator.next()) {
          if (next.toString() > said(until)) break
          if (next.toString() >= said(from)) expected.push(next.toString())
        }
        expect(daysOf(text, { start: said(first), from: said(from), until: said(until) })).toEqual(expected)
      }),
    )
  },
)

test('what repeats within a day, or by weeks of the year, is not understood instead of misunderstood', () => {
  for (const text of [
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;INTERVAL=5',
    'FREQ=HOURLY;COUNT=3',
    'FREQ=DAILY;BYHOUR=9,14',
    'FREQ=YEARLY;BYWEEKNO=20',
    'FREQ=YEARLY;BYYEARDAY=100',
    'FREQ=WEEKLY;BYDAY=2MO',
    'FREQ=MONTHLY;BYDAY=XX',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;COUNT=-1',
    'FREQ=DAILY;UNTIL=morgen',
    'RSCALE=CHINESE;FREQ=YEARLY',
    `FREQ=MONTHLY;BYMONTHDAY=${Array.from({ length: 65 }, () => 1).join(',')}`,
    '',
  ]) {
    expect([text, readRule(text)]).toEqual([text, undefined])
  }
})

test('a rule that never comes true ends with the days that were asked for', () => {
  const asked = { start: '2026-01-01', until: '2027-01-01' }
  for (const text of [
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=7',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5',
  ])
    expect(daysOf(text, asked)).toEqual([])
})

test('what would take too long is given up, and the effort says so', () => {
  const effort = { left: 1_000 }
  daysOf('FREQ=DAILY;COUNT=100000', { start: '1900-01-01', from: '2026-01-01', until: '2027-01-01', effort })
  expect(effort.left).toBeLessThan(0)
})
