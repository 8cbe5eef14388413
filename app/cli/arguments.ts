import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { z } from 'zod'

/** What sysexits.h calls EX_USAGE: the command was called in a way that it does not understand. */
export const EXIT_USAGE = 64

type Known = NonNullable<ParseArgsConfig['options']>
export type Arguments<T> = { ok: true; value: T } | { ok: false; problem: string }

const PROBLEMS: Record<string, (what: string) => string> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: (what) => `${what} gibt es bei diesem Befehl nicht.`,
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: (what) => `Mit „${what}“ kann dieser Befehl nichts anfangen.`,
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: (what) =>
    `Bei ${what} fehlt ein Wert, oder es steht einer zu viel da.`,
}

/**
 * Reads `--name value`, `--name=value` and switches, and the words without a name that `words` names in their order; the
 * first thing that is wrong comes back as a German sentence.
 */
export function readArguments<S extends z.ZodType>(
  args: readonly string[],
  known: Known,
  schema: S,
  words: readonly string[] = [],
): Arguments<z.output<S>> {
  const given = optionsIn(args, known, words)
  if (!given.ok) return given
  const checked = schema.safeParse(given.value)
  if (checked.success) return { ok: true, value: checked.data }
  return { ok: false, problem: checked.error.issues[0]?.message ?? '' }
}

function optionsIn(
  args: readonly string[],
  options: Known,
  words: readonly string[],
): Arguments<Record<string, unknown>> {
  try {
    const allowPositionals = words.length > 0
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals })
    const tooMany = positionals[words.length]
    if (tooMany !== undefined)
      return { ok: false, problem: `Mit „${tooMany}“ kann dieser Befehl nichts anfangen.` }
    const named = words.flatMap((word, place) =>
      place < positionals.length ? [[word, positionals[place]]] : [],
    )
    return { ok: true, value: { ...values, ...Object.fromEntries(named) } }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const problem = PROBLEMS[String(error.code)]
    const [, what = ''] = /'(--?[^' ]+|[^']+)/.exec(error.message) ?? []
    if (!problem) throw error
    return { ok: false, problem: problem(what) }
  }
}
