import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  deadlineOn,
  freeSeats,
  isCutShort,
  isPutIntoPast,
  meetingsCalledOff,
  notCalledOffBecause,
  problemsOf,
  span,
  usualDeadline,
  workshopState,
} from '#app/domain/workshop.ts'

const at = (text: string) => new Date(`${text}+01:00`)
const meeting = (day: string, from: string, until: string, units = 4) => ({
  startsAt: at(`${day}T${from}`),
  endsAt: at(`${day}T${until}`),
  units,
})

const first = meeting('2026-12-03', '09:00', '12:00')
const second = meeting('2026-12-10', '09:00', '12:00')
const workshop = {
  capacity: 12,
  onlineCapacity: null,
  enrolFrom: null,
  enrolUntil: at('2026-11-30T23:59'),
  calledOffAt: null,
}
const plan = {
  ...workshop,
  meetings: [first, second],
  trainerIds: ['somebody'],
  minimum: 4,
  withdrawUntil: at('2026-12-01T23:59'),
  place: 'Rathaus',
  onlineUrl: null,
}

test('what a workshop is follows from its dates, its seats and whether it was called off', () => {
  const state = (now: string, taken = 0, more = {}) =>
    workshopState({ ...workshop, ...more }, [second, first], taken, at(now))

  expect(state('2026-11-30T23:59', 11)).toBe('open')
  expect(state('2026-11-30T23:59', 12)).toBe('full')
  expect(state('2026-12-01T00:00')).toBe('closed')
  expect(state('2026-11-01T00:00', 0, { enrolFrom: at('2026-11-02T00:00') })).toBe('not-open-yet')
  expect(state('2026-11-01T00:00', 12, { onlineCapacity: 5 })).toBe('open')
  expect(state('2026-12-03T09:00')).toBe('running')
  expect(state('2026-12-05T09:00')).toBe('running')
  expect(state('2026-12-10T12:00')).toBe('over')
  expect(state('2026-12-10T12:00', 0, { calledOffAt: at('2026-12-01T08:00') })).toBe('called-off')
})

test('a workshop lasts from the start of its first meeting to the end of its last, in whatever order they come', () => {
  expect(span([second, first])).toEqual({ startsAt: first.startsAt, endsAt: second.endsAt })
})

test('calling off takes a workshop whole, or what is left of it once a meeting was attended', () => {
  const meetings = [
    { ...first, id: 'first' },
    { ...second, id: 'second' },
  ]
  const dates = { calledOffAt: null, endsAt: second.endsAt, meetings }
  const left = (now: string, ...recorded: string[]) =>
    meetingsCalledOff(dates, new Set(recorded), at(now))?.map(({ id }) => id)
  expect(left('2026-12-05T09:00')).toBeUndefined()
  expect(left('2026-12-03T08:45', 'first')).toBeUndefined()
  expect(left('2026-12-03T09:00', 'first')).toEqual(['second'])
  expect(left('2026-12-10T10:00', 'first')).toEqual(['second'])
  expect(left('2026-12-10T10:00', 'first', 'second')).toEqual([])

  const refusal = (now: string, ...recorded: string[]) =>
    notCalledOffBecause(dates, new Set(recorded), at(now))
  expect(refusal('2026-12-05T09:00', 'first')).toBeUndefined()
  expect(refusal('2026-12-10T10:00', 'first', 'second')).toBe('nothing-left')
  expect(refusal('2026-12-10T12:00', 'first')).toBe('over')
})

test('a workshop whose rest was called off is cut short until a further meeting is planned', () => {
  const restCalledOffAt = at('2026-12-05T09:00')
  expect(isCutShort({ restCalledOffAt, meetings: [first] })).toBe(true)
  expect(isCutShort({ restCalledOffAt, meetings: [first, second] })).toBe(false)
  expect(isCutShort({ restCalledOffAt: null, meetings: [first] })).toBe(false)
})

test('what is called off takes nothing that was attended and nothing that is over', () => {
  const aMeeting = fc.record({
    id: fc.uuid(),
    hour: fc.integer({ min: -100, max: 100 }),
    isRecorded: fc.boolean(),
  })
  const now = at('2026-12-03T09:00')
  const HOUR = 3_600_000
  fc.assert(
    fc.property(fc.uniqueArray(aMeeting, { selector: ({ id }) => id }), (all) => {
      const meetings = all.map(({ id, hour }) => ({
        ...{ id, startsAt: new Date(now.getTime() + hour * HOUR) },
        endsAt: new Date(now.getTime() + (hour + 1) * HOUR),
      }))
      const recorded = new Set(all.filter(({ isRecorded }) => isRecorded).map(({ id }) => id))
      const left = meetingsCalledOff({ meetings }, recorded, now)
      if (!left) return
      expect(left.length).toBeLessThan(meetings.length)
      expect(left.every(({ id, endsAt }) => endsAt > now && !recorded.has(id))).toBe(true)
    }),
  )
})

