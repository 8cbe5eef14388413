// A small model of the queue: what the database does with locks and rows, done with an array.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ruled } from '#app/domain/approval.ts'
import { isCurrent, SEATED_STATUSES, type EnrolmentStatus } from '#app/domain/enrolment.ts'
import {
  freeSeatsOf,
  isQuotaFull,
  nextStatus,
  placeFor,
  promoted,
  promoteUntil,
  type Seat,
  type SeatRules,
} from '#app/domain/queue.ts'
import { daysBefore, hoursBefore, seatRules } from '#tests/domain/seats.ts'

type Enrolled = {
  id: string
  number: number
  personId: string
  organisationId: string
  enrolledBy: string
  status: EnrolmentStatus
  seat: Seat
  wantsRoom: boolean
}
type Queue = { rules: SeatRules; all: Enrolled[]; now: Date; placeFor: typeof placeFor }

const CROWD = 9
/** The people of the first town need an approval. */
const townOf = (who: number) => `town ${who % 3}`
const ruleOf = (organisationId: string) =>
  organisationId === 'town 0' ? ({ kind: 'approve' } as const) : undefined

const who = fc.nat(CROWD - 1)
const wish = fc.constantFrom<Seat>('room', 'room', 'online')
const deed = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('enrol' as const), who, wish, themselves: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('withdraw', 'accept', 'lapse', 'approve', 'reject', 'substitute'),
      who,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('seats' as const), seats: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('later' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hybrid' as const) }) },
)
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

/** Early, after the quota's end, when people are asked first, and when nobody moves up any more. */
const MOMENTS = [daysBefore(20), daysBefore(10), hoursBefore(30), hoursBefore(1)]

const current = ({ all }: Queue) =>
  all.filter(({ status }) => isCurrent(status)).sort((a, b) => a.number - b.number)

function enrol(queue: Queue, { who: nth, wish: wanted, themselves }: Extract<Deed, { do: 'enrol' }>): void {
  const personId = `person ${nth}`
  const organisationId = townOf(nth)
  if (current(queue).some((one) => one.personId === personId)) return
  const applicant = { organisationId, wish: wanted, enrolsThemselves: themselves }
  const place = ruled(
    queue.placeFor(queue.rules, current(queue), applicant, queue.now),
    ruleOf(organisationId),
  )
  const number = queue.all.length
  const enrolledBy = themselves ? personId : 'office'
  queue.all.push({ id: String(number), number, personId, organisationId, enrolledBy, ...place })
}

const AFTER: Record<string, Partial<Record<EnrolmentStatus, EnrolmentStatus>>> = {
  accept: { offered: 'confirmed' },
  lapse: { offered: 'lapsed' },
  approve: { requested: 'confirmed' },
  reject: { requested: 'rejected' },
}

function play(queue: Queue, one: Deed): void {
  if (one.do === 'enrol') enrol(queue, one)
  else if (one.do === 'seats') queue.rules = { ...queue.rules, capacity: one.seats }
  else if (one.do === 'hybrid') {
    const onlineCapacity = queue.rules.onlineCapacity === null ? 2 : null
    queue.rules = { ...queue.rules, onlineCapacity }
  } else if (one.do === 'later') queue.now = MOMENTS[MOMENTS.indexOf(queue.now) + 1] ?? queue.now
  else {
    const mine = current(queue).find(({ personId }) => personId === `person ${one.who}`)
    if (mine && one.do === 'withdraw') mine.status = 'withdrawn'
    else if (mine && one.do === 'substitute') substitute(queue, mine)
    else if (mine) mine.status = AFTER[one.do]?.[mine.status] ?? mine.status
  }
  promote(queue)
}

function substitute(queue: Queue, first: Enrolled): void {
  if (first.status !== 'confirmed') return
  first.status = 'substituted'
  const id = String(queue.all.length)
  queue.all.push({ ...first, id, personId: `colleague ${id}`, enrolledBy: first.personId, status: 'offered' })
}

function promote(queue: Queue): void {
  const asks = queue.now >= promoteUntil(queue.rules)
  for (const { enrolment, seat, wantsRoom } of promoted(queue.rules, current(queue), queue.now).moves) {
    Object.assign(enrolment, { seat, wantsRoom })
    if (enrolment.status !== 'waiting') continue
    const status = nextStatus(enrolment.enrolledBy === enrolment.personId, asks)
    enrolment.status = ruled({ status, reason: 'after-withdrawal' }, ruleOf(enrolment.organisationId)).status
  }
}

