import type { Environment } from '#app/http/environment.server.ts'
import { messages } from '#app/i18n/index.ts'
import { formatMonthName } from '#app/i18n/format.ts'
import type { Db } from '#db/client.server.ts'
import { planDueRound } from '#db/round-schedule.ts'
import { currentVersion } from '#db/questionnaire-versions.ts'

/** Plans the next round about the competence centre, as far as it is decided when that is. */
export async function planEvaluations(db: Db, now: Date, { roundKey }: Environment): Promise<void> {
  const means = { questionnaire: await currentVersion(db, 'competence-centre'), wrappingKey: roundKey }
  const { suggested } = messages('de').round.add
  const titleFor = (opensOn: string) => suggested['competence-centre'](formatMonthName(opensOn, 'de'))
  await planDueRound(db, { means, titleFor }, now)
}
