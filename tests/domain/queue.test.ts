import { expect, test } from 'vitest'
import type { EnrolmentStatus } from '#app/domain/enrolment.ts'
import {
  offerEnds,
  placeFor,
  positionOf,
  promoted,
  promotionEnds,
  quotaEnds,
  waitsBecause,
  type Seat,
} from '#app/domain/queue.ts'
import { anApplicant, daysBefore, EARLY, hoursBefore, seatRules, START } from '#tests/domain/seats.ts'

let people = 0
const enrolled = (
  status: EnrolmentStatus,
  organisationId = 'a town',
  seat: Seat = 'room',
  wantsRoom = false,
) => ({
  id: String(people++),
  status,
  organisationId,
  seat,
  wantsRoom,
})

test('a newcomer gets a seat only when one is free and nobody waits for it', () => {
  const place = (...statuses: EnrolmentStatus[]) =>
    placeFor(
      seatRules(),
      statuses.map((status) => enrolled(status)),
      anApplicant(),
      EARLY,
    )
  expect(place()).toMatchObject({ status: 'confirmed', reason: 'seat-free', seat: 'room' })
  expect(place('confirmed', 'offered')).toMatchObject({ status: 'waiting', reason: 'full' })
  expect(place('confirmed', 'waiting')).toMatchObject({ status: 'waiting', reason: 'others-wait' })
})

test('whoever is enrolled by somebody else gets an offer', () => {
  const place = placeFor(seatRules(), [], anApplicant({ enrolsThemselves: false }), EARLY)
  expect(place).toMatchObject({ status: 'offered', reason: 'enrolled-by-other' })
})

test('over the quota of the town one waits, while others may still have the free seat', () => {
  const rules = seatRules({ capacity: 3, quota: 1 })
  const current = [enrolled('confirmed', 'Riesa'), enrolled('waiting', 'Riesa')]
  const from = (organisationId: string, now = EARLY) =>
    placeFor(rules, current, anApplicant({ organisationId }), now)

  expect(from('Riesa')).toMatchObject({ status: 'waiting', reason: 'quota' })
  expect(from('Meißen')).toMatchObject({ status: 'confirmed', reason: 'seat-free' })
  expect(waitsBecause(rules, current, current[1]!, EARLY)).toBe('quota')
  expect(promoted(rules, current, EARLY).moves).toEqual([])
})

test('the quota ends 14 days before the start, and then those who waited come first', () => {
  const rules = seatRules({ capacity: 3, quota: 1 })
  const current = [enrolled('confirmed', 'Riesa'), enrolled('waiting', 'Riesa')]
  const ends = quotaEnds(rules)!
  expect(ends).toEqual(new Date('2026-03-17T23:00:00Z'))
  expect(placeFor(rules, current, anApplicant({ organisationId: 'Meißen' }), ends).reason).toBe('others-wait')
  expect(promoted(rules, current, ends).moves).toHaveLength(1)
  expect(quotaEnds(seatRules({ quota: 1, quotaUntil: daysBefore(5) }))).toEqual(daysBefore(5))
  expect(quotaEnds(seatRules())).toBeNull()
})

test('whoever is passed over because of the quota is named, so that the log can say so', () => {
  const rules = seatRules({ capacity: 2, quota: 1 })
  const [first, second, third] = [
    enrolled('confirmed', 'Riesa'),
    enrolled('waiting', 'Riesa'),
    enrolled('waiting', 'Meißen'),
  ]
  const { moves, passed } = promoted(rules, [first!, second!, third!], EARLY)
  expect(moves.map(({ enrolment }) => enrolment)).toEqual([third])
  expect(passed).toEqual([second])
})

