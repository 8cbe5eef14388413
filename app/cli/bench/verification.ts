import type { Material } from '#app/cli/bench/material.ts'
import type { LoadedRound } from '#app/cli/bench/rounds.ts'
import type { ScenarioName } from '#app/cli/bench/scenarios.ts'
import type { Db } from '#db/client.server.ts'
import { openBallot, unwrapPrivateKey } from '#db/seal.ts'

/** Rows of the tables that the measured requests write. */
export type Written = { enrolment: number; enrolmentEvent: number; audit: number }

export async function countWritten(db: Db): Promise<Written> {
  return {
    enrolment: await countOf(db, 'enrolment'),
    enrolmentEvent: await countOf(db, 'enrolmentEvent'),
    audit: await countOf(db, 'audit'),
  }
}

async function countOf(db: Db, table: keyof Written): Promise<number> {
  const { n } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('n'))
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
  const [after, enrolled] = [await countWritten(db), done.get('enrol') ?? 0]
  const tables = ['enrolment', 'enrolmentEvent', 'audit'] as const
  const inTables = tables.map((table) => difference(table, before[table] + enrolled, after[table]))

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
