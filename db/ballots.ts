import { sql } from 'kysely'
import { mayStillAnswer, type CastRefusal, type Round, type Stratum } from '#app/domain/evaluation.ts'
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

/** When a whole room votes in the same minute, the last one waits rather than lose what was written. */
const PATIENCE = '20s'

export type Vote = { roundId: string; personId: string; sealed: Uint8Array }
/** Who votes: somebody who is signed in, or whoever holds the form with this code. */
type Credential = { personId: string } | { codeHash: Uint8Array }
export type CastResult = { ok: true } | { ok: false; refusal: CastRefusal }

/**
 * Takes a ballot: marks the invitation as used and puts the envelope into the urn, both or neither. Then the whole
 * bucket is written anew in random order. Nothing else is written: no audit line, no time, no mail.
 */
export function castBallot(
  db: Db,
  vote: { roundId: string; sealed: Uint8Array } & Credential,
  now: Date,
): Promise<CastResult> {
  return db.transaction().execute(async (trx) => {
    await sql`set local lock_timeout = ${sql.lit(PATIENCE)}`.execute(trx)
    const invitation = await lockBucketOf(trx, vote)
    if (!invitation) return { ok: false, refusal: 'not-invited' }
    const { roundId, sealed } = vote
    return takeVote(trx, { roundId, sealed, personId: invitation.personId }, invitation, now)
  })
}

type Invited = Round & { personId: string; bucket: number; used: boolean; lastDay: string }

/** The vote itself; its bucket must be locked. */
export async function takeVote(
  trx: Trx,
  { roundId, personId, sealed }: Vote,
  invitation: Omit<Invited, 'personId'>,
  now: Date,
): Promise<CastResult> {
  // Whoever has voted before is told so even after the last day.
  if (!invitation.used && !mayStillAnswer(invitation, invitation.lastDay, now)) {
    return { ok: false, refusal: 'closed' }
  }
  const marked = await trx
    .updateTable('invitation')
    .set({ used: true })
    .where('roundId', '=', roundId)
    .where('personId', '=', personId)
    .where('used', '=', false)
    .executeTakeFirst()
  if (marked.numUpdatedRows !== 1n) return { ok: false, refusal: 'already-answered' }
  await putIntoUrn(trx, roundId, invitation.bucket, sealed)
  await reshuffleInvitations(trx, roundId, invitation.bucket)
  return { ok: true }
}

/**
 * Holds the bucket in which somebody's invitation lies; undefined when there is none, or none any more. What else it
 * reads may be older than the lock: a counted urn has no bucket left, and a used invitation is not marked again.
 */
async function lockBucketOf(
  trx: Trx,
  { roundId, ...credential }: { roundId: string } & Credential,
): Promise<Invited | undefined> {
  const row = await trx
    .selectFrom('invitationBucket')
    .innerJoin('invitation', (join) =>
      join
        .onRef('invitation.roundId', '=', 'invitationBucket.roundId')
        .onRef('invitation.bucket', '=', 'invitationBucket.bucket'),
    )
    .innerJoin('evaluationRound as round', 'round.id', 'invitation.roundId')
    .select([
      'invitation.personId',
      'invitationBucket.bucket',
      'invitation.used',
      'invitation.closesOn as lastDay',
    ])
    .select(['round.kind', 'round.minimum', 'round.opensOn', 'round.closesOn'])
    .select(['round.openedAt', 'round.countedAt', 'round.givenUpAt'])
    .where('invitation.roundId', '=', roundId)
    .where((eb) =>
      'personId' in credential
        ? eb('invitation.personId', '=', credential.personId)
        : eb('invitation.codeHash', '=', credential.codeHash),
    )
    .forUpdate('invitationBucket')
    .executeTakeFirst()
  return row && { ...row, releasedAt: null }
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
