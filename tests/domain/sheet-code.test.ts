import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSheetCode, readTyped, sheetCode } from '#app/domain/sheet-code.ts'

const queueNumber = fc.integer({ min: 1, max: 5_000_000 })

test('every enrolment has a code of its own, and it is short', () => {
  const codes = Array.from({ length: 3000 }, (_, nth) => sheetCode(nth + 1))
  expect(new Set(codes).size).toBe(3000)
  expect(Math.max(...codes.map((code) => code.length))).toBeLessThanOrEqual(4)
  expect(codes.every(isSheetCode)).toBe(true)
})

test('one wrong sign, or two that were swapped, are noticed', () => {
  fc.assert(
    fc.property(queueNumber, fc.nat(), fc.constantFrom(...'234679ACDFGHJKLMNQRVWXY'), (number, at, sign) => {
      const code = sheetCode(number)
      const place = at % code.length
      const wrong = code.slice(0, place) + sign + code.slice(place + 1)
      expect(isSheetCode(wrong)).toBe(wrong === code)
      const next = (place + 1) % code.length
      if (next === 0) return
      const swapped = [...code]
      ;[swapped[place], swapped[next]] = [swapped[next] ?? '', swapped[place] ?? '']
      expect(isSheetCode(swapped.join(''))).toBe(swapped.join('') === code)
    }),
  )
})

const [ada, bert, carl] = [sheetCode(17), sheetCode(18), sheetCode(1234)]
const known = [ada, bert, carl]

test('codes alone mean present; p, t3, e and u say otherwise; blanks and lines part them', () => {
  const { entries, problems } = readTyped(`${ada.toLowerCase()} t3\n${bert}, ${carl} u`, known, 4)
  expect(problems).toEqual([])
  expect(entries).toEqual([
    { code: ada, status: 'partial', units: 3 },
    { code: bert, status: 'present', units: null },
    { code: carl, status: 'absent', units: null },
  ])
  expect(readTyped(`${ada} e ${bert} p`, known, 4).entries.map(({ status }) => status)).toEqual([
    'excused',
    'present',
  ])
})

test('what cannot be saved is named: a code of another list, a typing mistake, units that are missing, a repetition', () => {
  const other = sheetCode(99)
  const { entries, problems } = readTyped(`${other} QOQ ${ada} t ${bert} ${bert} u ${carl} t4`, known, 4)
  expect(entries).toEqual([{ code: bert, status: 'present', units: null }])
  expect(problems).toEqual([
    { text: other, problem: 'unknown' },
    { text: 'QOQ', problem: 'mistyped' },
    { text: `${ada} t`, problem: 'units-missing' },
    { text: `${bert} u`, problem: 'twice' },
    { text: `${carl} t4`, problem: 'units-missing' },
  ])
})

test('nothing typed is nothing to save, whatever it is made of', () => {
  expect(readTyped(' \n ,; ', known, 4)).toEqual({ entries: [], problems: [] })
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { entries } = readTyped(text, known, 4)
      expect(entries.every(({ code }) => known.includes(code))).toBe(true)
    }),
  )
})
