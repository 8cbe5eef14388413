// What is possible, but perhaps not meant: said once, and saved when the form is sent again.

import { displayName } from '#app/domain/person.ts'
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
  ]
}

/** Sent along the second time: only the very same warnings count as read. */
export function acceptanceOf(warnings: readonly PlanWarning[]): string {
  return JSON.stringify(warnings).slice(0, 4_000)
}
