import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entriesToTell, type CalendarEntry } from '#app/domain/calendar-entry.ts'

const NOW = new Date('2026-03-11T10:00:00Z')
const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)
const meeting = (id: string, from: number) => ({ id, startsAt: inHours(from), endsAt: inHours(from + 3) })

const workshop = {
  version: 1,
  place: 'Rathaus',
  onlineUrl: null,
  meetings: [meeting('past', -30), meeting('first', 24), meeting('second', 48)],
}
type Planned = typeof workshop

const brief = (entries: CalendarEntry[]) =>
  entries.map(({ meetingId, sequence, cancelled }) => `${meetingId} ${sequence}${cancelled ? ' gone' : ''}`)

/** The calendar after it was told. */
function after(told: readonly CalendarEntry[], news: readonly CalendarEntry[]): CalendarEntry[] {
  const fresh = new Set(news.map(({ meetingId }) => meetingId))
  return [...told.filter(({ meetingId }) => !fresh.has(meetingId)), ...news]
}

const invited = entriesToTell(workshop, [], true, NOW)

test('whoever gets a place gets an entry for each meeting to come', () => {
  expect(brief(invited)).toEqual(['first 0', 'second 0'])
})

test('what is right is not told twice', () => {
  expect(entriesToTell({ ...workshop, version: 4 }, invited, true, NOW)).toEqual([])
})

test('of a meeting that moves only its own entry changes, and its sequence rises', () => {
  const moved = { ...workshop, version: 2, meetings: [meeting('first', 24), meeting('second', 50)] }
  expect(brief(entriesToTell(moved, invited, true, NOW))).toEqual(['second 1'])
})

test('another place is another entry for all, and a meeting that is gone goes', () => {
  const changed = { ...workshop, version: 2, place: 'Schule', meetings: [meeting('first', 24)] }
  expect(brief(entriesToTell(changed, invited, true, NOW))).toEqual(['first 1', 'second 1 gone'])
})

test('whoever has no place any more loses all entries once, and gets them back with a higher sequence', () => {
  const gone = entriesToTell(workshop, invited, false, NOW)
  expect(brief(gone)).toEqual(['first 1 gone', 'second 1 gone'])
  const without = after(invited, gone)
  expect(entriesToTell(workshop, without, false, NOW)).toEqual([])
  expect(brief(entriesToTell(workshop, without, true, NOW))).toEqual(['first 2', 'second 2'])
})

test('whoever never had a place is told nothing', () => {
  expect(entriesToTell(workshop, [], false, NOW)).toEqual([])
})

test('what is over stays in the calendar', () => {
  expect(entriesToTell(workshop, invited, false, inHours(100))).toEqual([])
})

test('after any changes the calendar is right, and no sequence ever falls', () => {
  const step = fc.record({
    hasPlace: fc.boolean(),
    place: fc.constantFrom('Rathaus', 'Schule'),
    hours: fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let told: CalendarEntry[] = []
      steps.forEach(({ hasPlace, place, hours }, nth) => {
        const meetings = hours.map((from, index) => meeting(`m${index}`, from))
        const plan: Planned = { version: nth + 1, place, onlineUrl: null, meetings }
        const news = entriesToTell(plan, told, hasPlace, NOW)
        for (const { meetingId, sequence } of news) {
          expect(sequence).toBeGreaterThan(
            told.find((entry) => entry.meetingId === meetingId)?.sequence ?? -1,
          )
        }
        told = after(told, news)
        const shown = told.filter(({ cancelled }) => !cancelled)
        const wanted = hasPlace ? meetings : []
        expect(shown.map(({ meetingId, startsAt }) => [meetingId, startsAt.getTime()]).sort()).toEqual(
          wanted.map(({ id, startsAt }) => [id, startsAt.getTime()]).sort(),
        )
      })
    }),
  )
})
