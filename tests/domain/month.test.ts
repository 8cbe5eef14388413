import { expect, test } from 'vitest'
import { firstWorkingDay, monthDue } from '#app/domain/month.ts'

test('the first working day is no weekend and no holiday of Saxony', () => {
  expect(firstWorkingDay('2026-01-01')).toBe('2026-01-02')
  expect(firstWorkingDay('2026-03-01')).toBe('2026-03-02')
  expect(firstWorkingDay('2026-05-01')).toBe('2026-05-04')
  expect(firstWorkingDay('2026-12-01')).toBe('2026-12-01')
})

test('monthly mails are due from seven on that day, and a week late at most', () => {
  expect(monthDue(new Date('2026-05-04T04:59:00Z'))).toBeUndefined()
  expect(monthDue(new Date('2026-05-04T05:00:00Z'))).toBe('2026-05-01')
  expect(monthDue(new Date('2026-05-11T10:00:00Z'))).toBe('2026-05-01')
  expect(monthDue(new Date('2026-05-12T10:00:00Z'))).toBeUndefined()
})
