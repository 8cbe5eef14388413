import { z } from 'zod'
import { EXIT_USAGE, readArguments } from '#app/cli/arguments.ts'
import { boundaryLines, boundaryRefusal, noneKnown } from '#app/cli/boundary-words.ts'
import { withDatabase, type Command } from '#app/cli/command.ts'
import { EXIT_UNREADABLE, readInputFile } from '#app/cli/input-file.ts'
import { readBoundaries } from '#app/domain/boundary.ts'
import { importBoundaries } from '#db/boundaries.ts'
import type { Db } from '#db/client.server.ts'

const HELP = `npm run cli -- import-boundaries DATEI --attribution TEXT [--check]

Liest die Grenzen der Kommunen aus einer GeoJSON-Datei (FeatureCollection, WGS 84, Flächen mit dem Merkmal „ags“), etwa aus
VG250 des BKG. Danach gibt es neben der Kachelkarte eine Landkarte. Ganz oder gar nicht: Ein Fehler, und nichts ändert sich.
Was schon da ist, wird ersetzt. Zugeordnet wird über den Gemeindeschlüssel; was nur auf einer Seite steht, wird genannt.

  --attribution TEXT  was die Lizenz unter jeder Karte verlangt; Adressen darin werden zu Links. Steht es in der Datei
                      („attribution“), kann es fehlen. Für VG250, mit dem Jahr des Abrufs:
                      "Grenzen: © BKG (2026) dl-de/by-2-0 (https://www.govdata.de/dl-de/by-2-0), Daten verändert: Auswahl,
                      Vereinfachung. Datenquellen: https://sgx.geodatenzentrum.de/web_public/gdz/datenquellen/datenquellen_vg_nuts.pdf"
  --check             zeigt nur, was sich ändern würde

Endet mit 0, wenn alles übernommen ist, mit 1, wenn nichts übernommen wurde, mit 2, wenn die Datei nicht lesbar ist.`

/** A district has a few hundred kilobytes, a state a few megabytes. */
const MOST_MEGABYTES = 50
const LONGEST_ATTRIBUTION = 600

const options = { attribution: { type: 'string' }, check: { type: 'boolean' } } as const

const Wanted = z.object({
  file: z.string('Bitte nennen Sie die GeoJSON-Datei.'),
  attribution: z.string().optional(),
  check: z.boolean().default(false),
})

export const importBoundariesCommand: Command = {
  does: 'übernimmt die Grenzen der Kommunen für die Landkarte',
  help: HELP,
  async run(args) {
    const wanted = readArguments(args, options, Wanted, ['file'])
    if (!wanted.ok) {
      console.error(wanted.problem)
      return EXIT_USAGE
    }
    const file = await readInputFile(wanted.value.file, MOST_MEGABYTES)
    if (!file.ok) {
      console.error(`${file.problem} Es genügen die Grenzen Ihres Kreises.`)
      return EXIT_UNREADABLE
    }
    return withDatabase(async (db) => {
      const { done, lines } = await outcome(db, wanted.value, file.bytes, new Date())
      for (const line of lines) (done ? console.log : console.error)(line)
      return done ? 0 : 1
    })
  },
}

type Wish = { attribution?: string | undefined; check: boolean }

/** What has become of it, or would, in German sentences. */
export async function outcome(
  db: Db,
  { attribution, check }: Wish,
  bytes: Uint8Array,
  now: Date,
): Promise<{ done: boolean; lines: string[] }> {
  const read = readBoundaries(new TextDecoder('utf-8').decode(bytes))
  if (!read.ok) return { done: false, lines: [...boundaryRefusal(read), NOTHING] }
  const source = oneLine(attribution ?? read.file.attribution ?? '')
  if (source === '') return { done: false, lines: [NO_ATTRIBUTION, NOTHING] }
  if (source.length > LONGEST_ATTRIBUTION) return { done: false, lines: [LONG_ATTRIBUTION, NOTHING] }
  const given = { boundaries: read.file.boundaries, attribution: source, isCheck: check }
  const result = await importBoundaries(db, given, now)
  if (!result.ok) return { done: false, lines: [noneKnown(result.plan), NOTHING] }
  return { done: true, lines: boundaryLines(result) }
}

const NOTHING = 'Es wurde nichts übernommen.'
const NO_ATTRIBUTION =
  'Bitte nennen Sie mit --attribution, was die Lizenz der Grenzen unter jeder Karte verlangt; --help zeigt ein Beispiel.'
const LONG_ATTRIBUTION = `--attribution darf höchstens ${LONGEST_ATTRIBUTION} Zeichen haben.`

function oneLine(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, ' ').trim()
}
