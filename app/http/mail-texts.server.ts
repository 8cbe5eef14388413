import type { MailKind } from '#app/domain/mail.ts'
import { textKey, type MailTexts } from '#app/i18n/letter.ts'
import type { Db } from '#db/client.server.ts'
import { listCurrentTexts } from '#db/mail-texts.ts'

/** The texts that count instead of the built-in ones, as letters are written with them. */
export async function mailTexts(db: Db): Promise<MailTexts> {
  const current = await listCurrentTexts(db)
  return new Map(current.map(({ kind, locale, text }) => [textKey(kind as MailKind, locale), text]))
}
