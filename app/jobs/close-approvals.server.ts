import { log } from '#app/http/log.server.ts'
import { lapseApprovals, remindApprovers } from '#db/approvals.ts'
import type { Db } from '#db/client.server.ts'

/** Lets silence decide what nobody has answered in time, and reminds where there still is time. */
export async function closeApprovals(db: Db, now: Date): Promise<void> {
  const lapsed = await lapseApprovals(db, now)
  const reminded = await remindApprovers(db, now)
  if (lapsed + reminded > 0) log('approvals closed', { lapsed, reminded })
}
