import { addDays, startOfDay } from '#app/domain/calendar.ts'
import { displayName } from '#app/domain/person.ts'
import type { Db } from '#db/client.server.ts'

/**
 * Records that somebody did something, in the transaction that does it. `by` is null for jobs and visitors.
 * Details hold facts of the matter only: no names, no addresses, no free text, nothing of a vote.
 */
export async function audit(
  db: Db,
  by: string | null,
  action: string,
  subjectId: string | null,
  now: Date,
  details: Record<string, unknown> = {},
): Promise<void> {
  await db
    .insertInto('audit')
    .values({ at: now, actorId: by, action, subjectId, details: JSON.stringify(details) })
    .execute()
}

/** Who changed a thing last, and when: for somebody who is about to change it too. */
export async function lastChangeOf(
  db: Db,
  subjectId: string,
): Promise<{ at: Date; by: string | null } | undefined> {
  const row = await db
    .selectFrom('audit')
    .leftJoin('person', 'person.id', 'audit.actorId')
    .select(['audit.at', 'person.givenName', 'person.familyName'])
    .where('audit.subjectId', '=', subjectId)
    .where('audit.action', 'like', '%:edit')
    .orderBy('audit.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { at, givenName, familyName } = row
  return { at, by: givenName && familyName ? displayName({ givenName, familyName }) : null }
}

export type AuditEntry = {
  id: number
  at: Date
  /** Who did it; undefined for jobs, visitors and people who are gone. */
  actor: string | undefined
  action: string
  subjectId: string | null
  details: Record<string, unknown>
}

export type AuditFilter = {
  /** 'role:assign', or only the noun: 'role'. */
  action?: string | undefined
  subjectId?: string | undefined
  fromDay?: string | undefined
  untilDay?: string | undefined
}

/** One page of the record, the latest first. That somebody looked, and for what, becomes part of the record. */
export function readAudit(
  db: Db,
  by: string,
  filter: AuditFilter,
  { page, size }: { page: number; size: number },
  now: Date,
): Promise<{ entries: AuditEntry[]; total: number }> {
  return db.transaction().execute(async (trx) => {
    const matching = matchingEntries(trx, filter)
    const { total } = await matching
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await matching
      .leftJoin('person', 'person.id', 'audit.actorId')
      .selectAll('audit')
      .select(['givenName', 'familyName'])
      .orderBy('audit.id', 'desc')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    await audit(trx, by, 'audit:read', null, now, { ...filter, page })
    const entries = rows.map(({ id, at, action, subjectId, details, givenName, familyName }) => {
      const actor = givenName && familyName ? displayName({ givenName, familyName }) : undefined
      return { id, at, actor, action, subjectId, details }
    })
    return { entries, total }
  })
}

function matchingEntries(db: Db, { action, subjectId, fromDay, untilDay }: AuditFilter) {
  let matching = db.selectFrom('audit')
  if (action?.includes(':')) matching = matching.where('action', '=', action)
  else if (action) matching = matching.where('action', 'like', `${action.replace(/[\\%_]/g, '')}:%`)
  if (subjectId) matching = matching.where('subjectId', '=', subjectId)
  if (fromDay) matching = matching.where('at', '>=', startOfDay(fromDay))
  if (untilDay) matching = matching.where('at', '<', startOfDay(addDays(untilDay, 1)))
  return matching
}
