// `npm run cli -- <Befehl>`: what an operator does outside the browser.

import { EXIT_USAGE } from '#app/cli/arguments.ts'
import { bench } from '#app/cli/bench.ts'
import { checkQuestionnaire } from '#app/cli/check-questionnaire.ts'
import { checkStoredQuestionnaires } from '#app/cli/check-stored-questionnaires.ts'
import type { Command } from '#app/cli/command.ts'
import { importBoundariesCommand } from '#app/cli/import-boundaries.ts'
import { importMunicipalitiesCommand } from '#app/cli/import-municipalities.ts'
import { seed } from '#app/cli/seed.ts'
import { verifySnapshots } from '#app/cli/verify-snapshots.ts'

const commands: Record<string, Command> = {
  seed,
  'verify-snapshots': verifySnapshots,
  'check-questionnaire': checkQuestionnaire,
  'check-stored-questionnaires': checkStoredQuestionnaires,
  'import-municipalities': importMunicipalitiesCommand,
  'import-boundaries': importBoundariesCommand,
  bench,
}

process.exitCode = await run(process.argv.slice(2))

async function run([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || isCryForHelp(name)) return say(overview(), 0)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return say(`„${name}“ ist kein Befehl.\n\n${overview()}`, EXIT_USAGE)
  if (args.some(isCryForHelp)) return say(command.help, 0)
  return command.run(args)
}

function isCryForHelp(arg: string): boolean {
  return arg === '--help' || arg === '-h'
}

function say(text: string, exitCode: number): number {
  if (exitCode === 0) console.log(text)
  else console.error(text)
  return exitCode
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`)
  return [
    'npm run cli -- BEFEHL',
    '',
    ...lines,
    '',
    'Mehr zu einem Befehl: npm run cli -- BEFEHL --help',
  ].join('\n')
}
