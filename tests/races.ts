// Two commands at one moment, in an order that is chosen and not left to luck. PostgreSQL only.

import { sql } from 'kysely'
import type { Trx } from '#db/client.server.ts'
import { db } from '#tests/database.ts'

/** Until so many transactions of this test wait for another one. The database says so; no clock decides. */
export async function untilWaiting(count: number): Promise<void> {
  for (;;) {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    if (rows.length >= count) return
  }
}

/** Keeps a transaction open until it is let go. */
export async function held(command: (trx: Trx) => Promise<unknown>): Promise<() => Promise<void>> {
  let letGo = () => {}
  let done: Promise<unknown> = Promise.resolve()
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  await new Promise<void>((isHeld, failed) => {
    done = db.transaction().execute(async (trx) => {
      await command(trx)
      isHeld()
      await gate
    })
    done.catch(failed)
  })
  return async () => {
    letGo()
    await done
  }
}
