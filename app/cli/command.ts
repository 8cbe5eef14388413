import { prepareDatabase } from '#app/cli/preparation.ts'
import { EXIT_CONFIGURATION, readEnvironment, type Environment } from '#app/http/environment.server.ts'
import type { Db } from '#db/client.server.ts'

/** One word after `npm run cli --`. */
export type Command = {
  /** Half a sentence for the list of commands. */
  does: string
  /** How to call it, and what its options mean. */
  help: string
  /** Resolves to the exit code. */
  run: (args: readonly string[]) => Promise<number>
}

/** Opens the database that the product would open, without filling it, and closes it whatever happens. */
export async function withDatabase(
  work: (db: Db, environment: Environment) => Promise<number>,
): Promise<number> {
  const settings = readEnvironment(process.env)
  if (!settings.ok) {
    for (const problem of settings.problems) console.error(problem)
    return EXIT_CONFIGURATION
  }
  const prepared = await prepareDatabase({ ...settings.environment, demo: 'off' })
  if (!prepared.ok) {
    console.error(prepared.problem)
    return prepared.exitCode
  }
  try {
    return await work(prepared.db, settings.environment)
  } finally {
    await prepared.db.destroy()
    prepared.release()
  }
}
