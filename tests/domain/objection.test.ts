import { expect, test } from 'vitest'
import { objectionClosedBecause } from '#app/domain/objection.ts'

const meeting = { endsAt: new Date('2026-03-01T11:00:00Z') }
const record = { status: 'absent', units: 0 } as const
const on = (day: number) => new Date(Date.UTC(2026, 2, day, 11))

test('one can object for fourteen days to what is recorded, once at a time', () => {
  expect(objectionClosedBecause(meeting, record, false, on(2))).toBeNull()
  expect(objectionClosedBecause(meeting, record, false, on(15))).toBeNull()
  expect(objectionClosedBecause(meeting, record, false, on(16))).toBe('too-late')
  expect(objectionClosedBecause(meeting, record, true, on(2))).toBe('already-open')
  expect(objectionClosedBecause(meeting, undefined, false, on(2))).toBe('not-recorded')
})
