import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { CamelCasePlugin, Kysely, PGliteDialect, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { isOutdatedPlan, prepareStatements } from '#db/prepared-statements.server.ts'
import type { Schema } from '#db/schema.ts'

export type Db = Kysely<Schema>
/** Only inside a transaction: what takes a `Trx` holds locks until the transaction ends. */
export type Trx = Transaction<Schema>

const INT8 = 20
const DATE = 1082
const NUMERIC = 1700
const TIMESTAMPTZ = 1184

/**
 * Opens a database; the first query connects. `postgres://…` is a pool, `pglite:folder` the embedded
 * database, `pglite:` one in memory. Both give counts as numbers and calendar days as 'YYYY-MM-DD'.
 */
export function openDatabase(url: string, onIdleError: (error: Error) => void = () => undefined): Db {
  const dialect = url.startsWith('pglite:') ? embedded(url.slice('pglite:'.length)) : pooled(url, onIdleError)
  return patient(
    new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] }),
  )
}

/** The database's own words for "not now": a lock that took too long, a deadlock, a serialisation failure. */
const TRY_AGAIN = ['55P03', '40P01', '40001']
const MOST_ATTEMPTS = 3

/** Every command is one transaction; one that only came at a bad moment is run again, from its beginning. */
function patient(db: Db): Db {
  const begin = db.transaction.bind(db)
  db.transaction = () => {
    const transaction = begin()
    const execute = transaction.execute.bind(transaction)
    transaction.execute = (command) => again(() => execute(command))
    return transaction
  }
  return db
}

async function again<T>(run: () => Promise<T>, attempt = 1): Promise<T> {
  try {
    return await run()
  } catch (error) {
    const isPassing = error instanceof pg.DatabaseError && TRY_AGAIN.includes(error.code ?? '')
    if (!(isPassing || isOutdatedPlan(error)) || attempt === MOST_ATTEMPTS) throw error
    return again(run, attempt + 1)
  }
}

/** Read-only, or no room left on its disk: the database's words for writing that cannot be done now. */
const UNWRITABLE = ['25006', '53100']

/** Whether a database that still answers took no write. Both drivers give the same codes. */
export function isUnwritable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && UNWRITABLE.includes(String(error.code))
}

function embedded(folder: string): PGliteDialect {
  const parsers = { [INT8]: Number, [DATE]: String, [NUMERIC]: Number }
  return new PGliteDialect({
    pglite: () => {
      if (!folder) return new PGlite({ parsers })
      mkdirSync(dirname(folder), { recursive: true })
      return new PGlite(folder, { parsers })
    },
  })
}

/** '2026-11-26 09:00:00.5+01' as an instant. What pg brings for it takes as long as the rest of a row. */
function instant(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}:00`)
}

function pooled(url: string, onIdleError: (error: Error) => void): PostgresDialect {
  pg.types.setTypeParser(INT8, Number)
  pg.types.setTypeParser(DATE, String)
  pg.types.setTypeParser(NUMERIC, Number)
  pg.types.setTypeParser(TIMESTAMPTZ, instant)
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // What a connection has planned goes with it.
    maxLifetimeSeconds: 3600,
    connectionTimeoutMillis: 5_000,
    options: '-c lock_timeout=3000 -c statement_timeout=30000 -c timezone=Europe/Berlin',
  })
  // Without listeners a restart of the database would end this process: the pool hears of connections that rest, each
  // client of its own while a transaction holds it.
  pool.on('error', onIdleError)
  pool.on('connect', (client) => client.on('error', onIdleError))
  pool.on('connect', prepareStatements)
  return new PostgresDialect({ pool })
}
