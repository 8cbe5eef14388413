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
