import { addDays, dayOf } from '#app/domain/calendar.ts'
import { minimumFor } from '#app/domain/disclosure.ts'
import {
  extendRefusal,
  giveUpRefusal,
  raiseRefusal,
  rescheduleRefusal,
  roundState,
  type ExtendRefusal,
  type ChosenKind,
  type GiveUpRefusal,
  type RaiseRefusal,
  type RescheduleRefusal,
  type Round,
} from '#app/domain/evaluation.ts'
import type { RemarkReaders } from '#app/domain/remark-readers.ts'
import type { RoundAudience } from '#app/domain/round-audience.ts'
import { reminderDue } from '#app/domain/round-reminder.ts'
import { listInvitees, listOverlapping } from '#db/audience-overlaps.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { remindUnused, setLastDay } from '#db/invitations.ts'
import { newRoundKey } from '#db/seal.ts'
import type { NewRow, Row } from '#db/schema.ts'

/** What a new round takes from outside the database: its questionnaire, and the key that wraps its own key. */
export type RoundMeans = {
  questionnaire: { hash: string }
  /** 32 bytes, from the environment. */
  wrappingKey: Uint8Array
}

export type RoundPlan = ({ kind: 'competence-centre' } | { kind: ChosenKind; audience: RoundAudience }) & {
  id: string
  title: string
  opensOn: string
  closesOn: string
  minimum: number
  /** Left out, the fewest. */
  remarkReaders?: RemarkReaders
  by: string | null
}

export type AddResult =
  | { ok: true }
  /** `others`: titles of the rounds that ask the same of almost the same people. */
  | { ok: false; refusal: 'audiences-overlap'; others: string[] }

/** Plans a round about the competence centre or for a chosen audience; sent twice, it is there once. */
export function addRound(db: Db, plan: RoundPlan, means: RoundMeans, now: Date): Promise<AddResult> {
  return db.transaction().execute(async (trx) => {
    const { by, ...round } = plan
    const audience = plan.kind === 'competence-centre' ? null : plan.audience
    const people = await listInvitees(trx, audience, dayOf(now))
    const asked = { ...plan, audience, people, questionnaireHash: means.questionnaire.hash }
    const others = await listOverlapping(trx, asked, { planned: true }, now)
    if (others.length > 0) return { ok: false, refusal: 'audiences-overlap', others }

    const isNew = await insertRound(trx, { ...round, courseId: null, createdBy: by }, means, now)
    if (!isNew) return { ok: true }
    await audit(trx, by, 'evaluation:manage', plan.id, now, { step: 'add', opensOn: plan.opensOn })
    return { ok: true }
  })
}

type Given = 'audience' | 'publicKey' | 'questionnaireHash' | 'createdAt'
type NewRound = Omit<NewRow<'evaluationRound'>, Given> & { minimum: number; audience?: RoundAudience }

/** With its own pair of keys and its questionnaire pinned; false when a round of this id is there already. */
export async function insertRound(
  trx: Trx,
  { audience, ...round }: NewRound,
  means: RoundMeans,
  now: Date,
): Promise<boolean> {
  const { publicKey, wrappedPrivateKey } = newRoundKey(means.wrappingKey, round.id)
  const minimum = minimumFor(round.minimum)
  const inserted = await trx
    .insertInto('evaluationRound')
    .values({
      ...round,
      audience: audience ? JSON.stringify(audience) : null,
      ...{ minimum, publicKey, questionnaireHash: means.questionnaire.hash, createdAt: now },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return false
  await trx.insertInto('roundKey').values({ roundId: round.id, wrappedPrivateKey }).execute()
  return true
}

/** Reminds those whose last day is near and who have not voted, once. How many they are is nobody's business. */
export function remind(db: Db, roundId: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, roundId)
    const due = round && reminderDue(round, now)
    if (!round || !due) return
    await remindUnused(trx, round, due, now)
  })
}

/** A round whose row is held, with how many ballots lie in its urn. It never leaves this room. */
export type LockedRound = Row<'evaluationRound'> & Round & { ballots: number }

/** Holds a round until the transaction ends: who opens, ends or counts it comes through here. */
export async function lockRound(trx: Trx, id: string): Promise<LockedRound | undefined> {
  const row = await trx
    .selectFrom('evaluationRound')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const release = await trx
    .selectFrom('release')
    .select('releasedAt')
    .where('roundId', '=', id)
    .executeTakeFirst()
  return { ...row, releasedAt: release?.releasedAt ?? null, ballots: await countUsed(trx, id) }
}

/** Holds the round and all its buckets: votes on their way come in first, later ones find the end. */
export async function lockUrn(trx: Trx, id: string): Promise<LockedRound | undefined> {
  const round = await lockRound(trx, id)
  if (!round) return undefined
  await trx
    .selectFrom('invitationBucket')
    .select('bucket')
    .where('roundId', '=', id)
    .orderBy('bucket')
    .forUpdate()
    .execute()
  return { ...round, ballots: await countUsed(trx, id) }
}

