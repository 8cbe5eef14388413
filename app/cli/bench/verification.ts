import { sql } from 'kysely'
import type { Material } from '#app/cli/bench/material.ts'
import { PEOPLE_PER_LIST } from '#app/cli/bench/roll-calls.ts'
import type { LoadedRound } from '#app/cli/bench/rounds.ts'
import type { ScenarioName } from '#app/cli/bench/scenarios.ts'
import { openBallot } from '#db/ballots.ts'
import type { Db } from '#db/client.server.ts'
import { unwrapPrivateKey } from '#db/seal.ts'

/** Tables that the measured requests write. */
const TABLES = ['enrolment', 'enrolmentEvent', 'attendance', 'attendanceEvent', 'audit'] as const
export type Written = Record<(typeof TABLES)[number], number>

export async function countWritten(db: Db): Promise<Written> {
  return {
    enrolment: await countOf(db, 'enrolment'),
    enrolmentEvent: await countOf(db, 'enrolmentEvent'),
    attendance: await countOf(db, 'attendance'),
    attendanceEvent: await countOf(db, 'attendanceEvent'),
    audit: await countOf(db, 'audit'),
  }
}

/** How many rows so many enrolments and lists make. */
function rowsOf(enrolled: number, listed: number): Written {
  const marks = listed * PEOPLE_PER_LIST
  return {
    ...{ enrolment: enrolled, enrolmentEvent: enrolled },
    ...{ attendance: marks, attendanceEvent: marks },
    audit: enrolled + listed,
  }
}

/** Of the audit only what somebody did: the product writes monthly mails by itself meanwhile. */
async function countOf(db: Db, table: keyof Written): Promise<number> {
  const { n } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .$if(table === 'audit', (query) => query.where(sql.ref('actorId'), 'is not', null))
    .executeTakeFirstOrThrow()
  return n
}

/**
 * Compares the database with what the product said that it had written. Each sentence names something that is missing
 * or too much.
 */
export async function findMistakes(
  db: Db,
  { round, smallRounds }: Material,
  { before, done }: { before: Written; done: ReadonlyMap<ScenarioName, number> },
  wrappingKey: Buffer,
): Promise<string[]> {
  const [after, made] = [await countWritten(db), rowsOf(done.get('enrol') ?? 0, done.get('rollCall') ?? 0)]
  const inTables = TABLES.map((table) => difference(table, before[table] + made[table], after[table]))

  const voted = round.ballots + (done.get('submit') ?? 0)
  const inUrn = difference(round.title, voted, await countReadable(db, round, wrappingKey))
  let inSmallUrns = 0
  for (const small of smallRounds) inSmallUrns += await countReadable(db, small, wrappingKey)
  const inSmall = difference(smallRounds[0]?.title ?? '', done.get('formAndSubmit') ?? 0, inSmallUrns)
  return [...inTables, inUrn, inSmall].flatMap((mistake) => mistake ?? [])
}

function difference(what: string, expected: number, found: number): string | undefined {
  return expected === found ? undefined : `${what}: erwartet ${expected}, gefunden ${found}`
}

/** How many votes there are: invitations that were used, each with a ballot that can be opened. */
async function countReadable(db: Db, { id, title }: LoadedRound, wrappingKey: Buffer): Promise<number> {
  const { wrappedPrivateKey } = await db
    .selectFrom('roundKey')
    .select('wrappedPrivateKey')
    .where('roundId', '=', id)
    .executeTakeFirstOrThrow()
  const key = unwrapPrivateKey(wrappedPrivateKey, wrappingKey, id)
  if (!key.ok) throw new Error(key.refusal)
  const ballots = await db.selectFrom('ballot').select('sealed').where('roundId', '=', id).execute()
  const used = await db
    .selectFrom('invitation')
    .select('personId')
    .where('roundId', '=', id)
    .where('used', '=', true)
    .execute()
  const readable = ballots.filter(({ sealed }) => openBallot(key.privateKey, id, sealed) !== undefined)
  if (used.length !== ballots.length || readable.length !== ballots.length)
    throw new Error(
      `${title}: ${used.length} Einladungen benutzt, ${ballots.length} Stimmzettel, ${readable.length} lesbar`,
    )
  return used.length
}
