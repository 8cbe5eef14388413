import type { Locale } from '#app/domain/locale.ts'
import type { Letter, MailKind, MailSender } from '#app/domain/mail.ts'
import { messages } from '#app/i18n/index.ts'

type Mail = { kind: MailKind; locale: Locale; data: object }

/** The letter that a mail of the outbox becomes. Its data were written by `post`, which knows the kinds. */
export function letterOf(mail: Mail, from: MailSender): Letter {
  const write = messages(mail.locale).mail[mail.kind] as (data: object, from: MailSender) => Letter
  return write(mail.data, from)
}
