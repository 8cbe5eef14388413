import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  closedBecause,
  CURRENT_STATUSES,
  ENROLMENT_STATUSES,
  mayFollow,
  isNotice,
  staysBecause,
  unanswerableBecause,
  type EnrolmentStatus,
} from '#app/domain/enrolment.ts'

const DAY = 86_400_000
const START = new Date('2026-04-01T07:00:00Z')
const before = (days: number) => new Date(START.getTime() - days * DAY)
const NOW = before(14)
const workshop = {
  enrolFrom: null as Date | null,
  enrolUntil: before(3),
  withdrawUntil: before(2),
  startsAt: START,
  calledOffAt: null as Date | null,
  coursePublished: true,
}

test('enrolment is open until its last moment, and each closed door has its reason', () => {
  expect(closedBecause(workshop, before(3))).toBeNull()
  expect(closedBecause(workshop, new Date(before(3).getTime() + 1))).toBe('deadline-passed')
  expect(closedBecause(workshop, START)).toBe('started')
  expect(closedBecause({ ...workshop, enrolFrom: before(10) }, before(10))).toBeNull()
  expect(closedBecause({ ...workshop, enrolFrom: before(10) }, before(11))).toBe('not-open-yet')
  expect(closedBecause({ ...workshop, coursePublished: false }, NOW)).toBe('not-published')
  expect(closedBecause({ ...workshop, calledOffAt: NOW }, START)).toBe('called-off')
})

test('an enrolment can be given back until the start; after the deadline it takes a reason', () => {
  const late = before(1)
  expect(staysBecause(workshop, 'confirmed', late)).toBeNull()
  expect(staysBecause(workshop, 'waiting', START)).toBe('started')
  expect(staysBecause(workshop, 'withdrawn', NOW)).toBe('not-enrolled')
  expect(isNotice(workshop, 'confirmed', before(2))).toBe(false)
  expect(isNotice(workshop, 'confirmed', late)).toBe(true)
  expect(isNotice(workshop, 'waiting', late)).toBe(false)
  expect(isNotice(workshop, 'offered', late)).toBe(false)
})

test('an offer is answered while it stands', () => {
  const offer = { status: 'offered' as EnrolmentStatus, offerUntil: before(7) }
  expect(unanswerableBecause(offer, workshop, before(8))).toBeNull()
  expect(unanswerableBecause(offer, workshop, before(7))).toBe('offer-lapsed')
  expect(unanswerableBecause({ ...offer, status: 'lapsed' }, workshop, before(8))).toBe('offer-lapsed')
  expect(unanswerableBecause({ ...offer, status: 'confirmed' }, workshop, before(8))).toBe('not-offered')
  expect(unanswerableBecause(offer, { ...workshop, calledOffAt: NOW }, before(8))).toBe('called-off')
})

test('nobody answers an offer once the workshop has begun, whatever end it names', () => {
  const offer = { status: 'offered' as EnrolmentStatus, offerUntil: before(-1) }
  expect(unanswerableBecause(offer, workshop, before(1))).toBeNull()
  expect(unanswerableBecause(offer, workshop, START)).toBe('offer-lapsed')
})

const anyStatus = fc.constantFrom(...ENROLMENT_STATUSES)

test('what still counts can go on, what has ended stays ended', () => {
  fc.assert(
    fc.property(anyStatus, anyStatus, (from, to) => {
      const isOpen = (CURRENT_STATUSES as readonly EnrolmentStatus[]).includes(from)
      if (!isOpen) expect(mayFollow(from, to)).toBe(false)
      else expect(mayFollow(from, from)).toBe(false)
    }),
  )
  for (const status of CURRENT_STATUSES) expect(mayFollow(status, 'called-off')).toBe(true)
})

test('every status can be reached, and from every one that counts there is a way out', () => {
  const next = (from: EnrolmentStatus | null) => ENROLMENT_STATUSES.filter((to) => mayFollow(from, to))
  const reached = new Set(next(null))
  for (const status of reached) for (const to of next(status)) reached.add(to)
  expect([...reached].sort()).toEqual([...ENROLMENT_STATUSES].sort())

  const isEnd = (status: EnrolmentStatus) => next(status).length === 0
  for (const status of CURRENT_STATUSES) expect([status, next(status).some(isEnd)]).toEqual([status, true])
})
