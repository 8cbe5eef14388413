import { createTransport } from 'nodemailer'
import type { Environment } from '#app/http/environment.server.ts'
import type { CalendarPart } from '#app/i18n/calendar-event.ts'

export type Parcel = {
  /** Of the mail in the outbox: a server that gets it twice can tell. */
  id: string
  to: string
  subject: string
  text: string
  /** What the calendar of the person shall do: programs act on the first by themselves, on the others when opened. */
  calendars?: readonly CalendarPart[]
}

/** The only thing that speaks SMTP. Tests pass one that writes to a list. */
export type Mailer = {
  /** Throws when the server does not take the mail. */
  send: (parcel: Parcel) => Promise<void>
  close: () => void
}

const CONNECT_MILLISECONDS = 10_000
const SILENCE_MILLISECONDS = 30_000

/** Opens SMTP_URL; `smtps://` and STARTTLS as the server offers it. */
export function smtpMailer(smtpUrl: string, { mailFrom }: Pick<Environment, 'mailFrom'>): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    socketTimeout: SILENCE_MILLISECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = mailFrom.split('@').at(-1)?.replace('>', '')
  return {
    send: async ({ id, to, subject, text, calendars = [] }) => {
      const [first, ...others] = calendars
      await transport.sendMail({
        from: mailFrom,
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${host}>`,
        ...(first && { icalEvent: { method: first.method, filename: first.name, content: first.text } }),
        attachments: others.map(({ method, name, text: content }) => ({
          filename: name,
          content,
          contentType: `text/calendar; charset=utf-8; method=${method}`,
        })),
        // Keeps absence notes and list robots from answering.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
    },
    close: () => transport.close(),
  }
}
