import type { AppLoadContext } from '@remix-run/node'
import type { Locale } from '#app/domain/locale.ts'
import type { Letter, MailKind, MailSender } from '#app/domain/mail.ts'
import type { MailText } from '#app/domain/mail-text.ts'
import { originOf } from '#app/http/origin.ts'
import { exampleOf } from '#app/i18n/letter-examples.ts'
import { letterOf, textKey, type MailTexts } from '#app/i18n/letter.ts'
import type { Db } from '#db/client.server.ts'
import { listCurrentTexts } from '#db/mail-texts.ts'
import { getSettings } from '#db/settings.ts'

/** The texts that count instead of the built-in ones, as letters are written with them. */
export async function mailTexts(db: Db): Promise<MailTexts> {
  const current = await listCurrentTexts(db)
  return new Map(current.map(({ kind, locale, text }) => [textKey(kind as MailKind, locale), text]))
}

/** In whose name mails are written, as the reader of a preview would get them. */
export async function senderOf(context: AppLoadContext, request: Request): Promise<MailSender> {
  const { districtName, contactEmail, demo } = await getSettings(context.db)
  return { origin: originOf(context, request), district: districtName, contactEmail, demo }
}

/** A text with invented facts. */
export function previewOf(kind: MailKind, locale: Locale, text: MailText, from: MailSender): Letter {
  const texts = new Map([[textKey(kind, locale), text]])
  return letterOf({ kind, locale, data: exampleOf(kind) }, from, texts)
}
