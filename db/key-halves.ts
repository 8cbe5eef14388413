import type { KeyObject } from 'node:crypto'
import { countRefusal, type CountRefusal } from '#app/domain/evaluation.ts'
import {
  handedOverSince,
  hasHandedOver,
  otherPart,
  TRUSTEE_PARTS,
  type TrusteePart,
} from '#app/domain/trustee.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { lockRound, lockUrn } from '#db/rounds.ts'
import type { Row } from '#db/schema.ts'
import { openSealed, sealFor } from '#db/seal.ts'
import {
  joinHalves,
  newSharedRoundKey,
  newTrusteeKey,
  openShare,
  openTrusteeKey,
  wrapTwice,
  type TrusteeSecret,
  type WrongKey,
} from '#db/trustee-keys.ts'

type Acting = { roundId: string; part: TrusteePart; by: string }
export type KeepRefusal = WrongKey | 'not-found' | 'has-begun' | 'no-passphrase' | 'no-share'
export type KeepResult = { ok: true } | { ok: false; refusal: KeepRefusal }

/**
 * A trustee sets a passphrase and gets a recovery sheet. With the second of the two the round gets its key, whose
 * halves are sealed at once; so nobody has to be there at the same time as the other.
 */
export function setPassphrase(
  db: Db,
  { roundId, part, by }: Acting,
  keys: { passphrase: Uint8Array; sheet: Uint8Array; wrapping: Uint8Array },
  now: Date,
): Promise<KeepResult> {
  return db.transaction().execute(async (trx) => {
    const { round, mine, other } = await lockTrustees(trx, roundId, part)
    if (!round || !mine) return { ok: false, refusal: 'not-found' }
    if (round.openedAt) return { ok: false, refusal: 'has-begun' }
    const key = newTrusteeKey(roundId, keys)
    await updateTrustee(trx, mine, { ...key, ...UNPROVEN })
    if (other?.publicKey)
      await shareNewKey(trx, roundId, { [part]: key.publicKey, [other.part]: other.publicKey })
    await audit(trx, by, 'evaluation:trustee', roundId, now, { step: 'set-passphrase' })
    return { ok: true }
  })
}

const UNPROVEN = { sealedShare: null, shareCheck: null, sheetConfirmedAt: null, rehearsedAt: null }

async function shareNewKey(trx: Trx, roundId: string, keys: { [part: string]: Uint8Array }): Promise<void> {
  const { coordination, oversight } = keys
  if (!coordination || !oversight) throw new Error('half of the trustees is missing')
  const shared = newSharedRoundKey(roundId, { coordination, oversight })
  await trx
    .updateTable('evaluationRound')
    .set({ publicKey: shared.publicKey })
    .where('id', '=', roundId)
    .execute()
  for (const part of TRUSTEE_PARTS) {
    await updateTrustee(trx, { roundId, part }, { ...shared.halves[part], rehearsedAt: null })
  }
}

/** Makes a new recovery sheet; the old one opens nothing any more. */
export function renewSheet(
  db: Db,
  { roundId, part, by }: Acting,
  keys: { passphrase: Uint8Array; sheet: Uint8Array; wrapping: Uint8Array },
  now: Date,
): Promise<KeepResult> {
  return db.transaction().execute(async (trx) => {
    const { round, mine } = await lockTrustees(trx, roundId, part)
    if (!round || !mine) return { ok: false, refusal: 'not-found' }
    const secret = { with: 'passphrase', key: keys.passphrase } as const
    const opened = openOwnKey(mine, secret, keys.wrapping)
    if (!opened.ok) return opened
    const bySheet = wrapTwice(roundId, { with: 'sheet', key: keys.sheet }, keys.wrapping, opened.bytes)
    await updateTrustee(trx, mine, { bySheet, sheetConfirmedAt: null })
    await audit(trx, by, 'evaluation:trustee', roundId, now, { step: 'renew-sheet' })
    return { ok: true }
  })
}

/** Proves that the sheet was printed: its code was typed in, and opens what it has to open. */
export function confirmSheet(
  db: Db,
  { roundId, part, by }: Acting,
  sheet: Uint8Array,
  wrappingKey: Uint8Array,
  now: Date,
): Promise<KeepResult> {
  return db.transaction().execute(async (trx) => {
    const { mine } = await lockTrustees(trx, roundId, part)
    if (!mine) return { ok: false, refusal: 'not-found' }
    const opened = openOwnKey(mine, { with: 'sheet', key: sheet }, wrappingKey)
    if (!opened.ok) return opened
    await updateTrustee(trx, mine, { sheetConfirmedAt: now })
    await audit(trx, by, 'evaluation:trustee', roundId, now, { step: 'confirm-sheet' })
    return { ok: true }
  })
}

/**
 * The rehearsal: the passphrase opens the trustee's key, and that the half which was tried with a ballot when the
 * round's key was made. Neither half leaves the memory, so a rehearsal brings nobody nearer to the ballots.
 */
