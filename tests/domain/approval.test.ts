import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  approvalDates,
  DECIDERS,
  MOST_LIMIT_DAYS,
  ruled,
  stepAfter,
  undecidableBecause,
  USUAL_TERMS,
  verdictOf,
} from '#app/domain/approval.ts'
import { mayFollow, seatsTaken, type EnrolmentStatus } from '#app/domain/enrolment.ts'
import { placeFor } from '#app/domain/queue.ts'
import { anApplicant, seatRules } from '#tests/domain/seats.ts'

const WEDNESDAY = new Date('2026-03-11T10:00:00Z')
const far = { startsAt: new Date('2026-06-01T07:00:00Z') }
const terms = { ...USUAL_TERMS, kind: 'approve' as const }

test('two working days to remind, five until silence decides, at the end of that day in Berlin', () => {
  expect(approvalDates(terms, WEDNESDAY, far)).toEqual({
    remindAt: new Date('2026-03-13T06:00:00Z'),
    decideUntil: new Date('2026-03-18T22:59:00Z'),
  })
})

test('weekends and the holidays of Saxony do not count', () => {
  const beforeEaster = new Date('2026-04-02T08:00:00Z')
  expect(approvalDates(terms, beforeEaster, far)).toEqual({
    remindAt: new Date('2026-04-08T05:00:00Z'),
    decideUntil: new Date('2026-04-13T21:59:00Z'),
  })
  const beforeRepentance = new Date('2026-11-17T08:00:00Z')
  expect(
    approvalDates({ remindAfterDays: 1, limitDays: 1 }, beforeRepentance, { startsAt: farther }).decideUntil,
  ).toEqual(new Date('2026-11-19T22:59:00Z'))
})
const farther = new Date('2027-06-01T07:00:00Z')

test('the time never ends behind the start, and then half of it is for the deputy', () => {
  const tomorrow = { startsAt: new Date('2026-03-12T10:00:00Z') }
  expect(approvalDates(terms, WEDNESDAY, tomorrow)).toEqual({
    remindAt: new Date('2026-03-11T22:00:00Z'),
    decideUntil: tomorrow.startsAt,
  })
})

test('whatever the rule and the hour, people are reminded before silence decides, and silence before the start', () => {
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  const limits = fc.integer({ min: 1, max: MOST_LIMIT_DAYS })
  fc.assert(
    fc.property(
      moments,
      limits,
      fc.nat(),
      fc.integer({ min: 1, max: 90 * 86_400 }),
      (now, limitDays, part, ahead) => {
        const remindAfterDays = 1 + (part % limitDays)
        const startsAt = new Date(now.getTime() + ahead * 1000)
        const { remindAt, decideUntil } = approvalDates({ remindAfterDays, limitDays }, now, { startsAt })
        expect(remindAt.getTime()).toBeLessThan(decideUntil.getTime())
        expect(remindAt.getTime()).toBeGreaterThanOrEqual(now.getTime())
        expect(decideUntil.getTime()).toBeLessThanOrEqual(startsAt.getTime())
      },
    ),
  )
})

test('a seat waits for approval only where the organisation wants to be asked, and nobody is asked twice', () => {
  const free = { status: 'confirmed', reason: 'seat-free' } as const
  expect(ruled(free, terms)).toEqual({ status: 'requested', reason: 'approval-needed' })
  expect(ruled({ status: 'confirmed', reason: 'after-more-seats' }, terms)).toEqual({
    status: 'requested',
    reason: 'after-more-seats',
  })
  expect(ruled(free, terms, true)).toEqual(free)
  expect(ruled(free, { kind: 'inform' })).toEqual(free)
  expect(ruled(free, undefined)).toEqual(free)
  const waits = { status: 'waiting', reason: 'full' } as const
  expect(ruled(waits, terms)).toEqual(waits)
})

test('what waits for approval holds its seat: the last one cannot be had twice', () => {
  const rules = seatRules({ capacity: 1, startsAt: far.startsAt })
  const requested = ruled(placeFor(rules, [], anApplicant(), WEDNESDAY), terms)
  expect(seatsTaken([requested])).toBe(1)
  const current = [{ ...requested, organisationId: 'a town' }]
  expect(ruled(placeFor(rules, current, anApplicant(), WEDNESDAY), terms).status).toBe('waiting')
})

const request = {
  status: 'requested' as EnrolmentStatus,
  decidedAt: null,
  decideUntil: new Date('2026-03-18T22:59:00Z'),
}
const on = { calledOffAt: null, startsAt: farther }

test('a request is decided once, in time, and only while it is one', () => {
  expect(undecidableBecause(request, on, WEDNESDAY)).toBeNull()
  expect(undecidableBecause({ ...request, decidedAt: WEDNESDAY }, on, WEDNESDAY)).toBe('decided')
  expect(undecidableBecause({ ...request, status: 'withdrawn' }, on, WEDNESDAY)).toBe('withdrawn')
  expect(undecidableBecause(request, { ...on, calledOffAt: WEDNESDAY }, WEDNESDAY)).toBe('called-off')
  expect(undecidableBecause(request, on, request.decideUntil)).toBe('too-late')
  expect(undecidableBecause(request, { ...on, startsAt: WEDNESDAY }, WEDNESDAY)).toBe('too-late')
})

test('every answer is a step that an enrolment may take, and its word says who answered', () => {
  for (const decider of DECIDERS) {
    for (const verdict of ['approved', 'rejected'] as const) {
      expect(mayFollow('requested', stepAfter(verdict, decider).status)).toBe(true)
    }
  }
  expect(stepAfter('approved', 'silence')).toEqual({ status: 'confirmed', reason: 'approved-by-silence' })
  expect(stepAfter(verdictOf('reject'), 'silence')).toEqual({
    status: 'rejected',
    reason: 'rejected-by-silence',
  })
  expect(stepAfter('rejected', 'deputy').reason).toBe('rejected-by-deputy')
})
