import { spawnSync } from 'node:child_process'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { castBallot, openBallot } from '#db/ballots.ts'
import { countRound } from '#db/tallies.ts'
import { generateKeyPairSync } from 'node:crypto'
import { databaseKind, databaseUrl, db } from '#tests/database.ts'
import { days, NOW } from '#tests/factories.ts'
import { anUrn, ballotsOf, countMeans, invitationsOf, seal } from '#tests/urn.ts'

// What somebody sees who administers the database, and what it is worth. ARCHITECTURE.md, "What an observer learns".

const VOTERS = 30
type Cast = { roundId: string; people: string[]; envelopeOf: Map<string, string> }

/** Everybody votes, one after the other; the test alone knows which envelope is whose. */
async function everybodyVotes(how: 'product' | 'plain', voters = VOTERS): Promise<Cast> {
  const urn = await anUrn({ people: voters })
  const roundId = urn.round.id
  const envelopeOf = new Map<string, string>()
  for (const personId of urn.people) {
    const sealed = seal(urn.round, 'user', { overall: 4 })
    envelopeOf.set(personId, sealed.toString('hex'))
    if (how === 'product') await castBallot(db, { roundId, personId, sealed }, NOW)
    else await castPlainly(roundId, personId, sealed)
  }
  return { roundId, people: urn.people, envelopeOf }
}

/** The control: the same rows without writing the bucket anew. */
function castPlainly(roundId: string, personId: string, sealed: Buffer): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const mine = trx.updateTable('invitation').set({ used: true }).where('personId', '=', personId)
    await mine.where('roundId', '=', roundId).execute()
    await trx.insertInto('ballot').values({ roundId, bucket: 0, sealed }).execute()
  })
}

type Row = { what: string; xmin: string }

async function seen(roundId: string): Promise<{ people: Row[]; envelopes: Row[] }> {
  const people = await sql<Row>`select person_id::text as what, xmin::text from invitation
    where round_id = ${roundId} and used order by ctid`.execute(db)
  const envelopes = await sql<Row>`select encode(sealed, 'hex') as what, xmin::text from ballot
    where round_id = ${roundId} order by ctid`.execute(db)
  return { people: people.rows, envelopes: envelopes.rows }
}

/** How often the nth name belongs to the nth envelope: chance gives one, whatever the number of voters. */
function rightGuesses(people: readonly string[], envelopes: readonly string[], { envelopeOf }: Cast): number {
  return people.filter((person, place) => envelopeOf.get(person) === envelopes[place]).length
}

const ROUNDS = 6

/** Over some rounds: chance gives one for each; four times as many come about once in a hundred thousand times. */
const AT_MOST_BY_CHANCE = 4 * ROUNDS

async function guessesOverRounds(how: 'product' | 'plain'): Promise<number> {
  let right = 0
  for (let round = 0; round < ROUNDS; round++) {
    // Places that a round before has left free would mix what shall lie there as it came.
    if (how === 'plain') await emptyTables()
    const cast = await everybodyVotes(how, 12)
    const { people, envelopes } = await seen(cast.roundId)
    right += rightGuesses(
      people.map(({ what }) => what),
      envelopes.map(({ what }) => what),
      cast,
    )
  }
  return right
}

test('who lays names and envelopes side by side as they lie on the disk guesses no better than chance', async () => {
  expect(await guessesOverRounds('product')).toBeLessThan(AT_MOST_BY_CHANCE)
})

/** Nothing tidies up behind the back of a control, either: what is cleared away makes room between the others. */
async function emptyTables(): Promise<void> {
  await sql`truncate ballot, invitation`.execute(db)
  for (const table of ['ballot', 'invitation'])
    await sql`alter table ${sql.table(table)} set (autovacuum_enabled = false)`.execute(db)
}

test('without mixing, laying them side by side finds every single one', async () => {
  expect(await guessesOverRounds('plain')).toBe(ROUNDS * 12)
})

