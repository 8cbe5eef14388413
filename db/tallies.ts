import { randomInt, type KeyObject } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { checkerFor, type CheckOfAnswers } from '#app/domain/answers.ts'
import { countRefusal, STRATA, type CountRefusal, type Stratum } from '#app/domain/evaluation.ts'
import { textItems, type Questionnaire } from '#app/domain/questionnaire.ts'
import { mayTellOfTexts } from '#app/domain/release.ts'
import { shuffle } from '#app/domain/shuffle.ts'
import {
  keepsStrata,
  tallyOf,
  textsOf,
  type Ballot,
  type ByStratum,
  type TallyRow,
} from '#app/domain/tally.ts'
import type { TrusteePart } from '#app/domain/trustee.ts'
import { audit } from '#db/audit.ts'
import { openBallot } from '#db/ballots.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { destroyUrn, lockUrn, type LockedRound } from '#db/rounds.ts'
import { unwrapPrivateKey } from '#db/seal.ts'
import type { TrusteeSecret } from '#db/trustee-keys.ts'
import { joinKey, type Joined, type JoinRefusal } from '#db/key-halves.ts'

/** What opening and reading the ballots of a round takes. */
export type CountMeans = {
  /** 32 bytes, from the environment: the same with which the round was made. */
  wrappingKey: Uint8Array
  questionnaire: Questionnaire
  /** The second of two trustees, where they hold the key of the round. */
  trustee?: { part: TrusteePart; secret: TrusteeSecret }
}

export type CountFailure = CountRefusal | JoinRefusal | 'needs-trustees' | 'unreadable'
/** `dropped`: envelopes that held something else than answers to this questionnaire. */
export type CountResult =
  { ok: true; counted: number; dropped: number } | { ok: false; refusal: CountFailure }

/**
 * Counts a round, once: opens the ballots in memory, mixes them, keeps sums and shuffled texts, and destroys ballots,
 * names and key. All in one transaction: if it breaks off, nothing has happened and it can be done again.
 */
export function countRound(
  db: Db,
  { roundId, by }: { roundId: string; by: string | null },
  means: CountMeans,
  now: Date,
): Promise<CountResult> {
  return db.transaction().execute(async (trx) => {
    const round = await lockUrn(trx, roundId)
    if (!round) return { ok: false, refusal: 'not-found' }
    const refusal = countRefusal(round, round.ballots, now)
    if (refusal) return { ok: false, refusal }

    const key = await keyOf(trx, round, by, means, now)
    if (!key.ok) return key
    const opened = await openAll(trx, round, key.privateKey, checkerFor(means.questionnaire))
    // Every answer was checked before it was sealed: so many wrong ones are a fault of ours, to be mended first.
    if (opened.ballots.length < round.minimum) return { ok: false, refusal: 'unreadable' }
    const ballots = shuffle(opened.ballots, randomInt)
    await keepTurnout(trx, roundId)
    const tallies = await keepTallies(trx, round, ballots, means.questionnaire)
    await keepTexts(trx, round, ballots, tallies, means.questionnaire)
    await trx.updateTable('evaluationRound').set({ countedAt: now }).where('id', '=', roundId).execute()
    await destroyUrn(trx, roundId)
    await audit(trx, by, 'evaluation:manage', roundId, now, { step: 'count', dropped: opened.dropped })
    return { ok: true, counted: ballots.length, dropped: opened.dropped }
  })
}

type Opened = { ballots: Ballot[]; dropped: number }

/** The private key of a round, in memory: from ROUND_KEY alone, or from both trustees. */
async function keyOf(
  trx: Trx,
  { id, keyHolder }: LockedRound,
  by: string | null,
  { wrappingKey, trustee }: CountMeans,
  now: Date,
): Promise<Joined | { ok: false; refusal: 'needs-trustees' }> {
  if (keyHolder === 'trustees') {
    if (!trustee) return { ok: false, refusal: 'needs-trustees' }
    return joinKey(trx, { roundId: id, part: trustee.part, by }, trustee.secret, wrappingKey, now)
  }
  const { wrappedPrivateKey } = await trx
    .selectFrom('roundKey')
    .select('wrappedPrivateKey')
    .where('roundId', '=', id)
    .executeTakeFirstOrThrow()
  return unwrapPrivateKey(wrappedPrivateKey, wrappingKey, id)
}

