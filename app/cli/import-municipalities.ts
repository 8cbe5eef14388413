import { z } from 'zod'
import { EXIT_USAGE, readArguments } from '#app/cli/arguments.ts'
import { withDatabase, type Command } from '#app/cli/command.ts'
import { EXIT_UNREADABLE, readInputFile } from '#app/cli/input-file.ts'
import { importRefusal, planLines, registerRefusal } from '#app/cli/municipality-words.ts'
import { isDay } from '#app/domain/calendar.ts'
import { readRegister } from '#app/domain/municipality-register.ts'
import type { Db } from '#db/client.server.ts'
import { checkMunicipalities, importMunicipalities } from '#db/municipality-imports.ts'
import { getSettings } from '#db/settings.ts'

const HELP = `npm run cli -- import-municipalities DATEI --population-date TAG [--district SCHLÜSSEL] [--valid-from TAG] [--check]

Liest das Gemeindeverzeichnis GV-ISys von Destatis (GV100AD_TTMMJJJJ.txt, aus dem ZIP ausgepackt), legt die Kommunen eines
Kreises an und bringt Namen, Art und Bevölkerung auf den Stand der Datei. Ganz oder gar nicht: Ein Fehler in einer Zeile,
und nichts ändert sich. Dieselbe Datei noch einmal ändert nichts.

  --population-date TAG  von welchem Tag die Bevölkerung ist, z. B. 2024-12-31; die Datei sagt es nicht, die Seite, von der
                         sie kommt, schon
  --district SCHLÜSSEL   die ersten fünf Ziffern der Gemeindeschlüssel (sonst der Kreis aus den Einstellungen)
  --valid-from TAG       ab wann neue Kommunen zählen (sonst ab dem Gebietsstand der Datei); beim ersten Mal nötig
  --check                zeigt nur, was sich ändern würde

Eine Kommune, die es nicht mehr gibt, wird genannt und bleibt, wie sie ist. Zusammenschlüsse trägt eine Administratorin mit
Datum ein: Organisationen, die Kommune öffnen, Bearbeiten, „Bestand bis“ und „Aufgegangen in“.

Endet mit 0, wenn alles übernommen ist, mit 1, wenn nichts übernommen wurde, mit 2, wenn die Datei nicht lesbar ist.`

/** All of Germany is three and a half. */
const MOST_MEGABYTES = 20

const options = {
  'population-date': { type: 'string' },
  district: { type: 'string' },
  'valid-from': { type: 'string' },
  check: { type: 'boolean' },
} as const

const day = (name: string) => z.string().refine(isDay, `${name} muss ein Tag in der Form JJJJ-MM-TT sein.`)

const Wanted = z.object({
  file: z.string('Bitte nennen Sie die Datei GV100AD_TTMMJJJJ.txt.'),
  'population-date': z
    .string(
      'Bitte nennen Sie mit --population-date den Tag, von dem die Bevölkerungszahlen sind, z. B. 2024-12-31.',
    )
    .pipe(day('--population-date')),
  district: z
    .string()
    .regex(/^\d{5}$/, '--district muss aus fünf Ziffern bestehen, z. B. 14627.')
    .optional(),
  'valid-from': day('--valid-from').optional(),
  check: z.boolean().default(false),
})

type Wanted = z.output<typeof Wanted>

export const importMunicipalitiesCommand: Command = {
  does: 'übernimmt die Kommunen eines Kreises aus dem Gemeindeverzeichnis',
  help: HELP,
  async run(args) {
    const wanted = readArguments(args, options, Wanted, ['file'])
    if (!wanted.ok) {
      console.error(wanted.problem)
      return EXIT_USAGE
    }
    const file = await readInputFile(wanted.value.file, MOST_MEGABYTES)
    if (!file.ok) {
      console.error(file.problem)
      return EXIT_UNREADABLE
    }
    return withDatabase(async (db) => say(await outcome(db, wanted.value, file.bytes, new Date())))
  },
}

function say({ done, lines }: Outcome): number {
  for (const line of lines) (done ? console.log : console.error)(line)
  return done ? 0 : 1
}

export type Outcome = { done: boolean; lines: string[] }

/** What has become of it, or would, in German sentences. */
export async function outcome(
  db: Db,
  wanted: Omit<Wanted, 'file'>,
  bytes: Uint8Array,
  now: Date,
): Promise<Outcome> {
  const settings = await getSettings(db)
  const { district = settings.districtKey, check } = wanted
  if (district === '')
    return refused(
      'Bitte nennen Sie mit --district den Kreis: die ersten fünf Ziffern der Gemeindeschlüssel, z. B. 14627.',
    )
  if (settings.districtKey !== '' && settings.districtKey !== district)
    return refused(
      `Diese Installation gehört zum Kreis ${settings.districtKey}, nicht zu ${district}. Der Schlüssel steht unter Einstellungen und lässt sich dort ändern.`,
    )

  const read = readRegister(textOf(bytes))
  if (!read.ok) return { done: false, lines: [...registerRefusal(read), NOTHING] }
  const wish = {
    register: read.register,
    districtKey: district,
    populationDate: wanted['population-date'],
    validFrom: wanted['valid-from'] ?? null,
  }
  const result = check ? await checkMunicipalities(db, wish) : await importMunicipalities(db, wish, now)
  if (!result.ok) return refused(importRefusal(result.refusal, wish))
  return { done: true, lines: planLines(result.plan, wish, check) }
}

const NOTHING = 'Es wurde nichts übernommen.'

function refused(sentence: string): Outcome {
  return { done: false, lines: [sentence, NOTHING] }
}

/** UTF-8, else ISO-8859-1, as older editions have it; what neither gives a name is refused line by line. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return Buffer.from(bytes).toString('latin1')
  }
}
