// Evaluation rounds with many ballots. Only their ballots are loaded in bulk; all else is done by the real commands.

import { randomUUID } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'kysely'
import { insertAll } from '#app/cli/bench/bulk.ts'
import { inventAnswers } from '#app/cli/demo/answers.ts'
import { chanceFrom } from '#app/cli/demo/random.ts'
import { addDays, dayOf, endOfDay } from '#app/domain/calendar.ts'
import type { Answers } from '#app/domain/answers.ts'
import { itemsOf } from '#app/domain/questionnaire.ts'
import { currentVersion } from '#surveys/index.ts'
import { seal } from '#db/ballots.ts'
import type { Db } from '#db/client.server.ts'
import { invite, type Invitee } from '#db/invitations.ts'
import { listTextsToReview, releaseRound, reviewTexts } from '#db/releases.ts'
import { addRound } from '#db/rounds.ts'
import type { Row } from '#db/schema.ts'
import { countRound } from '#db/tallies.ts'

export const QUESTIONNAIRE = currentVersion('competence-centre')

const chance = chanceFrom(20_000)
const MOOD = 0.65

/** Nobody reads thousands of remarks before a release, as somebody has to: one in so many people writes some. */
const WRITES_TEXT_EVERY = 100
const TEXT_KEYS = itemsOf(QUESTIONNAIRE.questionnaire).flatMap((item) =>
  item.kind === 'text' ? [item.key] : [],
)

export function someAnswers(nth: number): Answers {
  const answers = inventAnswers(chance, QUESTIONNAIRE.questionnaire, MOOD)
  if (nth % WRITES_TEXT_EVERY === 0) return answers
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !TEXT_KEYS.includes(key)))
}

/** People whom only the urn knows: they belong to no organisation and have no role. */
export async function addVoters(db: Db, count: number): Promise<Invitee[]> {
  const ids = Array.from({ length: count }, () => randomUUID())
  const createdAt = new Date('2025-03-03T08:00:00Z')
  const name = { givenName: 'Stimme', familyName: 'Muster', createdAt }
  await insertAll(
    db,
    'person',
    ids.map((id, nth) => ({ id, ...name, email: `stimme.${nth}@bench.lernkreis.example` })),
  )
  return ids.map((personId, nth) => ({ personId, stratum: nth % 2 === 0 ? 'it' : 'user' }))
}

/** `answers` are those in the ballots, each rated topic one. */
export type LoadedRound = { id: string; title: string; invited: number; ballots: number; answers: number }
type Plan = { title: string; opensOn: string; closesOn: string; by: string; wrappingKey: Buffer }

/** A round that is open for all who are invited; those who `voted` are invited too, and their ballots lie in the urn. */
export async function openRoundWith(
  db: Db,
  plan: Plan,
  invited: readonly Invitee[],
  voted: readonly Invitee[],
): Promise<LoadedRound> {
  const { wrappingKey, ...dates } = plan
  const [id, opened] = [randomUUID(), endOfDay(addDays(plan.opensOn, -1))]
  const means = { questionnaire: QUESTIONNAIRE, wrappingKey }
  const added = await addRound(db, { ...dates, id, kind: 'competence-centre', minimum: 5 }, means, opened)
  if (!added.ok) throw new Error(added.refusal)
  await db.transaction().execute(async (trx) => {
    await invite(trx, id, [...invited, ...voted], plan.closesOn)
    await trx.updateTable('evaluationRound').set({ openedAt: opened }).where('id', '=', id).execute()
  })
  const round = await db
    .selectFrom('evaluationRound')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const answers = await fillUrn(db, round, voted)
  return { id, title: plan.title, invited: invited.length + voted.length, ballots: voted.length, answers }
}

const BALLOTS_AT_A_TIME = 500

/** Returns how many answers lie in it then. */
async function fillUrn(db: Db, round: Row<'evaluationRound'>, voters: readonly Invitee[]): Promise<number> {
  let given = 0
  for (let from = 0; from < voters.length; from += BALLOTS_AT_A_TIME) {
    const votes = voters.slice(from, from + BALLOTS_AT_A_TIME).map(({ personId, stratum }, index) => {
      const answers = someAnswers(from + index)
      given += answersIn(answers)
      return { personId, sealed: seal(round, QUESTIONNAIRE.questionnaire, { stratum, answers }) }
    })
    await loadBallots(db, round.id, votes)
  }
  return given
}

function answersIn(answers: Answers): number {
  const rated = (answer: unknown) => typeof answer === 'object' && answer !== null && !Array.isArray(answer)
  return Object.values(answers).reduce<number>(
    (sum, answer) => sum + (rated(answer) ? Object.keys(answer as object).length : 1),
    0,
  )
}

/** Fills an open urn with the ballots of people who have not voted yet, in one go. */
function loadBallots(
  db: Db,
  roundId: string,
  votes: readonly { personId: string; sealed: Uint8Array }[],
): Promise<void> {
  const people = votes.map(({ personId }) => personId)
  const ballots = votes.map(({ sealed }) => sealed)
  return db.transaction().execute(async (trx) => {
    await sql`insert into ballot (round_id, bucket, sealed)
      select i.round_id, i.bucket, vote.sealed
      from unnest(${people}::uuid[], ${ballots}::bytea[]) as vote (person_id, sealed)
      join invitation i on i.round_id = ${roundId} and i.person_id = vote.person_id and not i.used
      order by gen_random_uuid()`.execute(trx)
    await sql`update invitation set used = true
      where round_id = ${roundId} and person_id = any(${people}::uuid[])`.execute(trx)
  })
}

/** How long a count took, in milliseconds, and the most memory that the process held meanwhile, in bytes. */
export type CountFigures = { took: number; memory: number }

const LOOK_EVERY_MS = 10

/** Counts and releases a round whose last day is over. */
export async function countAndRelease(
  db: Db,
  roundId: string,
  { releasedBy, wrappingKey }: { releasedBy: string; wrappingKey: Buffer },
  now: Date,
): Promise<CountFigures> {
  const { questionnaire } = QUESTIONNAIRE
  collectGarbage()
  let memory = 0
  const look = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss())
  }, LOOK_EVERY_MS)
  const began = performance.now()
  const counted = await countRound(db, { roundId, by: null }, { wrappingKey, questionnaire }, now)
  const took = performance.now() - began
  clearInterval(look)
  if (!counted.ok) throw new Error(`not counted: ${counted.refusal}`)
  const textIds = (await listTextsToReview(db, roundId)).map(({ id }) => id)
  if (textIds.length > 0) await reviewTexts(db, { roundId, textIds, review: 'shown', by: releasedBy }, now)
  const released = await releaseRound(db, { roundId, by: releasedBy }, questionnaire, now)
  if (!released.ok) throw new Error(`not released: ${released.refusal}`)
  return { took, memory }
}

/** What sealing the ballots has left behind is no cost of counting them. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

/** The days of a round that is over, and of one that is open. */
export function daysOfRounds(now: Date) {
  const today = dayOf(now)
  return {
    over: { opensOn: addDays(today, -40), closesOn: addDays(today, -20) },
    open: { opensOn: addDays(today, -5), closesOn: addDays(today, 30) },
  }
}
