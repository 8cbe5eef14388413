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
  goingAt: null,
  decideOn: null,
  minimum: 0,
  meetings: [{ id: 'first', endsAt: at('2026-03-18T11:00:00Z') }],
  trainers: 1,
  confirmed: 7,
  taken: 9,
  offers: [at('2026-03-14T10:00:00Z'), at('2026-03-14T10:00:00Z')],
  approvals: [],
  unwritten: [],
  asksLater: true,
  certificatesOpen: true,
}
const NOON = at('2026-03-10T11:00:00Z')
const kindsOf = (more: Partial<Parameters<typeof plannedMails>[0]>, now = NOON) =>
  plannedMails({ ...facts, ...more }, both, now).map(({ kind }) => kind)

test('what will go out stands in order, and nobody is named in an evaluation', () => {
  const planned = plannedMails(facts, both, NOON)

  expect(planned.map(({ kind, count }) => [kind, count])).toEqual([
    ['offer-ends', 2],
    ['reminder-3', 7],
    ['reminder-1', 7],
    ['roll-call', 1],
    ['list-unfinished', 1],
    ['list-overdue', null],
    ['evaluation', null],
    ['certificate', null],
  ])
})

test('of a workshop that is called off nothing goes out any more', () => {
  expect(kindsOf({ calledOffAt: startsAt })).toEqual([])
})

test('the day of decision stands there while there are too few, seven days before unless said', () => {
  const planned = plannedMails({ ...facts, minimum: 10 }, both, NOON)

  expect(planned[0]).toEqual({ kind: 'decision', at: at('2026-03-10T23:00:00Z'), count: null })
  expect(kindsOf({ minimum: 9 })).not.toContain('decision')
  expect(kindsOf({ minimum: 10, goingAt: NOON })).not.toContain('decision')
  expect(kindsOf({ minimum: 10 }, at('2026-03-11T10:00:00Z'))).not.toContain('decision')
})

test('requests are counted by the moment, and end at the start at the latest', () => {
  const soon = { remindAt: at('2026-03-12T06:00:00Z'), decideUntil: at('2026-03-16T22:59:00Z') }
  const late = { remindAt: null, decideUntil: at('2026-03-20T22:59:00Z') }
  const planned = plannedMails({ ...facts, approvals: [soon, soon, late] }, both, NOON)

  expect(planned.filter(({ kind }) => kind.startsWith('approval'))).toEqual([
    { kind: 'approval-reminder', at: soon.remindAt, count: 2 },
    { kind: 'approval-ends', at: soon.decideUntil, count: 2 },
    { kind: 'approval-ends', at: startsAt, count: 1 },
  ])
})

test('a list is asked for the morning after and on the third day, unless it is finished', () => {
  const evening = at('2026-03-18T18:00:00Z')
  const planned = plannedMails({ ...facts, unwritten: ['first'] }, both, evening)

  expect(planned.slice(0, 2)).toEqual([
    { kind: 'list-unfinished', at: at('2026-03-19T06:00:00Z'), count: 1 },
    { kind: 'list-overdue', at: at('2026-03-21T06:00:00Z'), count: null },
  ])
  expect(kindsOf({ asksLater: false, certificatesOpen: false }, evening)).toEqual([])
})