test('in a hybrid workshop a full room gives an online seat at once, and the place in line for the room stays', () => {
  const rules = seatRules({ capacity: 1, onlineCapacity: 2 })
  const inRoom = enrolled('confirmed')
  expect(placeFor(rules, [inRoom], anApplicant(), EARLY)).toMatchObject({
    ...{ status: 'confirmed', seat: 'online', wantsRoom: true },
  })
  const meanwhile = enrolled('confirmed', 'Riesa', 'online', true)
  const online = enrolled('confirmed', 'Riesa', 'online')
  expect(positionOf([inRoom, meanwhile, online], meanwhile.id)).toBe(1)
  expect(positionOf([inRoom, meanwhile, online], online.id)).toBeUndefined()

  const waits = enrolled('waiting', 'Meißen')
  const { moves } = promoted(rules, [meanwhile, online, waits], EARLY)
  expect(moves).toEqual([
    { enrolment: meanwhile, seat: 'room', wantsRoom: false },
    { enrolment: waits, seat: 'online', wantsRoom: true },
  ])
})

test('whoever only wants to take part online takes no seat in the room', () => {
  const rules = seatRules({ capacity: 5, onlineCapacity: 1 })
  const wish = anApplicant({ wish: 'online' })
  expect(placeFor(rules, [], wish, EARLY)).toMatchObject({ seat: 'online', wantsRoom: false })
  const online = enrolled('confirmed', 'Riesa', 'online')
  expect(placeFor(rules, [online], wish, EARLY)).toMatchObject({ status: 'waiting', seat: 'online' })
  expect(promoted(rules, [online, enrolled('waiting', 'Riesa', 'online')], EARLY).moves).toEqual([])
})

test('where there is one kind of seat, nobody waits for another', () => {
  const rules = seatRules()
  const wish = anApplicant({ wish: 'online' })
  expect(placeFor(rules, [], wish, EARLY)).toMatchObject({ status: 'confirmed', seat: 'room' })
  const left = enrolled('waiting', 'Riesa', 'online')
  expect(placeFor(rules, [left], anApplicant(), EARLY)).toMatchObject({ reason: 'others-wait' })
  expect(promoted(rules, [left], EARLY).moves).toEqual([{ enrolment: left, seat: 'room', wantsRoom: false }])
  const sits = enrolled('confirmed', 'Riesa', 'online', true)
  expect(placeFor(rules, [sits], anApplicant(), EARLY)).toMatchObject({ status: 'confirmed' })
})

test('fewer seats throw nobody out, and nobody gets one until it fits', () => {
  const rules = seatRules({ capacity: 1 })
  const current = [enrolled('confirmed'), enrolled('confirmed'), enrolled('waiting')]
  expect(promoted(rules, current, EARLY).moves).toEqual([])
  expect(promoted(rules, current.slice(1), EARLY).moves).toEqual([])
  expect(promoted(rules, current.slice(2), EARLY).moves).toHaveLength(1)
  expect(waitsBecause(rules, current, current[2]!, EARLY)).toBe('fewer-seats')
  expect(waitsBecause(rules, current.slice(1), current[2]!, EARLY)).toBe('full')
})

test('an offer stands a week while those behind it can be booked, later its hours, and never past the start', () => {
  const rules = seatRules()
  expect(offerEnds(rules, daysBefore(14))).toEqual(daysBefore(7))
  expect(offerEnds(rules, daysBefore(5))).toEqual(hoursBefore(48))
  expect(offerEnds(rules, hoursBefore(50))).toEqual(hoursBefore(26))
  expect(offerEnds(seatRules({ offerHours: 1 }), hoursBefore(50))).toEqual(hoursBefore(48))
  expect(offerEnds(rules, hoursBefore(40))).toEqual(hoursBefore(16))
  expect(offerEnds(rules, hoursBefore(10))).toEqual(START)
})

test('in the last two hours nobody moves up, unless seats are given until the start', () => {
  const queue = [enrolled('waiting')]
  expect(promoted(seatRules(), queue, hoursBefore(2.1)).moves).toHaveLength(1)
  expect(promoted(seatRules(), queue, hoursBefore(2)).moves).toEqual([])
  expect(waitsBecause(seatRules(), queue, queue[0]!, hoursBefore(1))).toBe('too-late')
  expect(promotionEnds(seatRules({ promoteUntilHours: 0 }))).toEqual(START)
  expect(promoted(seatRules({ calledOffAt: EARLY }), queue, EARLY).moves).toEqual([])
})