async function countUsed(trx: Trx, roundId: string): Promise<number> {
  const { used } = await trx
    .selectFrom('invitation')
    .select((eb) => eb.fn.countAll<number>().as('used'))
    .where('roundId', '=', roundId)
    .where('used', '=', true)
    .executeTakeFirstOrThrow()
  return used
}

export type ExtendResult = { ok: true } | { ok: false; refusal: ExtendRefusal | 'not-found' }

/**
 * Gives a round that lacks answers a later last day. Those who have not answered hear of it: now, where it was over or
 * their reminder has named the old day; otherwise by the reminder, which is still to come.
 */
export function extendRound(
  db: Db,
  { roundId, closesOn, by }: { roundId: string; closesOn: string; by: string },
  now: Date,
): Promise<ExtendResult> {
  return db.transaction().execute(async (trx) => {
    const round = await lockUrn(trx, roundId)
    if (!round) return { ok: false, refusal: 'not-found' }
    const refusal = extendRefusal(round, round.ballots, closesOn, now)
    if (refusal) return { ok: false, refusal }

    const wasOver = roundState(round, round.ballots, now) === 'too-few'
    await trx.updateTable('evaluationRound').set({ closesOn }).where('id', '=', roundId).execute()
    await setLastDay(trx, roundId, closesOn)
    if (wasOver || round.remindedAt !== null) {
      const span = { after: addDays(dayOf(now), -1), until: closesOn }
      await remindUnused(trx, round, span, now, 'evaluation-invitation')
    }
    await audit(trx, by, 'evaluation:manage', roundId, now, { step: 'extend', closesOn })
    return { ok: true }
  })
}

export type RescheduleResult = { ok: true } | { ok: false; refusal: RescheduleRefusal | 'not-found' }

/** Gives a round that has asked nobody yet new days, also when it has missed its old ones. */
export function reschedule(
  db: Db,
  { roundId, opensOn, closesOn, by }: { roundId: string; opensOn: string; closesOn: string; by: string },
  now: Date,
): Promise<RescheduleResult> {
  return db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, roundId)
    if (!round) return { ok: false, refusal: 'not-found' }
    const refusal = rescheduleRefusal(round, now)
    if (refusal) return { ok: false, refusal }
    await trx.updateTable('evaluationRound').set({ opensOn, closesOn }).where('id', '=', roundId).execute()
    await audit(trx, by, 'evaluation:manage', roundId, now, { step: 'move', opensOn, closesOn })
    return { ok: true }
  })
}

export type RaiseResult = { ok: true } | { ok: false; refusal: RaiseRefusal | 'not-found' }

/** Makes a running round stricter: nothing is counted below the new minimum. It never goes back. */
export function raiseMinimum(
  db: Db,
  { roundId, minimum, by }: { roundId: string; minimum: number; by: string },
  now: Date,
): Promise<RaiseResult> {
  return db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, roundId)
    if (!round) return { ok: false, refusal: 'not-found' }
    const { invited } = await trx
      .selectFrom('invitation')
      .select((eb) => eb.fn.countAll<number>().as('invited'))
      .where('roundId', '=', roundId)
      .executeTakeFirstOrThrow()
    const refusal = raiseRefusal(round, minimum, invited, now)
    if (refusal) return { ok: false, refusal }
    await trx.updateTable('evaluationRound').set({ minimum }).where('id', '=', roundId).execute()
    await audit(trx, by, 'evaluation:manage', roundId, now, { step: 'raise-minimum', minimum })
    return { ok: true }
  })
}

export type GiveUpResult = { ok: true } | { ok: false; refusal: GiveUpRefusal | 'not-found' }

/**
 * Ends a round without looking: ballots, invitations and the key that could open them are destroyed. `reason` is what
 * people read about it; null when too few answers came in time, and nobody had to decide.
 */
export function giveUpRound(
  db: Db,
  { roundId, by, reason }: { roundId: string; by: string | null; reason: string | null },
  now: Date,
): Promise<GiveUpResult> {
  return db.transaction().execute(async (trx) => {
    const round = await lockUrn(trx, roundId)
    if (!round) return { ok: false, refusal: 'not-found' }
    const refusal = giveUpRefusal(round, round.ballots, now)
    if (refusal) return { ok: false, refusal }

    await trx
      .updateTable('evaluationRound')
      .set({ givenUpAt: now, givenUpReason: reason })
      .where('id', '=', roundId)
      .execute()
    await destroyUrn(trx, roundId)
    await audit(trx, by, 'evaluation:manage', roundId, now, { step: 'give-up' })
    return { ok: true }
  })
}

/** Ballots, the names of those invited, and the key: nothing can be opened or looked up afterwards. */
export async function destroyUrn(trx: Trx, roundId: string): Promise<void> {
  await trx.deleteFrom('ballot').where('roundId', '=', roundId).execute()
  await trx.deleteFrom('invitation').where('roundId', '=', roundId).execute()
  await trx.deleteFrom('invitationBucket').where('roundId', '=', roundId).execute()
  await trx.deleteFrom('roundKey').where('roundId', '=', roundId).execute()
  await trx.deleteFrom('trustee').where('roundId', '=', roundId).execute()
}
