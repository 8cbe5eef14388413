import type { Locale } from '#app/domain/locale.ts'
import { HIDDEN_MAILS, type MailData, type MailKind } from '#app/domain/mail.ts'
import type { Db } from '#db/client.server.ts'

export type Recipient = { personId: string | null; address: string; locale: Locale }

/**
 * Lays a mail into the outbox, in the transaction of the command that causes it. `key` names the occasion:
 * nobody gets the mail of one occasion twice, however often the command runs.
 */
export async function post<Kind extends MailKind>(
  db: Db,
  to: Recipient,
  kind: Kind,
  key: string,
  data: MailData[Kind],
  now: Date,
): Promise<void> {
  await db
    .insertInto('outbox')
    .values({
      uniqueKey: `${kind}:${key}:${to.personId ?? to.address}`,
      kind,
      personId: to.personId,
      address: to.address,
      locale: to.locale,
      data: JSON.stringify(data),
      hidden: HIDDEN_MAILS.includes(kind),
      createdAt: now,
      nextAttemptAt: now,
    })
    .onConflict((conflict) => conflict.column('uniqueKey').doNothing())
    .execute()
}
