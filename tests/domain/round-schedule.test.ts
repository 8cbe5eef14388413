import { expect, test } from 'vitest'
import { daysOfDue, isTimeToPlan, nextDue } from '#app/domain/round-schedule.ts'

test('the first round is due at the end of the pilot phase, the next ones so many months after the latest', () => {
  const schedule = { pilotEndsOn: '2026-06-30', months: 6 }
  expect(nextDue(schedule, [])).toBe('2026-06-30')
  expect(nextDue(schedule, ['2026-07-10', '2026-07-01'])).toBe('2027-01-10')
})

test('what is not decided is not guessed', () => {
  expect(nextDue({ pilotEndsOn: null, months: 6 }, [])).toBeNull()
  expect(nextDue({ pilotEndsOn: '2026-06-30', months: null }, ['2026-06-30'])).toBeNull()
})

test('a round is planned two months ahead, lasts three weeks and never begins without a fortnight of notice', () => {
  expect(isTimeToPlan('2026-06-30', '2026-05-01')).toBe(true)
  expect(isTimeToPlan('2026-06-30', '2026-04-30')).toBe(false)
  expect(daysOfDue('2026-06-30', '2026-05-01')).toEqual({ opensOn: '2026-06-30', closesOn: '2026-07-21' })
  expect(daysOfDue('2026-01-01', '2026-05-01')).toEqual({ opensOn: '2026-05-15', closesOn: '2026-06-05' })
})
