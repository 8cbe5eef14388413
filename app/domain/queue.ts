// One queue per workshop: who has which seat, who waits, who moves up next, and why somebody does not.

import { addDays, dayOf, startOfDay } from '#app/domain/calendar.ts'
import {
  SEATED_STATUSES,
  seatsTaken,
  type EnrolmentReason,
  type EnrolmentStatus,
} from '#app/domain/enrolment.ts'

/** Where somebody sits. Only hybrid workshops tell one from the other; everywhere else it is 'room'. */
export const SEATS = ['room', 'online'] as const
export type Seat = (typeof SEATS)[number]

/** Where somebody sits in a hybrid workshop; 'online-meanwhile' is still in line for the room. */
export type SeatState = Seat | 'online-meanwhile'

export type SeatRules = {
  /** Seats in the room; in a workshop that is not hybrid, all there are. */
  capacity: number
  /** Seats beside the room. Null where a workshop is not hybrid. */
  onlineCapacity: number | null
  /** So many seats each organisation may take until `quotaUntil`; null there stands for the usual day. */
  quota: number | null
  quotaUntil: Date | null
  /** Until so long before the start those who move up are booked; afterwards they are asked. */
  promoteUntilHours: number
  /** How long they then have to answer. */
  offerHours: number
  startsAt: Date
  calledOffAt: Date | null
}

type Queued = {
  status: EnrolmentStatus
  organisationId: string
  /** The seat one has, or waits for. Whoever waits for the room takes an online seat meanwhile. */
  seat: Seat
  /** Sits online, and is still in the queue for the room. */
  wantsRoom: boolean
}

export type Decision = { status: EnrolmentStatus; reason: EnrolmentReason; seat: Seat; wantsRoom: boolean }

const HOUR_MILLISECONDS = 3_600_000
const hoursAfter = (instant: Date, hours: number) => new Date(instant.getTime() + hours * HOUR_MILLISECONDS)
const hoursBefore = (instant: Date, hours: number) => hoursAfter(instant, -hours)
const earlier = (one: Date, other: Date) => (one < other ? one : other)
const later = (one: Date, other: Date) => (one < other ? other : one)

export const PROMOTE_UNTIL_HOURS = 48
export const OFFER_HOURS = 24
/** In the last hours nobody is told any more that they may come: they could not. */
const PROMOTION_ENDS_HOURS = 2
/** From so many days before the start on, the seats that a quota kept free are there for all. */
export const QUOTA_DAYS_BEFORE = 14
/** An offer that somebody else asked for early is answered within a week. */
export const OFFER_DAYS = 7

/** All seats, in the room and beside it. */
export function seatCount(rules: { capacity: number; onlineCapacity: number | null }): number {
  return rules.capacity + (rules.onlineCapacity ?? 0)
}

/** The moment from which the quota no longer counts; null where there is none. */
export function quotaEnds({
  quota,
  quotaUntil,
  startsAt,
}: Pick<SeatRules, 'quota' | 'quotaUntil' | 'startsAt'>): Date | null {
  if (quota === null) return null
  return quotaUntil ?? startOfDay(addDays(dayOf(startsAt), -QUOTA_DAYS_BEFORE))
}

/** Whether an organisation has all seats that its quota leaves it for now. */
export function isQuotaFull(
  rules: SeatRules,
  enrolments: readonly Pick<Queued, 'status' | 'organisationId'>[],
  organisationId: string,
  now: Date,
): boolean {
  const until = quotaEnds(rules)
  if (rules.quota === null || until === null || now >= until) return false
  return seatsTaken(enrolments.filter((one) => one.organisationId === organisationId)) >= rules.quota
}

const isSeated = ({ status }: Pick<Queued, 'status'>) =>
  (SEATED_STATUSES as readonly EnrolmentStatus[]).includes(status)

type Free = { room: number; online: number }

/** Below zero once seats were taken away: then nobody gets one until it fits again. */
export function freeSeatsOf(
  { capacity, onlineCapacity }: Pick<SeatRules, 'capacity' | 'onlineCapacity'>,
  enrolments: readonly Pick<Queued, 'status' | 'seat'>[],
): Free {
  const seated = enrolments.filter(isSeated)
  if (onlineCapacity === null) return { room: capacity - seated.length, online: 0 }
  const online = seated.filter(({ seat }) => seat === 'online').length
  return { room: capacity - (seated.length - online), online: onlineCapacity - online }
}

