import { log } from '#app/http/log.server.ts'
import type { Db } from '#db/client.server.ts'
import { getSettings } from '#db/settings.ts'
import { listWorkshopsToRemind, remindOfWorkshop } from '#db/workshop-reminders.ts'

/** Reminds people with a seat three days and one day before, as the settings say. */
export async function remindOfWorkshops(db: Db, now: Date): Promise<void> {
  const settings = await getSettings(db)
  if (!settings.remindThreeDaysBefore && !settings.remindDayBefore) return
  let count = 0
  for (const workshopId of await listWorkshopsToRemind(db, now)) {
    count += await remindOfWorkshop(db, workshopId, settings, now)
  }
  if (count > 0) log('reminders written', { count })
}
