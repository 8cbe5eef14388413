import { monthDue } from '#app/domain/month.ts'
import type { Environment } from '#app/http/environment.server.ts'
import { log } from '#app/http/log.server.ts'
import { mailSettingsToken } from '#app/http/mail-settings-link.server.ts'
import type { Db } from '#db/client.server.ts'
import { writeDateSuggestions } from '#db/date-suggestions.ts'
import { writeOfficerMonths } from '#db/officer-months.ts'

/** On the first working day of a month: the overview for training officers, and dates that fit. */
export async function writeMonthlyMails(db: Db, now: Date, { roundKey }: Environment): Promise<void> {
  const month = monthDue(now)
  if (!month) return
  const tokenFor = (personId: string) => mailSettingsToken(roundKey, personId)
  const officers = await writeOfficerMonths(db, month, tokenFor, now)
  const readers = await writeDateSuggestions(db, month, tokenFor, now)
  if (officers + readers > 0) log('monthly mails written', { officers, readers })
}
