import { expect, test } from 'vitest'
import { courseState, goesInCircle, isMeantFor, nextOffer, topicKey } from '#app/domain/course.ts'

const NOW = new Date('2026-11-23T09:00:00Z')
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000)

const workshop = (name: string, more = {}) => ({
  name,
  startsAt: days(10),
  enrolUntil: days(7),
  withdrawUntil: days(8),
  calledOffAt: null,
  coursePublished: true,
  capacity: 12,
  onlineCapacity: null,
  quota: null,
  enrolFrom: null,
  taken: 0,
  waiting: 0,
  ...more,
})

test('a course is a draft until it is published, and stays retired once it is', () => {
  expect(courseState({ publishedAt: null, retiredAt: null })).toBe('draft')
  expect(courseState({ publishedAt: NOW, retiredAt: null })).toBe('published')
  expect(courseState({ publishedAt: NOW, retiredAt: NOW })).toBe('retired')
})

test('a course is meant for whoever shares one of its audiences', () => {
  expect(isMeantFor({ audiences: ['it', 'user'] }, ['user'])).toBe(true)
  expect(isMeantFor({ audiences: ['it'] }, ['user', 'leadership'])).toBe(false)
  expect(isMeantFor({ audiences: ['it'] }, [])).toBe(false)
})

test('the catalogue names the next date with a free seat, passing over full ones', () => {
  const full = workshop('full', { taken: 12 })
  const free = workshop('free', { startsAt: days(30) })
  expect(nextOffer([full, free], NOW)?.name).toBe('free')
})

test('when every date is full, the next waiting list is named', () => {
  const offers = [workshop('first', { taken: 12, waiting: 3 }), workshop('second', { taken: 12 })]
  expect(nextOffer(offers, NOW)?.name).toBe('first')
})

test('dates that are called off, closed, begun or of a draft are no offer', () => {
  const offers = [
    workshop('called off', { calledOffAt: NOW }),
    workshop('closed', { enrolUntil: days(-1) }),
    workshop('begun', { startsAt: days(-1), enrolUntil: days(1) }),
    workshop('draft', { coursePublished: false }),
  ]
  expect(nextOffer(offers, NOW)).toBeUndefined()
})

test('a topic gets a plain key from its title', () => {
  expect(topicKey('Künstliche Intelligenz')).toBe('kuenstliche-intelligenz')
  expect(topicKey('  Büro & Café: größer? ')).toBe('buero-cafe-groesser')
  expect(topicKey('3D-Druck')).toBe('d-druck')
  expect(topicKey('…')).toBe('thema')
})

test('a course that would have to come before itself is found out, by whatever detour', () => {
  const before = (courseId: string, requiredCourseId: string) => ({ courseId, requiredCourseId })
  const chain = [before('c', 'b'), before('b', 'a'), before('d', 'a')]
  expect(goesInCircle('c', chain)).toBe(false)
  expect(goesInCircle('a', [...chain, before('a', 'c')])).toBe(true)
  expect(goesInCircle('d', [...chain, before('x', 'y'), before('y', 'x')])).toBe(false)
})