test('only what is still ahead cannot be put into the past', () => {
  const known = [
    { ...first, id: 'first' },
    { ...second, id: 'second' },
  ]
  const early = meeting('2026-11-20', '09:00', '12:00')
  const put = (now: string, ...plans: ({ id: string | null } & typeof early)[]) =>
    isPutIntoPast(known, plans, at(now))
  const [before, between] = ['2026-12-01T09:00', '2026-12-05T09:00']
  expect(put(before, { ...early, id: 'first' })).toBe(true)
  expect(put(before, { ...early, id: null })).toBe(true)
  expect(put(before, { ...second, id: 'first' })).toBe(false)
  expect(put(between, { ...early, id: 'first' })).toBe(false)
  expect(put(between, { ...early, id: null })).toBe(false)
  expect(put(between, { ...early, id: 'second' })).toBe(true)
})

test('a seat for which somebody waits is not free', () => {
  const seats = { capacity: 12, onlineCapacity: null, quota: null }
  expect(freeSeats({ ...seats, taken: 5, waiting: 0 })).toBe(7)
  expect(freeSeats({ ...seats, taken: 5, waiting: 1 })).toBe(0)
  expect(freeSeats({ ...seats, taken: 14, waiting: 0 })).toBe(0)
  expect(freeSeats({ ...seats, quota: 2, taken: 5, waiting: 1 })).toBe(7)
  expect(freeSeats({ ...seats, onlineCapacity: 4, taken: 14, waiting: 0 })).toBe(2)
})

test('a sound plan has no problem', () => {
  expect(problemsOf(plan)).toEqual([])
})

test.each([
  ['no-meeting', { meetings: [] }],
  ['no-trainer', { trainerIds: [] }],
  ['ends-before-start', { meetings: [meeting('2026-12-03', '12:00', '09:00', 1)] }],
  ['ends-before-start', { meetings: [meeting('2026-12-03', '09:00', '09:00', 1)] }],
  ['meetings-overlap', { meetings: [second, first, meeting('2026-12-03', '11:59', '13:00', 1)] }],
  ['meeting-too-long', { meetings: [meeting('2026-12-03', '06:00', '22:00', 8)] }],
  ['more-units-than-time', { meetings: [meeting('2026-12-03', '09:00', '12:00', 5)] }],
  ['deadline-after-start', { enrolUntil: at('2026-12-03T09:01') }],
  ['deadline-after-start', { withdrawUntil: at('2026-12-04T00:00') }],
  ['minimum-over-capacity', { minimum: 13 }],
  ['nowhere', { place: null }],
  ['online-needs-both', { onlineCapacity: 4, onlineUrl: null }],
] as const)('%s is a problem of a plan', (problem, change) => {
  expect(problemsOf({ ...plan, ...change })).toEqual([problem])
})

test('a room of ours is a place, also for those who sit there while others are online', () => {
  const inRoom = { place: null, roomId: 'room', onlineUrl: 'https://konferenz.example', onlineCapacity: 4 }
  expect(problemsOf({ ...plan, ...inRoom })).toEqual([])
})

test('meetings that follow one another without a break do not overlap', () => {
  const next = meeting('2026-12-03', '12:00', '15:00')
  expect(problemsOf({ ...plan, meetings: [next, first] })).toEqual([])
})

test('a deadline on a day lasts to the end of that day, on the day of the start until the start', () => {
  expect(deadlineOn('2026-12-01', first.startsAt)).toEqual(at('2026-12-01T23:59'))
  expect(deadlineOn('2026-12-03', first.startsAt)).toEqual(first.startsAt)
})

test('usually one enrols until three days before; at short notice until the start', () => {
  expect(usualDeadline(first.startsAt, 3, at('2026-11-20T08:00'))).toEqual(at('2026-11-30T23:59'))
  expect(usualDeadline(first.startsAt, 3, at('2026-12-01T08:00'))).toEqual(first.startsAt)
})

test('the usual deadline is never after the start and never over already', () => {
  const start = fc.date({ min: at('2026-01-01T00:00'), max: at('2028-01-01T00:00'), noInvalidDate: true })
  fc.assert(
    fc.property(
      start,
      fc.integer({ min: 1, max: 5_000 }),
      fc.integer({ min: 0, max: 10 }),
      (start, hours, days) => {
        const now = new Date(start.getTime() - hours * 3_600_000)
        const deadline = usualDeadline(start, days, now)
        return deadline <= start && deadline > now
      },
    ),
    { numRuns: 200 },
  )
})
