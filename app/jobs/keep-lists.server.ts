import { timeOf } from '#app/domain/calendar.ts'
import { log } from '#app/http/log.server.ts'
import { countEarlyArrivals } from '#db/arrivals.ts'
import type { Db } from '#db/client.server.ts'
import { remindOfLists } from '#db/list-reminders.ts'

/** Nobody wants to hear of a list at midnight. */
const MORNING = '07:00'

/** Reminds of lists that nobody has finished, from the morning after the meeting. */
export async function remindOfOpenLists(db: Db, now: Date): Promise<void> {
  if (timeOf(now) < MORNING) return
  await remindOfLists(db, now)
}

/** Makes those present who checked in before the list opened. */
export async function countArrivals(db: Db, now: Date): Promise<void> {
  const counted = await countEarlyArrivals(db, now)
  if (counted > 0) log('early arrivals counted', { count: counted })
}