export function rehearse(
  db: Db,
  { roundId, part, by }: Acting,
  passphrase: Uint8Array,
  wrappingKey: Uint8Array,
  now: Date,
): Promise<KeepResult> {
  return db.transaction().execute(async (trx) => {
    const { mine } = await lockTrustees(trx, roundId, part)
    if (!mine) return { ok: false, refusal: 'not-found' }
    const half = openHalf(mine, { with: 'passphrase', key: passphrase }, wrappingKey)
    if (!half.ok) return half
    await updateTrustee(trx, mine, { rehearsedAt: now })
    await audit(trx, by, 'evaluation:trustee', roundId, now, { step: 'rehearse' })
    return { ok: true }
  })
}

export type HandOverRefusal = KeepRefusal | CountRefusal | 'count-now'
export type HandOverResult = { ok: true } | { ok: false; refusal: HandOverRefusal }

/**
 * The first of two at the count: half of the key is sealed for the other trustee, so that nobody but them can use it,
 * not even with ROUND_KEY. When the other has already done so, the answer is `count-now`.
 */
export function handOver(
  db: Db,
  { roundId, part, by }: Acting,
  secret: TrusteeSecret,
  wrappingKey: Uint8Array,
  now: Date,
): Promise<HandOverResult> {
  return db.transaction().execute(async (trx) => {
    const { mine, other } = await lockTrustees(trx, roundId, part)
    const round = await lockUrn(trx, roundId)
    if (!round || !mine || !other?.publicKey) return { ok: false, refusal: 'not-found' }
    const refusal = countRefusal(round, round.ballots, now)
    if (refusal) return { ok: false, refusal }
    if (hasHandedOver(other, now)) return { ok: false, refusal: 'count-now' }
    const half = openHalf(mine, secret, wrappingKey)
    if (!half.ok) return half
    const handedShare = sealFor(other.publicKey, 'handed-share', roundId, half.share)
    await updateTrustee(trx, mine, { handedShare, handedAt: now, handedBy: by })
    await audit(trx, by, 'evaluation:trustee', roundId, now, { step: 'hand-over', with: secret.with })
    return { ok: true }
  })
}

/** Halves that waited in vain for the other trustee: what is ignored after a week must not lie there to be opened. */
export async function forgetHandedShares(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('trustee')
    .set({ handedShare: null, handedAt: null, handedBy: null })
    .where('handedAt', '<=', handedOverSince(now))
    .execute()
}

export type JoinRefusal = KeepRefusal | 'needs-other-trustee' | 'same-person'
export type Joined = { ok: true; privateKey: KeyObject } | { ok: false; refusal: JoinRefusal }

/** The second of two at the count: opens both halves, in memory. Part of the count, which holds the round. */
export async function joinKey(
  trx: Trx,
  { roundId, part, by }: { roundId: string; part: TrusteePart; by: string | null },
  secret: TrusteeSecret,
  wrappingKey: Uint8Array,
  now: Date,
): Promise<Joined> {
  const { mine, other } = await lockTrustees(trx, roundId, part)
  if (!mine) return { ok: false, refusal: 'not-found' }
  if (!other?.handedShare || !hasHandedOver(other, now)) return { ok: false, refusal: 'needs-other-trustee' }
  if (by === null || other.handedBy === by) return { ok: false, refusal: 'same-person' }
  const half = openHalf(mine, secret, wrappingKey)
  if (!half.ok) return half
  const handed = openSealed(half.key, 'handed-share', roundId, other.handedShare)
  if (!handed) return { ok: false, refusal: 'no-share' }
  return { ok: true, privateKey: joinHalves(half.share, handed) }
}

type Half = { ok: true; share: Buffer; key: KeyObject } | { ok: false; refusal: KeepRefusal }

function openHalf(mine: Row<'trustee'>, secret: TrusteeSecret, wrappingKey: Uint8Array): Half {
  const opened = openOwnKey(mine, secret, wrappingKey)
  if (!opened.ok) return opened
  const { sealedShare, shareCheck } = mine
  const share = sealedShare && shareCheck && openShare(mine.roundId, opened.key, { sealedShare, shareCheck })
  return share ? { ok: true, share, key: opened.key } : { ok: false, refusal: 'no-share' }
}

function openOwnKey(mine: Row<'trustee'>, secret: TrusteeSecret, wrappingKey: Uint8Array) {
  const wrapped = secret.with === 'passphrase' ? mine.byPassphrase : mine.bySheet
  if (!wrapped) return { ok: false, refusal: 'no-passphrase' } as const
  return openTrusteeKey(mine.roundId, wrapped, secret, wrappingKey)
}

async function lockTrustees(trx: Trx, roundId: string, part: TrusteePart) {
  const round = await lockRound(trx, roundId)
  const rows = await trx.selectFrom('trustee').selectAll().where('roundId', '=', roundId).execute()
  const of = (wanted: TrusteePart) => rows.find((row) => row.part === wanted)
  return { round, mine: of(part), other: of(otherPart(part)) }
}

async function updateTrustee(
  trx: Trx,
  { roundId, part }: { roundId: string; part: TrusteePart },
  columns: Partial<Row<'trustee'>>,
): Promise<void> {
  await trx
    .updateTable('trustee')
    .set(columns)
    .where('roundId', '=', roundId)
    .where('part', '=', part)
    .execute()
}
