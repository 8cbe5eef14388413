import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRegister, type RegisterResult } from '#app/domain/municipality-register.ts'
import { registerText } from '#tests/register-lines.ts'

// A register of municipalities is taken whole or not at all.

function problemsOf(result: RegisterResult) {
  return !result.ok && result.refusal === 'faulty-lines'
    ? result.problems.map(({ line, problem }) => `${line} ${problem}`)
    : result
}

/** Ways to break a line, each with what is said of it. */
const BREAKS: [problem: string, (line: string) => string][] = [
  ['length', (line) => line.slice(0, -1)],
  ['length', (line) => `${line} `],
  ['length', () => ''],
  ['length', (line) => line.slice(0, 100)],
  ['record-type', (line) => `61${line.slice(2)}`],
  ['record-type', (line) => `  ${line.slice(2)}`],
  ['day', (line) => `${line.slice(0, 2)}20261331${line.slice(10)}`],
  ['other-day', (line) => `${line.slice(0, 2)}20250930${line.slice(10)}`],
  ['key', (line) => `${line.slice(0, 15)}O${line.slice(16)}`],
  ['name', (line) => line.slice(0, 22) + ' '.repeat(50) + line.slice(72)],
  ['name-signs', (line) => `${line.slice(0, 24)}\ufffd${line.slice(25)}`],
  ['kind', (line) => `${line.slice(0, 122)}44${line.slice(124)}`],
  ['area', (line) => `${line.slice(0, 135)},${line.slice(136)}`],
  ['population', (line) => `${line.slice(0, 149)}k${line.slice(150)}`],
  ['population', (line) => line.slice(0, 139) + ' '.repeat(11) + line.slice(150)],
  ['postcode', (line) => `${line.slice(0, 165)}****${line.slice(169)}`],
]

const names = [
  'Coswig, Stadt',
  'Diera-Zehren',
  'Gröditz',
  'Großenhain',
  'Burg (Dithmarschen)',
  'St. Michaelisdonn',
]

const places = fc
  .uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 3, maxLength: 12 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc.record({
          ags: fc.constant(`14627${String(number).padStart(3, '0')}`),
          name: fc.constantFrom(...names),
          population: fc.integer({ min: 0, max: 99_999_999 }),
          textKey: fc.constantFrom('60', '61', '62', '63', '64', '67', '68', '69'),
        }),
      ),
    ),
  )

test('whatever stands in a valid register comes out of it again', () => {
  fc.assert(
    fc.property(places, (given) => {
      const read = readRegister(registerText(given))
      expect(
        read.ok && read.register.municipalities.map(({ ags, name, population }) => [ags, name, population]),
      ).toEqual(given.map(({ ags, name, population }) => [ags, name.split(',')[0], population]))
    }),
    { numRuns: 60 },
  )
})

test('any single broken line refuses the whole file and is the one that is named', () => {
  fc.assert(
    fc.property(places, fc.constantFrom(...BREAKS), fc.nat(), (given, [problem, broken], nth) => {
      const lines = registerText(given).split('\n')
      const at = 2 + (nth % given.length)
      lines[at] = broken(lines[at]!)
      expect(problemsOf(readRegister(lines.join('\n')))).toEqual([`${at + 1} ${problem}`])
    }),
    { numRuns: 200 },
  )
})
