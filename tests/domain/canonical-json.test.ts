import { expect, test } from 'vitest'
import { canonicalJson } from '#app/domain/canonical-json.ts'

test('the order of keys and the way an umlaut is put together make no difference', () => {
  const composed = { b: [1, { z: 'M\u00fcller', a: null }], a: true }
  const decomposed = { a: true, b: [1, { a: null, z: 'Mu\u0308ller' }] }
  expect(canonicalJson(decomposed)).toBe(canonicalJson(composed))
  expect(canonicalJson(composed)).toBe('{"a":true,"b":[1,{"a":null,"z":"M\u00fcller"}]}')
})

test('the order of a list, a number and its text are different contents', () => {
  expect(new Set([[1, 2], [2, 1], ['1', 2], { 0: 1, 1: 2 }].map(canonicalJson)).size).toBe(4)
})

test('a day and time is written down, not lost', () => {
  expect(canonicalJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}')
})
