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
  const known = await listTold(trx, personIds, workshop.id)
  const due = personIds.flatMap((personId) => {
    const rows = known.filter((row) => row.personId === personId)
    const entries = entriesToTell(workshop, rows.filter(isTold), rows.some(hasPlace), now)
    return entries.map((entry) => ({ ...entry, personId, workshopId: workshop.id }))
  })
  await note(trx, due)
  return factsByPerson(due)
}

/** What each was told, and whether they have a place; whoever was told nothing has one row without an entry. */
function listTold(trx: Trx, personIds: readonly string[], workshopId: string) {
  return trx
    .selectFrom('person')
    .leftJoin('calendarEntry as told', (join) =>
      join.onRef('told.personId', '=', 'person.id').on('told.workshopId', '=', workshopId),
    )
    .select('person.id as personId')
    .select(['told.meetingId', 'told.sequence', 'told.startsAt', 'told.endsAt'])
    .select(['told.place', 'told.online', 'told.cancelled'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('enrolment')
            .select('enrolment.id')
            .whereRef('enrolment.personId', '=', 'person.id')
            .where('enrolment.workshopId', '=', workshopId)
            .where('enrolment.status', '=', 'confirmed'),
        )
        .as('hasPlace'),
    )
    .where('person.id', 'in', personIds)
    .execute()
}

type Known = Awaited<ReturnType<typeof listTold>>[number]
const isTold = (row: Known): row is Known & CalendarEntry => row.meetingId !== null
const hasPlace = (row: Known) => Boolean(row.hasPlace)

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