test('joined by transaction, every name fits every envelope; without mixing, exactly its own', async () => {
  const pairs = async (how: 'product' | 'plain') => {
    const cast = await everybodyVotes(how)
    const { people, envelopes } = await seen(cast.roundId)
    return people.flatMap(({ what, xmin }) =>
      envelopes.filter((one) => one.xmin === xmin).map((one) => cast.envelopeOf.get(what) === one.what),
    )
  }
  expect(await pairs('product')).toHaveLength(VOTERS * VOTERS)
  const plain = await pairs('plain')
  expect(plain).toHaveLength(VOTERS)
  expect(plain.every(Boolean)).toBe(true)
})

/** The rows of a table in the order of a real dump of the database. */
function dumped(table: string): string[] {
  const { stdout, status, stderr } = spawnSync(
    'pg_dump',
    ['--data-only', `--table=${table}`, `--dbname=${databaseUrl}`],
    { encoding: 'utf8', maxBuffer: 100_000_000 },
  )
  if (status !== 0) throw new Error(stderr)
  const from = stdout.indexOf('FROM stdin;\n') + 'FROM stdin;\n'.length
  return stdout.slice(from, stdout.indexOf('\n\\.', from)).split('\n')
}

/** As `rightGuesses`, from the text of the dump: names that have voted, and envelopes, in its order. */
function guessesFromDump(cast: Cast): number {
  const of = (table: string) => dumped(table).filter((line) => line.includes(cast.roundId))
  const people = of('invitation').flatMap((line) => cast.people.filter((person) => line.includes(person)))
  const envelopes = of('ballot').map((line) => line.slice(line.lastIndexOf('\\\\x') + 3))
  expect([people.length, envelopes.length]).toEqual([VOTERS, VOTERS])
  return rightGuesses(people, envelopes, cast)
}

test('a dump of the database tells no more, and without mixing all', async (context) => {
  context.skip(databaseKind !== 'postgres', 'only a server can be dumped')
  // Where it has to be proven, a missing tool is a failure and no way around the proof.
  const hasDump = spawnSync('pg_dump', ['--version']).status === 0
  context.skip(!hasDump && !process.env.CI, 'needs pg_dump, which is not installed')
  expect(guessesFromDump(await everybodyVotes('product'))).toBeLessThan(10)
  await emptyTables()
  expect(guessesFromDump(await everybodyVotes('plain'))).toBe(VOTERS)
})

test('who copies the bucket before and after a single vote sees whose envelope is new, and cannot open it', async () => {
  const urn = await anUrn()
  const roundId = urn.round.id
  const [ada = '', eva = ''] = urn.people
  const cast = (personId: string) =>
    castBallot(db, { roundId, personId, sealed: seal(urn.round, 'user', { overall: 1 }) }, NOW)
  await cast(eva)
  const before = new Set((await ballotsOf(roundId)).map(({ sealed }) => Buffer.from(sealed).toString('hex')))
  await cast(ada)
  const after = (await ballotsOf(roundId)).map(({ sealed }) => Buffer.from(sealed).toString('hex'))
  const fresh = after.filter((one) => !before.has(one))
  const voted = (await invitationsOf(roundId)).filter(({ used, personId }) => used && personId !== eva)
  // This is said on the page about anonymity: who watches all the time knows that somebody has voted, and when.
  expect([fresh.length, voted.map(({ personId }) => personId)]).toEqual([1, [ada]])
  const { privateKey } = generateKeyPairSync('x25519')
  expect(openBallot(privateKey, roundId, Buffer.from(fresh[0] ?? '', 'hex'))).toBeUndefined()
})

test('after the count there is no key left for an envelope that somebody copied', async () => {
  const cast = await everybodyVotes('product', 6)
  const { roundId } = cast
  expect(await countRound(db, { roundId, by: null }, countMeans(), days(20))).toMatchObject({
    ok: true,
  })
  for (const table of ['roundKey', 'trustee'] as const) {
    expect(await db.selectFrom(table).selectAll().where('roundId', '=', roundId).execute()).toEqual([])
  }
})
