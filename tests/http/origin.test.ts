import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safePath } from '#app/http/origin.ts'

const HERE = 'https://here.example'

test('wherever an address asks to go on to, it is a page of ours', () => {
  const sign = fc.constantFrom(
    '/',
    '\\',
    '.',
    ':',
    '@',
    '%',
    '2',
    'f',
    '5',
    'c',
    '?',
    '#',
    ' ',
    '\t',
    '\n',
    'e',
  )
  const text = fc.array(sign, { maxLength: 12 }).map((signs) => `/${signs.join('')}`)
  fc.assert(
    fc.property(text, (asked) => {
      const path = safePath(asked)
      expect(path).toMatch(/^\/(?![/\\])/)
      expect(new URL(path, HERE).origin).toBe(HERE)
    }),
    { numRuns: 1_000 },
  )
})

test('a page of ours stays what it is', () => {
  expect(safePath('/courses?page=2&q=Netze')).toBe('/courses?page=2&q=Netze')
  expect(safePath(null)).toBe('/')
})
