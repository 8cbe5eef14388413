import { z } from 'zod'
import { EXIT_USAGE, readArguments } from '#app/cli/arguments.ts'
import { withDatabase, type Command } from '#app/cli/command.ts'
import { seedDemo } from '#app/cli/demo.ts'
import { momentOf } from '#app/cli/demo/timeline.ts'
import { originFrom, sayDemoAccounts, whileNobodyFills } from '#app/cli/preparation.ts'
import { dayOf, isDay } from '#app/domain/calendar.ts'
import { chooseDemoPassword } from '#app/http/demo-password.server.ts'
import type { Environment } from '#app/http/environment.server.ts'
import { hashPassword } from '#app/http/password.server.ts'
import type { Db } from '#db/client.server.ts'
import { countPeople } from '#db/people.ts'

const HELP = `npm run cli -- seed [--scale ZAHL] [--seed ZAHL] [--now TAG]

Füllt eine leere Datenbank mit dem Beispiel-Landkreis und nennt die Zugänge. Dieselben Angaben bei --seed und --now
ergeben dieselben Namen, Tage und Zahlen.

  --scale ZAHL  so viel mal Leute, Kurse und Workshops, von 1 bis 50 (1)
  --seed ZAHL   eine andere Zahl ergibt andere Leute und andere Zahlen (14627)
  --now TAG     bis zu welchem Tag die Geschichte geht, z. B. 2026-09-01 (heute)`

/** Before that there is nothing to tell: the pilot of the demo district begins in March 2025. */
const FIRST_DAY = '2025-05-01'
const MOST_TIMES = 50
const MORNING = '07:00'

const options = { scale: { type: 'string' }, seed: { type: 'string' }, now: { type: 'string' } } as const

const wholeNumber = (name: string, min: number, max: number) => {
  const sentence = `${name} muss eine ganze Zahl zwischen ${min} und ${max} sein.`
  const isWhole = (text: string) => /^\d{1,10}$/.test(text) && Number(text) >= min && Number(text) <= max
  return z.string().refine(isWhole, sentence).transform(Number).optional()
}

const Wanted = z.object({
  scale: wholeNumber('--scale', 1, MOST_TIMES),
  seed: wholeNumber('--seed', 0, 2_147_483_647),
  now: z
    .string()
    .refine(isDay, '--now muss ein Tag in der Form JJJJ-MM-TT sein.')
    .refine(
      (day) => !isDay(day) || (day >= FIRST_DAY && day <= dayOf(new Date())),
      '--now muss zwischen dem 1. Mai 2025 und heute liegen.',
    )
    .transform((day) => momentOf(day, MORNING))
    .optional(),
})

export const seed: Command = {
  does: 'füllt eine leere Datenbank mit dem Beispiel-Landkreis',
  help: HELP,
  async run(args) {
    const wanted = readArguments(args, options, Wanted)
    if (!wanted.ok) {
      console.error(wanted.problem)
      return EXIT_USAGE
    }
    const fill = async (db: Db, environment: Environment) => {
      const people = await countPeople(db)
      if (people > 0) {
        console.error(refusal(people))
        return 1
      }
      console.log('Der Beispiel-Landkreis wird angelegt. Das dauert, mit --scale entsprechend länger …')
      const passwordHash = await hashPassword(chooseDemoPassword(environment))
      const { roundKey, version } = environment
      const { now = new Date(), ...size } = wanted.value
      const origin = originFrom(environment)
      await seedDemo(db, { ...size, now, passwordHash, roundKey, applicationVersion: version, origin })
      sayDemoAccounts(environment)
      return 0
    }
    return withDatabase((db, environment) => whileNobodyFills(db, environment, () => fill(db, environment)))
  },
}

/** Invented people never come among real ones. */
function refusal(people: number): string {
  const whom = people === 1 ? 'ist schon eine Person' : `sind schon ${people} Personen`
  return `In dieser Datenbank ${whom}. Der Beispiel-Landkreis kommt nur in eine leere Datenbank: Wählen Sie mit DATABASE_URL oder DATA_DIR eine andere.`
}
