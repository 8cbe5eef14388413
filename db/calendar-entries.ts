import { entriesToTell, type CalendarEntry } from '#app/domain/calendar-entry.ts'
import type { CalendarFact } from '#app/domain/mail.ts'
import type { Trx } from '#db/client.server.ts'
import type { Workshop } from '#db/workshops.ts'

/**
 * What the calendars of these people are told of a workshop with the next mail to them, by what was told before and
 * by whether they have a place now; whoever is not in the map needs nothing. Noted as told: part of the command that
 * writes the mail, under the lock of the workshop.
 */
export async function tellCalendars(
  trx: Trx,
  personIds: readonly string[],
  workshop: Workshop,
  now: Date,
): Promise<Map<string, CalendarFact[]>> {
  if (personIds.length === 0) return new Map()
  const told = await trx
    .selectFrom('calendarEntry')
    .selectAll()
    .where('workshopId', '=', workshop.id)
    .where('personId', 'in', personIds)
    .execute()
  const seated = await trx
    .selectFrom('enrolment')
    .select('personId')
    .where('workshopId', '=', workshop.id)
    .where('personId', 'in', personIds)
    .where('status', '=', 'confirmed')
    .execute()
  const withPlace = new Set(seated.map(({ personId }) => personId))
  const due = personIds.flatMap((personId) => {
    const before = told.filter((entry) => entry.personId === personId)
    const entries = entriesToTell(workshop, before, withPlace.has(personId), now)
    return entries.map((entry) => ({ ...entry, personId, workshopId: workshop.id }))
  })
  await note(trx, due)
  return factsByPerson(due)
}

type Told = CalendarEntry & { personId: string; workshopId: string }

async function note(trx: Trx, rows: Told[]): Promise<void> {
  if (rows.length === 0) return
  await trx
    .insertInto('calendarEntry')
    .values(
      rows.map(
        ({ personId, workshopId, meetingId, sequence, startsAt, endsAt, place, online, cancelled }) => {
          return { personId, workshopId, meetingId, sequence, startsAt, endsAt, place, online, cancelled }
        },
      ),
    )
    .onConflict((conflict) =>
      conflict.columns(['personId', 'meetingId']).doUpdateSet((eb) => ({
        sequence: eb.ref('excluded.sequence'),
        startsAt: eb.ref('excluded.startsAt'),
        endsAt: eb.ref('excluded.endsAt'),
        place: eb.ref('excluded.place'),
        online: eb.ref('excluded.online'),
        cancelled: eb.ref('excluded.cancelled'),
      })),
    )
    .execute()
}

function factsByPerson(rows: readonly Told[]): Map<string, CalendarFact[]> {
  const facts = new Map<string, CalendarFact[]>()
  for (const { personId, meetingId, sequence, startsAt, endsAt, place, online, cancelled } of rows) {
    const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
    const fact = { meetingId, sequence, ...times, place, online, cancelled }
    facts.set(personId, [...(facts.get(personId) ?? []), fact])
  }
  return facts
}
