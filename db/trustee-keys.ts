// The halves of a round's key. Each trustee has a pair of keys of their own; the private half lies in the database
// twice, once under the passphrase and once under the code of the recovery sheet, both times also under ROUND_KEY, so
// that a stolen copy of the database is nothing to guess passphrases at. The round's private key is the XOR of two
// random halves, each sealed for one trustee.

import { createHash, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'
import type { TrusteePart } from '#app/domain/trustee.ts'
import { newKeyPair, openSealed, privateKeyFrom, sealFor, unwrap, wrap } from '#db/seal.ts'

/** What opens a trustee's key. 32 bytes, made outside the database from what the trustee has typed. */
export type TrusteeSecret = { with: 'passphrase' | 'sheet'; key: Uint8Array }

const KINDS = { passphrase: 'trustee', sheet: 'sheet' } as const

/** The key behind the code of a recovery sheet; the code is random enough to need no slow function. */
export function keyFromRecoveryCode(code: string): Buffer {
  return Buffer.from(hkdfSync('sha256', code, '', 'lernkreis recovery sheet 1', 32))
}

type Keys = { passphrase: Uint8Array; sheet: Uint8Array; wrapping: Uint8Array }

/** The pair of keys of one trustee in one round. */
export function newTrusteeKey(roundId: string, keys: Keys) {
  const { publicKey, secret } = newKeyPair()
  const twice = (kind: keyof typeof KINDS) =>
    wrapTwice(roundId, { with: kind, key: keys[kind] }, keys.wrapping, secret)
  return { publicKey, byPassphrase: twice('passphrase'), bySheet: twice('sheet') }
}

/** Under the trustee's secret inside, under ROUND_KEY outside. */
export function wrapTwice(
  roundId: string,
  secret: TrusteeSecret,
  wrappingKey: Uint8Array,
  plain: Buffer,
): Buffer {
  return wrap(wrappingKey, 'key', roundId, wrap(secret.key, KINDS[secret.with], roundId, plain))
}

export type WrongKey = 'wrong-wrapping-key' | 'wrong-passphrase' | 'wrong-sheet'
export type OpenedTrusteeKey = { ok: true; bytes: Buffer; key: KeyObject } | { ok: false; refusal: WrongKey }

/** The private key of a trustee; it stays in memory. */
export function openTrusteeKey(
  roundId: string,
  wrapped: Uint8Array,
  secret: TrusteeSecret,
  wrappingKey: Uint8Array,
): OpenedTrusteeKey {
  const inner = unwrap(wrappingKey, 'key', roundId, wrapped)
  if (!inner) return { ok: false, refusal: 'wrong-wrapping-key' }
  const bytes = unwrap(secret.key, KINDS[secret.with], roundId, inner)
  if (!bytes) return { ok: false, refusal: `wrong-${secret.with}` }
  return { ok: true, bytes, key: privateKeyFrom(bytes) }
}

export type SharedRoundKey = {
  publicKey: Buffer
  halves: Record<TrusteePart, { sealedShare: Buffer; shareCheck: Buffer }>
}

/**
 * Makes the pair of keys of a round and seals a half for each trustee. Before it is forgotten, the private key is put
 * together from both halves again and opens a ballot: what is right here is right for good, for each half carries its
 * check.
 */
export function newSharedRoundKey(roundId: string, of: Record<TrusteePart, Uint8Array>): SharedRoundKey {
  const { publicKey, secret } = newKeyPair()
  const coordination = randomBytes(secret.length)
  const oversight = xor(secret, coordination)
  const trial = sealFor(publicKey, 'ballot', roundId, Buffer.of(1))
  if (!openSealed(joinHalves(coordination, oversight), 'ballot', roundId, trial))
    throw new Error('the halves do not fit')
  const half = (part: TrusteePart, share: Buffer) => ({
    sealedShare: sealFor(of[part], 'share', roundId, share),
    shareCheck: checkOf(share),
  })
  return {
    publicKey,
    halves: { coordination: half('coordination', coordination), oversight: half('oversight', oversight) },
  }
}

/** The half of a trustee; undefined when it is not the one that was sealed for them. */
export function openShare(
  roundId: string,
  key: KeyObject,
  { sealedShare, shareCheck }: { sealedShare: Uint8Array; shareCheck: Uint8Array },
): Buffer | undefined {
  const share = openSealed(key, 'share', roundId, sealedShare)
  return share && checkOf(share).equals(shareCheck) ? share : undefined
}

/** The private key of the round, from both halves. */
export function joinHalves(one: Buffer, other: Buffer): KeyObject {
  return privateKeyFrom(xor(one, other))
}

/** Half a key is as random as what hides it: its hash tells nothing about the other. */
function checkOf(share: Buffer): Buffer {
  return createHash('sha256').update('lernkreis half ').update(share).digest()
}

function xor(one: Buffer, other: Buffer): Buffer {
  return Buffer.from(one.map((byte, index) => byte ^ (other[index] ?? 0)))
}
