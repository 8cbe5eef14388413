import { hash, hashRaw, verify } from '@node-rs/argon2'

// Argon2id with OWASP's minimum (19 MiB, two passes): about 50 ms, so a queue keeps a flood from taking all cores.

// 2 stands for Argon2id; the package's enum is erased when types are.
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const AT_ONCE = 4
const WAITING_AT_MOST = 60

export const PASSWORD_MIN_LENGTH = 12
export const PASSWORD_MAX_LENGTH = 200

let running = 0
const queue: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING_AT_MOST)
      throw new Response(null, { status: 429, headers: { 'Retry-After': '5' } })
    await new Promise<void>((go) => queue.push(go))
  } else {
    running += 1
  }
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }
}

/** The same password typed on two keyboards can differ in its bytes; NFC makes them one. */
const normal = (password: string) => password.normalize('NFC')

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normal(password), OPTIONS))
}

// Checked when there is no such person, so that the answer takes as long as for a real one.
let nobodysHash: Promise<string> | undefined

/** Whether the password is right. No hash (unknown person, no password yet) is never right, and as slow. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password')
  const against = passwordHash ?? (await nobodysHash)
  const right = await inTurn(() => verify(against, normal(password)).catch(() => false))
  return right && passwordHash !== null
}

// Whoever steals database and ROUND_KEY may guess for years: dearer than a password at sign-in.
const KEY_OPTIONS = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32 }

/** 32 bytes that nobody finds without the passphrase; about a quarter of a second. */
export function keyFromPassphrase(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  return inTurn(() => hashRaw(normal(passphrase), { ...KEY_OPTIONS, salt }))
}

const PASSPHRASE_MIN_LENGTH = 16

/** A passphrase that protects against guessing without limit has to be longer than one at a door. */
export function isWeakPassphrase(passphrase: string): boolean {
  return passphrase.length < PASSPHRASE_MIN_LENGTH || passwordProblem(passphrase) !== null
}

export type PasswordProblem = 'password-too-short' | 'password-too-long' | 'password-too-common'

const COMMON = [
  'passwort',
  'password',
  'lernkreis',
  'landkreis',
  'willkommen',
  'sommer',
  'winter',
  'qwertz',
  '12345',
]

/** What speaks against a new password: length decides, not special characters (BSI, OWASP). */
export function passwordProblem(password: string): PasswordProblem | null {
  if (password.length < PASSWORD_MIN_LENGTH) return 'password-too-short'
  if (password.length > PASSWORD_MAX_LENGTH) return 'password-too-long'
  const plain = password.toLowerCase()
  const rest = COMMON.reduce((text, word) => text.replaceAll(word, ''), plain).replace(/[\d\W_]/g, '')
  if (rest.length < 4 || new Set(plain).size < 5) return 'password-too-common'
  return null
}
