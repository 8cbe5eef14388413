import { randomBytes } from 'node:crypto'
import { EXIT_CONFIGURATION, type Environment } from '#app/http/environment.server.ts'
import { logError } from '#app/http/log.server.ts'
import { hashPassword } from '#app/http/password.server.ts'
import { publishShippedQuestionnaires } from '#app/cli/shipped-questionnaires.ts'
import { demoAccounts, seedDemo } from '#app/cli/demo.ts'
import { chooseDemoPassword, keptDemoPassword } from '#app/http/demo-password.server.ts'
import { openDatabase, type Db } from '#db/client.server.ts'
import { inTurn, isHalfDemo } from '#db/demo.ts'
import { lockEmbedded } from '#db/embedded-lock.server.ts'
import { beginAgain, grantToApp, isNewerThanProgram, migrate } from '#db/migrate.ts'
import { countPeople } from '#db/people.ts'
import { getSettings } from '#db/settings.ts'
import { newSetupToken } from '#db/setup-tokens.ts'

export type Prepared =
  { ok: true; db: Db; release: () => void } | { ok: false; problem: string; exitCode: number }

/** Opens the database, brings its schema up to date, and fills it with the demo district where that is wanted. */
export async function prepareDatabase(environment: Environment): Promise<Prepared> {
  const folder = takeFolder(environment)
  if (!folder.ok) return folder
  const { release } = folder
  try {
    const refusal = await bringUpToDate(environment)
    if (refusal) return refused(refusal, release)
    const db = openDatabase(environment.databaseUrl, (error) => logError('database connection lost', error))
    // The demo district publishes them on a day of its past.
    const halfFilled = await fillWhenEmpty(db, environment)
    if (halfFilled) {
      await db.destroy()
      return refused(halfFilled, release)
    }
    await publishShippedQuestionnaires(db, new Date())
    return { ok: true, db, release }
  } catch (error) {
    release()
    return { ok: false, problem: `Die Datenbank lässt sich nicht öffnen: ${reasonOf(error)}`, exitCode: 1 }
  }
}

/** What only the operator can put right; a service manager need not try again. */
function refused(problem: string, release: () => void): Extract<Prepared, { ok: false }> {
  release()
  return { ok: false, problem, exitCode: EXIT_CONFIGURATION }
}

type Folder = { ok: true; release: () => void } | Extract<Prepared, { ok: false }>

