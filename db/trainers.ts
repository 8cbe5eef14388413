import { byName } from '#app/domain/person.ts'
import type { Db, Trx } from '#db/client.server.ts'

export type Trainer = { id: string; givenName: string; familyName: string }

/** Who leads some workshops, by name. */
export async function listTrainers(
  db: Db,
  workshopIds: readonly string[],
): Promise<(Trainer & { workshopId: string })[]> {
  if (workshopIds.length === 0) return []
  const trainers = await db
    .selectFrom('workshopTrainer')
    .innerJoin('person', 'person.id', 'workshopTrainer.personId')
    .select(['workshopTrainer.workshopId', 'person.id', 'person.givenName', 'person.familyName'])
    .where('workshopTrainer.workshopId', 'in', workshopIds)
    .execute()
  return trainers.sort(byName)
}

/** Makes these people, and nobody else, the trainers of a workshop that is locked or new. */
export async function setTrainers(trx: Trx, workshopId: string, personIds: readonly string[]): Promise<void> {
  await trx
    .deleteFrom('workshopTrainer')
    .where('workshopId', '=', workshopId)
    .where('personId', 'not in', personIds)
    .execute()
  await trx
    .insertInto('workshopTrainer')
    .values(personIds.map((personId) => ({ workshopId, personId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
