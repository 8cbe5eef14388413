import { createHash, randomBytes } from 'node:crypto'
import type { Locale } from '#app/domain/locale.ts'
import { validUntil, type LoginTokenKind } from '#app/domain/login-token.ts'
import type { MailKind } from '#app/domain/mail.ts'
import { displayName } from '#app/domain/person.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { post } from '#db/outbox.ts'
import type { Row } from '#db/schema.ts'

const TOKEN_BYTES = 24

const MAIL_OF: Record<LoginTokenKind, MailKind & ('invitation' | 'reset' | 'login-link')> = {
  invitation: 'invitation',
  reset: 'reset',
  login: 'login-link',
}

/** The database keeps a hash, so that a copy of it lets nobody in. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

type Addressee = { id: string; givenName: string; familyName: string; email: string; locale: Locale }

/** Sends a link that lets somebody in once. Earlier links of the same kind end, and their unsent mails too. */
export async function sendLoginToken(
  trx: Trx,
  person: Addressee,
  kind: LoginTokenKind,
  now: Date,
): Promise<void> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const expiresAt = validUntil(kind, now)
  await endLoginTokens(trx, person.id, kind)
  await trx
    .insertInto('loginToken')
    .values({ tokenHash: hashToken(token), personId: person.id, kind, expiresAt })
    .execute()
  const to = { personId: person.id, address: person.email, locale: person.locale }
  const data = { name: displayName(person), token, validUntil: expiresAt.toISOString() }
  await post(trx, to, MAIL_OF[kind], now.toISOString(), data, now)
}

/** Ends the open links of somebody, of one kind or of all. */
export async function endLoginTokens(trx: Trx, personId: string, kind?: LoginTokenKind): Promise<void> {
  const kinds = kind ? [kind] : (Object.keys(MAIL_OF) as LoginTokenKind[])
  await trx
    .deleteFrom('loginToken')
    .where('personId', '=', personId)
    .where('kind', 'in', kinds)
    .where('usedAt', 'is', null)
    .execute()
  await trx
    .deleteFrom('outbox')
    .where('personId', '=', personId)
    .where(
      'kind',
      'in',
      kinds.map((each) => MAIL_OF[each]),
    )
    .where('sentAt', 'is', null)
    .execute()
}

/**
 * "I cannot get in": sends a link to whoever has this address. Says nothing about whether there is somebody,
 * and the answer to the browser must not either.
 */
export function requestLoginToken(db: Db, email: string, kind: 'reset' | 'login', now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const person = await trx
      .selectFrom('person')
      .selectAll()
      .where('email', '=', email)
      .where('disabledAt', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!person) return
    await sendLoginToken(trx, person, kind, now)
    await audit(trx, null, 'profile:edit', person.id, now, { link: kind })
  })
}

export type TokenHolder = Pick<Row<'person'>, 'id' | 'givenName' | 'familyName' | 'email'> & {
  expiresAt: Date
}

/** Whose link this is, while it can be used. Looking at it uses nothing up: mail scanners open every link. */
export function getLoginToken(
  db: Db,
  token: string,
  kind: LoginTokenKind,
  now: Date,
): Promise<TokenHolder | undefined> {
  return db
    .selectFrom('loginToken')
    .innerJoin('person', 'person.id', 'loginToken.personId')
    .select(['person.id', 'givenName', 'familyName', 'email', 'expiresAt'])
    .where('tokenHash', '=', hashToken(token))
    .where('kind', '=', kind)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('person.disabledAt', 'is', null)
    .executeTakeFirst()
}

/** Uses a link up and says whose it was; undefined the second time, too late, or for a disabled person. */
export async function takeLoginToken(
  trx: Trx,
  token: string,
  kind: LoginTokenKind,
  now: Date,
): Promise<string | undefined> {
  const taken = await trx
    .updateTable('loginToken')
    .from('person')
    .set({ usedAt: now })
    .whereRef('person.id', '=', 'loginToken.personId')
    .where('person.disabledAt', 'is', null)
    .where('tokenHash', '=', hashToken(token))
    .where('kind', '=', kind)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('loginToken.personId')
    .executeTakeFirst()
  return taken?.personId
}

export type TakeResult = { ok: true; personId: string } | { ok: false; refusal: 'link-used' }

/** Lets somebody in with a link and leaves the password as it is. */
export function signInByToken(
  db: Db,
  token: string,
  kind: 'login' | 'invitation',
  now: Date,
): Promise<TakeResult> {
  return db.transaction().execute(async (trx) => {
    const personId = await takeLoginToken(trx, token, kind, now)
    if (!personId) return { ok: false, refusal: 'link-used' }
    await audit(trx, personId, 'profile:edit', personId, now, { signedInBy: kind })
    return { ok: true, personId }
  })
}

/** Used and expired links, a day after they ended. */
export async function forgetLoginTokens(db: Db, endedBefore: Date): Promise<void> {
  await db
    .deleteFrom('loginToken')
    .where((eb) => eb.or([eb('expiresAt', '<', endedBefore), eb('usedAt', '<', endedBefore)]))
    .execute()
}
