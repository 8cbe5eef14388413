import { timeOf } from '#app/domain/calendar.ts'
import type { Environment } from '#app/http/environment.server.ts'
import { log } from '#app/http/log.server.ts'
import type { Db } from '#db/client.server.ts'
import { listUrns } from '#db/evaluations.ts'
import { inviteToTransfer, inviteToWorkshopFeedback, listWorkshopsToInvite } from '#db/feedback.ts'
import { currentVersion } from '#db/questionnaire-versions.ts'
import { listRoundsToOpen, openRound, remind } from '#db/rounds.ts'

/** Nobody wants to be asked for an opinion at midnight. */
const MORNING = '07:00'

/**
 * Asks those who have just attended a workshop; in the morning those who attended one eight weeks ago, begins rounds
 * whose day has come, and reminds.
 */
export async function inviteToEvaluations(db: Db, now: Date, { roundKey }: Environment): Promise<void> {
  const means = { questionnaire: await currentVersion(db, 'workshop-feedback'), wrappingKey: roundKey }
  for (const workshopId of await listWorkshopsToInvite(db, now)) {
    await inviteToWorkshopFeedback(db, workshopId, means, now)
  }
  if (timeOf(now) < MORNING) return
  const transfer = { questionnaire: await currentVersion(db, 'workshop-transfer'), wrappingKey: roundKey }
  for (const workshopId of await listWorkshopsToInvite(db, now, 'transfer')) {
    await inviteToTransfer(db, workshopId, transfer, now)
  }
  for (const roundId of await listRoundsToOpen(db, now)) {
    const result = await openRound(db, roundId, now)
    if (!result.ok) log('round not opened', { round: roundId, refusal: result.refusal })
  }
  for (const { id, state } of await listUrns(db, now)) {
    if (state === 'open') await remind(db, id, now)
  }
}
