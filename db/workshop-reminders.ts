import { sql } from 'kysely'
import { dayOf, daysBetween } from '#app/domain/calendar.ts'
import { displayName } from '#app/domain/person.ts'
import { reminderDue, type Reminder, type ReminderSettings } from '#app/domain/workshop-mail.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { listAddressees } from '#db/enrolment-mail.ts'
import { post } from '#db/outbox.ts'
import { lockWorkshop, workshopFacts, type Workshop } from '#db/workshops.ts'

const DAY_MILLISECONDS = 86_400_000
/** Three days before at seven in the morning, of a workshop that begins late in the evening. */
const LONGEST_AHEAD_DAYS = 4

/** Workshops that begin so soon that somebody may have to be reminded. */
export async function listWorkshopsToRemind(db: Db, now: Date): Promise<string[]> {
  const soon = new Date(now.getTime() + LONGEST_AHEAD_DAYS * DAY_MILLISECONDS)
  const rows = await db
    .selectFrom('workshop')
    .innerJoin('meeting', 'meeting.workshopId', 'workshop.id')
    .select('workshop.id')
    .where('workshop.calledOffAt', 'is', null)
    .groupBy('workshop.id')
    .having(({ fn }) => fn.min('meeting.startsAt'), '>', now)
    .having(({ fn }) => fn.min('meeting.startsAt'), '<', soon)
    .orderBy('workshop.id')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Reminds everybody with a seat whose reminder is due. The key holds the start: a workshop that is moved is another
 * date, of which people are reminded anew. Whoever got the seat after that morning has just read of it.
 */
export function remindOfWorkshop(
  db: Db,
  workshopId: string,
  settings: ReminderSettings,
  now: Date,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, workshopId)
    const reminder = workshop.calledOffAt ? undefined : reminderDue(workshop.startsAt, settings, now)
    if (!reminder) return 0
    const seats = await listToRemind(trx, workshop, reminder)
    const people = await listAddressees(
      trx,
      seats.map(({ personId }) => personId),
    )
    const daysLeft = daysBetween(dayOf(now), dayOf(workshop.startsAt))
    for (const { id: enrolmentId, personId } of seats) {
      const person = people.get(personId)
      if (!person) continue
      const to = { personId, address: person.address, locale: person.locale }
      const about = { name: displayName(person), workshop: workshopFacts(workshop) }
      const data = { ...about, enrolmentId, daysLeft }
      await post(trx, to, 'workshop-reminder', occasionOf(workshop, reminder), data, now)
    }
    if (people.size > 0)
      await audit(trx, null, 'workshop:remind', workshopId, now, { recipients: people.size })
    return people.size
  })
}

const occasionOf = (workshop: Workshop, { days }: Reminder) =>
  `${workshop.id}:${workshop.startsAt.toISOString()}:${days}`

/** Seats that were there on the morning of the reminder, and for which it has not been written yet. */
function listToRemind(trx: Trx, workshop: Workshop, reminder: Reminder) {
  const key = `workshop-reminder:${occasionOf(workshop, reminder)}:`
  return trx
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['enrolment.id', 'enrolment.personId'])
    .where('workshopId', '=', workshop.id)
    .where('status', '=', 'confirmed')
    .where('person.disabledAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('enrolmentEvent')
            .select('enrolmentEvent.id')
            .whereRef('enrolmentEvent.enrolmentId', '=', 'enrolment.id')
            .where('toStatus', '=', 'confirmed')
            .where('at', '>=', reminder.at),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox')
            .select('outbox.id')
            .where('uniqueKey', '=', sql<string>`${key}::text || enrolment.person_id::text`),
        ),
      ),
    )
    .orderBy('queueNumber')
    .execute()
}
