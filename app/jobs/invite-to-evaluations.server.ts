import { timeOf } from '#app/domain/calendar.ts'
import type { Environment } from '#app/http/environment.server.ts'
import { log } from '#app/http/log.server.ts'
import { oneByOne } from '#app/jobs/one-by-one.ts'
import type { Db } from '#db/client.server.ts'
import { listUrns } from '#db/evaluations.ts'
import { inviteToTransfer, inviteToWorkshopFeedback, listWorkshopsToInvite } from '#db/feedback.ts'
import { currentVersion } from '#db/questionnaire-versions.ts'
import { listRoundsToOpen, openRound, tellOfMissed } from '#db/round-openings.ts'
import { remind } from '#db/rounds.ts'
import { remindTrustees } from '#db/trustee-mail.ts'

/** Nobody wants to be asked for an opinion at midnight. */
const MORNING = '07:00'

/**
 * Asks those who have just attended a workshop; in the morning those who attended one eight weeks ago, begins rounds
 * whose day has come, and reminds, trustees too. What fails for one workshop or round keeps no other waiting.
 */
export async function inviteToEvaluations(db: Db, now: Date, { roundKey }: Environment): Promise<void> {
  const means = { questionnaire: await currentVersion(db, 'workshop-feedback'), wrappingKey: roundKey }
  await oneByOne('invitation to feedback', await listWorkshopsToInvite(db, now), async (workshopId) => {
    await inviteToWorkshopFeedback(db, workshopId, means, now)
  })
  await tellOfMissed(db, now)
  if (timeOf(now) < MORNING) return
  const transfer = { questionnaire: await currentVersion(db, 'workshop-transfer'), wrappingKey: roundKey }
  const askedNow = await listWorkshopsToInvite(db, now, 'transfer')
  await oneByOne('invitation to transfer', askedNow, async (workshopId) => {
    await inviteToTransfer(db, workshopId, transfer, now)
  })
  await oneByOne('opening of a round', await listRoundsToOpen(db, now), async (roundId) => {
    const result = await openRound(db, roundId, now)
    if (!result.ok) log('round not opened', { round: roundId, refusal: result.refusal })
  })
  const open = (await listUrns(db, now)).filter(({ state }) => state === 'open')
  await oneByOne(
    'reminder of a round',
    open.map(({ id }) => id),
    (id) => remind(db, id, now),
  )
  await remindTrustees(db, now)
}
