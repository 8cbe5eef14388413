import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDifference, type Piece } from '#app/domain/word-difference.ts'

const whole = (pieces: Piece[]) => pieces.map(({ text }) => text).join('')
const shared = (pieces: Piece[]) => whole(pieces.filter(({ isOnlyHere }) => !isOnlyHere))

test('what was added, left out or put in place of something stands apart from what stayed', () => {
  expect(wordDifference('Alle Workshops, ohne abgesagte', 'Alle begonnenen Workshops, ohne Serien')).toEqual({
    before: [
      { text: 'Alle Workshops, ohne ', isOnlyHere: false },
      { text: 'abgesagte', isOnlyHere: true },
    ],
    now: [
      { text: 'Alle ', isOnlyHere: false },
      { text: 'begonnenen ', isOnlyHere: true },
      { text: 'Workshops, ohne ', isOnlyHere: false },
      { text: 'Serien', isOnlyHere: true },
    ],
  })
})

test('the pieces give both texts again, and what stands in both is the same on either side', () => {
  const text = fc.array(fc.constantFrom('a', 'bb', ' ', '\n', 'ß-ü', '  ')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { before, now } = wordDifference(one, other)
      expect([whole(before), whole(now)]).toEqual([one, other])
      expect(shared(before)).toBe(shared(now))
    }),
  )
})

test('nothing is marked in a text that stayed, and everything where one of both is empty', () => {
  expect(wordDifference('ein Text', 'ein Text').now).toEqual([{ text: 'ein Text', isOnlyHere: false }])
  expect(wordDifference('', 'neu')).toEqual({ before: [], now: [{ text: 'neu', isOnlyHere: true }] })
})
