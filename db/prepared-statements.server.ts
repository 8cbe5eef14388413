// Connections to PostgreSQL keep the plans of what they are asked: planning anew is a third of the work of the database.

import pg from 'pg'

/** A statement that writes many rows, or asks for many, is hardly asked again in just that length. */
const MOST_VALUES = 40
/** Enough for all that the product asks every day. A connection lives an hour, and its plans with it. */
const MOST_STATEMENTS = 600

/** Rises when a table was altered under plans that connections keep: from then on none of them is asked for. */
let generation = 0

/**
 * Lets a connection prepare what has values. Takes the place of `client.query(text, values)`, which is all that Kysely
 * calls; what else pg takes (callbacks, cursors, a configuration) it does not understand.
 */
export function prepareStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client)
  const nameOf = naming()
  const ask = (text: string, values: unknown[]) => query({ name: nameOf(text, values), text, values })
  const prepared = async (text: string, values: unknown[] = []) => {
    try {
      return await ask(text, values)
    } catch (error) {
      if (!isOutdatedPlan(error)) throw error
      generation += 1
      // Nothing was done yet, so it may be asked again. A transaction is broken off all the same, and says so here: it
      // begins anew as a whole.
      return await ask(text, values).catch(() => Promise.reject(error))
    }
  }
  Object.assign(client, { query: prepared })
}

/** The names that one connection gives, none twice; whatever has none is planned and forgotten. */
function naming(): (text: string, values: readonly unknown[]) => string | undefined {
  let names = new Map<string, string>()
  let since = generation
  return (text, { length }) => {
    if (since !== generation) {
      names = new Map()
      since = generation
    }
    const known = names.get(text)
    if (known || length === 0 || length > MOST_VALUES || names.size >= MOST_STATEMENTS) return known
    const name = `s${since}_${names.size}`
    names.set(text, name)
    return name
  }
}

/** "cached plan must not change result type", told by its place in PostgreSQL: the words are of its language. */
export function isOutdatedPlan(error: unknown): boolean {
  return (
    error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery'
  )
}
