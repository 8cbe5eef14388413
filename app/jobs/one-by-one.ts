import { log } from '#app/http/log.server.ts'

/**
 * Does something for each of many, one after the other; where it fails for one, the log hears of it and the others are
 * done all the same. `what` says in the log what was tried.
 */
export async function oneByOne(
  what: string,
  ids: readonly string[],
  run: (id: string) => Promise<void>,
): Promise<void> {
  for (const id of ids) {
    await run(id).catch((error: unknown) => log(`${what} failed`, { level: 'error', id, ...placeOf(error) }))
  }
}

/**
 * What kind of error it was and where it came from, and not its message: that may quote what somebody has written.
 */
function placeOf(error: unknown): { error: string; stack: string | undefined } {
  if (!(error instanceof Error)) return { error: typeof error, stack: undefined }
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at '))
  return { error: error.name + code, stack: frames?.join('\n') }
}
