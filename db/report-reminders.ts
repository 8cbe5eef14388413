import { dayOf } from '#app/domain/calendar.ts'
import { displayName } from '#app/domain/person.ts'
import { reportingDate, reportReminder } from '#app/domain/snapshot.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { post } from '#db/outbox.ts'
import { listPeopleWithRole } from '#db/roles.ts'
import { getSettings } from '#db/settings.ts'

/** Tells every coordinator of a report that is due, each once however often this runs. Returns how many were told. */
export function remindOfReport(db: Db, now: Date): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const today = dayOf(now)
    const cutOff = reportingDate(today, (await getSettings(trx)).reportMonths)
    if (cutOff === null || !(await hasBegun(trx, cutOff))) return 0
    const reminder = reportReminder(today, cutOff, await latestCutOff(trx))
    if (reminder === null) return 0
    const again = reminder === 'again'
    const before = await countMails(trx)
    for (const { id, email, locale, ...person } of await listPeopleWithRole(trx, 'coordinator', today)) {
      const to = { personId: id, address: email, locale }
      await post(
        trx,
        to,
        'report-due',
        `${cutOff}:${reminder}`,
        { name: displayName(person), cutOff, again },
        now,
      )
    }
    const written = (await countMails(trx)) - before
    if (written > 0) await audit(trx, null, 'snapshot:remind', cutOff, now, { mails: written })
    return written
  })
}

/** Before the first phase there is nothing to report. */
async function hasBegun(trx: Trx, day: string): Promise<boolean> {
  const phase = await trx
    .selectFrom('phase')
    .select('key')
    .where('fromDate', '<=', day)
    .limit(1)
    .executeTakeFirst()
  return phase !== undefined
}

async function latestCutOff(trx: Trx): Promise<string | null> {
  const { latest } = await trx
    .selectFrom('snapshot')
    .select((eb) => eb.fn.max('cutOff').as('latest'))
    .executeTakeFirstOrThrow()
  return latest
}

async function countMails(trx: Trx): Promise<number> {
  const { count } = await trx
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', 'report-due')
    .executeTakeFirstOrThrow()
  return count
}
