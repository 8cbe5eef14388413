import type { KeyObject } from 'node:crypto'
import { countRefusal, type CountRefusal } from '#app/domain/evaluation.ts'
import { handedOverSince, hasHandedOver, otherPart, type TrusteePart } from '#app/domain/trustee.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { lockRound, lockUrn, type LockedRound } from '#db/rounds.ts'
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
import { tellOfHandOver, writeToTrustee } from '#db/trustee-mail.ts'

type Acting = { roundId: string; part: TrusteePart; by: string }
export type KeepRefusal = WrongKey | 'not-found' | 'has-begun' | 'no-passphrase' | 'no-share'
export type KeepResult = { ok: true } | { ok: false; refusal: KeepRefusal }

type Keys = { passphrase: Uint8Array; sheet: Uint8Array; wrapping: Uint8Array }

/**
 * A trustee sets a passphrase and gets a recovery sheet. With the second of the two the round gets its key, whose
 * halves are sealed at once; so nobody has to be there at the same time as the other, who is told that it goes on.
 */
export function setPassphrase(db: Db, acting: Acting, keys: Keys, now: Date): Promise<KeepResult> {
  const { roundId, part } = acting
  return takeStep(db, { ...acting, step: 'set-passphrase', now }, async (trx, { round, other }) => {
    if (round.openedAt) return { ok: false, refusal: 'has-begun' }
    const key = newTrusteeKey(roundId, keys)
    if (!other?.publicKey) return { ok: true, columns: { ...key, ...UNPROVEN } }
    const publicKeys = { [part]: key.publicKey, [other.part]: other.publicKey }
    const halves = await shareNewKey(trx, roundId, publicKeys)
    await updateTrustee(trx, other, { ...halves[other.part], rehearsedAt: null })
    const half = { roundId, part: other.part, occasion: now.toISOString() }
    await writeToTrustee(trx, 'trustee-wanted', half, now)
    return { ok: true, columns: { ...key, ...UNPROVEN, ...halves[part] } }
  })
}

const UNPROVEN = { sealedShare: null, shareCheck: null, sheetConfirmedAt: null, rehearsedAt: null }

/** Gives the round its key; what it returns is for the rows of the trustees. */
async function shareNewKey(trx: Trx, roundId: string, keys: { [part: string]: Uint8Array }) {
  const { coordination, oversight } = keys
  if (!coordination || !oversight) throw new Error('half of the trustees is missing')
  const { publicKey, halves } = newSharedRoundKey(roundId, { coordination, oversight })
  await trx.updateTable('evaluationRound').set({ publicKey }).where('id', '=', roundId).execute()
  return halves
}

/** Makes a new recovery sheet; the old one opens nothing any more. */
export function renewSheet(db: Db, acting: Acting, keys: Keys, now: Date): Promise<KeepResult> {
  return takeStep(db, { ...acting, step: 'renew-sheet', now }, (_, { mine }) => {
    const opened = openOwnKey(mine, { with: 'passphrase', key: keys.passphrase }, keys.wrapping)
    if (!opened.ok) return opened
    const sheet = { with: 'sheet', key: keys.sheet } as const
    const bySheet = wrapTwice(mine.roundId, sheet, keys.wrapping, opened.bytes)
    return { ok: true, columns: { bySheet, sheetConfirmedAt: null } }
  })
}

/** Proves that the sheet was printed: its code was typed in, and opens what it has to open. */
export function confirmSheet(
  db: Db,
  acting: Acting,
  sheet: Uint8Array,
  wrappingKey: Uint8Array,
  now: Date,
): Promise<KeepResult> {
  return takeStep(db, { ...acting, step: 'confirm-sheet', now }, (_, { mine }) => {
    const opened = openOwnKey(mine, { with: 'sheet', key: sheet }, wrappingKey)
    return opened.ok ? { ok: true, columns: { sheetConfirmedAt: now } } : opened
  })
}

/**
 * The rehearsal: the passphrase opens the trustee's key, and that the half which was tried with a ballot when the
 * round's key was made. Neither half leaves the memory, so a rehearsal brings nobody nearer to the ballots.
 */
export function rehearse(
  db: Db,
  acting: Acting,
  passphrase: Uint8Array,
  wrappingKey: Uint8Array,
  now: Date,
): Promise<KeepResult> {
  return takeStep(db, { ...acting, step: 'rehearse', now }, (_, { mine }) => {
    const half = openHalf(mine, { with: 'passphrase', key: passphrase }, wrappingKey)
    return half.ok ? { ok: true, columns: { rehearsedAt: now } } : half
  })
}

type Taking = Acting & { step: 'set-passphrase' | 'renew-sheet' | 'confirm-sheet' | 'rehearse'; now: Date }
type Locked = { round: LockedRound; mine: Row<'trustee'>; other: Row<'trustee'> | undefined }
type Step = { ok: true; columns: Partial<Row<'trustee'>> } | { ok: false; refusal: KeepRefusal }

/** One step of a trustee: the round is held, what the step says is written, and leaves its line. */
function takeStep(
  db: Db,
  { roundId, part, by, step, now }: Taking,
  decide: (trx: Trx, locked: Locked) => Step | Promise<Step>,
): Promise<KeepResult> {
  return db.transaction().execute(async (trx) => {
    const { round, mine, other } = await lockTrustees(trx, roundId, part)
    if (!round || !mine) return { ok: false, refusal: 'not-found' }
    const decided = await decide(trx, { round, mine, other })
    if (!decided.ok) return decided
    await updateTrustee(trx, mine, decided.columns)
    await audit(trx, by, 'evaluation:trustee', roundId, now, { step })
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
    await tellOfHandOver(trx, other, now)
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
