import { sql } from 'kysely'
import { mayStillAnswer, type CastRefusal, type Stratum } from '#app/domain/evaluation.ts'
import type { Answers } from '#app/domain/answers.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { reshuffleInvitations } from '#db/invitations.ts'
import { sealBallot } from '#db/seal.ts'

/** What lies in a ballot, and nothing else: no person, no time, no number. */
export type BallotContent = { questionnaire: string; stratum: Stratum; answers: Answers }

type SealedFor = { id: string; publicKey: Uint8Array; questionnaireHash: string }

/** Puts checked answers into the envelope of their round. Nobody can open it before the count. */
export function seal(round: SealedFor, stratum: Stratum, answers: Answers): Buffer {
  const content: BallotContent = { questionnaire: round.questionnaireHash, stratum, answers }
  return sealBallot(round.publicKey, round.id, content)
}

export type Vote = { roundId: string; personId: string; sealed: Uint8Array }
export type CastResult = { ok: true } | { ok: false; refusal: CastRefusal }

/**
 * Takes a ballot: marks the invitation as used and puts the envelope into the urn, both or neither. Then the whole
 * bucket is written anew in random order. Nothing else is written: no audit line, no time, no mail.
 */
export function castBallot(db: Db, vote: Vote, now: Date): Promise<CastResult> {
  return db.transaction().execute(async (trx) => {
    const bucket = await lockBucketOf(trx, vote)
    return bucket === undefined ? { ok: false, refusal: 'not-invited' } : takeVote(trx, vote, bucket, now)
  })
}

/** The vote itself; its bucket must be locked. */
export async function takeVote(
  trx: Trx,
  { roundId, personId, sealed }: Vote,
  bucket: number,
  now: Date,
): Promise<CastResult> {
  if (!(await isOpenFor(trx, roundId, personId, now))) return { ok: false, refusal: 'closed' }
  const marked = await trx
    .updateTable('invitation')
    .set({ used: true })
    .where('roundId', '=', roundId)
    .where('personId', '=', personId)
    .where('used', '=', false)
    .executeTakeFirst()
  if (marked.numUpdatedRows !== 1n) return { ok: false, refusal: 'already-answered' }
  await putIntoUrn(trx, roundId, bucket, sealed)
  await reshuffleInvitations(trx, roundId, bucket)
  return { ok: true }
}

/** Holds the bucket in which somebody's invitation lies; undefined when there is none, or none any more. */
async function lockBucketOf(trx: Trx, { roundId, personId }: Vote): Promise<number | undefined> {
  const row = await trx
    .selectFrom('invitationBucket')
    .innerJoin('invitation', (join) =>
      join
        .onRef('invitation.roundId', '=', 'invitationBucket.roundId')
        .onRef('invitation.bucket', '=', 'invitationBucket.bucket'),
    )
    .select('invitationBucket.bucket')
    .where('invitation.roundId', '=', roundId)
    .where('invitation.personId', '=', personId)
    .forUpdate('invitationBucket')
    .executeTakeFirst()
  return row?.bucket
}

/** Whoever has voted before is told so even after the last day. */
async function isOpenFor(trx: Trx, roundId: string, personId: string, now: Date): Promise<boolean> {
  const row = await trx
    .selectFrom('invitation')
    .innerJoin('evaluationRound as round', 'round.id', 'invitation.roundId')
    .select(['invitation.closesOn as lastDay', 'invitation.used'])
    .select(['round.kind', 'round.minimum', 'round.opensOn', 'round.closesOn'])
    .select(['round.openedAt', 'round.countedAt', 'round.givenUpAt'])
    .where('invitation.roundId', '=', roundId)
    .where('invitation.personId', '=', personId)
    .executeTakeFirst()
  return row !== undefined && (row.used || mayStillAnswer({ ...row, releasedAt: null }, row.lastDay, now))
}

/** All ballots of the bucket are written anew with the new one among them: no place, no transaction tells them apart. */
async function putIntoUrn(trx: Trx, roundId: string, bucket: number, sealed: Uint8Array): Promise<void> {
  await sql`with taken as (
      delete from ballot where round_id = ${roundId} and bucket = ${bucket} returning sealed
    ), mixed as (
      select sealed from taken union all select ${sealed}::bytea
    )
    insert into ballot (round_id, bucket, sealed)
    select ${roundId}, ${bucket}, sealed from mixed order by gen_random_uuid()
  `.execute(trx)
}

/**
 * For benchmarks only: fills an open urn with the ballots of people who have not voted yet, in one go. No address and
 * no form of the product leads here.
 */
export function loadBallots(
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
