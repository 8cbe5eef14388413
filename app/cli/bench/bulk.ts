import type { Db } from '#db/client.server.ts'
import type { NewRow, Schema } from '#db/schema.ts'

/** PostgreSQL takes 65,535 values in one statement; no table of ours has more than sixty columns. */
const ROWS_AT_A_TIME = 1_000

/** Inserts any number of rows, past the commands: for benchmarks only. */
export async function insertAll<T extends keyof Schema>(db: Db, table: T, rows: NewRow<T>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME) {
    await db
      .insertInto<keyof Schema>(table)
      .values(rows.slice(from, from + ROWS_AT_A_TIME))
      .execute()
  }
}
