import type { Locale } from '#app/domain/locale.ts'
import type { MailKind } from '#app/domain/mail.ts'
import type { MailText, MailTextRefusal } from '#app/domain/mail-text.ts'
import { displayName } from '#app/domain/person.ts'
import { audit } from '#db/audit.ts'
import type { Db } from '#db/client.server.ts'

/** A version of a text; one without a text went back to the built-in one. */
export type MailTextVersion = { version: number; text: MailText | null; author: string; createdAt: Date }

export type CurrentText = { kind: string; locale: Locale; text: MailText }

/** The texts that count instead of the built-in ones. */
export async function listCurrentTexts(db: Db): Promise<CurrentText[]> {
  const rows = await db
    .selectFrom('mailText')
    .distinctOn(['kind', 'locale'])
    .select(['kind', 'locale', 'subject', 'body'])
    .orderBy('kind')
    .orderBy('locale')
    .orderBy('version', 'desc')
    .execute()
  return rows.flatMap(({ kind, locale, subject, body }) =>
    subject === null || body === null ? [] : [{ kind, locale, text: { subject, body } }],
  )
}

/** All versions of one text, the latest first. */
export async function listTextVersions(db: Db, kind: MailKind, locale: Locale): Promise<MailTextVersion[]> {
  const rows = await db
    .selectFrom('mailText')
    .innerJoin('person', 'person.id', 'mailText.createdBy')
    .select(['mailText.version', 'subject', 'body', 'mailText.createdAt', 'givenName', 'familyName'])
    .where('kind', '=', kind)
    .where('mailText.locale', '=', locale)
    .orderBy('mailText.version', 'desc')
    .execute()
  return rows.map(({ version, subject, body, createdAt, ...person }) => ({
    version,
    text: subject === null || body === null ? null : { subject, body },
    author: displayName(person),
    createdAt,
  }))
}

export type MailTextResult = { ok: true } | { ok: false; refusal: MailTextRefusal }

type Change = {
  id: string
  kind: MailKind
  locale: Locale
  /** The version that the form started from; 0 where there was none. */
  version: number
  /** Null goes back to the built-in text. */
  text: MailText | null
}

/** Adds a version under the id that its form carried: sent twice, it is one. Versions are never changed. */
export function changeMailText(
  db: Db,
  by: string,
  { id, kind, locale, version, text }: Change,
  now: Date,
): Promise<MailTextResult> {
  return db.transaction().execute(async (trx) => {
    const before = await trx.selectFrom('mailText').select('id').where('id', '=', id).executeTakeFirst()
    if (before) return { ok: true }
    const { latest } = await trx
      .selectFrom('mailText')
      .select(({ fn, val }) => fn.coalesce(fn.max('version'), val(0)).as('latest'))
      .where('kind', '=', kind)
      .where('locale', '=', locale)
      .executeTakeFirstOrThrow()
    if (latest !== version) return { ok: false, refusal: 'changed-meanwhile' }
    const content = { subject: text?.subject ?? null, body: text?.body ?? null }
    const added = await trx
      .insertInto('mailText')
      .values({ id, kind, locale, version: version + 1, ...content, createdBy: by, createdAt: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    // Somebody was quicker between the two queries; or the same form was, which is as good.
    if (!added) return (await isThere(trx, id)) ? { ok: true } : { ok: false, refusal: 'changed-meanwhile' }
    await audit(trx, by, 'mailText:edit', null, now, { kind, locale, version: version + 1 })
    return { ok: true }
  })
}

async function isThere(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('mailText').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}
