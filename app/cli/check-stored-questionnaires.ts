import { z } from 'zod'
import { EXIT_USAGE, readArguments } from '#app/cli/arguments.ts'
import { withDatabase, type Command } from '#app/cli/command.ts'
import type { Db } from '#db/client.server.ts'
import { listStoredDefinitions } from '#db/questionnaire-versions.ts'
import { complaintsAbout } from '#surveys/load.server.ts'

const HELP = `npm run cli -- check-stored-questionnaires

Prüft nach einer Aktualisierung, ob SurveyJS alle veröffentlichten Fassungen aller Fragebögen noch versteht, auch die
eigenen des Landkreises. Endet mit 0, wenn alles stimmt, sonst mit 1 und einer Zeile je Fassung, die nicht lesbar ist.
Dasselbe wird bei jedem Start geprüft und steht dann im Protokoll und unter /readyz.`

export const checkStoredQuestionnaires: Command = {
  does: 'prüft, ob SurveyJS alle veröffentlichten Fragebögen versteht',
  help: HELP,
  async run(args) {
    const nothing = readArguments(args, {}, z.object({}))
    if (nothing.ok) return withDatabase(async (db) => say(await brokenVersions(db)))
    console.error(nothing.problem)
    return EXIT_USAGE
  },
}

function say(lines: readonly string[]): number {
  for (const line of lines) console.error(line)
  if (lines.length === 0) console.log('SurveyJS versteht alle veröffentlichten Fragebögen.')
  return lines.length === 0 ? 0 : 1
}

/** One German line for each published version of a questionnaire that SurveyJS does not read without a complaint. */
export async function brokenVersions(db: Db): Promise<string[]> {
  const stored = await listStoredDefinitions(db)
  return stored.flatMap(({ title, key, number, definition }) => {
    const complaints = complaintsAbout(definition)
    if (complaints.length === 0) return []
    return [`Fragebogen „${title}“ (${key}), Fassung ${number}: ${complaints.join('; ')}`]
  })
}
