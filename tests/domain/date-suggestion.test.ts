import { expect, test } from 'vitest'
import { fittingDates, type Candidate, type Learner } from '#app/domain/date-suggestion.ts'

const day = (nth: number) => new Date(Date.UTC(2026, 3, nth, 8))
const meeting = (nth: number) => ({ startsAt: day(nth), endsAt: new Date(day(nth).getTime() + 3_600_000) })

function date(id: string, nth: number, given: Partial<Candidate> = {}): Candidate {
  return {
    ...{ id, courseId: id, topicKey: 'netze', audiences: ['it'], startsAt: day(nth) },
    ...{ meetings: [meeting(nth)], free: 2, ...given },
  }
}

const learner: Learner = {
  audiences: ['it'],
  knownCourses: new Set(),
  attendedTopics: new Set(),
  busy: [],
}
const idsOf = (dates: Candidate[], own: Partial<Learner> = {}) =>
  fittingDates(dates, { ...learner, ...own }).map((fit) => fit.date.id)

test('the three that come first are suggested, one of each course', () => {
  const dates = [date('a', 1), date('b', 2, { courseId: 'a' }), date('c', 3), date('d', 4), date('e', 5)]
  expect(idsOf(dates)).toEqual(['a', 'c', 'd'])
})

test('nothing is suggested that is full, meant for others, known already or at the same time', () => {
  expect(idsOf([date('a', 1, { free: 0 })])).toEqual([])
  expect(idsOf([date('a', 1, { audiences: ['user'] })])).toEqual([])
  expect(idsOf([date('a', 1)], { knownCourses: new Set(['a']) })).toEqual([])
  expect(idsOf([date('a', 1), date('b', 2)], { busy: [meeting(1)] })).toEqual(['b'])
})

test('a topic that somebody has learnt about before goes first, and is said', () => {
  const dates = [1, 2, 3].map((nth) => date(`x${nth}`, nth))
  const fits = fittingDates([...dates, date('y', 9, { topicKey: 'recht' })], {
    ...learner,
    attendedTopics: new Set(['recht']),
  })
  expect(fits.map((fit) => [fit.date.id, fit.topicKey])).toEqual([
    ['x1', null],
    ['x2', null],
    ['y', 'recht'],
  ])
})
