import { log } from '#app/http/log.server.ts'
import type { Db } from '#db/client.server.ts'
import { lapseOffers } from '#db/offers.ts'

/** Gives on the places that were offered to people who did not answer in time. */
export async function closeOffers(db: Db, now: Date): Promise<void> {
  const lapsed = await lapseOffers(db, now)
  if (lapsed > 0) log('offers lapsed', { count: lapsed })
}
