import { participationRefusal, type ParticipationRefusal } from '#app/domain/organisation.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type Participation = Row<'participation'>

/** The periods of one organisation, or of all, the oldest first. */
export function listParticipations(db: Db, organisationId?: string): Promise<Participation[]> {
  return db
    .selectFrom('participation')
    .selectAll()
    .$if(organisationId !== undefined, (query) => query.where('organisationId', '=', organisationId ?? ''))
    .orderBy('fromDate')
    .execute()
}

export type NewParticipation = {
  id: string
  organisationId: string
  fromDate: string
  /** Where the declaration stands: "Ratsbeschluss 12/2025 vom 3. März 2025". */
  declaration: string
}

export type ParticipationResult = { ok: true } | { ok: false; refusal: ParticipationRefusal }

/** From this day on an organisation takes part. The same id a second time changes nothing. */
export function startParticipation(
  db: Db,
  by: string,
  participation: NewParticipation,
  now: Date,
): Promise<ParticipationResult> {
  return db.transaction().execute(async (trx) => {
    const { id, organisationId, fromDate, declaration } = participation
    await lockOrganisation(trx, organisationId)
    const others = await listParticipations(trx, organisationId)
    if (others.some((other) => other.id === id)) return { ok: true }
    const refusal = participationRefusal({ fromDate, untilDate: null }, others)
    if (refusal) return { ok: false, refusal }
    await trx.insertInto('participation').values({ id, organisationId, fromDate, declaration }).execute()
    await audit(trx, by, 'organisation:edit', organisationId, now, { participation: id, fromDate })
    return { ok: true }
  })
}

/** Puts right what was entered wrongly: the first day, or where the declaration stands. */
export function correctParticipation(
  db: Db,
  by: string,
  { id, organisationId, fromDate, declaration }: NewParticipation,
  now: Date,
): Promise<ParticipationResult> {
  return changePeriod(db, by, { id, organisationId }, { fromDate, declaration }, now)
}

/** Ends a period; `untilDate` is its last day. */
export function endParticipation(
  db: Db,
  by: string,
  { id, organisationId, untilDate }: { id: string; organisationId: string; untilDate: string },
  now: Date,
): Promise<ParticipationResult> {
  return changePeriod(db, by, { id, organisationId }, { untilDate }, now)
}

type Changes = Partial<Pick<Participation, 'fromDate' | 'untilDate' | 'declaration'>>

function changePeriod(
  db: Db,
  by: string,
  { id, organisationId }: { id: string; organisationId: string },
  changes: Changes,
  now: Date,
): Promise<ParticipationResult> {
  return db.transaction().execute(async (trx) => {
    await lockOrganisation(trx, organisationId)
    const periods = await listParticipations(trx, organisationId)
    const period = periods.find((each) => each.id === id)
    if (!period) return { ok: true }
    const others = periods.filter((each) => each.id !== id)
    const refusal = participationRefusal({ ...period, ...changes }, others)
    if (refusal) return { ok: false, refusal }
    await trx.updateTable('participation').set(changes).where('id', '=', id).execute()
    await audit(trx, by, 'organisation:edit', organisationId, now, { participation: id, ...changes })
    return { ok: true }
  })
}

async function lockOrganisation(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('organisation').select('id').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}
