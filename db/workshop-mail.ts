import { displayName } from '#app/domain/person.ts'
import { tellCalendars } from '#db/calendar-entries.ts'
import type { Trx } from '#db/client.server.ts'
import type { Addressee } from '#db/enrolment-mail.ts'
import { post } from '#db/outbox.ts'
import { workshopFacts, type Workshop } from '#db/workshops.ts'

type Times = { startsAt: string; endsAt: string }

/** What a whole group hears of its workshop. */
export type GroupNews =
  | { kind: 'workshop-changed' }
  | { kind: 'workshop-going' }
  | { kind: 'workshop-called-off'; reason: string; alternatives: Times[] }
  | { kind: 'workshop-rest-called-off'; reason: string; left: Times[]; waited?: true }
  | { kind: 'workshop-meeting-missed'; reason: string; left: Times[]; counts: boolean }
  | { kind: 'workshop-message'; author: string; subject: string; body: string }

/** One mail each; `occasion` keeps a command that runs twice from writing twice. */
export async function tellGroup(
  trx: Trx,
  news: GroupNews,
  occasion: string,
  people: Iterable<Addressee>,
  workshop: Workshop,
  now: Date,
): Promise<void> {
  const { kind, ...words } = news
  const group = [...people]
  const calendars = await tellCalendars(
    trx,
    group.map(({ id }) => id),
    workshop,
    now,
  )
  for (const person of group) {
    const to = { personId: person.id, address: person.address, locale: person.locale }
    const calendar = calendars.get(person.id)
    const about = {
      name: displayName(person),
      workshop: workshopFacts(workshop),
      ...(calendar && { calendar }),
    }
    const data = { ...about, ...words }
    await post(trx, to, kind, occasion, data, now)
  }
}
