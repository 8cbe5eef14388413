import { expect, test } from 'vitest'
import { audienceRefusal, leastPeople } from '#app/domain/round-audience.ts'

const towns = (count: number) => ({ organisationIds: Array.from({ length: count }, String) })

test('an audience has at least the minimum of people', () => {
  expect(audienceRefusal(towns(0), 5, 5)).toBeNull()
  expect(audienceRefusal(towns(0), 4, 5)).toBe('too-few-people')
  expect(audienceRefusal(towns(0), 5, 2)).toBeNull()
  expect(audienceRefusal(towns(0), 4, 2)).toBe('too-few-people')
})

test('municipalities can be chosen only three or more at a time, with ten people in all', () => {
  expect(audienceRefusal(towns(1), 100, 5)).toBe('few-municipalities')
  expect(audienceRefusal(towns(2), 100, 5)).toBe('few-municipalities')
  expect(audienceRefusal(towns(3), 9, 5)).toBe('too-few-people')
  expect(audienceRefusal(towns(3), 10, 5)).toBeNull()
  expect(leastPeople(true, 12)).toBe(12)
})
