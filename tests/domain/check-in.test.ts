import { expect, test } from 'vitest'
import { checkInState, codeFrom, shownCode, stepOf, typedCode } from '#app/domain/check-in.ts'

const meeting = { startsAt: new Date('2026-03-11T09:00:00Z'), endsAt: new Date('2026-03-11T12:00:00Z') }
const on = { calledOffAt: null }
const at = (time: string) => checkInState(meeting, on, new Date(`2026-03-11T${time}:00Z`))

test('one can check in from half an hour before until the end, and is noted up to two hours before', () => {
  expect(at('06:59')).toBe('too-early')
  expect(at('07:00')).toBe('early')
  expect(at('08:29')).toBe('early')
  expect(at('08:30')).toBe('open')
  expect(at('12:00')).toBe('open')
  expect(at('12:01')).toBe('over')
})

test('nobody checks in to what was called off', () => {
  const off = { calledOffAt: new Date('2026-03-10T09:00:00Z') }
  expect(checkInState(meeting, off, meeting.startsAt)).toBe('called-off')
})

test('the code changes every half minute, on the half minute', () => {
  expect(stepOf(new Date('2026-03-11T09:00:29.999Z'))).toBe(stepOf(meeting.startsAt))
  expect(stepOf(new Date('2026-03-11T09:00:30Z'))).toBe(stepOf(meeting.startsAt) + 1)
})

test('a code is read as people type it', () => {
  const code = codeFrom([0, 25, 50, 75, 100, 255])
  expect(code).toMatch(/^[2-9BCDFGHJKMPQRTVWXY]{6}$/)
  expect(typedCode(` ${shownCode(code).toLowerCase()} `)).toBe(code)
})
