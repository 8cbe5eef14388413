// What a workshop's page says about its planning: its minimum, and its series.

import { seatsTaken } from '#app/domain/enrolment.ts'
import { decisionDay, viabilityOf, type Viability } from '#app/domain/minimum.ts'
import type { Db } from '#db/client.server.ts'
import type { Enrolment } from '#db/enrolment-log.ts'
import { listSeriesDates } from '#db/series.ts'
import type { Workshop } from '#db/workshops.ts'

export type PlanningFacts = {
  viability: Viability | undefined
  /** Only for those who lead. */
  minimum: { taken: number; needed: number; decideOn: string } | undefined
  series: { nth: number; count: number } | undefined
}

/** Everybody reads that a workshop takes place for sure; the rest is for those who plan. */
export async function planningFacts(
  db: Db,
  workshop: Workshop,
  current: readonly Enrolment[],
  leads: boolean,
  now: Date,
): Promise<PlanningFacts> {
  const taken = seatsTaken(current)
  const viability = viabilityOf(workshop, taken, now)
  if (!leads)
    return { viability: viability === 'going' ? viability : undefined, minimum: undefined, series: undefined }
  const dates = workshop.seriesId === null ? [] : await listSeriesDates(db, workshop.seriesId)
  const nth = dates.findIndex(({ id }) => id === workshop.id) + 1
  return {
    viability,
    minimum: viability && { taken, needed: workshop.minimum, decideOn: decisionDay(workshop) },
    series: nth > 0 ? { nth, count: dates.length } : undefined,
  }
}