/** What somebody has or waits for as the workshop is now: where it is not hybrid, a seat is a seat. */
function asItIs<T extends Pick<Queued, 'seat' | 'wantsRoom'>>(
  { onlineCapacity }: Pick<SeatRules, 'onlineCapacity'>,
  one: T,
): T {
  return onlineCapacity === null ? { ...one, seat: 'room', wantsRoom: false } : one
}

/** The seat that somebody wished for: whoever sits online only meanwhile wants the room. */
export function wishOf({ seat, wantsRoom }: Pick<Queued, 'seat' | 'wantsRoom'>): Seat {
  return wantsRoom ? 'room' : seat
}

/** Whether somebody is in line for this kind of seat. */
function isInLine({ status, seat, wantsRoom }: Omit<Queued, 'organisationId'>, kind: Seat): boolean {
  if (status !== 'waiting') return kind === 'room' && wantsRoom && isSeated({ status })
  return kind === 'online' || seat === 'room'
}

/** A place in the line, counted from 1; `inOrder` comes by queue number. Undefined for all who are not in it. */
export function positionOf(
  inOrder: readonly (Omit<Queued, 'organisationId'> & { id: string })[],
  enrolmentId: string,
): number | undefined {
  const own = inOrder.find(({ id }) => id === enrolmentId)
  const kind = own?.status === 'waiting' ? own.seat : 'room'
  const index = inOrder.filter((one) => isInLine(one, kind)).findIndex(({ id }) => id === enrolmentId)
  return index < 0 ? undefined : index + 1
}

/** Only a hybrid workshop has more than one kind of seat to speak of. */
export function seatState(
  { onlineCapacity }: Pick<SeatRules, 'onlineCapacity'>,
  { seat, wantsRoom }: Pick<Queued, 'seat' | 'wantsRoom'>,
): SeatState | null {
  if (onlineCapacity === null) return null
  return wantsRoom ? 'online-meanwhile' : seat
}

export type Applicant = {
  organisationId: string
  /** The seat they would like; online is only a wish where there is a room too. */
  wish: Seat
  /** Nobody is enrolled against their will: what somebody else asks for is an offer. */
  enrolsThemselves: boolean
}

/** What a seat is, before an organisation has its say. `asks`: whoever moves up so late is asked first. */
export function nextStatus(enrolsThemselves: boolean, asks = false): 'confirmed' | 'offered' {
  return enrolsThemselves && !asks ? 'confirmed' : 'offered'
}

/**
 * What a newcomer gets, and why. A free seat is only free if nobody who could have it is waiting: newcomers never
 * overtake. Where the room is full they sit online, and keep their place in the line for the room.
 */
export function placeFor(
  rules: SeatRules,
  current: readonly Queued[],
  applicant: Applicant,
  now: Date,
): Decision {
  const { organisationId } = applicant
  const wish = rules.onlineCapacity === null ? 'room' : applicant.wish
  const waits = { status: 'waiting', seat: wish, wantsRoom: false } as const
  if (isQuotaFull(rules, current, organisationId, now)) return { ...waits, reason: 'quota' }
  const line = current
    .filter((one) => isSeated(one) || !isQuotaFull(rules, current, one.organisationId, now))
    .map((one) => asItIs(rules, one))
  const free = freeSeatsOf(rules, current)
  const isOpen = (kind: Seat) => free[kind] > 0 && !line.some((one) => isInLine(one, kind))
  const reason = applicant.enrolsThemselves ? 'seat-free' : 'enrolled-by-other'
  const seated = { status: nextStatus(applicant.enrolsThemselves), reason } as const
  if (wish === 'room' && isOpen('room')) return { ...seated, seat: 'room', wantsRoom: false }
  if (isOpen('online')) return { ...seated, seat: 'online', wantsRoom: wish === 'room' }
  return { ...waits, reason: free.room > 0 || free.online > 0 ? 'others-wait' : 'full' }
}

/** The moment from which those who move up are asked first. */
export function promoteUntil({ startsAt, promoteUntilHours }: SeatRules): Date {
  return hoursBefore(startsAt, promoteUntilHours)
}

