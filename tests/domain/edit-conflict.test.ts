import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeEdits } from '#app/domain/edit-conflict.ts'

const fields = ['place', 'note', 'trainerIds', 'capacity']
const before = { place: 'Rathaus', note: '', trainerIds: ['a', 'b'], capacity: '12' }

test('what only the other one changed is taken over, what only you changed stays', () => {
  const theirs = { ...before, place: 'Kreishaus' }
  const yours = { ...before, capacity: '10' }
  expect(mergeEdits(fields, { before, theirs, yours })).toEqual({
    merged: { ...before, place: 'Kreishaus', capacity: '10' },
    differences: [
      { field: 'place', before: 'Rathaus', theirs: 'Kreishaus', yours: 'Rathaus', isContested: false },
    ],
  })
})

test('what both changed stands as you typed it, and is named', () => {
  const theirs = { ...before, note: 'Laptop' }
  const yours = { ...before, note: 'Stift' }
  const { merged, differences } = mergeEdits(fields, { before, theirs, yours })
  expect(merged.note).toBe('Stift')
  expect(differences).toEqual([
    { field: 'note', before: '', theirs: 'Laptop', yours: 'Stift', isContested: true },
  ])
})

test('two who changed the same to the same do not disturb each other, and order of choices says nothing', () => {
  const theirs = { ...before, note: 'Laptop', trainerIds: ['b', 'a'] }
  const yours = { ...before, note: 'Laptop\r\n' }
  expect(mergeEdits(fields, { before, theirs, yours }).differences).toEqual([])
})

test('nothing that was typed is lost, and nothing that was saved goes unnoticed', () => {
  const value = fc.constantFrom('', 'a', 'b', 'c')
  const values = fc.record({ place: value, note: value, capacity: value })
  fc.assert(
    fc.property(values, values, values, (old, theirs, yours) => {
      const names = ['place', 'note', 'capacity'] as const
      const { merged, differences } = mergeEdits(names, { before: old, theirs, yours })
      for (const name of names) {
        if (yours[name] !== old[name]) expect(merged[name]).toBe(yours[name])
        else expect(merged[name]).toBe(theirs[name])
        const isNamed = differences.some(({ field }) => field === name)
        expect(isNamed).toBe(theirs[name] !== old[name] && theirs[name] !== yours[name])
      }
    }),
  )
})
