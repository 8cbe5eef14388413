// How mails leave the outbox. At least once: a process that dies between sending and noting it sends again.

import { sql } from 'kysely'
import {
  BLANKED_TOKEN,
  failureOf,
  MAILS_KEPT_DAYS,
  nextAttempt,
  OUTDATED_AFTER_DAYS,
} from '#app/domain/mail.ts'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

const DAY_MILLISECONDS = 86_400_000
/** So long a mail belongs to the process that took it; if it dies, another one takes the mail then. */
const CLAIM_MINUTES = 10
const MAX_ERROR_LENGTH = 300

export type DueMail = Row<'outbox'>

/** Takes mails whose time has come, each for one process only, and counts the attempt. */
export function claimDue(db: Db, limit: number, now: Date): Promise<DueMail[]> {
  return db.transaction().execute(async (trx) => {
    await dropForDisabled(trx)
    const due = await trx
      .selectFrom('outbox')
      .select('id')
      .where('sentAt', 'is', null)
      .where('gaveUpAt', 'is', null)
      .where('digestAt', 'is', null)
      .where('nextAttemptAt', '<=', now)
      .orderBy('nextAttemptAt')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute()
    if (due.length === 0) return []
    return trx
      .updateTable('outbox')
      .set((eb) => ({
        attempts: eb('attempts', '+', 1),
        nextAttemptAt: new Date(now.getTime() + CLAIM_MINUTES * 60_000),
      }))
      .where(
        'id',
        'in',
        due.map((mail) => mail.id),
      )
      .returningAll()
      .execute()
  })
}

/** Whoever was locked out gets no mail any more, also none that was written before. */
async function dropForDisabled(db: Db): Promise<void> {
  await db
    .deleteFrom('outbox')
    .where('sentAt', 'is', null)
    .where('personId', 'in', (eb) => eb.selectFrom('person').select('id').where('disabledAt', 'is not', null))
    .execute()
}

/** Notes that a mail is on its way: the secret of its link goes, and a hidden one leaves no trace. */
export async function markSent(db: Db, mail: DueMail, now: Date): Promise<void> {
  if (mail.hidden) {
    await db.deleteFrom('outbox').where('id', '=', mail.id).execute()
    return
  }
  const data = 'token' in mail.data ? { ...mail.data, token: BLANKED_TOKEN } : mail.data
  await db
    .updateTable('outbox')
    .set({ sentAt: now, lastError: null, data: JSON.stringify(data) })
    .where('id', '=', mail.id)
    .execute()
}

/**
 * Notes that an attempt failed: there is another one later, or the mail is given up, at once where the server says
 * that there is no such mailbox.
 */
export async function markFailed(db: Db, mail: DueMail, error: string, now: Date): Promise<void> {
  const next = failureOf(error) === 'address' ? null : nextAttempt(mail.attempts, now)
  if (!next && mail.hidden) {
    await db.deleteFrom('outbox').where('id', '=', mail.id).execute()
    return
  }
  await db
    .updateTable('outbox')
    .set({
      lastError: error.slice(0, MAX_ERROR_LENGTH),
      ...(next ? { nextAttemptAt: next } : { gaveUpAt: now }),
    })
    .where('id', '=', mail.id)
    .execute()
}

/** Mails that could not even be tried for a week would confuse more than help; an admin can send each all the same. */
export async function giveUpOutdated(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - OUTDATED_AFTER_DAYS * DAY_MILLISECONDS)
  await db.deleteFrom('outbox').where('hidden', '=', true).where('createdAt', '<', before).execute()
  await db
    .updateTable('outbox')
    .set({ gaveUpAt: now, lastError: 'outdated' })
    .where('sentAt', 'is', null)
    .where('gaveUpAt', 'is', null)
    .where('digestAt', 'is', null)
    .where('attempts', '=', 0)
    .where('createdAt', '<', before)
    .execute()
}

/** Without a mail server nobody can be reminded in secret; that somebody was to be must not stay in a table. */
export async function dropHiddenMails(db: Db): Promise<void> {
  await db.deleteFrom('outbox').where('hidden', '=', true).execute()
}

/** Mails of more than thirty days, sent or not. */
export async function forgetMails(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - MAILS_KEPT_DAYS * DAY_MILLISECONDS)
  await db.deleteFrom('outbox').where('createdAt', '<', before).execute()
}

/** Blanks the secrets of links that have run out, so that an unsent mail does not keep them. */
export async function blankExpiredLinks(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ data: sql<string>`data || ${JSON.stringify({ token: BLANKED_TOKEN })}::jsonb` })
    .where(sql<boolean>`data ? 'validUntil' and (data->>'validUntil')::timestamptz < ${now}`)
    .execute()
}
