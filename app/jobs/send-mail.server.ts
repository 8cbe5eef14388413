import type { MailKind, MailSender } from '#app/domain/mail.ts'
import type { Environment } from '#app/http/environment.server.ts'
import { log } from '#app/http/log.server.ts'
import { mailTexts } from '#app/http/mail-texts.server.ts'
import { calendarPartsOf } from '#app/i18n/calendar-event.ts'
import { letterOf, type MailTexts } from '#app/i18n/letter.ts'
import { smtpMailer, type Mailer } from '#app/jobs/mailer.server.ts'
import type { Db } from '#db/client.server.ts'
import {
  claimDue,
  dropHiddenMails,
  giveUpOutdated,
  markFailed,
  markSent,
  type DueMail,
} from '#db/mail-delivery.ts'
import { getSettings } from '#db/settings.ts'

const BATCH = 10

/**
 * Sends what is due. Without SMTP_URL, and always in the demo district, nothing is sent: mails stay readable in
 * the outbox, and those to evaluations are deleted, for they must be in no list.
 */
export async function sendMail(
  db: Db,
  now: Date,
  environment: Environment,
  open: (smtpUrl: string, environment: Environment) => Mailer = smtpMailer,
): Promise<void> {
  const { districtName, contactEmail, demo } = await getSettings(db)
  if (environment.smtpUrl === null || demo) return dropHiddenMails(db)

  await giveUpOutdated(db, now)
  const origin = environment.publicOrigin ?? `http://localhost:${environment.port}`
  const address = addressIn(environment.mailFrom)
  const from: MailSender = { origin, district: districtName, contactEmail, address, demo }
  const first = await claimDue(db, BATCH, now)
  if (first.length === 0) return
  const texts = await mailTexts(db)
  const mailer = open(environment.smtpUrl, environment)
  try {
    const total = { sent: 0, failed: 0 }
    for (let mails = first; mails.length > 0; mails = await claimDue(db, BATCH, now)) {
      const { sent, failed } = await sendAll(db, mails, { from, texts }, mailer, now)
      total.sent += visible(sent)
      total.failed += visible(failed)
      // A server that takes none of ten takes none of the next ten either.
      if (sent.length === 0) break
    }
    if (total.sent + total.failed > 0) log('mails sent', total)
  } finally {
    mailer.close()
  }
}

/** Without those to evaluations: how many are reminded is how many have not voted. */
const visible = (mails: readonly DueMail[]) => mails.filter(({ hidden }) => !hidden).length

/** Who writes, and in which words. */
type Office = { from: MailSender; texts: MailTexts }

/** "post@lernkreis.example" from "Lernkreis <post@lernkreis.example>". */
function addressIn(sender: string): string {
  return /<([^<>]+)>/.exec(sender)?.[1] ?? sender
}

/** Says only how many: a line about one mail would say who is written to, and what an error says names the address. */
async function sendAll(
  db: Db,
  mails: DueMail[],
  office: Office,
  mailer: Mailer,
  now: Date,
): Promise<{ sent: DueMail[]; failed: DueMail[] }> {
  const sent: DueMail[] = []
  const failed: DueMail[] = []
  for (const mail of mails) {
    const problem = await deliver(mail, office, mailer)
    if (problem === undefined) {
      await markSent(db, mail, now)
      sent.push(mail)
    } else {
      await markFailed(db, mail, problem, now)
      failed.push(mail)
    }
  }
  return { sent, failed }
}

/** Why the mail did not leave, or undefined. */
async function deliver(mail: DueMail, { from, texts }: Office, mailer: Mailer): Promise<string | undefined> {
  try {
    const { id, address, locale, data } = mail
    const { subject, text } = letterOf({ kind: mail.kind as MailKind, locale, data }, from, texts)
    const calendars = calendarPartsOf(mail, from)
    await mailer.send({ id, to: address, subject, text, calendars })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