const isSeated = ({ status }: Enrolled) => (SEATED_STATUSES as readonly EnrolmentStatus[]).includes(status)
/** Where a workshop is not hybrid, a seat is a seat, whatever was wished for. */
const kindOf = ({ rules }: Queue, { seat }: Enrolled) => (rules.onlineCapacity === null ? 'room' : seat)
const seatOf = (queue: Queue, one: Enrolled | undefined) =>
  one && isSeated(one) ? kindOf(queue, one) : undefined
/** Who waits for such a seat, and may have it. */
const inLineFor = (queue: Queue, kind: Seat) =>
  current(queue).filter(
    (one) =>
      one.status === 'waiting' &&
      (kind === 'online' || kindOf(queue, one) === 'room') &&
      !isQuotaFull(queue.rules, current(queue), one.organisationId, queue.now),
  )

/** Never more seats than there are: where they were taken away, no new one. */
function expectNoneTwice(queue: Queue, before: Enrolled[]): void {
  const now = freeSeatsOf(queue.rules, current(queue))
  const then = freeSeatsOf(queue.rules, before)
  expect(now.room).toBeGreaterThanOrEqual(Math.min(0, then.room))
  expect(now.online).toBeGreaterThanOrEqual(Math.min(0, then.online))
}

/** Whoever has just got a seat left nobody behind who came earlier, wants such a seat, and may have it. */
function expectNobodyOvertaken(queue: Queue, before: Enrolled[]): void {
  for (const lucky of current(queue)) {
    const kind = seatOf(queue, lucky)
    const was = before.find(
      ({ number, organisationId }) => number === lucky.number && organisationId === lucky.organisationId,
    )
    if (kind === undefined || kind === seatOf(queue, was)) continue
    expect(inLineFor(queue, kind).filter((one) => one.number < lucky.number)).toEqual([])
  }
}

/** No seat stays empty while somebody waits who may have it. */
function expectNoneIdle(queue: Queue): void {
  if (queue.now === MOMENTS.at(-1)) return
  expect(promoted(queue.rules, current(queue), queue.now).moves).toEqual([])
  const free = freeSeatsOf(queue.rules, current(queue))
  if (free.room > 0) expect(inLineFor(queue, 'room')).toEqual([])
  if (free.online > 0) expect(inLineFor(queue, 'online')).toEqual([])
}

/** Milliseconds: the machine may have other things to do. */
const PATIENCE = 60_000

const deeds = fc.array(deed, { maxLength: 60, size: 'max' })
const kindOfWorkshop = fc.record({
  quota: fc.constantFrom(null, 1, 2),
  onlineCapacity: fc.constantFrom(null, null, 2),
})

const model = (place: typeof placeFor) =>
  fc.property(kindOfWorkshop, deeds, (rules, moves) => {
    const queue: Queue = { rules: seatRules({ ...rules }), all: [], now: MOMENTS[0]!, placeFor: place }
    for (const move of moves) {
      const before = current(queue).map((one) => ({ ...one }))
      play(queue, move)
      expectNoneTwice(queue, before)
      expectNobodyOvertaken(queue, before)
      expectNoneIdle(queue)
    }
  })

test(
  'whatever people do, no seat is given twice, none stays empty, and nobody is overtaken',
  () => {
    fc.assert(model(placeFor), { numRuns: process.env.CI ? 150 : 50 })
  },
  PATIENCE,
)

test(
  'a queue in which newcomers do not look at those who wait is found out',
  () => {
    const jumping: typeof placeFor = (rules, enrolments, applicant, now) =>
      placeFor(
        rules,
        enrolments.filter((one) => one.status !== 'waiting'),
        applicant,
        now,
      )
    // In the last hour seats may be free while people wait: there they are jumped over.
    expect(fc.check(model(jumping), { numRuns: 2_000 }).failed).toBe(true)
  },
  PATIENCE,
)

test('a queue that gives a seat more than there are is found out', () => {
  const generous: typeof placeFor = (rules, enrolments, applicant, now) =>
    placeFor({ ...rules, capacity: rules.capacity + 1 }, enrolments, applicant, now)
  expect(fc.check(model(generous), { numRuns: 400 }).failed).toBe(true)
})
