import { cpus, loadavg } from 'node:os'
import { z } from 'zod'
import { EXIT_USAGE, readArguments } from '#app/cli/arguments.ts'
import { measure } from '#app/cli/bench/measure.ts'
import { MILLION_NAMES, SCENARIO_NAMES, TENFOLD_NAMES } from '#app/cli/bench/scenarios.ts'
import { say } from '#app/cli/bench/say.ts'
import { makeScratch } from '#app/cli/bench/scratch.ts'
import { FULL, MILLION, SMALL, TENFOLD } from '#app/cli/bench/sizes.ts'
import type { Command } from '#app/cli/command.ts'

const HELP = `npm run bench -- [--small | --tenfold | --million] [--only NAME]

Misst das gebaute Produkt unter Last und schreibt je Zahl eine Zeile JSON auf die Standardausgabe, mit Ziel, wo es eines
gibt. Mit DATABASE_URL auf PostgreSQL, in einer eigenen Datenbank, die danach wieder verschwindet (die Rolle muss
Datenbanken anlegen dürfen); sonst mit der eingebauten Datenbank in einem eigenen Ordner. Endet mit 1, wenn eine Antwort
falsch war oder etwas Geschriebenes fehlt; ein verfehltes Ziel ist kein Fehler.

  --small      wenige Daten und kurze Läufe, um die Messung selbst zu prüfen
  --tenfold    zehnmal so viel wie im Beispiel-Landkreis: ${TENFOLD_NAMES.join(', ')}
  --million    eine Befragung mit einer Million Antworten: ${MILLION_NAMES.join(', ')}, Bericht und Dateien
  --only NAME  nur dies unter Last: ${SCENARIO_NAMES.join(', ')}`

const options = {
  small: { type: 'boolean' },
  tenfold: { type: 'boolean' },
  million: { type: 'boolean' },
  only: { type: 'string' },
} as const
const Wanted = z.object({
  small: z.boolean().default(false),
  tenfold: z.boolean().default(false),
  million: z.boolean().default(false),
  only: z.enum(SCENARIO_NAMES, `--only kennt nur: ${SCENARIO_NAMES.join(', ')}.`).optional(),
})

const EXIT_INTERRUPTED = 130

export const bench: Command = {
  does: 'misst das gebaute Produkt unter Last (auch: npm run bench)',
  help: HELP,
  async run(args) {
    const wanted = readArguments(args, options, Wanted)
    if (!wanted.ok) {
      console.error(wanted.problem)
      return EXIT_USAGE
    }
    const { only } = wanted.value
    const load = loadavg()[0]?.toFixed(1)
    const { names, ...district } = districtFor(wanted.value)
    const what = { ...district, names: only ? [only] : names }
    say(`Node ${process.versions.node}, ${cpus().length} Kerne, Last ${load}`)
    return inScratch((scratch, signal) => measure(scratch, what, signal))
  },
}

function districtFor({ small, tenfold, million }: z.infer<typeof Wanted>) {
  if (tenfold) return { sizes: TENFOLD, names: TENFOLD_NAMES, prefix: 'tenfold.' }
  if (million) return { sizes: MILLION, names: MILLION_NAMES, prefix: 'million.' }
  return { sizes: small ? SMALL : FULL, names: SCENARIO_NAMES, prefix: '' }
}

type Measurement = (
  scratch: Awaited<ReturnType<typeof makeScratch>>,
  signal: AbortSignal,
) => Promise<string[]>

/** Whatever happens, Ctrl-C too, the product is stopped and the database dropped. */
async function inScratch(measurement: Measurement): Promise<number> {
  const stop = new AbortController()
  const interrupt = () => stop.abort()
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  const scratch = await makeScratch(process.env.DATABASE_URL)
  try {
    const mistakes = await measurement(scratch, stop.signal)
    for (const mistake of mistakes) say(mistake)
    return mistakes.length === 0 ? 0 : 1
  } catch (error) {
    if (stop.signal.aborted) return EXIT_INTERRUPTED
    say(error instanceof Error ? error.message : String(error))
    return 1
  } finally {
    await scratch.drop()
  }
}
