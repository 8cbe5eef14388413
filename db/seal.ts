// The inner envelope of a vote: what is sealed for a round can be read with the private key of that round alone.
// X25519, HKDF-SHA256 and AES-256-GCM from node:crypto; the round's id is part of every key and every seal.

import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

const VERSION = 1
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + KEY_BYTES

/** What stands before the 32 bytes of every X25519 public key in DER form (RFC 8410). */
const PUBLIC_KEY_PREFIX = Buffer.from('302a300506032b656e032100', 'hex')

export type RoundKey = { publicKey: Buffer; wrappedPrivateKey: Buffer }

/** A key pair for one round. `wrappingKey` has 32 bytes and comes from the environment, never from the database. */
export function newRoundKey(wrappingKey: Uint8Array, roundId: string): RoundKey {
  const { publicKey, secret } = newKeyPair()
  return { publicKey, wrappedPrivateKey: wrap(wrappingKey, 'key', roundId, secret) }
}

/** A fresh pair; `secret` is the private half as bytes, and has to be wrapped before it leaves the memory. */
export function newKeyPair(): { publicKey: Buffer; secret: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return { publicKey: rawKey(publicKey), secret: privateKey.export({ type: 'pkcs8', format: 'der' }) }
}

/** Throws when the bytes are no key. */
export function privateKeyFrom(secret: Buffer): KeyObject {
  return createPrivateKey({ key: secret, type: 'pkcs8', format: 'der' })
}

/** Encrypts bytes under a key of 32 bytes. */
export function wrap(key: Uint8Array, what: Sealed, roundId: string, plain: Buffer): Buffer {
  return encrypt(key, Buffer.of(VERSION), plain, bindingOf(what, roundId))
}

/** Undefined with another key, as something else, for another round, or when a byte has changed. */
export function unwrap(
  key: Uint8Array,
  what: Sealed,
  roundId: string,
  wrapped: Uint8Array,
): Buffer | undefined {
  return decrypt(key, Buffer.from(wrapped), Buffer.of(VERSION), bindingOf(what, roundId))
}

export type Unwrapped = { ok: true; privateKey: KeyObject } | { ok: false; refusal: 'wrong-wrapping-key' }

/** The private key of a round; refused with another wrapping key, for another round, or when a byte has changed. */
export function unwrapPrivateKey(wrapped: Uint8Array, wrappingKey: Uint8Array, roundId: string): Unwrapped {
  const secret = unwrap(wrappingKey, 'key', roundId, wrapped)
  if (!secret) return { ok: false, refusal: 'wrong-wrapping-key' }
  return { ok: true, privateKey: privateKeyFrom(secret) }
}

/**
 * Seals bytes so that they can be opened with the private key alone. Whoever seals cannot open again; the key for it
 * is forgotten here.
 */
export function sealFor(publicKey: Uint8Array, what: Sealed, roundId: string, plain: Uint8Array): Buffer {
  const ephemeral = generateKeyPairSync('x25519')
  const head = Buffer.concat([Buffer.of(VERSION), rawKey(ephemeral.publicKey)])
  const key = agreedKey(ephemeral.privateKey, importPublicKey(publicKey), head, bindingOf(what, roundId))
  return encrypt(key, head, plain, bindingOf(what, roundId))
}

/** Undefined when it was sealed for another key, as something else, for another round, or a byte has changed. */
export function openSealed(
  privateKey: KeyObject,
  what: Sealed,
  roundId: string,
  sealed: Uint8Array,
): Buffer | undefined {
  const envelope = Buffer.from(sealed)
  const head = envelope.subarray(0, HEAD_BYTES)
  if (head.length < HEAD_BYTES || head[0] !== VERSION) return undefined
  const key = keyOfEnvelope(privateKey, head, bindingOf(what, roundId))
  return key && decrypt(key, envelope, head, bindingOf(what, roundId))
}

/** Undefined when what should be a public key is none: one broken ballot must not stop the count. */
function keyOfEnvelope(privateKey: KeyObject, head: Buffer, binding: Buffer): Buffer | undefined {
  try {
    return agreedKey(privateKey, importPublicKey(head.subarray(1)), head, binding)
  } catch {
    return undefined
  }
}

function agreedKey(privateKey: KeyObject, publicKey: KeyObject, head: Buffer, binding: Buffer): Buffer {
  const shared = diffieHellman({ privateKey, publicKey })
  return Buffer.from(hkdfSync('sha256', shared, head, binding, KEY_BYTES))
}

/** What something was sealed for: opened as anything else, or for another round, it stays shut. */
type Sealed = 'key' | 'ballot' | 'trustee' | 'sheet' | 'share' | 'handed-share'

function bindingOf(what: Sealed, roundId: string): Buffer {
  return Buffer.from(`lernkreis ${what} ${VERSION} ${roundId}`)
}

/** head, initialisation vector, tag, ciphertext. */
function encrypt(key: Uint8Array, head: Buffer, plain: Uint8Array, binding: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.concat([head, binding]))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([head, iv, cipher.getAuthTag(), body])
}

function decrypt(key: Uint8Array, sealed: Buffer, head: Buffer, binding: Buffer): Buffer | undefined {
  const rest = sealed.subarray(head.length)
  if (rest.length < IV_BYTES + TAG_BYTES) return undefined
  const options = { authTagLength: TAG_BYTES }
  const decipher = createDecipheriv('aes-256-gcm', key, rest.subarray(0, IV_BYTES), options)
  decipher.setAAD(Buffer.concat([head, binding]))
  decipher.setAuthTag(rest.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(rest.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    return undefined
  }
}

function rawKey(publicKey: KeyObject): Buffer {
  return publicKey.export({ type: 'spki', format: 'der' }).subarray(-KEY_BYTES)
}

function importPublicKey(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_KEY_PREFIX, raw]), format: 'der', type: 'spki' })
}
