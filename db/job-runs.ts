import type { Db } from '#db/client.server.ts'

/** True for exactly one caller per interval, however many processes ask. */
export async function claimRun(db: Db, name: string, lastBefore: Date, now: Date): Promise<boolean> {
  const claimed = await db
    .insertInto('jobRun')
    .values({ name, ranAt: now })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ ranAt: now }).where('jobRun.ranAt', '<=', lastBefore),
    )
    .returning('name')
    .executeTakeFirst()
  return claimed !== undefined
}
