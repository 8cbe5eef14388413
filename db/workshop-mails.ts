import { sql } from 'kysely'
import { HIDDEN_MAILS, type MailKind } from '#app/domain/mail.ts'
import type { Db } from '#db/client.server.ts'

export type SentMails = {
  kind: MailKind
  count: number
  delivered: number
  failed: number
  held: number
  last: Date
}

/** Which mails were written about a workshop, by kind; of those to evaluations nothing at all. */
export async function listSentMails(db: Db, workshopId: string): Promise<SentMails[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('kind')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      // What was gathered is on its way in another mail.
      fn
        .countAll<number>()
        .filterWhere((eb) => eb.or([eb('sentAt', 'is not', null), eb('digestId', 'is not', null)]))
        .as('delivered'),
      fn.countAll<number>().filterWhere('gaveUpAt', 'is not', null).as('failed'),
      fn
        .countAll<number>()
        .filterWhere((eb) => eb.and([eb('digestAt', 'is not', null), eb('digestId', 'is', null)]))
        .as('held'),
      fn.max('createdAt').as('last'),
    ])
    .where(sql<boolean>`data -> 'workshop' ->> 'workshopId' = ${workshopId}`)
    .where('hidden', '=', false)
    .where('kind', 'not in', HIDDEN_MAILS)
    .groupBy('kind')
    .orderBy('last', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as MailKind }))
}

/** Whether those who attend are still to be asked what they thought of it: once, when the list is written. */
export async function isAskedLater(db: Db, workshopId: string): Promise<boolean> {
  const asked = await db
    .selectFrom('evaluationWorkshop')
    .select('workshopId')
    .where('workshopId', '=', workshopId)
    .where('kind', '=', 'workshop')
    .executeTakeFirst()
  return asked === undefined
}

/** Until when requests of a workshop wait, and when that is said again. Not whose they are, nor who is asked. */
export function listApprovalDates(
  db: Db,
  workshopId: string,
): Promise<{ remindAt: Date | null; decideUntil: Date }[]> {
  return db
    .selectFrom('approval')
    .innerJoin('enrolment', 'enrolment.id', 'approval.enrolmentId')
    .select('approval.decideUntil')
    .select(sql<Date | null>`case when reminded_at is null then remind_at end`.as('remindAt'))
    .where('enrolment.workshopId', '=', workshopId)
    .where('enrolment.status', '=', 'requested')
    .where('approval.decidedAt', 'is', null)
    .execute()
}
