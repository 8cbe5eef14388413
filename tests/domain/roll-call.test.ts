import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ATTENDANCE_STATUSES } from '#app/domain/attendance.ts'
import {
  decideTap,
  isTap,
  isTooOld,
  nextTapTime,
  withoutTaps,
  withTap,
  type Tap,
} from '#app/domain/roll-call.ts'

const ID = '00000000-0000-4000-8000-000000000001'
const aTap = (given: Partial<Tap> = {}): Tap => ({
  id: ID,
  enrolmentId: '00000000-0000-4000-8000-000000000002',
  status: 'present',
  units: null,
  tappedAt: 1000,
  basedOn: null,
  ...given,
})

const wanted = { status: 'present', units: 4, tappedAt: 1000, basedOn: null } as const
const absent = { status: 'absent', units: 0, recordedAt: 500 } as const

test('a tap on an empty place is stored', () => {
  expect(decideTap(wanted, { current: undefined, lastTap: undefined })).toBe('stored')
})

test('what the device saw may be changed, what somebody else wrote meanwhile may not', () => {
  expect(decideTap({ ...wanted, basedOn: 500 }, { current: absent, lastTap: undefined })).toBe('stored')
  expect(decideTap(wanted, { current: absent, lastTap: undefined })).toBe('conflict')
  expect(decideTap({ ...wanted, basedOn: 400 }, { current: absent, lastTap: undefined })).toBe('conflict')
})

test('two who tapped the same do not quarrel', () => {
  const current = { status: 'present', units: 4, recordedAt: 500 } as const
  expect(decideTap(wanted, { current, lastTap: undefined })).toBe('stored')
})

test('an earlier tap of the same device changes nothing, a later one does', () => {
  const lastTap = { tappedAt: 1000, recordedAt: 500 }
  expect(decideTap({ ...wanted, tappedAt: 1000 }, { current: absent, lastTap })).toBe('superseded')
  expect(decideTap({ ...wanted, tappedAt: 900 }, { current: absent, lastTap })).toBe('superseded')
  expect(decideTap({ ...wanted, tappedAt: 1001 }, { current: absent, lastTap })).toBe('stored')
})

test('of each person only the last tap waits, and one made while sending stays', () => {
  const first = aTap()
  const second = aTap({ id: ID.replace(/1$/, '3'), status: 'absent', tappedAt: 1001 })
  expect(withTap([first], second)).toEqual([second])
  expect(withoutTaps([second], [first.id])).toEqual([second])
  expect(withoutTaps([second], [second.id])).toEqual([])
})

test('taps have rising times, even when the clock is set back', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 2 }), (clock) => {
      let last = 0
      for (const now of clock) {
        const next = nextTapTime(last, now)
        expect(next).toBeGreaterThan(last)
        last = next
      }
    }),
  )
})

test('what is no tap is not taken for one, whatever it is', () => {
  expect(isTap(aTap())).toBe(true)
  expect(isTap(aTap({ status: 'partial', units: 2, basedOn: 5 }))).toBe(true)
  for (const wrong of [
    { id: 'x' },
    { status: 'sick' },
    { units: 1.5 },
    { tappedAt: -1 },
    { tappedAt: 1e15 },
    { basedOn: 'now' },
  ])
    expect(isTap({ ...aTap(), ...wrong })).toBe(false)
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(isTap(value)).toBe(false)
    }),
  )
})

test('a list is kept for a day', () => {
  const hours = (count: number) => count * 3_600_000
  expect(isTooOld(0, hours(24))).toBe(false)
  expect(isTooOld(0, hours(24) + 1)).toBe(true)
})

test('in any order and however often they are sent, the last tap of a device is what stands', () => {
  const taps = fc.uniqueArray(fc.tuple(fc.nat(50), fc.constantFrom(...ATTENDANCE_STATUSES)), {
    minLength: 1,
    selector: ([tappedAt]) => tappedAt,
  })
  fc.assert(
    fc.property(
      taps.chain((all) => fc.tuple(fc.constant(all), fc.array(fc.constantFrom(...all), { maxLength: 20 }))),
      ([all, again]) => {
        let current:
          { status: (typeof ATTENDANCE_STATUSES)[number]; units: number; recordedAt: number } | undefined
        let lastTap: { tappedAt: number; recordedAt: number } | undefined
        for (const [nth, [tappedAt, status]] of [...again, ...all].entries()) {
          const units = status === 'present' ? 4 : 0
          const outcome = decideTap({ status, units, tappedAt, basedOn: null }, { current, lastTap })
          expect(outcome).not.toBe('conflict')
          if (outcome !== 'stored') continue
          current = { status, units, recordedAt: nth }
          lastTap = { tappedAt, recordedAt: nth }
        }
        const last = [...all].sort(([a], [b]) => b - a)[0]
        expect(current?.status).toBe(last?.[1])
      },
    ),
  )
})
