import { readFile, stat } from 'node:fs/promises'
import { EXIT_USAGE } from '#app/cli/arguments.ts'
import type { Command } from '#app/cli/command.ts'
import { EXIT_UNREADABLE } from '#app/cli/input-file.ts'
import { messages } from '#app/i18n/index.ts'
import type { Finding } from '#surveys/definition.ts'
import { readLoadable } from '#surveys/load.server.ts'

const HELP = `npm run cli -- check-questionnaire DATEI

Prüft, ob ein Fragebogen (SurveyJS, JSON) verwendet werden kann. Schreibt ein JSON mit allen Befunden: Stelle, Kennung
und Satz. Endet mit 0, wenn er verwendet werden kann, mit 1, wenn nicht, und mit 2, wenn die Datei nicht lesbar ist.`

/** Far more than any questionnaire may have; what is larger is not even read. */
const MOST_BYTES = 4 * 1024 * 1024

export const checkQuestionnaire: Command = {
  does: 'prüft einen Fragebogen aus einer Datei',
  help: HELP,
  async run(args) {
    const [file, ...others] = args
    if (file === undefined || others.length > 0) {
      console.error('Bitte nennen Sie genau eine Datei.')
      return EXIT_USAGE
    }
    const verdict = await verdictOn(file)
    console.log(JSON.stringify(verdict, null, 2))
    return 'unreadable' in verdict ? EXIT_UNREADABLE : verdict.ok ? 0 : 1
  },
}

export type Verdict =
  | { ok: boolean; findings: (Finding & { sentence: string })[] }
  | { ok: false; unreadable: string; findings: [] }

/** The findings in the file with a German sentence each. */
export async function verdictOn(file: string): Promise<Verdict> {
  const text = await textIn(file)
  if (text === undefined) return { ok: false, unreadable: `${file} lässt sich nicht lesen.`, findings: [] }
  const read = readLoadable(text)
  const sentences = messages('de').questionnaire.finding
  const findings = read.ok ? [] : read.findings
  return { ok: read.ok, findings: findings.map((one) => ({ ...one, sentence: sentences[one.finding] })) }
}

async function textIn(file: string): Promise<string | undefined> {
  try {
    const { size } = await stat(file)
    // As long as it needs to be to be refused for its length.
    return size > MOST_BYTES ? ' '.repeat(MOST_BYTES) : await readFile(file, 'utf8')
  } catch {
    return undefined
  }
}
