import { timeOf } from '#app/domain/calendar.ts'
import type { Db } from '#db/client.server.ts'
import { remindOfReport } from '#db/report-reminders.ts'

/** Nobody wants to hear of a report at midnight. */
const MORNING = '07:00'

/** Tells the coordination that a report can be prepared, and once more if nobody has. */
export async function remindOfDueReport(db: Db, now: Date): Promise<void> {
  if (timeOf(now) < MORNING) return
  await remindOfReport(db, now)
}
