// A database whose connection is lost in the middle of a command.

import { sql, type KyselyPlugin } from 'kysely'
import type { Db } from '#db/client.server.ts'

type Breaking = { db: Db; statements: () => number }

/** After so many statements nothing comes through any more: as if the process had been killed there. */
export function breakingAfter(whole: Db, most: number): Breaking {
  let done = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      done += 1
      return done > most ? Promise.reject(new Error('killed')) : Promise.resolve(result)
    },
  }
  return { db: whole.withPlugin(plugin), statements: () => done }
}

/** In place of the statement after so many, the database ends the connection. PostgreSQL only. */
export function cutOffAfter(whole: Db, most: number): Breaking {
  let begun = 0
  const end = sql`select pg_terminate_backend(pg_backend_pid())`.toOperationNode()
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      begun += 1
      return begun > most ? end : node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  return { db: whole.withPlugin(plugin), statements: () => begun }
}
