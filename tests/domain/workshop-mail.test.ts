import { expect, test } from 'vitest'
import { plannedMails, reminderDue } from '#app/domain/workshop-mail.ts'

const both = { remindThreeDaysBefore: true, remindDayBefore: true }
/** A Wednesday, 9:00 in Berlin. */
const startsAt = new Date('2026-03-18T08:00:00Z')
const at = (text: string) => new Date(text)
const daysOf = (now: string, settings = both) => reminderDue(startsAt, settings, at(now))?.days

test('people are reminded at seven, three days before and the day before', () => {
  expect(daysOf('2026-03-15T05:59:00Z')).toBeUndefined()
  expect(daysOf('2026-03-15T06:00:00Z')).toBe(3)
  expect(daysOf('2026-03-17T05:59:00Z')).toBe(3)
  expect(daysOf('2026-03-17T06:00:00Z')).toBe(1)
  expect(daysOf('2026-03-18T08:00:00Z')).toBeUndefined()
})

test('a reminder that is switched off is left out', () => {
  expect(daysOf('2026-03-15T06:00:00Z', { ...both, remindThreeDaysBefore: false })).toBeUndefined()
  expect(daysOf('2026-03-17T06:00:00Z', { ...both, remindDayBefore: false })).toBe(3)
})

const facts = {
  startsAt,
  calledOffAt: null,
  meetings: [{ endsAt: at('2026-03-18T11:00:00Z') }],
  trainers: 1,
  confirmed: 7,
  offers: [at('2026-03-14T10:00:00Z'), at('2026-03-14T10:00:00Z')],
  asksLater: true,
}

test('what will go out stands in order, and nobody is named in an evaluation', () => {
  const planned = plannedMails(facts, both, at('2026-03-11T10:00:00Z'))

  expect(planned.map(({ kind, count }) => [kind, count])).toEqual([
    ['offer-ends', 2],
    ['reminder-3', 7],
    ['reminder-1', 7],
    ['roll-call', 1],
    ['evaluation', null],
  ])
})

test('of a workshop that is called off nothing goes out any more', () => {
  expect(plannedMails({ ...facts, calledOffAt: startsAt }, both, at('2026-03-11T10:00:00Z'))).toEqual([])
})
