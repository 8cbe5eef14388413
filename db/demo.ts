// The demo district is laid down by hundreds of commands, one after the other: a program that is stopped meanwhile
// leaves a part of it.

import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { countPeople } from '#db/people.ts'
import { getSettings } from '#db/settings.ts'

/** Whether a part of the demo district is all there is. Nobody has worked with it: the product was not up yet. */
export async function isHalfDemo(db: Db): Promise<boolean> {
  const { demo, demoUnfinished } = await getSettings(db)
  // Up to 0.2.0 nothing said so; what ended before its first person is known by that.
  return demoUnfinished || (demo && (await countPeople(db)) === 0)
}

/** Of processes that look whether a database is empty, and fill it, one does so at a time. PostgreSQL only. */
export function inTurn<T>(db: Db, work: () => Promise<T>, mustWait: () => void): Promise<T> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ isOurs: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('demo')) as "isOurs"`.execute(trx)
    if (!rows[0]?.isOurs) {
      mustWait()
      // It takes a minute, with more people many: longer than anybody else may wait for a lock.
      await sql`set local lock_timeout = 0`.execute(trx)
      await sql`set local statement_timeout = 0`.execute(trx)
      await sql`select pg_advisory_xact_lock(hashtext('demo'))`.execute(trx)
    }
    return work()
  })
}
