import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isClosedDuring, mostInUse, overlap, placeOf, placeWith, wordsBeside } from '#app/domain/room.ts'

const from = (start: number, end: number) => ({ startsAt: new Date(start), endsAt: new Date(end) })

test('whoever begins as others end does not disturb them', () => {
  expect(overlap(from(1, 3), from(3, 5))).toBe(false)
  expect(overlap(from(1, 4), from(3, 5))).toBe(true)
})

test('a room that is out of order is so on whole days', () => {
  const room = { closedFrom: '2026-12-02', closedUntil: '2026-12-03' }
  const on = (day: string) => ({
    startsAt: new Date(`${day}T08:00:00Z`),
    endsAt: new Date(`${day}T11:00:00Z`),
  })
  expect(
    ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'].map((day) => isClosedDuring(room, on(day))),
  ).toEqual([false, true, true, false])
  expect(isClosedDuring({ closedFrom: null, closedUntil: null }, on('2026-12-02'))).toBe(false)
})

test('what is lent one after the other is not counted twice', () => {
  const uses = [
    { ...from(0, 4), amount: 2 },
    { ...from(4, 8), amount: 3 },
  ]
  expect(mostInUse(from(2, 6), uses)).toBe(3)
  expect(mostInUse(from(8, 9), uses)).toBe(0)
})

test('at no moment is more in use than is counted', () => {
  const use = fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5 }))
    .map(([start, length, amount]) => ({ ...from(start, start + length), amount }))
  fc.assert(
    fc.property(fc.array(use, { maxLength: 8 }), (uses) => {
      const at = (moment: number) =>
        uses
          .filter(({ startsAt, endsAt }) => startsAt.getTime() <= moment && moment < endsAt.getTime())
          .reduce((sum, { amount }) => sum + amount, 0)
      const moments = Array.from({ length: 10 }, (_, index) => 5 + index)
      expect(mostInUse(from(5, 15), uses)).toBe(Math.max(...moments.map(at)))
    }),
  )
})

test('a room is written with its site where it has one', () => {
  expect(placeOf({ name: 'Raum 1', site: 'Rathaus' })).toBe('Raum 1, Rathaus')
  expect(placeOf({ name: 'Raum 1', site: null })).toBe('Raum 1')
})

test.each([
  [null, 'Raum 1, Rathaus', null],
  ['Hintereingang', 'Raum 1, Rathaus (Hintereingang)', 'Hintereingang'],
  ['Rathaus, 2. Stock, Raum 1', 'Rathaus, 2. Stock, Raum 1', 'Rathaus, 2. Stock, Raum 1'],
])('beside a room, %j is written as %j, and read again', (said, place, read) => {
  const room = { name: 'Raum 1', site: 'Rathaus' }
  expect(placeWith(room, said)).toBe(place)
  expect(wordsBeside(room, place)).toBe(read)
  expect(placeWith(room, read)).toBe(place)
})
