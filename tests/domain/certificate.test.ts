import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isEnough,
  isOutdated,
  occasionOf,
  pointsOf,
  standingOf,
  unissuableBecause,
  type LastCertificate,
} from '#app/domain/certificate.ts'
import { CODE_LENGTH, CODE_SIGNS, codeFrom, inGroups, readCode } from '#app/domain/certificate-code.ts'

const record = { unitsPlanned: 8, unitsAttended: 8, meetingsRecorded: 2, meetings: 2 }
const held: LastCertificate = { unitsPlanned: 8, unitsAttended: 8, revoked: null }

const meeting = { startsAt: new Date('2026-03-11T07:00:00Z'), endsAt: new Date('2026-03-11T10:00:00Z') }
const took = { meetings: [meeting], place: 'Rathaus', onlineUrl: null as string | null }
const occasion = occasionOf(took)

test('half is not more than half', () => {
  expect([4, 5].map((attended) => isEnough(8, attended, 50))).toEqual([false, true])
  expect([3, 4].map((attended) => isEnough(7, attended, 50))).toEqual([false, true])
})

test('a district may ask for less or for everything', () => {
  expect(isEnough(8, 1, 0)).toBe(true)
  expect(isEnough(8, 0, 0)).toBe(false)
  expect([7, 8].map((attended) => isEnough(8, attended, 99))).toEqual([false, true])
  expect([199, 200].map((attended) => isEnough(200, attended, 99))).toEqual([true, true])
})

test('whoever attended enough gets one next, and who has one has one', () => {
  expect(standingOf(record, undefined, 50)).toBe('earned')
  expect(standingOf({ ...record, unitsAttended: 5 }, undefined, 50)).toBe('earned')
  expect(standingOf(record, held, 50)).toBe('issued')
})

test('whoever attended too little, or not at all, gets none, and each has a reason of their own', () => {
  expect(standingOf({ ...record, unitsAttended: 4 }, undefined, 50)).toBe('too-little')
  expect(standingOf({ ...record, unitsAttended: 0 }, undefined, 50)).toBe('absent')
})

test('nobody gets one, or is told that there is none, before the lists are complete', () => {
  expect(standingOf({ ...record, meetingsRecorded: 1 }, undefined, 50)).toBe('open')
  expect(standingOf({ ...record, unitsAttended: 0, meetingsRecorded: 0 }, undefined, 50)).toBe('open')
})

test('what was taken back for a reason does not come again by itself, what was corrected does', () => {
  expect(standingOf(record, { ...held, revoked: 'withdrawn' }, 50)).toBe('revoked')
  expect(standingOf(record, { ...held, revoked: 'corrected' }, 50)).toBe('earned')
})

test('a certificate is outdated when the list says something else by now', () => {
  const isOld = (last: LastCertificate, attended: number) =>
    isOutdated(last, { ...record, unitsAttended: attended }, undefined, occasion)
  expect(isOld(held, 8)).toBe(false)
  expect(isOld(held, 6)).toBe(true)
  expect(isOld({ ...held, revoked: 'withdrawn' }, 6)).toBe(false)
})

test('it is outdated, too, when the workshop took place at another time or place than it says', () => {
  const later = { ...meeting, startsAt: new Date('2026-03-12T10:00:00Z') }
  const isOld = (workshop: Partial<typeof took>, last = held) =>
    isOutdated(last, record, occasion, occasionOf({ ...took, ...workshop }))
  expect(isOld({})).toBe(false)
  expect(isOld({ meetings: [later] })).toBe(true)
  expect(isOld({ place: 'Bürgerhaus' })).toBe(true)
  expect(isOld({ onlineUrl: 'https://video.example/1' })).toBe(true)
  expect(isOld({ place: 'Bürgerhaus' }, { ...held, revoked: 'withdrawn' })).toBe(false)
})

test('certificates are issued after the last meeting, and for nothing that was called off', () => {
  const endsAt = new Date('2026-03-11T10:00:00Z')
  const before = new Date(endsAt.getTime() - 1)
  expect(unissuableBecause({ calledOffAt: null, endsAt }, before)).toBe('not-over')
  expect(unissuableBecause({ calledOffAt: null, endsAt }, endsAt)).toBeNull()
  expect(unissuableBecause({ calledOffAt: before, endsAt }, endsAt)).toBe('called-off')
})

test('what a person wrote as Markdown becomes plain points on paper', () => {
  const markdown =
    '## Inhalte\n\n- **Adressen** und `Netze`\n1. [Werkzeuge](https://example.org/x)\n---\n> Üben'
  expect(pointsOf(markdown)).toEqual(['Inhalte', 'Adressen und Netze', 'Werkzeuge', 'Üben'])
})

const sign = fc.integer({ min: 0, max: CODE_SIGNS.length - 1 })
const code = fc.array(sign, { minLength: CODE_LENGTH - 1, maxLength: CODE_LENGTH - 1 }).map(codeFrom)

test('a code is read however it is typed', () => {
  fc.assert(
    fc.property(code, (given) => {
      const grouped = inGroups(given)
      expect(grouped).toMatch(/^\w{4}-\w{4}-\w{4}$/)
      for (const typed of [given, grouped, grouped.toLowerCase(), ` ${grouped.replaceAll('-', ' ')}\n`]) {
        expect(readCode(typed)).toEqual({ ok: true, code: given })
      }
    }),
  )
})

test('one wrong sign is always noticed', () => {
  fc.assert(
    fc.property(code, fc.nat(CODE_LENGTH - 1), sign, (given, place, other) => {
      fc.pre(CODE_SIGNS[other] !== given[place])
      const wrong = given.slice(0, place) + CODE_SIGNS[other]! + given.slice(place + 1)
      expect(readCode(wrong)).toEqual({ ok: false, problem: 'mistyped' })
    }),
  )
})

test('two signs that changed places are always noticed', () => {
  fc.assert(
    fc.property(code, fc.nat(CODE_LENGTH - 1), fc.nat(CODE_LENGTH - 1), (given, one, other) => {
      fc.pre(given[one] !== given[other])
      const signs = [...given]
      ;[signs[one], signs[other]] = [signs[other]!, signs[one]!]
      expect(readCode(signs.join(''))).toMatchObject({ ok: false })
    }),
  )
})

test('no sign of a code looks like another, and any other text is no code', () => {
  expect(CODE_SIGNS).not.toMatch(/[01OILUSBZ]/)
  expect(new Set(CODE_SIGNS).size).toBe(23)
  expect(readCode(' - ')).toEqual({ ok: false, problem: 'empty' })
  for (const typed of ['7KCD', 'O0O0-O0O0-O0O0', "' or 1=1 --", '7'.repeat(500)]) {
    expect(readCode(typed)).toMatchObject({ ok: false })
  }
})
