// What is possible, but perhaps not meant: said once, and saved when the form is sent again.

import { blocking, type BlockedDay } from '#app/domain/blocked-period.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { displayName } from '#app/domain/person.ts'
import { listBlockedBetween } from '#db/blocked-periods.ts'
import { listTrainerClashes } from '#db/bookings.ts'
import type { Db } from '#db/client.server.ts'
import { getRoom } from '#db/rooms.ts'
import type { WorkshopPlan } from '#db/workshop-plans.ts'

export type PlanWarning =
  | {
      kind: 'trainer'
      name: string
      title: { de: string; en: string | null }
      startsAt: Date
      endsAt: Date
    }
  | { kind: 'seats'; capacity: number; seats: number }
  | ({ kind: 'blocked' } & BlockedDay)

/** `own` are the workshops that the plan is about: they do not stand in their own way. */
export async function warningsFor(
  db: Db,
  plan: Pick<WorkshopPlan, 'trainerIds' | 'meetings' | 'capacity' | 'roomId'>,
  own: readonly string[],
): Promise<PlanWarning[]> {
  const room = plan.roomId ? await getRoom(db, plan.roomId) : undefined
  const clashes = await listTrainerClashes(db, plan.trainerIds, plan.meetings, own)
  return [
    ...clashes.map((clash): PlanWarning => ({
      kind: 'trainer',
      name: displayName(clash),
      title: { de: clash.titleDe, en: clash.titleEn },
      startsAt: clash.startsAt,
      endsAt: clash.endsAt,
    })),
    ...(room && plan.capacity > room.seats
      ? [{ kind: 'seats', capacity: plan.capacity, seats: room.seats } as const]
      : []),
    ...(await blockedDays(db, plan.meetings)).map((one) => ({ kind: 'blocked' as const, ...one })),
  ]
}

/** The days of these meetings on which an organisation cannot spare anybody, with each that has said so. */
export async function blockedDays(db: Db, meetings: readonly { startsAt: Date }[]): Promise<BlockedDay[]> {
  const days = [...new Set(meetings.map(({ startsAt }) => dayOf(startsAt)))].sort()
  const [from, until] = [days[0], days.at(-1)]
  if (from === undefined || until === undefined) return []
  const periods = await listBlockedBetween(db, null, { from, until })
  return days.flatMap((day) => {
    const those = blocking(periods, [day]).map(({ organisation, reason }) => ({ organisation, reason }))
    return those.length > 0 ? [{ day, blocking: those }] : []
  })
}

/** Sent along the second time: only the very same warnings count as read. */
export function acceptanceOf(warnings: readonly object[]): string {
  return JSON.stringify(warnings).slice(0, 4_000)
}
