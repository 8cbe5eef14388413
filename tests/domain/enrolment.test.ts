import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  closedBecause,
  CURRENT_STATUSES,
  ENROLMENT_STATUSES,
  mayFollow,
  offerEnds,
  placeFor,
  positionOf,
  promoted,
  seatFor,
  seatsTaken,
  staysBecause,
  unanswerableBecause,
  waiting,
  type EnrolmentStatus,
} from '#app/domain/enrolment.ts'

const DAY = 86_400_000
const START = new Date('2026-04-01T07:00:00Z')
const before = (days: number) => new Date(START.getTime() - days * DAY)
const NOW = before(14)
const workshop = {
  capacity: 2,
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
  expect(closedBecause({ ...workshop, coursePublished: false }, NOW)).toBe('not-published')
  expect(closedBecause({ ...workshop, calledOffAt: NOW }, START)).toBe('called-off')
})

test('a seat is given back until the deadline; the waiting list, an offer and the office wait until the start', () => {
  const late = before(1)
  expect(staysBecause(workshop, 'confirmed', before(2))).toBeNull()
  expect(staysBecause(workshop, 'confirmed', late)).toBe('withdraw-deadline-passed')
  expect(staysBecause(workshop, 'confirmed', late, true)).toBeNull()
  expect(staysBecause(workshop, 'waiting', late)).toBeNull()
  expect(staysBecause(workshop, 'offered', late)).toBeNull()
  expect(staysBecause(workshop, 'waiting', START, true)).toBe('started')
  expect(staysBecause(workshop, 'withdrawn', NOW)).toBe('not-enrolled')
})

test('an offer ends after a week, or when the workshop begins', () => {
  expect(offerEnds(before(14), workshop)).toEqual(before(7))
  expect(offerEnds(before(2), workshop)).toEqual(START)
})

test('an offer is answered while it stands', () => {
  const offer = { status: 'offered' as EnrolmentStatus, offerUntil: before(7) }
  expect(unanswerableBecause(offer, workshop, before(8))).toBeNull()
  expect(unanswerableBecause(offer, workshop, before(7))).toBe('offer-lapsed')
  expect(unanswerableBecause({ ...offer, status: 'lapsed' }, workshop, before(8))).toBe('offer-lapsed')
  expect(unanswerableBecause({ ...offer, status: 'confirmed' }, workshop, before(8))).toBe('not-offered')
  expect(unanswerableBecause(offer, { calledOffAt: NOW }, before(8))).toBe('called-off')
})

test('a newcomer gets a seat only when one is free and nobody waits for it', () => {
  const seats = (...statuses: EnrolmentStatus[]) => statuses.map((status) => ({ status }))
  expect(placeFor(workshop, seats(), true)).toEqual({ status: 'confirmed', reason: 'seat-free' })
  expect(placeFor(workshop, seats(), false)).toEqual({ status: 'offered', reason: 'enrolled-by-other' })
  expect(placeFor(workshop, seats('confirmed', 'offered'), true)).toEqual({
    status: 'waiting',
    reason: 'full',
  })
  expect(placeFor(workshop, seats('confirmed', 'waiting'), true)).toEqual({
    status: 'waiting',
    reason: 'others-wait',
  })
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

  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (choices) => {
      let status: EnrolmentStatus | null = null
      let steps = 0
      for (; next(status).length > 0; steps++) {
        const ways: EnrolmentStatus[] = next(status)
        status = ways[choices.next().value! % ways.length]!
      }
      expect(steps).toBeLessThanOrEqual(8)
    }),
  )
})

// A small model of the queue: what the database does with locks and rows, done with an array.

type Enrolled = { id: string; personId: string; enrolledBy: string; status: EnrolmentStatus }
type Queue = { capacity: number; current: Enrolled[]; joined: number }

const step = fc.oneof(
  fc.record({ do: fc.constant('enrol' as const), who: fc.nat(9), themselves: fc.boolean() }),
  fc.record({
    do: fc.constantFrom('withdraw' as const, 'accept' as const, 'lapse' as const),
    who: fc.nat(9),
  }),
  fc.record({ do: fc.constant('seats' as const), who: fc.integer({ min: 1, max: 5 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function play(queue: Queue, move: Step): void {
  const rules = { ...workshop, capacity: queue.capacity }
  const personId = `person ${move.who}`
  const mine = queue.current.find((enrolled) => enrolled.personId === personId)
  if (move.do === 'enrol' && !mine) {
    const enrolledBy = move.themselves ? personId : 'office'
    const { status } = placeFor(rules, queue.current, move.themselves)
    queue.current.push({ id: String(queue.joined++), personId, enrolledBy, status })
  }
  if (move.do === 'accept' && mine?.status === 'offered') mine.status = 'confirmed'
  if (move.do === 'withdraw' || (move.do === 'lapse' && mine?.status === 'offered')) {
    queue.current = queue.current.filter((enrolled) => enrolled !== mine)
  }
  if (move.do === 'seats') queue.capacity = move.who
  const nowRules = { ...workshop, capacity: queue.capacity }
  for (const lucky of promoted(nowRules, queue.current, NOW)) lucky.status = seatFor(lucky)
}

test('whatever people do, no seat is given twice, none stays empty while somebody waits, nobody is overtaken', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (moves) => {
      const queue: Queue = { capacity: 2, current: [], joined: 0 }
      for (const move of moves) {
        const held = seatsTaken(queue.current)
        play(queue, move)
        const taken = seatsTaken(queue.current)
        expect(taken).toBeLessThanOrEqual(Math.max(queue.capacity, held))
        if (waiting(queue.current).length > 0) expect(taken).toBeGreaterThanOrEqual(queue.capacity)
        const firstWaiting = queue.current.findIndex((enrolled) => enrolled.status === 'waiting')
        const behind = firstWaiting < 0 ? [] : queue.current.slice(firstWaiting)
        expect(seatsTaken(behind)).toBe(0)
      }
    }),
  )
})

test('positions count those who wait, in their order, and nobody else', () => {
  fc.assert(
    fc.property(fc.array(anyStatus, { maxLength: 30 }), (statuses) => {
      const inOrder = statuses.map((status, place) => ({ id: String(place), status }))
      const positions = inOrder.map(({ id }) => positionOf(inOrder, id)).filter(Boolean)
      expect(positions).toEqual(waiting(inOrder).map((_, place) => place + 1))
    }),
  )
})

test('nobody moves up into a workshop that has begun or was called off', () => {
  const queue = [{ status: 'waiting' as const }]
  expect(promoted(workshop, queue, NOW)).toEqual(queue)
  expect(promoted(workshop, queue, START)).toEqual([])
  expect(promoted({ ...workshop, calledOffAt: NOW }, queue, NOW)).toEqual([])
})
