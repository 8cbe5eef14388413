import { expect, test } from 'vitest'
import { countsApart, middlePart, partsFigure, restOf, ticksFigure } from '#app/domain/answer-count.ts'

test('of fewer than five nothing is told, of fewer than ten only how many they were', () => {
  expect(partsFigure({ a: 0, b: 0 })).toEqual({ kind: 'no-data' })
  expect(partsFigure({ a: 4, b: 0 })).toEqual({ kind: 'too-few' })
  expect(partsFigure({ a: 9, b: 0 })).toEqual({ kind: 'answered', responses: 9 })
  expect(partsFigure({ a: 5, b: 4 })).toEqual({ kind: 'answered', responses: 9 })
  expect(ticksFigure({ a: 9, b: 5 }, 9)).toEqual({ kind: 'answered', responses: 9 })
})

test('whatever each group of at least five answered is told, and what is left is told together', () => {
  expect(partsFigure({ a: 12, b: 5, c: 0 })).toMatchObject({ counts: { a: 12, b: 5, c: 0 } })
  const figure = partsFigure({ a: 12, b: 7, c: 3, d: 2, e: 0 })
  expect(figure).toEqual({ kind: 'parts', responses: 24, counts: { a: 12, b: 7 } })
  expect(restOf({ responses: 24, counts: { a: 12, b: 7 } })).toBe(5)
  expect(restOf({ responses: 17, counts: { a: 12, b: 5, c: 0 } })).toBeNull()
})

test('a rest of a few takes the next larger answer with it', () => {
  expect(partsFigure({ a: 12, b: 7, c: 3 })).toMatchObject({ counts: { a: 12 } })
})

test('where all but a few said the same, that is said, and not how many they were', () => {
  expect(partsFigure({ yes: 38, no: 2 })).toEqual({ kind: 'mostly', responses: 40, value: 'yes' })
  expect(partsFigure({ yes: 36, no: 4 })).toEqual({ kind: 'mostly', responses: 40, value: 'yes' })
  expect(partsFigure({ a: 4, b: 3, c: 4 })).toEqual({ kind: 'answered', responses: 11 })
})

test('a tick is told only where at least five have set it and at least five have not', () => {
  expect(ticksFigure({ a: 0, b: 4, c: 5, d: 15, e: 16, f: 20 }, 20)).toEqual({
    kind: 'ticks',
    responses: 20,
    ticks: { a: 'few', b: 'few', c: 5, d: 15, e: 'most', f: 'most' },
  })
})

test('a higher minimum of the round asks for more of every number', () => {
  expect(partsFigure({ a: 12, b: 7, c: 6 }, 7)).toMatchObject({ counts: { a: 12 } })
  expect(ticksFigure({ a: 6, b: 8 }, 13, 7)).toEqual({ kind: 'answered', responses: 13 })
  expect(ticksFigure({ a: 6, b: 8 }, 15, 7)).toMatchObject({ ticks: { a: 'few', b: 8 } })
})

const group = (counts: Record<string, number>, responses?: number) => ({
  counts,
  responses: responses ?? Object.values(counts).reduce((sum, n) => sum + n, 0),
})

test('groups are told apart only if each answer in each of them belongs to enough people or to nobody', () => {
  const whole = partsFigure({ yes: 20, no: 15 })
  const told = countsApart(whole, { it: group({ yes: 8, no: 5 }), user: group({ yes: 12, no: 10 }) })
  expect(told).toMatchObject({ it: { counts: { yes: 8, no: 5 } }, user: { responses: 22 } })
  expect(countsApart(whole, { it: group({ yes: 12, no: 3 }), user: group({ yes: 8, no: 12 }) })).toBeNull()
  expect(
    countsApart(whole, { it: group({ yes: 13, no: 0 }), user: group({ yes: 7, no: 15 }) }),
  ).not.toBeNull()
  expect(countsApart(whole, { it: group({ yes: 4, no: 5 }), user: group({ yes: 16, no: 10 }) })).toBeNull()
})

test('the rest is an answer like any other when groups are told apart', () => {
  const whole = partsFigure({ a: 20, b: 4, c: 3 })
  expect(whole).toMatchObject({ counts: { a: 20 } })
  const apart = (it: number[], user: number[]) =>
    countsApart(whole, {
      it: group({ a: it[0]!, b: it[1]!, c: it[2]! }),
      user: group({ a: user[0]!, b: user[1]!, c: user[2]! }),
    })
  expect(apart([10, 4, 1], [10, 0, 2])).toBeNull()
  expect(apart([10, 4, 3], [10, 0, 0])).toMatchObject({ it: { counts: { a: 10 } } })
})

test('each tick is told apart or left out for itself', () => {
  const whole = ticksFigure({ a: 20, b: 12, c: 2 }, 30)
  const told = countsApart(whole, {
    it: group({ a: 8, b: 3, c: 1 }, 14),
    user: group({ a: 11, b: 9, c: 1 }, 16),
  })
  expect(told).toEqual({
    it: { kind: 'ticks', responses: 14, ticks: { a: 8 } },
    user: { kind: 'ticks', responses: 16, ticks: { a: 11 } },
  })
})

test('the middle number is told by its range, and only if it is certain whatever the rest said', () => {
  const ranges = ['0-9', '10-19', '20-29', '30-39']
  const all = (counts: Record<string, number>, responses: number) => middlePart({ responses, counts }, ranges)
  expect(all({ '0-9': 5, '10-19': 8, '20-29': 6, '30-39': 0 }, 19)).toBe('10-19')
  expect(all({ '10-19': 20 }, 30)).toBe('10-19')
  expect(all({ '10-19': 14 }, 30)).toBeNull()
  expect(all({ '0-9': 10, '10-19': 0, '20-29': 10, '30-39': 0 }, 20)).toBeNull()
})
