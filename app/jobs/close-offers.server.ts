import { log } from '#app/http/log.server.ts'
import type { Db } from '#db/client.server.ts'
import { lapseOffers } from '#db/offers.ts'
import { releaseQuotas } from '#db/queue.ts'

/** Gives on the places that nobody answered for in time, and those that quotas kept free until now. */
export async function closeOffers(db: Db, now: Date): Promise<void> {
  const lapsed = await lapseOffers(db, now)
  if (lapsed > 0) log('offers lapsed', { count: lapsed })
  const moved = await releaseQuotas(db, now)
  if (moved > 0) log('quotas released', { moved })
}
