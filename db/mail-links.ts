import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { EnrolmentStatus } from '#app/domain/enrolment.ts'
import { MAIL_LINK_KEPT_DAYS, type MailLinkPurpose } from '#app/domain/mail-link.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { hashToken } from '#db/login-tokens.ts'

const TOKEN_BYTES = 24
const DAY_MILLISECONDS = 86_400_000

/** Makes the secret of a link; the database keeps its hash, the mail alone has the secret. */
export async function newMailLink(
  trx: Trx,
  purpose: MailLinkPurpose,
  enrolmentId: string,
  expiresAt: Date,
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  await trx
    .insertInto('mailLink')
    .values({ tokenHash: hashToken(token), purpose, enrolmentId, expiresAt })
    .execute()
  return token
}

export type MailLink = {
  purpose: MailLinkPurpose
  enrolmentId: string
  workshopId: string
  personId: string
  status: EnrolmentStatus
  expiresAt: Date
  usedAt: Date | null
}

/**
 * What a link is about, also when it can no longer be used: then the page says why. Looking at it changes nothing,
 * for mail scanners open every link. A link for another purpose, or of somebody locked out, is none.
 */
export function getMailLink(
  db: Db,
  token: string,
  purposes: readonly MailLinkPurpose[],
): Promise<MailLink | undefined> {
  return db
    .selectFrom('mailLink as link')
    .innerJoin('enrolment', 'enrolment.id', 'link.enrolmentId')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['link.purpose', 'link.enrolmentId', 'link.expiresAt', 'link.usedAt'])
    .select(['enrolment.workshopId', 'enrolment.personId', 'enrolment.status'])
    .where('link.tokenHash', '=', hashToken(token))
    .where('link.purpose', 'in', purposes)
    .where('person.disabledAt', 'is', null)
    .executeTakeFirst()
}

/** Notes that somebody has answered with this link. What keeps it from working twice is what it has changed. */
export async function useMailLink(trx: Trx, token: string, now: Date): Promise<void> {
  await trx
    .updateTable('mailLink')
    .set({ usedAt: now })
    .where('tokenHash', '=', hashToken(token))
    .where('usedAt', 'is', null)
    .execute()
}

/** Ends the links of an enrolment, and the mails that would still bring them. */
export async function endMailLinks(
  trx: Trx,
  enrolmentId: string,
  purposes: readonly MailLinkPurpose[],
): Promise<void> {
  await trx
    .deleteFrom('mailLink')
    .where('enrolmentId', '=', enrolmentId)
    .where('purpose', 'in', purposes)
    .execute()
  await trx
    .deleteFrom('outbox')
    .where('uniqueKey', 'like', `approval-%:${enrolmentId}:%`)
    .where('sentAt', 'is', null)
    .execute()
}

/** Ends the links with which somebody could answer an offer, and takes their secrets out of mails not yet sent. */
export async function endOfferLinks(trx: Trx, personId: string): Promise<void> {
  await trx
    .deleteFrom('mailLink')
    .where('purpose', '=', 'offer')
    .where('enrolmentId', 'in', (eb) =>
      eb.selectFrom('enrolment').select('enrolment.id').where('personId', '=', personId),
    )
    .execute()
  await trx
    .deleteFrom('outbox')
    .where('personId', '=', personId)
    .where('kind', '=', 'enrolment-offered')
    .where('sentAt', 'is', null)
    .execute()
  // It says more than that: without the secret it leads to where one signs in.
  await trx
    .updateTable('outbox')
    .set({ data: sql<string>`data - 'token'` })
    .where('personId', '=', personId)
    .where('kind', '=', 'workshop-merged')
    .where('sentAt', 'is', null)
    .execute()
}

/** Links that ended long ago; until then they can say what has become of the matter. */
export async function forgetMailLinks(db: Db, now: Date): Promise<void> {
  const endedBefore = new Date(now.getTime() - MAIL_LINK_KEPT_DAYS * DAY_MILLISECONDS)
  await db.deleteFrom('mailLink').where('expiresAt', '<', endedBefore).execute()
}
