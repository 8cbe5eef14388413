import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CODE_SIGNS } from '#app/domain/certificate-code.ts'
import { readRecoveryCode, recoveryCodeFrom, RECOVERY_NUMBERS } from '#app/domain/recovery-code.ts'

const GROUP_WITH_STROKE = 6
const codes = fc
  .array(fc.integer({ min: 0, max: CODE_SIGNS.length - 1 }), {
    minLength: RECOVERY_NUMBERS,
    maxLength: RECOVERY_NUMBERS,
  })
  .map(recoveryCodeFrom)

test('a code is read again however it is typed', () => {
  fc.assert(
    fc.property(codes, fc.constantFrom('', ' ', '-', '  – '), (code, between) => {
      const typed = code.toLowerCase().split('-').join(between)
      expect(readRecoveryCode(typed)).toEqual({ ok: true, code })
    }),
  )
})

test('one wrong sign, or two neighbours that changed places, is found in its group', () => {
  fc.assert(
    fc.property(codes, fc.nat(6), fc.nat(4), fc.constantFrom(...CODE_SIGNS), (code, group, place, sign) => {
      const at = group * GROUP_WITH_STROKE + place
      const wrong = code.slice(0, at) + sign + code.slice(at + 1)
      const [one = '', two = ''] = code.slice(at, at + 2)
      const swapped = code.slice(0, at) + two + one + code.slice(at + 2)
      const expected = { ok: false, problem: 'group', group: group + 1 }
      if (wrong !== code) expect(readRecoveryCode(wrong)).toEqual(expected)
      if (place < 3 && swapped !== code) expect(readRecoveryCode(swapped)).toEqual(expected)
    }),
  )
})

test('groups that changed places are found, and what is too short is said to be so', () => {
  fc.assert(
    fc.property(codes, (code) => {
      const [first, second, ...rest] = code.split('-')
      expect(readRecoveryCode([second, first, ...rest].join('-')).ok).toBe(false)
      expect(readRecoveryCode(code.slice(0, -1))).toEqual({ ok: false, problem: 'length' })
    }),
  )
})
