// What somebody's calendar was told of the meetings of a workshop, and what it must be told next.

import { nextSequence } from '#app/domain/icalendar.ts'

/** One entry as it was sent; a cancelled one is gone from the calendar, and its sequence still counts. */
export type CalendarEntry = {
  meetingId: string
  sequence: number
  startsAt: Date
  endsAt: Date
  place: string | null
  online: boolean
  cancelled: boolean
}

type Planned = {
  version: number
  place: string | null
  onlineUrl: string | null
  meetings: readonly { id: string; startsAt: Date; endsAt: Date }[]
}

/**
 * The entries that make a calendar right again: new ones, changed ones, and those that go because the meeting or the
 * place of the person is gone. What is over stays as it was, unless it did not take place after all, or did; and what is
 * right is not told twice.
 */
export function entriesToTell(
  workshop: Planned,
  told: readonly CalendarEntry[],
  hasPlace: boolean,
  now: Date,
): CalendarEntry[] {
  const before = new Map(told.map((entry) => [entry.meetingId, entry]))
  const isCancelled = (meetingId: string) => before.get(meetingId)?.cancelled === true
  const wanted = hasPlace ? workshop.meetings.filter(({ id, endsAt }) => endsAt > now || isCancelled(id)) : []
  const sequenceOf = (meetingId: string) => nextSequence(before.get(meetingId)?.sequence, workshop.version)
  const due = wanted
    .map(({ id, startsAt, endsAt }): CalendarEntry => {
      const where = { place: workshop.place, online: workshop.onlineUrl !== null }
      return { meetingId: id, sequence: sequenceOf(id), startsAt, endsAt, ...where, cancelled: false }
    })
    .filter((entry) => !isAsTold(entry, before.get(entry.meetingId)))
  const stays = new Set(hasPlace ? workshop.meetings.map(({ id }) => id) : [])
  const gone = told
    .filter(
      ({ meetingId, cancelled, endsAt }) => !cancelled && (hasPlace || endsAt > now) && !stays.has(meetingId),
    )
    .map((entry) => ({ ...entry, sequence: sequenceOf(entry.meetingId), cancelled: true }))
  return [...due, ...gone]
}

function isAsTold(entry: CalendarEntry, told: CalendarEntry | undefined): boolean {
  if (!told) return false
  return (
    told.startsAt.getTime() === entry.startsAt.getTime() &&
    told.endsAt.getTime() === entry.endsAt.getTime() &&
    told.place === entry.place &&
    told.online === entry.online &&
    told.cancelled === entry.cancelled
  )
}