/** The moment from which nobody moves up; the start itself only where seats are given until then. */
export function promotionEnds({ startsAt, promoteUntilHours }: SeatRules): Date {
  return hoursBefore(startsAt, Math.min(PROMOTION_ENDS_HOURS, promoteUntilHours))
}

/** Somebody who gets a seat from the line, and which one. */
export type Move<T> = { enrolment: T; seat: Seat; wantsRoom: boolean }
/** Who moves up; and who waited longer, but could not because of the quota. */
export type Promotion<T> = { moves: Move<T>[]; passed: T[] }

/**
 * Gives the free seats to the line in the order of the queue numbers; `inOrder` comes by them. Whoever goes from
 * an online seat into the room leaves it to the next, so this goes on until nothing moves any more.
 */
export function promoted<T extends Queued>(rules: SeatRules, inOrder: readonly T[], now: Date): Promotion<T> {
  const moves = new Map<T, Move<T>>()
  if (rules.calledOffAt || now >= promotionEnds(rules)) return { moves: [], passed: [] }
  const state = inOrder.map((enrolment) => {
    const { status, organisationId, seat, wantsRoom } = asItIs(rules, enrolment)
    return { enrolment, status, organisationId, seat, wantsRoom }
  })
  for (;;) {
    const free = freeSeatsOf(rules, state)
    const next = state
      .filter((one) => isSeated(one) || !isQuotaFull(rules, state, one.organisationId, now))
      .map((one) => ({ one, kind: kindFor(one, free) }))
      .find(({ kind }) => kind !== undefined)
    if (!next?.kind) break
    const { one, kind } = next
    one.wantsRoom = one.status === 'waiting' && kind !== one.seat
    one.status = one.status === 'waiting' ? 'confirmed' : one.status
    one.seat = kind
    moves.set(one.enrolment, { enrolment: one.enrolment, seat: kind, wantsRoom: one.wantsRoom })
  }
  const last = inOrder.findLastIndex((one) => moves.has(one) && one.status === 'waiting')
  const passed = inOrder.filter(
    (one, index) =>
      index < last &&
      one.status === 'waiting' &&
      !moves.has(one) &&
      isQuotaFull(rules, state, one.organisationId, now),
  )
  return { moves: [...moves.values()], passed }
}

function kindFor(one: Omit<Queued, 'organisationId'>, free: Free): Seat | undefined {
  if (free.room > 0 && isInLine(one, 'room')) return 'room'
  return free.online > 0 && isInLine(one, 'online') ? 'online' : undefined
}

/**
 * Until when an offer stands: a week while there is time, but past the moment from which those behind it are asked
 * themselves only for the hours of the workshop; never past the start.
 */
export function offerEnds(rules: SeatRules, now: Date): Date {
  const booksUntil = promoteUntil(rules)
  const hours = hoursAfter(now, rules.offerHours)
  const end = now < booksUntil ? earlier(hoursAfter(now, OFFER_DAYS * 24), later(booksUntil, hours)) : hours
  return earlier(end, rules.startsAt)
}

export const WAIT_REASONS = ['too-late', 'quota', 'fewer-seats', 'full', 'others-wait'] as const
export type WaitReason = (typeof WAIT_REASONS)[number]

/** Why somebody who waits has not moved up, as things stand. */
export function waitsBecause(
  rules: SeatRules,
  inOrder: readonly Queued[],
  enrolment: Pick<Queued, 'organisationId' | 'seat'>,
  now: Date,
): WaitReason {
  if (now >= promotionEnds(rules)) return 'too-late'
  if (isQuotaFull(rules, inOrder, enrolment.organisationId, now)) return 'quota'
  const { room, online } = freeSeatsOf(rules, inOrder)
  if (room < 0) return 'fewer-seats'
  return room > 0 || online > 0 ? 'others-wait' : 'full'
}

/** The rules of a line as people are told them. */
export function lineRules(rules: SeatRules, now: Date) {
  return {
    quota: rules.quota,
    quotaEnds: quotaEnds(rules),
    promoteUntil: promoteUntil(rules),
    /** Whether those who move up get the seat at once, still. */
    isAutomatic: now < promoteUntil(rules),
    offerHours: rules.offerHours,
    promotionEnds: promotionEnds(rules),
  }
}

export type LineRules = ReturnType<typeof lineRules>
