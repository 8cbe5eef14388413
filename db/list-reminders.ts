// Lists that nobody has finished: whoever keeps them hears of it the morning after, the office after three days.

import { dayOf } from '#app/domain/calendar.ts'
import { displayName } from '#app/domain/person.ts'
import { listReminders } from '#app/domain/workshop-mail.ts'
import { listUnwrittenLists, type UnwrittenList } from '#db/agenda.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { listAddressees, type Addressee } from '#db/enrolment-mail.ts'
import { getMeeting } from '#db/meetings.ts'
import { post } from '#db/outbox.ts'
import { getWorkshop, workshopFacts, type Workshop } from '#db/workshops.ts'

/** Writes what is due; each person gets one mail for a list, however often this runs. Returns how many lists it were. */
export async function remindOfLists(db: Db, now: Date): Promise<number> {
  const due = (await listUnwrittenLists(db, null, now)).filter(({ endsAt }) => {
    const reminders = listReminders(endsAt)
    return reminders.trainersAt <= now && now < reminders.endsAt
  })
  for (const list of due) {
    const isOverdue = listReminders(list.endsAt).officeAt <= now
    await db.transaction().execute((trx) => remind(trx, list, isOverdue, now))
  }
  return due.length
}

async function remind(trx: Trx, list: UnwrittenList, isOverdue: boolean, now: Date): Promise<void> {
  const meeting = await getMeeting(trx, list.meetingId)
  const workshop = meeting && (await getWorkshop(trx, meeting.workshopId))
  if (!workshop) return
  const before = await countMails(trx, list.meetingId)
  const trainers = await listAddressees(trx, workshop.trainerIds)
  for (const trainer of trainers.values())
    await post(trx, toOf(trainer), 'list-unfinished', list.meetingId, factsOf(trainer, workshop, list), now)
  if (isOverdue) {
    const names = workshop.trainers.map(displayName).join(', ')
    for (const person of await listCoordinators(trx, dayOf(now))) {
      const data = { ...factsOf(person, workshop, list), trainers: names }
      await post(trx, toOf(person), 'list-overdue', list.meetingId, data, now)
    }
  }
  const written = (await countMails(trx, list.meetingId)) - before
  if (written > 0) await audit(trx, null, 'attendance:remind', list.meetingId, now, { mails: written })
}

const toOf = ({ id, address, locale }: Addressee) => ({ personId: id, address, locale })

function factsOf(person: Addressee, workshop: Workshop, { meetingId, startsAt, missing }: UnwrittenList) {
  const about = { name: displayName(person), workshop: workshopFacts(workshop) }
  return { ...about, meetingId, startsAt: startsAt.toISOString(), missing }
}

async function countMails(trx: Trx, meetingId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', 'in', ['list-unfinished', 'list-overdue'])
    .where((eb) =>
      eb.or([
        eb('uniqueKey', 'like', `list-unfinished:${meetingId}:%`),
        eb('uniqueKey', 'like', `list-overdue:${meetingId}:%`),
      ]),
    )
    .executeTakeFirstOrThrow()
  return count
}

async function listCoordinators(trx: Trx, day: string): Promise<Addressee[]> {
  const rows = await trx
    .selectFrom('roleAssignment')
    .select('personId')
    .where('role', '=', 'coordinator')
    .where('fromDate', '<=', day)
    .where((eb) => eb.or([eb('untilDate', 'is', null), eb('untilDate', '>=', day)]))
    .execute()
  const people = await listAddressees(
    trx,
    rows.map(({ personId }) => personId),
  )
  return [...people.values()]
}
