import type { KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import type { Answers } from '#app/domain/answers.ts'
import { ballotBytes, packBallot, unpackBallot } from '#app/domain/ballot.ts'
import { mayStillAnswer, type CastRefusal, type Round, type Stratum } from '#app/domain/evaluation.ts'
import type { Questionnaire } from '#app/domain/questionnaire.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { reshuffleInvitations } from '#db/invitations.ts'
import { openSealed, sealFor } from '#db/seal.ts'

type SealedFor = { id: string; publicKey: Uint8Array; questionnaireHash: string }

/**
 * Puts checked answers into the envelope of their round, as long as all others of it. Nobody can open it before the
 * count.
 */
export function seal(
  round: SealedFor,
  questionnaire: Questionnaire,
  { stratum, answers }: { stratum: Stratum; answers: Answers },
): Buffer {
  const content = { questionnaire: round.questionnaireHash, stratum, answers }
  return sealFor(round.publicKey, 'ballot', round.id, packBallot(content, ballotBytes(questionnaire)))
}

/** What lies in an envelope, unchecked; undefined with another key, of another round, or when a byte has changed. */
export function openBallot(privateKey: KeyObject, roundId: string, sealed: Uint8Array): unknown {
  const plain = openSealed(privateKey, 'ballot', roundId, sealed)
  return plain && unpackBallot(plain)
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
  const counts = marked.numUpdatedRows === 1n
  // As much is written for a vote that does not count: the time it takes would else tell whoever types in a form.
  await mixUrn(trx, roundId, invitation.bucket, counts ? sealed : null)
  await reshuffleInvitations(trx, roundId, invitation.bucket)
  return counts ? { ok: true } : { ok: false, refusal: 'already-answered' }
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
async function mixUrn(trx: Trx, roundId: string, bucket: number, added: Uint8Array | null): Promise<void> {
  await sql`with taken as (
      delete from ballot where round_id = ${roundId} and bucket = ${bucket} returning sealed
    ), mixed as (
      select sealed from taken union all select added from (select ${added}::bytea as added) one where added is not null
    )
    insert into ballot (round_id, bucket, sealed)
    select ${roundId}, ${bucket}, sealed from mixed order by gen_random_uuid()
  `.execute(trx)
}
