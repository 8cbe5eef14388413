import { addDays, dayOf } from '#app/domain/calendar.ts'
import { minimumFor } from '#app/domain/disclosure.ts'
import {
  extendRefusal,
  giveUpRefusal,
  isPooled,
  raiseRefusal,
  reminderDue,
  roundState,
  type ExtendRefusal,
  type ChosenKind,
  type GiveUpRefusal,
  type RaiseRefusal,
  type Round,
  type Stratum,
} from '#app/domain/evaluation.ts'
import { audienceRefusal, type RoundAudience } from '#app/domain/round-audience.ts'
import { areReady } from '#app/domain/trustee.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { invite, listRegistered, remindUnused, setLastDay, writeTo, type Invitee } from '#db/invitations.ts'
import { listAudience } from '#db/round-audiences.ts'
import { newRoundKey } from '#db/seal.ts'
import type { NewRow, Row } from '#db/schema.ts'
import { listTrustees } from '#db/trustee-lists.ts'

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
  committeeReadsTexts?: boolean
  by: string | null
}

/** Plans a round about the competence centre or for a chosen audience; sent twice, it is there once. */
export function addRound(db: Db, plan: RoundPlan, means: RoundMeans, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const { by, ...round } = plan
    const isNew = await insertRound(trx, { ...round, courseId: null, createdBy: by }, means, now)
    if (!isNew) return
    await audit(trx, by, 'evaluation:manage', plan.id, now, { step: 'add', opensOn: plan.opensOn })
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

export type OpenRefusal =
  'not-found' | 'already-open' | 'given-up' | 'too-early' | 'over' | 'too-few-people' | 'trustees-not-ready'
export type OpenResult = { ok: true; invited: number } | { ok: false; refusal: OpenRefusal }

/**
 * Invites everybody who belongs to the round on its first day: about the competence centre all IT specialists and
 * municipal users, whether they attended anything or not; otherwise whom its plan has chosen.
 */
export function openRound(db: Db, roundId: string, now: Date): Promise<OpenResult> {
  return db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, roundId)
    if (!round) return { ok: false, refusal: 'not-found' }
    const people = await listInvitees(trx, round, now)
    const refusal = openRefusal(round, people.length, now) ?? (await trusteesRefusal(trx, round, now))
    if (refusal) return { ok: false, refusal }

    const closesOn = round.closesOn ?? round.opensOn
    await trx.updateTable('evaluationRound').set({ openedAt: now }).where('id', '=', roundId).execute()
    const invited = await invite(trx, roundId, people, closesOn)
    await writeTo(trx, 'evaluation-invitation', { ...round, closesOn, occasion: 'opened' }, invited, now)
    await audit(trx, null, 'evaluation:manage', roundId, now, { step: 'open', invited: invited.length })
    return { ok: true, invited: invited.length }
  })
}

function listInvitees(trx: Trx, { audience }: LockedRound, now: Date): Promise<Invitee[]> {
  return audience ? listAudience(trx, audience, dayOf(now)) : listRegistered(trx, dayOf(now))
}

function openRefusal(round: LockedRound, people: number, now: Date): OpenRefusal | null {
  if (round.givenUpAt) return 'given-up'
  if (round.openedAt) return 'already-open'
  if (dayOf(now) < round.opensOn) return 'too-early'
  if (round.closesOn !== null && round.closesOn < dayOf(now)) return 'over'
  if (isPooled(round.kind)) return 'already-open'
  const { organisationIds = [] } = round.audience ?? {}
  return audienceRefusal({ organisationIds }, people, round.minimum) ? 'too-few-people' : null
}

/** A round with trustees opens only once both have shown that they can open it again. */
async function trusteesRefusal(
  trx: Trx,
  { id, keyHolder }: LockedRound,
  now: Date,
): Promise<OpenRefusal | null> {
  if (keyHolder === 'server') return null
  const trustees = await listTrustees(trx, id, now)
  return areReady(trustees) ? null : 'trustees-not-ready'
}

/** How many people a round about the competence centre would invite on this day. */
export async function countRegistered(db: Db, day: string): Promise<Record<Stratum, number>> {
  const people = await listRegistered(db, day)
  const it = people.filter(({ stratum }) => stratum === 'it').length
  return { it, user: people.length - it }
}

/** Planned rounds whose first day has come. */
export async function listRoundsToOpen(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('evaluationRound')
    .select('id')
    .where('openedAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .where('opensOn', '<=', dayOf(now))
    .where('closesOn', '>=', dayOf(now))
    .execute()
  return rows.map(({ id }) => id)
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

/** Gives a round that lacks answers a later last day. Once it was over, those who have not answered hear of it. */
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
    if (wasOver) {
      const span = { after: addDays(dayOf(now), -1), until: closesOn }
      await remindUnused(trx, round, span, now, 'evaluation-invitation')
    }
    await audit(trx, by, 'evaluation:manage', roundId, now, { step: 'extend', closesOn })
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