/** The embedded database belongs to one process at a time; PostgreSQL has no folder of ours. */
function takeFolder({ embedded, databaseUrl }: Environment): Folder {
  if (!embedded) return { ok: true, release: () => undefined }
  const folder = databaseUrl.slice('pglite:'.length)
  try {
    const lock = lockEmbedded(folder)
    if (!('heldBy' in lock)) return { ok: true, release: lock.release }
    const problem = `Die eingebaute Datenbank ist schon geöffnet, von Prozess ${lock.heldBy}. Beenden Sie ihn, oder wählen Sie mit DATA_DIR ein anderes Verzeichnis. Ist Prozess ${lock.heldBy} ein anderes Programm, löschen Sie die Datei ${lock.path}.`
    return { ok: false, problem, exitCode: 1 }
  } catch (error) {
    const problem = `Das Verzeichnis ${folder} der eingebauten Datenbank kann nicht benutzt werden: ${reasonOf(error)}. Wählen Sie mit DATA_DIR oder DATABASE_URL eines, in dem geschrieben werden darf.`
    return { ok: false, problem, exitCode: EXIT_CONFIGURATION }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Migrates as the owner of the schema, and gives the role of the product its rights where it is another one. */
async function bringUpToDate(environment: Environment): Promise<string | undefined> {
  const owner = openDatabase(environment.migrationUrl)
  try {
    if (await isNewerThanProgram(owner)) {
      return 'Diese Datenbank gehört zu einer neueren Version von Lernkreis. Bitte starten Sie die neuere Version.'
    }
    await migrate(owner)
    if (environment.embedded && (await isHalfDemo(owner))) {
      console.log(
        'Das Anlegen des Beispiel-Landkreises wurde unterbrochen. Die eingebaute Datenbank wird geleert.',
      )
      await beginAgain(owner)
    }
    const role = decodeURIComponent(environment.embedded ? '' : new URL(environment.databaseUrl).username)
    if (environment.migrationUrl !== environment.databaseUrl && role) await grantToApp(owner, role)
    return undefined
  } finally {
    await owner.destroy()
  }
}

/** The embedded database belongs to one process, and has one connection; on PostgreSQL several may start together. */
export function whileNobodyFills<T>(db: Db, environment: Environment, work: () => Promise<T>): Promise<T> {
  if (environment.embedded) return work()
  return inTurn(db, work, () =>
    console.log('Ein anderer Prozess legt gerade den Beispiel-Landkreis an; dieser wartet darauf …'),
  )
}

function fillWhenEmpty(db: Db, environment: Environment): Promise<string | undefined> {
  return whileNobodyFills(db, environment, async () => {
    if (await isHalfDemo(db)) return halfDemoIn(new URL(environment.databaseUrl).pathname.slice(1))
    const wanted = environment.demo === 'on' || (environment.demo === 'auto' && environment.embedded)
    if (wanted && (await countPeople(db)) === 0) await fill(db, environment)
    return undefined
  })
}

function halfDemoIn(database: string): string {
  return `Der Beispiel-Landkreis ist in der Datenbank ${decodeURIComponent(database)} nur zum Teil da, weil sein Anlegen unterbrochen wurde. Gearbeitet hat damit noch niemand: Löschen Sie diese Datenbank (dropdb), legen Sie sie leer wieder an (createdb, siehe README), und starten Sie noch einmal.`
}

async function fill(db: Db, environment: Environment): Promise<void> {
  console.log('Der Beispiel-Landkreis wird angelegt. Das dauert beim ersten Start einen Augenblick …')
  const passwordHash = await hashPassword(chooseDemoPassword(environment))
  const { roundKey, version } = environment
  const origin = originFrom(environment)
  await seedDemo(db, { now: new Date(), passwordHash, roundKey, applicationVersion: version, origin })
}

const SETUP_HOURS = 24

/** Where people reach this installation: as configured, or on this machine. */
export function originFrom({ publicOrigin, host, port }: Environment): string {
  const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return publicOrigin ?? `http://${name}:${port}`
}

/** Tells the operator where the product is, and how to get in. */
export async function sayWhereItRuns(environment: Environment, db: Db): Promise<void> {
  const origin = originFrom(environment)
  console.log(`\nLernkreis ${environment.version} läuft: ${origin}`)
  if (environment.embedded)
    console.log('Testbetrieb mit der eingebauten Datenbank. Für den echten Betrieb: README, „PostgreSQL“.')
  if ((await getSettings(db)).demo) return sayDemoAccounts(environment)
  if ((await countPeople(db)) > 0) return
  const token = randomBytes(24).toString('base64url')
  await newSetupToken(db, token, new Date(Date.now() + SETUP_HOURS * 3_600_000))
  console.log(
    `Noch gibt es niemanden. Legen Sie sich als Erste oder Erster an (Link gilt ${SETUP_HOURS} Stunden, einmal):`,
  )
  console.log(`${origin}/setup/${token}`)
}

/** The accounts that can be tried out, and their one password. */
export function sayDemoAccounts(environment: Environment): void {
  console.log('\nBeispiel-Zugänge (alle mit demselben Passwort):')
  for (const account of demoAccounts) console.log(`  ${account.email.padEnd(44)} ${account.does}`)
  console.log(`  Passwort: ${keptDemoPassword(environment) ?? '(bei der Einrichtung gesetzt)'}\n`)
}
