// Rooms and equipment: who may have them at a time. Workshops that are called off hold nothing.

import { dayOf } from '#app/domain/calendar.ts'

type Span = { startsAt: Date; endsAt: Date }

/** Why a room or a thing cannot be booked. */
export type BookingProblem = 'room-taken' | 'room-closed' | 'room-gone' | 'equipment-taken' | 'equipment-gone'

export type RoomRefusal = 'changed-meanwhile' | 'removed' | 'closed-wrong' | 'in-use'

/** Whether two spans share time; one that ends as the other begins does not. */
export function overlap(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}

type Closable = { closedFrom: string | null; closedUntil: string | null }

/** Whether a room is out of order on one of the days that a meeting touches. */
export function isClosedDuring({ closedFrom, closedUntil }: Closable, { startsAt, endsAt }: Span): boolean {
  if (closedFrom === null || closedUntil === null) return false
  return dayOf(startsAt) <= closedUntil && dayOf(endsAt) >= closedFrom
}

/**
 * How many pieces are in use at most at any moment of a span. Use only rises when somebody begins, so it is enough
 * to look at the beginnings.
 */
export function mostInUse(span: Span, uses: readonly (Span & { amount: number })[]): number {
  const during = uses.filter((use) => overlap(use, span))
  const moments = [
    span.startsAt,
    ...during.map((use) => use.startsAt).filter((start) => start > span.startsAt),
  ]
  const inUse = moments.map((moment) =>
    during
      .filter(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt)
      .reduce((sum, { amount }) => sum + amount, 0),
  )
  return Math.max(0, ...inUse)
}

/** How a room is written where a place is asked for: on pages, in mails and in calendars. */
export function placeOf({ name, site }: { name: string; site: string | null }): string {
  return site ? `${name}, ${site}` : name
}

type Named = Parameters<typeof placeOf>[0]

/** The place of a workshop in a room: the room, and what somebody has said besides, such as the entrance. */
export function placeWith(room: Named, words: string | null): string {
  const place = placeOf(room)
  if (!words) return place
  const isSaid = words.includes(room.name) && words.includes(room.site ?? '')
  return isSaid ? words : `${place} (${words})`
}

/** The other way round: what was said besides the room, or null for nothing. */
export function wordsBeside(room: Named, place: string | null): string | null {
  const before = `${placeOf(room)} (`
  if (place === placeOf(room)) return null
  return place?.startsWith(before) && place.endsWith(')') ? place.slice(before.length, -1) : place
}
