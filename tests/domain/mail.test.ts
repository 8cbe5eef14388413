import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextAttempt, oneLine } from '#app/domain/mail.ts'

const NOW = new Date('2026-03-11T10:00:00Z')

test('after each failure a mail waits longer than before, and after six it is given up', () => {
  const waits = [1, 2, 3, 4, 5].map((failed) => nextAttempt(failed, NOW)!.getTime() - NOW.getTime())

  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(new Set(waits).size).toBe(5)
  expect(nextAttempt(6, NOW)).toBeNull()
  expect(nextAttempt(7, NOW)).toBeNull()
})

test('whatever somebody types stays on one line of a header', () => {
  const text = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes))
  fc.assert(fc.property(text, (typed) => !/[\p{Cc}\u2028\u2029]/u.test(oneLine(typed))))
  for (let code = 0; code < 0x3000; code++) {
    expect(oneLine(`a${String.fromCharCode(code)}b`)).not.toMatch(/[\r\n\0\u2028\u2029]/)
  }
  expect(oneLine('Raum\r\n\tBcc: x')).toBe('Raum Bcc: x')
})
