import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'

export type Limit = { hits: number; minutes: number }

/**
 * Counts one hit and says whether it is still within the limit; survives restarts and holds for all
 * processes together. Keys are hashed: the table must not be a list of addresses that tried to sign in.
 */
export async function withinLimit(db: Db, key: string, limit: Limit, now: Date): Promise<boolean> {
  const windowStart = new Date(now.getTime() - limit.minutes * 60_000)
  const row = await db
    .insertInto('rateLimit')
    .values({ key: hashed(key), startedAt: now, hits: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        hits: sql<number>`case when rate_limit.started_at <= ${windowStart} then 1 else rate_limit.hits + 1 end`,
        startedAt: sql<Date>`case when rate_limit.started_at <= ${windowStart} then ${now} else rate_limit.started_at end`,
      }),
    )
    .returning('hits')
    .executeTakeFirstOrThrow()
  return row.hits <= limit.hits
}

/** Takes one hit back: only failures shall count, but they must be counted before their outcome is known. */
export async function takeBackHit(db: Db, key: string): Promise<void> {
  await db
    .updateTable('rateLimit')
    .set({ hits: sql<number>`greatest(hits - 1, 0)` })
    .where('key', '=', hashed(key))
    .execute()
}

function hashed(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

export async function forgetRateLimits(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('rateLimit').where('startedAt', '<', before).execute()
}
