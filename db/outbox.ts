import { sql, type RawBuilder } from 'kysely'
import type { Locale } from '#app/domain/locale.ts'
import { HIDDEN_MAILS, type MailData, type MailKind, type OutboxState } from '#app/domain/mail.ts'
import { heldUntil } from '#app/domain/mail-preference.ts'
import { displayName } from '#app/domain/person.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
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
      digestAt: digestOf(to, kind, data, now),
    })
    .onConflict((conflict) => conflict.column('uniqueKey').doNothing())
    .execute()
}

/** Until when the mail waits for others: in the same query, so that a mail to a group asks no more of the database. */
function digestOf<Kind extends MailKind>(
  to: Recipient,
  kind: Kind,
  data: MailData[Kind],
  now: Date,
): RawBuilder<Date | null> | null {
  if (to.personId === null) return null
  const [daily, weekly] = [heldUntil(kind, data, 'daily', now), heldUntil(kind, data, 'weekly', now)]
  if (!daily && !weekly) return null
  return sql<Date | null>`(select case rhythm when 'daily' then ${daily}::timestamptz
    when 'weekly' then ${weekly}::timestamptz end from mail_preference where person_id = ${to.personId})`
}

/** A mail as the outbox shows it. The data are those of its kind; `textOf` in app/jobs makes a letter of them. */
export type OutboxMail = {
  id: string
  kind: MailKind
  personId: string | null
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
  digestAt: Date | null
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
    .$if(state === 'waiting', (query) =>
      query.where('sentAt', 'is', null).where('gaveUpAt', 'is', null).where('digestAt', 'is', null),
    )
    .$if(state === 'held', (query) => query.where('digestAt', 'is not', null).where('digestId', 'is', null))
    .$if(state === 'gathered', (query) => query.where('digestId', 'is not', null))
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

/** Takes a mail that was given up into the next round, to the address that its reader has by now. */
export function retryMail(db: Db, by: string, id: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const [again] = await retry(trx, [id], now)
    if (again) await audit(trx, by, 'outbox:read', id, now, { again: true })
  })
}

/** The same with all that were given up. Returns how many. */
export function retryAll(db: Db, by: string, now: Date): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const again = await retry(trx, null, now)
    if (again.length > 0) await audit(trx, by, 'outbox:read', null, now, { again: again.length })
    return again.length
  })
}

function retry(trx: Trx, ids: readonly string[] | null, now: Date): Promise<{ id: string }[]> {
  return trx
    .updateTable('outbox')
    .set((eb) => ({
      gaveUpAt: null,
      attempts: 0,
      nextAttemptAt: now,
      createdAt: now,
      address: eb.fn.coalesce(
        eb.selectFrom('person').select('email').whereRef('person.id', '=', 'outbox.personId'),
        'outbox.address',
      ),
    }))
    .$if(ids !== null, (query) => query.where('id', 'in', ids ?? []))
    .where('hidden', '=', false)
    .where('gaveUpAt', 'is not', null)
    .returning('id')
    .execute()
}

/** How many visible mails wait, and how many were given up. */
export async function countOutbox(db: Db): Promise<{ waiting: number; failed: number }> {
  return visibleMails(db)
    .select([
      (eb) =>
        eb.fn
          .countAll<number>()
          .filterWhere((where) =>
            where.and([
              where('sentAt', 'is', null),
              where('gaveUpAt', 'is', null),
              where('digestAt', 'is', null),
            ]),
          )
          .as('waiting'),
      (eb) => eb.fn.countAll<number>().filterWhere('gaveUpAt', 'is not', null).as('failed'),
    ])
    .executeTakeFirstOrThrow()
}

type VisibleRow = Row<'outbox'> & { givenName: string | null; familyName: string | null }

function asMail(row: VisibleRow): OutboxMail {
  const {
    id,
    personId,
    address,
    locale,
    data,
    createdAt,
    nextAttemptAt,
    attempts,
    lastError,
    sentAt,
    digestAt,
  } = row
  const { givenName, familyName } = row
  return {
    id,
    kind: row.kind as MailKind,
    personId,
    recipient: givenName && familyName ? displayName({ givenName, familyName }) : undefined,
    address,
    locale,
    data,
    state: stateOf(row),
    createdAt,
    nextAttemptAt,
    attempts,
    lastError,
    sentAt,
    digestAt,
  }
}

function stateOf({ sentAt, gaveUpAt, digestAt, digestId }: Row<'outbox'>): OutboxState {
  if (sentAt) return 'sent'
  if (gaveUpAt) return 'failed'
  if (digestId) return 'gathered'
  return digestAt ? 'held' : 'waiting'
}

/** Signs that mean something to `like` are taken as they are. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