/** Bucket by bucket, so that a large urn neither fills the memory nor holds up other requests. */
async function openAll(
  trx: Trx,
  round: LockedRound,
  privateKey: KeyObject,
  check: CheckOfAnswers,
): Promise<Opened> {
  const buckets = await trx
    .selectFrom('invitationBucket')
    .select('bucket')
    .where('roundId', '=', round.id)
    .execute()
  const opened: Opened = { ballots: [], dropped: 0 }
  for (const { bucket } of buckets) {
    const rows = await trx
      .selectFrom('ballot')
      .select('sealed')
      .where('roundId', '=', round.id)
      .where('bucket', '=', bucket)
      .execute()
    for (const { sealed } of rows) {
      const ballot = readBallot(openBallot(privateKey, round.id, sealed), round, check)
      if (ballot) opened.ballots.push(ballot)
      else opened.dropped += 1
    }
    await setImmediate()
  }
  return opened
}

function readBallot(content: unknown, round: LockedRound, check: CheckOfAnswers): Ballot | undefined {
  if (typeof content !== 'object' || content === null) return undefined
  if (!('questionnaire' in content) || content.questionnaire !== round.questionnaireHash) return undefined
  if (!('stratum' in content) || !isStratum(content.stratum) || !('answers' in content)) return undefined
  const checked = check(content.answers)
  return checked.ok ? { stratum: content.stratum, answers: checked.answers } : undefined
}

function isStratum(value: unknown): value is Stratum {
  return STRATA.some((stratum) => stratum === value)
}

/** How many were invited and how many have voted: the numbers stay when the names go. */
async function keepTurnout(trx: Trx, roundId: string): Promise<void> {
  await trx
    .insertInto('turnout')
    .columns(['roundId', 'stratum', 'invited', 'used'])
    .expression((eb) =>
      eb
        .selectFrom('invitation')
        .select(['roundId', 'stratum'])
        .select(({ fn }) => [
          fn.countAll<number>().as('invited'),
          fn.countAll<number>().filterWhere('used', '=', true).as('used'),
        ])
        .where('roundId', '=', roundId)
        .groupBy(['roundId', 'stratum']),
    )
    .execute()
}

async function keepTallies(
  trx: Trx,
  round: LockedRound,
  ballots: Ballot[],
  questionnaire: Questionnaire,
): Promise<TallyRow[]> {
  const turnout = await readTurnout(trx, round.id)
  const sent: ByStratum = { it: 0, user: 0 }
  for (const { stratum } of ballots) sent[stratum] += 1
  const rows = tallyOf(ballots, questionnaire, keepsStrata(turnout.invited, sent, round.minimum))
  if (rows.length === 0) return rows
  const tallies = rows.map((row) => ({ roundId: round.id, ...row }))
  await trx.insertInto('tally').values(tallies).execute()
  return rows
}

/**
 * Each question's texts are mixed for themselves. So few that they must not be shown are destroyed at once and only
 * counted; of those that only some were asked for not even their number is kept, where it would tell an answer.
 */
async function keepTexts(
  trx: Trx,
  round: LockedRound,
  ballots: Ballot[],
  tallies: TallyRow[],
  questionnaire: Questionnaire,
): Promise<void> {
  const written = textsOf(ballots, questionnaire)
  const sums = { questionnaire, tallies, ...(await readTurnout(trx, round.id)), minimum: round.minimum }
  const rows = textItems(questionnaire).flatMap((item) => {
    const { key: itemKey } = item
    const texts = written[itemKey] ?? []
    if (!mayTellOfTexts(item, texts.length, sums)) return []
    const isTooFew = texts.length < round.minimum
    return shuffle(texts, randomInt).map((body) =>
      isTooFew
        ? { roundId: round.id, itemKey, body: '', review: 'hidden' as const }
        : { roundId: round.id, itemKey, body, review: 'pending' as const },
    )
  })
  const CHUNK = 1_000
  for (let from = 0; from < rows.length; from += CHUNK) {
    await trx
      .insertInto('textAnswer')
      .values(rows.slice(from, from + CHUNK))
      .execute()
  }
}

/** Empty before the count. */
export async function readTurnout(db: Db, roundId: string): Promise<{ invited: ByStratum; used: ByStratum }> {
  const rows = await db.selectFrom('turnout').selectAll().where('roundId', '=', roundId).execute()
  const invited: ByStratum = { it: 0, user: 0 }
  const used: ByStratum = { it: 0, user: 0 }
  for (const row of rows) {
    invited[row.stratum] = row.invited
    used[row.stratum] = row.used
  }
  return { invited, used }
}
