import { expect, test } from 'vitest'
import { decisionDay, notConfirmedBecause, notMergedBecause, viabilityOf } from '#app/domain/minimum.ts'

const startsAt = new Date('2026-12-15T08:00:00Z')
const workshop = { minimum: 4, startsAt, decideOn: null, goingAt: null, calledOffAt: null }
const at = (text: string) => new Date(`${text}Z`)

test('it is decided a week before, unless another day is set', () => {
  expect(decisionDay(workshop)).toBe('2026-12-08')
  expect(decisionDay({ startsAt, decideOn: '2026-12-10' })).toBe('2026-12-10')
})

test('the traffic light: enough, too few yet, too few and due, confirmed', () => {
  expect(viabilityOf(workshop, 4, at('2026-12-09T12:00'))).toBe('enough')
  expect(viabilityOf(workshop, 3, at('2026-12-07T12:00'))).toBe('short')
  expect(viabilityOf(workshop, 3, at('2026-12-08T12:00'))).toBe('due')
  expect(viabilityOf({ ...workshop, goingAt: at('2026-12-08T12:00') }, 3, at('2026-12-09T12:00'))).toBe(
    'going',
  )
})

test('without a minimum, once begun, or called off there is nothing to decide', () => {
  expect(viabilityOf({ ...workshop, minimum: 0 }, 0, at('2026-12-09T12:00'))).toBeUndefined()
  expect(viabilityOf(workshop, 0, startsAt)).toBeUndefined()
  expect(viabilityOf({ ...workshop, calledOffAt: startsAt }, 0, at('2026-12-09T12:00'))).toBeUndefined()
})

test('what is confirmed, called off or begun cannot be confirmed', () => {
  const now = at('2026-12-08T12:00')
  expect(notConfirmedBecause(workshop, now)).toBeUndefined()
  expect(notConfirmedBecause({ ...workshop, goingAt: now }, now)).toBe('confirmed-already')
  expect(notConfirmedBecause({ ...workshop, calledOffAt: now }, now)).toBe('called-off')
  expect(notConfirmedBecause(workshop, startsAt)).toBe('started')
})

test('a date is merged into another one of the same course that is still to come', () => {
  const now = at('2026-12-08T12:00')
  const from = { id: 'a', courseId: 'c', calledOffAt: null, startsAt }
  const into = { ...from, id: 'b' }
  expect(notMergedBecause(from, into, now)).toBeUndefined()
  expect(notMergedBecause(from, from, now)).toBe('other-course')
  expect(notMergedBecause(from, { ...into, courseId: 'd' }, now)).toBe('other-course')
  expect(notMergedBecause({ ...from, calledOffAt: now }, into, now)).toBe('called-off')
  expect(notMergedBecause(from, { ...into, calledOffAt: now }, now)).toBe('other-called-off')
  expect(notMergedBecause(from, { ...into, startsAt: now }, now)).toBe('other-started')
})
