import { z } from 'zod'
import { EXIT_USAGE, readArguments } from '#app/cli/arguments.ts'
import { withDatabase, type Command } from '#app/cli/command.ts'
import { messages } from '#app/i18n/index.ts'
import type { Db } from '#db/client.server.ts'
import { listSnapshots, verifySnapshots as findFaults } from '#db/snapshots.ts'

const HELP = `npm run cli -- verify-snapshots

Prüft, ob die festgehaltenen Zahlen aller Berichte unverändert sind und lückenlos aufeinander folgen. Endet mit 0,
wenn alles stimmt, sonst mit 1 und einer Zeile je Bericht, der nicht stimmt.`

export const verifySnapshots: Command = {
  does: 'prüft, ob die Zahlen aller Berichte unverändert sind',
  help: HELP,
  async run(args) {
    const nothing = readArguments(args, {}, z.object({}))
    if (nothing.ok) return withDatabase(async (db) => say(await verdict(db)))
    console.error(nothing.problem)
    return EXIT_USAGE
  },
}

function say({ sound, lines }: Verdict): number {
  for (const line of lines) (sound ? console.log : console.error)(line)
  return sound ? 0 : 1
}

export type Verdict = { sound: boolean; lines: string[] }

/** In German sentences. */
export async function verdict(db: Db): Promise<Verdict> {
  const faults = await findFaults(db)
  const { one, fault: words } = messages('de').snapshot
  if (faults.length > 0)
    return { sound: false, lines: faults.map((f) => `${one(f.number)}: ${words[f.fault]}`) }
  return { sound: true, lines: [allIsWell((await listSnapshots(db)).length)] }
}

function allIsWell(snapshots: number): string {
  if (snapshots === 0) return 'Es gibt noch keinen Bericht; zu prüfen ist nichts.'
  if (snapshots === 1) return 'Der eine Bericht ist unverändert.'
  return `Alle ${snapshots} Berichte sind unverändert und folgen lückenlos aufeinander.`
}
