import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isShown, isShownInCourse, moved, SHOWN_TO, type ShownTo } from '#app/domain/material.ts'

const NOW = new Date('2026-03-11T10:00:00Z')
const toCome = { endsAt: new Date('2026-03-12T10:00:00Z') }
const over = { endsAt: new Date('2026-03-10T10:00:00Z') }
const stranger = { leads: false, isSeated: false, hasAttended: false }
const seated = { ...stranger, isSeated: true }
const attended = { ...seated, hasAttended: true }

const rule = (shownTo: ShownTo, when: 'before' | 'after' | 'both') => ({
  shownTo,
  shownBefore: when !== 'after',
  shownAfter: when !== 'before',
})

test('what is for before is shown until the end of the workshop, what is for after from then on', () => {
  const shown = (when: 'before' | 'after' | 'both', workshop: { endsAt: Date }) =>
    isShown(rule('everybody', when), stranger, workshop, NOW)
  expect([shown('before', toCome), shown('before', { endsAt: NOW }), shown('before', over)]).toEqual([
    true,
    false,
    false,
  ])
  expect([shown('after', toCome), shown('after', { endsAt: NOW }), shown('after', over)]).toEqual([
    false,
    true,
    true,
  ])
  expect([shown('both', toCome), shown('both', over)]).toEqual([true, true])
})

test('everybody, those with a place, those who were there: each is part of the one before', () => {
  const readers = [stranger, seated, attended]
  const seen = (shownTo: ShownTo) =>
    readers.map((reader) => isShown(rule(shownTo, 'both'), reader, over, NOW))
  expect(seen('everybody')).toEqual([true, true, true])
  expect(seen('seated')).toEqual([false, true, true])
  expect(seen('attended')).toEqual([false, false, true])
})

test('whoever leads the workshop sees all of it at any time', () => {
  for (const shownTo of SHOWN_TO)
    for (const when of ['before', 'after'] as const)
      for (const workshop of [toCome, over])
        expect(isShown(rule(shownTo, when), { ...stranger, leads: true }, workshop, NOW)).toBe(true)
})

test('on the page of the course one sees what is open to all, and what a place of one’s own has opened', () => {
  const places = [{ ...over, hasAttended: true }]
  expect(isShownInCourse(rule('everybody', 'before'), false, [], NOW)).toBe(true)
  expect(isShownInCourse(rule('everybody', 'after'), false, [], NOW)).toBe(false)
  expect(isShownInCourse(rule('attended', 'after'), false, places, NOW)).toBe(true)
  expect(isShownInCourse(rule('attended', 'after'), false, [{ ...over, hasAttended: false }], NOW)).toBe(
    false,
  )
})

test('moving an entry loses none, and back again is the order as it was', () => {
  const lists = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(lists, fc.nat(), (names, nth) => {
      const list = names.map((id) => ({ id }))
      const { id } = list[nth % list.length]!
      const down = moved(list, id, 1)
      expect([...down].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        [...list].sort((a, b) => (a.id < b.id ? -1 : 1)),
      )
      if (list.at(-1)?.id !== id) expect(moved(down, id, -1)).toEqual(list)
      else expect(down).toEqual(list)
    }),
  )
})
