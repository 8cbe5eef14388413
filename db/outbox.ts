import type { Locale } from '#app/domain/locale.ts'
import { HIDDEN_MAILS, type MailData, type MailKind } from '#app/domain/mail.ts'
import { displayName } from '#app/domain/person.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

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

export type OutboxState = 'waiting' | 'sent' | 'failed'

/** A mail as the outbox shows it. The data are those of its kind; `textOf` in app/jobs makes a letter of them. */
export type OutboxMail = {
  id: string
  kind: MailKind
  /** Of the person, or undefined for an address that belongs to nobody yet. */
  recipient: string | undefined
  address: string
  locale: Locale
  data: object
  state: OutboxState
  createdAt: Date
  nextAttemptAt: Date
  attempts: number
  lastError: string | null
  sentAt: Date | null
}

/** Invitations and reminders to evaluations never come out of here. */
function visibleMails(db: Db) {
  return db.selectFrom('outbox').where('hidden', '=', false).where('kind', 'not in', HIDDEN_MAILS)
}

type Filter = { state?: OutboxState | undefined; address?: string | undefined }
type Page = { page: number; size: number }

/** The mails of one page, the latest first, and how many there are in all. */
export async function listOutbox(
  db: Db,
  { state, address }: Filter,
  { page, size }: Page,
): Promise<{ mails: OutboxMail[]; total: number }> {
  const matching = visibleMails(db)
    .$if(state === 'sent', (query) => query.where('sentAt', 'is not', null))
    .$if(state === 'failed', (query) => query.where('gaveUpAt', 'is not', null))
    .$if(state === 'waiting', (query) => query.where('sentAt', 'is', null).where('gaveUpAt', 'is', null))
    .$if(Boolean(address), (query) => query.where('address', 'like', `%${escapeLike(address ?? '')}%`))
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await matching
    .leftJoin('person', 'person.id', 'outbox.personId')
    .selectAll('outbox')
    .select(['person.givenName', 'person.familyName'])
    .orderBy('outbox.createdAt', 'desc')
    .orderBy('outbox.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { mails: rows.map(asMail), total }
}

/** One mail to read; that somebody read it is recorded. */
export function readMail(db: Db, by: string, id: string, now: Date): Promise<OutboxMail | undefined> {
  return db.transaction().execute(async (trx) => {
    const row = await visibleMails(trx)
      .leftJoin('person', 'person.id', 'outbox.personId')
      .selectAll('outbox')
      .select(['person.givenName', 'person.familyName'])
      .where('outbox.id', '=', id)
      .executeTakeFirst()
    if (!row) return undefined
    await audit(trx, by, 'outbox:read', id, now, { kind: row.kind })
    return asMail(row)
  })
}

/** Takes a mail that was given up into the next round. */
export function retryMail(db: Db, by: string, id: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const again = await trx
      .updateTable('outbox')
      .set({ gaveUpAt: null, attempts: 0, nextAttemptAt: now, createdAt: now })
      .where('id', '=', id)
      .where('hidden', '=', false)
      .where('gaveUpAt', 'is not', null)
      .returning('id')
      .executeTakeFirst()
    if (again) await audit(trx, by, 'outbox:read', id, now, { again: true })
  })
}

/** How many visible mails wait, and how many were given up. */
export async function countOutbox(db: Db): Promise<{ waiting: number; failed: number }> {
  return visibleMails(db)
    .select([
      (eb) =>
        eb.fn
          .countAll<number>()
          .filterWhere((where) => where.and([where('sentAt', 'is', null), where('gaveUpAt', 'is', null)]))
          .as('waiting'),
      (eb) => eb.fn.countAll<number>().filterWhere('gaveUpAt', 'is not', null).as('failed'),
    ])
    .executeTakeFirstOrThrow()
}

type VisibleRow = Row<'outbox'> & { givenName: string | null; familyName: string | null }

function asMail(row: VisibleRow): OutboxMail {
  const { id, address, locale, data, createdAt, nextAttemptAt, attempts, lastError, sentAt } = row
  const { givenName, familyName } = row
  return {
    id,
    kind: row.kind as MailKind,
    recipient: givenName && familyName ? displayName({ givenName, familyName }) : undefined,
    address,
    locale,
    data,
    state: sentAt ? 'sent' : row.gaveUpAt ? 'failed' : 'waiting',
    createdAt,
    nextAttemptAt,
    attempts,
    lastError,
    sentAt,
  }
}

/** Signs that mean something to `like` are taken as they are. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
