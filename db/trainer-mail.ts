import { displayName } from '#app/domain/person.ts'
import { isMoved } from '#app/domain/workshop.ts'
import type { Trx } from '#db/client.server.ts'
import { listAddressees } from '#db/enrolment-mail.ts'
import { post } from '#db/outbox.ts'
import { workshopFacts, type Workshop } from '#db/workshops.ts'

/** A workshop before and after; `before` is undefined for one that is new. */
export type PlannedChange = { before: Workshop | undefined; after: Workshop }

const TRAINER_MAILS = ['workshop-given', 'workshop-taken', 'led-changed'] as const
type TrainerMail = (typeof TRAINER_MAILS)[number]

/**
 * Tells trainers what somebody else has made of their workshops: one mail each and kind, however many dates were
 * planned, moved or given to others at once. `occasion` keeps a command that runs twice from writing twice.
 */
export async function tellTrainers(
  trx: Trx,
  by: string,
  changes: readonly PlannedChange[],
  occasion: string,
  now: Date,
): Promise<void> {
  const told = changes.flatMap(newsOf).filter(({ personId }) => personId !== by)
  if (told.length === 0) return
  const people = await listAddressees(trx, [by, ...told.map(({ personId }) => personId)])
  const author = people.get(by)
  for (const person of people.values()) {
    for (const kind of TRAINER_MAILS) {
      const workshops = told.filter((news) => news.kind === kind && news.personId === person.id)
      if (workshops.length === 0) continue
      const to = { personId: person.id, address: person.address, locale: person.locale }
      const data = {
        name: displayName(person),
        by: author ? displayName(author) : null,
        workshops: workshops.map(({ after }) => workshopFacts(after)),
      }
      await post(trx, to, kind, occasion, data, now)
    }
  }
}

function newsOf({ before, after }: PlannedChange) {
  const [were, are] = [before?.trainerIds ?? [], after.trainerIds]
  const moved = before !== undefined && isMoved(before, after)
  const news = (personIds: readonly string[], kind: TrainerMail) =>
    personIds.map((personId) => ({ personId, kind, after }))
  return [
    ...news(
      are.filter((id) => !were.includes(id)),
      'workshop-given',
    ),
    ...news(
      were.filter((id) => !are.includes(id)),
      'workshop-taken',
    ),
    ...news(moved ? are.filter((id) => were.includes(id)) : [], 'led-changed'),
  ]
}
