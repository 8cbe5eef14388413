import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeOf, weekday, dayOf } from '#app/domain/calendar.ts'
import { heldUntil, nextDigest } from '#app/domain/mail-preference.ts'

const NOW = new Date('2026-03-11T10:00:00Z')
const DAY = 86_400_000
const about = (startsAt: Date) => ({
  name: 'Ada',
  workshop: {
    meetings: [
      { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString() },
    ],
  },
})

test('a digest is written at seven in Berlin, on Mondays where it is weekly, and never in the past', () => {
  const moment = fc.date({
    min: new Date('2026-01-01'),
    max: new Date('2028-01-01'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(moment, (now) => {
      const [daily, weekly] = [nextDigest('daily', now), nextDigest('weekly', now)]
      expect([timeOf(daily), timeOf(weekly), weekday(dayOf(weekly))]).toEqual(['07:00', '07:00', 1])
      expect(daily > now && daily.getTime() - now.getTime() <= DAY + 3_600_000).toBe(true)
      expect(weekly >= daily && weekly.getTime() - now.getTime() <= 7 * DAY + 3_600_000).toBe(true)
    }),
  )
})

test('a confirmation waits, unless its workshop begins within three days of the digest', () => {
  const inDays = (days: number) => about(new Date(NOW.getTime() + days * DAY))

  expect(heldUntil('enrolment-confirmed', inDays(5), 'daily', NOW)).toEqual(new Date('2026-03-12T06:00:00Z'))
  expect(heldUntil('enrolment-confirmed', inDays(3), 'daily', NOW)).toBeNull()
  expect(heldUntil('enrolment-confirmed', inDays(7), 'weekly', NOW)).toBeNull()
})

test('what is over can wait, and what cannot wait never does', () => {
  expect(heldUntil('workshop-message', about(new Date('2026-03-01T08:00:00Z')), 'weekly', NOW)).toEqual(
    new Date('2026-03-16T06:00:00Z'),
  )
  for (const kind of [
    'enrolment-promoted',
    'enrolment-offered',
    'workshop-called-off',
    'workshop-rest-called-off',
    'login-link',
  ] as const)
    expect(heldUntil(kind, { name: 'Ada' }, 'daily', NOW)).toBeNull()
})

test('mails to evaluations wait in no list', () => {
  expect(heldUntil('evaluation-invitation', { name: 'Ada' }, 'weekly', NOW)).toBeNull()
  expect(heldUntil('evaluation-reminder', { name: 'Ada' }, 'daily', NOW)).toBeNull()
})
