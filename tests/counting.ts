import type { KyselyPlugin } from 'kysely'
import { db } from '#tests/database.ts'

/** The database, and how many queries were asked of it; the beginning and end of a transaction are none. */
export function countedDb() {
  const count = { queries: 0 }
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count.queries++
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  return { count, db: db.withPlugin(plugin) }
}
