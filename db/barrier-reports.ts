// A report of a barrier is a mail to the coordination and nothing else: no row of it is kept.

import { answerBy, withoutSecrets } from '#app/domain/barrier-report.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { displayName } from '#app/domain/person.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import { post } from '#db/outbox.ts'
import { listCoordination } from '#db/roles.ts'

export type BarrierReport = {
  id: string
  barrier: string
  /** In the words of the person, or the path of the page from which they came. */
  page: string | null
  /** Where an answer is wanted. */
  replyTo: string | null
}

/**
 * Tells the coordination of a barrier. Who reports one is recorded nowhere, for it may tell of a disability. The same
 * id a second time changes nothing.
 */
export function reportBarrier(db: Db, report: BarrierReport, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const { id, replyTo } = report
    const before = await trx
      .selectFrom('audit')
      .select('id')
      .where('action', '=', 'barrier:report')
      .where('subjectId', '=', id)
      .executeTakeFirst()
    if (before) return
    const facts = {
      barrier: withoutSecrets(report.barrier),
      page: report.page && withoutSecrets(report.page),
      replyTo,
      answerBy: answerBy(dayOf(now)),
    }
    for (const person of await listCoordination(trx, dayOf(now))) {
      const to = { personId: person.id, address: person.email, locale: person.locale }
      await post(trx, to, 'barrier-reported', id, { name: displayName(person), ...facts }, now)
    }
    await audit(trx, null, 'barrier:report', id, now)
  })
}
